"""Does the reviewer know what changed? The rules that need two states of the data."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.model.category import Category
from generator.model.layout import COVERED_BY, DATA, review_name
from generator.model.meaning import Meaning
from generator.model.records import Entry, Records
from generator.model.review import Reviewed
from generator.problems.phrases import apart, counted
from generator.problems.problem import Place, Problem
from generator.reviews.diff import FileChange, compare, past_reviews, renames
from generator.reviews.values import Change
from generator.rules.reviews import whom

_MOST_NAMED = 3
_OWNERS = {f"{DATA}/{name}.yml": page for name, page in COVERED_BY.items()}
_HOME = "content/index.md"
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
    def needs_review(self) -> bool:
        """Whether a review of the whole is due, and not a look at the sentences alone.

        Nobody sees sentences in another's name, so whoever follows a reviewer answers for all.
        """
        return bool(self.facts or self.why or not self.by)


@dataclass(frozen=True, slots=True)
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


def uncovered(branch: Branch) -> list[Problem]:
    """Return what a change of the data leaves open, as problems.

    A changed fact needs a newer review, and in a category a note for readers; a changed sentence
    has to be seen by the reviewer; what was recorded of reviews stays; an address that readers know
    needs a page.
    """
    problems = [_problem(found, branch.after) for found in waiting(branch)]
    for change in _sound(compare(branch.before, branch.after)):
        problems += [*_rewritten(change), *_untold(change)]
    return [*problems, *_lost(branch.before, branch.after)]


def waiting(branch: Branch) -> list[Waiting]:
    """Return the records whose reviewer has something to check or to look at."""
    known = branch.after.reviewers.record if branch.after.reviewers else {}
    here = {key for key, reviewer in known.items() if not reviewer.left}
    return [
        replace(found, by=found.entry.record.reviewed_by)
        if found.entry.record.reviewed_by in here
        else found
        for found in _waiting(branch)
    ]


def _waiting(branch: Branch) -> list[Waiting]:
    found = []
    for entry, own, files in _by_owner(branch.before, branch.after):
        facts, sentences = _of(files, Meaning.FACT), _of(files, *_SEEN)
        title = FileChange(entry, entry).title
        if own and own.before is None:
            if why := _older_than(entry, branch.began):
                found.append(Waiting(entry, title, facts, sentences, why))
                continue
        elif facts and not (own and own.moved):
            found.append(Waiting(entry, title, facts, sentences))
            continue
        elif sentences and not (own and (own.moved or _has_seen(own, branch.began))):
            found.append(Waiting(entry, title, (), sentences))
            continue
        if own and (why := _covers_no_later_note(entry)):
            found.append(Waiting(entry, title, facts, sentences, why))
        elif own and (late := _after_review(branch, entry, title)):
            found.append(late)
    return found


def changed(
    before: Records, after: Records, path: str
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return what differs of the facts and the sentences that the review of a file covers."""
    for entry, _own, files in _by_owner(before, after):
        if entry.path == path:
            return _of(files, Meaning.FACT), _of(files, *_SEEN)
    return (), ()


def _of(files: list[FileChange], *meanings: Meaning) -> tuple[Change, ...]:
    return tuple(change for file in files for change in file.of(*meanings))


def _by_owner(
    before: Records, after: Records
) -> Iterator[tuple[Entry[Reviewed], FileChange | None, list[FileChange]]]:
    """Yield each reviewed record that is concerned: its own change, and all that it covers."""
    owned: dict[str, list[FileChange]] = {}
    for change in _sound(compare(before, after)):
        owned.setdefault(_OWNERS.get(change.path, change.path), []).append(change)
    entries = {entry.path: entry for entry in after.reviewed("reviewed_on")}
    for path, changes in owned.items():
        owner = path if path in entries or path not in COVERED_BY.values() else _HOME
        if owner in entries:
            own = next((change for change in changes if change.path == owner), None)
            yield entries[owner], own, changes


def _sound(changes: tuple[FileChange, ...]) -> Iterator[FileChange]:
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


def _after_review(branch: Branch, entry: Entry[Reviewed], title: str) -> Waiting | None:
    """Return what changed since the review that was written in this work."""
    facts, sentences = (
        changed(state, branch.after, entry.path)[part] if state else ()
        for part, state in enumerate(branch.seen(entry.path, wording) for wording in (False, True))
    )
    return (
        Waiting(entry, title, facts, sentences, after_review=True) if facts or sentences else None
    )


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


def _rewritten(change: FileChange) -> Iterator[Problem]:
    """What was recorded of reviews stays as it was, and new names come with new dates."""
    after, before = change.after, change.before
    if after is None or before is None:
        return
    old, new = change.dates
    if old and new and not change.moved and new != old:
        message = (
            f"`reviewed_on` went back from {old.human} to {new.human}: restore it, since a review"
            " that took place stays"
        )
        yield Problem("review-record", message, after.place("reviewed_on"))
    if old and new and not change.moved and before.record.reviewed_by != after.record.reviewed_by:
        message = (
            f"`reviewed_by` names another person for the review of {new.human}: restore"
            f" `{before.record.reviewed_by}`; another reviewer comes with a review, and a date, of"
            " that person's own"
        )
        yield Problem("review-record", message, after.place("reviewed_by"))
    gone = Counter(past_reviews(before)) - Counter(past_reviews(after))
    for review in gone:
        message = (
            f"`reviews` lost or changed the entry of {review.date.human} ({review.outcome}):"
            " restore it as it was; the list only grows"
        )
        yield Problem("review-record", message, after.place("reviews", key=True))
    if any(moved.key == ("reviews",) for moved in change.changes):
        message = "`reviews` has its entries in another order: restore it; the list only grows"
        yield Problem("review-record", message, after.place("reviews", key=True))


def _untold(change: FileChange) -> Iterator[Problem]:
    if not change.is_category or change.after is None or change.before is None:
        return
    if not (facts := change.of(Meaning.FACT)) or not isinstance(change.before.record, Category):
        return
    if _notes(change.after) > _notes(change.before):
        return
    named = ", ".join(dict.fromkeys(fact.name for fact in facts))
    message = (
        f"readers are not told what changed ({named}): add an item to `changes`, with `date:` and"
        " `text:`"
    )
    place = next((fact.place for fact in facts if fact.place), change.after.place())
    yield Problem("change-note", message, place)


def _notes(category: Entry[Category]) -> int:
    return len(category.record.changes) if "changes" not in category.faulty else 0


def _lost(before: Records, after: Records) -> Iterator[Problem]:
    names = after.new_names()
    kept = {*after.categories, *after.ended, *names, *after.unread}
    known = {slug: e.path for slug, e in (*before.categories.items(), *before.ended.items())}
    moved = renames(before, after)
    for slug, entry in after.renamed():
        for number, old in enumerate(entry.record.formerly):
            if old in before.categories and old not in moved:
                message = (
                    f"`formerly`: `{old}` was a category of its own, and did not become `{slug}`:"
                    f" restore its file with `title`, `ended` and the review alone, and lead its"
                    " readers on with `instead`"
                )
                yield Problem("missing-page", message, entry.place("formerly", number))
    known |= {old: known[slug] for old, slug in before.new_names().items()}
    for slug, path in known.items():
        if slug not in kept:
            message = (
                f"readers keep the address /categories/{slug}/. Was the file renamed? Write"
                f" `formerly: [{slug}]` in it. Has the category ended? Restore the file with"
                " `title`, `ended` and the review alone"
            )
            yield Problem("missing-page", message, Place(path))
