"""Review dates: none in the future; overdue ones, and those due soon, are said so."""

from collections.abc import Iterator
from datetime import date

from generator.model.category import Ended
from generator.model.records import Entry, Records
from generator.model.review import RENEWING, Reviewed, Status, review_status
from generator.problems.problem import Problem, Severity


def reviews_not_in_future(records: Records, today: date) -> Iterator[Problem]:
    """A review that is still to come has checked nothing."""
    for entry in records.reviewed("reviewed_on"):
        reviewed_on = entry.record.reviewed_on
        if reviewed_on.first > today:
            message = (
                f"`reviewed_on`: {reviewed_on.human} is in the future, today is"
                f" {today.isoformat()}: write when the facts were really checked"
            )
            yield Problem("review-date", message, entry.place("reviewed_on"))


def reviews_not_overdue(records: Records, today: date) -> Iterator[Problem]:
    """An overdue review is a warning, or an error where data/settings.yml says so.

    One that falls due soon is advice. What has ended is reviewed no more.
    """
    if records.settings is None:
        return
    settings = records.settings.record
    severity = Severity.ERROR if settings.overdue_is_error else Severity.WARNING
    for entry in records.reviewed("reviewed_on"):
        if isinstance(entry.record, Ended):
            continue
        reviewed_on = entry.record.reviewed_on
        months = settings.review_interval_months
        status = review_status(reviewed_on, today, months, settings.due_soon_days)
        due = reviewed_on.due(months).isoformat()
        place = entry.place("reviewed_on")
        if status is Status.OVERDUE:
            message = (
                f"the review of {reviewed_on.human} was due again by {due}: {whom(entry, records)}"
            )
            yield Problem("review-overdue", message, place, severity)
        elif status is Status.DUE_SOON:
            message = (
                f"the review of {reviewed_on.human} falls due on {due}: {whom(entry, records)}"
            )
            yield Problem("review-due-soon", message, place, Severity.ADVICE)


def notes_not_in_future(records: Records, today: date) -> Iterator[Problem]:
    """What has not happened yet has not changed."""
    for _slug, entry in records.categories_with("changes"):
        for number, note in enumerate(entry.record.changes):
            if note.date.first > today:
                message = (
                    f"`changes`: {note.date.human} is in the future, today is"
                    f" {today.isoformat()}: write when the fact really changed"
                )
                yield Problem("change-note", message, entry.place("changes", number, "date"))


def endings_not_in_future(records: Records, today: date) -> Iterator[Problem]:
    """What is still to end has not ended: readers can use it until then."""
    for entry in records.ended.values():
        if "ended" in entry.faulty or entry.record.ended.on.first <= today:
            continue
        message = (
            f"`ended`: {entry.record.ended.on.human} is in the future, today is"
            f" {today.isoformat()}: until then keep the category, and tell readers under `changes`"
        )
        yield Problem("value", message, entry.place("ended", "on"))


def reviews_see_the_end(records: Records, _today: date) -> Iterator[Problem]:
    """Who looked at what has ended looked after it ended."""
    for entry in records.reviewed("reviewed_on"):
        if not isinstance(entry.record, Ended) or "ended" in entry.faulty:
            continue
        reviewed_on, end = entry.record.reviewed_on, entry.record.ended.on
        if reviewed_on.last < end.first:
            message = (
                f"`reviewed_on`: the review is of {reviewed_on.human}, but the category ended"
                f" {end.when}: did the reviewer see that it ended? One of the two dates is wrong"
            )
            yield Problem("review-date", message, entry.place("reviewed_on"), Severity.ADVICE)


def nobody_leaves_in_future(records: Records, today: date) -> Iterator[Problem]:
    """Who is still to leave is asked until then."""
    reviewers = records.reviewers
    for key, reviewer in reviewers.record.items() if reviewers else ():
        if reviewers and reviewer.left and reviewer.left.first > today:
            message = (
                f"`left`: {reviewer.left.human} is in the future, today is {today.isoformat()}:"
                " remove the line until then, since nothing is asked of who has left"
            )
            yield Problem("reviewer", message, reviewers.place(key, "left"))


def past_reviews_agree(records: Records, today: date) -> Iterator[Problem]:
    """What `reviews` records and what `reviewed_on` says is one story, and problems are told."""
    for entry in records.reviewed("reviews"):
        for number, review in enumerate(entry.record.reviews):
            place = entry.place("reviews", number, "date")
            if number and review.date.last < entry.record.reviews[number - 1].date.first:
                message = (
                    f"`reviews`: {review.date.human} stands below a later look: put them in the"
                    " order of their dates, the newest last"
                )
                yield Problem("review-date", message, place, Severity.ADVICE)
            if review.date.first > today:
                message = (
                    f"`reviews`: {review.date.human} is in the future, today is"
                    f" {today.isoformat()}: write when it was really looked at"
                )
                yield Problem("review-date", message, place)
            if review.outcome == "problem found" and not review.note:
                message = "`reviews`: a problem was found: write in `note:` which one"
                yield Problem("missing-key", message, entry.place("reviews", number))
        if "reviewed_on" not in entry.faulty:
            yield from _one_story(entry)


def _one_story(entry: Entry[Reviewed]) -> Iterator[Problem]:
    record = entry.record
    good = [review for review in record.reviews if review.outcome in RENEWING]
    current = max(good, key=lambda review: review.date.first, default=None)
    if current is not None and record.reviewed_on.last < current.date.first:
        message = (
            f"`reviewed_on` says {record.reviewed_on.human}, but `reviews` records a later review,"
            f" of {current.date.human}: one of the two is wrong"
        )
        yield Problem("review-date", message, entry.place("reviewed_on"))
    if found := record.open_problem:
        message = (
            f"a problem was found {found.date.when} ({found.note or 'no note'}), and readers are"
            " told of it: mend the facts, then have them reviewed again"
        )
        place = entry.place("reviews", record.reviews.index(found))
        yield Problem("review-problem", message, place, Severity.WARNING)


def whom(entry: Entry[Reviewed], records: Records, what: str = "check the facts") -> str:
    """Return who has to be asked to look at a record; never one who has left."""
    sound = "reviewed_by" not in entry.faulty
    by = records.known_reviewers.get(entry.record.reviewed_by) if sound else None
    if by is not None and by.left:
        return f"{by.name} left {by.left.when}, so another reviewer has to {what}"
    return f"ask {by.name if by else 'the reviewer'} to {what}"
