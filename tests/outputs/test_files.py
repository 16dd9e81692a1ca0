"""The files that are no JSON: spreadsheet, feed, calendar, plain text, pictures."""

import csv
import io
from datetime import date

import pytest
from icalendar import Calendar
from lxml import etree
from PIL import Image

from generator.outputs.addresses import Addresses
from generator.outputs.agenda import reviews_ics
from generator.outputs.feed import changes_xml
from generator.outputs.files import output_files
from generator.outputs.plain import FILES, llms_txt, robots_txt
from generator.outputs.preview_image import SIZE, preview_image
from generator.outputs.spreadsheet import CODES_HEAD, codes_csv
from tests.outputs.guides import BAKERY, HARBA, ORCA, compiled, noted
from tests.project import Project

SITE = Addresses("https://guide.example/")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def rows(project: Project) -> list[list[str]]:
    text = codes_csv(compiled(project)[0]).decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_spreadsheet_has_a_row_for_each_code(project: Project) -> None:
    guide, _ = compiled(project)
    assert codes_csv(guide).startswith("\ufeff".encode())
    head, *found = rows(project)
    assert head == list(CODES_HEAD)
    assert [row[0] for row in found] == [entry.label for entry in guide.codes.entries()]
    assert {len(row) for row in found} == {len(CODES_HEAD)}
    old = told(project, "K12")
    assert old["Categories that list it"] == "Lighthouse keeper swap"
    assert old["What IRCC's pages say of it now"] == "superseded"
    assert old["Codes that took over"] == "K61 (new tower); K62 (head keeper); K63 (lamp expert)"


def told(project: Project, code: str) -> dict[str, str]:
    """Return what the spreadsheet says of a code, by the heads of its columns."""
    head, *found = rows(project)
    return next(dict(zip(head, row, strict=True)) for row in found if row[0] == code)


def test_the_spreadsheet_tells_the_reviewer_s_routes_from_ircc_s(project: Project) -> None:
    ours = "Routes that our reviewer lists it for"
    theirs = "Routes that IRCC's pages name it for (no part of our review)"
    listed, named = told(project, "P24"), told(project, "P37")
    assert (listed[ours], listed[theirs]) == ("harba/keepers-of-books", "")
    assert (named[ours], named[theirs]) == ("", "harba/keepers-of-books")
    both = told(project, "K16")
    assert both[ours] == both[theirs] == "mountain-rescue-team/rope"


def test_the_spreadsheet_has_the_codes_and_the_regulation_of_a_family(project: Project) -> None:
    family = next(e for e in compiled(project)[0].codes.entries() if e.members)
    found = told(project, family.label)
    assert found["Codes that it stands for"] == "K16, K61"
    assert found["Part of the Regulations (by IRCC's pages)"] == "R205(b)"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(project: Project, sign: str) -> None:
    subject = f'subject: "{sign}HYPERLINK(1)"'
    project.replace("data/codes.yml", "subject: Mountain Rescue Team", subject)
    assert f"'{sign}HYPERLINK(1)" in [row[1] for row in rows(project)]


def test_the_feed_has_each_note_newest_first(project: Project) -> None:
    noted(project, ORCA, ("2021-06", "Old & a < b."), ("2022-05-14", "Newest."))
    noted(project, HARBA, ("2022-05", "Middle."))
    feed = etree.fromstring(changes_xml(compiled(project)[0], SITE).encode())
    entries = feed.findall("a:entry", ATOM)
    texts = [entry.findtext("a:summary", "", ATOM) for entry in entries]
    assert texts == [
        "Newest.",
        "Middle.",
        "The permit names no bakery any more.",
        "Pastry cooks may come too.",
        "Old & a < b.",
    ]
    assert feed.findtext("a:updated", "", ATOM) == "2022-05-14T00:00:00+00:00"
    links = [entry.find("a:link", ATOM) for entry in entries]
    assert links[0] is not None
    assert links[0].get("href") == "https://guide.example/categories/orca/#what-changed"
    names = {entry.findtext("a:id", "", ATOM) for entry in entries}
    assert len(names) == len(texts)
    elsewhere = etree.fromstring(changes_xml(compiled(project)[0], Addresses()).encode())
    assert {e.findtext("a:id", "", ATOM) for e in elsewhere.findall("a:entry", ATOM)} == names


