"""Tables whose rows do not fit: Markdown cuts what is too much, or sees no table."""

import re
from collections.abc import Iterator, Sequence

from generator.model.slips.page_text import Line, Slip

_RULED = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}")


def is_table(block: Sequence[Line]) -> bool:
    """Tell whether one of the lines between two blank ones is the rule of a table."""
    return any(is_rule(line) for line in block[1:])


def is_rule(line: Line) -> bool:
    """Tell whether a line is the one of dashes below the first row of a table."""
    return "|" in line.bare and "-" in line.bare and _RULED.fullmatch(line.bare) is not None


def table_slips(block: Sequence[Line]) -> Iterator[Slip]:
    """Yield what is wrong with a table: the lines between two blank ones of which one is ruled."""
    ruled = next(n for n, line in enumerate(block) if n and is_rule(line))
    if ruled > 1:
        says = "a table begins after a blank line: leave one above this row"
        yield _slip(says, block[ruled - 1])
        return
    if len(block) == ruled + 1:
        says = "no row stands directly below this line: write them there, without a blank line"
        yield _slip(says, block[ruled])
        return
    wanted = _cells(block[0])
    for number, line in enumerate(block[1:], 1):
        if (has := _cells(line)) == wanted or _ATTRIBUTES.fullmatch(line.bare):
            continue
        if "|" not in line.bare:
            says = "the table goes on to here: leave a blank line below its last row"
        elif number == 1:
            says = (
                f"this line has {has} parts and the row above it {wanted} cells, so that readers"
                " see no table: write `| --- ` once for each cell"
            )
        else:
            says = (
                f"this row has {has} cells and the table's first {wanted}: write one for each"
                " column (`\\|` is a plain sign in a cell)"
            )
        yield _slip(says, line)


def rows_without_rule(block: Sequence[Line]) -> Iterator[Slip]:
    """Yield the first row of what was to be a table, but has no line of dashes."""
    rows = [line for line in block if line.bare.startswith("|") and line.bare.count("|") > 1]
    if all(" | " in line.bare for line in block) and len(block) > 1:
        rows = list(block)
    if len(rows) > 1 or (rows and len(block) == 1):
        says = "this is no table yet: write a line `| --- | --- |` below its first row"
        yield _slip(says, rows[0])


def _cells(line: Line) -> int:
    return line.bare.removeprefix("|").removesuffix("|").count("|") + 1


def _slip(says: str, line: Line) -> Slip:
    return Slip("markdown", says, line.first)
