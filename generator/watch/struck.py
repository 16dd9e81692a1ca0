"""Which elements of a page strike their words out."""

import re

from lxml import html

STRUCK = frozenset({"del", "s", "strike"})
"""Elements whose words are struck out by their name."""

_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:strike(?:-?through|out|d)?|struck|struck-?(?:out|through)|line-?through"
    r"|strikethrough|barré?e?)(?=$|[\s_-])",
    re.IGNORECASE,
)


def is_struck(element: html.HtmlElement) -> bool:
    """Whether an element strikes its words out: by its name, its style or a class."""
    if element.tag in STRUCK:
        return True
    if not element.attrib:
        return False
    style, names = element.get("style") or "", element.get("class") or ""
    return bool(_STYLE.search(style) or _CLASSES.search(names))
