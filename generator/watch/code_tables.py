"""The tables of IRCC's page of exemption codes, as far as the registry is held against them.

They come in two forms: with one column of codes, and with one column for the codes before
15 December 2022 and one for those since. Cells may be merged, and may have notes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from generator.watch.page import UnreadableError

_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Z][0-9]{2})(?![A-Za-z0-9])")
_BEFORE = re.compile(r"\b(before|prior|previous|old|former)\b", re.IGNORECASE)
_WIDEST = 50


@dataclass(slots=True)
class Listed:
    """The codes that a page lists.

    Attributes:
        current: codes in use now.
        earlier: codes of a column that is about the time before.
        successors: for each earlier code, those that stand beside it.
    """

    current: set[str] = field(default_factory=set)
    earlier: set[str] = field(default_factory=set)
    successors: dict[str, set[str]] = field(default_factory=dict)


def listed_codes(document: html.HtmlElement) -> Listed:
    """Return the codes of all tables of a page.

    Raises:
        UnreadableError: no table has a column of codes.
    """
    found = Listed()
    tables = 0
    for table in document.xpath("//table"):
        rows = list(_grid(table))
        head = next((row for row in rows if any(_is_head(cell) for cell in row)), None)
        if head is None:
            continue
        columns = {number: text for number, text in enumerate(head) if _is_head(text)}
        tables += 1
        _read(rows[rows.index(head) + 1 :], columns, found)
    if not tables or not (found.current or found.earlier):
        raise UnreadableError("it has no table of exemption codes")
    return found


def _is_head(text: str) -> bool:
    return bool(re.search(r"\bcodes?\b", text, re.IGNORECASE)) and not _CODE.search(text)


def _read(rows: list[list[str]], columns: dict[int, str], found: Listed) -> None:
    old = {number for number, text in columns.items() if _BEFORE.search(text)}
    if old == set(columns):
        old = set()  # nothing else says what is in use now
    for row in rows:
        if len(row) > 1 and len(set(row)) == 1:
            continue  # one cell across the table: a heading or a note
        cells = {n: set(_CODE.findall(row[n])) for n in columns if n < len(row)}
        before = {code for n in old for code in cells.get(n, ())}
        now = {code for n in columns.keys() - old for code in cells.get(n, ())}
        found.earlier |= before
        found.current |= now
        for code in before - now:
            found.successors.setdefault(code, set()).update(now)


def _grid(table: html.HtmlElement) -> Iterator[list[str]]:
    """Yield the texts of each row, those of merged cells in each place that they cover."""
    open_cells: dict[int, tuple[int, str]] = {}
    for line in table.xpath(".//tr"):
        row: list[str] = []
        cells = [cell for cell in line if cell.tag in {"td", "th"}]
        while cells or len(row) in open_cells:
            column = len(row)
            if column in open_cells:
                left, text = open_cells[column]
                row.append(text)
                if left > 1:
                    open_cells[column] = (left - 1, text)
                else:
                    del open_cells[column]
                continue
            cell = cells.pop(0)
            text = _text(cell)
            high, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(wide):
                if high > 1:
                    open_cells[len(row)] = (high - 1, text)
                row.append(text)
        yield row


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdigit() else 1


def _text(cell: html.HtmlElement) -> str:
    words = cell.xpath(".//text()[not(ancestor::sup)]")
    return " ".join("".join(words).split())
