"""The files that are made from the records: current, and true to an independent validator."""

import json
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest
from check_jsonschema import main as validator
from click.testing import CliRunner

from generator.editing.generated import (
    codeowners,
    generated_files,
    out_of_date,
    program_files,
    write,
)
from generator.editing.names import NAMES
from generator.editing.schema import schemas
from generator.model.layout import SINGLES, first_line, schema_path
from generator.model.site import Reviewer
from tests.project import CATEGORIES, GUIDE, ROOT, Project, told
from tests.repository import guide

FILES = [
    *(f"data/{name}.yml" for name in SINGLES),
    *(f"data/categories/{slug}.yml" for slug in CATEGORIES),
]
ORCA = "data/categories/orca.yml"
SETTINGS = "data/settings.yml"


def valid(schema: Path, *files: Path) -> bool:
    """Ask an independent validator, which reads YAML in its own way."""
    # The names that a schema offers lie beside it, and are found there and nowhere else.
    done = CliRunner().invoke(validator, ["--schemafile", str(schema), *map(str, files)])
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert done.exit_code in {0, 1}, done.output
    return done.exit_code == 0


@pytest.mark.parametrize("path", program_files())
def test_what_is_made_of_the_program_is_committed_as_it_is_now(path: str) -> None:
    committed = (ROOT / path).read_text(encoding="utf-8")
    assert committed == program_files()[path], "run `make reference`"


def notes(project: Project) -> list[str]:
    """Return what `imp-guide check` says of the owners; it is never a problem."""
    done = guide(project, "check")
    assert done.returncode == 0, done.stdout
    return [line for line in done.stdout.splitlines() if line.startswith("Note: ")]


def test_owners_who_do_not_follow_the_records_are_a_note_and_no_problem(project: Project) -> None:
    project.path("generator").mkdir()
    assert not notes(project), "without such a file none is asked for"
    project.replace("data/reviewers.yml", 'github: ""', "github: desk-one")
    project.write(SETTINGS, f"{project.read(SETTINGS)}maintainers: [desk-two]\n")
    write(project.root)
    assert not notes(project)
    project.replace("data/reviewers.yml", "github: desk-one", "github: desk-three")
    (note,) = notes(project)
    assert note.startswith("Note: .github/CODEOWNERS does not name the people of data/reviewers")
    assert "whoever merges runs `make reference`" in note
    assert list(out_of_date(project.root)) == [".github/CODEOWNERS"]
    write(project.root)
    project.replace(SETTINGS, "[desk-two]", "[desk-two, desk-four]")
    assert notes(project) == [note]
    assert list(out_of_date(project.root)) == [".github/CODEOWNERS"]


def test_nobody_who_is_asked_is_a_note_that_names_file_and_key(project: Project) -> None:
    project.path("generator").mkdir()
    project.replace("data/reviewers.yml", "github: desk-two", 'github: ""')
    write(project.root)
    facts, program = notes(project)
    assert facts.startswith("Note: GitHub asks nobody about changes of facts, since no reviewer")
    assert facts.endswith("write it as `github:` in data/reviewers.yml.")
    assert program.startswith("Note: GitHub asks nobody about changes of the program, since no ")
    assert program.endswith("write it in the list `maintainers:` of data/settings.yml.")
    project.write(SETTINGS, f"{project.read(SETTINGS)}maintainers: [desk-two]\n")
    write(project.root)
    assert notes(project) == [facts]


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
    whole = json.loads(schemas()["generator/editing/schemas/category.json"])
    category = whole["$defs"]["Category"]["properties"]
    assert "a change asks for a newer review" in category["codes"]["description"]
    assert "the reviewer has to see a change" in category["summary"]["description"]
    assert "a change asks for nothing" in category["order"]["description"]
    assert category["permit_type"]["anyOf"][0]["if"]["enum"][0] == "employer-specific"
    assert "For example: CETA." in category["title"]["description"]


def reviewer(github: str = "", left: str = "") -> Reviewer:
    given = {"left": left} if left else {}
    record = {"name": "Ann", "title": "RCIC", "licence": "R000001", "regulator": "the CICC"} | {
        "github": github
    }
    return Reviewer.model_validate(record | given)


PROGRAM = (
    "/generator/",
    "/overrides/",
    "/tests/",
    "/mkdocs.yml",
    "/.gitattributes",
    "/.github/",
    "/.ci/",
    "/Makefile",
    "/pyproject.toml",
    "/requirements.lock",
)


def asked(text: str) -> dict[str, list[str]]:
    """Return who is asked about which path."""
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {path: owners for path, *owners in lines}


def test_reviewers_are_asked_about_facts_and_maintainers_about_the_program() -> None:
    text = codeowners({"a": reviewer("a-b"), "c": reviewer("c")}, ["d", "e-f"])
    assert asked(text) == {
        "/data/": ["@a-b", "@c"],
        "/content/": ["@a-b", "@c"],
        **{path: ["@d", "@e-f"] for path in PROGRAM},
        f"/{NAMES}": [],
    }
    assert "Nobody is asked, since" not in text


def test_a_reviewer_who_has_left_is_not_asked() -> None:
    text = codeowners({"a": reviewer("a-b", left="2022-05"), "c": reviewer("c")}, ["d"])
    assert asked(text)["/data/"] == ["@c"]
    assert "Nobody is asked, since no reviewer" in codeowners(
        {"a": reviewer("a", left="2022-05")}, ["d"]
    )


def test_whose_account_is_missing_stands_above_the_lines_that_lack_it() -> None:
    text = codeowners({"a": reviewer()}, ["", ""])
    assert not any(asked(text).values())
    assert set(asked(text)) == {"/data/", "/content/", *PROGRAM, f"/{NAMES}"}
    lines = text.splitlines()
    facts, program = lines.index("/data/"), lines.index(PROGRAM[0])
    assert lines[facts - 1].endswith("write it as `github:` in data/reviewers.yml.")
    assert lines[program - 1].endswith("write it in the list `maintainers:` of data/settings.yml.")
    one = codeowners({"a": reviewer("a")}, [])
    assert "`github:`" not in one
    assert "`maintainers:`" in one


def test_what_names_an_owner_is_there() -> None:
    for path in ("/data/", "/content/", *PROGRAM):
        assert (ROOT / path.strip("/")).exists(), path


def test_an_account_is_written_without_its_sign(project: Project) -> None:
    project.write(SETTINGS, f"{project.read(SETTINGS)}maintainers: ['@desk-two']\n")
    line = project.line_of(SETTINGS, "maintainers")
    assert [(rule, place.line) for rule, place in told(project)] == [("value", line)]
