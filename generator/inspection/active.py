"""What a page does in a browser: it asks no other host, acts by no text, and carries its policy.

The page is judged as it was built, whatever wrote it: the theme, a setting, or a text that slipped
through.
"""

import re
from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urlsplit

from lxml import etree

from generator.inspection.html import Element
from generator.problems.phrases import counted
from generator.problems.problem import Place, Problem

TEMPLATE = "overrides/main.html"

_POLICY = "Content-Security-Policy"
_SOURCE = re.compile(r"'(?:none|self)'|data:|'sha256-[A-Za-z0-9+/]{43}='")
_TOLD = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'self'"}
_Attribute = etree._ElementUnicodeResult  # noqa: SLF001 - the type has no other name
_NEVER = "iframe frame frameset object embed applet base portal style"
_NOT_IN_TEXT = "link meta"
_LEADS_ON = "//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"
_ACTS = etree.XPath(
    " | ".join(
        (
            *(f"//{name}" for name in _NEVER.split()),
            _LEADS_ON,
            *(f"//article//{name}" for name in _NOT_IN_TEXT.split()),
            "//article//script[not(@src or @type='application/json')]",
        )
    )
)
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on') or name() = 'srcdoc']")
_CODE = etree.XPath("//@*[contains(translate(., 'SCRIPTDAT', 'scriptdat'), 'script:')]")
_LOADED = etree.XPath(
    "//@src | //@srcset | //@poster | //@data | //link[@rel]/@href | //@action | //@formaction"
)
_RUNS = re.compile(r"[\s\x00-\x20]*(?:java|vb|live)[\s\x00-\x20]*script:", re.IGNORECASE)
# Of a page's `link` elements these are read by programs, and no browser fetches them by itself.
_ONLY_TOLD = {"alternate", "canonical", "edit", "license", "next", "prev"}


def flaws(document: Element) -> Iterator[str]:
    """Yield what a page does that it may not, in words that complete “the page …”.

    Args:
        document: the whole page, before anything is taken out of it.
    """
    for element in cast("list[Element]", _ACTS(document)):
        yield f"has `<{element.tag}>`, which no page may have"
    for value in _attributes(_HANDLERS, document):
        yield f"acts by `{_name(value)}`"
    for value in _attributes(_CODE, document):
        if _RUNS.match(value):
            yield "has an address that runs as a script"
    for value in _attributes(_LOADED, document):
        above = value.getparent()
        told = above is not None and above.tag == "link"
        if told and not _fetched(cast("Element", above)):
            continue
        for address in value.split(",") if _name(value) == "srcset" else (value,):
            if host := _host(address.strip()):
                yield f"asks {host} for what it shows"
    if not _keeps_policy(document):
        yield "does not say at its beginning what a browser may do on it"


def active_problems(found: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield each flaw once, however many pages have it.

    Args:
        found: pairs of a page's file and what it does, as `flaws` calls it.
    """
    pages: dict[str, list[str]] = {}
    for name, flaw in dict.fromkeys(found):
        pages.setdefault(flaw, []).append(name)
    for flaw, names in pages.items():
        more = f" (and {counted(len(names) - 1, 'other page')})" if len(names) > 1 else ""
        message = f"{names[0]}{more} {flaw}: look for what wrote it, there or in mkdocs.yml"
        yield Problem("active-content", message, Place(TEMPLATE))


def _attributes(path: etree.XPath, document: Element) -> list[_Attribute]:
    return cast("list[_Attribute]", path(document))


def _name(attribute: _Attribute) -> str:
    return str(attribute.attrname)


def _fetched(link: Element) -> bool:
    return not set((link.get("rel") or "").lower().split()) & _ONLY_TOLD


def _host(address: str) -> str | None:
    """Return the host that an address leads to, where it is not the page's own."""
    try:
        parts = urlsplit(address.partition(" ")[0].replace("\\", "/"))
    except ValueError:
        return address
    if parts.scheme == "data":
        return None
    return parts.netloc or (f"{parts.scheme}:" if parts.scheme else None)


def _keeps_policy(document: Element) -> bool:
    """Tell whether a page says what may be done on it, before anything that could do something."""
    for element in document.iter("script", "link", "style", "img", "meta"):
        if element.tag != "meta":
            return False
        if (element.get("http-equiv") or "").lower() == _POLICY.lower():
            parent = element.getparent()
            return parent is not None and parent.tag == "head" and _is_strict(element)
    return False


def _is_strict(policy: Element) -> bool:
    parts = (part.split() for part in policy.get("content", "").split(";"))
    told = {part[0]: part[1:] for part in parts if part}
    known = all(_SOURCE.fullmatch(source) for sources in told.values() for source in sources)
    return known and all(told.get(name) == [source] for name, source in _TOLD.items())
