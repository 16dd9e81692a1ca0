"""Review dates: none in the future, and overdue ones are said so."""

from collections.abc import Iterator
from datetime import date

from generator.model.records import Records
from generator.model.review import Status, review_status
from generator.problems import Problem, Severity


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
    """An overdue review is a warning, or an error where data/settings.yml says so."""
    if records.settings is None:
        return
    settings = records.settings.record
    severity = Severity.ERROR if settings.overdue_is_error else Severity.WARNING
    for entry in records.reviewed("reviewed_on"):
        reviewed_on = entry.record.reviewed_on
        months = settings.review_interval_months
        if review_status(reviewed_on, today, months, 0) is Status.OVERDUE:
            message = (
                f"the review of {reviewed_on.human} was due again by"
                f" {reviewed_on.due(months).isoformat()}: have the facts checked, then write the"
                " new date"
            )
            yield Problem("review-overdue", message, entry.place("reviewed_on"), severity)
