"""A table as a grid: the cells of each row, merged ones in each place that they cover."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lxml import html

from generator.watch.blocks import lines_of, text_in
from generator.watch.code_says import current, ended, marked, says_ended
from generator.watch.code_texts import codes_of, plain
from generator.watch.heads import names_codes
from generator.watch.refusals import UnreadableError
from generator.watch.struck import STRUCK, is_struck

NOTED = STRUCK | {"sup", "table"}
"""What holds notes, is struck out or has cells of its own."""

_WIDEST = 50
_HIGHEST = 5000
_MOST_PLACES = 400_000
"""Places of all cells of a table; IRCC's largest has some hundred."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        words: its text, without notes and what is struck out.
        codes: the codes in it.
        now: those of them that are not said to be former ones, or of something else.
        ended: those of which is said that they have ended.
        struck: codes besides that are struck out.
        marked: signs of notes, each with the code that it stands after.
        head: whether it is marked as the head of a row or a column.
        top: whether it stands in the head of the table.
    """

    words: str = ""
    codes: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    marked: frozenset[tuple[str, str]] = frozenset()
    head: bool = False
    top: bool = False


def codes_in(
    element: html.HtmlElement, without: frozenset[str] = NOTED
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes in an element, and apart those that are said to have ended.

    Codes in notes and those that are struck out do not count. Texts of two elements beside each
    other are apart, and a code may be in parts of different looks: `T37<b>T38</b>` has two,
    `T<b>37</b>` one.
    """
    texts = [plain(text) for text in _texts(element, without)]
    over = frozenset().union(*map(ended, texts))
    return frozenset().union(*map(codes_of, texts)) - over, over


def stands_alone(table: html.HtmlElement) -> bool:
    """Whether a table has a column of codes of its own; else it is the text of a cell it is in."""
    first = table.xpath("(./tr|./thead/tr|./tbody/tr)[1]/*")
    return any(names_codes(text_in(cell)) for cell in first)


def _texts(element: html.HtmlElement, without: frozenset[str] = frozenset()) -> Iterator[str]:
    for seam in ("", " ") if len(element) else ("",):
        for line in lines_of(element, seam=seam, without=without):
            yield line.text


def rows_of(table: html.HtmlElement, today: date | None = None) -> Iterator[list[Cell]]:
    """Yield the rows of a table, without those of tables within it.

    Raises:
        UnreadableError: it has too many cells to be one of IRCC's tables.
    """
    open_cells: dict[int, tuple[int, Cell]] = {}
    places = 0
    for line in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"):
        row: list[Cell] = []
        for each in line:
            if each.tag in {"td", "th"}:
                _pass_merged(row, open_cells)
                _place(row, open_cells, each, today)
        _pass_merged(row, open_cells)
        places += len(row)
        if places > _MOST_PLACES:
            raise UnreadableError("a table in it is larger than any of IRCC's")
        yield row


def _pass_merged(row: list[Cell], open_cells: dict[int, tuple[int, Cell]]) -> None:
    while (column := len(row)) in open_cells:
        left, cell = open_cells.pop(column)
        row.append(cell)
        if left > 1:
            open_cells[column] = (left - 1, cell)


def _place(
    row: list[Cell],
    open_cells: dict[int, tuple[int, Cell]],
    each: html.HtmlElement,
    today: date | None,
) -> None:
    cell = _cell(each, today)
    high = _span(each, "rowspan", _HIGHEST)
    for _ in range(_span(each, "colspan", _WIDEST)):
        if high > 1:
            open_cells[len(row)] = (high - 1, cell)
        row.append(cell)


def _cell(each: html.HtmlElement, today: date | None) -> Cell:
    inner = [table for table in each.iterdescendants("table") if not stands_alone(table)]
    parts = [each, *inner]
    words = " ".join(filter(None, (text_in(part, NOTED) for part in parts)))
    texts = [plain(t, lower=True) for p in parts for t in _texts(p, NOTED)]
    codes = frozenset().union(*map(codes_of, texts))
    now = frozenset().union(*(current(text, today) for text in texts))
    below = [codes_of(text) for text, then in pairwise(texts) if says_ended(then)]
    now -= frozenset().union(*below)
    over = frozenset().union(*(ended(text, today) for text in texts), *below) - now
    if now and any(map(says_ended, _footnotes(each))):
        over, now = over | now, frozenset()
    struck = frozenset().union(*(_struck(part) for part in parts)) - codes
    if is_struck(each) or is_struck(each.getparent()):
        codes, now, over, struck = frozenset(), frozenset(), frozenset(), struck | codes
    signs = frozenset().union(*(marked(plain(line.text)) for line in lines_of(each)))
    top = each.getparent().getparent().tag == "thead"
    return Cell(words, codes, now, over, struck, signs, head=each.tag == "th", top=top)


def _struck(part: html.HtmlElement) -> frozenset[str]:
    """Return the codes in words that are struck out."""
    texts = (text for each in part.iterdescendants() if is_struck(each) for text in _texts(each))
    return frozenset().union(*(codes_of(plain(text)) for text in texts))


def _footnotes(each: html.HtmlElement) -> Iterator[str]:
    """Yield the notes to which marks in a cell lead."""
    for mark in each.xpath(".//a[starts-with(@href, '#')]"):
        for note in mark.getroottree().xpath("//*[@id=$of]", of=mark.get("href")[1:]):
            if note not in each.iterdescendants():
                yield re.sub(r"^\W*\w?\d*\W+", "", text_in(note))


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    return most if len(value) > len(str(most)) else min(max(int(value), 1), most)
