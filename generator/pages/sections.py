"""What the search knows of an article: its sections, without what is repeated on every page."""

import re
from html import escape

from generator.inspection.html import Element, words_of
from generator.pages.article import Section
from generator.pages.elements import is_heading

EXCLUDED = "data-search-exclude"
"""The attribute of an element that the search leaves out. No reader needs it."""

_KEPT = {"p", "code", "pre", "li", "ol", "ul", "sub", "sup"}
_SKIPPED = {"script", "style", "object"}
# Between the parts of one sentence no space is added; between cells and terms one is.
_INLINE = {
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
_SPACE = re.compile(r"\s+")
_EMPTY = re.compile(r"<(\w+)>\s*</\1>")


class _Open:
    """A section that is being read."""

    def __init__(self, anchor: str, title: str, *, listed: bool) -> None:
        self.anchor = anchor
        self.title = title
        self.listed = listed
        self.text: list[str] = []


def sections_of(root: Element, title: str) -> tuple[Section, ...]:
    """Return the sections of an article in the order of reading.

    The first one is the page itself. Its title is the main heading where the page begins with it,
    else the page's title. A heading that is excluded begins a section that is left out.

    Args:
        root: the article's tree, with its anchors.
        title: the page's title.
    """
    opened = [_Open("", title, listed=True)]
    _read(root, opened)
    return tuple(
        Section(part.anchor, escape(part.title, quote=False), _joined(part.text))
        for part in opened
        if part.listed
    )


def drop_marks(root: Element) -> None:
    """Take the marks of what is excluded off the elements."""
    for element in root.iterfind(f".//*[@{EXCLUDED}]"):
        del element.attrib[EXCLUDED]


def _read(element: Element, opened: list[_Open]) -> None:
    for child in element:
        if is_heading(child):
            _open(child, opened)
        elif child.tag not in _SKIPPED and EXCLUDED not in child.attrib:
            _element(child, opened)
        _say(child.tail, opened)


def _element(child: Element, opened: list[_Open]) -> None:
    kept = child.tag in _KEPT
    if kept:
        opened[-1].text.append(f"<{child.tag}>")
    _say(child.text, opened)
    _read(child, opened)
    if kept:
        opened[-1].text.append(f"</{child.tag}>")
    elif child.tag not in _INLINE:
        opened[-1].text.append(" ")


def _open(heading: Element, opened: list[_Open]) -> None:
    words = words_of(heading)
    if heading.tag == "h1" and len(opened) == 1:
        if not "".join(opened[0].text).strip():
            opened[0].title = words
        return
    listed = EXCLUDED not in heading.attrib
    opened.append(_Open(heading.get("id", ""), words, listed=listed))


def _say(text: str | None, opened: list[_Open]) -> None:
    if text:
        opened[-1].text.append(escape(text, quote=False))


def _joined(parts: list[str]) -> str:
    text = _SPACE.sub(" ", "".join(parts))
    while _EMPTY.search(text):
        text = _EMPTY.sub("", text)
    return text.strip()
