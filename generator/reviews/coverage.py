"""Do reviews and change notes cover what changed? The rules that need two states of the data."""

from collections.abc import Iterator

from generator.model.category import Category
from generator.model.meaning import Meaning
from generator.model.records import Entry, Records
from generator.problems.phrases import shortened
from generator.problems.problem import Place, Problem
from generator.reviews.diff import FileChange, Review, compare
from generator.reviews.values import Change


def uncovered(before: Records, after: Records) -> list[Problem]:
    """Return what a change of the data leaves open, as problems.

    A changed fact needs a review that is newer than the change, and in a category a note for
    readers; an address that readers know needs a page.
    """
    problems: list[Problem] = []
    for change in compare(before, after):
        # A misspelt key would count as a fact that has gone; its own problem says what to mend.
        if change.after and change.after.faulty:
            continue
        problems += [*_unreviewed(change), *_untold(change)]
    return [*problems, *_lost(before, after)]


def in_short(change: Change) -> str:
    """Return a change on one line, long values cut."""
    before, after = (value and shortened(value) for value in (change.before, change.after))
    if before and after:
        return f"{change.name} ({before} -> {after})"
    return f"{change.name} (added {after})" if after else f"{change.name} (removed {before})"


def _unreviewed(change: FileChange) -> Iterator[Problem]:
    before, after = change.dates
    if change.after is None or before is None or after is None:
        return
    if change.review is Review.BACK:
        message = (
            f"`reviewed_on` went back from {before.iso} to {after.iso}: restore the later date"
        )
        yield Problem("unreviewed-change", message, change.after.place("reviewed_on"))
    if change.review is not Review.UNMOVED:
        return
    date = "is still" if after == before else "went back to"
    facts = "; ".join(in_short(fact) for fact in change.of(Meaning.FACT))
    message = (
        f"`reviewed_on` {date} {after.iso}, but facts changed: {facts}. Have them checked, then"
        " write the date of that check"
    )
    yield Problem("unreviewed-change", message, change.after.place("reviewed_on"))


def _untold(change: FileChange) -> Iterator[Problem]:
    if not change.is_category or change.after is None or not change.of(Meaning.FACT):
        return
    if _notes(change.after) > _notes(change.before):
        return
    facts = ", ".join(dict.fromkeys(fact.name for fact in change.of(Meaning.FACT)))
    message = (
        f"readers are not told what changed ({facts}): add an item to `changes`, with `date:` and"
        " `text:`"
    )
    places = [change.after.place(fact.key[0], key=True) for fact in change.of(Meaning.FACT)]
    # A key that has gone has no line: it is told where the record begins.
    there = [place for place in places if place != change.after.place()] or places
    yield Problem("change-note", message, there[0])


def _notes(category: Entry[Category] | None) -> int:
    return len(category.record.changes) if category and "changes" not in category.faulty else 0


def _lost(before: Records, after: Records) -> Iterator[Problem]:
    kept = {*after.categories, *after.new_names(), *after.unread}
    known = {slug: entry.path for slug, entry in before.categories.items()}
    known |= {old: known[slug] for old, slug in before.new_names().items()}
    for slug, path in known.items():
        if slug not in kept:
            message = (
                f"readers keep the address /categories/{slug}/: write `formerly: [{slug}]` in the"
                " category that they should find there, or restore what was removed"
            )
            yield Problem("missing-page", message, Place(path))
