"""Brackets in texts: one that opens and never closes is mostly half of a sentence lost."""

import re
from collections.abc import Iterator
from datetime import date

from generator.model.records import Records
from generator.problems.phrases import shortened
from generator.problems.problem import Problem, Severity
from generator.source.tree import scalars

_PAIRS = (("(", ")"), ("[", "]"))

# What counts points: `a)`, `2)`; and what is drawn with brackets: `:-)`.
_NO_PAIR = re.compile(r"(?<![\w(])\w{1,3}\)|[:;]-?[()]")


def brackets_close(records: Records, _today: date) -> Iterator[Problem]:
    """In a text of data/ as many brackets close as open."""
    for entry in records.entries():
        for scalar in scalars(entry.tree):
            text = scalar.text
            for opening, closing in _PAIRS:
                if text.count(opening) == text.count(closing) or "://" in text:
                    continue
                rest = _NO_PAIR.sub("", text)
                opened, closed = rest.count(opening), rest.count(closing)
                if opened == closed:
                    continue
                more, less = (opening, closing) if opened > closed else (closing, opening)
                message = (
                    f"a bracket `{more}` in “{shortened(text.strip())}” has no `{less}` to its"
                    " pair: write that where it belongs, or remove the one"
                )
                yield Problem("text", message, scalar.place, Severity.ADVICE)
