"""A page's content as a tree of elements, and back."""

import re
from html import escape

from lxml import etree

from generator.inspection.html import Element, parsed

# The parser leaves out all that stands behind one of these, and no content has a frame to end.
_FRAME_ENDS = re.compile(r"</(?:body|head|html)(?=[\s/>])[^>]*>", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")


def tree_of(html: str) -> Element:
    """Return a content as the children of one element."""
    whole = _FRAME_ENDS.sub("", html)
    document = parsed(f"<html><body>{whole}</body></html>".encode())
    if document is None or (body := document.find("body")) is None:
        raise ValueError("a content has always a body around it")
    return body


def html_of(root: Element) -> str:
    """Return the HTML of an element's children."""
    children = (etree.tostring(c, encoding="unicode", method="html") for c in root)
    return escape(root.text or "", quote=False) + "".join(children)


def is_heading(element: Element) -> bool:
    """Tell whether an element is a heading of any level."""
    return isinstance(element.tag, str) and _HEADING.fullmatch(element.tag) is not None
