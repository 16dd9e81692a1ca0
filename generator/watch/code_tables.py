"""The codes that IRCC's page of exemption codes lists, as far as the registry is held against them.

Its tables come in two forms: with one column of codes, and with one column for the codes of 14
December 2022 and before and one for those since. Cells may be merged, hold several codes and have
notes. Some codes stand in lists beside the tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import html

from generator.watch.blocks import text_in
from generator.watch.code_rows import Row, rows_of_table
from generator.watch.code_texts import CODE
from generator.watch.columns import Known
from generator.watch.furniture import main_parts, shown
from generator.watch.grid import NOTED, codes_in, stands_alone
from generator.watch.heads import Columns
from generator.watch.refusals import UnreadableError

_OF_LISTS = re.compile(r"\bunique work situations?\b|\bexemption codes?\b", re.IGNORECASE)
_LISTS = frozenset({"ol", "ul"})
_OF_ITEMS = NOTED | _LISTS

_LOOKED_AT = _LISTS | {
    "gcds-heading", "h1", "h2", "h3", "h4", "h5", "h6", "li", "summary", "table",
}  # fmt: skip


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

    @property
    def ended(self) -> frozenset[str]:
        """Codes that stand among those in use now, but are said to have ended."""
        return frozenset().union(*(row.ended for row in self.rows))

    @property
    def unsure(self) -> frozenset[str]:
        """Codes in columns of which nothing tells of what time they are."""
        return frozenset().union(*(row.unsure for row in self.rows))


def listed_codes(
    document: html.HtmlElement, today: date | None = None, known: Known | None = None
) -> Listed:
    """Return the codes of all tables of a page, and of its lists of codes.

    Args:
        document: the page.
        today: what is used until a later day is in use now.
        known: the codes that are known, which tell what the heads of columns do not.

    Raises:
        UnreadableError: no table has a column of codes, and no list is one of codes.
    """
    rows: list[Row] = []
    for part in main_parts(document) or [document]:
        rows += _of_part(part, today, known)
    if not rows:
        raise UnreadableError("it has no table of exemption codes")
    return Listed(tuple(rows))


def _of_part(part: html.HtmlElement, today: date | None, known: Known | None) -> Iterator[Row]:
    """Yield the rows of a part, each with the headings above it."""
    above: dict[int, str] = {}
    leads: dict[html.HtmlElement, str] = {}
    columns = Columns()
    for element in shown(part, lambda each: each.tag in _LOOKED_AT, closed=_is_table):
        if _is_table(element):
            for table in (element, *filter(stands_alone, shown(element, _is_table))):
                columns = yield from rows_of_table(table, _section(above), columns, today, known)
        elif element.tag in _LISTS:
            leads[element] = _lead(element, leads)
        elif element.tag == "li":
            yield from _of_item(element, above, leads.get(element.getparent(), ""))
        else:
            level = _level(element)
            above = {depth: text for depth, text in above.items() if depth < level}
            above[level] = text_in(element)


def _is_table(element: html.HtmlElement) -> bool:
    return bool(element.tag == "table")


def _lead(each: html.HtmlElement, leads: dict[html.HtmlElement, str]) -> str:
    """Return what stands before a list; before the outer one, where it is a list in a list."""
    item = each.getparent()
    if item is not None and item.tag == "li":
        return leads.get(item.getparent(), "")
    before = each.getprevious()
    return text_in(before) if before is not None and before.tag == "p" else ""


def _level(heading: html.HtmlElement) -> int:
    name = heading.get("tag", "h2") if heading.tag == "gcds-heading" else heading.tag
    return int(name[1]) if re.fullmatch("h[1-6]", name) else 7


def _section(above: dict[int, str]) -> str:
    """Return the headings above, without the title of the page."""
    return " – ".join(above[level] for level in sorted(above) if level > 1)


def _of_item(item: html.HtmlElement, above: dict[int, str], lead: str) -> Iterator[Row]:
    """Yield an item of a list of codes; other lists name codes too, but do not list them."""
    if not (_OF_LISTS.search(lead) or _OF_LISTS.search(above[max(above)] if above else "")):
        return
    codes, ended = codes_in(item, _OF_ITEMS)
    if codes | ended:
        own = text_in(item, _OF_ITEMS)
        words = CODE.sub("", own).replace("()", "").strip(" :–-,")
        section = " – ".join(filter(None, (_section(above), lead)))
        yield Row(section, words, frozenset(), codes, ended)
