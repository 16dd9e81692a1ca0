"""What a change of the data leaves for its editor to settle: past reviews, notes and addresses."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.category import Category
from generator.model.meaning import Meaning
from generator.model.records import Entry, Records
from generator.problems.problem import Place, Problem
from generator.reviews.diff import FileChange, past_reviews, renames


def unsettled(changes: Iterable[FileChange], before: Records, after: Records) -> Iterator[Problem]:
    """Yield what an editor has to mend, whatever the reviewer says.

    What was recorded of reviews stays, changed facts of a category have a note for readers, and an
    address that readers know has a page.

    Args:
        changes: what is different, of files whose keys are sound.
        before: the records as they were.
        after: the records as they are now.
    """
    for change in changes:
        yield from _rewritten(change)
        yield from _untold(change)
    yield from _lost(before, after)


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
