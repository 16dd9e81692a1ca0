"""Whether what was read is the page that was asked for."""

import re
from urllib.parse import unquote, urlsplit

from generator.watch.lock import Seen
from generator.watch.page import OfficialPage, passages_of
from generator.watch.refusals import nothing_in_common

_ENDING = re.compile(r"(?:/index)?(?:\.html?)?/*$", re.IGNORECASE)


def names_another(page: OfficialPage, url: str) -> bool:
    """Whether a page gives another address as its own, not only another way to write this one."""
    return bool(page.canonical) and _plain(page.canonical) != _plain(url)


def unlike(page: OfficialPage, url: str, seen: Seen | None, before: str | None) -> str:
    """Return why a page is hardly the one whose text is known; nothing where it may be.

    Args:
        page: what was read.
        url: the address of the source.
        seen: how the source was last seen.
        before: its text as it was then; None where that is not known.
    """
    if seen is None or before is None or not nothing_in_common(page, passages_of(before)):
        return ""
    own = f", and it gives {page.canonical} as its address" if names_another(page, url) else ""
    return f"nothing of the text of {seen.seen} is on it{own}"


def _plain(address: str) -> tuple[str, str]:
    """Return the host and the path of an address in one form."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", address
    return host, _ENDING.sub("", unquote(parts.path)).casefold()
