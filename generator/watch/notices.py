"""What a page says of itself in its notices: archived, superseded, changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from lxml import html

from generator.watch.blocks import Line, lines_of, sentences_in
from generator.watch.furniture import classes, outermost
from generator.watch.notice_kinds import Notice, NoticeKind
from generator.watch.notice_sentences import Place, is_archived_strictly, kind_of_sentences
from generator.watch.notice_titles import kind_of_label, kind_of_label_before, said_in_titles
from generator.watch.wordings import ARCHIVED_HEADING, ARCHIVED_LEAD

__all__ = ["Notice", "NoticeKind", "notices_of"]

_LONGEST = 300
"""Characters of a notice that are told."""

_BOX_CLASSES = {"alert", "archived-banner", "gc-archv"}
_BOX_TAGS = {"gcds-alert", "gcds-notice"}
_ARCHIVED_CLASSES = {"archived-banner", "gc-archv"}
_ARCHIVED_IDS = {"archive_box", "archived", "archivee", "archived-bnr", "archivé", "archivée"}

_PANEL_CLASSES = {"bg-danger", "bg-info", "bg-warning", "callout", "panel", "well"}
"""What also holds other things than notices: only its heading is looked at."""

_HIGH_UP = 8
"""Lines below the title, up to the first heading, in which a page speaks of itself."""

_FIRST = 2
"""Lines below the title that may begin with a label in small letters."""

_FOOTERS = frozenset({"footer", "gcds-footer"})
_FOOTER_IDS = {"wb-info", "wb-footer"}


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
    said = said_in_titles(document)
    in_boxes: set[str] = set()
    for box, inside in _boxes(document, parts):
        of_box = list(lines_of(box))
        text = _joined(of_box)
        if kind := _kind_of_box(box, text, inside=inside):
            said.append((kind, text))
            in_boxes.update(line.text for line in of_box)
    # Few pages have a line that only these tell about: both are gone through when one does.
    labels = cache(partial(_labels_of_panels, parts))
    items = cache(partial(_items, parts))
    for line, below in _placed(lines):
        if line.text in in_boxes:
            continue
        if kind := _kind_of_line(line, below, labels=labels, items=items):
            said.append((kind, line.text))
    said.extend((NoticeKind.ARCHIVED, text) for text in _archived_outside(document, parts))
    found: dict[str, Notice] = {}
    for kind, text in said:
        once = kind.value if kind is NoticeKind.ARCHIVED else text
        found.setdefault(once, Notice(kind, _cut(text)))
    return tuple(found.values())


def _placed(lines: Iterable[Line]) -> Iterator[tuple[Line, int | None]]:
    """Yield lines, and how many stand between each and the title; None for those further down.

    The first heading below the title still stands below it, and ends what does.
    """
    since = headings = 0
    for line in lines:
        headings += line.heading
        high = headings == 1 + line.heading and since < _HIGH_UP
        yield line, since if high else None
        since += not line.heading


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
    return kind_of_sentences(sentences_in(text), Place.BOX if inside else Place.BOX_OUTSIDE)


def _kind_of_line(
    line: Line,
    below: int | None,
    *,
    labels: Callable[[], set[str]],
    items: Callable[[], set[str]],
) -> NoticeKind | None:
    """Return what a line outside a box says of the page; only one that begins with it.

    Straight below the title each of its sentences may say so, and a label alone.
    """
    text = line.text
    kind = kind_of_label(text) if below is not None else None
    if kind and (not line.heading or text in labels()):
        return kind
    if below is None or line.heading:
        return kind_of_sentences(sentences_in(text)[:1], Place.LINE)
    kind = kind_of_label_before(text)
    if kind and (below < _FIRST or text.split(maxsplit=1)[0].isupper()) and text not in items():
        return kind
    return kind_of_sentences(sentences_in(text), Place.HIGH)


def _labels_of_panels(parts: Sequence[html.HtmlElement]) -> set[str]:
    """Return the words with which panels begin, without those that hold a list."""
    found = set()
    for part in parts:
        for panel in outermost(part, lambda each: bool(classes(each) & _PANEL_CLASSES)):
            first = next(lines_of(panel), None)
            if first and not panel.xpath("boolean(.//li|.//table)"):
                found.add(first.text)
    return found


def _items(parts: Sequence[html.HtmlElement]) -> set[str]:
    """Return the lines of lists: “Archived: the list of 2019” is about what is listed."""
    lists = (each for part in parts for each in part.iter("ul", "ol", "dl"))
    return {line.text for each in lists for line in lines_of(each)}


def _archived_outside(
    document: html.HtmlElement, parts: Sequence[html.HtmlElement]
) -> Iterator[str]:
    """Yield lines outside the main parts and the footer that say that the page is archived.

    A heading alone says so only above the main part; below stand lists of other pages.
    """
    mains = set(parts)
    around = {outer for part in parts for outer in part.iterancestors()}
    is_above = True
    for element in outermost(document, lambda each: each not in around):
        if element in mains:
            is_above = False
        elif element.tag not in _FOOTERS and element.get("id") not in _FOOTER_IDS:
            for line in lines_of(element, without=_FOOTERS):
                alone = is_above and line.heading and ARCHIVED_HEADING.match(line.text)
                if alone or is_archived_strictly(sentences_in(line.text)):
                    yield line.text


def _joined(lines: Iterable[Line]) -> str:
    texts = [line.text for line in lines]
    return " ".join(text if text[-1] in ".:!?" else f"{text}." for text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
