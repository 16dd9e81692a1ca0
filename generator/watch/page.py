"""A page of the Government of Canada as the watch looks at it: its day, its text, its notices."""

from dataclasses import dataclass
from datetime import date

from lxml import etree, html

from generator.watch.address import canonical_of, is_framed, title_of
from generator.watch.blocks import lines_of
from generator.watch.dates import modified_on
from generator.watch.decoding import decoded
from generator.watch.furniture import main_parts, rows_not_shown
from generator.watch.laws import last_amended, without_day
from generator.watch.notices import Notice, NoticeKind, notices_of
from generator.watch.passages import Passage, passages_in, passages_of, text_of
from generator.watch.refusals import UnreadableError, refuse

__all__ = [
    "Notice",
    "NoticeKind",
    "OfficialPage",
    "Passage",
    "UnreadableError",
    "parse",
    "passages_of",
    "read_page",
]

_DEEPEST = 500
"""Elements around an element; official pages have some twenty, and time grows with them."""


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """A page as far as the watch looks at it.

    Attributes:
        modified: the day on which it says that it was modified; None where it says none.
        passages: its main text.
        notices: what it says of itself.
        title: what browsers show as its title; "" where it has none.
        canonical: the address that it gives as its own; "" where it gives none.
        framed: whether it says where it stands in its site.
    """

    modified: date | None
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...] = ()
    title: str = ""
    canonical: str = ""
    framed: bool = False

    @property
    def text(self) -> str:
        """The main text as it is kept in a file; `passages_of` reads it back."""
        return text_of(self.passages)


def parse(body: bytes, kind: str) -> html.HtmlElement:
    """Parse a page.

    Args:
        body: the page.
        kind: its content type; an encoding in it wins over what the page says.

    Raises:
        UnreadableError: it is empty or no HTML.
    """
    try:
        # Without `huge_tree`, what stands in more than 255 elements is silently lost.
        parser = html.HTMLParser(huge_tree=True)
        document = html.document_fromstring(decoded(body, kind), parser=parser)
    except (LookupError, etree.LxmlError, ValueError):
        raise UnreadableError("it cannot be read as a page") from None
    if _is_too_deep(document):
        raise UnreadableError("its elements stand in too many others to be those of a page")
    return document


def _is_too_deep(document: html.HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(document, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def read_page(document: html.HtmlElement, today: date | None = None) -> OfficialPage:
    """Return what a page says.

    Args:
        document: the page.
        today: a day after the next one is none on which it was modified; None to believe any.

    Raises:
        UnreadableError: it has no main text, or its host shows something else in its place.
    """
    parts = main_parts(document)
    around = parts or document.xpath("//body")[:1]
    lines = [line for part in around for line in lines_of(part, struck=True)]
    modified = last_amended(lines) or modified_on(document, today)
    lines = without_day(lines)
    refuse(document, around, lines, modified)
    if not parts:
        raise UnreadableError("it has no main part, as official pages have")
    if all(line.heading for line in lines):
        raise UnreadableError("it has no main text")
    if shown := rows_not_shown(parts):
        raise UnreadableError(f"its table shows {shown} rows only: save it with scripts off")
    notices = notices_of(document, parts, lines)
    return OfficialPage(
        modified,
        passages_in(lines),
        notices,
        title_of(document),
        canonical_of(document),
        is_framed(document),
    )
