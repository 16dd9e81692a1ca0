"""A file that holds more than any needs is told, with its place, before anything works on it."""

import pytest

from generator.guide import compile_guide
from generator.problems.problem import Place, Problem
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
        ("a: b\nc: " + "d" * 20_001 + "\n", "more than 20,000 signs", 2),
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
