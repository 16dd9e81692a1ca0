"""A file that holds more than any needs is told, with its place, before anything works on it."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from generator.guide import compile_guide
from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity, errors
from generator.rules import check
from generator.source.bounds import LARGEST, MOST_PROBLEMS, bounded, long_page
from generator.source.files import read_text
from generator.source.yaml_text import parse
from tests.project import ORCA, TODAY, Project, problems_of


def test_a_file_of_a_megabyte_is_read_and_a_larger_one_is_not(project: Project) -> None:
    project.write("data/a.yml", b"#" * LARGEST)
    assert isinstance(read_text(project.root, "data/a.yml"), str)
    project.write("data/a.yml", b"#" * (LARGEST + 1))
    found = read_text(project.root, "data/a.yml")
    assert isinstance(found, Problem)
    assert "larger than 1 MB" in found.message


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("a: b\n" + "".join(f"k{n}: x\n" for n in range(20_000)), "20,000 keys", 10_000),
        ("a: b\n" + "- " * 100_000 + "c\n", "nested too deeply", 2),
        ("a: b\nc: " + "[" * 100_000 + "\n", "nested too deeply", 2),
        ("a: b\nc: " + "d" * 4_001 + "\n", "more than 4,000 signs", 2),
        ("a:\n" + "".join(" " * n + f"k{n}:\n" for n in range(1, 900)), "nested too deeply", 41),
        ("a: b\nc: " + "{a: " * 60 + "b" + "}" * 60 + "\n", "nested too deeply", 2),
        ("a: b\n" + "".join(f"k{n}: &x y\n" for n in range(200)), "nothing more of this", 102),
    ],
)
def test_the_bound_that_a_text_breaks_is_told_at_its_line(text: str, says: str, line: int) -> None:
    _tree, problems = parse(text, "a.yml")
    assert says in problems[-1].message
    assert problems[-1].place.line == line
    assert len(problems) <= MOST_PROBLEMS + 1


@pytest.mark.parametrize(
    ("body", "says", "line"),
    [
        ("a\n\n" + "word " * 2_000 + "\n\nb\n", "this paragraph", 12),
        ("a\n\n" + "word\n" * 2_000, "this paragraph", 12),
        ("a word\n\n" * 13_000, "this page", 10),
    ],
)
def test_a_page_and_each_paragraph_have_a_bound(body: str, says: str, line: int) -> None:
    found = long_page(body, "content/a.md", 10)
    assert found is not None
    assert says in found.message
    assert found.place.line == line


def test_a_page_of_many_paragraphs_is_welcome() -> None:
    assert long_page("A paragraph of some words.\n\n" * 1_000, "content/a.md", 1) is None


def test_values_may_be_nested_as_far_as_anything_needs() -> None:
    text = "".join(" " * n + f"k{n}:\n" for n in range(39)) + " " * 39 + "k: x\n"
    assert parse(text, "a.yml")[1] == []


@pytest.mark.parametrize("sign", "[](){}<>*_`!&\\")
def test_a_sign_of_markdown_may_stand_only_so_often_in_a_paragraph(sign: str) -> None:
    body = f"# A\n\nword {sign * 100}\n\nword {sign * 99} word {sign}\n\n"
    assert long_page(body, "content/a.md", 1) is None
    found = long_page(f"{body}word\nword {sign * 101}\n", "content/a.md", 1)
    assert found is not None
    assert (found.rule, found.place.line) == ("text", 7)
    assert f"more than 100 `{sign}`" in found.message


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("# A\n\n" + "- " * 11 + "word", 3),
        ("# A\n\n" + "1. " * 11 + "word", 3),
        ("# A\n\n" + "> " * 11 + "word", 3),
        ("# A\n\n" + ">" * 11 + "word", 3),
        ("# A\n\n" + "- > 1. " * 4 + "word", 3),
        ("# A\n\n" + "".join("    " * n + "- word\n" for n in range(12)), 13),
        ("# A\n\n" + "".join("\t" * n + "* word\n\n" for n in range(12)), 23),
        ("# A\n\n" + "> " + "    " * 10 + "- word\n", 3),
        ("# A\n\n" + "> " + "    " * 7 + "- word\n", None),
        ("# A\n\n" + "<div markdown>\n\n" * 41, 83),
        ("# A\n\n" + "<b><i>" * 21, 3),
    ],
)
def test_what_is_nested_too_deeply_in_a_page_is_told_at_its_line(
    body: str, line: int | None
) -> None:
    found = long_page(body, "content/a.md", 1)
    assert (found.place.line if found else None) == line
    assert found is None or "nested too deeply" in found.message


@pytest.mark.parametrize(
    "body",
    [
        "- " * 10 + "word",
        "-" * 79,
        "*" * 79,
        "| " + "-" * 40 + " | " + "-" * 30 + " |",
        "    " * 20 + "code",
        "word > word > word",
        "<p>word\n\n" * 60,
        "<ul><li>word</ul>\n\n" * 60,
        "<b>word</b>\n\n" * 60,
        "word<br>\n\n" * 60,
    ],
)
def test_what_only_looks_nested_is_welcome(body: str) -> None:
    assert long_page(body, "content/a.md", 1) is None


def test_markdown_that_gives_up_at_a_page_is_no_crash(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deep(*_args: object, **_named: object) -> str:
        raise RecursionError

    monkeypatch.setattr("generator.pages.markdown.PageConverter.marked", deep)
    problems = compile_guide(project.root, TODAY).problems
    found = [p for p in problems if p.place.path == "content/glossary.md"]
    assert [(p.rule, "nested too deeply" in p.message) for p in found] == [("text", True)]


def test_no_advice_stands_in_the_way_of_an_error() -> None:
    advice = [
        Problem("text", f"no {n}", Place("data/a.yml", n), Severity.ADVICE) for n in range(1, 251)
    ]
    error = Problem("text", "wrong", Place("data/a.yml", 300))
    told = list(bounded([*advice, error]))
    assert error in told
    assert [p.message[:27] for p in told[MOST_PROBLEMS + 1 :]] == ["from here on 150 more of th"]


def test_a_rule_is_asked_until_enough_is_wrong_but_advice_is_never_enough(
    project: Project,
) -> None:
    records, _problems = load(project.root)
    advice = Problem("text", "look", Place("data/a.yml"), Severity.ADVICE)

    def rule(_records: object, _day: object) -> Iterator[Problem]:
        yield from [advice] * 3_000
        for n in range(1, 3_001):
            yield Problem("text", f"no {n}", Place("data/a.yml", n))

    with patch("generator.rules._CHECKS", (rule,)):
        found = check(records, TODAY)
    assert [len(errors(found)), len(found) - len(errors(found))] == [1_000, 3_000]


def test_a_hundred_problems_of_a_file_are_told_and_the_others_counted() -> None:
    many = [Problem("text", f"no {n}", Place("data/a.yml", n)) for n in range(1, 251)]
    other = Problem("text", "another", Place("data/b.yml", 1))
    told = list(bounded([*many, other]))
    assert told[:MOST_PROBLEMS] == many[:MOST_PROBLEMS]
    assert told[MOST_PROBLEMS] == other
    (last,) = told[MOST_PROBLEMS + 1 :]
    assert (last.place.line, last.message[:27]) == (101, "from here on 150 more of th")


def test_so_many_unknown_keys_are_not_all_looked_at(project: Project) -> None:
    text = project.read(ORCA)
    project.write(ORCA, text + "".join(f"key_{n}: x\n" for n in range(3_000)))
    assert 1 <= len([p for p in problems_of(project) if p.place.path == ORCA]) <= MOST_PROBLEMS + 2


def test_a_page_above_the_bound_is_told_once(project: Project) -> None:
    page = "content/glossary.md"
    line = project.read(page).count("\n") + 2
    project.write(page, project.read(page) + "\n" + "[" * 900_000 + "\n")
    found = [p for p in compile_guide(project.root, TODAY).problems if p.place.path == page]
    assert [(p.rule, p.place.line) for p in found] == [("text", found[0].place.line)]
    assert found[0].place.line < line
