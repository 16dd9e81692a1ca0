"""The files that are made from the records: current, and true to an independent validator."""

import json
import subprocess
import sys
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest

from generator.editing.generated import (
    codeowners,
    generated_files,
    out_of_date,
    program_files,
    write,
)
from generator.editing.schema import schemas
from generator.model.layout import SINGLES, first_line, schema_path
from generator.model.site import Reviewer
from tests.project import CATEGORIES, GUIDE, ROOT, Project
from tests.repository import guide

FILES = [
    *(f"data/{name}.yml" for name in SINGLES),
    *(f"data/categories/{slug}.yml" for slug in CATEGORIES),
]
ORCA = "data/categories/orca.yml"


def valid(schema: Path, *files: Path) -> bool:
    """Ask an independent validator, which reads YAML in its own way."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 0


@pytest.mark.parametrize("path", program_files())
def test_what_is_made_of_the_program_is_committed_as_it_is_now(path: str) -> None:
    committed = (ROOT / path).read_text(encoding="utf-8")
    assert committed == program_files()[path], "run `make reference`"


def test_owners_who_do_not_follow_the_reviewers_are_a_note_and_no_problem(
    project: Project,
) -> None:
    project.path("generator").mkdir()
    assert "Note:" not in guide(project, "check").stdout, "without such a file none is asked for"
    write(project.root)
    assert "Note:" not in guide(project, "check").stdout
    project.replace("data/reviewers.yml", 'github: ""', "github: desk-one")
    done = guide(project, "check")
    assert done.returncode == 0
    assert "Note: .github/CODEOWNERS does not name the reviewers" in done.stdout
    assert list(out_of_date(project.root)) == [".github/CODEOWNERS"]


def test_a_file_that_is_out_of_date_is_noticed_and_written_again(project: Project) -> None:
    files = generated_files(project.root)
    assert write(project.root) == list(files)
    assert write(project.root) == []
    project.write("generator/editing/schemas/category.json", "{}")
    assert list(out_of_date(project.root)) == ["generator/editing/schemas/category.json"]
    assert write(project.root) == ["generator/editing/schemas/category.json"]
    assert not out_of_date(project.root)


@pytest.mark.parametrize("path", FILES)
def test_each_file_names_its_schema_in_its_first_line(path: str) -> None:
    line = (GUIDE / path).read_text(encoding="utf-8").split("\n")[0]
    assert line == first_line(path)
    named = line.partition("$schema=")[2]
    # The frozen file stands for one in the project's own data/, and names the schema as seen there.
    assert normpath(f"{PurePosixPath(path).parent}/{named}") == schema_path(path)
    assert (ROOT / schema_path(path)).is_file()


@pytest.mark.parametrize("schema", sorted(schemas()))
def test_an_independent_validator_accepts_what_the_checks_accept(schema: str) -> None:
    files = [GUIDE / path for path in FILES if schema_path(path) == schema]
    assert files
    assert valid(ROOT / schema, *files)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: ORCA", "titel: ORCA"),
        ("title: ORCA\n", ""),
        ("permit_type: employer-specific", "permit_type: closed"),
        ("reviewed_on: 2022-05", "reviewed_on: May 2022"),
        ("codes: [P23, P22]", "codes: []"),
        ("order: 20", "order: ten"),
        ("group: agreement-between-towns", "group: Treaty!"),
        ("  url: https://www.canada.ca", "  url: https://www.canada.example"),
        ("  offer: yes", "  offer: maybe"),
    ],
)
def test_an_independent_validator_refuses_what_the_checks_refuse(
    project: Project, old: str, new: str
) -> None:
    project.replace(ORCA, old, new)
    assert not valid(ROOT / schema_path(ORCA), project.path(ORCA))


def test_every_key_is_described_and_what_is_a_fact_is_said() -> None:
    for text in schemas().values():
        schema = json.loads(text)
        for record in [schema, *schema.get("$defs", {}).values()]:
            assert all(key.get("description") for key in record.get("properties", {}).values())
    category = json.loads(schemas()["generator/editing/schemas/category.json"])["properties"]
    assert "asks for a new review" in category["codes"]["description"]
    assert "asks for no new review" in category["summary"]["description"]
    assert category["permit_type"]["enum"][0] == "employer-specific"
    assert category["title"]["examples"] == ["CETA"]


def test_the_reviewers_are_asked_about_every_change_of_facts() -> None:
    known = Reviewer(name="A", title="RCIC", licence="1", regulator="x", github="a-b")
    assert "/data/ @a-b\n/content/ @a-b\n" in codeowners({"a": known})
    assert "No reviewer" not in codeowners({"a": known})
    unknown = Reviewer(name="B", title="RCIC", licence="2", regulator="x")
    assert "No reviewer's account is known yet" in codeowners({"b": unknown})
    assert "@" not in codeowners({"b": unknown})
