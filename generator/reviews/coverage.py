"""Does the reviewer know what changed? The rules that need two states of the data."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from generator.model.category import Category
from generator.model.layout import CONTENT, COVERED_BY, DATA, HOME, review_name
from generator.model.meaning import Meaning
from generator.model.records import Entry, Records
from generator.model.review import Reviewed
from generator.problems.phrases import apart, counted
from generator.problems.problem import Problem
from generator.reviews.diff import FileChange, compare, past_reviews, title_of
from generator.reviews.unsettled import unsettled
from generator.reviews.values import Change
from generator.rules.reviews import whom

_MOST_NAMED = 3
_OWNERS = {f"{DATA}/{name}.yml": page for name, page in COVERED_BY.items()}
_HOME = f"{CONTENT}/{HOME}"
_SEEN = (Meaning.SENTENCE, Meaning.NOTE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that waits for its reviewer.

    Attributes:
        entry: the record, as it is now.
        title: what people call it.
        facts: what changed that no review covers.
        sentences: what readers see that the reviewer has not seen.
        why: what is wrong with the review that is there, where that is more than its age.
        after_review: whether the changes came after a review of the same branch.
        by: the key of the reviewer who has to look; empty where that one has left.
    """

    entry: Entry[Reviewed]
    title: str
    facts: tuple[Change, ...] = ()
    sentences: tuple[Change, ...] = ()
    why: str = ""
    after_review: bool = False
    by: str = ""

    @property
    def what(self) -> str:
        """What the reviewer is asked for, in words."""
        return "facts to check" if self.facts else "sentences to look at"

    @property
    def needs_review(self) -> bool:
        """Whether a review of the whole is due, and not a look at the sentences alone.

        Nobody sees sentences in another's name, so whoever follows a reviewer answers for all.
        """
        return bool(self.facts or self.why or not self.by)


@dataclass(frozen=True)
class Branch:
    """Work that began at an earlier state.

    Attributes:
        before: the records as they were where it began.
        after: the records as they are now.
        began: the day on which it began; None where that is not known.
        seen: returns the records as they were when the facts of a record were last reviewed, or
            when its sentences were last looked at, by its path and whether the sentences are
            meant; None where that was not in this work, or is not known.
    """

    before: Records
    after: Records
    began: date | None = None
    seen: Callable[[str, bool], Records | None] = lambda _path, _wording: None

    @cached_property
    def changes(self) -> tuple[FileChange, ...]:
        """What is different, file by file."""
        return compare(self.before, self.after)


def uncovered(branch: Branch) -> list[Problem]:
    """Return what a change of the data leaves open, as problems.

    A changed fact needs a newer review, and in a category a note for readers; a changed sentence
    has to be seen by the reviewer; what was recorded of reviews stays; an address that readers know
    needs a page.
    """
    return [*(_problem(found, branch.after) for found in waiting(branch)), *to_settle(branch)]


def to_settle(branch: Branch) -> list[Problem]:
    """Return those of them that do not wait for the reviewer."""
    return list(unsettled(_sound(branch.changes), branch.before, branch.after))


def waiting(branch: Branch) -> list[Waiting]:
    """Return the records whose reviewer has something to check or to look at."""
    found = (_waits(branch, *concerned) for concerned in _by_owner(branch.changes, branch.after))
    return [waits for waits in found if waits is not None]


def _waits(
    branch: Branch, entry: Entry[Reviewed], own: FileChange | None, files: list[FileChange]
) -> Waiting | None:
    """Return what a record waits for; `own` is its own change, `files` are all that it covers."""
    facts, sentences = _of(files, Meaning.FACT), _of(files, *_SEEN)
    waits = partial(Waiting, entry, title_of(entry), by=_who(entry, branch.after))
    if own and own.before is None:
        if why := _older_than(entry, branch.began):
            return waits(facts, sentences, why)
    elif facts and not (own and own.moved):
        return waits(facts, sentences)
    elif sentences and not (own and (own.moved or _has_seen(own, branch.began))):
        return waits((), sentences)
    if own and (why := _covers_no_later_note(entry)):
        return waits(facts, sentences, why)
    late = _after_review(branch, entry.path) if own else ((), ())
    return waits(*late, after_review=True) if any(late) else None


def _who(entry: Entry[Reviewed], after: Records) -> str:
    """Return the key of a record's reviewer; nothing where that one has left or is not known."""
    by = after.known_reviewers.get(entry.record.reviewed_by)
    return entry.record.reviewed_by if by and not by.left else ""


