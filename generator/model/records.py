"""Everything that was read, complete or not: what the rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from generator.model.base import Slug
from generator.model.category import Category, Ended
from generator.model.code import CodeRegistry
from generator.model.comparison import Comparison
from generator.model.finder import Finder
from generator.model.firm import Firm
from generator.model.review import Reviewed
from generator.model.site import (
    Group,
    Obligations,
    PageHead,
    Questions,
    Reviewer,
    Settings,
    Source,
    Steps,
    Terms,
)
from generator.problems.problem import Place
from generator.source.settings import Navigation
from generator.source.tree import Node, PathStep, place_of

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[T_co]):
    """A record with the file it came from.

    Attributes:
        path: the file, relative to the project's folder.
        record: the record itself.
        tree: the file's YAML, with the place of each key and value.
        faulty: top-level keys that have problems; the record holds None for them.
        text: the whole file, as it was read.
    """

    path: str
    record: T_co
    tree: Node
    faulty: frozenset[str] = frozenset()
    text: str = ""

    def place(self, *path: PathStep, key: bool = False) -> Place:
        """Return the place of a value, or of its key."""
        return place_of(self.tree, path, key=key)


@dataclass(frozen=True, slots=True)
class ContentPage(Entry[PageHead]):
    """A page in content/: its front matter as a record, and its Markdown.

    Attributes:
        body: the Markdown, with calls of components.
        body_line: the line of the file on which the body begins.
    """

    body: str = ""
    body_line: int = 1


@dataclass(slots=True)
class Records:
    """All records that could be read.

    A file that cannot be read at all has no record here. A category or page that can be read in
    part has one with faulty keys, so that its sound keys are checked as well; `usable` drops it.
    """

    settings: Entry[Settings] | None = None
    firm: Entry[Firm] | None = None
    reviewers: Entry[dict[Slug, Reviewer]] | None = None
    groups: Entry[dict[Slug, Group]] | None = None
    sources: Entry[dict[Slug, Source]] | None = None
    codes: Entry[CodeRegistry] | None = None
    comparison: Entry[Comparison] | None = None
    finder: Entry[Finder] | None = None
    steps: Entry[Steps] | None = None
    obligations: Entry[Obligations] | None = None
    questions: Entry[Questions] | None = None
    terms: Entry[Terms] | None = None
    categories: dict[str, Entry[Category]] = field(default_factory=dict)
    ended: dict[str, Entry[Ended]] = field(default_factory=dict)
    """The categories that have ended, by slug."""
    content: dict[str, ContentPage] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """What is there but could not be read: slugs of categories, paths of pages, or `content`."""
    absent: set[str] = field(default_factory=set)
    """Slugs that several places name and no file has; they count as unread as well."""
    files: set[str] = field(default_factory=set)
    """Files of content/ that are no pages, such as pictures, as seen from there."""
    navigation: Navigation | None = None
    """What mkdocs.yml says of the navigation."""

    def entries(self) -> Iterator[Entry[Any]]:
        """Yield every record with its file."""
        for name in SINGLE_FILES:
            if entry := getattr(self, name):
                yield entry
        yield from self.categories.values()
        yield from self.ended.values()
        yield from self.content.values()

    def by_file(self) -> dict[str, Entry[Any]]:
        """Return every record by its file."""
        return {entry.path: entry for entry in self.entries()}

    def _reviewers_known(self, head: PageHead) -> bool:
        """Tell whether a page's reviewers, then and now, are among those that could be read."""
        known = self.reviewers.record if self.reviewers else {}
        return {head.reviewed_by, *(review.by for review in head.reviews)} <= set(known)

    def usable(self, broken: set[str], earlier: "Records | None" = None) -> "Records":
        """Return the records that pages can be made of.

        Args:
            broken: files with errors; what they hold is left out.
            earlier: an earlier, sound state, from which the records of such files are taken.
        """
        kept = Records(unread=set(self.unread), files=self.files, navigation=self.navigation)
        for path, page in self.content.items():
            if page.faulty or not self._reviewers_known(page.record):
                kept.unread.add(path)
            else:
                kept.content[path] = page
        for name in SINGLE_FILES:
            entry = getattr(self, name)
            if entry is None or entry.path in broken:
                entry = getattr(earlier, name) if earlier else None
            setattr(kept, name, entry)
        kept.categories = _sound(self.categories, broken, kept.unread)
        kept.ended = _sound(self.ended, broken, kept.unread)
        if earlier:
            again = kept.unread - self.absent
            kept.categories |= {s: e for s, e in earlier.categories.items() if s in again}
            kept.ended |= {s: e for s, e in earlier.ended.items() if s in again}
        return kept

    @property
    def known_reviewers(self) -> dict[Slug, Reviewer]:
        """The reviewers by key; none while their file cannot be read."""
        return self.reviewers.record if self.reviewers else {}

    def reviewed(self, key: str) -> Iterator[Entry[Reviewed]]:
        """Yield every record that carries a review and whose `key` is sound."""
        for entry in self.entries():
            if isinstance(entry.record, Reviewed) and key not in entry.faulty:
                yield entry

    def new_names(self) -> dict[str, str]:
        """Return the slug of each renamed category by its earlier ones."""
        return {old: slug for slug, entry in self.renamed() for old in entry.record.formerly}

    def renamed(self) -> Iterator[tuple[str, Entry[Category] | Entry[Ended]]]:
        """Yield slug and entry of every category, ended or not, whose earlier names are sound."""
        yield from self.categories_with("formerly")
        for slug, entry in self.ended.items():
            if "formerly" not in entry.faulty:
                yield slug, entry

    def slugs(self) -> set[str]:
        """Return the slug of every category that goes on, whether its file could be read or not."""
        return {*self.categories, *self.unread}

    def categories_with(self, key: str) -> Iterator[tuple[str, Entry[Category]]]:
        """Yield slug and entry of every category whose `key` is sound."""
        for slug, entry in self.categories.items():
            if key not in entry.faulty:
                yield slug, entry


def _sound(
    entries: dict[str, Entry[T_co]], broken: set[str], unread: set[str]
) -> dict[str, Entry[T_co]]:
    """Return the entries of sound files, and note the slugs of the others as unread."""
    unread |= {slug for slug, entry in entries.items() if entry.path in broken}
    return {slug: entry for slug, entry in entries.items() if slug not in unread}


SINGLE_FILES = tuple(
    attribute.name
    for attribute in fields(Records)
    if attribute.name
    not in {"categories", "ended", "content", "unread", "absent", "files", "navigation"}
)
"""The records of which there is one, each in data/<name>.yml."""
