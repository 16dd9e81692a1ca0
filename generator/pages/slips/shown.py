"""What became of a page's Markdown: what is in it that may not be, and what stayed as typed."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import product

from generator.inspection.html import Element
from generator.model.slips.link_targets import address_flaw
from generator.model.slips.misnamed import IMAGES
from generator.model.slips.page_text import Slip
from generator.pages.slips.allowed import attribute_flaw, element_flaw

_ADDRESSES = {"a": "href", "img": "src"}
_LEFT = re.compile(r"\]\(|\*\*|\{:[^{}]*\}?|\[[^\[\]]+\]\[[^\[\]]*\]|^#{1,6} \S|`", re.MULTILINE)
_ITALIC = re.compile(r"(?<![\w*])\*(?=\w)|(?<![\w_])_(?=[^\W_])")
_FOOTNOTE = re.compile(r"(?<=\w)\*(?![\w*])")
_IN_CODE = {"code", "pre", "kbd", "samp"}
_ESCAPED = {
    "]": ("\\]", "\\["),
    "[": ("\\[", "\\]"),
    "*": ("\\*",),
    "{": ("\\{",),
    "#": ("\\#",),
    "`": ("\\`",),
}
_NOT_CONVERTED = (
    "readers see this as it is typed: Markdown within HTML needs `markdown` in the tag, as in"
    " `<div markdown>`, and a blank line below it"
)
_NOT_ENDED = (
    "`{0}` begins words in italics that end nowhere: write `{0}` directly behind the last of them,"
    " or `\\{0}` for a plain sign"
)
_NO_PICTURE = (
    "this address is none of a picture: name a file of content/, as in `![A map](/map.png)`, or"
    " remove the `!` for a link"
)
_NOT_APPLIED = (
    "readers see these attributes: write them directly below the paragraph that they belong to,"
    " with nothing behind them"
)


def shown_slips(root: Element, text: str, body: str) -> Iterator[Slip]:
    """Yield what is wrong with a page's text once it is converted, before components are in it.

    Args:
        root: the tree of its elements.
        text: its text, as `page_text.markdown_of` covers it.
        body: its text as it was written.
    """
    places = _Places(text, body)
    seen: set[str] = set()
    refused: set[Element] = set()
    for element in root.iterdescendants():
        name = str(element.tag)
        if element.getparent() in refused:
            refused.add(element)  # it is told with what it stands in
            continue
        if flaw := element_flaw(name):
            refused.add(element)
            yield Slip("active-content", flaw, places.of(f"<{name}"))
            continue
        for key, value in element.attrib.items():
            yield from _attribute(name, str(key), str(value), places, seen)
        if name == "img" and not element.get("src") and "<img" in text:
            yield Slip("markdown", _NO_PICTURE, places.of("<img"))
        if name == "img" and element.get("alt") is None:
            says = "this picture says nothing to who cannot see it: write `alt=` and what it shows"
            yield Slip("markdown", says, places.of("<img"))


def _attribute(
    element: str, name: str, value: str, places: "_Places", seen: set[str]
) -> Iterator[Slip]:
    if flaw := attribute_flaw(element, name, value):
        if (braces := f"{{{name}}}") in places.text:
            flaw = f"`{braces}` is taken for an attribute, and not shown: write `\\{braces}`"
        yield Slip("active-content", flaw, places.of_attribute(name, value))
    elif name == "id":
        if value in seen:
            says = f"the anchor `{value}` stands twice on this page: give one of them another"
            yield Slip("section", says, places.of_attribute(name, value, last=True))
        seen.add(value)
    elif name == _ADDRESSES.get(element):
        if flaw := address_flaw(value, loaded=name == "src"):
            yield Slip("active-content", flaw, places.of_address(value))
        elif name == "src" and value and not re.split("[?#]", value)[0].lower().endswith(IMAGES):
            yield Slip("markdown", _NO_PICTURE, places.of_address(value))


def left_over(root: Element, text: str, body: str) -> Iterator[Slip]:
    """Yield what readers of a page would see as it was typed.

    Args:
        root: the tree of its elements, before components are in it.
        text: its text, as `page_text.markdown_of` covers it.
        body: its text as it was written.
    """
    places = _Places(text)
    noted = any(_FOOTNOTE.search(words) for words in _texts(root))
    for words in _texts(root):
        lone = _ITALIC.search(words)
        if lone and f"\\{lone[0]}" not in body and not (noted and lone[0] == "*"):
            begins = words[lone.start() :].split()[0]
            yield Slip("markdown", _NOT_ENDED.format(lone[0]), places.of(begins))
            continue
        for found in _LEFT.finditer(words):
            sign = found[0][0]
            if any(escaped in body for escaped in _ESCAPED[sign]):
                continue
            says = _NOT_APPLIED if sign == "{" else _NOT_CONVERTED
            place = places.of(found[0].split("\n")[0])
            if sign == "`":  # which is covered, as code is
                place = _Places(body).of(words[found.start() :].split("\n")[0])
            yield Slip("markdown", says, place)


def _texts(element: Element) -> Iterator[str]:
    if element.tag not in _IN_CODE:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


class _Places:
    """Finds where something that was converted is written: each time at the next such place."""

    def __init__(self, text: str, body: str = "") -> None:
        """Take a text, and what it was before its code was covered."""
        self.text = text
        self._body = body
        self._times: Counter[str] = Counter()

    def of(self, written: str) -> int:
        """Return where a text stands."""
        return self._next(re.escape(written))

    def of_attribute(self, name: str, value: str, *, last: bool = False) -> int:
        """Return where an attribute is written: in a tag, or in braces."""
        words = value.split() or [""]
        short = {"class": r"\.", "id": r"\#"}.get(name)
        tries = [rf"(?<=[\s{{:\"']){re.escape(name)}\s*=?\s*[\"']?{re.escape(words[0])}"]
        if short:
            marked = [word for word in words if attribute_flaw("", name, word)] or words
            tries = [*(rf"{short}{re.escape(word)}(?![\w-])" for word in marked), *tries]
            tries += [rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in marked]
        return self._next(*tries, re.escape(name), last=last)

    def of_address(self, written: str) -> int:
        """Return where an address is written, if need be with signs as HTML writes them."""
        if written not in self.text:
            for found in re.finditer(r"(?<=[(\"'<=\s])[^\s()<>\"']*&[^\s()<>\"']*", self.text):
                if unescape(found[0]) == written:
                    return found.start()
        begins = re.split(r"[^\w:/.@-]", written)[0]
        return self._next(
            rf"(?<=[(\"'<=\s]){re.escape(written)}", rf"(?<=[(\"'<=\s]){re.escape(begins)}"
        )

    def _next(self, *patterns: str, last: bool = False) -> int:
        for text, pattern in product((self.text, self._body), patterns):
            found = [match.start() for match in re.finditer(pattern, text, re.IGNORECASE)]
            if found:
                self._times[pattern] += 1
                return found[-1] if last else found[min(self._times[pattern], len(found)) - 1]
        return 0