def changed(
    before: Records, after: Records, path: str
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return what differs of the facts and the sentences that the review of a file covers."""
    for entry, _own, files in _by_owner(compare(before, after), after):
        if entry.path == path:
            return _of(files, Meaning.FACT), _of(files, *_SEEN)
    return (), ()


def _of(files: list[FileChange], *meanings: Meaning) -> tuple[Change, ...]:
    return tuple(change for file in files for change in file.of(*meanings))


def _by_owner(
    changes: Iterable[FileChange], after: Records
) -> Iterator[tuple[Entry[Reviewed], FileChange | None, list[FileChange]]]:
    """Yield each reviewed record that is concerned: its own change, and all that it covers."""
    owned: dict[str, list[FileChange]] = {}
    for change in _sound(changes):
        owned.setdefault(_OWNERS.get(change.path, change.path), []).append(change)
    entries = {entry.path: entry for entry in after.reviewed("reviewed_on")}
    for path, files in owned.items():
        owner = path if path in entries or path not in COVERED_BY.values() else _HOME
        if owner in entries:
            own = next((change for change in files if change.path == owner), None)
            yield entries[owner], own, files


def _sound(changes: Iterable[FileChange]) -> Iterator[FileChange]:
    """Leave out what has problems: a misspelt key would count as a fact that has gone."""
    return (change for change in changes if not (change.after and change.after.faulty))


def _older_than(entry: Entry[Reviewed], began: date | None) -> str:
    reviewed_on = entry.record.reviewed_on
    if began is None or reviewed_on.last >= began:
        return ""
    return (
        f"this is new, but its review is said to be of {reviewed_on.human}, before work on it began"
        f" ({began.isoformat()}): leave `reviewed_on` and `reviewed_by` to the reviewer"
    )


def _has_seen(change: FileChange, began: date | None) -> bool:
    """Tell whether the reviewer of a record wrote down that its new sentences were seen."""
    fresh = Counter(past_reviews(change.after)) - Counter(past_reviews(change.before))
    return any(
        change.after is not None
        and review.by == change.after.record.reviewed_by
        and review.outcome != "problem found"
        and (began is None or review.date.last >= began)
        for review in fresh
    )


def _covers_no_later_note(entry: Entry[Any]) -> str:
    """Return what is wrong where a note dates its change after the review."""
    if not isinstance(entry.record, Category) or "changes" in entry.faulty:
        return ""
    newest = max((n.date for n in entry.record.changes), key=lambda d: d.first, default=None)
    reviewed_on = entry.record.reviewed_on
    if newest is None or newest.first <= reviewed_on.last:
        return ""
    return (
        f"a note dates its change {newest.human}, but the review is of {reviewed_on.human}: it"
        " cannot cover what came after it"
    )


def _after_review(branch: Branch, path: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return the facts and sentences that changed since this work's own review of them."""
    reviewed, looked = branch.seen(path, False), branch.seen(path, True)
    facts = changed(reviewed, branch.after, path)[0] if reviewed else ()
    return facts, changed(looked, branch.after, path)[1] if looked else ()


def _problem(found: Waiting, after: Records) -> Problem:
    entry = found.entry
    command = f"`imp-guide review {review_name(entry.path)}"
    late = " after the review in this branch" if found.after_review else ""
    if found.why:
        place = entry.place("reviewed_on")
        return Problem("unreviewed-change", found.why, place)
    changes = found.facts or found.sentences
    place = next((change.place for change in changes if change.place), entry.place("reviewed_on"))
    named = "; ".join(in_short(change) for change in changes[:_MOST_NAMED])
    if len(changes) > _MOST_NAMED:
        named += f"; and {len(changes) - _MOST_NAMED} more"
    on = "" if place.path == entry.path else f" ({found.title} shows them)"
    if found.facts:
        message = (
            f"facts changed{late}{on}: {named}. The review of {entry.record.reviewed_on.human} does"
            f" not cover them: {whom(entry, after)} and to record it ({command}`)"
        )
        return Problem("unreviewed-change", message, place)
    told = f"readers see other sentences{late}{on}: {named}"
    message = (
        f"{told}: {whom(entry, after, 'check the whole of it')} and to record it ({command}`)"
        if found.needs_review
        else f"{told}: {whom(entry, after, 'look at them')} ({command} --wording` records that, and"
        " renews no date)"
    )
    return Problem("unseen-wording", message, place)


def in_short(change: Change) -> str:
    """Return a change on one line, long values cut to the part that differs."""
    (gone, there), *others = change.pairs()
    more = f"; and {counted(len(others), 'other sentence')}" if others else ""
    old, new = apart(" ".join((gone or "").split()), " ".join((there or "").split()))
    told = f"{old} -> {new}" if old and new else f"added {new}" if new else f"removed {old}"
    return f"{change.name} ({told}{more})"
