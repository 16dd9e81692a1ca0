"""The codes that IRCC's page of exemption codes lists, as far as the registry is held against them.

Its tables come in two forms: with one column of codes, and with one column for the codes of 14
December 2022 and before and one for those since. Cells may be merged, hold several codes and have
notes. Some codes stand in lists beside the tables.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date

from lxml import html

from generator.watch.blocks import lines_of
from generator.watch.furniture import main_parts, shown
from generator.watch.grid import CODE, NOTED, Cell, codes_in, rows_of, stands_alone
from generator.watch.heads import Columns, columns_of, is_timed, names_codes
from generator.watch.refusals import UnreadableError

_OF_LISTS = re.compile(r"\bunique work situations?\b|\bexemption codes?\b", re.IGNORECASE)
_LISTS = frozenset({"ol", "ul"})
_OF_ITEMS = NOTED | _LISTS

_LONGEST_HEADING = 20
"""Words of a row across a table that is a heading of those below; a note has more."""

_LOOKED_AT = _LISTS | {
    "gcds-heading", "h1", "h2", "h3", "h4", "h5", "h6", "li", "summary", "table",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row with codes, or an item of a list of them.

    Attributes:
        section: the headings that it stands under, and the caption of its table.
        words: what it says beside its codes.
        before: the codes in a column about the time before.
        now: the codes in use now.
    """

    section: str
    words: str
    before: frozenset[str]
    now: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """The codes that a page lists, row by row."""

    rows: tuple[Row, ...]

    @property
    def current(self) -> frozenset[str]:
        """Codes in use now, in whichever row."""
        return frozenset().union(*(row.now for row in self.rows))

    @property
    def earlier(self) -> frozenset[str]:
        """Codes of a column about the time before."""
        return frozenset().union(*(row.before for row in self.rows))


def listed_codes(document: html.HtmlElement, today: date | None = None) -> Listed:
    """Return the codes of all tables of a page, and of its lists of codes.

    Args:
        document: the page.
        today: what is used until a later day is in use now.

    Raises:
        UnreadableError: no table has a column of codes, and no list is one of codes.
    """
    rows: list[Row] = []
    for part in main_parts(document) or [document]:
        rows += _of_part(part, today)
    if not rows:
        raise UnreadableError("it has no table of exemption codes")
    return Listed(tuple(rows))


def _of_part(part: html.HtmlElement, today: date | None) -> Iterator[Row]:
    """Yield the rows of a part, each with the headings above it."""
    above: dict[int, str] = {}
    leads: dict[html.HtmlElement, str] = {}
    columns = Columns()
    for element in shown(part, lambda each: each.tag in _LOOKED_AT, closed=_is_table):
        if _is_table(element):
            for table in (element, *filter(stands_alone, shown(element, _is_table))):
                columns = yield from _of_table(table, _section(above), columns, today)
        elif element.tag in _LISTS:
            leads[element] = _lead(element, leads)
        elif element.tag == "li":
            yield from _of_item(element, above, leads.get(element.getparent(), ""))
        else:
            level = _level(element)
            above = {depth: text for depth, text in above.items() if depth < level}
            above[level] = _text(element)


def _is_table(element: html.HtmlElement) -> bool:
    return bool(element.tag == "table")


def _lead(each: html.HtmlElement, leads: dict[html.HtmlElement, str]) -> str:
    """Return what stands before a list; before the outer one, where it is a list in a list."""
    item = each.getparent()
    if item is not None and item.tag == "li":
        return leads.get(item.getparent(), "")
    before = each.getprevious()
    return _text(before) if before is not None and before.tag == "p" else ""


def _level(heading: html.HtmlElement) -> int:
    name = heading.get("tag", "h2") if heading.tag == "gcds-heading" else heading.tag
    return int(name[1]) if re.fullmatch("h[1-6]", name) else 7


def _section(above: dict[int, str]) -> str:
    """Return the headings above, without the title of the page."""
    return " – ".join(above[level] for level in sorted(above) if level > 1)


def _text(element: html.HtmlElement) -> str:
    return " ".join(line.text for line in lines_of(element))


def _of_table(
    table: html.HtmlElement, section: str, above: Columns, today: date | None
) -> Generator[Row, None, Columns]:
    """Yield the rows of a table that have codes, and return its columns.

    Args:
        table: the table.
        section: the headings that it stands under.
        above: the columns of the table before it, which one without a head goes on with.
        today: what is used until a later day is in use now.
    """
    rows = list(rows_of(table))
    columns = above if _goes_on(rows, above) else Columns()
    heads: dict[int, str] = {}
    caption = " ".join(_text(each) for each in table.xpath("./caption"))
    around = " – ".join(filter(None, (section, caption)))
    group = ""
    below_head = False
    for row in rows:
        if _is_head(row, columns, below_head=below_head):
            over = heads if below_head else {}
            heads = {n: f"{over.get(n, '')} {cell.words}".strip() for n, cell in enumerate(row)}
            columns = columns_of(heads, today)
            below_head = True
            continue
        below_head = False
        if _is_across(row):
            # A heading of the rows below, or a note.
            if row[0].words and len(row[0].words.split()) <= _LONGEST_HEADING:
                group = row[0].words
        elif found := _read(row, columns, " – ".join(filter(None, (around, group)))):
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
    named = any(names_codes(cell.words) for cell in row)
    return named and (not columns or marked)


def _is_across(row: list[Cell]) -> bool:
    """Whether a row is one cell over several columns."""
    return len(row) > 1 and all(cell is row[0] for cell in row)


def _read(row: list[Cell], columns: Columns, section: str) -> Row | None:
    before = frozenset().union(*(row[n].codes for n in columns.old if n < len(row)))
    now = frozenset().union(*(row[n].now for n in columns.now if n < len(row)))
    if not before | now:
        return None
    with_codes = columns.old | columns.now
    words = dict.fromkeys(cell.words for n, cell in enumerate(row) if n not in with_codes)
    return Row(section, " – ".join(filter(None, words)), before, now)


def _of_item(item: html.HtmlElement, above: dict[int, str], lead: str) -> Iterator[Row]:
    """Yield an item of a list of codes; other lists name codes too, but do not list them."""
    if not (_OF_LISTS.search(lead) or _OF_LISTS.search(above[max(above)] if above else "")):
        return
    if codes := codes_in(item, _OF_ITEMS):
        own = " ".join(line.text for line in lines_of(item, without=_OF_ITEMS))
        words = CODE.sub("", own).replace("()", "").strip(" :–-,")
        section = " – ".join(filter(None, (_section(above), lead)))
        yield Row(section, words, frozenset(), codes)
