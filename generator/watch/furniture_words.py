"""Furniture that only its words, its links or the form of its names tell from text."""

import re
from collections.abc import Sequence

from lxml import html

_CONTENTS = re.compile(
    r"(on this page|in this (page|section|article)|(table of )?contents|page contents"
    r"|jump to( a section)?|sur cette page|dans cette (page|section)|table des matières|sommaire"
    r"|contenu de (la|cette) page)\W*",
    re.IGNORECASE,
)
_TO_TOP = re.compile(
    r"\W*((back |return |go |jump )?(to )?(the )?top( of (the |this )?page)?|page top"
    r"|(retour(ner)? )?(au |en |vers le )?haut( de (la )?page)?"
    r"|(skip|jump|passer|aller|sauter) (to|au|à) [\w' ]{4,30})\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"fn|note|ref")
_OWN = "//link[@rel='canonical']/@href"

_SHORT = 60
"""Characters of such words at most."""

_TITLES = {"h2", "h3", "h4", "h5", "h6", "gcds-heading", "p", "strong", "div", "summary", "span"}
_LISTS = {"ul", "ol", "gcds-table-of-contents"}
_LINKS = {"a", "gcds-link"}

_NAMED = re.compile(
    r"((gc|wb|gcds|cnt|pg|page|site|mod)-?)(\w+-)*"
    r"(toc|feedback|fdbck|pft|hlpfl|helpful|prblm|problem|share|shr|sharing|bc|breadcrumbs?|dtmd"
    r"|details|srch|sign-?in|signin|lng|lang|nav|footer|skip|top|subscribe|print|survey)"
    r"|toc|table-of-contents|breadcrumbs?|back-to-top|backtotop|page-?feedback|feedback"
    r"|(social-)?(share|sharing)|share-(widget|buttons?|links?)|social-(media|links)"
    r"|date-?modified|last-?(modified|updated)|report-a-problem|skip-?(links?|nav)|sign-in|survey",
    re.IGNORECASE,
)
_MOST = 80
"""Words of what is furniture by its name; what says more, or holds a table, is text."""


def is_contents(element: html.HtmlElement) -> bool:
    """Whether an element lists the headings of the page, or is the title of such a list."""
    if element.tag in _LISTS:
        return _leads_within_only(element)
    if element.tag not in _TITLES:
        return False
    return bool(_CONTENTS.fullmatch(_words_of(element)))


def _leads_within_only(listed: html.HtmlElement) -> bool:
    """Whether a list holds nothing but links to places on its own page."""
    links = listed.xpath(".//a|.//gcds-link")
    if not links or not _lead_within([(a.get("href") or "").strip() for a in links], listed):
        return False
    said = "".join("".join(a.itertext()) for a in links)
    return "".join(said.split()) == "".join("".join(listed.itertext()).split())


def _lead_within(hrefs: Sequence[str], listed: html.HtmlElement) -> bool:
    """Whether links lead to places on their own page, and none of them to a note.

    They may have the page's own address before the place: it is the same in each, the end of the
    one that the page gives of itself, if it gives any, and all the places are on this page.
    """
    parts = [href.partition("#") for href in hrefs]
    if any(not place or _NOTE.match(name) for _, place, name in parts):
        return False
    addresses = {address for address, _, _ in parts} - {""}
    if not addresses:
        return True
    document = listed.getroottree()
    own = [link.rpartition("/")[2] for link in document.xpath(_OWN)[:1] if link.strip()]
    if len(addresses) > 1 or [addresses.pop().rpartition("/")[2]] * len(own) != own:
        return False
    return all(document.xpath("boolean(//*[@id=$of or @name=$of])", of=n) for _, _, n in parts)


def leads_to_top(element: html.HtmlElement) -> bool:
    """Whether an element is a link to the top of its page, or past what readers skip."""
    if element.tag not in _LINKS or not (element.get("href") or "").startswith("#"):
        return False
    return bool(_TO_TOP.fullmatch(_words_of(element)))


def is_named_so(element: html.HtmlElement) -> bool:
    """Whether the names of a block say that it is furniture, and it holds no more than that."""
    if element.tag not in {"div", "section", "aside", "details", "dl", "ul", "ol", "p", "footer"}:
        return False
    names = (element.get("class") or "").split()
    own = element.get("id") or ""
    if not any(_NAMED.fullmatch(name) for name in (*names, *([own] if "-" in own else []))):
        return False
    if element.xpath("boolean(.//h1|.//table|.//main)") or element.tag == "main":
        return False
    return len(element.text_content().split()) <= _MOST


def _words_of(element: html.HtmlElement) -> str:
    """Return the words of a small element on one line; "" of a larger one."""
    if len(element) > 3:  # noqa: PLR2004 - a link in a word or two of emphasis has no more
        return ""
    said = []
    size = 0
    for text in element.itertext():
        size += len(text)
        if size > 4 * _SHORT:
            return ""
        said.append(text)
    words = " ".join("".join(said).split())
    return words if len(words) <= _SHORT else ""
