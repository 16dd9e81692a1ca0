"""What a page says of itself in its notices: archived, superseded, changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lxml import html

from generator.watch.blocks import Line, even, lines_of
from generator.watch.furniture import classes, outermost
from generator.watch.wordings import (
    ARCHIVED,
    ARCHIVED_END,
    ARCHIVED_LEAD,
    ARCHIVED_NAME,
    CHANGED,
    CODES_CHANGED,
    LEAD,
    ON_CONDITION,
    PAGE_MOVED,
    REPLACED_BY,
    SUPERSEDED,
    SUPERSEDED_END,
    SUPERSEDED_NAME,
    is_about_other_codes,
)

_LONGEST = 300
"""Characters of a notice that are told."""

_LOOKED_AT = 600
"""Characters of a sentence in which it says what it is about; time grows with them."""


class NoticeKind(StrEnum):
    """What a page says of itself."""

    ARCHIVED = "archived"
    SUPERSEDED = "superseded"
    CHANGED = "has changed"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice on a page.

    Attributes:
        kind: what it says of the page.
        text: its words on one line, cut after 300 characters.
    """

    kind: NoticeKind
    text: str


_BOX_CLASSES = {"alert", "archived-banner", "gc-archv"}
_BOX_TAGS = {"gcds-alert", "gcds-notice"}
_ARCHIVED_CLASSES = {"archived-banner", "gc-archv"}
_ARCHIVED_IDS = {"archive_box", "archived", "archivee", "archived-bnr", "archivé", "archivée"}

_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]*$")
_OFFICERS = re.compile(rf"(officers|you|les agents) ({SUPERSEDED.pattern})", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def notices_of(
    document: html.HtmlElement, parts: Sequence[html.HtmlElement], lines: Iterable[Line]
) -> tuple[Notice, ...]:
    """Return the notices of a page, in its main part and outside it, each once.

    That it is archived is told once, however often the page says it.

    Args:
        document: the page.
        parts: its main parts.
        lines: their lines.
    """
    said = _said_in_titles(document)
    in_boxes: set[str] = set()
    for box, inside in _boxes(document, parts):
        of_box = list(lines_of(box))
        text = _joined(of_box)
        if kind := _kind_of_box(box, text, inside=inside):
            said.append((kind, text))
            in_boxes.update(line.text for line in of_box)
    for line in lines:
        if line.text not in in_boxes and (kind := _kind_of_line(line)):
            said.append((kind, line.text))
    found: dict[str, Notice] = {}
    for kind, text in said:
        once = kind.value if kind is NoticeKind.ARCHIVED else text
        found.setdefault(once, Notice(kind, _cut(text)))
    return tuple(found.values())


def _said_in_titles(document: html.HtmlElement) -> list[tuple[NoticeKind, str]]:
    for title in document.xpath("//h1|//gcds-heading[@tag='h1']|//head/title"):
        name = even(title.text_content())
        if kind := _kind_of_name(name):
            return [(kind, name)]
    return []


def _kind_of_name(name: str) -> NoticeKind | None:
    ends = (name, _SITE.sub("", name))
    if ARCHIVED_NAME.match(name) or any(ARCHIVED_END.search(end) for end in ends):
        return NoticeKind.ARCHIVED
    if SUPERSEDED_NAME.match(name) or any(SUPERSEDED_END.search(end) for end in ends):
        return NoticeKind.SUPERSEDED
    return None


def _boxes(
    document: html.HtmlElement, parts: Sequence[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement, bool]]:
    """Yield the boxes in which pages put notices, and whether they stand in a main part."""
    mains = set(parts)
    for element in outermost(document, lambda each: each in mains or _is_box(each)):
        if element not in mains:
            yield element, False
            continue
        for box in outermost(element, _is_box):
            yield box, True


def _is_box(element: html.HtmlElement) -> bool:
    if element.tag in _BOX_TAGS or element.get("id", "").casefold() in _ARCHIVED_IDS:
        return True
    return bool(classes(element) & _BOX_CLASSES)


def _kind_of_box(box: html.HtmlElement, text: str, *, inside: bool) -> NoticeKind | None:
    """Return what a box says of the page; what stands outside the main part is about all pages."""
    marked = box.get("id", "").casefold() in _ARCHIVED_IDS or classes(box) & _ARCHIVED_CLASSES
    if (text and marked) or ARCHIVED.search(text) or ARCHIVED_LEAD.match(text):
        return NoticeKind.ARCHIVED
    sentences = [s[:_LOOKED_AT] for s in _SENTENCE.split(text) if not ON_CONDITION.search(s)]
    if any(SUPERSEDED.search(s) or REPLACED_BY.search(s) for s in sentences):
        return NoticeKind.SUPERSEDED
    if inside and any(CHANGED.search(s) or _says_of_codes(s) for s in sentences):
        return NoticeKind.CHANGED
    return None


def _says_of_codes(sentence: str) -> bool:
    """Whether a sentence in a box says that codes have changed."""
    return bool(CODES_CHANGED.search(sentence)) and not is_about_other_codes(sentence)


def _kind_of_line(line: Line) -> NoticeKind | None:
    """Return what a line outside a box says of the page; only one that begins with it."""
    first = _SENTENCE.split(LEAD.sub("", line.text[:_LOOKED_AT], count=1))[0]
    if ON_CONDITION.search(first):
        return None
    if ARCHIVED.match(first):
        return NoticeKind.ARCHIVED
    if SUPERSEDED.match(first) or _OFFICERS.match(first) or REPLACED_BY.search(first):
        return NoticeKind.SUPERSEDED
    if PAGE_MOVED.match(first):
        return NoticeKind.CHANGED
    codes = CODES_CHANGED.match(first) and not is_about_other_codes(first)
    return NoticeKind.CHANGED if codes else None


def _joined(lines: Iterable[Line]) -> str:
    texts = [line.text for line in lines]
    return " ".join(text if text[-1] in ".:!?" else f"{text}." for text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
