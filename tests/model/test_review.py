from datetime import date, timedelta
from itertools import permutations

import pytest
from pydantic_core import PydanticCustomError

from generator.model.decode import decode
from generator.model.review import (
    PastReview,
    ReviewDate,
    Reviewed,
    Status,
    Verify,
    parse_review_date,
    review_status,
)
from generator.source.yaml_text import parse


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
    assert "the month as YYYY-MM, or the day as YYYY-MM-DD" in context["message"]
    # Where nothing is written, nobody is told to write a date: only a check gives one.
    left_to_a_person = "whoever made the check writes it" in context["message"]
    assert left_to_a_person == (not text.strip())


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


@pytest.mark.parametrize("text", ["0206-05", "1989-12"])
def test_a_year_of_long_ago_is_a_slip(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="too long ago"):
        parse_review_date(text)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2022-05", date(2022, 5, 31)),
        ("2022-05-14", date(2022, 5, 14)),
        ("2024-02", date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 31)),
        ("9999-12", date.max),
    ],
)
def test_a_month_may_mean_any_day_to_its_last(text: str, last: date) -> None:
    assert reviewed(text).last == last


def record(on: str, *looks: tuple[str, str]) -> Reviewed:
    """Return a record that was reviewed on a day, with looks of date and outcome."""
    lines = "".join(
        f"\n  - date: {day}\n    by: one\n    outcome: {outcome}\n    note: {day} {outcome}"
        for day, outcome in looks
    )
    text = (
        f"reviewed_on: {on}\nreviewed_by: one\nverify:\n  notice: Check it all.\n  source: codes\n"
        + (f"reviews:{lines}\n" if looks else "")
    )
    tree, _ = parse(text, "x.yml")
    assert tree is not None
    found = decode(tree, Reviewed)
    assert not found.problems
    assert found.record is not None
    return found.record


def open_note(on: str, *looks: tuple[str, str]) -> str | None:
    found = record(on, *looks).open_problem
    return found.note if found else None


PROBLEM = "problem found"


@pytest.mark.parametrize("outcome", ["confirmed", "changed"])
@pytest.mark.parametrize(
    ("found", "answered", "is_open"),
    [
        ("2022-05-14", "2022-05-15", False),
        ("2022-05-14", "2022-05-13", True),
        ("2022-05", "2022-06", False),
        ("2022-05", "2022-04", True),
        ("2022-05", "2022-06-01", False),
        ("2022-05-31", "2022-04", True),
    ],
)
def test_a_problem_is_open_until_a_later_entry_whatever_the_order_of_the_list(
    found: str, answered: str, is_open: bool, outcome: str
) -> None:
    looks = [(found, PROBLEM), (answered, outcome), ("2021-01", "confirmed")]
    for listed in permutations(looks):
        expected = f"{found} {PROBLEM}" if is_open else None
        assert open_note("2021-01", *listed) == expected, listed


@pytest.mark.parametrize("outcome", ["confirmed", "changed"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2022-05", "2022-05"),
        ("2022-05-14", "2022-05-14"),
        ("2022-05", "2022-05-14"),
        ("2022-05-14", "2022-05"),
        ("2022-05", "2022-05-01"),
        ("2022-05-31", "2022-05"),
    ],
)
def test_of_two_looks_that_can_be_of_one_day_the_later_in_the_list_counts(
    one: str, two: str, outcome: str
) -> None:
    assert open_note("2021-01", (one, outcome), (two, PROBLEM)) == f"{two} {PROBLEM}"
    assert open_note("2021-01", (one, PROBLEM), (two, outcome)) is None


def test_of_two_problems_the_later_one_is_open() -> None:
    later, earlier = ("2022-06", PROBLEM), ("2022-04", PROBLEM)
    assert open_note("2021-01", later, earlier) == f"2022-06 {PROBLEM}"
    assert open_note("2021-01", earlier, later) == f"2022-06 {PROBLEM}"
    assert open_note("2021-01", earlier, ("2022-05", "changed"), later) == f"2022-06 {PROBLEM}"


def test_sentences_that_were_seen_answer_no_problem() -> None:
    seen = ("2022-07", "wording seen")
    assert open_note("2021-01", ("2022-06", PROBLEM), seen) == f"2022-06 {PROBLEM}"
    assert open_note("2021-01", ("2022-05", "changed"), seen) is None
    assert open_note("2021-01", seen) is None


@pytest.mark.parametrize(
    ("on", "is_open"),
    [
        ("2022-05", True),
        ("2022-06", True),
        ("2022-06-14", True),
        ("2022-06-15", False),
        ("2022-07", False),
    ],
)
def test_a_review_that_is_strictly_later_closes_a_problem(on: str, is_open: bool) -> None:
    assert open_note(on, ("2022-06-14", PROBLEM)) == (f"2022-06-14 {PROBLEM}" if is_open else None)


@pytest.mark.parametrize(("on", "is_open"), [("2022-06-30", True), ("2022-07-01", False)])
def test_a_problem_of_a_month_is_closed_only_after_the_month(on: str, is_open: bool) -> None:
    assert open_note(on, ("2022-06", PROBLEM)) == (f"2022-06 {PROBLEM}" if is_open else None)


def test_without_a_look_there_is_no_open_problem() -> None:
    assert open_note("2022-05") is None
    assert record("2022-05").reviews == ()
    assert isinstance(record("2022-05", ("2022-05", "changed")).reviews[0], PastReview)


def verify(text: str) -> tuple[Verify | None, list[str]]:
    tree, _ = parse(f"notice: Check it first.\n{text}", "x.yml")
    assert tree is not None
    found = decode(tree, Verify)
    return None if found.problems else found.record, [str(p.message) for p in found.problems]


SOURCE = "source: exemption-codes\n"
URL = "url: https://www.canada.ca/en/x.html\n"


def test_a_notice_names_its_page_by_key_or_by_address() -> None:
    by_key, _ = verify(SOURCE)
    assert by_key is not None
    assert (by_key.source, by_key.url) == ("exemption-codes", "")
    by_address, _ = verify(URL)
    assert by_address is not None
    assert (by_address.source, by_address.url) == (None, "https://www.canada.ca/en/x.html")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SOURCE + URL, "the page is named twice: keep `source:` and remove `url:`"),
        ("", "no official page is named: write `source:`"),
    ],
)
def test_a_notice_names_exactly_one_page(text: str, says: str) -> None:
    found, (message,) = verify(text)
    assert found is None
    assert says in message
