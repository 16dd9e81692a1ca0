"""Whom the list of due reviews asks, and what it lists whatever its date."""

import json
import re
from dataclasses import replace
from datetime import date

from generator.reviews.due import DueFormat, due_within, table, written
from tests.flaws import BARGES, FLAWS, ORCA, flawed, gone
from tests.outputs.guides import compiled
from tests.project import Project


def test_a_problem_is_listed_whatever_its_date(project: Project) -> None:
    before = {item.title for item in due_within(compiled(project)[0], 0)}
    flawed(project)
    found = due_within(compiled(project)[0], 0)
    new = {item.title: item for item in found if item.title not in before}
    assert new.keys() == {
        "ORCA",
        "With a test or without, feature by feature.",
        "The questions of the finder",
        "Barge towing",
    }
    assert {item.status.value for item in new.values()} == {"problem found"}
    assert new["Barge towing"].address == "/categories/barge-towing/"
    text = written(found, 0, DueFormat.TEXT)
    rows = written(found, 0, DueFormat.MARKDOWN)
    for note in FLAWS.values():
        assert f"problem found: {note}" in text
        assert f"problem found: {note}" in rows
    listed = json.loads(written(found, 0, DueFormat.JSON))
    assert {item["problem"] for item in listed} == {"", *FLAWS.values()}


def test_what_has_ended_is_due_for_nothing_else(project: Project) -> None:
    guide = compiled(project)[0]
    assert "Barge towing" not in {item.title for item in due_within(guide, 10_000)}
    flawed(project, BARGES)
    found = [item for item in due_within(compiled(project)[0], 10_000) if "Barge" in item.title]
    assert len(found) == 1


def test_nobody_who_has_left_is_asked(project: Project) -> None:
    flawed(project, ORCA)
    gone(project, "review-desk-one", "Review Desk One")
    found = due_within(compiled(project)[0], 10_000)
    assert {item.ask for item in found} == {
        "another reviewer (Review Desk One left in September 2022)"
    }
    for kind in DueFormat:
        for line in written(found, 10_000, kind).splitlines():
            asked = "Review Desk One" in line and '"reviewer"' not in line
            assert not asked or "another reviewer (Review Desk One left" in line


def test_on_the_last_day_there_is_all_that_is_due_is_listed(project: Project) -> None:
    guide = compiled(project, date.max)[0]
    assert due_within(guide, 60) == due_within(guide, 0) != []


def test_nothing_of_the_data_is_markdown_in_the_table(project: Project) -> None:
    (item, *_) = due_within(compiled(project)[0], 10_000)
    hostile = "`@firm` ![x](https://evil.example/x.png) | <img src=x> \x1b[31m\n# Heading"
    odd = replace(item, title=hostile, ask=hostile, problem=hostile)
    (row,) = written([odd], 60, DueFormat.MARKDOWN).splitlines()[2:]
    assert len(re.split(r"(?<!\\)\|", row)) == 6
    outside = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", row)
    for sign in ("@", "![", "<img", "evil", "# H", "\x1b"):
        assert sign not in outside, sign


def test_a_table_that_has_to_fit_says_how_many_it_leaves_out(project: Project) -> None:
    item = due_within(compiled(project)[0], 10_000)[0]
    long = [replace(item, title="long " * 100)] * 50
    short = table(long, 2_000)
    told = short.count("\n| `")
    assert 0 < told < 50
    assert short.endswith(f"And {50 - told} more: `imp-guide due` lists all of them.")
    assert len(short.encode()) < 2_100
    assert "long " * 99 in table(long), "nothing is cut where nothing has to fit"
