import pytest

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
