"""Who checked a record's facts, when, and what a reader has to confirm."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from generator.model.base import (
    Record,
    ReviewerName,
    SourceName,
    Text,
    as_pattern,
    problem,
)
from generator.model.meaning import Fact, Review, Sentence
from generator.model.slips.texts import is_written
from generator.model.web import CanadaUrl

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
EARLIEST = 1990
"""The first year that a date can mean: one before it is a slip of the finger."""

_FORM = "the month as YYYY-MM, or the day as YYYY-MM-DD"
_HOW = f"write {_FORM}"

_FEWEST_WORDS = 3
_SENTENCE = re.compile(r"[.!?…][”’\"')\]»]*(?:\s|$)")

Outcome = Literal["confirmed", "changed", "wording seen", "problem found"]
"""What came of a look at a record: its facts held, or were mended; its sentences were seen; or
something in it is wrong."""

RENEWING: tuple[Outcome, ...] = ("confirmed", "changed")
"""The outcomes that renew a record's review."""


@dataclass(frozen=True)
class ReviewDate:
    """The month or the day of a review.

    Attributes:
        first: the first day that the date can mean.
        exact: whether a day is known, not just a month.
    """

    first: date
    exact: bool

    @property
    def last(self) -> date:
        """The last day that the date can mean."""
        return self.first if self.exact else self.due(0)

    @cached_property
    def iso(self) -> str:
        """The date as written in data and in ``<time datetime>``: ``2026-05`` or ``2026-05-14``."""
        return self.first.isoformat() if self.exact else self.first.isoformat()[:7]

    @cached_property
    def human(self) -> str:
        """The date in words, as in ``May 2026`` or ``14 May 2026``."""
        month = f"{calendar.month_name[self.first.month]} {self.first.year}"
        return f"{self.first.day} {month}" if self.exact else month

    @property
    def when(self) -> str:
        """The date as it stands in a sentence: ``in May 2026`` or ``on 14 May 2026``."""
        return f"{'on' if self.exact else 'in'} {self.human}"

    def due(self, months: int) -> date:
        """Return the last day on which the review still counts.

        A review of which only the month is known counts to the end of the month it falls due in.
        """
        index = self.first.year * 12 + self.first.month - 1 + months
        year, month = divmod(index, 12)
        if year > date.max.year:
            return date.max
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(self.first.day, last) if self.exact else last)


def parse_review_date(value: Any) -> Any:
    """Read ``YYYY-MM`` or ``YYYY-MM-DD``; anything else is an error of the rule ``review-date``."""
    return _parse(value, "review-date", "review date")


def parse_note_date(value: Any) -> Any:
    """Read the same for a change note; anything else is an error of the rule ``change-note``."""
    return _parse(value, "change-note", "date")


def parse_left(value: Any) -> Any:
    """Read the same for a reviewer who left; anything else is an error of the rule ``reviewer``."""
    return _parse(value, "reviewer", "date")


def _parse(value: Any, rule: str, what: str) -> Any:
    if isinstance(value, ReviewDate):
        return value
    if not isinstance(value, str):
        raise problem(rule, f"the {what} is not a date: {_HOW}")
    if not value.strip():
        raise problem(rule, f"no {what} is written: whoever made the check writes it ({_FORM})")
    if not (found := _DATE.fullmatch(value)):
        raise problem(rule, f"`{value}` is not a {what}: {_HOW}")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year and year < EARLIEST:
        raise problem(rule, f"`{value}` is too long ago: correct the year")
    try:
        return ReviewDate(date(year or 0, month or 0, 1 if day is None else day), day is not None)
    except ValueError:
        raise problem(rule, f"`{value}` is not in the calendar: {_HOW}") from None


def _notice(value: Any) -> Any:
    if isinstance(value, str) and not is_written(value):
        message = "the notice says nothing: write which facts a reader has to check on canada.ca"
        raise problem("verify-notice", message)
    return value


