"""Anchors and links for headings, and the table of contents that comes of them."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from generator.inspection.html import Element, words_of
from generator.pages.article import Heading
from generator.pages.elements import is_heading

LINK_CLASS = "headerlink"
"""The class of the link behind each heading, as the theme knows it."""

_CONTENTS = {"h2", "h3"}
_SIGNS = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")


def give_anchors(root: Element) -> list[Heading]:
    """Give each heading its anchor; return the table of contents."""
    used = {str(element.get("id")) for element in root.iter() if element.get("id")}
    return list(_given(root, used))


def link_headings(root: Element) -> None:
    """Give each heading a link to itself: the last step, as the link is no part of its words."""
    for heading in _headings(root):
        about = {"class": LINK_CLASS, "href": f"#{heading.get('id')}"}
        link = etree.SubElement(heading, "a", about, title="Link to this section")
        link.text = "¶"


def slug_of(text: str) -> str:
    """Return the anchor of a heading's words: small letters and digits with hyphens between."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _SIGNS.sub("", letters).strip().lower())


def _headings(root: Element) -> list[Element]:
    return [element for element in root.iter() if is_heading(element)]


def _given(root: Element, used: set[str]) -> Iterator[Heading]:
    for heading in _headings(root):
        text = words_of(heading)
        anchor = heading.get("id") or _unused(slug_of(text) or "section", used)
        heading.set("id", anchor)
        if heading.tag in _CONTENTS:
            yield Heading(int(str(heading.tag)[1]), anchor, text)


def _unused(anchor: str, used: set[str]) -> str:
    """Return an anchor that no other element has: ``steps``, then ``steps_1``."""
    wanted, number = anchor, 0
    while anchor in used:
        number += 1
        anchor = f"{wanted}_{number}"
    used.add(anchor)
    return anchor
