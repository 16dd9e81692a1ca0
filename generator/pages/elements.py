"""A page's content as a tree of elements, and back."""

import re
from html import escape
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = etree._Element  # noqa: SLF001 - the type has no other name

_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
_HEADING = re.compile(r"h[1-6]")


def tree_of(html: str) -> Element:
    """Return a content as the children of one element."""
    document = etree.fromstring(f"<html><body>{html}</body></html>".encode(), _PARSER)
    body = document.find("body")
    return document if body is None else body


def html_of(root: Element) -> str:
    """Return the HTML of an element's children."""
    children = (etree.tostring(c, encoding="unicode", method="html") for c in root)
    return escape(root.text or "", quote=False) + "".join(children)


def words_of(element: Element) -> str:
    """Return an element's text on one line."""
    return " ".join("".join(cast("Iterator[str]", element.itertext())).split())


def is_heading(element: Element) -> bool:
    """Tell whether an element is a heading of any level."""
    return isinstance(element.tag, str) and _HEADING.fullmatch(element.tag) is not None
