"""What an SVG may hold: shapes, words and colours, and nothing that acts or leads elsewhere.

Opened by its own address, an SVG is a page of the site: what it runs, it runs in the site's name.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.source.unfolding import unfolds_too_far

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ACTING = {
    None,
    _SVG,
    "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul",
    "http://www.mozilla.org/xbl",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2001/XInclude",
    "http://www.w3.org/2001/xml-events",
    "http://www.w3.org/ns/xbl",
}
"""The namespaces that a browser acts on: in any other, drawing programs keep notes of their own."""

_ELEMENTS = re.compile(
    r"circle|clipPath|defs|desc|ellipse|filter|g|image|line|linearGradient|marker|mask|metadata"
    r"|path|pattern|polygon|polyline|radialGradient|rect|stop|style|svg|switch|symbol|text|textPath"
    r"|title|tspan|use|view|fe(?!Image)[A-Z][A-Za-z]+"
    # Letters that LibreOffice keeps inside; what Inkscape writes and no browser shows.
    r"|font|font-face|font-face-name|font-face-src|glyph|missing-glyph|hkern|vkern"
    r"|flow(?:Root|Region|RegionExclude|Div|Para|Line|Span)|hatch|hatchpath|solidcolor|solidColor"
    r"|mesh|meshgradient|meshpatch|meshrow"
)
_WORDS = re.compile(r"content|id|class|aria-.*|data-.*|required.*", re.IGNORECASE)
"""Attributes from which no browser loads anything, whatever is written in them."""

_BEFORE = rb"(?:\s++|(?><\?.*?\?>)|(?><!--.*?-->))*+"
_DOCTYPE = re.compile(rb"%b(<!DOCTYPE)" % _BEFORE, re.DOTALL)
_ADDRESS = rb"(?:\"https?://www\.w3\.org/[\w./-]+\"|'https?://www\.w3\.org/[\w./-]+')"
_KIND = re.compile(
    rb"<!DOCTYPE\s+svg\s*(?:(?:SYSTEM|PUBLIC\s+([\"'])-//W3C//DTD SVG [\w. ]+//EN\1)\s+%b\s*)?>"
    % _ADDRESS
)
"""The line that only names the kind of file, which no browser reads: it defines nothing."""

_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_UTF_8 = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_LIKE_ASCII = {b"iso-8859-1", b"iso-8859-15", b"latin1", b"windows-1252"}
_KEPT_INSIDE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_FONT_INSIDE = re.compile(
    r"data:(?:font/[\w-]+|application/(?:x-)?font-[\w-]+)(?:;charset=utf-8)?;base64,"
)

_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[\s\S]))")
_LOADS = re.compile(r"@import|\bsrc\(|\bimage\(|image-set\(|cross-fade\(", re.IGNORECASE)
_URL = re.compile(
    r"url\([ \t\r\n\f]*+([\"']?+)[ \t\r\n\f]*+(?=(.{0,80}))", re.IGNORECASE | re.DOTALL
)
_LOST = "\ufffd"
_OCTAVES = re.compile(r"\s*[0-9]{1,2}\s*")
_ADVICE = "save it as a plain SVG without it"


def drawing_fault(data: bytes) -> tuple[str, int] | None:
    """Return why a drawing cannot be published, and on which line; None where it can."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "this drawing is not in UTF-8: save it again with the encoding UTF-8", line
    data = data.removeprefix(b"\xef\xbb\xbf")
    declared = _ENCODING.search(data[:1000])
    known = _UTF_8 | _LIKE_ASCII if data.isascii() else _UTF_8
    if declared and declared[1].lower() not in known:
        return 'this drawing says that it is not in UTF-8: write `encoding="UTF-8"`', 1
    if (found := _DOCTYPE.match(data)) and not _KIND.match(data, found.start(1)):
        line = data.count(b"\n", 0, found.start(1)) + 1
        return f"this drawing defines what its text stands for (`<!DOCTYPE`): {_ADVICE}", line
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = "this is no whole drawing: open it where you drew it, and save it again as SVG"
        return said, max(1, error.lineno or 1)
    if root.tag != f"{{{_SVG}}}svg":
        return 'this is no SVG: such a drawing begins with `<svg xmlns="…/svg">`', 1
    return next(_faults(root), None)


def _faults(root: Any) -> Iterator[tuple[str, int]]:
    found: list[Any] = [*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()]
    for one in found:
        line = max(1, one.sourceline or 1)
        if one.tag is etree.ProcessingInstruction and one.target.lower().startswith("xml-"):
            yield f"this drawing takes its looks from another file: {_ADVICE}", line
        elif isinstance(one.tag, str):
            yield from ((said, line) for said in _of_element(one))
    if unfolds_too_far(root):
        said = "this drawing repeats its parts (`<use>`) so often that a browser stands still"
        yield f"{said}: draw fewer of them", 1


def _of_element(element: Any) -> Iterator[str]:
    name = etree.QName(element)
    acts = name.namespace in _ACTING
    if acts and (name.namespace != _SVG or not _ELEMENTS.fullmatch(name.localname)):
        yield f"a drawing has no `<{name.localname}>`, which can act or lead elsewhere: {_ADVICE}"
        return
    for key, value in element.attrib.items():
        named = etree.QName(key)
        if named.namespace in {_XML, _XLINK} or (acts and named.namespace is None):
            yield from _of_attribute(name.localname, named.localname, str(value))
    if acts and name.localname == "style" and _leads("".join(map(str, element.itertext()))):
        yield f"the style of a drawing leads to no other file or host: {_ADVICE}"


def _of_attribute(element: str, key: str, value: str) -> Iterator[str]:
    named = key.lower()
    if named.startswith("on"):
        yield f"`{key}` makes a drawing act: {_ADVICE}"
    elif named == "base":
        yield f"`{key}` lets a drawing lead elsewhere: {_ADVICE}"
    elif named in {"href", "src"}:
        kept = element == "image" and _KEPT_INSIDE.fullmatch(value.strip())
        if not (kept or value.strip().startswith("#")):
            yield f"`{key}` leads out of the drawing: {_ADVICE}"
    elif named == "numoctaves" and not _OCTAVES.fullmatch(value):
        yield f"`{key}` is so great that a browser stands still: write 10 or less"
    elif not _WORDS.fullmatch(key) and _leads(value):
        yield f"`{key}` leads out of the drawing: {_ADVICE}"


def _leads(style: str) -> bool:
    """Tell whether a style loads anything that is not within the drawing.

    Comments are looked at as well: what seems to be one may stand within quotation marks.
    """
    plain = _ESCAPED.sub(_meant, style)
    return _LOADS.search(plain) is not None or any(map(_is_out, _URL.finditer(plain)))


def _meant(escaped: re.Match[str]) -> str:
    """Return the sign that a backslash and what follows it stand for, which ends no address."""
    number = int(escaped[1] or "0", 16)
    sign = escaped[2] or (chr(number) if number <= sys.maxunicode else _LOST)
    return _LOST if sign in "\"'()" else sign.strip("\r\n\f")


def _is_out(url: re.Match[str]) -> bool:
    quote, address = url[1], url[2]
    empty = not address or address.startswith(quote or ")")
    return not (empty or address.startswith("#") or _FONT_INSIDE.match(address))
