"""The names that an editing program offers: they follow the data, and no lag stops anybody."""

import errno
import json
import os
from typing import NoReturn

import pytest

from generator.editing.generated import CODEOWNERS, out_of_date, write
from generator.editing.names import KINDS, NAMES, names, renew
from generator.editing.schema import schemas
from generator.model.load import load
from generator.model.records import Records
from tests.project import CATEGORIES, ENDED, GUIDE, HARBA, Project
from tests.repository import guide

GROUPS = "data/groups.yml"
ORCA = "data/categories/orca.yml"
NEW = "data/categories/another-accord.yml"
NEW_GROUP = "brand-new:\n  title: Brand new\n  heading: New\n  summary: It is new.\n\n"


def known(text: str) -> dict[str, dict[str, str]]:
    """Return each name and what it stands for, by kind."""
    kinds = json.loads(text)["$defs"]
    offered = {
        kind: {one["label"]: one["description"] for one in schema.get("defaultSnippets", ())}
        for kind, schema in kinds.items()
    }
    keys = kinds["programmes"].get("properties", {})
    return offered | {"programmes": {key: one["description"] for key, one in keys.items()}}


def written(project: Project) -> dict[str, dict[str, str]]:
    return known(project.read(NAMES))


def test_each_name_is_there_with_what_it_stands_for() -> None:
    found = known(names(load(GUIDE)[0]))
    assert set(found) == set(KINDS)
    assert list(found["categories"]) == CATEGORIES
    assert ENDED not in found["categories"]
    assert found["groups"]["turn-about"] == "One good turn for another"
    assert found["sources"]["exemption-codes"] == "The list of permits"
    assert found["codes"]["K20 series"] == "Sailors"
    assert found["codes"]["P22"] == found["single_codes"]["P22"] == "HARBA boat owner"
    assert "K20 series" not in found["single_codes"]
    assert found["questions"]["job"] == "Which of these sounds like you?"
    assert found["routes"]["harba/menders"] == "HARBA (BRAHA): Boat menders"
    assert found["firm_pages"]["talk"] == "The long talk"
    assert found["programmes"] == {"imp": "IMP (no test)", "tfwp": "TFWP (test first)"}


def test_who_reviews_is_no_name_that_is_offered() -> None:
    assert "review-desk" not in names(load(GUIDE)[0])
    assert "reviewers" not in KINDS


def test_what_the_schemas_ask_for_is_there_even_without_any_name() -> None:
    empty = json.loads(names(Records()))["$defs"]
    asked = {part.split('"')[0] for text in schemas().values() for part in text.split("#/$defs/")}
    assert set(empty) == set(KINDS) <= asked


def test_a_name_shows_only_its_own_meaning() -> None:
    words = json.loads(names(load(GUIDE)[0]))["$defs"]["groups"]["if"]["anyOf"]
    assert words[-1] is True
    assert all(len(word["enum"]) == len(word["enumDescriptions"]) == 1 for word in words[:-1])


def test_a_check_on_ones_own_machine_renews_the_names(project: Project) -> None:
    project.path("generator").mkdir()
    write(project.root)
    project.write(GROUPS, f"{project.read(GROUPS)}\n{NEW_GROUP}")
    guide(project, "check", CI="true")
    assert "brand-new" not in written(project)["groups"]
    guide(project, "check", CI="")
    assert written(project)["groups"]["brand-new"] == "Brand new"


def test_names_that_lag_are_no_problem_and_no_note(project: Project) -> None:
    project.path("generator").mkdir()
    write(project.root)
    before = guide(project, "check", CI="true").stdout
    project.write(GROUPS, f"{project.read(GROUPS)}\n{NEW_GROUP}")
    assert guide(project, "check", CI="true").stdout == before


def test_where_there_is_no_such_file_none_is_made(project: Project) -> None:
    renew(project.root, load(project.root)[0], {})
    assert not project.path(NAMES).exists()


