from typing import Any

import pytest

from generator.problems.problem import Place, Problem
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
    "written", ["NO", "ON", "yes", "null", "~", "010", "1_000", "205.10", "2022-05", "1e3", "0x1F"]
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
        ('a: 1\nb: "open\nc: 2\n', 2, "yaml", "not closed"),
        ("a: 1\nb: 'open\nc: 2\n", 2, "yaml", "not closed"),
        ("a: 1\nb:2\nc: 3\n", 2, "yaml", "write `b: 2`"),
        ("a:\n  - b:two words\n    c: 3\n", 2, "yaml", "write `b: two words`"),
        ("a:1\nb: 2\n", 1, "yaml", "write `a: 1`"),
        ('a: "x\n  y"\nb: @\n', 3, "yaml", "begins with `@`"),
        ("a: 1\nb: 'it's'\n", 2, "yaml", "after the closing quote"),
        ('a: 1\nb: "x\nc: 2\nd: "y"\n', 2, "yaml", "not closed"),
        ("a: [1, 2\nb: 3\n", 1, "yaml", "bracket"),
        ("a: 1\n b: 2\n", 2, "yaml", "column"),
        ("a: @x\n", 1, "yaml", "double quotes"),
        ("a: 1\nno colon\nb: 2\n", 2, "yaml", "colon"),
        ("a: 1\na: 2\n", 2, "duplicate-key", "first on line 1"),
        ("a: &x 1\n", 1, "yaml", "begins with `&`"),
        ("a: 1\nb: *a\n", 2, "yaml", "begins with `*`"),
        ("a: !!python/object x\n", 1, "yaml", "begins with `!`"),
        ("a: 1\n---\nb: 2\n", 2, "yaml", "`---`"),
        ("[a]: 1\n", 1, "yaml", "begins with `[`"),
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


@pytest.mark.parametrize("written", ["010", "NO", "off", "1.0", "12:30", "2022-02-30", "+1", ".5"])
def test_texts_in_lists_are_read_as_written_too(written: str) -> None:
    assert data(f"- {written}\n- [{written}]\n") == [written, [written]]


def test_a_dash_line_before_and_dots_after_are_no_second_document() -> None:
    assert data("---\na: 1\n...\n") == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: x: y\n", Place("a.yml", 2, 5)),
        ("a: 1\n\tb: 2\n", Place("a.yml", 2, 1)),
        ("a: 1\nb: @x\n", Place("a.yml", 2, 4)),
        ("a:\n  b: 1\n  b: 2\n", Place("a.yml", 3, 3)),
        ("a: 1\nb: &x 1\n", Place("a.yml", 2, 4)),
        ("a: 1\n  # note\nb: *x\n", Place("a.yml", 3, 4)),
        ("a: 1\nb: !x 1\n", Place("a.yml", 2, 4)),
        ("a: 1\n---\nb: 1\n", Place("a.yml", 2, 1)),
        ('a: 1\nb: "é\u0007"\n'.replace("\u0007", "\\a"), Place("a.yml", 2, 4)),
        ("a: 1\nb: é\u200e\u202ax\n", Place("a.yml", 2, 4)),
    ],
)
def test_a_problem_has_line_and_column(text: str, place: Place) -> None:
    assert only(text).place == place


@pytest.mark.parametrize("character", ["\x02", "\x07", "\x0c", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_named_on_its_own_line(character: str) -> None:
    problem = only(f"a: 1\nb: x{character}y\nc: 2\n")
    assert (problem.rule, problem.place.line) == ("yaml", 2)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("before", ['b: "x{}y"', "b: x{}y", "b: >-\n  x{}y"])
def test_an_invisible_line_end_is_named_where_it_is(character: str, before: str) -> None:
    text = f"a: 1\n{before.format(character)}\nc: 2\n"
    problem = only(text)
    assert problem.place.line in range(2, 2 + before.count("\n") + 1)
    assert f"U+{ord(character):04X}" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a: *word* of mouth",
        "a: | text on the line",
        "a: > text on the line",
        "a: %x",
        "a: `x`",
        "a: 'it's'",
        "a: x: y",
        "a: {x",
        "a: [x",
    ],
)
def test_a_common_slip_is_explained_without_the_parser_s_words(text: str) -> None:
    problem = only(f"{text}\n")
    assert problem.rule == "yaml"
    assert "while " not in problem.message
    assert "not valid YAML" not in problem.message


@pytest.mark.parametrize("text", ["[" * 3000 + "]" * 3000, "{a: " * 3000 + "}" * 3000])
def test_deep_nesting_is_one_problem(text: str) -> None:
    problem = only(f"a: {text}\n")
    assert (problem.rule, problem.place.path) == ("yaml", "a.yml")
    assert "nested too deeply" in problem.message


def test_deep_nesting_by_indentation_is_one_problem() -> None:
    assert "nested" in only("".join(f"{'  ' * depth}a:\n" for depth in range(1500))).message


def test_of_a_key_that_is_there_twice_the_written_value_counts() -> None:
    node, problems = parse("a: |\na: |\n  one\nb: 2\n", "a.yml")
    assert node is not None
    assert plain(node) == {"a": "one\n", "b": "2"}
    assert [problem.rule for problem in problems] == ["duplicate-key"]


def test_of_an_item_the_key_that_may_be_missing_is_told() -> None:
    _node, (problem,) = parse("a:\n  - b: 1\n    c: 2\n    c: 3\n", "a.yml")
    assert "or begin an item above it with `- b:`" in problem.message
    _node, (problem,) = parse("a:\n  b: 1\n  b: 2\n", "a.yml")
    assert "or write the key that is missing above it" in problem.message
