"""Whether what was read is the page that was asked for."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from generator.model.layout import SOURCES
from generator.model.site import Source
from generator.watch.blocks import sentences_in
from generator.watch.lock import Seen
from generator.watch.page import OfficialPage, passages_of
from generator.watch.passages import Passage
from generator.watch.refusals import FEW_WORDS, LEAST_WORDS

_ENDING = re.compile(r"(?:/index)?(?:\.html?)?/*$", re.IGNORECASE)

_ALIKE = 0.5
"""From which share of common words on a sentence counts as the other one."""

_ALMOST_NOTHING = 0.1
"""A page of which less than this share was there before has nothing in common with it."""


_SHORTEST = 3
"""Letters of a word that may tell a page from others."""

_OF_ANY = frozenset({
    "about", "and", "canada", "for", "from", "government", "information", "ircc", "not", "page",
    "service", "site", "the", "under", "update", "web", "with",
})  # fmt: skip
"""Words that any page may have, one that is none too; without an s at their end."""

_NO_DAY = "no day of modification"


def names_another(page: OfficialPage, url: str) -> bool:
    """Whether a page gives another address as its own, not only another way to write this one."""
    return bool(page.canonical) and _plain(page.canonical) != _plain(url)


def unlike(page: OfficialPage, source: Source, seen: Seen | None, before: str | None) -> str:
    """Return why a page is hardly the one that was asked for; nothing where it may be.

    Args:
        page: what was read.
        source: where it was asked for, and what it is known as.
        seen: how the source was last seen.
        before: its text as it was then; None where that is not known.
    """
    if seen is None or before is None:
        strange = _is_about_nothing_of(page, source)
        return f"no word of its title or address in {SOURCES} is on it, and {_NO_DAY}" * strange
    if not nothing_in_common(page, passages_of(before)):
        return ""
    another = names_another(page, source.url)
    own = f", and it gives {page.canonical} as its address" if another else ""
    return f"nothing of the text of {seen.seen} is on it{own}"


def _is_about_nothing_of(page: OfficialPage, source: Source) -> bool:
    """Whether a short page that says no day, nor where it stands, is about something else.

    A page of a few words has to say in its title what the source is known as: anywhere else a word
    may stand by chance.
    """
    words = len(page.text.split())
    own = page.canonical and not names_another(page, source.url)
    if page.modified or page.framed or own or words > FEW_WORDS:
        return False
    name = _ENDING.sub("", urlsplit(source.url).path).rpartition("/")[2]
    known = _telling(f"{source.title} {name}")
    said = f"{page.title} {_first_heading(page.passages)}"
    said += f" {page.text}" * (words >= LEAST_WORDS)
    return bool(known) and not known & _telling(said)


def _telling(text: str) -> frozenset[str]:
    """Return the words that tell a text from those of other pages, each in one form."""
    words = (word.removesuffix("s") for word in _words(text) if len(word) >= _SHORTEST)
    return frozenset(words) - _OF_ANY


def nothing_in_common(page: OfficialPage, before: Sequence[Passage]) -> bool:
    """Whether a short page is likely another one than the page whose text is known.

    A page that says of itself that it is archived or changed is still that page.

    Args:
        page: the page as it is now.
        before: its text as it was last seen.
    """
    now = [passage.text for passage in page.passages]
    words = sum(len(text.split()) for text in now)
    if page.notices or not before or words > FEW_WORDS:
        return False
    titles = {name for name in (page.title, _first_heading(page.passages)) if name}
    if any(_alike(title, _first_heading(before)) for title in titles):
        return False
    known = [_words(sentence) for passage in before for sentence in sentences_in(passage.text)]
    sentences = [sentence for text in now for sentence in sentences_in(text)]
    shared = [s for s in sentences if any(_share(_words(s), other) >= _ALIKE for other in known)]
    return sum(len(s.split()) for s in shared) < words * _ALMOST_NOTHING


def _first_heading(passages: Sequence[Passage]) -> str:
    return next((passage.section for passage in passages if passage.section), "")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _alike(one: str, other: str) -> bool:
    return _share(_words(one), _words(other)) >= _ALIKE


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the words of both are common to them."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _plain(address: str) -> tuple[str, str]:
    """Return the host and the path of an address in one form."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", address
    return host, _ENDING.sub("", unquote(parts.path)).casefold()
