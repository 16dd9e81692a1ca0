"""How much one file may hold, so that any file is judged within seconds, with what is wrong in it.

Each bound is several times what the largest file needs. What is above one was pasted by mistake
or was made to keep a machine busy.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.problems.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes of the largest file that is read."""

MOST_PROBLEMS = 100
"""As many problems of one file are told; more are not read by anybody."""

MOST_VALUES = 20_000
"""Keys, items and texts of a file of data."""

LONGEST_TEXT = 20_000
"""Signs of one text."""

LONGEST_PAGE = 30_000
"""Signs of a page's text."""

LONGEST_PARAGRAPH = 4_000
"""Signs of a page's text between two blank lines."""

DEEPEST = 40
"""Levels of lists and keys within each other."""

_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
_DASHES = re.compile(rf"^[ \t]*(?:[-?:][ \t]+){{{DEEPEST}}}", re.MULTILINE)

TOO_DEEP = "values are nested too deeply: write them as separate keys"
"""The message for values within values within values."""


def too_deep(text: str) -> int | None:
    """Return where lists stand within each other more deeply than anything needs, on one line."""
    found = _DASHES.search(text)
    return found.start() if found else None


def long_page(body: str, path: str, first_line: int) -> Problem | None:
    """Return the problem of a page whose text, or one paragraph of it, is longer than any needs."""
    if len(body) > LONGEST_PAGE:
        message = f"this page has more than {LONGEST_PAGE:,} signs: make several pages of it"
        return Problem("text", message, Place(path, first_line))
    start = 0
    for end in [*(found.start() for found in _BLANK_LINES.finditer(body)), len(body)]:
        if end - start > LONGEST_PARAGRAPH:
            begins = end - len(body[start:end].lstrip())
            line = first_line + body.count("\n", 0, begins)
            message = (
                f"this paragraph has more than {LONGEST_PARAGRAPH:,} signs: write several, with a"
                " blank line between them"
            )
            return Problem("text", message, Place(path, line))
        start = end
    return None


def bounded(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each file, in the order given, and how many more it has."""
    told: dict[str, int] = {}
    last: dict[str, Problem] = {}
    for problem in problems:
        path = problem.place.path
        told[path] = told.get(path, 0) + 1
        if told[path] <= MOST_PROBLEMS:
            yield problem
        else:
            last.setdefault(path, problem)
    for path, problem in last.items():
        more = told[path] - MOST_PROBLEMS
        message = f"from here on {more:,} more of this file are left out: mend those above first"
        yield replace(problem, message=message)
