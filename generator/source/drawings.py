"""What an SVG may hold: shapes, words and colours, and nothing that acts or leads elsewhere.

Opened by its own address, an SVG is a page of the site: what it runs, it runs in the site's name.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = re.compile(
    r"circle|clipPath|defs|desc|ellipse|filter|g|image|line|linearGradient|marker|mask|metadata"
    r"|path|pattern|polygon|polyline|radialGradient|rect|stop|style|svg|switch|symbol|text|textPath"
    r"|title|tspan|use|fe(?!Image)[A-Z][A-Za-z]+"
)
_NOTES = {
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""Where drawing programs keep notes of their own, which no browser shows."""

_DOCTYPE = re.compile(
    rb"<!(?:ENTITY|DOCTYPE(?!\s+svg\s*(?:PUBLIC\s+\"-//W3C//DTD SVG [\w. ]+//EN\"\s+"
    rb"\"https?://www\.w3\.org/[\w./-]+\"\s*)?>))"
)
"""What defines anything: the line that only names the kind of file is read by no browser."""

_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_KEPT_INSIDE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_LEADS = re.compile(
    r"\\|@import|//|\bsrc\(|image-set\(|url\(\s*[\"']?(?!#|\s|[\"'])", re.IGNORECASE
)
_ADVICE = "save it as a plain SVG without it"


def drawing_fault(data: bytes) -> tuple[str, int] | None:
    """Return why a drawing cannot be published, and on which line; None where it can."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "this drawing is not in UTF-8: save it again with the encoding UTF-8", line
    declared = _ENCODING.search(data[:1000])
    if declared and declared[1].lower() not in {b"utf-8", b"us-ascii"}:
        return 'this drawing says that it is not in UTF-8: write `encoding="UTF-8"`', 1
    if found := _DOCTYPE.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        return f"this drawing defines what its text stands for (`<!DOCTYPE`): {_ADVICE}", line
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.removeprefix(b"\xef\xbb\xbf"), parser)
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


def _of_element(element: Any) -> Iterator[str]:
    name = etree.QName(element)
    if name.namespace in _NOTES:
        return
    if name.namespace != _SVG or not _ELEMENTS.fullmatch(name.localname):
        yield f"a drawing has no `<{name.localname}>`, which can act or lead elsewhere: {_ADVICE}"
        return
    for key, value in element.attrib.items():
        yield from _of_attribute(name.localname, etree.QName(key), str(value))
    if name.localname == "style" and _LEADS.search("".join(map(str, element.itertext()))):
        yield f"the style of a drawing leads to no other file or host: {_ADVICE}"


def _of_attribute(element: str, key: etree.QName, value: str) -> Iterator[str]:
    if key.namespace not in {None, _XLINK, _XML}:
        return
    named = key.localname.lower()
    if named.startswith("on"):
        yield f"`{key.localname}` makes a drawing act: {_ADVICE}"
    elif named == "base":
        yield f"`{key.localname}` lets a drawing lead elsewhere: {_ADVICE}"
    elif named in {"href", "src"}:
        kept = element == "image" and _KEPT_INSIDE.fullmatch(value.strip())
        if not (kept or value.strip().startswith("#")):
            yield f"`{key.localname}` leads out of the drawing: {_ADVICE}"
    elif _LEADS.search(value):
        yield f"`{key.localname}` leads out of the drawing: {_ADVICE}"
