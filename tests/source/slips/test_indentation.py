from pathlib import Path

import pytest

from generator.source.slips.indentation import misplaced
from generator.source.yaml_text import parse
from tests.project import GUIDE, Project

ORCA = "data/categories/orca.yml"
FILES = sorted((GUIDE / "data").rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_of_a_sound_file_is_out_of_place(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert misplaced(lines, len(lines)) is None


@pytest.mark.parametrize(
    ("old", "new", "shift", "column", "says"),
    [
        ("  fee: yes", "   fee: yes", 0, 4, "`fee` begins in column 4, `offer` on line"),
        ("  fee: yes", " fee: yes", 0, 2, "`fee` begins in column 2, `offer` on line"),
        ("verify:", " verify:", 0, 2, "`verify` begins in column 2, `reviewed_by` on line"),
        ("order: 20", " order: 20", 0, 2, "`order` begins in column 2, `also_known_as` on line"),
        ("    answer:", "   answer:", 0, 4, "`answer` begins in column 4, `question` on line"),
        ("  notice: >-", " notice: >-", 2, 3, "`url` begins in column 3, `notice` on line"),
        ("    number be", " number be", 0, 2, "the text of `text` goes on here"),
        ("questions:\n", "  order: 1\nquestions:\n", 0, 3, "`order` stands among the items"),
        ("  fee: yes", "\tfee: yes", 0, 1, "a tab stands here"),
        ("  offer: yes", "\toffer: yes", 0, 1, "a tab stands here"),
        ("questions:\n", "questions:\n-two\n", 1, 1, "there is no space after the `-`"),
        ("\nsources:\n", "\n    sources:\n", 1, 5, "`sources:` stands inside the text of `text`"),
        ("employer:\n  offer", "employer:\noffer", 1, 1, "`offer` belongs below `employer:`"),
        ("verify:\n  notice", "verify:\nnotice", 1, 1, "`notice` belongs below `verify:`"),
        (
            "\nnationals:",
            "\n    nationals:",
            1,
            5,
            "inside the item on line 22: begin it in column 1",
        ),
        ("sources:\n", "", 0, 3, "write that key above if it is missing"),
        ("    answer:", "  answer:", 0, 3, "`answer` stands among the items of a list"),
        ("title: ORCA", "  title: ORCA", 0, 3, "`title` begins in column 3, `also_known_as` on"),
        ("summary: >-\n  C", "summary: >-\nC", 1, 1, "the text of `summary` goes on here"),
    ],
)
def test_the_line_in_the_wrong_column_is_told(
    project: Project, old: str, new: str, shift: int, column: int, says: str
) -> None:
    line = project.replace(ORCA, old, new)
    (problem,) = parse(project.read(ORCA), ORCA)[1]
    assert (problem.place.line, problem.place.column) == (line + shift, column)
    assert says in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a:\n- x\n- y\nb: 1\n",
        "a:\n  - - x\n    - y\n  - b: 1\n    c: 2\nd: 3\n",
        "a: |\n    deep\n      deep: er\nb: 1\n",
        "a: >-\n  text\n\n  more: text\n\nb: 1\n",
        '"a b": 1\n# comment\n    # another\nc:\n    d: 1\n    e:\n        f: 2\n',
        "- a: 1\n  b: 2\n- c: 3\n",
        "a: [1,\n  2]\nb: 3\n",
    ],
)
def test_other_ways_to_indent_are_sound(text: str) -> None:
    lines = text.split("\n")
    assert misplaced(lines, len(lines)) is None


@pytest.mark.parametrize("value", ["Form #5 is needed", "a #b", "two words # three"])
def test_a_comment_that_cuts_a_text_off_is_told(value: str) -> None:
    (problem,) = parse(f"a: b\ntext: {value}\n", ORCA)[1]
    assert (problem.place.line, problem.place.column) == (2, 7)
    assert "comment that readers never see" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "# a\na: b\n",
        "a: 'b' # c\n",
        "a: [b] # c\n",
        "a: b#c\n",
        "a: >-\n  b #c\n",
        "a: # b\n  c: d\n",
    ],
)
def test_a_comment_that_hides_no_text_is_welcome(text: str) -> None:
    assert parse(text, ORCA)[1] == []


def test_a_first_item_without_its_dash_is_answered_with_the_dash() -> None:
    (problem,) = parse("a:\n  b: 1\n    c: 2\n  - b: 3\n    c: 4\n", ORCA)[1]
    assert problem.place.line == 3
    assert "write `- ` before `b` if it begins an item" in problem.message
    (problem,) = parse("a:\n    b: 1\n    c: 2\n  - b: 3\n    c: 4\n", ORCA)[1]
    assert problem.place.line == 2
    assert "`b` begins the first item of a list: write `- ` before it" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: one\n  b: 2\n", 2, "remove what stands behind `a:` if `b` belongs below it"),
        ("a: one\n  - b: 2\n", 2, "the key of the list that is missing"),
        ("- a: 1\nb: 2\n", 1, "makes a list of the whole file"),
        ("  - a: 1\nb: 2\n", 1, "this list has no key"),
        ("a:\n  b: >-\n    one\n  c two\n", 4, "if `c` is a key, write `c:`"),
        ("a:\n  - b: >-\n    one\n", 2, "remove the `- ` before it"),
        ("a:\n  - b: one\n      c: 2\n", 3, "begin both in the same column"),
    ],
)
def test_what_may_be_meant_besides_is_told(text: str, line: int, says: str) -> None:
    (problem,) = parse(text, ORCA)[1]
    assert problem.place.line == line
    assert says in problem.message


def test_a_key_that_has_its_dash_is_not_asked_for_one() -> None:
    (problem,) = parse("a:\n  - b: one\n      c: 2\n", ORCA)[1]
    assert "`- `" not in problem.message
