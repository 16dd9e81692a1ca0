import pytest

from generator.problems.problem import Place
from generator.source.front_matter import split
from generator.source.tree import plain


def test_head_and_body_are_split_with_their_lines() -> None:
    page, problems = split("---\ntitle: A\n---\n\n# A\n", "content/a.md")
    assert not problems
    assert page is not None
    assert plain(page.head) == {"title": "A"}
    assert (page.body, page.body_line) == ("\n# A\n", 4)
    assert page.head.place.line == 2


@pytest.mark.parametrize(
    ("text", "rule", "line", "says"),
    [
        ("# A\n", "front-matter", 1, "does not begin"),
        ("", "front-matter", 1, "does not begin"),
        ("---\ntitle: A\n", "front-matter", 1, "not closed"),
        ("---\ntitle: A: B\n---\n", "yaml", 2, "quotes"),
        ("---\n---\n", "yaml", 2, "empty"),
    ],
)
def test_a_head_that_cannot_be_read_is_a_problem(
    text: str, rule: str, line: int, says: str
) -> None:
    page, problems = split(text, "content/a.md")
    assert page is None
    assert [(problem.rule, problem.place.line) for problem in problems] == [(rule, line)]
    assert says in problems[0].message


def test_only_the_first_two_lines_of_dashes_belong_to_the_head() -> None:
    page, problems = split("---\ntitle: A\n--- \none\n---\ntwo\n", "content/a.md")
    assert not problems
    assert page is not None
    assert page.body == "one\n---\ntwo\n"


def test_a_problem_in_the_head_has_the_line_of_the_file() -> None:
    page, problems = split("---\ntitle: A\ntitle: B\n---\n", "content/a.md")
    assert page is not None
    assert [(p.rule, p.place) for p in problems] == [("duplicate-key", Place("content/a.md", 3, 1))]


@pytest.mark.parametrize("text", ["\n---\ntitle: A\n---\n", "--\ntitle: A\n--\n", "title: A\n"])
def test_the_head_is_the_first_thing_in_the_file(text: str) -> None:
    page, problems = split(text, "content/a.md")
    assert page is None
    assert [(problem.rule, problem.place.line) for problem in problems] == [("front-matter", 1)]
