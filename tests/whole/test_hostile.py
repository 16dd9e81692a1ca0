"""Text from data is data: it is shown letter by letter, and nothing in it acts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from tests import hostile
from tests.builds import build, find, html_files
from tests.project import CATEGORIES, TODAY, Project

pytestmark = pytest.mark.build

HALF = len(CATEGORIES)


class Built(NamedTuple):
    """A site, and the texts that its categories were given."""

    site: Path
    texts: dict[str, dict[str, str]]


def _built(folder: Path, texts: list[str]) -> Built:
    project = Project(folder / "project")
    written = hostile.put(project, texts)
    with hostile.let_through():
        done = build(
            project,
            "--strict",
            GUIDE_TODAY=TODAY.isoformat(),
            GUIDE_SITE_URL="https://guide.example/",
            NO_MKDOCS_2_WARNING="1",
        )
    assert done.returncode == 0, done.stdout
    return Built(project.root / "site", written)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(tmp_path_factory.mktemp("plain"), hostile.PLAIN)


@pytest.fixture(scope="module", params=[0, 1])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    start = request.param * HALF
    folder = tmp_path_factory.mktemp(f"hostile-{start}")
    return _built(folder, hostile.HOSTILE[start : start + HALF])


def page(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring(
        (site / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8")
    )


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def categories(built: Built) -> Iterator[tuple[html.HtmlElement, dict[str, str]]]:
    for slug, texts in built.texts.items():
        yield page(built.site, f"categories/{slug}/index.html"), texts


def skeleton(document: html.HtmlElement) -> list[tuple[str, str, list[str]]]:
    """Return every element with its class and the names of its attributes."""
    return [
        (str(element.tag), element.get("class", ""), sorted(element.keys()))
        for element in document.iter()
    ]


def test_no_text_makes_or_changes_an_element(built: Built, plain: Built) -> None:
    names = html_files(built.site)
    assert names == html_files(plain.site)
    for name in sorted(names):
        assert skeleton(page(built.site, name)) == skeleton(page(plain.site, name)), name


def test_a_title_is_shown_as_it_is_in_window_header_heading_and_tables(built: Built) -> None:
    for document, texts in categories(built):
        title = texts["title"]
        window = str(document.findtext(".//title"))
        assert window.startswith(title)
        header = find(document, '//header//*[@data-md-component="header-topic"]')
        assert words(header[0]).startswith(f"{title}: work permit without an LMIA, ")
        assert words(find(document, "//h1")[0]).removesuffix("¶").strip() == title
    for name in ("index.html", "codes/index.html", "reviews/index.html"):
        shown = {words(cell) for cell in find(page(built.site, name), "//tbody//th")}
        assert {texts["title"] for texts in built.texts.values()} <= shown


def test_a_summary_is_shown_as_it_is_in_the_description_and_cards(built: Built) -> None:
    for document, texts in categories(built):
        content = find(document, '//meta[@name="description"]/@content')
        assert content == [texts["summary"]]
    cards = {words(p) for p in find(page(built.site, "categories/index.html"), "//li/p")}
    assert {texts["summary"] for texts in built.texts.values()} <= cards


def test_who_it_fits_is_shown_as_it_is_in_facts_and_tables(built: Built) -> None:
    for document, texts in categories(built):
        assert texts["fits"] in {words(part) for part in find(document, "//dd")}
    cells = find(page(built.site, "codes/index.html"), '//td[@data-label="Who it fits"]')
    assert {words(cell) for cell in cells} == {texts["fits"] for texts in built.texts.values()}


def test_a_notice_is_shown_as_it_is(built: Built) -> None:
    for document, texts in categories(built):
        notice = words(find(document, '//p[@data-guide="verify"]')[0])
        assert f"Verify before you rely on this. {texts['notice']} Check it" in notice


def test_a_question_and_its_answer_are_shown_as_they_are(built: Built) -> None:
    for document, texts in categories(built):
        asked = {words(part).removesuffix("¶").strip() for part in find(document, "//h3")}
        assert texts["question"] in asked
        assert texts["answer"] in {words(part) for part in find(document, "//p")}


def test_the_search_shows_texts_as_they_are(built: Built) -> None:
    index = json.loads((built.site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for slug, texts in built.texts.items():
        entries = [e for e in index["docs"] if e["location"] == f"categories/{slug}/"]
        (entry,) = entries
        title = html.fragment_fromstring(entry["title"], create_parent="div")
        assert words(title).startswith(texts["title"])
        assert len(title) == 0
