"""What a page says of itself in its notices: archived, superseded, changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lxml import html

from generator.watch.blocks import Line, even, lines_of
from generator.watch.furniture import classes, outermost

_LONGEST = 300
"""Characters of a notice that are told."""


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

_ARCHIVED_NAME = re.compile(
    r"\W*archivée?s?\W*([-–—:\]]|$)|\W*archived\W*([-–—:\]]|$)", re.IGNORECASE
)

_ARCHIVED = re.compile(
    r"\b(this|the) (web ?)?(page|content|information|document|publication)( \S+){0,3} (has|have)"
    r" been archived|\bwe have archived this|\binformation identified as archived|\barchived"
    r" information (is|has)|^archived (information|page|content)\b|\bcette page (web )?(a été|est)"
    r" archivée|\bnous avons archivé cette page|^(page|informations?|contenu) archivée?s?\b|\bdont"
    r" il est indiqué qu'elle est archivée|\binformations archivées sont",
    re.IGNORECASE,
)

_ARCHIVED_LEAD = re.compile(r"archiv(ed|ée?s?) ?[.:]", re.IGNORECASE)
"""How a box begins whose heading says no more."""

_IT = (
    r"(this (web ?)?page|these( program delivery)? instructions|this (operational |program delivery"
    r" )?(bulletin|manual|chapter|guidance|document|content|policy|update|instruction|guide)"
    r"|the (instructions|information|guidance|content) (on|in) this page|cette page( web)?"
    r"|ces instructions|ce (bulletin|document|guide|chapitre|contenu)|cette politique)"
)
_NO_MORE = (
    r"(have|has|is|are|was|were|a|ont|est|sont)( now| since| also| been| été)*"
    r" (superseded|replaced|rescinded|withdrawn|cancelled|revoked|repealed|obsolete"
    r"|remplacée?s?|annulée?s?|abrogée?s?|retirée?s?|révoquée?s?)"
    r"|(is|are|do|does) (no longer|not any more)|(n'est|ne sont|ne s'appliquent|ne s'applique) plus"
)
_SUPERSEDED = re.compile(rf"\b{_IT} ({_NO_MORE})\b", re.IGNORECASE)
_SUPERSEDED_NAME = re.compile(
    r"\W*(superseded|rescinded|remplacée?|abrogée?)\W*([-–—:\]]|$)", re.IGNORECASE
)

_CHANGES = (
    r"(has|have)( \w+ly| now| since)? (changed|moved)"
    r"|(has|have|had)( \w+ly| now| since)? been( \w+ly)? (changed|moved|replaced|renumbered|amended"
    r"|updated|revised|modified)|(is|are) (now )?(out of date|outdated|being (updated|revised))"
    r"|(is|are) (no longer (in use|used|valid|accepted)|under re(view|vision))"
    r"|(a|ont) changé|(a|ont) été (changée?s?|remplacée?s?|modifiée?s?|mise?s? à jour|déplacée?s?)"
)
_CHANGED = re.compile(rf"\b({_CHANGES})\b", re.IGNORECASE)
_CODES_CHANGED = re.compile(
    r"((the|these|this|les?|ces?) )?([\w'-]+ ){0,4}(exemption )?codes?\b[^.]{0,100}?"
    rf"\b({_CHANGES}|is now|are now|est maintenant|sont maintenant)\b",
    re.IGNORECASE,
)
_ON_CONDITION = re.compile(
    r"\b(if|when|where|whether|unless|until|once|si|lorsque|quand)\b", re.IGNORECASE
)

_LEAD = re.compile(
    r"(important|notes?|notice|attention|update|avis|remarque|mise en garde)\b\W*", re.IGNORECASE
)
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
    if _ARCHIVED_NAME.match(name):
        return NoticeKind.ARCHIVED
    return NoticeKind.SUPERSEDED if _SUPERSEDED_NAME.match(name) else None


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
    if (text and marked) or _ARCHIVED.search(text) or _ARCHIVED_LEAD.match(text):
        return NoticeKind.ARCHIVED
    sentences = [s for s in _SENTENCE.split(text) if not _ON_CONDITION.search(s)]
    if any(_SUPERSEDED.search(sentence) for sentence in sentences):
        return NoticeKind.SUPERSEDED
    if inside and any(_CHANGED.search(sentence) for sentence in sentences):
        return NoticeKind.CHANGED
    return None


def _kind_of_line(line: Line) -> NoticeKind | None:
    """Return what a line outside a box says of the page; only one that begins with it."""
    first = _SENTENCE.split(_LEAD.sub("", line.text, count=1))[0]
    if _ON_CONDITION.search(first):
        return None
    if _ARCHIVED.match(first):
        return NoticeKind.ARCHIVED
    if _SUPERSEDED.match(first):
        return NoticeKind.SUPERSEDED
    return NoticeKind.CHANGED if _CODES_CHANGED.match(first) else None


def _joined(lines: Iterable[Line]) -> str:
    texts = [line.text for line in lines]
    return " ".join(text if text[-1] in ".:!?" else f"{text}." for text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
