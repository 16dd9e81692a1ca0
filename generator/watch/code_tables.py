"""The codes that IRCC's page of exemption codes lists, as far as the registry is held against them.

Its tables come in two forms: with one column of codes, and with one column for the codes of 14
December 2022 and before and one for those since. Cells may be merged, hold several codes and have
notes. Some codes stand in lists beside the tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from generator.watch.blocks import lines_of
from generator.watch.furniture import main_parts, shown
from generator.watch.grid import CODE, NOTED, Cell, codes_in, rows_of
from generator.watch.refusals import UnreadableError

_NAMED = re.compile(r"\bcodes?\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(before|prior|previous|old|former|formerly|until|up to|avant|anciens?|précédents?"
    r"|jusqu'au)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?=.*[0-9])(?!.*\b(changes?|changed|notes?|remarks?)\b)"
    r".*\b(before|after|since|from|until|avant|après|depuis|à compter)\b",
    re.IGNORECASE,
)
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


def listed_codes(document: html.HtmlElement) -> Listed:
    """Return the codes of all tables of a page, and of its lists of codes.

    Raises:
        UnreadableError: no table has a column of codes, and no list is one of codes.
    """
    rows: list[Row] = []
    for part in main_parts(document) or [document]:
        rows += _of_part(part)
    if not rows:
        raise UnreadableError("it has no table of exemption codes")
    return Listed(tuple(rows))


def _of_part(part: html.HtmlElement) -> Iterator[Row]:
    """Yield the rows of a part, each with the headings above it."""
    above: dict[int, str] = {}
    leads: dict[html.HtmlElement, str] = {}
    for element in shown(part, lambda each: each.tag in _LOOKED_AT, closed=_is_table):
        if _is_table(element):
            for table in (element, *shown(element, _is_table)):
                yield from _of_table(table, _section(above))
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


def _of_table(table: html.HtmlElement, section: str) -> Iterator[Row]:
    heads: dict[int, str] = {}
    columns: dict[int, str] = {}
    caption = " ".join(_text(each) for each in table.xpath("./caption"))
    around = " – ".join(filter(None, (section, caption)))
    group = ""
    below_head = False
    for row in rows_of(table):
        if _is_head(row, columns, below_head=below_head):
            over = heads if below_head else {}
            heads = {n: f"{over.get(n, '')} {cell.words}" for n, cell in enumerate(row)}
            columns = {n: head for n, head in heads.items() if _is_column(head)}
            below_head = True
            continue
        below_head = False
        if _is_across(row):
            # A heading of the rows below, or a note.
            if row[0].words and len(row[0].words.split()) <= _LONGEST_HEADING:
                group = row[0].words
        elif found := _read(row, columns, " – ".join(filter(None, (around, group)))):
            yield found


def _is_head(row: list[Cell], columns: dict[int, str], *, below_head: bool) -> bool:
    """Whether a row names the columns; nothing but its words may mark the first one."""
    if any(cell.codes for cell in row) or _is_across(row):
        return False
    if below_head and any(_BEFORE.search(cell.words) for cell in row):
        return True
    named = any(_is_column(cell.words) for cell in row)
    return named and (not columns or all(cell.head for cell in row))


def _is_across(row: list[Cell]) -> bool:
    """Whether a row is one cell over several columns."""
    return len(row) > 1 and all(cell is row[0] for cell in row)


def _is_column(head: str) -> bool:
    return bool(_NAMED.search(head) or _DATED.match(head))


def _read(row: list[Cell], columns: dict[int, str], section: str) -> Row | None:
    old = {n for n, head in columns.items() if _BEFORE.search(head)}
    if old == set(columns):
        old = set()  # nothing else says what is in use now
    before: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    for column in columns:
        codes = row[column].codes if column < len(row) else frozenset()
        before, now = (before | codes, now) if column in old else (before, now | codes)
    if not before | now:
        return None
    words = dict.fromkeys(cell.words for n, cell in enumerate(row) if n not in columns)
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
