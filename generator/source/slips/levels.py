"""What the lines of a file begin: keys, items and longer texts, each in a column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.source.slips.outline import indent

_KEY = re.compile(r"(?P<key>\"[^\"]*\"|'[^']*'|[A-Za-z_][\w -]*?):(?P<rest>\s.*|)$")
_DEEPER = 2
"""By how many columns a key stands to the right that may belong below another."""

LONELY_KEY = re.compile(r"[a-z][a-z_]*:$")
"""A line that is a key alone."""

# A word that may be a key without its colon, with one word as its value.
_LONE_KEY = re.compile(r"([a-z][a-z_]*)(?: \S+)?$")

_ITEM = re.compile(r"-(?P<gap>\s+|$)")
_LONG_TEXT = re.compile(r"[|>][+-]?\d*\s*(?:#.*)?$")


@dataclass(slots=True)
class Level:
    """Keys or items that stand in one column.

    Attributes:
        column: the column, from 0.
        items: whether they are items.
        name: the key that came last.
        line: its line.
        first: the key that came first, and its line.
        only_opens: whether each key so far has its value below it.
        stray: a key of theirs that may belong elsewhere.
    """

    column: int
    items: bool
    name: str
    line: int
    first: tuple[str, int]
    only_opens: bool = True
    stray: "Stray | None" = None


@dataclass(frozen=True, slots=True)
class Stray:
    """A key that may stand too far left: one before it had nothing below, or was just left.

    Attributes:
        name, line, column: the key, from 0.
        below: the key with nothing below it, if there is one.
        left: the level that was left for it, if there was one.
    """

    name: str
    line: int
    column: int
    below: str | None
    left: Level | None


@dataclass(slots=True)
class Part:
    """What begins on a line.

    Attributes:
        column: where it begins, from 0.
        item: whether it is an item; otherwise it is a key.
        name: the key.
        opens: whether its value stands below it.
        long_text: whether that value is a text behind `>-` or `|`.
    """

    column: int
    item: bool
    name: str
    opens: bool
    long_text: bool


def parts_of(line: str, column: int) -> Iterator[Part]:
    """Yield the items and the key with which a line begins, at a column."""
    rest = line[column:].rstrip()
    while item := _ITEM.match(rest):
        inner = rest[item.end() :]
        opens = not inner or bool(_KEY.match(inner) or _ITEM.match(inner))
        yield Part(column, item=True, name="-", opens=opens, long_text=False)
        column, rest = column + item.end(), inner
    if key := _KEY.match(rest):
        value = key["rest"].strip()
        opens = not value or value.startswith("#")
        long_text = bool(_LONG_TEXT.match(value))
        yield Part(column, item=False, name=key["key"], opens=opens, long_text=long_text)


def in_another_list(part: Part) -> str:
    """Say it of an item among keys, or of a key among items."""
    if part.item:
        return (
            "this item belongs to no list: begin it two columns to the right of its list's key, and"
            " write that key above if it is missing; if it is a key like those above, remove the"
            " `- `"
        )
    return (
        f"`{part.name}` stands among the items of a list: write `- ` before it if it begins one, or"
        " begin it in the column of the keys of the item above, or of those around the list"
    )


def inside_an_item(part: Part, levels: Sequence[Level]) -> str:
    """Say it of a key that stands deeper than an item that is a text."""
    around = next((level.column for level in reversed(levels) if not level.items), 0)
    return (
        f"`{part.name}` stands inside the item on line {levels[-1].line + 1}: begin it in column"
        f" {around + 1}"
    )


def not_aligned(part: Part, other: Level, *, dashed: bool = False, below: bool = False) -> str:
    """Say it of two parts of which one stands in the wrong column.

    Args:
        part: the one.
        other: the other, with those in its column.
        dashed: whether the first of these has its dash already.
        below: whether the one stands on the next lines of the other, whose value is a text.
    """
    name = "this item" if part.item else f"`{part.name}`"
    beside = "the item" if other.items else f"`{other.name}`"
    or_else = ""
    if part.column - other.column >= _DEEPER and not other.items:
        key = "the key of the list" if part.item else "the key"
        begins = other.first == (other.name, other.line) and other.column > 0 and not part.item
        if begins and not dashed:
            or_else = (
                f", or write {key} that is missing between them, or write `- ` before"
                f" `{other.name}` if it begins an item"
            )
        elif below and not begins:
            or_else = (
                f", write {key} that is missing between them, or remove what stands"
                f" behind `{other.name}:` if {name} belongs below it"
            )
        elif not part.item and not begins:
            or_else = ", or write the key that is missing between them"
    return (
        f"{name} begins in column {part.column + 1}, {beside} on line {other.line + 1} in column"
        f" {other.column + 1}: begin both in the same column{or_else}"
    )


def text_too_far_left(
    levels: Sequence[Level], number: int, line: str, below: str, *, fits: bool
) -> tuple[int, int, str]:
    """Return where a longer text stands too far left, from 0, and what to say of it.

    Args:
        levels: where the text stands.
        number: the line of the text.
        line: the line itself.
        below: the lines that follow.
        fits: whether lines of the text above it stand where they should.
    """
    level, around = levels[-1], levels[-2] if len(levels) > 1 else None
    column = indent(line)
    of = "" if level.items else f" of `{level.name}`"
    message = f"the text{of} goes on here, but too far left: indent the line below its key"
    if fits or indent(below) > column:
        word = _LONE_KEY.match(line.strip())
        if word and any(column == other.column for other in levels):
            message += f"; if `{word[1]}` is a key, write `{word[1]}:`"
        return number, column, message
    # Where no line of the text fits, it may be its key that does not.
    if around is not None and around.items and around.line == level.line:
        message += f"; if `{level.name}` begins no item, remove the `- ` before it"
    return level.line, level.column, message
