"""Two states of the data compared record by record."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from generator.model.category import Category, Ended
from generator.model.layout import SINGLES
from generator.model.meaning import Meaning
from generator.model.records import ContentPage, Entry, Records
from generator.model.review import PastReview, ReviewDate, Reviewed
from generator.model.site import PageHead
from generator.problems.problem import Place
from generator.reviews.values import Change, changes, graded

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
        changes: what is different, key by key. Of a new file, all that it says; of a category that
            has ended, what its page says that was not said before; of a file that has gone,
            nothing.
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
    def ended(self) -> Ended | None:
        """What is said of a category that was open before, and has ended."""
        was_open = self.before is not None and isinstance(self.before.record, Category)
        now = self.after.record if self.after else None
        return now if was_open and isinstance(now, Ended) else None

    @property
    def title(self) -> str:
        """What people call the record."""
        entry = self.after or self.before
        return title_of(entry) if entry else ""

    @property
    def is_category(self) -> bool:
        """Whether the file is a category that readers can use."""
        entry = self.after or self.before
        return entry is not None and isinstance(entry.record, Category)

    def of(self, *meanings: Meaning) -> tuple[Change, ...]:
        """Return the changes of some meanings."""
        return tuple(change for change in self.changes if change.meaning in meanings)

    @cached_property
    def dates(self) -> tuple[ReviewDate | None, ReviewDate | None]:
        """The review's date before and now."""
        return _reviewed_on(self.before), _reviewed_on(self.after)

    @property
    def moved(self) -> bool:
        """Whether the review's date moved on."""
        before, after = self.dates
        if before is None or after is None:
            return False
        # A day is later than its bare month: it is known more exactly when the facts were checked.
        return (after.first, after.exact) > (before.first, before.exact)

    @cached_property
    def review(self) -> Review:
        """What became of the review."""
        before, after = self.dates
        if before is None or after is None:
            return Review.NONE
        if self.of(Meaning.FACT):
            return Review.MOVED if self.moved else Review.UNMOVED
        if before == after:
            return Review.UNCHANGED
        return Review.CONFIRMED if self.moved else Review.BACK


def title_of(entry: Entry[Any]) -> str:
    """Return what people call a record."""
    name = PurePosixPath(entry.path).stem
    if isinstance(entry.record, (Category, Ended, PageHead)):
        return entry.record.title or name
    return name.replace("-", " ").capitalize()


def compare(before: Records, after: Records) -> tuple[FileChange, ...]:
    """Return what is different between two states, file by file, categories first.

    A file that cannot be read on either side is left out: nothing can be said of its facts. A
    category that was renamed is the same one, wherever it is named.
    """
    renamed = renames(before, after)
    return tuple(
        change
        for change in (
            *_categories(before, after, renamed),
            *_singles(before, after, renamed),
            *_pages(before, after, renamed),
        )
        if change.changes or change.before is None or change.after is None or change.renamed_from
    )


def said_by(entry: Entry[Any]) -> tuple[Change, ...]:
    """Return all that a record says, each as something added."""
    return _file(None, entry, {}).changes


def renames(before: Records, after: Records) -> dict[str, str]:
    """Return the new slug of each category that was renamed in between, by its earlier one.

    Where a category of the new name was there before, nothing was renamed: one has gone, and its
    address leads to the other.
    """
    known = {*before.categories, *before.ended, *before.unread}
    return {
        old: new
        for old, new in after.new_names().items()
        if old in known and new not in known and old not in after.categories
    }


def _categories(
    before: Records, after: Records, renamed: Mapping[str, str]
) -> Iterator[FileChange]:
    old: dict[str, Side] = {**before.categories, **before.ended}
    new: dict[str, Side] = {**after.categories, **after.ended}
    met = set()
    for slug, entry in old.items():
        now = renamed.get(slug, slug)
        met.add(now)
        if now not in after.unread and slug not in after.unread:
            yield _file(entry, new.get(now), renamed)
    for slug, entry in new.items():
        if slug not in met and slug not in before.unread:
            yield _file(None, entry, renamed)


