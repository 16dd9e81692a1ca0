"""The lines of text of a part of a page: one for each block, whatever its markup."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from generator.watch.furniture import is_left_out
from generator.watch.struck import STRUCK, is_struck
from generator.watch.table_rows import rows_with_gaps

_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "gcds-link", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip

_HEADINGS = {"gcds-heading", "h1", "h2", "h3", "h4", "h5", "h6", "summary"}

_TITLES = ("notice-title", "details-title", "card-title", "heading")
"""Attributes in which components of the design system have the heading that readers see."""

_TAB = "//ul[contains(concat(' ', @class, ' '), ' generated ')]//a[@href=$of]"
"""The tab in which scripts put the heading of a panel."""

_DECORATION = re.compile(r"icon|logo|flag|spinner|wmms|sig-blk", re.IGNORECASE)
_LINKS = {"a", "button", "gcds-button", "gcds-link"}

_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Signs that stand in no text: those around words that are struck out."""

_ROW = "\ufdd2"
"""The sign around a row of a table that stands before its words."""

_BETWEEN = re.compile(rf"{_END}(\s*){_BEGIN}")
_BEFORE = re.compile(rf"{_BEGIN}(\s*)")
_AFTER = re.compile(rf"(\s*){_END}")

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SAME_SIGN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u2011": "-", "\u2010": "-", "…": "..."}
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LOOSE = re.compile(r" (?=[.,)](?:\s|$))|(?<=\() ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text.

    Attributes:
        text: its words.
        heading: whether it is a heading.
        row: the row of a table that it begins, where that has empty or merged cells; else "".
    """

    text: str
    heading: bool = False
    row: str = ""


def even(text: str) -> str:
    """Return a text without what a redesign changes: white space, quotes, signs nobody sees."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_SAME_SIGN)
    return _LOOSE.sub("", " ".join(text.split()))


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a text on one line, as its full stops part them."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence]


def text_in(element: html.HtmlElement, without: frozenset[str] = frozenset()) -> str:
    """Return the lines of a part of a page as one, without elements of some names."""
    return " ".join(line.text for line in lines_of(element, without=without))


def lines_of(
    root: html.HtmlElement,
    *,
    seam: str = "",
    without: frozenset[str] = frozenset(),
    struck: bool = False,
) -> Iterator[Line]:
    """Yield the lines of a part of a page, without its furniture and what is hidden.

    Args:
        root: the part.
        seam: what to put where an inline element begins or ends.
        without: names of elements to leave out besides.
        struck: whether to mark words that are struck out, `[struck out: so]`, and to tell rows.
    """
    parts: list[str] = []
    open_headings = 0
    open_strikes = 0
    rows: dict[html.HtmlElement, str] = {}
    left_out: html.HtmlElement | None = None
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in {"comment", "pi"} or element is left_out:
            parts.append(_said(element.tail, open_strikes))
            continue
        if element.tag in _INLINE:
            parts.append(seam)
        elif open_headings:
            parts.append(" ")
        else:
            yield from _line(parts)
        if event == "end":
            open_strikes -= struck and is_struck(element)
            if open_headings and element.tag in _HEADINGS:
                open_headings -= 1
                if not open_headings:
                    yield from _line(parts, heading=True)
            parts.append(_said("" if element is root else element.tail, open_strikes))
        elif element is not root and (_is_without(element, without) or is_left_out(element)):
            left_out = element
            walk.skip_subtree()
        else:
            open_headings += element.tag in _HEADINGS
            open_strikes += struck and is_struck(element)
            yield from _titles(element)
            if struck and element.tag == "table":
                rows |= rows_with_gaps(element, text_in)
            parts += _first_of(element, rows)
            parts.append(_said(element.text, open_strikes))
    yield from _line(parts)


def _is_without(element: html.HtmlElement, without: frozenset[str]) -> bool:
    return element.tag in without or (without >= STRUCK and is_struck(element))


def _said(text: str | None, open_strikes: int) -> str:
    return f"{_BEGIN}{text}{_END}" if open_strikes and text and text.strip() else text or ""


def _line(parts: list[str], *, heading: bool = False) -> Iterator[Line]:
    text = "".join(parts)
    parts.clear()
    row = ""
    if _ROW in text:
        before, row, after = text.split(_ROW)
        text = before + after
    if _BEGIN in text:
        text = _BETWEEN.sub(r"\1", text)
        text = _BEFORE.sub(r"\1[struck out: ", _AFTER.sub(r"]\1", text))
    if text := even(text):
        yield Line(text, heading, row)
    elif row:
        parts.append(f"{_ROW}{row}{_ROW}")


def _first_of(element: html.HtmlElement, rows: Mapping[html.HtmlElement, str]) -> Iterator[str]:
    """Yield what is told of an element before its own text."""
    if element in rows:
        yield f"{_ROW}{rows[element]}{_ROW}"
    if element.tag == "img":
        yield _instead_of(element)


def _instead_of(image: html.HtmlElement) -> str:
    """Return the words in the place of an image; none of one that is in a link or decorates."""
    said = image.get("alt") or ""
    drawn = _DECORATION.search(f"{image.get('class') or ''} {image.get('src') or ''}")
    unheard = image.get("role") in {"presentation", "none"} or image.get("aria-hidden") == "true"
    if drawn or unheard or any(around.tag in _LINKS for around in image.iterancestors()):
        return ""
    return f" {said} "


def _titles(element: html.HtmlElement) -> Iterator[Line]:
    """Yield what readers see of an element that is no text in it."""
    if element.tag.startswith("gcds-"):
        for name in _TITLES:
            yield from _line([element.get(name) or ""], heading=True)
        if element.tag == "gcds-card":
            yield from _line([element.get("description") or ""])
    if element.get("role") == "tabpanel" and element.find("summary") is None:
        tabs = element.getroottree().xpath(_TAB, of=f"#{element.get('id')}")
        for tab in tabs[:1]:
            if not _begins_with(element, even(tab.text_content())):
                yield from _line([tab.text_content()], heading=True)


def _begins_with(panel: html.HtmlElement, title: str) -> bool:
    """Whether a panel has a heading of these words as the first one, and nothing before it."""
    headings = (each for each in panel.iterdescendants(*_HEADINGS) if not is_left_out(each))
    words = even(next((each.text_content() for each in headings), "")).casefold()
    return words == title.casefold() and even(panel.text_content()).casefold().startswith(words)
