"""What a page does in a browser: it asks no other host, acts by no text, and carries its policy.

The page is judged as it was built, whatever wrote it: the theme, a setting, or a text that slipped
through.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urlsplit

from lxml import etree

from generator.inspection.html import Element
from generator.inspection.whole import FETCHED
from generator.problems.phrases import counted
from generator.problems.problem import Place, Problem

TEMPLATE = "overrides/main.html"

_POLICY = "content-security-policy"
_HASHED = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
_ALLOWS = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
}
"""What a page's policy says, the hashes of its scripts apart."""

_Attribute = etree._ElementUnicodeResult  # noqa: SLF001 - the type has no other name
_NEVER = {
    *("applet", "base", "embed", "fencedframe", "frame", "frameset", "iframe", "object", "portal"),
    "style",
}
_LOOKED_AT = (*_NEVER, "link", "meta", "script")
_ATTRIBUTES = etree.XPath(
    "//@*[starts-with(name(), 'on') or contains(' srcdoc style src srcset imagesrcset poster"
    " data background ping action formaction xlink:href ', concat(' ', name(), ' '))]"
)
_LEADS = etree.XPath(
    "//@href[contains(., ':') and not(starts-with(., 'https:'))] | //link/@href | //svg//@href"
)
_CODE = re.compile(r"[\s\x00-\x20]*(?:(?:java|vb|live)[\s\x00-\x20]*script|data):", re.IGNORECASE)
_LEADING = {"href", "action", "formaction"}
_ALIGNED = re.compile(r"\s*text-align:\s*(?:left|right|center);?\s*")
_MORE_FETCHED = {
    *("apple-touch-icon", "apple-touch-icon-precomposed", "compression-dictionary", "dns-prefetch"),
    *("mask-icon", "preconnect", "prefetch", "prerender"),
}
"""Why a browser asks a `link` of its own, besides what the page itself needs."""
_RUNS = ("", "module", "text/javascript", "application/javascript")


def flaws(document: Element) -> Iterator[str]:
    """Yield what a page does that it may not, in words that complete “the page …”.

    Args:
        document: the whole page, before anything is taken out of it.
    """
    for element in document.iter(*_LOOKED_AT):
        if _is_refused(element):
            yield f"has `<{element.tag}>`, which no page may have"
    for value in (*_found(_ATTRIBUTES, document), *_found(_LEADS, document)):
        yield from _of_attribute(str(value.attrname), value)
    if not _keeps_policy(document):
        yield "does not say at its beginning, as all pages do, what a browser may do on it"


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
        yield Problem("active-content", message, Place(TEMPLATE if more else names[0]))


def _found(path: etree.XPath, document: Element) -> list[_Attribute]:
    return cast("list[_Attribute]", path(document))


def _is_refused(element: Element) -> bool:
    """Tell whether an element acts, or leads on, where none may."""
    name = str(element.tag)
    if name in _NEVER:
        return True
    if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
        return True
    if name == "script":
        runs = not element.get("src") and element.get("type") != "application/json"
        above = ("article", "svg") if runs else ("svg",)
    else:
        above = ("article",)
    return next(element.iterancestors(*above), None) is not None


def _of_attribute(name: str, value: _Attribute) -> Iterator[str]:
    if name.startswith("on") or name == "srcdoc":
        yield f"acts by `{name}`"
    elif name == "style":
        if not _ALIGNED.fullmatch(value):
            yield "has a `style` in its HTML"
    elif name in _LEADING and _CODE.match(value):
        yield "has an address that runs as a script"
    elif name != "href" or _is_loaded(value):
        yield from _asks(value)


def _is_loaded(href: _Attribute) -> bool:
    """Tell whether a browser asks for what an `href` names without a click."""
    element = href.getparent()
    return element is not None and element.tag not in {"a", "area"}


def _asks(value: _Attribute) -> Iterator[str]:
    """Yield the host that a browser asks for what stands in an attribute, if it is another one."""
    element = value.getparent()
    name = str(element.tag) if element is not None else ""
    if element is not None and name == "link" and not _is_fetched(element):
        return
    many = str(value.attrname).endswith("srcset")
    for address in value.split(",") if many else (value,):
        host = host_of(address.strip())
        if host and not (host == "data:" and name == "img"):
            yield f"asks {host} for what it shows"


def _is_fetched(link: Element) -> bool:
    return bool({*FETCHED, *_MORE_FETCHED} & set((link.get("rel") or "").lower().split()))


def host_of(address: str) -> str | None:
    """Return the host, or else the scheme, that an address names; None where it is the page's."""
    try:
        parts = urlsplit(address.partition(" ")[0].replace("\\", "/"))
    except ValueError:
        return address
    return parts.netloc or (f"{parts.scheme}:" if parts.scheme else None)


def _keeps_policy(document: Element) -> bool:
    """Tell whether a page says what may be done on it, before anything that could do something."""
    for element in document.iter("script", "link", "style", "img", "meta"):
        if element.tag != "meta":
            return False
        if (element.get("http-equiv") or "").lower() == _POLICY:
            parent = element.getparent()
            in_head = parent is not None and parent.tag == "head"
            return in_head and _is_whole(element.get("content", ""), document)
    return False


def _is_whole(policy: str, document: Element) -> bool:
    """Tell whether a policy is that of all pages, with the hash of each script that runs here."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    told = {name: [s for s in sources if not _HASHED.fullmatch(s)] for name, *sources in parts}
    hashed = {s for name, *sources in parts if name == "script-src" for s in sources}
    scripts = (
        script.text or ""
        for script in document.iter("script")
        if not script.get("src") and (script.get("type") or "").lower() in _RUNS
    )
    whole = told == _ALLOWS and len(parts) == len(told)
    return whole and all(_hash_of(script) in hashed for script in scripts)


def _hash_of(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8", "surrogatepass")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
