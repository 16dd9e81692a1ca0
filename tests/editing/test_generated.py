"""The files that are made from the records: current, and true to an independent validator."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.editing.generated import codeowners, generated_files, out_of_date, write
from generator.editing.schema import schemas
from generator.model.layout import SINGLES, first_line, schema_path
from generator.model.site import Reviewer
from tests.project import CATEGORIES, ROOT, Project

FILES = [
    *(f"data/{name}.yml" for name in SINGLES),
    *(f"data/categories/{slug}.yml" for slug in CATEGORIES),
]
CETA = "data/categories/ceta.yml"


def valid(schema: Path, *files: Path) -> bool:
    """Ask an independent validator, which reads YAML in its own way."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 0


def test_the_committed_files_are_current() -> None:
    assert not out_of_date(ROOT), "run `make reference`"


def test_a_file_that_is_out_of_date_is_noticed_and_written_again(project: Project) -> None:
    files = generated_files(project.root)
    assert set(write(project.root)) == files.keys() - {"data/README.md"}
    project.write("generator/editing/schemas/category.json", "{}")
    assert list(out_of_date(project.root)) == ["generator/editing/schemas/category.json"]
    assert write(project.root) == ["generator/editing/schemas/category.json"]
    assert not out_of_date(project.root)


@pytest.mark.parametrize("path", FILES)
def test_each_file_names_its_schema_in_its_first_line(path: str) -> None:
    line = (ROOT / path).read_text(encoding="utf-8").split("\n")[0]
    assert line == first_line(path)
    named = line.partition("$schema=")[2]
    assert ((ROOT / path).parent / named).resolve() == ROOT / schema_path(path)


@pytest.mark.parametrize("path", FILES)
def test_an_independent_validator_accepts_the_real_data(path: str) -> None:
    assert valid(ROOT / schema_path(path), ROOT / path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: CETA", "titel: CETA"),
        ("title: CETA\n", ""),
        ("permit_type: employer-specific", "permit_type: closed"),
        ("reviewed_on: 2026-05", "reviewed_on: May 2026"),
        ("codes: [T23, T22]", "codes: []"),
        ("order: 20", "order: ten"),
        ("group: international-agreement", "group: Treaty!"),
        ("  url: https://www.canada.ca", "  url: https://www.canada.example"),
        ("  offer: yes", "  offer: maybe"),
    ],
)
def test_an_independent_validator_refuses_what_the_checks_refuse(
    project: Project, old: str, new: str
) -> None:
    project.replace(CETA, old, new)
    assert not valid(ROOT / schema_path(CETA), project.path(CETA))


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
