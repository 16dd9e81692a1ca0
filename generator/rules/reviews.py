"""Review dates: none in the future; overdue ones, and those due soon, are said so."""

from collections.abc import Iterator
from datetime import date

from generator.model.category import Category
from generator.model.records import Entry, Records
from generator.model.review import Status, review_status
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

    One that falls due soon is advice.
    """
    if records.settings is None:
        return
    settings = records.settings.record
    severity = Severity.ERROR if settings.overdue_is_error else Severity.WARNING
    for entry in records.reviewed("reviewed_on"):
        reviewed_on = entry.record.reviewed_on
        months = settings.review_interval_months
        status = review_status(reviewed_on, today, months, settings.due_soon_days)
        due = reviewed_on.due(months).isoformat()
        place = entry.place("reviewed_on")
        if status is Status.OVERDUE:
            message = (
                f"the review of {reviewed_on.human} was due again by {due}: have the facts"
                " checked, then write the new date"
            )
            yield Problem("review-overdue", message, place, severity)
        elif status is Status.DUE_SOON:
            message = (
                f"the review of {reviewed_on.human} falls due on {due}: plan for the facts to be"
                " checked by then"
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


def past_reviews_agree(records: Records, today: date) -> Iterator[Problem]:
    """What `reviews` records and what `reviewed_on` says is one story, and problems are told."""
    for _slug, entry in records.categories_with("reviews"):
        for number, review in enumerate(entry.record.reviews):
            place = entry.place("reviews", number, "date")
            if review.date.first > today:
                message = (
                    f"`reviews`: {review.date.human} is in the future, today is"
                    f" {today.isoformat()}: write when the facts were really looked at"
                )
                yield Problem("review-date", message, place)
            if review.outcome == "problem found" and not review.note:
                message = "`reviews`: a problem was found: write in `note:` which one"
                yield Problem("missing-key", message, entry.place("reviews", number))
        if "reviewed_on" not in entry.faulty and entry.record.reviews:
            yield from _one_story(entry)


def _one_story(entry: Entry[Category]) -> Iterator[Problem]:
    newest = max(entry.record.reviews, key=lambda review: review.date.first)
    good = [review for review in entry.record.reviews if review.outcome != "problem found"]
    current = max(good, key=lambda review: review.date.first, default=None)
    reviewed_on = entry.record.reviewed_on
    if current is not None and reviewed_on.first < current.date.first:
        message = (
            f"`reviewed_on` is {reviewed_on.iso}, but `reviews` records a review of"
            f" {current.date.iso}: write that date"
        )
        yield Problem("review-date", message, entry.place("reviewed_on"))
    if newest.outcome == "problem found" and newest.date.first >= reviewed_on.first:
        message = (
            f"a problem was found {newest.date.when} ({newest.note or 'no note'}): mend the facts,"
            " then have them reviewed again"
        )
        place = entry.place("reviews", entry.record.reviews.index(newest))
        yield Problem("review-problem", message, place, Severity.WARNING)
