"""Marks of HTML, Markdown and templates in a text that is shown letter by letter."""

import re
from html.entities import html5

from generator.problems.phrases import shortened

# A text without any of these signs has no marks.
_SIGNS = set("<&*_`~#>[]{}\\=|:!")
_BULLETS = set("-+•◦▪‣·")

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|-->|<https?:[^<>\s]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]+);|&nbsp\b|&amp\b")
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{[{%#]|[}%#]\}|\{:[^{}]*\}")
_LINK = re.compile(
    r"!?\[[^\[\]\n]*\]\([^()\n]*\)|\]\(|\[\^[^\[\]\n]+\]|\[[^\[\]\d\n][^\[\]\n]*\]\[[\w -]*\]"
)
# A symbol by its name, a box, a row of a table, marked words, a line across.
_DRAWN = re.compile(
    r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])|(?<!\S)!!! \w+|\|[^|\n]+\|[^|\n]+\|"
    r"|(?<!\S)==[^\s=](?:[^=\n]*[^\s=])?==|(?<!\S)(?:-{3,}|={3,}|_{3,})(?!\S)"
)
_STRESSED = re.compile(
    r"\*\*[^*\n]+\*\*|(?<!\w)__[^_\n]+__(?!\w)|~~[^~\n]+~~"
    r"|(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])"
    r"|(?<![\w_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\w_])|\*\*|~~"
)
_CODE = re.compile(r"`[^`\n]*`|`")
_HEAD = re.compile(r"(?:#{1,6}|[->+•◦▪‣·])(?=\s)")
_SHOWN = 40

_PLAIN = "write plain words instead"
_MARKS = (
    (_TAG, f"“{{}}” is HTML, which readers would see as it is: {_PLAIN}"),
    (_CALL, f"“{{}}” works in content/ alone, and readers would see it as it is here: {_PLAIN}"),
    (_LINK, f"“{{}}” is no link here, and readers would see it as it is: {_PLAIN}"),
    (_STRESSED, f"readers would see the marks of “{{}}” as they are: {_PLAIN}"),
    (_DRAWN, f"readers would see “{{}}” as it is: {_PLAIN}"),
    (_CODE, f"readers would see the marks of “{{}}” as they are: {_PLAIN}"),
)


def markup_fault(text: str) -> str | None:
    """Return which marks stand in a text and what to do; None where there are none.

    Args:
        text: a text or a paragraph of one, without space around it.
    """
    if _SIGNS.isdisjoint(text) and text[:1] not in _BULLETS:
        return None
    for pattern, message in _MARKS:
        if found := pattern.search(text):
            return message.format(shortened(found[0], _SHOWN))
    for entity in _ENTITY.finditer(text) if "&" in text else ():
        name = entity[0].removeprefix("&")
        if name.startswith("#") or name in html5 or name in {"nbsp", "amp"}:
            return (
                f"“{entity[0]}” is HTML, which readers would see as it is: type the sign itself, or"
                " remove it"
            )
    if found := _HEAD.match(text):
        return (
            f"the sign `{found[0]}` at the beginning would be shown as it is: remove it; of a list"
            " each item has a line of its own with `- `"
        )
    if "\\" in text:
        return "a backslash stands in the text, and readers would see it as it is: remove it"
    return None