def _singles(before: Records, after: Records, renamed: Mapping[str, str]) -> Iterator[FileChange]:
    for name in SINGLES:
        old, new = getattr(before, name), getattr(after, name)
        if old and new:
            yield _file(old, new, renamed)


def _pages(before: Records, after: Records, renamed: Mapping[str, str]) -> Iterator[FileChange]:
    for path in sorted({*before.content, *after.content} - before.unread - after.unread):
        yield _file(before.content.get(path), after.content.get(path), renamed)


def _file(before: Side, after: Side, renamed: Mapping[str, str]) -> FileChange:
    if after is None:
        return FileChange(before, after)
    kind = _kind(after)
    same_kind = before is not None and _kind(before) is kind
    found = changes(kind, before.tree if before and same_kind else None, after.tree, renamed)
    kept = [change for change in found if not _same_page(change, before, after)]
    if before and before.path != after.path:
        # That the file was renamed says it already.
        kept = [change for change in kept if change.key != ("formerly",)]
    if before and not same_kind:
        said = {(change.key, change.after) for change in changes(_kind(before), None, before.tree)}
        kept = [change for change in kept if (change.key, change.after) not in said]
    kept += _reordered(before, after)
    if isinstance(after, ContentPage):
        kept += _body(before if isinstance(before, ContentPage) else None, after, renamed)
    return FileChange(before, after, tuple(kept))


def _reordered(before: Side, after: Entry[Any]) -> Iterator[Change]:
    """Yield a change where past reviews changed places: of one day, the later one counts."""
    old, new = past_reviews(before), past_reviews(after)
    later = iter(new)
    lost = Counter(old) - Counter(new)
    if not lost and not all(review in later for review in old):
        was, now = (", ".join(f"{r.date.iso} {r.outcome}" for r in side) for side in (old, new))
        yield Change(("reviews",), Meaning.REVIEW, was, now, after.place("reviews", key=True))


def past_reviews(entry: Side) -> tuple[PastReview, ...]:
    """Return the looks that a record tells of; none where they cannot be read."""
    sound = entry and isinstance(entry.record, Reviewed) and "reviews" not in entry.faulty
    return entry.record.reviews if entry and sound else ()


def _kind(entry: Entry[Any]) -> Any:
    """Return the type of what an entry holds, by its file and not by its sound part alone."""
    name = PurePosixPath(entry.path).stem
    if isinstance(entry, ContentPage):
        return PageHead
    if f"data/{name}.yml" == entry.path:
        return SINGLES[name]
    return Ended if isinstance(entry.record, Ended) else Category


def _same_page(change: Change, before: Side, after: Entry[Any]) -> bool:
    """Tell whether a notice only names in another way the page that it named before."""
    if change.key not in {("verify", "source"), ("verify", "url")} or before is None:
        return False
    sides = [s.record for s in (before, after) if "verify" not in s.faulty]
    pages = [record.verify.url for record in sides if isinstance(record, Reviewed)]
    return len(pages) == len((before, after)) and pages[0] == pages[1] != ""


def _body(
    before: ContentPage | None, after: ContentPage, renamed: Mapping[str, str]
) -> Iterator[Change]:
    old = _with_new_names(before.body, renamed) if before else ""
    if old.split() == after.body.split():
        return
    change = Change(("text",), Meaning.SENTENCE, old.strip() or None, after.body.strip() or None)
    place = Place(after.path, after.body_line + _first_other_line(old, after.body))
    yield graded(Change(change.key, change.meaning, change.before, change.after, place))


def _with_new_names(body: str, renamed: Mapping[str, str]) -> str:
    for old, new in renamed.items():
        named = rf"(/categories/|[\"']){re.escape(old)}(?=\.md|[\"'])"
        body = re.sub(named, rf"\g<1>{new}", body)
    return body


def _first_other_line(before: str, after: str) -> int:
    """Return which line of a page's text is the first that was not there before."""
    known = {line.strip() for line in before.split("\n")}
    lines = after.split("\n")
    return next((n for n, line in enumerate(lines) if line.strip() not in known), 0)


def _reviewed_on(entry: Side) -> ReviewDate | None:
    if entry is None or not isinstance(entry.record, Reviewed) or "reviewed_on" in entry.faulty:
        return None
    return entry.record.reviewed_on
