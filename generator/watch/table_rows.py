"""Rows of a table in which places are empty or merged: what the order of its words does not say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from lxml import html

from generator.watch.folding import folded
from generator.watch.spans import Place, laid_out

_PARTED = " | "
_EMPTY = "(empty)"
_MERGED = " (merged)"

_LONGEST = 200
"""Characters of a cell that are told."""

_MOST_PLACES = 100_000
"""Places of a table that is looked at; IRCC's largest has some hundred."""


def rows_with_gaps(
    table: html.HtmlElement, words_in: Callable[[html.HtmlElement], str]
) -> dict[html.HtmlElement, str]:
    """Return the rows of a table of several columns that have empty or merged cells, each as text.

    Such a text is `Trader | yes | (empty)`; the words of a merged cell stand in each of its places,
    with `(merged)` after them where it does not begin. Columns that are empty throughout, or go on
    with the one before throughout, are none, and neither is a cell across all columns.

    Args:
        table: the table.
        words_in: how to read a cell.
    """
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return {}
    lines = []
    places = 0
    for row in laid_out(table):
        places += len(row)
        if places > _MOST_PLACES:
            return {}
        if not _is_across(row):
            lines.append(row)
    words = {
        cell: words_in(cell).replace("|", "/")
        for cell in {cell for row in lines for cell, _ in row if cell is not None}
    }
    rows = [[_told(place, words) for place in row] for row in lines]
    owners = [next((cell for cell, begins in row if begins), None) for row in lines]
    columns = list(zip_longest(*rows, fillvalue=_EMPTY))
    kept = [column for column in columns if not _says_nothing(column)]
    if len(kept) < 2:  # noqa: PLR2004 - one column has no order
        return {}
    return {
        owner.getparent(): _PARTED.join(row)
        for owner, row in zip(owners, zip(*kept, strict=True), strict=True)
        if owner is not None and _has_gaps(row) and key_of(_PARTED.join(row))
    }


def _told(place: Place, words: dict[html.HtmlElement, str]) -> str:
    cell, begins = place
    said = words[cell] if cell is not None else ""
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST].rstrip()}..."
    if not said:
        return _EMPTY
    return said if begins else said + _MERGED


def _is_across(row: list[Place]) -> bool:
    return len({cell for cell, _ in row}) <= 1


def _says_nothing(column: Iterable[str]) -> bool:
    cells = set(column)
    return cells == {_EMPTY} or all(cell.endswith(_MERGED) for cell in cells)


def _has_gaps(row: Iterable[str]) -> bool:
    return any(cell == _EMPTY or cell.endswith(_MERGED) for cell in row)


def key_of(row: str) -> str:
    """Return what a row is known by, wherever its cells stand: the words that begin in it."""
    own = [cell for cell in row.split(_PARTED) if not _has_gaps([cell])]
    return "".join(sign for sign in folded("".join(own)).casefold() if sign.isalnum())


def _form_of(row: str) -> tuple[str, ...]:
    """Return which places of a row are filled, empty and merged."""
    return tuple(
        _EMPTY if cell == _EMPTY else _MERGED if cell.endswith(_MERGED) else ""
        for cell in row.split(_PARTED)
    )


def moved_within(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield by index the rows of two texts whose words, or some of them, are in other columns.

    A row without gaps in one of them, or in none of its tables any more, is no such row.
    """
    old, new = _by_key(before), _by_key(now)
    yield from _named_alike(before, now, old.keys() ^ new.keys())
    for key in old.keys() & new.keys():
        ours, theirs = old[key], new[key]
        if len(ours) != len(theirs):
            gone = Counter(form for _, form in ours) - Counter(form for _, form in theirs)
            come = Counter(form for _, form in theirs) - Counter(form for _, form in ours)
            ours = [row for row in ours if row[1] in gone]
            theirs = [row for row in theirs if row[1] in come]
        for (index, form), (other, now_form) in zip(ours, theirs, strict=False):
            if form != now_form:
                yield index, other


def _named_alike(
    before: Sequence[str], now: Sequence[str], others: AbstractSet[str]
) -> Iterator[tuple[int, int]]:
    """Yield rows of one first cell that have other words and other gaps, where each is but one."""
    old, new = (_by_key(row.partition(_PARTED)[0] for row in side) for side in (before, now))
    for name in (old.keys() & new.keys()) - {""}:
        if len(old[name]) == len(new[name]) == 1:
            ((i, _),), ((j, _),) = old[name], new[name]
            changed = {key_of(before[i]), key_of(now[j])} <= others
            if changed and _form_of(before[i]) != _form_of(now[j]):
                yield i, j


def _by_key(rows: Iterable[str]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    found: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for index, row in enumerate(rows):
        found[key_of(row)].append((index, _form_of(row)))
    return found
