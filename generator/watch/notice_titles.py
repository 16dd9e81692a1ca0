"""What the title of a page and the labels at it say of the page."""

from lxml import html

from generator.watch.address import without_site
from generator.watch.blocks import even
from generator.watch.notice_kinds import NoticeKind
from generator.watch.wordings import (
    ARCHIVED_BEFORE,
    ARCHIVED_END,
    ARCHIVED_LABEL,
    ARCHIVED_NAME,
    ENDED_BEFORE,
    ENDED_LABEL,
    SUPERSEDED_END,
    SUPERSEDED_NAME,
)

_LABELS = (
    "//h1//*[contains(@class, 'label') or contains(@class, 'badge') or self::small or self::mark]"
)


def said_in_titles(document: html.HtmlElement) -> list[tuple[NoticeKind, str]]:
    """Return what the titles of a page say of it, and in which words; at most one thing."""
    for title in document.xpath("//h1|//gcds-heading[@tag='h1']|//head/title"):
        name = even(title.text_content())
        if kind := _kind_of_name(name):
            return [(kind, name)]
    for label in document.xpath(_LABELS):
        name = even(label.text_content())
        if kind := kind_of_label(name):
            return [(kind, name)]
    return []


def kind_of_label(name: str) -> NoticeKind | None:
    """Return what a label says of a page: words that say nothing else."""
    if ARCHIVED_LABEL.match(name):
        return NoticeKind.ARCHIVED
    return NoticeKind.SUPERSEDED if ENDED_LABEL.match(name) else None


def kind_of_label_before(text: str) -> NoticeKind | None:
    """Return what a label says with which a line begins: “Expired: Temporary public policy”.

    What follows it begins as a sentence does; with a small letter it says what the word is about.
    """
    archived = ARCHIVED_BEFORE.match(text)
    found = archived or ENDED_BEFORE.match(text)
    if not found or (text[found.end()].islower() and not text.split(maxsplit=1)[0].isupper()):
        return None
    return NoticeKind.ARCHIVED if archived else NoticeKind.SUPERSEDED


def _kind_of_name(name: str) -> NoticeKind | None:
    ends = (name, without_site(name))
    if ARCHIVED_NAME.match(name) or any(ARCHIVED_END.search(end) for end in ends):
        return NoticeKind.ARCHIVED
    if SUPERSEDED_NAME.match(name) or any(SUPERSEDED_END.search(end) for end in ends):
        return NoticeKind.SUPERSEDED
    return None
