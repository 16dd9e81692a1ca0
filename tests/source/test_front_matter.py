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
        ("", "front-matter", 1, "the file is empty"),
        ("---\ntitle: A\n---\n\n---\n# A\n", "front-matter", 5, "ends the head twice"),
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


HEAD = "---\ntitle: A\ndescription: B\n---\n\n# A\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("---\ntitle", "--\ntitle", 1, "in place of `--`"),
        ("---\ntitle", "—\ntitle", 1, "in place of `—`"),
        ("---\ntitle", "----\ntitle", 1, "in place of `----`"),
        ("---\ntitle", " ---\ntitle", 1, "in the first column"),
        ("---\ntitle", "\n---\ntitle", 1, "remove the empty lines above it"),
        ("---\ntitle", "title", 1, "write such a line above `title: A`"),
        ("B\n---", "B\n--", 4, "`--` does not close the head"),
        ("B\n---", "B\n ---", 4, "write `---` from the first column on"),
        ("B\n---", "B\n...", 4, "`...` does not close the head"),
        ("B\n---", "B", 1, "write a line `---` after its last key"),
        ("A\ndescr", "A\n---\ndescr", 3, "more of its keys stand below: remove this line"),
        ("A\ndescription: B\n---", "A\n---\n\ndescription: B", 3, "write it after the last key"),
        ("A\ndescription: B\n---", "A\n---\n  description: B", 3, "write it after the last key"),
    ],
)
def test_a_line_of_dashes_that_is_none_is_told_where_it_stands(
    old: str, new: str, line: int, says: str
) -> None:
    assert HEAD.count(old) == 1
    page, problems = split(HEAD.replace(old, new), "content/a.md")
    assert page is None
    assert [(p.rule, p.place.line) for p in problems] == [("front-matter", line)]
    assert says in problems[0].message


@pytest.mark.parametrize(
    "body", ["Note: this page.\n", "note this: it.\n", "- a: b\n", "    code: 1\n", "A\n---\nB\n"]
)
def test_a_page_may_begin_with_words_and_a_colon(body: str) -> None:
    page, problems = split(f"---\ntitle: A\n---\n{body}", "content/a.md")
    assert not problems
    assert page is not None
    assert page.body == body


@pytest.mark.parametrize(
    ("above", "says"),
    [
        ("***\n", "write it in place of `***`"),
        ("<!-- a note -->\n---\n", "remove what stands above the `---` on line 2"),
        ("---title: x\n", "does not begin with `---` alone"),
        ("\ufeff---\n", "does not begin with `---` alone"),
    ],
)
def test_what_stands_in_place_of_the_first_line_is_told(above: str, says: str) -> None:
    page, problems = split(f"{above}title: A\n---\n\n# A\n", "content/a.md")
    assert page is None
    assert says in problems[0].message
    assert len(problems) == 1
