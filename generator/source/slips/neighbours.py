"""What a line that cannot be read was to be, as the lines around it show."""

import re
from collections.abc import Sequence

from generator.source.slips.outline import indent
from generator.source.slips.values import no_key

KEY = re.compile(r" *(?:- +)*([A-Za-z_][\w-]*):(?:[ \t]+|$)")
"""A line that begins with a key, be it the first of an item."""

_COMMENTED = re.compile(r" *# ?[a-z][a-z_]*:(?:\s|$)")

Slip = tuple[int, int, str]
"""Line and column, from 0, and the message."""


def hidden_key(lines: Sequence[str], last: int) -> Slip | None:
    """Return the comment right above a text that has no key, if it looks like that key."""
    above = lines[last - 1] if last else ""
    if not _COMMENTED.match(above) or indent(lines[last]) <= indent(above):
        return None
    message = "its `#` makes a comment of this line, but its text stands below: remove one or both"
    return last - 1, indent(above), message


def by_its_neighbours(lines: Sequence[str], outer: Sequence[int], broken: int) -> Slip | None:
    """Return what is wrong with a line that holds no key, as the lines around it show."""
    line, column = lines[broken], indent(lines[broken])
    if KEY.match(line):
        return None
    above = [n for n in outer if n < broken and lines[n].strip()]
    last = lines[above[-1]] if above else ""
    beside = next((lines[n] for n in reversed(above) if indent(lines[n]) <= column), "")
    below = line_below(lines, broken)
    if line.lstrip().startswith("-"):
        key = _first_key(lines, outer, broken)
        if key and KEY.match(below) and indent(below) == column + 2:
            said = no_key(line)
            if line.split()[1:2] != [key]:
                said = (
                    said[0],
                    f"the key is missing before this text: write `- {key}: ` as in the other items",
                )
            return broken, *said
    elif last.rstrip().endswith(":") and indent(last) < column and not KEY.match(below):
        name = last.strip(" -")
        message = f"a longer text stands below `{name}`: write `>-` behind the colon"
        return above[-1], indent(last), message
    elif last.rstrip().endswith(":") and indent(last) == column:
        name = last.strip(" -")
        message = (
            f"indent this line, which belongs below `{name}`: begin with `- ` if it is an item"
        )
        return broken, column, message
    elif indent(beside) == column and beside.lstrip().startswith("- "):
        message = (
            "this line stands among the items of a list: write `- ` before it if it is one; a"
            " line of a longer item is indented below its first word, and another text has its key"
            " above it"
        )
        return broken, column, message
    return None


def _first_key(lines: Sequence[str], outer: Sequence[int], item: int) -> str | None:
    """Return the key with which another item of a list begins."""
    column = indent(lines[item])
    for numbers in (reversed([n for n in outer if n < item]), [n for n in outer if n > item]):
        for number in numbers:
            if lines[number].strip() and indent(lines[number]) < column:
                break
            if indent(lines[number]) == column and (key := KEY.match(lines[number])):
                return key[1]
    return None


def line_below(lines: Sequence[str], number: int) -> str:
    """Return the next line that is not empty, or an empty one."""
    return next((line for line in lines[number + 1 :] if line.strip()), "")
