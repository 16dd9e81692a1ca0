"""Which pages and tables readers see changed."""

from dataclasses import dataclass
from enum import StrEnum

from generator.guide import Compiled
from generator.model.layout import address_of, uri_of
from generator.pages.article import Article


class Fate(StrEnum):
    """What became of a page."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved: the address leads on"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is different.

    Attributes:
        address: where readers find it.
        fate: what became of it.
        tables: titles of its tables that are different.
    """

    address: str
    fate: Fate
    tables: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """The tables that are different, by their titles."""
        return ", ".join(f"table “{title}”" for title in self.tables)


def changed_pages(before: Compiled, after: Compiled) -> tuple[PageChange, ...]:
    """Return the pages whose text, title or description differs, by address.

    Both sides have to be rendered as of one day, or reviews would seem to change by themselves.
    A page that could not be made on either side is left out.
    """
    old, new = ({p.address: p for p in side.pages.values()} for side in (before, after))
    unread = _unread(before) | _unread(after)
    found = []
    for address in sorted({*old, *new} - unread):
        if address not in old:
            found.append(PageChange(address, Fate.NEW))
        elif address not in new:
            moved = any(address == f"/{r.html.removesuffix('index.html')}" for r in after.redirects)
            found.append(PageChange(address, Fate.MOVED if moved else Fate.GONE))
        elif _shown(old[address]) != _shown(new[address]):
            found.append(PageChange(address, Fate.CHANGED, _tables(old[address], new[address])))
    return tuple(found)


def _shown(page: Article) -> tuple[str, str, str]:
    return page.title, page.description, page.html


def _tables(old: Article, new: Article) -> tuple[str, ...]:
    before, after = dict(old.tables), dict(new.tables)
    titles = dict.fromkeys([*before, *after])
    return tuple(title for title in titles if before.get(title) != after.get(title))


def _unread(side: Compiled) -> set[str]:
    """Return the addresses of pages whose file is there, but has problems."""
    uris = (uri_of(problem.place.path) for problem in side.problems)
    return {address_of(uri) for uri in uris if uri and uri not in side.pages}
