"""What the YAML parser refuses, in words that an editor can act on, and where the slip is."""

import re

import yaml

from generator.problems.problem import Place, Problem
from generator.source.indentation import misplaced

# Here the parser notices a slip only where it runs out of text; the slip is where it began.
_TOLD_WHERE_IT_BEGINS = {
    "while parsing a flow mapping",
    "while parsing a flow sequence",
    "while scanning a quoted scalar",
    "while scanning a simple key",
}

# What the parser says where a quote is missing, or stands in the middle of a text.
_MAY_BE_A_QUOTE = (
    "could not find expected ':'",
    "did not find expected '-' indicator",
    "did not find expected key",
    "mapping values are not allowed",
    "unexpected end of stream",
)

# A key that runs into its value: `title:CETA` is one text to YAML.
_JOINED = re.compile(r"\s*(?:- )?([A-Za-z_]+):([^\s:/][^:]*?)\s*$")

_TAB = re.compile(r" *\t")

# An item without its space. `-1` is a number, `---` ends a document.
_DASH = re.compile(r"\s*(-)([^\s\d-].*)$")

# What the parser says where a line stands in the wrong column.
_MAY_BE_A_COLUMN = (
    "could not find expected ':'",
    "did not find expected '-' indicator",
    "did not find expected key",
    "mapping values are not allowed",
)

# A value that begins with a quote which its line does not close.
_OPEN_QUOTE = re.compile(r"""\s*(?:- )*(?:[\w-]+:\s+)?(["'])(?:(?!\1).)*$""")

# What the parser says, and what an editor can do about it.
_ADVICE = {
    "mapping values are not allowed": (
        "a colon followed by a space has a meaning in YAML: put the whole text in double quotes,"
        " or write it below the key after `>-`"
    ),
    "while scanning an alias": "a text that begins with `*` must be in double quotes",
    "while scanning an anchor": "a text that begins with `&` must be in double quotes",
    "while scanning a block scalar": (
        "after `|` or `>` the text begins on the next line, indented below its key"
    ),
    "found a tab character": "a tab stands here: indent with spaces, not tabs",
    "cannot start any token": (
        "this character cannot start a value: indent with spaces, not tabs, and put a text that"
        " begins with @, ` or % in double quotes"
    ),
    "could not find expected ':'": (
        "a key needs a colon and a space after it: write `key: value`, and indent the lines of a"
        " longer text below their key"
    ),
    "did not find expected key": (
        "the indentation does not fit the lines above, or a quote is not closed: align each key"
        " with its neighbours and close every quote"
    ),
    "did not find expected '-' indicator": (
        "the items of a list must start in the same column, each with `- `"
    ),
    "unexpected end of stream": ("a quote that was opened is never closed: add the missing quote"),
    "found undefined tag handle": "a text that begins with `!` must be in double quotes",
    "did not find expected ',' or": (
        "a list or mapping in brackets is not closed: add the missing `]` or `}`, or put the text"
        " in double quotes"
    ),
}


def syntax_problem(error: yaml.YAMLError, text: str, path: str, shift: int) -> Problem:
    """Return the slip behind what the parser refused.

    Args:
        error: what the parser said.
        text: the document.
        path: the file's name in problems.
        shift: how many lines of the file stand above the text.
    """
    context, said = (getattr(error, name, None) or "" for name in ("context", "problem"))
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if context in _TOLD_WHERE_IT_BEGINS:
        marks.reverse()
    mark = next((mark for mark in marks if mark), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = f"{context} {said}".strip() or str(error)
    lines = text.rstrip().split("\n")
    if line >= len(lines):  # behind the end, where an editor sees nothing: the last line it is
        line, column = len(lines) - 1, len(lines[-1]) - 1
    if slip := _slip(lines, line, column, said):
        line, column, message = slip
        return Problem("yaml", message, Place(path, line + 1 + shift, column + 1))
    place = Place(path, line + 1 + shift, column + 1)
    for fragment, advice in _ADVICE.items():
        if fragment in said:
            return Problem("yaml", advice, place)
    return Problem("yaml", f"this is not valid YAML ({' '.join(said.split())})", place)


def _slip(lines: list[str], line: int, column: int, said: str) -> tuple[int, int, str] | None:
    """Return line, column and message of a slip that the parser told in its own terms, or late."""
    if any(fragment in said for fragment in _MAY_BE_A_QUOTE):
        for number in range(line + 1):
            if quoted := _OPEN_QUOTE.match(lines[number]):
                message = f"the quote {quoted[1]} that opens here is not closed: add it at the end"
                return number, quoted.start(1), message
        if lines[line][:column].rstrip().endswith(('"', "'")):
            message = "the text goes on after the closing quote: put all of it in double quotes"
            return line, column, message
    for number in range(line, max(line - 2, -1), -1):
        if found := _slip_in(lines[number]):
            column, message = found
            return number, column, message
    if any(fragment in said for fragment in _MAY_BE_A_COLUMN) and (slip := misplaced(lines, line)):
        return slip.line, slip.column, slip.message
    return None


def _slip_in(line: str) -> tuple[int, str] | None:
    """Return column and message of a slip that one line shows by itself."""
    if tab := _TAB.match(line):
        return tab.end() - 1, _ADVICE["found a tab character"]
    if dash := _DASH.match(line):
        return dash.start(1), f"there is no space after the `-`: write `- {dash[2]}`"
    if joined := _JOINED.match(line):
        key, value = joined.groups()
        message = f"`{key}:{value}` has no space after the colon: write `{key}: {value}`"
        return joined.start(1), message
    return None
