"""What sentences say of the page on which they stand, by where on it they stand."""

import re
from collections.abc import Iterable
from enum import Enum, auto

from generator.watch.code_wordings import says_of_codes
from generator.watch.notice_kinds import NoticeKind
from generator.watch.wordings import (
    ARCHIVED,
    ARCHIVED_STRICTLY,
    CHANGED,
    LEAD,
    NOT_OF_THE_PAGE,
    PAGE_MOVED,
    REPLACED_BY,
    SUPERSEDED,
    TO_THE_END_OR_BY,
    USED_BY_OFFICERS,
)

_LOOKED_AT = 600
"""Characters of a sentence in which it says what it is about; time grows with them."""


class Place(Enum):
    """Where sentences stand."""

    BOX = auto()
    """In a box in the main part: a sentence may say it of the page after something else."""

    HIGH = auto()
    """Straight below the title: a sentence that says it of the page begins so."""

    LINE = auto()
    """In another line of the main part: it is about the page only where it begins so."""

    BOX_OUTSIDE = auto()
    """In a box outside the main part: most of them are about all pages."""


def kind_of_sentences(sentences: Iterable[str], place: Place) -> NoticeKind | None:
    """Return what sentences say of the page.

    Args:
        sentences: the sentences.
        place: where they stand.
    """
    anywhere = place in {Place.BOX, Place.BOX_OUTSIDE}
    of_page = _of_page(sentences)
    plain = [LEAD.sub("", each, count=1) for each in of_page]

    def says(wording: re.Pattern[str]) -> bool:
        if anywhere:
            return any(wording.search(each) for each in of_page)
        return any(wording.match(each) for each in plain)

    if says(ARCHIVED):
        return NoticeKind.ARCHIVED
    if any(REPLACED_BY.search(each) for each in of_page):
        return NoticeKind.SUPERSEDED
    if place is Place.BOX_OUTSIDE:
        strictly = any(_is_superseded_strictly(each) for each in plain)
        return NoticeKind.SUPERSEDED if strictly else None
    if says(SUPERSEDED):
        return NoticeKind.SUPERSEDED
    codes = any(says_of_codes(each, anywhere=anywhere) for each in (*of_page, *plain))
    changed = says(PAGE_MOVED if place is Place.LINE else CHANGED)
    return NoticeKind.CHANGED if changed or codes else None


def is_archived_strictly(sentences: Iterable[str]) -> bool:
    """Whether a sentence says, and nothing before it, that this very page is archived."""
    plain = (LEAD.sub("", each, count=1) for each in _of_page(sentences))
    return any(ARCHIVED_STRICTLY.match(each) for each in plain)


def _of_page(sentences: Iterable[str]) -> list[str]:
    """Return the sentences that may be about the page; who uses it is no condition."""
    plain = [USED_BY_OFFICERS.sub(r"\1", each[:_LOOKED_AT]) for each in sentences]
    return [each for each in plain if not NOT_OF_THE_PAGE.search(each)]


def _is_superseded_strictly(sentence: str) -> bool:
    found = SUPERSEDED.match(sentence)
    return found is not None and bool(TO_THE_END_OR_BY.match(sentence, found.end()))