def test_a_file_that_cannot_be_written_stops_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write(project.root)
    project.write(NAMES, "{}")
    monkeypatch.setattr(os, "fsync", full)
    renew(project.root, load(project.root)[0], {})
    assert project.read(NAMES) == "{}"


def test_what_cannot_be_read_at_the_moment_has_lost_no_name(project: Project) -> None:
    write(project.root)
    before = written(project)
    for path in (GROUPS, "data/finder.yml", "data/comparison.yml", "data/codes.yml", ORCA):
        project.write(path, "a: [\n")
    renew(project.root, load(project.root)[0], {})
    assert written(project) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: HARBA", "title: TODO HARBA"),
        ("    title: Boat menders", "    title: TODO"),
        ("", "a: [\n"),
    ],
)
def test_a_category_that_cannot_be_read_in_part_has_lost_no_route(
    project: Project, old: str, new: str
) -> None:
    write(project.root)
    before = written(project)
    assert "harba/menders" in before["routes"]
    project.replace(HARBA, old, new)
    renew(project.root, load(project.root)[0], {})
    assert written(project) == before


def test_a_route_that_is_gone_is_offered_no_more(project: Project) -> None:
    write(project.root)
    project.replace(HARBA, "key: menders", "key: menders-of-boats")
    renew(project.root, load(project.root)[0], {})
    assert "harba/menders-of-boats" in written(project)["routes"]
    assert "harba/menders" not in written(project)["routes"]


def test_what_is_gone_is_offered_no_more(project: Project) -> None:
    write(project.root)
    project.write(NEW, project.read(ORCA).replace("title: ORCA", "title: Another accord"))
    renew(project.root, load(project.root)[0], {})
    assert written(project)["categories"]["another-accord"] == "Another accord"
    project.delete(NEW)
    renew(project.root, load(project.root)[0], {})
    assert "another-accord" not in written(project)["categories"]


@pytest.mark.parametrize("old", ["", "{", "[]", '{"$defs": 3}', '{"$defs": {"groups": {"a": 1}}}'])
def test_a_damaged_file_is_written_anew(project: Project, old: str) -> None:
    write(project.root)
    before = project.read(NAMES)
    project.write(NAMES, old)
    renew(project.root, load(project.root)[0], {})
    assert project.read(NAMES) == before


ADDED = {
    GROUPS: NEW_GROUP,
    "data/sources.yml": "new-page:\n  title: A new page\n  settles: What is new in the towns\n"
    "  url: https://www.canada.ca/en/towns/new-page.html\n",
    "data/reviewers.yml": "new-reviewer:\n  name: Ada Nell\n  title: RCIC\n  licence: R000099\n"
    "  regulator: the College of Lantern Readers\n",
}
CODE = "  - code: K99\n    subject: A new code\n    history:\n      standing: not recorded\n"


def test_what_an_editor_adds_makes_no_check_red_and_no_program_file_old(project: Project) -> None:
    project.path("generator").mkdir()
    write(project.root)
    before = guide(project, "check", CI="true")
    assert before.returncode == 0, before.stdout
    for path, record in ADDED.items():
        project.write(path, f"{project.read(path).rstrip()}\n\n{record}")
    project.replace("data/codes.yml", "codes:\n", f"codes:\n{CODE}")
    project.write(NEW, project.read(ORCA).replace("title: ORCA", "title: Another accord"))
    project.lead_to("another-accord")
    # In a browser nothing is renewed, and nobody is asked to.
    committed = guide(project, "check", CI="true")
    assert committed.returncode == 0, committed.stdout
    assert set(out_of_date(project.root)) <= {NAMES, CODEOWNERS}
    assert guide(project, "check", CI="").returncode == 0
    found = written(project)
    assert found["codes"]["K99"] == "A new code"
    assert found["groups"]["brand-new"] == "Brand new"
    assert found["sources"]["new-page"] == "A new page"
    assert found["categories"]["another-accord"] == "Another accord"
    assert "new-reviewer" not in project.read(NAMES)
    assert NAMES not in out_of_date(project.root)
