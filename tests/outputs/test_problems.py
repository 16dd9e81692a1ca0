"""What other programs are told of a problem that a reviewer found, and of what has ended."""

import json
from typing import Any

import pytest
from icalendar import Calendar

from generator.guide import compile_guide
from generator.outputs.addresses import Addresses
from generator.outputs.agenda import reviews_ics
from generator.outputs.api import api
from generator.outputs.feed import changes_xml
from generator.outputs.linked_data import linked_data
from generator.outputs.plain import llms_txt
from generator.outputs.spreadsheet import codes_csv
from tests.flaws import BARGES, FLAWS, ORCA, SAID, flawed, gone
from tests.outputs.guides import compiled
from tests.project import ENDED, TODAY, Project

SITE = Addresses("https://guide.example/")


def read(project: Project, name: str) -> Any:
    return json.loads(api(compiled(project)[0], SITE)[f"api/v1/{name}.json"])


def descriptions(project: Project) -> dict[str, str]:
    events = Calendar.from_ical(reviews_ics(compiled(project)[0], SITE)).walk("VEVENT")
    return {str(event["summary"]): str(event["description"]) for event in events}


def test_each_record_says_in_json_what_was_found(project: Project) -> None:
    flawed(project)
    orca, *others = sorted(
        read(project, "categories")["categories"], key=lambda item: item["slug"] != "orca"
    )
    assert (orca["review"]["status"], orca["review"]["problem"]) == ("problem found", FLAWS[ORCA])
    assert {item["review"]["problem"] for item in others} == {None}
    comparison = read(project, "comparison")["review"]
    assert comparison["problem"] == FLAWS["data/comparison.yml"]
    found = {
        row["review"]["problem"]
        for row in read(project, "register")["reviews"]
        if row["review"]["status"] == "problem found"
    }
    assert found == {note for path, note in FLAWS.items() if path != BARGES}


def test_what_has_ended_is_listed_apart_and_is_not_due(project: Project) -> None:
    flawed(project, BARGES)
    found = read(project, "categories")
    assert ENDED not in {item["slug"] for item in found["categories"]}
    (ended,) = found["ended"]
    assert ended == {
        "slug": ENDED,
        "title": "Barge towing",
        "address": "https://guide.example/categories/barge-towing/",
        "ended_on": "2021-09",
        "why": "The last horse that towed a barge has retired, and the towns ended its permit.",
        "instead": ["mountain-rescue-team"],
        "review": {
            "reviewed_on": "2021-10",
            "reviewed_by": "Review Desk One",
            "title": "RCIC",
            "licence": "R000042",
            "problem": FLAWS[BARGES],
        },
        "notice": {
            "text": "A permit that was given before it ended may still count. Check yours before"
            " you throw it away.",
            "url": "https://www.canada.ca/en/lighthouses/exemption-codes.html",
        },
    }


def test_what_has_ended_is_in_no_feed_calendar_or_spreadsheet(project: Project) -> None:
    guide, _ = compiled(project)
    for text in (changes_xml(guide, SITE), codes_csv(guide).decode("utf-8-sig")):
        assert "arge" not in text
        assert ENDED not in text
    assert not [summary for summary in descriptions(project) if "Barge" in summary]


def test_search_engines_are_told_no_day_on_which_the_page_expires(project: Project) -> None:
    guide, made = compiled(project)
    for uri, expires in ((f"categories/{ENDED}.md", False), ("categories/orca.md", True)):
        graph = json.loads(linked_data(made.pages[uri], guide, [], SITE))["@graph"]
        (page,) = [part for part in graph if "WebPage" in part["@type"]]
        assert ("expires" in page) is expires


def test_the_text_for_models_says_what_ended_and_what_is_wrong(project: Project) -> None:
    flawed(project)
    guide, made = compiled(project)
    lines = llms_txt(guide, made.pages.values(), SITE).splitlines()
    (ended,) = [line for line in lines if f"/{ENDED}/" in line]
    assert ended.startswith("- [Barge towing: ended in September 2021](")
    assert "): This category ended in September 2021. The last horse" in ended
    wrong = [line for line in lines if "Our reviewer found something wrong" in line]
    (orca,) = [line for line in wrong if "/categories/orca/" in line]
    assert f"Our reviewer found something wrong {SAID}: {FLAWS[ORCA]}" in orca
    for address, path in (("/imp-vs-tfwp/", "data/comparison.yml"), ("/find/", "data/finder.yml")):
        (line,) = [line for line in wrong if f"guide.example{address})" in line]
        assert FLAWS[path] in line


def test_the_calendar_asks_nobody_who_has_left(project: Project) -> None:
    assert not [text for text in descriptions(project).values() if "Ask" in text]
    gone(project, "review-desk-one", "Review Desk One")
    for text in descriptions(project).values():
        assert "by Review Desk One. Ask another reviewer (Review Desk One left in Sep" in text


def test_the_calendar_says_what_cannot_wait_for_its_day(project: Project) -> None:
    flawed(project, ORCA)
    found = descriptions(project)
    assert f"A problem was found, so look now: {FLAWS[ORCA]}" in found.pop("Review due: ORCA")
    assert not [text for text in found.values() if "problem" in text]


@pytest.mark.parametrize("path", FLAWS)
def test_a_project_with_a_problem_can_be_published(project: Project, path: str) -> None:
    flawed(project, path)
    problems = compile_guide(project.root, TODAY).problems
    assert not [problem for problem in problems if problem.severity.value == "error"]
