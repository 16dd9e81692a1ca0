"""What a page says of itself in its notices: archived, superseded, changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lxml import html

from generator.watch.address import without_site
from generator.watch.blocks import Line, even, lines_of, sentences_in
from generator.watch.code_wordings import says_of_codes
from generator.watch.furniture import classes, outermost
from generator.watch.wordings import (
    ARCHIVED,
    ARCHIVED_END,
    ARCHIVED_LABEL,
    ARCHIVED_LEAD,
    ARCHIVED_NAME,
    CHANGED,
    ENDED_LABEL,
    LEAD,
    NOT_OF_THE_PAGE,
    PAGE_MOVED,
    REPLACED_BY,
    SUPERSEDED,
    SUPERSEDED_END,
    SUPERSEDED_NAME,
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

_LABELS = (
    "//h1//*[contains(@class, 'label') or contains(@class, 'badge') or self::small or self::mark]"
)
_HIGH_UP = 8
"""Lines below the title, up to the first heading, in which a page speaks of itself."""


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
    for line, high in _placed(lines):
        if line.text not in in_boxes and (kind := _kind_of_line(line, high=high)):
            said.append((kind, line.text))
    found: dict[str, Notice] = {}
    for kind, text in said:
        once = kind.value if kind is NoticeKind.ARCHIVED else text
        found.setdefault(once, Notice(kind, _cut(text)))
    return tuple(found.values())


def _placed(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield lines, and whether each stands straight below the title."""
    since = headings = 0
    for line in lines:
        headings += line.heading
        yield line, headings == 1 and not line.heading and since < _HIGH_UP
        since += not line.heading


def _said_in_titles(document: html.HtmlElement) -> list[tuple[NoticeKind, str]]:
    for title in document.xpath("//h1|//gcds-heading[@tag='h1']|//head/title"):
        name = even(title.text_content())
        if kind := _kind_of_name(name):
            return [(kind, name)]
    for label in document.xpath(_LABELS):
        name = even(label.text_content())
        if kind := _kind_of_label(name):
            return [(kind, name)]
    return []


def _kind_of_label(name: str) -> NoticeKind | None:
    if ARCHIVED_LABEL.match(name):
        return NoticeKind.ARCHIVED
    return NoticeKind.SUPERSEDED if ENDED_LABEL.match(name) else None


def _kind_of_name(name: str) -> NoticeKind | None:
    ends = (name, without_site(name))
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
    if (text and marked) or ARCHIVED_LEAD.match(text):
        return NoticeKind.ARCHIVED
    sentences = [s[:_LOOKED_AT] for s in sentences_in(text)]
    return _kind_of_sentences(sentences, in_box=inside, anywhere=True)


def _kind_of_line(line: Line, *, high: bool) -> NoticeKind | None:
    """Return what a line outside a box says of the page; only one that begins with it.

    Straight below the title each of its sentences may say so, and a word alone.
    """
    text = line.text[:_LOOKED_AT]
    if high and (kind := _kind_of_label(text)):
        return kind
    said = sentences_in(text) if high else sentences_in(LEAD.sub("", text, count=1))[:1]
    return _kind_of_sentences(
        [LEAD.sub("", each, count=1) for each in said], in_box=high, anywhere=False
    )


def _kind_of_sentences(
    sentences: Iterable[str], *, in_box: bool, anywhere: bool
) -> NoticeKind | None:
    """Return what sentences say of the page.

    Args:
        sentences: the sentences.
        in_box: whether they stand where a page speaks of itself: more may be said of it there.
        anywhere: whether a sentence may say it after something else.
    """
    of_page = [each for each in sentences if not NOT_OF_THE_PAGE.search(each)]

    def says(wording: re.Pattern[str]) -> bool:
        return any(wording.search(s) if anywhere else wording.match(s) for s in of_page)

    if says(ARCHIVED):
        return NoticeKind.ARCHIVED
    if says(SUPERSEDED) or any(REPLACED_BY.search(each) for each in of_page):
        return NoticeKind.SUPERSEDED
    if not in_box and anywhere:
        return None
    if says(CHANGED if in_box else PAGE_MOVED):
        return NoticeKind.CHANGED
    codes = any(says_of_codes(each, anywhere=anywhere) for each in of_page)
    return NoticeKind.CHANGED if codes else None


def _joined(lines: Iterable[Line]) -> str:
    texts = [line.text for line in lines]
    return " ".join(text if text[-1] in ".:!?" else f"{text}." for text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
