"""The marks of a page: reviews and notices, whole, with nothing around them that could hide them.

Readers have to see a mark, so around it stands what templates and theme write, and nothing else:
elements, classes and attributes that are not known here could do anything to what they enclose.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.inspection.expected import ExpectedPage, Statement
from generator.inspection.html import Element, words_of
from generator.problems.problem import Problem

_ELEMENTS = "article body caption div figure html li main p section span table tbody td tr ul"
_OURS = (
    "guide-byline guide-caption guide-card-foot guide-cards guide-explorer guide-finder"
    " guide-finder-results guide-finder-source guide-finder-step guide-notice guide-picture"
)
_THEME = "md-container md-content md-content__inner md-grid md-main md-main__inner md-typeset no-js"
_AROUND = frozenset(_ELEMENTS.split())
_CLASSES = frozenset((*_OURS.split(), *_THEME.split()))
_ATTRIBUTES = frozenset({"aria-label", "aria-labelledby", "class", "dir", "id", "lang", "role"})
_BEFORE_A_NOTICE = ("", "Verify before you rely on this.")
_NAMED = "canada.ca"
"""What the link of a notice names: a reader knows the official page by it."""

_FORMATS = re.compile(
    rb"<(/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])", re.IGNORECASE
)
"""Elements that a browser opens again in each paragraph until they end."""
_MARK = b"data-guide="

Marks = dict[tuple[str | None, str, str], list[Element]]
"""Marks by table (None outside of any), subject and kind."""


def marks_of(document: Element) -> Marks:
    """Return the marks of a document, or of a part of it, that its HTML does not hide."""
    found: Marks = {}
    keys: dict[Element, str] = {}
    for mark in document.iterfind(".//*[@data-guide]"):
        key = None
        if (table := next(mark.iterancestors("table"), None)) is not None:
            if table not in keys:
                caption = table.find("caption")
                keys[table] = "" if caption is None else caption.get("data-table", "")
            key = keys[table]
        name = (key, mark.get("data-subject", ""), mark.get("data-guide", ""))
        found.setdefault(name, []).append(mark)
    return found


def reopened(raw: bytes) -> str | None:
    """Return an element of a sentence that is open where a mark begins, or None.

    A browser goes on with it in the mark, as with what is struck out or small; the parser that
    reads pages here ends it with its paragraph, so it is looked for in the page as it is written.
    """
    opened: Counter[str] = Counter()
    mark = raw.find(_MARK)
    for found in _FORMATS.finditer(raw):
        while 0 <= mark < found.start():
            if still := +opened:
                return next(iter(still))
            mark = raw.find(_MARK, found.start())
        if mark < 0:
            return None
        name = found[2].decode().lower()
        opened[name] = max(0, opened[name] - 1) if found[1] else opened[name] + 1
        if mark < (end := raw.find(b">", found.end())):  # the element is a mark itself
            mark = raw.find(_MARK, end)
    return next(iter(+opened), None) if mark >= 0 else None


def missing_marks(
    marks: Marks, table: str | None, statement: Statement, page: ExpectedPage
) -> Iterator[Problem]:
    """Yield what of a review and a notice a page does not show.

    Args:
        marks: the marks of the page, or of its part that has to show them.
        table: the table that has to show them; None outside of any.
        statement: what has to be shown.
        page: the page.
    """
    where = f"{page.html}, table `{table}`," if table else page.html
    reviews = marks.get((table, statement.subject, "review"), [])
    shown = [mark for mark in reviews if _shows_review(mark, statement)]
    if lack := _lack(shown):
        message = (
            f"{where} does not show the review of `{statement.subject}`, {statement.human}: {lack}"
        )
        yield Problem("shown-review", message, statement.place)
    notices = marks.get((table, statement.subject, "verify"), [])
    shown = [mark for mark in notices if _shows_notice(mark, statement)]
    if lack := _lack(shown):
        message = (
            f"{where} does not show the verify notice of `{statement.subject}` with its link,"
            f" whole: {lack}"
        )
        yield Problem("shown-notice", message, statement.place)


def _lack(shown: Sequence[Element]) -> str | None:
    """Return what to do where no mark, or none that is free, says what has to be said."""
    if not shown:
        return "put it back into the template or the page"
    held = _held_by(shown[0])
    if held is None or None in map(_held_by, shown[1:]):
        return None
    return f"it stands within `{held}`, which could hide it: take it out of that"


def _held_by(mark: Element) -> str | None:
    """Return the tag that could hide a mark, of those that it has itself or stands in; or None."""
    for element in (mark, *mark.iterancestors()):
        name = str(element.tag)
        if name not in _AROUND:
            return f"<{name}>"
        for given in element.get("class", "").split():
            if given not in _CLASSES:
                return f'<{name} class="{given}">'
        for attribute in map(str, element.attrib):
            if attribute not in _ATTRIBUTES and not attribute.startswith("data-"):
                return f"<{name} {attribute}>"
    return None


def _shows_review(mark: Element, statement: Statement) -> bool:
    return any(
        time.get("datetime") == statement.iso
        and words_of(time) == statement.human
        and _is_plain(time, mark)
        for time in mark.iterfind(".//time")
    )


def _shows_notice(mark: Element, statement: Statement) -> bool:
    """Tell whether a mark says the notice and leads on, and says nothing else beside it.

    Words for who hears a page may stand in its link, before those that are seen.
    """
    links = [link for link in mark.iterfind(".//a") if link.get("href") == statement.url]
    if not links or not all(_is_plain(part, mark) for part in _parts(mark, links)):
        return False
    link = links[0]
    seen = (link[-1].tail or "") if len(link) else (link.text or "")
    notice, whole = " ".join(statement.notice.split()), words_of(mark)
    said = f"{notice} {words_of(link)}".strip()
    return seen.strip().endswith(_NAMED) and any(
        whole == f"{before} {said}".strip() for before in _BEFORE_A_NOTICE
    )


def _parts(mark: Element, links: Sequence[Element]) -> Iterator[Element]:
    """Yield the elements of a mark, but those within its links."""
    for part in mark.iterdescendants():
        if part.getparent() not in links:
            yield part


def _is_plain(element: Element, mark: Element) -> bool:
    """Tell whether neither an element nor what it stands in, within a mark, could hide it."""
    inside: Element | None = element
    while inside is not None and inside is not mark:
        if {"class", "style", "hidden"} & {str(name) for name in inside.attrib}:
            return False
        inside = inside.getparent()
    return True
