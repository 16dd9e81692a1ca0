"""How much one file may hold, so that any file is judged within seconds, with what is wrong in it.

Each bound is several times what the largest file needs. What is above one was pasted by mistake
or was made to keep a machine busy.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.problems.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

MOST_PROBLEMS = 100
"""As many problems of one file are told; more are not read by anybody."""

MOST_VALUES = 20_000
"""Keys, items and texts of a file of data."""

LONGEST_TEXT = 4_000
"""Signs of one text."""

LONGEST_PAGE = 30_000
"""Signs of a page's text."""

LONGEST_PARAGRAPH = 4_000
"""Signs of a page's text between two blank lines."""

MOST_ALIKE = 100
"""How often a sign that means something to Markdown may stand between two blank lines: for each
one it looks through all that follows."""

DEEPEST = 40
"""Levels of lists and keys within each other, and of elements in a page."""

DEEPEST_ITEM = 10
"""Levels of lists and quotations within each other in a page."""

_INDENT = 4
_BLANKS = re.compile(r"[ \t]+")
_MARKS = re.compile(r"[-*+>]|\d+\.")
_BEFORE_WORDS = re.compile(r"[ \t]*(?:(?:>|(?:[-*+]|\d+\.)(?=[ \t]))[ \t]*)+")
_TAGS = re.compile(r"<(/?)(?!(?:br|col|hr|img|wbr|p|li|d[dt]|t[dhr])\b)[A-Za-z][^<>]*>")
_MEANT = re.compile(r"[\[\](){}<>*_`!&\\]")
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
_DASHES = re.compile(rf"^[ \t]*(?:[-?:][ \t]+){{{DEEPEST}}}", re.MULTILINE)

TOO_DEEP = "values are nested too deeply: write them as separate keys"
"""The message for values within values within values."""

TOO_DEEP_IN_PAGE = (
    "lists, quotations or elements are nested too deeply here: write them one after the other"
)
"""The message for the same in a page."""


def too_deep(text: str) -> int | None:
    """Return where lists stand within each other more deeply than anything needs, on one line."""
    found = _DASHES.search(text)
    return found.start() if found else None


def long_page(body: str, path: str, first_line: int) -> Problem | None:
    """Return the problem of a page whose text, or one paragraph of it, is longer than any needs."""
    if len(body) > LONGEST_PAGE:
        message = f"this page has more than {LONGEST_PAGE:,} signs: make several pages of it"
        return Problem("text", message, Place(path, first_line))
    if (deep := _deep_line(body)) is not None:
        return Problem("text", TOO_DEEP_IN_PAGE, Place(path, first_line + deep))
    start = 0
    for end in [*(found.start() for found in _BLANK_LINES.finditer(body)), len(body)]:
        if much := _too_much(body[start:end]):
            begins = end - len(body[start:end].lstrip())
            line = first_line + body.count("\n", 0, begins)
            message = (
                f"this paragraph has more than {much}: write several, a blank line between them"
            )
            return Problem("text", message, Place(path, line))
        start = end
    return None


def _deep_line(body: str) -> int | None:
    """Return the line, from 0, of a page's text where lists or elements are nested too deeply."""
    opened = 0
    for number, line in enumerate(body.split("\n")):
        if before := _BEFORE_WORDS.match(line):
            blanks = (len(run.expandtabs(_INDENT)) for run in _BLANKS.findall(before[0]))
            levels = sum(length // _INDENT for length in blanks)
            if levels + len(_MARKS.findall(before[0])) > DEEPEST_ITEM:
                return number
        for tag in _TAGS.finditer(line):
            opened = max(0, opened - 1) if tag[1] else opened + 1
            if opened > DEEPEST:
                return number
    return None


def _too_much(paragraph: str) -> str | None:
    """Return what a paragraph has more of than any needs."""
    if len(paragraph) > LONGEST_PARAGRAPH:
        return f"{LONGEST_PARAGRAPH:,} signs"
    often = Counter(_MEANT.findall(paragraph)).most_common(1)
    return f"{MOST_ALIKE} `{often[0][0]}`" if often and often[0][1] > MOST_ALIKE else None


def bounded(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each file, in the order given, and how many more it has.

    Each severity is counted for itself, so that no advice stands in the way of an error.
    """
    told: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        kind = (problem.place.path, problem.severity)
        told[kind] += 1
        if told[kind] <= MOST_PROBLEMS:
            yield problem
        else:
            last.setdefault(kind, problem)
    for left_out, problem in last.items():
        more = told[left_out] - MOST_PROBLEMS
        message = f"from here on {more:,} more of this file are left out: mend those above first"
        yield replace(problem, message=message)
