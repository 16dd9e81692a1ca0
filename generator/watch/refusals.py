"""Answers with status 200 that are no page: block pages, “not found”, maintenance, a choice."""

import re
from collections.abc import Sequence
from datetime import date

from lxml import html

from generator.watch.address import without_site
from generator.watch.blocks import Line, even, sentences_in
from generator.watch.furniture import main_parts
from generator.watch.refused_wordings import BLOCKED, FOR_SCRIPTS, NAMES, OF_THE_HOST

FEW_WORDS = 300
"""An official page says more; or it says something else than these do."""

LEAST_WORDS = 60
"""Below this a page that offers both languages is the choice between them."""

_MOST_NAMES = 10
"""Titles that are looked at; pages have two or three."""

_BY_NAME = {
    reason: re.compile("|".join(f"(?:{name})" for name in names), re.IGNORECASE)
    for reason, names in NAMES.items()
}

_FULL = re.compile(r"(\S+ ){3,}\S+[.!?]$")


class UnreadableError(Exception):
    """Nothing can be said of a page; the message says why."""


def refuse(
    document: html.HtmlElement,
    parts: Sequence[html.HtmlElement],
    lines: Sequence[Line],
    modified: date | None = None,
) -> None:
    """Refuse a page that is none.

    Args:
        document: the page.
        parts: its main parts; its body where it has none.
        lines: their lines.
        modified: the day on which it says that it was modified.

    Raises:
        UnreadableError: its host shows something else in the page's place, with status 200.
    """
    words = sum(len(line.text.split()) for line in lines)
    if words > FEW_WORDS or (modified and _says_something(lines)):
        return
    hardly_any = words < LEAST_WORDS
    headings = [line.text for line in lines if line.heading]
    names = _names(document, headings if hardly_any or not main_parts(document) else [])
    for name in names:
        for reason, pattern in _BY_NAME.items():
            if pattern.match(name):
                raise UnreadableError(f"{reason} (“{name[:60]}”)")
    blocked = any(BLOCKED.search(line.text) for line in lines)
    if blocked and (hardly_any or not _says_something(lines)):
        raise UnreadableError("the host shows a block page")
    if hardly_any and _offers_both_languages(parts):
        raise UnreadableError("the host asks for a language only")
    for_scripts = hardly_any and any(FOR_SCRIPTS.search(line.text) for line in lines)
    if for_scripts or (not words and _asks(document)):
        raise UnreadableError("it shows its text only to a browser that runs scripts")


def _says_something(lines: Sequence[Line]) -> bool:
    """Whether a page has sentences, and most are about something else than the page itself."""
    texts = [line.text for line in lines if not line.heading]
    sentences = [s for text in texts for s in sentences_in(text) if _FULL.match(s)]
    of_the_host = sum(bool(OF_THE_HOST.search(sentence)) for sentence in sentences)
    return len(sentences) > 2 * of_the_host


def _names(document: html.HtmlElement, headings: Sequence[str]) -> list[str]:
    """Return what a page calls itself: its titles, a label of an error, and these headings."""
    titles = document.xpath(
        "//h1|//gcds-heading[@tag='h1']|//*[@class='label label-danger']|//head/title"
    )
    names = [even(title.text_content()) for title in titles[:_MOST_NAMES]] + list(headings)
    return [*(without_site(name) for name in names), *names]


def _offers_both_languages(parts: Sequence[html.HtmlElement]) -> bool:
    links = {even(a.text_content()).casefold() for part in parts for a in part.xpath(".//a")}
    return "english" in links and "français" in links


def _asks(document: html.HtmlElement) -> bool:
    unseen = document.xpath("//noscript")
    if any(FOR_SCRIPTS.search(even(element.text_content())) for element in unseen):
        return True
    return bool(document.xpath("//body//script|//head/script")) and not document.xpath("//main//p")
