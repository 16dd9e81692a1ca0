"""What the parser refuses, in words that say what to write, on the line where the slip is."""

import pytest

from generator.problems.problem import Problem
from generator.source.slips.refused import syntax_problem
from generator.source.yaml_text import parse

BEFORE = "a: 1\nb: >-\n  a text: of its own\n  - goes on\nc:\n  - d: 1\n    e: 2\n"
AFTER = "\nf: |\n  another\n\n  text\ng: [1, 2]\n"


def only(text: str) -> Problem:
    _node, problems = parse(text, "a.yml")
    assert len(problems) == 1, problems
    assert problems[0].rule == "yaml"
    return problems[0]


@pytest.mark.parametrize(
    ("value", "column", "says"),
    [
        ("- European", 4, "cannot begin with `- `"),
        ("-", 4, "cannot begin with `- `"),
        ("?", 4, "begins with `? `"),
        ("? which", 4, "begins with `? `"),
        ("@x", 4, "begins with `@`"),
        ("`x`", 4, "begins with a backtick"),
        ("%x", 4, "begins with `%`"),
        ("*x*", 4, "begins with `*`"),
        ("*x", 4, "begins with `*`"),
        ("* x", 4, "begins with `*`"),
        ("&x", 4, "begins with `&`"),
        ("& x", 4, "begins with `&`"),
        ("!x", 4, "begins with `!`"),
        ("! x", 4, "begins with `!`"),
        ("|x", 4, "begins with `|`"),
        (">x", 4, "begins with `>`"),
        ("[x] y", 4, "begins with `[`"),
        ("{x} y", 4, "begins with `{`"),
        ("{{ x }}", 5, "begins with `{`"),
        ("]x", 4, "begins with `]`"),
        ("}x", 4, "begins with `}`"),
        (",x", 4, "begins with `,`"),
        (": x", 4, "begins with `: `"),
        ("#x", 3, "begins with `#`"),
        ("x: y", 5, "put the whole text in double quotes"),
        ("x y:", 7, "put the whole text in double quotes"),
        ("'it's'", 8, "put all of it in double quotes"),
        ('"a" b', 7, "the text goes on after the closing quote"),
        ('"a \\q b"', 7, "write `\\\\`"),
        ("'open", 4, "the quote ' that opens here is not closed"),
        ('"open', 4, 'the quote " that opens here is not closed'),
        ("[x", 4, "add `]` at the end"),
        ("{x", 4, "add `}` at the end"),
        ("[x, y]]", 4, "`]` stands behind a list"),
        ("[x, y],", 4, "`,` stands behind a list"),
        ("[x,, y]", 4, "put one comma between two items"),
        ("x # y z", None, ""),
        ("two words # three", 4, "a comment that readers never see"),
        ("\u00a0x", 4, "U+00A0"),
    ],
)
@pytest.mark.parametrize("before", ["", BEFORE])
@pytest.mark.parametrize("after", ["", AFTER, '\nz: "closed"\ny: [1]\n'])
def test_a_value_is_told_on_its_line_whatever_stands_around_it(
    value: str, column: int | None, says: str, before: str, after: str
) -> None:
    text = f"{before}v: {value}{after}"
    if column is None:
        assert parse(text, "a.yml")[1] == []
        return
    problem = only(text)
    assert (problem.place.line, problem.place.column) == (before.count("\n") + 1, column)
    assert says in problem.message
    assert "quotes" in problem.message or "[" in problem.message or column in {4, 8}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("v:1", "`v:1` has no space after the colon: write `v: 1`"),
        ("v:>-", "write `v: >-`"),
        ("v:[1, 2]", "write `v: [1, 2]`"),
        ("v:https://x.example/a:b", "write `v: https://x.example/a:b`"),
        ("v：1", "write `v: 1`"),
        ("v; 1", "write `v: 1`"),
        ("v = 1", "write `v: 1`"),
        ("a_key 1", "write `a_key: 1`"),
        ("v 1", "write `v: 1`"),
        ("-v", "there is no space after the `-`: write `- v`"),
        ("• v", "`•` begins no item here: write `- `"),
        ("* v", "`*` begins no item here: write `- `"),
        ("1. v", "`1.` begins no item here: write `- `"),
        ("\tv: 1", "a tab stands here"),
        ("v:\u00a01", "a no-break space (U+00A0, from Word) stands here: type a space"),
        ("v:\u202f1", "a narrow no-break space (U+202F, from Word) stands here"),
        ("\u00a0\u00a0v: 1", "U+00A0"),
        ("\u3000v: 1", "U+3000"),
        ("\u2003v: 1", "U+2003"),
        ("\u2009v: 1", "U+2009"),
        ("-\u00a0v: 1", "U+00A0"),
        ("v: >-\u00a0", "U+00A0"),
        ("v\u00a0: 1", "U+00A0"),
        ("\u00a0", "U+00A0"),
        ("...", "`...` ends the file"),
        ("---", "ends it: remove the line"),
    ],
)
@pytest.mark.parametrize("after", [AFTER, "\nz: 1\n"])
def test_a_line_is_told_by_itself_whatever_stands_around_it(
    line: str, says: str, after: str
) -> None:
    problem = only(f"{BEFORE}{line}{after}")
    assert problem.place.line == BEFORE.count("\n") + 1
    assert says in problem.message


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u2009", "\u2003", "\u3000"])
def test_a_blank_that_is_none_is_told_in_its_own_column(sign: str) -> None:
    assert only(f"a: 1\nb:{sign}2\nc: 3\n").place.column == 3
    assert only(f"a:\n  - b: 1\n   {sign}c: 2\n").place.column == 4
    assert only(f"a:\n  -{sign}b: 1\n    c: 2\n").place.column == 4


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad"])
def test_an_invisible_sign_before_the_indentation_is_told_there(sign: str) -> None:
    problem = only(f"a: 1\nb:\n{sign}  c: 1\n  d: 2\n")
    assert (problem.place.line, problem.place.column) == (3, 1)
    assert f"the invisible sign U+{ord(sign):04X} stands here: remove it" in problem.message


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u3000"])
@pytest.mark.parametrize(
    "text", ["a: b{}c\n", "a: >-\n  b{}c\n  {}d: e\n", 'a: "b:{}c"\n', "a: Note :{}b\n"]
)
def test_such_a_blank_within_a_text_is_sound(sign: str, text: str) -> None:
    assert parse(text.replace("{}", sign), "a.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('a: 1\nb:\n  c: 1\n  d: \'x\n  e: 2\nf: "y"\n', 4, "not closed"),
        ('a: 1\nb: "x\nc: 2\nd: "y"\n', 2, "not closed"),
        ("a: [1, 2\nb: 3\nc: [4]\n", 1, "not closed"),
        ("a:\n  - b: [1\n    c: 2\n  - b: [3]\n", 2, "not closed"),
        ('a: "x\n  y"\nb: "z\nc: 1\n', 3, "not closed"),
        ("a: [1,\n  2]\nb: x: y\n", 3, "double quotes"),
        ("a: [\n  1,\n]\nb: x: y\n", 4, "double quotes"),
    ],
)
def test_what_is_not_closed_is_told_where_it_begins(text: str, line: int, says: str) -> None:
    problem = only(text)
    assert problem.place.line == line
    assert says in problem.message


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\u200e"])
def test_an_invisible_sign_in_a_key_is_named_and_the_key_read_without_it(sign: str) -> None:
    node, problems = parse(f"a: 1\nb{sign}c: 2\n", "a.yml")
    assert len(problems) == 1
    assert f"U+{ord(sign):04X}" in problems[0].message
    assert (problems[0].place.line, problems[0].place.column) == (2, 2)
    assert list(getattr(node, "values", {})) == ["a", "bc"]


