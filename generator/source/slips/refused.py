"""What the YAML parser refuses, in words that an editor can act on, and where the slip is."""

import re
from collections.abc import Iterator, Sequence

import yaml

from generator.problems.problem import Place, Problem
from generator.source.slips.blanks import blank_told, odd_blank, unseen_start
from generator.source.slips.indentation import misplaced
from generator.source.slips.neighbours import KEY, Slip, by_its_neighbours, hidden_key, line_below
from generator.source.slips.outline import broken_part, indent, outer_lines
from generator.source.slips.values import line_fault, lone_key, no_key, no_opener, other_end

_TAB = "a tab stands here: indent with spaces, not tabs"

# What the parser says, and what an editor can do about it, where no line shows the slip by itself.
_ADVICE = {
    "mapping values are not allowed": (
        "a colon followed by a space ends a key: put the whole text in double quotes, or write it"
        " below the key after `>-`"
    ),
    "while scanning a block scalar": (
        "after `|` or `>` the text begins on the next line, indented below its key"
    ),
    "found a tab character": _TAB,
    "cannot start any token": (
        "this sign cannot begin a value: indent with spaces, not tabs, and put a text that begins"
        " with @, ` or % in double quotes"
    ),
    "could not find expected ':'": (
        "a key needs a colon and a space after it, as in `key: value`; a line of a longer text is"
        " indented below its key"
    ),
    "did not find expected key": (
        "this line does not fit the lines above: begin each key in the column of its neighbours,"
        " and close every quote"
    ),
    "did not find expected '-' indicator": (
        "the items of a list must begin in the same column, each with `- `"
    ),
    "unexpected end of stream": "a quote that was opened is never closed: add the missing quote",
    "did not find expected ',' or": (
        "a bracket is not closed: add the missing `]` or `}`, or put the text in double quotes"
    ),
}

# In the indentation, or behind the dash of an item that begins with a key.
_TAB_AHEAD = re.compile(r" *(?:- *)*\t")


def syntax_problem(error: yaml.YAMLError, text: str, path: str, shift: int) -> Problem:
    """Return the slip behind what the parser refused.

    Args:
        error: what the parser said.
        text: the document.
        path: the file's name in problems.
        shift: how many lines of the file stand above the text.
    """
    lines = text.rstrip("\n").split("\n")
    line, column, said = _where(error, lines)
    found = _ended(lines, said) or _first_slip(lines, line, shift)
    line, column, message = found or (line, column, _advice(said))
    return Problem("yaml", message, Place(path, line + 1 + shift, column + 1))


def _where(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, int, str]:
    """Return where the parser gave up, and what it said."""
    context, problem = (getattr(error, name, None) or "" for name in ("context", "problem"))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):  # behind the end, where an editor sees nothing: the last line it is
        line, column = len(lines) - 1, max(len(lines[-1]) - 1, 0)
    return line, column, f"{context} {problem}".strip() or str(error)


def _ended(lines: Sequence[str], said: str) -> Slip | None:
    """Return the line that ends the file for the parser although more follows."""
    if "document start" not in said:
        return None
    number = next((n for n, line in enumerate(lines) if line.rstrip() == "..."), None)
    message = "`...` ends the file, but more of it stands below: remove this line"
    return None if number is None else (number, 0, message)


def _first_slip(lines: Sequence[str], last: int, shift: int) -> Slip | None:
    """Return the first slip that the lines show; the parser gave up on the line `last`."""
    outer = outer_lines(lines)
    read = [number for number in outer if number <= last]
    found = [*_blanks(lines, read), *_tabs(lines, read), *_openers(lines, read)]
    broken = broken_part(lines)
    if broken is not None:
        end = next(
            (n for n in outer if n > broken and indent(lines[n]) <= indent(lines[broken])),
            len(lines),
        )
        below = "".join(f"\n{line}" for line in lines[broken + 1 : end])
        fault = line_fault(lines[broken], below) or lone_key(lines[broken], below)
        fault = fault or other_end(lines[broken])
        if fault is not None:
            found.append((broken, *fault))
        elif beside := by_its_neighbours(lines, outer, broken):
            found.append(beside)
    if slip := misplaced(lines, last, shift):
        found.append((slip.line, slip.column, slip.message))
    if not found and (hidden := hidden_key(lines, last)):
        return hidden
    if not found and broken is not None:
        found.append((broken, *no_key(lines[broken])))
    return min(found, key=lambda slip: slip[0]) if found else None


def _blanks(lines: Sequence[str], outer: Sequence[int]) -> Iterator[Slip]:
    if found := odd_blank(lines, outer):
        line, column, sign = found
        yield line, column, blank_told(sign)
    for number in outer:
        if unseen := unseen_start(lines[number]):
            yield number, *unseen
            return


def _tabs(lines: Sequence[str], outer: Sequence[int]) -> Iterator[Slip]:
    for number in outer:
        if found := _TAB_AHEAD.match(lines[number]):
            yield number, found.end() - 1, _TAB
            return


def _openers(lines: Sequence[str], outer: Sequence[int]) -> Iterator[Slip]:
    """Yield the first key whose longer text is opened by another sign than `>-` or `|`."""
    for number in outer:
        key = KEY.match(lines[number])
        message = no_opener(lines[number][key.end() :]) if key else None
        if key and message and indent(line_below(lines, number)) > indent(lines[number]):
            yield number, key.end(), message
            return


def _advice(said: str) -> str:
    for fragment, advice in _ADVICE.items():
        if fragment in said:
            return advice
    return (
        "this line cannot be read: put its text in double quotes, and indent it as its neighbours"
    )
