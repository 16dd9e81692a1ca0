"""Finds the line whose indentation does not fit, in a file that the YAML parser refused.

The parser tells where it got lost, which is often a line or two after the slip, and in its own
terms. This reads the lines as an editor does: keys, items and longer texts, each in a column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.source.slips.levels import (
    LONELY_KEY,
    Level,
    Part,
    Stray,
    in_another_list,
    inside_an_item,
    not_aligned,
    parts_of,
    text_too_far_left,
)
from generator.source.slips.values import line_fault, lone_key


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


def misplaced(lines: Sequence[str], last: int, shift: int = 0) -> Slip | None:
    """Return the first line that stands in a column where nothing else does.

    Args:
        lines: the file.
        last: the line where the parser gave up; what follows is not looked at.
        shift: how many lines of the file stand above these, for the lines that messages name.
    """
    slip = _misplaced(lines[: last + 1], shift)
    return replace(slip, line=slip.line - shift) if slip else None


def _misplaced(lines: Sequence[str], shift: int) -> Slip | None:
    levels: list[Level] = []
    opened = True
    text_of: Part | None = None
    margin = 0
    inside: Slip | None = None
    for number, line in enumerate(lines, shift):
        content = line.strip()
        column = len(line) - len(line.lstrip(" "))
        if not content or content.startswith("#"):
            continue
        if text_of is not None and column > text_of.column:
            margin = margin or column
            if column >= margin:
                inside = Slip(number, column, content) if LONELY_KEY.match(content) else None
                continue
        parts = list(parts_of(line, column))
        if not parts:
            if text_of is not None and levels:
                below = "\n".join(lines[number - shift + 1 :])
                if fault := line_fault(line) or lone_key(line, below):
                    return Slip(number, *fault)
                return Slip(*text_too_far_left(levels, number, line, below, fits=margin > 0))
            continue
        text, text_of, margin = text_of, None, 0
        for part in parts:
            if slip := _place(levels, part, number, opened=opened):
                return _inside(inside, text) if inside and text and part.item else slip
            opened = part.opens
            if part.long_text:
                text_of = part
        inside = None
    return None


def _inside(key: Slip, text: Part) -> Slip:
    """Say it of a key that stands inside a text, while the items of its list do not."""
    message = (
        f"`{key.message}` stands inside the text of `{text.name}`: begin it further left, above its"
        " items"
    )
    return replace(key, message=message)


def _place(levels: list[Level], part: Part, number: int, *, opened: bool) -> Slip | None:
    """Put a key or an item where it belongs; return what is wrong where it belongs nowhere."""
    left: Level | None = None
    while levels and levels[-1].column > part.column:
        left = levels.pop()
    if _is_end_of_list(levels, part, opened=opened):
        levels.pop()
    top = levels[-1] if levels else None
    if top is None or _is_below(top, part, left, opened=opened):
        return _begin(levels, part, number, left)
    if part.column > top.column:
        return _too_far_right(levels, part, number, left)
    if part.item == top.items:
        _goes_on(top, part, number, left, opened=opened)
        return None
    if not (part.column or part.item):
        line = top.first[1]
        message = (
            f"the `- ` makes a list of the whole file: remove it; `{part.name}` stands without one"
        )
        return Slip(line, 0, message)
    return Slip(number, part.column, in_another_list(part))


def _too_far_right(levels: list[Level], part: Part, number: int, left: Level | None) -> Slip:
    """Say what is wrong where something stands deeper, and nothing above it asks for that."""
    top, level = levels[-1], levels[-2] if len(levels) > 1 else None
    if (stray := top.stray) and (message := _stands_too_far_left(stray, part, number)):
        return Slip(stray.line, stray.column, message)
    if part.item and left is not None and not left.items and not top.items:
        name, line = left.first
        message = (
            f"`{name}` begins the first item of a list: write `- ` before it, as on line"
            f" {number + 1}"
        )
        return Slip(line, left.column, message)
    if top.items and not part.item and left is None:
        return Slip(number, part.column, inside_an_item(part, levels))
    other, around = (left, top) if left and left.items == part.item else (top, level)
    dashed = around is not None and around.items and around.line == other.first[1]
    return Slip(number, part.column, not_aligned(part, other, dashed=dashed, below=left is None))


def _is_below(top: Level, part: Part, left: Level | None, *, opened: bool) -> bool:
    """Tell whether a part begins what stands below the key or item above it."""
    if part.column > top.column:
        return opened and left is None
    return part.item and opened and not top.items  # items may stand in the column of their key


def _begin(levels: list[Level], part: Part, number: int, left: Level | None) -> Slip | None:
    """Begin a level; the first of the file is where all of it has to begin."""
    if levels:
        levels[-1].stray = None
    elif left is not None:
        name, line = left.first
        beside = Level(part.column, part.item, part.name, number, (part.name, number))
        if left.items:
            message = "this list has no key: write it in the first column, above the items"
            return Slip(line, left.column, message)
        first = Part(left.column, left.items, name, opens=False, long_text=False)
        return Slip(line, left.column, not_aligned(first, beside))
    levels.append(Level(part.column, part.item, part.name, number, (part.name, number)))
    return None


def _goes_on(level: Level, part: Part, number: int, left: Level | None, *, opened: bool) -> None:
    """Put a key or an item below the others of its column."""
    if not part.item and not part.opens:
        if opened and left is None and not level.items:
            level.stray = Stray(part.name, number, part.column, level.name, None)
        elif left is not None and level.only_opens:
            level.stray = Stray(part.name, number, part.column, None, left)
    else:
        level.stray = None
    level.only_opens = level.only_opens and part.opens
    level.name, level.line = part.name, number


def _stands_too_far_left(stray: Stray, part: Part, number: int) -> str | None:
    """Say it of an earlier key, if this part shows where that one belongs."""
    if stray.below is not None and not part.item:
        return (
            f"`{stray.name}` belongs below `{stray.below}:`: indent it like `{part.name}` on line"
            f" {number + 1}"
        )
    if stray.left is not None and (stray.left.column, stray.left.items) == (part.column, part.item):
        beside = Part(stray.column, item=False, name=stray.name, opens=False, long_text=False)
        message = not_aligned(beside, stray.left)
        name = "the item" if part.item else f"`{part.name}`"
        return f"{message}, or remove what stands behind `{stray.name}:` if {name} belongs below it"
    return None


def _is_end_of_list(levels: list[Level], part: Part, *, opened: bool) -> bool:
    """Tell whether a key comes after a list whose items stand in the column of the keys."""
    return (
        not part.item
        and len(levels) > 1
        and levels[-1].items
        and levels[-1].column == levels[-2].column == part.column
        and not opened
    )
