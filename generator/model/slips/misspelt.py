"""Names that several places use and that are nowhere: is the one misspelt that defines them?"""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.base import SLUG
from generator.model.layout import CATEGORIES, CONTENT
from generator.model.records import Records
from generator.problems.phrases import counted
from generator.problems.problem import Place, Problem

Uses = Mapping[str, list[Place]]
"""The places that name something, by the name."""

_LIKE = 0.75
_SHARED = 2
"""From how many places on a misspelt definition is likelier than as many misspelt uses."""
_REMOVED = 3
"""From how many places on a name without any that is like it was removed, not misspelt."""
_LINK = re.compile(r"/categories/([a-z0-9-]+)\.md")


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that is nowhere, although several places use it.

    Attributes:
        name: the name.
        places: where it is used.
        key: the defined name that nobody uses and that is meant; None where there is none.
    """

    name: str
    places: tuple[Place, ...]
    key: str | None

    @property
    def told(self) -> str:
        """What is wrong, without what to do."""
        number = counted(len(self.places), "place")
        first = f"{self.places[0].path}:{self.places[0].line}"
        if self.key is None:
            return f"{number} (as {first}) name `{self.name}`, which is not here"
        return (
            f"nobody uses `{self.key}`, and {number} (as {first}) name `{self.name}`, which is"
            " nowhere"
        )


def grouped(named: Iterable[tuple[str, Place]]) -> dict[str, list[Place]]:
    """Return the places of each name."""
    found: dict[str, list[Place]] = {}
    for name, place in named:
        found.setdefault(name, []).append(place)
    return found


def shared(uses: Uses, known: Collection[str], *, sole: bool = False) -> Iterator[Shared]:
    """Yield each unknown name whose definition is to blame, and not the places that use it.

    Args:
        uses: every place that names one of the kind.
        known: the names that are defined.
        sole: whether the only name that nobody uses is meant, however unlike it is.
    """
    unused = [name for name in known if name not in uses]
    for name, places in uses.items():
        if name in known or len(places) < _SHARED:
            continue
        near = [key for key in unused if like(name, key)]
        if not near and sole and len(unused) == 1:
            near = unused
        if len(near) == 1:
            yield Shared(name, tuple(places), near[0])
        elif not near and len(places) >= _REMOVED and not _often(name, len(places), uses, known):
            yield Shared(name, tuple(places), None)


def _often(name: str, number: int, uses: Uses, known: Collection[str]) -> bool:
    """Tell whether a name that is like another is used more often: then its uses are misspelt."""
    return any(like(name, key) and len(uses.get(key, ())) >= number for key in known)


def like(name: str, other: str) -> bool:
    """Tell whether two names differ by no more than a slip or two."""
    matcher = difflib.SequenceMatcher(None, name, other, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and (
        matcher.ratio() >= _LIKE or sorted(name) == sorted(other)
    )


def misnamed_categories(records: Records) -> Iterator[tuple[str, Problem | None]]:
    """Yield each slug that several places name and no file has, with the problem that says so.

    There is none where the file that is meant has another problem already.
    """
    gone = {*records.ended, *records.new_names(), *records.unread}
    named = _categories_named(records)
    uses = {name: places for name, places in named.items() if name not in gone}
    if not records.categories or uses.keys() <= records.categories.keys():
        return
    unread = [name for name in records.unread if SLUG.fullmatch(name) and name not in named]
    for found in shared(uses, [*records.categories, *unread], sole=True):
        if found.key is None:
            message = (
                f"{found.told}: restore this file; if the category has ended, keep in it `title`,"
                " `ended` and the review alone; if it was renamed, write"
                f" `formerly: [{found.name}]` in its new file"
            )
            yield found.name, Problem("unknown-name", message, _file(found.name))
        elif found.key in records.unread:
            yield found.name, None  # what is wrong with that file is told already
        else:
            message = (
                f"{found.told}: is this file's name misspelt? If it was renamed, write the new name"
                f" in those places, and `formerly: [{found.name}]` here"
            )
            yield found.name, Problem("unknown-name", message, _file(found.key))


def _file(slug: str) -> Place:
    return Place(f"{CATEGORIES}/{slug}.yml")


def _categories_named(records: Records) -> dict[str, list[Place]]:
    ways = (_by_categories, _by_the_finder, _by_codes, _by_ended, _by_pages)
    return grouped(named for way in ways for named in way(records))


def _by_categories(records: Records) -> Iterator[tuple[str, Place]]:
    for _slug, entry in records.categories_with("related"):
        for number, other in enumerate(entry.record.related):
            yield other, entry.place("related", number)


def _by_the_finder(records: Records) -> Iterator[tuple[str, Place]]:
    if (finder := records.finder) is None:
        return
    for number, question in enumerate(finder.record.questions):
        for position, answer in enumerate(question.answers):
            path = ("questions", number, "answers", position, "categories")
            for at, slug in enumerate(answer.categories):
                yield slug, finder.place(*path, at)


def _by_codes(records: Records) -> Iterator[tuple[str, Place]]:
    if (registry := records.codes) is None:
        return
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            if code.about:
                yield code.about, registry.place(name, number, "about")


def _by_ended(records: Records) -> Iterator[tuple[str, Place]]:
    for ended in records.ended.values():
        if "ended" not in ended.faulty:
            for number, slug in enumerate(ended.record.ended.instead):
                yield slug, ended.place("ended", "instead", number)


def _by_pages(records: Records) -> Iterator[tuple[str, Place]]:
    written = {*records.content, *records.unread}
    for page in records.content.values():
        for offset, line in enumerate(page.body.split("\n")):
            for found in _LINK.finditer(line):
                # /categories/ itself, and what else people wrote beside the categories, are pages.
                if found[1] != "index" and f"{CONTENT}{found[0]}" not in written:
                    yield found[1], Place(page.path, page.body_line + offset, found.start() + 1)
