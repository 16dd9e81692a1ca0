"""Finds the line whose indentation does not fit, in a file that the YAML parser refused.

The parser tells where it got lost, which is often a line or two after the slip, and in its own
terms. This reads the lines as an editor does: keys, items and longer texts, each in a column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[A-Za-z_][\w -]*?):(?P<rest>\s.*|)$")
_ITEM = re.compile(r"-(?P<gap>\s+|$)")
_LONG_TEXT = re.compile(r"[|>][+-]?\d*\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that stands in the wrong column.

    Attributes:
        line: its number, from 0.
        column: its first character, from 0.
        message: what is wrong with it and what to write.
    """

    line: int
    column: int
    message: str


@dataclass(slots=True)
class _Level:
    """Keys or items that stand in one column."""

    column: int
    items: bool
    name: str
    line: int


@dataclass(slots=True)
class _Part:
    """What begins on a line: an item, a key, or neither."""

    column: int
    item: bool
    name: str
    opens: bool
    long_text: bool


def misplaced(lines: Sequence[str], last: int) -> Slip | None:
    """Return the first line that stands in a column where nothing else does.

    Args:
        lines: the file.
        last: the line where the parser gave up; what follows is not looked at.
    """
    levels: list[_Level] = []
    opened = True
    text_of: _Part | None = None
    margin = 0
    for number, line in enumerate(lines[: last + 1]):
        content = line.strip()
        column = len(line) - len(line.lstrip(" "))
        if not content or content.startswith("#"):
            continue
        if text_of is not None and column > text_of.column:
            margin = margin or column
            if column >= margin:
                continue
        parts = list(_parts(line, column))
        if not parts:
            if text_of is not None and levels:
                return Slip(number, column, _too_far_left(levels[-1]))
            continue
        text_of, margin = None, 0
        for part in parts:
            if message := _place(levels, part, number, opened=opened):
                return Slip(number, part.column, message)
            opened = part.opens
            if part.long_text:
                text_of = part
    return None


def _parts(line: str, column: int) -> Iterator[_Part]:
    """Yield the items and the key with which a line begins."""
    rest = line[column:].rstrip()
    while item := _ITEM.match(rest):
        inner = rest[item.end() :]
        opens = not inner or bool(_KEY.match(inner) or _ITEM.match(inner))
        yield _Part(column, item=True, name="-", opens=opens, long_text=False)
        column, rest = column + item.end(), inner
    if key := _KEY.match(rest):
        value = key["rest"].strip()
        opens = not value or value.startswith("#")
        long_text = bool(_LONG_TEXT.match(value))
        yield _Part(column, item=False, name=key["key"], opens=opens, long_text=long_text)


def _place(levels: list[_Level], part: _Part, number: int, *, opened: bool) -> str | None:
    """Put a key or an item where it belongs; return what is wrong where it belongs nowhere."""
    left: _Level | None = None
    while levels and levels[-1].column > part.column:
        left = levels.pop()
    if _is_end_of_list(levels, part, opened=opened):
        levels.pop()
    top = levels[-1] if levels else None
    if top is None or (part.column > top.column and opened and left is None):
        levels.append(_Level(part.column, part.item, part.name, number))
        return None
    if part.column > top.column:
        return _not_aligned(part, left if left and left.items == part.item else top)
    if part.item == top.items:
        top.name, top.line = part.name, number
        return None
    if part.item and opened:  # items may stand in the column of the key above them
        levels.append(_Level(part.column, part.item, part.name, number))
        return None
    if part.item:
        return "this item belongs to no list: begin it two columns to the right of its list's key"
    return (
        f"`{part.name}` stands among the items of a list: begin it in the column of the keys"
        " around the list"
    )


def _is_end_of_list(levels: list[_Level], part: _Part, *, opened: bool) -> bool:
    """Tell whether a key comes after a list whose items stand in the column of the keys."""
    return (
        not part.item
        and len(levels) > 1
        and levels[-1].items
        and levels[-1].column == levels[-2].column == part.column
        and not opened
    )


def _not_aligned(part: _Part, other: _Level) -> str:
    name = "this item" if part.item else f"`{part.name}`"
    beside = "the item" if other.items else f"`{other.name}`"
    return (
        f"{name} begins in column {part.column + 1}, {beside} on line {other.line + 1} in column"
        f" {other.column + 1}: begin both in the same column"
    )


def _too_far_left(level: _Level) -> str:
    of = "" if level.items else f" of `{level.name}`"
    return f"the text{of} goes on here, but too far left: indent the line like the text above"
