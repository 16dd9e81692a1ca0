from typing import Any

import pytest

from generator.problems import Place, Problem
from generator.source.tree import place_of, plain
from generator.source.yaml_text import parse


def data(text: str) -> Any:
    node, problems = parse(text, "a.yml")
    assert not problems
    assert node is not None
    return plain(node)


def only(text: str) -> Problem:
    _, problems = parse(text, "a.yml")
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    "written", ["NO", "ON", "yes", "null", "~", "010", "1_000", "205.10", "2026-05", "1e3", "0x1F"]
)
def test_scalars_are_read_as_written(written: str) -> None:
    assert data(f"key: {written}") == {"key": written}


def test_quotes_and_folded_texts_are_yaml() -> None:
    assert data('a: "x: y"\nb: >-\n  one\n  two\n') == {"a": "x: y", "b": "one two"}


def test_an_empty_value_is_an_empty_text() -> None:
    assert data("a:\nb: 1\n") == {"a": "", "b": "1"}


def test_every_key_and_value_has_its_place() -> None:
    node, _ = parse("a: 1\nb:\n  - x\n  - c: 2\n", "a.yml")
    assert node is not None
    assert place_of(node, ["a"]) == Place("a.yml", 1, 4)
    assert place_of(node, ["a"], key=True) == Place("a.yml", 1, 1)
    assert place_of(node, ["b", 0]) == Place("a.yml", 3, 5)
    assert place_of(node, ["b", 1, "c"]) == Place("a.yml", 4, 8)
    assert place_of(node, ["b", 1, "missing"]) == Place("a.yml", 4, 5)


def test_places_count_from_where_the_text_begins_in_its_file() -> None:
    node, _ = parse("a: 1\n", "a.md", first_line=2)
    assert node is not None
    assert node.place == Place("a.md", 2, 1)


@pytest.mark.parametrize(
    ("text", "line", "rule", "advice"),
    [
        ("a: b: c", 1, "yaml", "double quotes"),
        ("a: 1\n\tb: 2\n", 2, "yaml", "spaces"),
        ("a:\n\t- b\n", 2, "yaml", "spaces, not tabs"),
        ('a: "open\nb: 2\n', 3, "yaml", "never closed"),
        ("a: [1, 2\nb: 3\n", 2, "yaml", "brackets"),
        ("a: 1\n b: 2\n", 2, "yaml", "double quotes"),
        ("a: @x\n", 1, "yaml", "double quotes"),
        ("a: 1\nno colon\nb: 2\n", 3, "yaml", "colon"),
        ("a: 1\na: 2\n", 2, "duplicate-key", "first on line 1"),
        ("a: &x 1\n", 1, "yaml", "remove the mark"),
        ("a: 1\nb: *a\n", 2, "yaml", "write the value out"),
        ("a: !!python/object x\n", 1, "yaml", "tag"),
        ("a: 1\n---\nb: 2\n", 2, "yaml", "second document"),
        ("[a]: 1\n", 1, "yaml", "plain text"),
        ("", 1, "yaml", "empty"),
        ("# only a comment\n", 1, "yaml", "empty"),
        ('a: "\\x02"\n', 1, "yaml", "U+0002"),
        ('a: "\\u202e"\n', 1, "yaml", "U+202E"),
    ],
)
def test_what_the_data_files_do_not_use_is_one_problem_with_its_place(
    text: str, line: int, rule: str, advice: str
) -> None:
    problem = only(text)
    assert (problem.rule, problem.place.line) == (rule, line)
    assert advice in problem.message


def test_values_nested_without_end_are_a_problem_not_a_crash() -> None:
    assert only("[" * 5000).rule == "yaml"


def test_two_duplicates_are_two_problems() -> None:
    _, problems = parse("a: 1\na: 2\nb: 1\nb: 2\n", "a.yml")
    assert [problem.place.line for problem in problems] == [2, 4]
