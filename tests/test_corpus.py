"""What editors really get wrong, one slip at a time: the first problem names file, line and key."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from generator.guide import compile_guide
from generator.model.category import Category
from generator.model.decode import decode, told_once
from generator.model.layout import SINGLES
from generator.model.site import PageHead
from generator.problems.problem import Problem, errors
from generator.problems.reports import report
from generator.source.front_matter import split
from generator.source.yaml_text import parse
from tests.project import GUIDE, TODAY, Project

ORCA = "data/categories/orca.yml"
CODES = "data/codes.yml"
TABLE = "data/comparison.yml"
PAGE = "content/codes.md"
URL = "  url: https://www.canada.ca/en/lighthouses"

COPIED = "  - code: K10\n    subject: Copied\n    history:\n      standing: not recorded\n\n"

# File, what stands there, what is written instead, on which line of the text, and the key.
SLIPS = [
    (ORCA, "title: ORCA\n", "", None, "title"),
    (ORCA, "summary: >-", "sumary: >-", 0, "summary"),
    (ORCA, "group: agreement-between-towns\n", "", None, "group"),
    (ORCA, "codes: [P23, P22]\n", "", None, "codes"),
    (ORCA, "permit_type: employer-specific\n", "", None, "permit_type"),
    (ORCA, "reviewed_on: 2022-05\n", "", None, "reviewed_on"),
    (ORCA, "reviewed_by: review-desk-one\n", "", None, "reviewed_by"),
    (ORCA, "  offer: yes\n", "", -1, "offer"),
    (ORCA, "title: ORCA", "titel: ORCA", 0, "titel"),
    (ORCA, "permit_type:", "permit type:", 0, "permit type"),
    (ORCA, "reviewed_on:", "reviewed_On:", 0, "reviewed_On"),
    (ORCA, "reviewed_by:", "reviewer:", 0, "reviewer"),
    (ORCA, "verify:", "Verify:", 0, "Verify"),
    (ORCA, "  notice:", "  notise:", 0, "notise"),
    (ORCA, "how_it_works:", "how-it-works:", 0, "how-it-works"),
    (ORCA, "related:", "relatd:", 0, "relatd"),
    (ORCA, "  - question:", "  - queston:", 0, "queston"),
    (ORCA, "\nnationals:", "\nnationality:", 1, "nationality"),
    (ORCA, "order: 20", "order: twenty", 0, "order"),
    (ORCA, "order: 20", "order: -1", 0, "order"),
    (ORCA, "codes: [P23, P22]", "codes: P23, P22", 0, "codes"),
    (ORCA, "codes: [P23, P22]", "codes: []", 0, "codes"),
    (ORCA, "permit_type: employer-specific", "permit_type: Employer-specific", 0, "permit_type"),
    (ORCA, "permit_type: employer-specific", "permit_type: closed", 0, "permit_type"),
    (ORCA, "permit_type: employer-specific", "permit_type:", 0, "permit_type"),
    (ORCA, "  fee: yes", "  fee: perhaps", 0, "fee"),
    (ORCA, "title: ORCA", 'title: ""', 0, "title"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-13", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: 05/2022", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: May 2022", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-02-30", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: 2023-05", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: yesterday", 0, "reviewed_on"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on:", 0, "reviewed_on"),
    (ORCA, "reviewed_by: review-desk-one", "reviewed_by: Review Desk One", 0, "reviewed_by"),
    (ORCA, "reviewed_by: review-desk-one", "reviewed_by: review", 0, "reviewed_by"),
    (ORCA, URL, URL.replace("https", "http"), 0, "url"),
    (ORCA, URL, URL.replace("canada.ca", "canada.example"), 0, "url"),
    (ORCA, URL, URL.replace("https://", ""), 0, "url"),
    (ORCA, URL, URL.replace("www.canada.ca", "www..canada.ca"), 0, "url"),
    (ORCA, "P22]", "P99]", 0, "codes"),
    (ORCA, "P22]", "p22]", 0, "codes"),
    (ORCA, "P22]", "P23]", 0, "codes"),
    (ORCA, "group: agreement-between-towns", "group: treaty", 0, "group"),
    (ORCA, "  - harba", "  - braha", 0, "related"),
    (ORCA, "  - harba", "  - orca", 0, "related"),
    (ORCA, "title: ORCA", "title: ORCA\ntitle: ORCA", 1, "title"),
    (ORCA, "  fee: yes", "  fee: yes\n  fee: no", 1, "fee"),
    (ORCA, "title: ORCA", "title: ORCA: the agreement", 0, ""),
    (ORCA, "title: ORCA", 'title: "ORCA', 0, "quote"),
    (ORCA, "title: ORCA", "title:ORCA", 0, "title"),
    (ORCA, "order: 20", "order:20", 0, "order"),
    (ORCA, "order: 20", "\torder: 20", 0, "tab"),
    (ORCA, "  offer: yes", "\toffer: yes", 0, "tab"),
    (ORCA, "order: 20", " order: 20", 0, ""),
    (ORCA, "codes: [P23, P22]", "codes: [P23, P22", 0, ""),
    (ORCA, "title: ORCA", "title: @ORCA", 0, ""),
    (ORCA, "title: ORCA", "title: *ORCA", 0, ""),
    (ORCA, "  - harba", "  -harba", 0, ""),
    (CODES, "standing: in use", "standing: used", 0, "standing"),
    (CODES, "  - code: K11\n", f"{COPIED}  - code: K11\n", 0, "K10"),
    (CODES, "  - code: K11\n", "  - code: K1\n", 0, "code"),
    (CODES, "    subject: Mountain Rescue Team\n", "", -1, "subject"),
    (CODES, "changed_on: 2018-12-15", "changed_on: 15 December 2018", 0, "changed_on"),
    (CODES, "about: harba", "about: harza", 0, "about"),
    (CODES, "source: mountain-rescue-team", "source: mountain", 0, "source"),
    (TABLE, "      imp: No. Nobody asks for one.\n", "", -1, "imp"),
    (TABLE, "      imp: No.", "      ipm: No.", 0, "imp"),
    (TABLE, "key: speed", "key: first-step", 0, "first-step"),
    (TABLE, "  - key: tfwp", "  - key: imp", 0, "imp"),
    ("data/settings.yml", "months: 12", "months: none", 0, "review_interval_months"),
    ("data/settings.yml", "is_error: no", "is_error: never", 0, "overdue_is_error"),
    ("data/terms.yml", "    name: International Mobility Program\n", "", -1, "name"),
    (PAGE, "---\ntitle", "title", 0, "title"),
    (PAGE, "reviewed_on: 2022-05\n", "", None, "reviewed_on"),
    (PAGE, "reviewed_on: 2022-05", "reviewed_on: soon", 0, "reviewed_on"),
    (PAGE, "{{ codes_by_code() }}", "{{ codes_by_cod() }}", 0, "codes_by_cod"),
    (PAGE, "{{ codes_by_code() }}", "{{ codes_by_code( }}", 0, ""),
]
WHOLE: list[tuple[str, Callable[[bytes], bytes], int]] = [
    (ORCA, lambda raw: raw.replace(b"agreement", "agr\xe9ment".encode("latin-1"), 1), 6),
    (ORCA, lambda raw: raw.decode().encode("utf-16"), 1),
    (ORCA, lambda _raw: b"", 1),
    (ORCA, lambda raw: raw[: raw.index(b"P22")], 14),
    (ORCA, lambda raw: raw[: raw.index(b"reviewed_on")], 2),
    (CODES, lambda raw: raw.replace(b"subject", b"sub\x00ject", 1), 6),
]  # fmt: skip


def first_told(project: Project) -> tuple[str, int, str]:
    found = errors(compile_guide(project.root, TODAY).problems)
    assert found
    assert "Traceback" not in report(found, project.root)
    first = found[0]
    return first.place.path, first.place.line, first.message


def test_the_corpus_is_large_enough() -> None:
    assert len(SLIPS) + len(WHOLE) >= 60


@pytest.mark.parametrize(("path", "old", "new", "down", "key"), SLIPS)
def test_the_first_problem_names_file_line_and_key(
    project: Project, path: str, old: str, new: str, down: int | None, key: str
) -> None:
    line = project.replace(path, old, new)
    told, at, message = first_told(project)
    # A key that is missing at the top of a file is told where its record begins.
    assert (told, at) == (path, 2 if down is None else line + down)
    assert key in message


@pytest.mark.parametrize(("path", "broken", "line"), WHOLE)
def test_a_file_that_is_damaged_is_told_at_the_damage(
    project: Project, path: str, broken: Callable[[bytes], bytes], line: int
) -> None:
    raw = broken(project.path(path).read_bytes())
    assert raw != project.path(path).read_bytes()
    project.write(path, raw)
    told, at, _message = first_told(project)
    assert (told, at) == (path, line)


TERMS = "data/terms.yml"
PEOPLE = "data/reviewers.yml"

# A text of one line in each kind of file: the whole line, and what stands before the text.
LINES = [
    (ORCA, "title: ORCA", "title: "),
    (ORCA, "  - cider pressers on contract", "  - "),
    (CODES, "    subject: Mountain Rescue Team", "    subject: "),
    (TABLE, "      imp: No. Nobody asks for one.", "      imp: "),
    (TERMS, "    name: International Mobility Program", "    name: "),
    (PEOPLE, "  regulator: the CICC", "  regulator: "),
    (PAGE, 'title: "The codes, by category and by code"', "title: "),
]

# What is typed, or pasted, in place of such a text, and is refused wherever it stands.
TYPED = [
    "? which crafts",
    "@crafts",
    "`crafts`",
    "%crafts",
    "*crafts*",
    "* crafts",
    "& crafts",
    "&crafts",
    "!crafts",
    "! crafts",
    "|crafts",
    ">crafts",
    "[crafts] of the town",
    "[crafts",
    "[crafts, pressers]",
    "{crafts} of the town",
    "{crafts",
    "{{ crafts }}",
    "'it's a craft'",
    "'crafts",
    '"crafts',
    '"crafts" of the town',
    '"crafts \\of the town"',
    "]crafts",
    "}crafts",
    ",crafts",
    ": crafts",
    "crafts: of the town",
    "crafts:",
    "#crafts",
    "crafts # of the town",
    "the crafts #5",
    "~",
    "",
    "\u00a0crafts",
    "\u3000crafts",
]

# What is typed in place of whole lines.
LAYOUT = [
    (ORCA, "codes: [P23, P22]", "codes: (P23, P22)"),
    (ORCA, "codes: [P23, P22]", "codes: P23 and P22"),
    (ORCA, "codes: [P23, P22]", "codes: {P23, P22}"),
    (ORCA, "codes: [P23, P22]", "codes: [[P23, P22]]"),
    (ORCA, "codes: [P23, P22]", "codes: [P23,, P22]"),
    (ORCA, "codes: [P23, P22]", "codes: [P23, P22]]"),
    (ORCA, "codes: [P23, P22]", "codes:\n  P23: yes"),
    (ORCA, "order: 20", "order: [20]"),
    (ORCA, "order: 20", "order:\n  first: 20"),
    (ORCA, "  offer: yes", "  offer: [yes]"),
    (ORCA, "  offer: yes", "  offer:\n    is: yes"),
    (ORCA, "employer:\n", "employer:\n  - an employer\n"),
    (ORCA, "verify:\n", "verify: see canada.ca\nnotes:\n"),
    (ORCA, "verify:\n", "verify: [a]\nnotes:\n"),
    (ORCA, "  - harba\n", "  - [harba]\n"),
    (ORCA, "  - harba\n", "  - harba: yes\n"),
    (ORCA, "  - harba\n", "  -\n"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on: [2022]"),
    (ORCA, "reviewed_on: 2022-05", "reviewed_on:\n  month: 2022-05"),
    (ORCA, "reviewed_by: review-desk-one", "reviewed_by: [review-desk-one]"),
    (ORCA, "questions:\n", "questions: none\nanswers:\n"),
    (ORCA, "questions:\n", "questions:\n  - - a\n"),
    (ORCA, "questions:\n", "questions: {}\nanswers:\n"),
    (CODES, "changed_on: 2018-12-15", "changed_on: [2018]"),
    (CODES, "changed_on: 2018-12-15", "changed_on:\n        day: 2018-12-15"),
    (CODES, "changed_on: 2018-12-15", "changed_on:"),
    (CODES, "        - code: K61", "        - K61"),
    (CODES, "families:", "families: none\nothers:"),
    (TABLE, "    cells:\n", "    cells: two\n    others:\n"),
    (TABLE, "    cells:\n", "    cells: [a]\n    others:\n"),
    (TABLE, "programmes:", "programmes: two\nothers:"),
    (PEOPLE, "review-desk-one:", "- review-desk-one:"),
    (PEOPLE, "review-desk-one:", "Review Desk One:"),
    (PAGE, "verify:", "verify: ''\nnotes:"),
    (ORCA, "\nbasis:", "\n<<<<<<< HEAD\nbasis:"),
    (ORCA, "\nbasis:", "\n---\nbasis:"),
    (ORCA, "\nbasis:", "\n...\nbasis:"),
    (ORCA, "\nbasis:", "\n\tbasis:"),
    (ORCA, "\nbasis:", "\n? basis:"),
    (ORCA, "\nbasis:", "\n[basis]:"),
    (ORCA, "\nbasis:", "\nbasis: &basis\nmore: *basis\nothers:"),
]

DAMAGED = [(path, line, before + typed) for path, line, before in LINES for typed in TYPED] + LAYOUT

# Words of programmers: of Python, of its libraries, of the parser and of YAML's specification.
JARGON = re.compile(
    r"Traceback|\b\w+Error\b|<class|\bdict\b|\bstr\b|\bint\b|\btuple\b|\bNone\b|\bNoneType\b"
    r"|\bmappings?\b|\bsequences?\b|\bscalars?\b|\bblocks?\b|\bnodes?\b|\balias(?:es)?\b|\banchors?\b"
    r"|\btokens?\b|\bpars(?:e|ed|er|ing)\b|\bflow\b|\btags?\b|\bdirectives?\b|\bYAML\b|\binput\b"
    r"|\bpydantic\b|\bfield\b|\bboolean\b|\bregex|\{'|'\}|\['|'\]|\\[dswb]\b|\(\?[:=!P]|\]\+|\[\^",
    re.IGNORECASE,
)


@cache
def text_of(path: str) -> str:
    return (GUIDE / path).read_text(encoding="utf-8")


def damaged(path: str, old: str, new: str) -> list[Problem]:
    """Return what is told of one file with a slip in it."""
    assert old in text_of(path)
    text = text_of(path).replace(old, new, 1)
    kind: Any = PageHead
    if path.endswith(".md"):
        page, problems = split(text, path)
        node = page.head if page else None
    else:
        node, problems = parse(text, path)
        name = path.removeprefix("data/").removesuffix(".yml")
        kind = SINGLES.get(name, Category)
    return problems if node is None else told_once(problems, decode(node, kind))


def test_there_is_damage_enough_to_walk_through() -> None:
    assert len({(path, old, new) for path, old, new in DAMAGED}) >= 150


@pytest.mark.parametrize(("path", "old", "new"), DAMAGED)
def test_every_damage_is_told_and_no_message_speaks_as_programmers_do(
    path: str, old: str, new: str
) -> None:
    problems = damaged(path, old, new)
    assert problems
    for problem in problems:
        # What an editor typed is said again, whatever it is.
        said = re.sub("`[^`]*`", "``", problem.message)
        assert not JARGON.search(said), problem.message
        # One or two lines as a terminal shows them.
        assert len(problem.message) < 320, problem.message


@pytest.mark.parametrize(("path", "line", "before"), LINES)
@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_for_a_text_is_one_problem_on_its_line(
    path: str, line: str, before: str, typed: str
) -> None:
    problems = damaged(path, line, before + typed)
    at = text_of(path)[: text_of(path).index(line)].count("\n") + 1
    assert [problem.place.line for problem in problems] == [at]


@pytest.mark.parametrize(("path", "line", "before"), LINES)
@pytest.mark.parametrize(
    "typed", ["2026", "010", "1.10", "1_000", "2022-05", "12:30", "1e3", "0x1F", "NO WAY", "+15"]
)
def test_what_looks_like_a_number_is_a_text_with_and_without_quotes(
    path: str, line: str, before: str, typed: str
) -> None:
    bare = damaged(path, line, before + typed)
    for quote in "\"'":
        assert damaged(path, line, f"{before}{quote}{typed}{quote}") == bare
    assert bare == []


@pytest.mark.parametrize(
    ("path", "line", "value"),
    [
        (ORCA, "order: {}", "20"),
        (ORCA, "reviewed_on: {}", "2022-05"),
        (ORCA, "permit_type: {}", "employer-specific"),
        (ORCA, "  offer: {}", "yes"),
        (ORCA, "group: {}", "agreement-between-towns"),
        (CODES, "      changed_on: {}", "2018-12-15"),
        ("data/settings.yml", "review_interval_months: {}", "12"),
        ("data/settings.yml", "overdue_is_error: {}", "no"),
        (PAGE, "reviewed_on: {}", "2022-05"),
    ],
)
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_change_no_value(path: str, line: str, value: str, quote: str) -> None:
    assert damaged(path, line.format(value), line.format(f"{quote}{value}{quote}")) == []
    wrong = f"{value}x"
    bare = damaged(path, line.format(value), line.format(wrong))
    quoted = damaged(path, line.format(value), line.format(f"{quote}{wrong}{quote}"))
    assert [problem.message for problem in bare] == [problem.message for problem in quoted]
