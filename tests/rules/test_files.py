import pytest

from generator.guide import compile_guide
from generator.model.layout import first_line
from generator.problems.problem import Problem, Severity
from tests.project import TODAY, Project

ORCA = "data/categories/orca.yml"


def unnamed(project: Project) -> list[Problem]:
    found = compile_guide(project.root, TODAY).problems
    return [problem for problem in found if problem.rule == "schema-line"]


@pytest.mark.parametrize("path", [ORCA, "data/codes.yml"])
@pytest.mark.parametrize("instead", ["", "# A comment", "# yaml-language-server: $schema=old.json"])
def test_a_file_that_names_no_schema_or_another_is_advised_what_to_write(
    project: Project, path: str, instead: str
) -> None:
    project.replace(path, first_line(path), instead)
    (problem,) = unnamed(project)
    assert (problem.severity, problem.place.path, problem.place.line) == (Severity.ADVICE, path, 1)
    assert first_line(path) in problem.message


def test_windows_line_ends_are_no_other_line(project: Project) -> None:
    project.write(ORCA, project.read(ORCA).replace("\n", "\r\n"))
    assert unnamed(project) == []


def test_pages_of_content_name_no_schema(project: Project) -> None:
    assert unnamed(project) == []
