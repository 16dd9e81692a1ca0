"""What of a page's markup is no text: furniture around it, and what readers do not see."""

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree, html

from generator.watch.furniture_words import is_contents, is_named_so, leads_to_top

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
    "wb-share-inited", "pager", "pagination", "gc-pg-hlpfl", "fileSize",
    # What scripts put around a table.
    "dataTables_info", "dataTables_filter", "dataTables_length", "dataTables_paginate",
    "dt-info", "dt-search", "dt-length", "dt-paging",
}  # fmt: skip

_ROWS_SHOWN = "descendant::*[contains(@class, 'dataTables_info') or contains(@class, 'dt-info')]"
_NUMBER = re.compile(r"\d[\d\s,.]*\d|\d")

_FROM_TO_OF = 3
"""Numbers in what a table says of its rows: the first and the last one shown, and all."""

_LABELLED = {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "th"}
"""Where scripts put the words into a button."""

_CONTROLS = ".//select|.//textarea|.//button|.//input[not(@type) or @type != 'hidden']"
_SAYS = ".//h1|.//h2|.//h3|.//h4|.//h5|.//h6|.//p|.//table|.//main"

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
    if tag == "button":
        return not any(around.tag in _LABELLED for around in element.iterancestors())
    if tag in _DROPPED:
        return True
    if tag == "form":
        return not _says_something(element)
    if is_contents(element) or leads_to_top(element):
        return True
    return bool(element.attrib) and _is_marked(element)


def _is_marked(element: html.HtmlElement) -> bool:
    """Whether its attributes say that it is furniture or hidden."""
    names = classes(element)
    if element.get("id") in _FURNITURE_IDS or names & _FURNITURE_CLASSES:
        return True
    # The tabs that scripts make of the panels' own headings.
    if element.tag == "ul" and "generated" in names:
        return True
    if is_named_so(element):
        return True
    return bool(names & _HIDDEN_CLASSES) or _is_hidden(element)


def _says_something(form: html.HtmlElement) -> bool:
    """Whether a form is text: a page may stand in one, or a part of it that asks for nothing."""
    if form.xpath("boolean(.//h1|.//h2|.//table|.//main)"):
        return True
    return bool(form.xpath(_SAYS)) and not form.xpath(_CONTROLS)


def rows_not_shown(parts: Iterable[html.HtmlElement]) -> str:
    """Return how many rows of how many a table shows that scripts cut, as “10 of 96”; else ""."""
    for part in parts:
        for element in part.xpath(_ROWS_SHOWN):
            found = [int(re.sub(r"\D", "", n)) for n in _NUMBER.findall(element.text_content())]
            if len(found) >= _FROM_TO_OF and found[1] - found[0] + 1 < max(found[2:]):
                return f"{found[1] - found[0] + 1} of {max(found[2:])}"
    return ""


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