def test_a_feed_without_a_note_is_complete_and_the_same_on_any_day(project: Project) -> None:
    project.remove_key(BAKERY, "changes")
    first = changes_xml(compiled(project)[0], SITE)
    later = changes_xml(compiled(project, date(2023, 9, 9))[0], SITE)
    assert first == later
    feed = etree.fromstring(first.encode())
    assert feed.findall("a:entry", ATOM) == []
    for needed in ("title", "id", "updated", "author/a:name"):
        assert feed.findtext(f"a:{needed}", "", ATOM)


def test_the_calendar_has_the_day_on_which_each_review_falls_due(project: Project) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-07-14")
    guide, _ = compiled(project)
    events = Calendar.from_ical(reviews_ics(guide, SITE)).walk("VEVENT")
    assert len(events) == len(guide.categories) + 2 + len(guide.pages)
    found = {str(event["summary"]): event for event in events}
    orca = found["Review due: ORCA"]
    assert orca.decoded("dtstart") == date(2023, 7, 14)
    assert orca.decoded("dtend") == date(2023, 7, 15)
    assert str(orca["url"]) == "https://guide.example/categories/orca/"
    assert found["Review due: HARBA (BRAHA)"].decoded("dtstart") == date(2023, 5, 31)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert reviews_ics(compiled(project, date(2023, 9, 9))[0], SITE) == reviews_ics(guide, SITE)


def test_the_last_day_there_is_is_a_day_of_the_calendar_too(project: Project) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 9999-12")
    guide = compiled(project, date.max)[0]
    found = Calendar.from_ical(reviews_ics(guide, SITE)).walk("VEVENT")
    assert date.max in {event.decoded("dtstart") for event in found}


def test_the_text_for_models_lists_each_page_with_review_and_notice(project: Project) -> None:
    guide, made = compiled(project)
    text = llms_txt(guide, made.pages.values(), SITE)
    for page in made.pages.values():
        assert page.record is not None
        assert f"({SITE.of(page.address)}): {page.description}" in text
        assert page.record.verify.url in text
    assert all(SITE.of(path) in text for path in FILES)


def test_the_text_for_models_lists_each_route_below_its_page(project: Project) -> None:
    guide, made = compiled(project)
    lines = llms_txt(guide, made.pages.values(), SITE).splitlines()
    page = next(number for number, line in enumerate(lines) if "/categories/harba/): " in line)
    for number, route in enumerate(guide.categories["harba"].routes, page + 1):
        link = f"[{route.title}](https://guide.example/categories/harba/#{route.key})"
        assert lines[number].startswith(f"  - {link}: {route.fits}.")
        assert all(code in lines[number] for code in (*route.codes, *route.ircc_codes))


def test_search_engines_may_read_all_and_learn_of_the_sitemap() -> None:
    assert robots_txt(SITE).splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://guide.example/sitemap.xml",
    ]
    assert "Sitemap" not in robots_txt(Addresses())


@pytest.mark.parametrize("title", ["ORCA", "É " * 200, "x" * 500, ""])
def test_the_picture_has_its_size_and_is_the_same_each_time(title: str) -> None:
    made = preview_image(title, "Paper Lantern", "Reviewed May 2022")
    picture = Image.open(io.BytesIO(made))
    assert (picture.format, picture.size) == ("PNG", SIZE)
    assert made == preview_image(title, "Paper Lantern", "Reviewed May 2022")
    assert made != preview_image(f"{title}a", "Paper Lantern", "Reviewed June 2022")
    assert len(made) < 60_000


def test_pictures_are_made_only_where_they_can_be_fetched(project: Project) -> None:
    guide, made = compiled(project)
    known = output_files(guide, made.pages, "https://guide.example")
    unknown = output_files(guide, made.pages, "")
    pictures = {path for path in known if path.endswith(".png")}
    assert len(pictures) == len(made.pages)
    assert known.keys() - unknown.keys() == pictures
