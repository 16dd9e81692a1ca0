import pytest

from generator.source.front_matter import split
from generator.source.slips.merge_markers import merge_markers
from generator.source.yaml_text import parse

CONFLICT = "<<<<<<< HEAD\none: 1\n=======\none: 2\n>>>>>>> main\n"


def lines(text: str) -> list[int]:
    problems = merge_markers(text, "a.yml")
    assert {problem.rule for problem in problems} <= {"merge-marker"}
    return [problem.place.line for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CONFLICT, [1]),
        (f"a: 1\n{CONFLICT}b: 2\n{CONFLICT}", [2, 8]),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n||||||| 1c2d3e\nb: 0\n=======\nb: 2\n>>>>>>> main\n", [2]),
        ("a: 1\n=======\nb: 2\n>>>>>>> main\n", [2]),
        ("a: 1\n>>>>>>> main\n", [2]),
        ("a: 1\n||||||| 1c2d3e\n", [2]),
        ("a: >-\n  text\n  <<<<<<< HEAD\n  one\n  =======\n  two\n  >>>>>>> main\n", [3]),
        ("a\n=======\nb\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> main\n", [2, 4]),
    ],
)
def test_each_conflict_is_one_problem_at_its_first_mark(text: str, expected: list[int]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: <<<<<<< b\n",
        "a\n======\nb\n========\n",
        "a: 1 < 2\n",
        "======= =======\n",
        "| a | b |\n|---|---|\n",
        "<<<<<<<HEAD\n",
        "> > > quoted\n",
    ],
)
def test_signs_that_no_merge_leaves_are_sound(text: str) -> None:
    assert lines(text) == []


def test_nothing_else_is_told_of_a_file_with_a_conflict() -> None:
    node, problems = parse(f"a: 1\na: 2\nb: @x\n{CONFLICT}", "a.yml")
    assert node is None
    assert [(problem.rule, problem.place.line) for problem in problems] == [("merge-marker", 4)]


@pytest.mark.parametrize("where", ["---\n{}---\n\n# A\n", "---\ntitle: A\n---\n\n# A\n\n{}"])
def test_a_conflict_in_head_or_text_of_a_page_is_told_in_its_place(where: str) -> None:
    page, problems = split(where.format(CONFLICT), "content/a.md")
    assert page is None
    line = where[: where.index("{}")].count("\n") + 1
    assert [(problem.rule, problem.place.line) for problem in problems] == [("merge-marker", line)]
