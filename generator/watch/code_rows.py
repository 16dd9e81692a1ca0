"""The rows of one of IRCC's tables that have exemption codes, whatever the form of the table."""

import re
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from lxml import html

from generator.watch.blocks import lines_of, text_in
from generator.watch.code_says import says_ended
from generator.watch.columns import Known, settled
from generator.watch.grid import Cell, rows_of
from generator.watch.heads import Columns, columns_of, is_timed, name_columns

_NOTES = {"aside", "dl", "ol", "p", "small", "ul"}
_SIGNED = re.compile(r"(?P<sign>[*†‡§]+)(?P<note>.*)")

_LONGEST_HEADING = 20
"""Words of a row across a table that is a heading of those below; a note has more."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with codes, or an item of a list of them.

    Attributes:
        section: the headings that it stands under, and the caption of its table.
        words: what it says beside its codes.
        before: the codes in a column about the time before.
        now: the codes in use now.
        ended: codes beside them that are said to have ended.
        unsure: codes in columns of which nothing tells of what time they are.
        heads: what stands above these columns.
    """

    section: str
    words: str
    before: frozenset[str]
    now: frozenset[str]
    ended: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    heads: tuple[str, ...] = ()


def rows_of_table(
    table: html.HtmlElement,
    section: str,
    above: Columns,
    today: date | None,
    known: Known | None = None,
) -> Generator[Row, None, Columns]:
    """Yield the rows of a table that have codes, and return its columns.

    Args:
        table: the table.
        section: the headings that it stands under.
        above: the columns of the table before it, which one without a head goes on with.
        today: what is used until a later day is in use now.
        known: the codes that are known, which tell what heads do not.
    """
    rows = list(rows_of(table, today))
    columns = above if _goes_on(rows, above) else Columns()
    heads: dict[int, str] = {}
    caption = " ".join(text_in(each) for each in table.xpath("./caption"))
    around = " – ".join(filter(None, (section, caption)))
    over = _signs_of_ended(table, rows)
    group = ""
    below_head = False
    for number, row in enumerate(rows):
        if _is_head(row, columns, below_head=below_head):
            upper = heads if below_head else {}
            heads = {n: f"{upper.get(n, '')} {cell.words}".strip() for n, cell in enumerate(row)}
            columns = settled(columns_of(heads, today), heads, rows[number + 1 :], known or Known())
            below_head = True
            continue
        below_head = False
        if _is_across(row):
            # A heading of the rows below, or a note.
            if row[0].words and len(row[0].words.split()) <= _LONGEST_HEADING:
                group = row[0].words
        elif found := _read(row, columns, heads, over, " – ".join(filter(None, (around, group)))):
            yield found
    return columns


def _goes_on(rows: list[list[Cell]], above: Columns) -> bool:
    """Whether a table has no head and is as wide as the one before it."""
    first = next((row for row in rows if not _is_across(row)), [])
    return len(first) == above.width and not all(cell.head for cell in first)


def _is_head(row: list[Cell], columns: Columns, *, below_head: bool) -> bool:
    """Whether a row names the columns; nothing but its words may mark the first one."""
    if _is_across(row):
        return False
    marked = all(cell.head for cell in row)
    if any(cell.codes for cell in row) and not (marked and all(cell.top for cell in row)):
        return False
    if below_head:
        timed = [is_timed(row[n].words) for n in columns.old | columns.now if n < len(row)]
        if all(timed) or (marked and any(timed)):
            return True
    named = name_columns({n: cell.words for n, cell in enumerate(row)})
    return named and (not columns or marked)


def _is_across(row: list[Cell]) -> bool:
    """Whether a row is one cell over several columns."""
    return len(row) > 1 and all(cell is row[0] for cell in row)


def _signs_of_ended(table: html.HtmlElement, rows: list[list[Cell]]) -> frozenset[str]:
    """Return the signs whose note, in the table or right below, says that a code has ended."""
    notes = [cell.words for row in rows for cell in row[:1]]
    box = table if table.getnext() is not None else table.getparent()
    below = box.itersiblings() if box is not None else ()
    for each in takewhile(lambda each: each.tag in _NOTES, below):
        notes += [line.text for line in lines_of(each)]
    found = (_SIGNED.match(note) for note in notes)
    return frozenset(note["sign"] for note in found if note and says_ended(note["note"]))


def _read(
    row: list[Cell],
    columns: Columns,
    heads: dict[int, str],
    over: frozenset[str],
    section: str,
) -> Row | None:
    def of(numbers: frozenset[int]) -> list[Cell]:
        return [row[n] for n in sorted(numbers) if n < len(row)]

    before = frozenset().union(*(cell.codes | cell.struck for cell in of(columns.old)))
    now = frozenset().union(*(cell.now for cell in of(columns.now)))
    ended = frozenset().union(*(cell.ended | cell.struck for cell in of(columns.now))) - now
    unsure = frozenset().union(*(cell.codes for cell in of(columns.unsure)))
    if not before | now | ended | unsure:
        return None
    with_codes = columns.old | columns.now | columns.unsure
    others = [cell for n, cell in enumerate(row) if n not in with_codes]
    words = " – ".join(filter(None, dict.fromkeys(cell.words for cell in others)))
    signed = {code for cell in of(columns.now) for sign, code in cell.marked if sign in over}
    ended, now = ended | signed, now - signed
    if any(says_ended(cell.words) for cell in others):
        ended, now = ended | now, frozenset()
    above = tuple(heads.get(n, "") for n in sorted(columns.unsure))
    return Row(section, words, before, now, ended, unsure, above)