def _sentence(text: str) -> str:
    """Return a notice on one line; it has to say something of what may change."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or not _SENTENCE.search(text):
        message = (
            "a notice is a sentence or two with a full stop: write which facts a reader has to"
            " check on canada.ca"
        )
        raise problem("verify-notice", message)
    return " ".join(words)


_MONTH_OR_DAY = as_pattern(r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$")

ReviewedOn = Annotated[ReviewDate, BeforeValidator(parse_review_date), _MONTH_OR_DAY]
"""The month or the day of a review."""

NoteDate = Annotated[ReviewDate, BeforeValidator(parse_note_date), _MONTH_OR_DAY]
"""The month or the day of a change that readers are told of."""

Notice = Annotated[Text, BeforeValidator(_notice), AfterValidator(_sentence)]
"""A sentence or two that tell a reader what to check."""

LeftOn = Annotated[ReviewDate, BeforeValidator(parse_left), _MONTH_OR_DAY]
"""The month or the day on which somebody left."""


class Verify(Record):
    """The verify notice: what a reader has to confirm, and the page that settles it."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["source"]}, {"required": ["url"]}]}
    )

    notice: Sentence[Notice] = Field(
        description="Which of these facts move, in one or two sentences."
    )
    source: Fact[SourceName | None] = Field(
        default=None,
        description="The canada.ca page that settles them: a key of data/sources.yml, where its"
        " address is kept.",
    )
    url: Fact[CanadaUrl] = Field(
        default="",
        description="The page's address, where data/sources.yml has no such page.",
    )

    @model_validator(mode="after")
    def _one_page(self) -> Self:
        if self.source and self.url:
            message = "the page is named twice: keep `source:` and remove `url:`"
            raise problem("verify-notice", message)
        if not (self.source or self.url):
            message = (
                "no official page is named: write `source:` and a key of data/sources.yml, or"
                " `url:` and an https address on canada.ca"
            )
            raise problem("verify-notice", message)
        return self


class PastReview(Record):
    """One look of a reviewer at a record: when, by whom, and what came of it."""

    identity: ClassVar = ("date", "by", "outcome")

    date: Review[ReviewedOn] = Field(description="When it was looked at: the month, or the day.")
    by: Review[ReviewerName] = Field(description="Who looked: a key of data/reviewers.yml.")
    outcome: Review[Outcome] = Field(
        description="What came of it. `wording seen` is of sentences alone and renews no date."
    )
    note: Review[Text | None] = Field(
        default=None,
        description="What was found, for readers of the register; needed where a problem was.",
        examples=["IRCC names another code."],
    )


class Reviewed(Record):
    """A record whose facts somebody checked. All three keys are written by a person, always."""

    reviewed_on: Review[ReviewedOn] = Field(
        description="When the facts were last checked: the month, or the day if it is known."
    )
    reviewed_by: Review[ReviewerName] = Field(
        description="Who checked them: a key of data/reviewers.yml."
    )
    verify: Verify = Field(
        description="What a reader has to confirm before relying on the facts, and where."
    )
    reviews: tuple[PastReview, ...] = Field(
        default=(),
        description="Every look at the record so far, as `imp-guide review` records it, the newest"
        " last; the register shows them.",
    )

    @property
    def open_problem(self) -> PastReview | None:
        """The problem that a reviewer found, until a later review says that it is mended."""
        newest: PastReview | None = None
        for review in self.reviews:
            # Of two looks that can be of one day, the later in the list is the later one.
            later = newest is None or review.date.last >= newest.date.first
            if review.outcome != "wording seen" and later:
                newest = review
        if newest is None or newest.outcome != "problem found":
            return None
        return None if self.reviewed_on.first > newest.date.last else newest


def is_reviewed(kind: Any) -> bool:
    """Tell whether records of a type carry a review."""
    return isinstance(kind, type) and issubclass(kind, Reviewed)


class Status(StrEnum):
    """Where a review stands on a given day."""

    CURRENT = "current"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    PROBLEM = "problem found"
    """A reviewer found something wrong in it, and no later review says that it is mended."""


def review_status(reviewed_on: ReviewDate, today: date, months: int, notice_days: int) -> Status:
    """Return where a review stands: overdue from the day after it fell due.

    Args:
        reviewed_on: when the facts were checked.
        today: the day to judge by.
        months: the review interval.
        notice_days: how many days before the due day a review counts as due soon.
    """
    left = (reviewed_on.due(months) - today).days
    if left < 0:
        return Status.OVERDUE
    return Status.DUE_SOON if left <= notice_days else Status.CURRENT
