"""What of a page's markup is no text: furniture around it, and what readers do not see."""

import re
from collections.abc import Callable, Iterator

from lxml import etree, html

_DROPPED = {
    "audio", "button", "canvas", "datalist", "head", "iframe", "input", "nav", "noscript", "object",
    "option", "script", "select", "style", "svg", "template", "textarea", "video",
    "gcds-breadcrumbs", "gcds-button", "gcds-date-modified", "gcds-footer", "gcds-header",
    "gcds-icon", "gcds-lang-toggle", "gcds-pagination", "gcds-search", "gcds-side-nav",
    "gcds-sr-only", "gcds-stepper", "gcds-topic-menu", "gcds-top-nav",
}  # fmt: skip

_HIDDEN_CLASSES = {
    "d-none", "fn-rtn", "hidden", "hide", "invisible", "sr-only", "visually-hidden", "wb-inv",
}  # fmt: skip

_FURNITURE_CLASSES = {
    # The feedback tool, the assistant, sharing, and the line with the day of the last change.
    "aia-rescue", "gc-pft", "gc-rprt-prblm", "page-feedback", "pagedetails", "wb-share",
    "wb-share-inited", "pager", "pagination",
}  # fmt: skip

_FURNITURE_IDS = {"wb-dtmd"}
"""The day of the last change."""

_NOT_DISPLAYED = re.compile(r"(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_TITLE = "//*[@id='wb-cont' or @id='cont']"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "a"}


def classes(element: html.HtmlElement) -> set[str]:
    """Return the class names of an element, each whole."""
    return set((element.get("class") or "").split())


def is_left_out(element: html.HtmlElement) -> bool:
    """Whether an element and all in it is no text of the page."""
    tag = element.tag
    if tag in _DROPPED:
        return True
    if tag == "form":
        # A page may stand in a form as a whole; a form of its own has no heading and no table.
        return not element.xpath("boolean(.//h1|.//h2|.//table|.//main)")
    if not element.attrib:
        return False
    if element.get("id") in _FURNITURE_IDS:
        return True
    names = classes(element)
    if names & _FURNITURE_CLASSES:
        return True
    return bool(names & _HIDDEN_CLASSES) or _is_hidden(element)


def _is_hidden(element: html.HtmlElement) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden.strip().casefold() != "until-found":
        return True
    return bool(_NOT_DISPLAYED.search(element.get("style") or ""))


def shown(
    root: html.HtmlElement,
    wanted: Callable[[html.HtmlElement], bool],
    closed: Callable[[html.HtmlElement], bool] = lambda _: False,
) -> Iterator[html.HtmlElement]:
    """Yield the elements in a part of a page that are wanted and not left out, in their order.

    Args:
        root: the part.
        wanted: whether to yield an element.
        closed: whether an element that is wanted keeps what is in it to itself.
    """
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is root:
            continue
        if is_left_out(element):
            walk.skip_subtree()
        elif wanted(element):
            if closed(element):
                walk.skip_subtree()
            yield element


def outermost(
    root: html.HtmlElement, wanted: Callable[[html.HtmlElement], bool]
) -> Iterator[html.HtmlElement]:
    """Yield the same as `shown`, without those within another."""
    return shown(root, wanted, closed=lambda _: True)


def main_parts(document: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the main parts of a page that readers see, none within another."""
    return list(outermost(document, _is_main)) or _around_title(document)


def _is_main(element: html.HtmlElement) -> bool:
    if element.tag == "main" or element.get("role") == "main" or element.get("id") == "wb-main":
        return True
    container = element.tag == "gcds-container"
    return container and (element.get("tag") == "main" or element.get("main-container") is not None)


def _around_title(document: html.HtmlElement) -> list[html.HtmlElement]:
    """Return what stands around the mark to which older pages let readers skip."""
    for mark in document.xpath(_TITLE):
        part = mark
        while part.tag in _HEADINGS and part.getparent() is not None:
            part = part.getparent()
        if part.tag not in {"body", "html"} and not is_left_out(part):
            return [part]
    return []
