"""Text from YAML is data: nothing in it acts as Markdown, HTML or a template."""

import re
from urllib.parse import quote

from markupsafe import Markup

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~^=]")
_FIRST = re.compile(r"(?:[^\w\s\"'(‘“«]|\d+(?=[.)]))")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;"}
_ENTITIES |= {mark: f"&#{ord(mark)};" for mark in "~^="}


def markdown_text(value: object) -> Markup:
    """Write a value as inline Markdown that shows exactly the value's text, on one line.

    Safe in a paragraph, a heading, a list item, a table cell and the text of a link.
    """
    text = " ".join(str(value).split())
    escaped = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)
    if found := _FIRST.match(text):
        escaped = _escape_first(text, escaped, found[0])
    return Markup(escaped)  # noqa: S704 - this is the function that makes text safe


def link_target(url: str) -> Markup:
    """Write an address as the target of a Markdown link."""
    safe = quote(url, safe="/:?#@!$&'*+,;=%~-._")
    return Markup(safe.replace("&", "&amp;"))  # noqa: S704 - as above


def _escape_first(text: str, escaped: str, first: str) -> str:
    """Keep the head of a text from starting a list, a quotation, a heading or a block."""
    if first.isdigit():
        mark = text[len(first)]
        return f"{first}&#{ord(mark)};{escaped[len(first) + 1 :]}"
    if escaped.startswith(("\\", "&")):
        return escaped
    return f"&#{ord(first)};{escaped[1:]}"


def script_text(json: str) -> Markup:
    """Return JSON with nothing in it that could end its `<script>` or begin a comment."""
    for character in "<>&\u2028\u2029":
        json = json.replace(character, f"\\u{ord(character):04x}")
    return Markup(json)  # noqa: S704 - escaped for where it stands
