"""Two states of the data compared record by record."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from generator.model.category import Category
from generator.model.layout import SINGLES
from generator.model.meaning import Meaning
from generator.model.records import ContentPage, Entry, Records
from generator.model.review import ReviewDate, Reviewed, is_reviewed
from generator.model.site import PageHead
from generator.reviews.values import Change, changes

Side = Entry[Any] | None


class Review(StrEnum):
    """What became of a record's review."""

    NONE = "none"
    """The record carries no review, or has come or gone."""
    UNCHANGED = "unchanged"
    """Neither facts nor date are different."""
    UNMOVED = "not moved"
    """Facts changed, but the date did not move on: the review does not cover them."""
    MOVED = "moved"
    """Facts changed, and the date moved on."""
    BACK = "went back"
    """No fact changed, but the date is an earlier one."""
    CONFIRMED = "confirmed"
    """The date moved on, and no fact changed."""


@dataclass(frozen=True)
class FileChange:
    """What is different in one file.

    Attributes:
        before: the record as it was; None where the file is new.
        after: the record as it is; None where the file has gone.
        changes: what is different, key by key; nothing where the file has come or gone.
    """

    before: Side
    after: Side
    changes: tuple[Change, ...] = ()

    @property
    def path(self) -> str:
        """The file, where it is now or was before."""
        entry = self.after or self.before
        return entry.path if entry else ""

    @property
    def renamed_from(self) -> str | None:
        """The file's earlier path, where it has another one now."""
        renamed = self.before and self.after and self.before.path != self.after.path
        return self.before.path if renamed and self.before else None

    @property
    def title(self) -> str:
        """What people call the record."""
        for entry in (self.after, self.before):
            if entry and isinstance(entry.record, (Category, PageHead)) and entry.record.title:
                return entry.record.title
        return PurePosixPath(self.path).stem.replace("-", " ").capitalize()

    @property
    def is_category(self) -> bool:
        """Whether the file is a category."""
        entry = self.after or self.before
        return entry is not None and isinstance(entry.record, Category)

    def of(self, meaning: Meaning) -> tuple[Change, ...]:
        """Return the changes of one meaning."""
        return tuple(change for change in self.changes if change.meaning is meaning)

    @cached_property
    def dates(self) -> tuple[ReviewDate | None, ReviewDate | None]:
        """The review's date before and now."""
        return _reviewed_on(self.before), _reviewed_on(self.after)

    @cached_property
    def review(self) -> Review:
        """What became of the review."""
        before, after = self.dates
        if before is None or after is None:
            return Review.NONE
        # A day is later than its bare month: it is known more exactly when the facts were checked.
        moved = (after.first, after.exact) > (before.first, before.exact)
        if self.of(Meaning.FACT):
            return Review.MOVED if moved else Review.UNMOVED
        if before == after:
            return Review.UNCHANGED
        return Review.CONFIRMED if moved else Review.BACK


def compare(before: Records, after: Records) -> tuple[FileChange, ...]:
    """Return what is different between two states, file by file, categories first.

    A file that cannot be read on either side is left out: nothing can be said of its facts.
    """
    return tuple(
        change
        for change in (
            *_categories(before, after),
            *_singles(before, after),
            *_pages(before, after),
        )
        if change.changes or change.before is None or change.after is None or change.renamed_from
    )


def _categories(before: Records, after: Records) -> Iterator[FileChange]:
    names = after.new_names()
    met = set()
    for slug, old in before.categories.items():
        now = slug if slug in after.categories else names.get(slug, slug)
        if now in after.unread or slug in after.unread:
            met.add(now)
            continue
        met.add(now)
        yield _file(Category, old, after.categories.get(now))
    for slug, new in after.categories.items():
        if slug not in met and slug not in before.unread:
            yield _file(Category, None, new)


def _singles(before: Records, after: Records) -> Iterator[FileChange]:
    for name, kind in SINGLES.items():
        old, new = getattr(before, name), getattr(after, name)
        if old and new:
            yield _file(kind, old, new)


def _pages(before: Records, after: Records) -> Iterator[FileChange]:
    for path in sorted({*before.content, *after.content} - before.unread - after.unread):
        yield _file(PageHead, before.content.get(path), after.content.get(path))


def _file(kind: Any, before: Side, after: Side) -> FileChange:
    if before is None or after is None:
        return FileChange(before, after)
    found = list(changes(kind, before.tree, after.tree))
    if isinstance(before, ContentPage) and isinstance(after, ContentPage):
        old, new = (" ".join(page.body.split()) for page in (before, after))
        if old != new:
            found.append(Change(("text",), Meaning.WORDING, old, new))
    return FileChange(before, after, tuple(found))


def _reviewed_on(entry: Side) -> ReviewDate | None:
    if entry is None or not is_reviewed(type(entry.record)) or "reviewed_on" in entry.faulty:
        return None
    record: Reviewed = entry.record
    return record.reviewed_on
