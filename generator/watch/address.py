"""What a page says that it is: its title and its own address."""

import re

from lxml import html

from generator.watch.blocks import even

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE)
"""The comment that a browser puts before a page that it saves."""

_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)

_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]*$")


_PATH = (
    "//*[@property='breadcrumb' or @id='wb-bc' or contains(@class, 'breadcrumb')]//a"
    "|//gcds-breadcrumbs"
)
"""The links to what stands above a page."""


def without_site(title: str) -> str:
    """Return a title without the name of the site at its end, as “ - Canada.ca”."""
    return _SITE.sub("", title)


def title_of(document: html.HtmlElement) -> str:
    """Return what browsers show as the title of a page; "" where it has none."""
    return next((even(title.text_content()) for title in document.xpath("//head/title")), "")


def is_framed(document: html.HtmlElement) -> bool:
    """Whether a page says where it stands in its site, as each official page does."""
    return bool(document.xpath(_PATH))


def canonical_of(document: html.HtmlElement) -> str:
    """Return the address that a page gives as its own; "" where it gives none.

    A page that a browser saved also says from where; what it says itself comes first.
    """
    for link in document.xpath("//link[@rel and @href]"):
        address = link.get("href").strip()
        if "canonical" in link.get("rel").casefold().split() and _WEB.match(address):
            return str(address)
    for comment in document.getroottree().xpath("//comment()"):
        if found := _SAVED_FROM.match(comment.text or ""):
            return found[1]
    return ""
