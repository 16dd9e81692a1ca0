"""Where the cells of a table stand: each in every place that it covers, as browsers lay it out."""

from collections.abc import Iterator

from lxml import html

Place = tuple[html.HtmlElement | None, bool]
"""The cell that covers a place, None where there is none; whether it begins there."""

_ROWS = "./tr|./thead/tr|./tbody/tr|./tfoot/tr"
_WIDEST = 50
_HIGHEST = 5000


def laid_out(table: html.HtmlElement) -> Iterator[list[Place]]:
    """Yield the places of each row of a table, without the rows of tables within it.

    A cell ends with its group of rows (`tbody`); one with `rowspan="0"` goes on until there.
    """
    below: dict[int, tuple[int, html.HtmlElement]] = {}
    group = None
    for line in table.xpath(_ROWS):
        if line.getparent() is not group:
            group, below = line.getparent(), {}
        row: dict[int, Place] = {column: (cell, False) for column, (_, cell) in below.items()}
        below = {column: (left - 1, cell) for column, (left, cell) in below.items() if left > 1}
        column = 0
        for cell in line:
            if cell.tag not in {"td", "th"}:
                continue
            while column in row:
                column += 1
            high = _span(cell, "rowspan", _HIGHEST)
            for n in range(column, column + _span(cell, "colspan", _WIDEST)):
                row.setdefault(n, (cell, n == column))
                if high > 1 and row[n][0] is cell:
                    below[n] = (high - 1, cell)
            column += 1
        yield [row.get(n, (None, False)) for n in range(max(row, default=-1) + 1)]


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    if len(value) > len(str(most)) or (name == "rowspan" and not int(value)):
        return most
    return min(max(int(value), 1), most)
