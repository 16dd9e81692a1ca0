"""Time moved on, day by day: whoever says where a review stands says the same."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from icalendar import Calendar
from jinja2 import Environment
from lxml import html

from generator.model.guide import Guide, assemble
from generator.model.load import load
from generator.model.records import Records
from generator.outputs.addresses import Addresses
from generator.outputs.agenda import reviews_ics
from generator.outputs.api import _schema, api
from generator.outputs.linked_data import linked_data
from generator.pages.abbreviations import Abbreviations
from generator.pages.article import Article
from generator.pages.category_page import category_page
from generator.pages.environment import template_environment
from generator.pages.finish import finished
from generator.reviews.due import due_within
from generator.rules import check
from tests.builds import find
from tests.project import GUIDE

FIRST = date(2022, 5, 1)
DAYS = 430
DUE, SOON = date(2023, 5, 31), date(2023, 4, 1)
"""A review of May 2022 falls due on the first, and soon from the second on (60 days before)."""


KEPT = ("orca", "village-bakery-help", "carnivals-and-fairs-misc")
"""The category that is followed, and two that were reviewed on other days.

Whoever takes one record for another is found out with three as well as with all, in less time.
"""


@pytest.fixture(scope="module")
def records() -> Records:
    whole = load(GUIDE)[0]
    kept = {slug: whole.categories[slug] for slug in KEPT}
    assert len({entry.record.reviewed_on for entry in kept.values()}) == len(KEPT)
    left_out = whole.categories.keys() - kept.keys()
    codes = whole.content["content/codes.md"]
    return replace(whole, categories=kept, content={codes.path: codes}, unread=set(left_out))


class GuideOfTheDay:
    """The guide under one name, day after day, for templates that are compiled once."""

    def __init__(self) -> None:
        self.guide: Guide | None = None

    def __getattr__(self, name: str) -> object:
        return getattr(self.guide, name)


def expected(day: date) -> str:
    if day > DUE:
        return "overdue"
    return "due soon" if day >= SOON else "current"


def page_of(guide: Guide, templates: Environment) -> Article:
    draft = category_page(templates, guide, "orca", guide.categories["orca"])
    return finished(draft, Abbreviations({}))


def banner(page: Article) -> str:
    root = html.fragment_fromstring(page.html, create_parent="div")
    (element,) = find(root, './/*[@data-guide="overdue"]')
    return "hidden" if "hidden" in element.attrib else "shown"


def register(templates: Environment) -> str:
    written: Any = templates.get_template("components.html.j2").make_module()
    table = html.fragment_fromstring(str(written.review_register()))
    (row,) = find(table, './/tr[th/a/@href = "/categories/orca.md"]')
    (status,) = find(row, ".//span[@data-status]")
    assert status.get("data-status") == str(status.text).lower().replace(" ", "-")
    return str(status.text)


def in_api(guide: Guide) -> str:
    listed = json.loads(api(guide, Addresses())["api/v1/categories.json"])["categories"]
    return str(next(c["review"]["status"] for c in listed if c["slug"] == "orca"))


def by_calendar(guide: Guide, day: date) -> str:
    """Return what somebody reads off the calendar, who knows the day and the notice."""
    return by_last_day(day_in_calendar(reviews_ics(guide, Addresses())), day)


@cache
def day_in_calendar(written: bytes) -> date:
    """Return the day of the review's entry: what is written alike on two days is read once."""
    events = Calendar.from_ical(written).walk("VEVENT")
    orca = next(event for event in events if str(event["summary"]) == "Review due: ORCA")
    found: date = orca.decoded("dtstart")
    return found


def by_linked_data(guide: Guide, page: Article, day: date) -> str:
    graph = json.loads(linked_data(page, guide, [], Addresses()))["@graph"]
    about = next(part for part in graph if "WebPage" in part["@type"])
    return by_last_day(date.fromisoformat(about["expires"]), day)


def by_last_day(last: date, day: date) -> str:
    if day > last:
        return "overdue"
    return "due soon" if day >= last - timedelta(days=60) else "current"


def listed(guide: Guide) -> str:
    found = [item.status.value for item in due_within(guide, 60) if item.title == "ORCA"]
    return found[0] if found else "current"


def by_rules(records: Records, day: date) -> str:
    rules = {p.rule for p in check(records, day) if p.place.path == "data/categories/orca.yml"}
    if "review-overdue" in rules:
        return "overdue"
    return "due soon" if "review-due-soon" in rules else "current"


def test_all_agree_on_each_of_many_days(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    # The schemas come of the program alone. They are a third of the work, and nobody looks at them.
    monkeypatch.setattr("generator.outputs.api._schema", cache(_schema))
    seen = []
    templates = template_environment()
    current = GuideOfTheDay()
    templates.globals["guide"] = current
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        guide = current.guide = assemble(records, day)
        assert guide is not None
        wanted = expected(day)
        page = page_of(guide, templates)
        assert banner(page) == ("shown" if wanted == "overdue" else "hidden"), day
        assert register(templates).lower() == wanted, day
        assert in_api(guide) == wanted, day
        assert by_calendar(guide, day) == wanted, day
        assert by_linked_data(guide, page, day) == wanted, day
        assert listed(guide) == wanted, day
        assert by_rules(records, day) == wanted, day
        seen.append(wanted)
    assert len(seen) >= 400
    assert set(seen) == {"current", "due soon", "overdue"}
