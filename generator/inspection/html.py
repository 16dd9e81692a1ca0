"""HTML as a tree of elements, and what of it readers see."""

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

from generator.inspection.expected import FULL_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = etree._Element  # noqa: SLF001 - the type has no other name

# Elements whose content no reader sees.
_UNSEEN = ("head", "noscript", "script", "style", "template")

_SHORT = 100_000
"""Bytes of a page that need no look for such a tag."""

_MAY_HIDE = etree.XPath("//*[@hidden or @aria-hidden or @style or self::details]")

_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


# The parser holds each attribute against all others of its tag.
_ENDLESS = re.compile(rb"<[A-Za-z][^<>]{20000}")


def parsed(text: bytes) -> Element | None:
    """Parse a page; None where there is nothing in it, or a tag of it has no end."""
    if len(text) > _SHORT and _ENDLESS.search(text):
        return None
    try:
        document: Element | None = etree.fromstring(text, _PARSER)
    except (etree.LxmlError, ValueError):
        return None
    return document


def words_of(element: Element) -> str:
    """Return an element's text on one line."""
    return " ".join("".join(cast("Iterator[str]", element.itertext())).split())


def hide(document: Element) -> None:
    """Take away what a page's HTML hides from readers."""
    etree.strip_elements(document, *_UNSEEN, with_tail=False)
    for added in document.findall(f".//span[@class='{FULL_CLASS}']"):
        _drop(added)  # spelled out for readers, and no part of what the records say
    for element in cast("list[Element]", _MAY_HIDE(document)):
        if _hides(element):
            _drop(element)
        elif element.tag == "details" and element.get("open") is None:
            for child in list(element):
                if child.tag != "summary":
                    _drop(child)


def _hides(element: Element) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _drop(element: Element) -> None:
    """Remove an element, but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
