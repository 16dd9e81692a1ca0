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
from generator.watch.spans import laid_out
from generator.watch.struck import STRUCK, is_struck

NOTED = STRUCK | {"sup", "table"}
"""What holds notes, is struck out or has cells of its own."""

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
    cells: dict[html.HtmlElement | None, Cell] = {None: Cell()}
    places = 0
    for row in laid_out(table):
        places += len(row)
        if places > _MOST_PLACES:
            raise UnreadableError("a table in it is larger than any of IRCC's")
        for each, _ in row:
            if each is not None and each not in cells:
                cells[each] = _cell(each, today)
        yield [cells[each] for each, _ in row]


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
