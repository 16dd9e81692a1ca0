"""A table as a grid: the cells of each row, merged ones in each place that they cover."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from generator.watch.blocks import lines_of
from generator.watch.heads import names_codes
from generator.watch.refusals import UnreadableError

CODE = re.compile(r"(?<![A-Za-z0-9])([A-Z])[ -]?([0-9]{2})(?![A-Za-z0-9]|\.[0-9])")
"""An exemption code, also written as `T-37`; what merely begins like one (`A25.2`) is none."""

_SHORT_RANGE = re.compile(
    rf"{CODE.pattern}\s?-\s?([0-9]{{2}})(?![A-Za-z0-9]|\.[0-9]|\s*(?:months?|mois|years?|ans|days?))"
)
_LOWER = re.compile(r"(?<![A-Za-z0-9])[a-z]-?[0-9]{2}(?![A-Za-z0-9]|\.[0-9])")
_FORMERLY = re.compile(
    r"\b(?:formerly|before|previously|prior to|was|see|replac(?:es|ed|ing)|instead of|in place of"
    r"|do not use|not|anciennement|auparavant|avant|précédemment|voir|remplace)\b"
    r"(?:[^();]|\([^()]*\))*?(?=[);]|\b(?:now|since|maintenant|depuis)\b|$)",
    re.IGNORECASE,
)
"""What is said of other codes than those of now, up to the end of the bracket or the line."""

_RANGE = re.compile(rf"{CODE.pattern}\s*(?:to|through|à|–|—|-)\s*{CODE.pattern}")
_LOOSE = re.compile(r"[A-Z] [0-9]{2}(?=\s+[a-z])")
NOTED = frozenset({"del", "s", "strike", "sup", "table"})
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
        head: whether it is marked as the head of a row or a column.
        top: whether it stands in the head of the table.
    """

    words: str = ""
    codes: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    head: bool = False
    top: bool = False


def codes_in(element: html.HtmlElement, without: frozenset[str] = NOTED) -> frozenset[str]:
    """Return the codes in an element, without those in notes and those that are struck out.

    Texts of two elements beside each other are apart, and a code may be in parts of different
    looks: `T37<b>T38</b>` has two, `T<b>37</b>` one.
    """
    return frozenset().union(*(_codes(text) for text in _texts(element, without)))


def stands_alone(table: html.HtmlElement) -> bool:
    """Whether a table has a column of codes of its own; else it is the text of a cell it is in."""
    first = table.xpath("(./tr|./thead/tr|./tbody/tr)[1]/*")
    return any(names_codes(" ".join(line.text for line in lines_of(cell))) for cell in first)


def _texts(element: html.HtmlElement, without: frozenset[str]) -> Iterator[str]:
    for seam in ("", " ") if len(element) else ("",):
        for line in lines_of(element, seam=seam, without=without):
            plain = unicodedata.normalize("NFKC", line.text)
            yield plain.replace("–", "-").replace("−", "-")


def _codes(plain: str) -> set[str]:
    found = {
        f"{letter}{number:02}"
        for letter, first, same, last in _RANGE.findall(plain)
        if letter == same
        for number in range(int(first), int(last) + 1)
    }
    found |= {
        f"{letter}{number:02}"
        for letter, first, last in _SHORT_RANGE.findall(plain)
        for number in range(int(first), int(last) + 1)
    }
    return found | {"".join(code) for code in CODE.findall(_LOOSE.sub(" ", plain))}


def rows_of(table: html.HtmlElement) -> Iterator[list[Cell]]:
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
                _place(row, open_cells, each)
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
    row: list[Cell], open_cells: dict[int, tuple[int, Cell]], each: html.HtmlElement
) -> None:
    cell = _cell(each)
    high = _span(each, "rowspan", _HIGHEST)
    for _ in range(_span(each, "colspan", _WIDEST)):
        if high > 1:
            open_cells[len(row)] = (high - 1, cell)
        row.append(cell)


def _cell(each: html.HtmlElement) -> Cell:
    inner = [table for table in each.iterdescendants("table") if not stands_alone(table)]
    parts = [each, *inner]
    words = " ".join(line.text for part in parts for line in lines_of(part, without=NOTED))
    texts = [_LOWER.sub(lambda m: m[0].upper(), t) for p in parts for t in _texts(p, NOTED)]
    codes = frozenset().union(*map(_codes, texts))
    now = frozenset().union(*(_codes(_FORMERLY.sub(" ", text)) for text in texts))
    top = each.getparent().getparent().tag == "thead"
    return Cell(words, codes, now, head=each.tag == "th", top=top)


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    return most if len(value) > len(str(most)) else min(max(int(value), 1), most)
