import json
from pathlib import Path

import pytest

from generator.problems.problem import Place, Problem, Severity
from generator.problems.reports import Format, count, report

ERROR = Problem("value", "first", Place("a.yml", 2, 4))
WARNING = Problem("review-overdue", "second", Place("a.yml", 1, 1), Severity.WARNING)
NOTE = Problem("superseded-code", "third", Place("a.yml", 1, 1), Severity.ADVICE)
WHOLE = Problem("file-name", "fourth", Place("a.yml"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.yml").write_text("one: 1\ntwo: 2\n", encoding="utf-8")
    return tmp_path


def lines(root: Path, *problems: Problem) -> list[str]:
    return report(problems, root).split("\n")


def test_a_problem_is_shown_with_its_line_and_a_caret_below_its_column(root: Path) -> None:
    assert lines(root, ERROR) == [
        "a.yml:2:4: error[value]: first",
        "    2 | two: 2",
        "      |    ^",
        "1 problem to mend before the guide can be published.",
    ]


def test_the_caret_goes_along_with_tabs_and_wide_characters(root: Path) -> None:
    (root / "a.yml").write_text("\tä日本e\u0301: x\n", encoding="utf-8")
    shown = lines(root, Problem("value", "x", Place("a.yml", 1, 6)))
    assert shown[2] == "      | \t      ^"


def test_of_a_long_line_only_the_part_around_the_column_is_shown(root: Path) -> None:
    (root / "a.yml").write_text(f"key: {'a' * 300}XY{'b' * 300}\n", encoding="utf-8")
    line, caret = lines(root, Problem("value", "x", Place("a.yml", 1, 306)))[1:3]
    assert len(line) < 110
    assert line[caret.index("^")] == "X"


@pytest.mark.parametrize(
    "problem",
    [
        WHOLE,
        NOTE,
        Problem("value", "x", Place("missing.yml", 1, 1)),
        Problem("value", "x", Place("a.yml", 99, 1)),
        Problem("value", "x", Place("a.yml", 3, 1)),
    ],
)
def test_where_no_line_is_to_blame_none_is_shown(root: Path, problem: Problem) -> None:
    assert len(lines(root, problem)) == 2


def test_a_file_in_another_encoding_is_not_quoted(root: Path) -> None:
    (root / "a.yml").write_bytes(b"caf\xe9: 1\n")
    assert len(lines(root, ERROR)) == 2


def test_what_stops_a_build_comes_first(root: Path) -> None:
    shown = "\n".join(lines(root, NOTE, WARNING, ERROR))
    assert shown.index("first") < shown.index("second") < shown.index("third")


@pytest.mark.parametrize(
    ("problems", "says"),
    [
        ([], "No problems: the guide can be published."),
        ([ERROR], "1 problem to mend before the guide can be published."),
        (
            [ERROR, ERROR, Problem("value", "x", Place("b.yml"))],
            "3 problems in 2 files to mend before the guide can be published.",
        ),
        ([WARNING], "No problems: the guide can be published. Besides, 1 warning."),
        (
            [ERROR, WARNING, NOTE, NOTE],
            "1 problem to mend before the guide can be published. Besides, 1 warning and 2 notes.",
        ),
    ],
)
def test_the_last_line_counts(problems: list[Problem], says: str) -> None:
    assert count(problems) == says


def test_for_github_each_problem_is_an_annotation_on_its_line(root: Path) -> None:
    told = report([ERROR, WARNING, NOTE], root, Format.GITHUB).split("\n")
    assert told[0] == "::error file=a.yml,line=2,col=4,title=error[value]::first"
    assert told[1].startswith("::warning file=a.yml,line=1,col=1,title=warning[review-overdue]::")
    assert told[2].startswith("::notice file=a.yml,")
    assert told[3].startswith("1 problem to mend")


def test_an_annotation_cannot_be_broken_out_of(root: Path) -> None:
    message = "50%\n::set-output name=x::y"
    problem = Problem("value", message, Place("a,b:c%.yml", 1, 1))
    told = report([problem], root, Format.GITHUB).split("\n")
    assert told[0].startswith("::error file=a%2Cb%3Ac%25.yml,line=1,")
    assert told[0].endswith("::50%25 ::set-output name=x::y")
    assert len(told) == 2


def test_json_has_every_part_and_the_numbers(root: Path) -> None:
    told = json.loads(report([WARNING, ERROR], root, Format.JSON))
    assert told["problems"][0] == {
        "rule": "value",
        "severity": "error",
        "message": "first",
        "path": "a.yml",
        "line": 2,
        "column": 4,
    }
    assert (told["errors"], told["warnings"], told["advice"]) == (1, 1, 0)