def test_an_item_without_its_dash_is_one_problem() -> None:
    _node, problems = parse("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", "a.yml")
    assert [problem.place.line for problem in problems] == [4]
    assert "begin an item of its own with `- `" in problems[0].message


def test_what_no_line_shows_by_itself_is_told_in_words_all_the_same() -> None:
    error = type("Odd", (Exception,), {})()
    problem = syntax_problem(error, "a: 1\n", "a.yml", 3)
    assert (problem.rule, problem.place.line) == ("yaml", 4)
    assert "cannot be read" in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("a: 1\nb\n  c: 2\n", 2, 1, "write `b:`"),
        ("a: 1\nb;\n  c: 2\n", 2, 1, "write `b:`"),
        ("a:\n  - b: 1\n    c: 2\n  - b 3\n    c: 4\n", 4, 5, "write `b: 3`"),
        ("a:\n  - b: 1\n    c: 2\n  - Three\n    c: 4\n", 4, 5, "write `- b: `"),
        ("a:\n  - one\n  two words\n", 3, 3, "write `- ` before it"),
        ("a:\n  one: 1\n  b:\n  two words\n", 4, 3, "belongs below `b:`"),
        ("a:\n  One two\n\n  three of: four\n", 1, 1, "write `>-` behind the colon"),
        ("a: >-\n  one\nb: >--\n  two\n", 3, 4, "`>--` opens no longer text"),
        ("a: l\n  One two\n\n  three: four\n", 1, 4, "`l` opens no longer text"),
        ("a: ->\n  one two\n", 1, 4, "`->` opens no longer text"),
        ("a: >- one\n", 1, 4, "begins on the next line"),
        ("a: >-\n  one\n#b: >-\n  two\n", 3, 1, "makes a comment of this line"),
        ("a: 1\n<!-- b -->\nc: 2\n", 2, 1, "write `# ` in its place"),
        ("a: 1\n: 2\n", 2, 1, "no key stands before this colon"),
        ("a: 1\n>-\n  b\n", 2, 1, "no key stands before this `>-`"),
        ("a:\n  -\tb: 1\n    c: 2\n", 2, 4, "a tab stands here"),
        ("a: 1 b: 2\n", 1, 7, "if `b` is a key, begin it on a line of its own"),
        ("a: https: //x.org\n", 1, 9, "a space stands within this address"),
        ("a: [b, ]c\n", 1, 4, "write it within them"),
        ("a - b\nc: 1\n", 1, 1, "write `a: b`"),
        ("a: >-\n  b\n  -- c: 1\n", None, 1, ""),
        ("a:\n  - b: >-\n      c\n  -- b: 1\n    d: 2\n", 4, 3, "one `-` and a space"),
        ("a:\n  - b: >-\n      c\n  • b: 1\n    d: 2\n", 4, 3, "`•` begins no item"),
        ("? a: 1\n", 1, 3, "remove the `? `"),
    ],
)
def test_what_a_line_was_to_be_is_told_by_the_lines_around_it(
    text: str, line: int | None, column: int, says: str
) -> None:
    if line is None:
        assert parse(text, "a.yml")[1] == []
        return
    problem = only(text)
    assert (problem.place.line, problem.place.column) == (line, column)
    assert says in problem.message


def test_a_comma_or_a_sentence_before_a_colon_makes_no_second_key() -> None:
    assert "line of its own" not in only("a: One of the permits: two\n").message
