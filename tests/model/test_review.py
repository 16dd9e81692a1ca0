from datetime import date, timedelta

import pytest
from pydantic_core import PydanticCustomError

from generator.model.review import ReviewDate, Status, parse_review_date, review_status


def reviewed(text: str) -> ReviewDate:
    found = parse_review_date(text)
    assert isinstance(found, ReviewDate)
    return found


@pytest.mark.parametrize(
    ("text", "human"), [("2022-05", "May 2022"), ("2022-05-14", "14 May 2022")]
)
def test_a_date_is_shown_as_precisely_as_it_is_known(text: str, human: str) -> None:
    assert (reviewed(text).iso, reviewed(text).human) == (text, human)
    assert reviewed(text).when == f"{'on' if text.count('-') > 1 else 'in'} {human}"


@pytest.mark.parametrize(
    ("text", "months", "due"),
    [
        ("2022-05", 12, date(2023, 5, 31)),
        ("2022-05-14", 12, date(2023, 5, 14)),
        ("2022-08-31", 6, date(2023, 2, 28)),
        ("2023-08", 6, date(2024, 2, 29)),
        ("2022-12", 1, date(2023, 1, 31)),
    ],
)
def test_a_review_counts_to_its_last_day(text: str, months: int, due: date) -> None:
    assert reviewed(text).due(months) == due


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "2022",
        "2022-5",
        "2022-13",
        "2022-00",
        "2022-02-30",
        "0000-01",
        "May 2022",
        "2022/05",
        "2022-05-14T00:00",
        "２０２２-05",
    ],
)
def test_anything_else_is_no_review_date(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_review_date(text)
    context = caught.value.context
    assert context is not None
    assert context["rule"] == "review-date"
    assert "2026-05" in context["message"]


def test_status_changes_on_the_right_days() -> None:
    review = reviewed("2022-05")
    due = date(2023, 5, 31)

    def on(day: date) -> Status:
        return review_status(review, day, 12, 60)

    assert on(due - timedelta(days=61)) is Status.CURRENT
    assert on(due - timedelta(days=60)) is Status.DUE_SOON
    assert on(due) is Status.DUE_SOON
    assert on(due + timedelta(days=1)) is Status.OVERDUE


@pytest.mark.parametrize("value", [None, 2022, ["2022-05"], {"a": "b"}])
def test_what_is_no_text_is_no_review_date(value: object) -> None:
    with pytest.raises(PydanticCustomError, match="the review date is not a date"):
        parse_review_date(value)


def test_a_leap_day_is_in_the_calendar_of_leap_years_only() -> None:
    assert reviewed("2024-02-29").due(12) == date(2025, 2, 28)
    with pytest.raises(PydanticCustomError, match="not in the calendar"):
        parse_review_date("2023-02-29")


def test_a_date_of_the_first_centuries_still_shows_its_year() -> None:
    assert reviewed("0001-01").iso == "0001-01"
