import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from generator.problems.problem import Place, Problem
from generator.source.clock import days_after, today


def test_the_day_can_be_set() -> None:
    assert today({"GUIDE_TODAY": "2027-06-01"}) == date(2027, 6, 1)


def test_the_set_day_comes_before_the_epoch() -> None:
    both = {"GUIDE_TODAY": "2027-06-01", "SOURCE_DATE_EPOCH": "0"}
    assert today(both) == date(2027, 6, 1)
    assert today({"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)


def test_otherwise_it_is_the_clock() -> None:
    before = datetime.now(UTC).date()
    found = today({})
    assert isinstance(found, date)
    assert before <= found <= datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("GUIDE_TODAY", "tomorrow"),
        ("GUIDE_TODAY", "2027-13-01"),
        ("GUIDE_TODAY", "2027-02-30"),
        ("GUIDE_TODAY", "2027-06"),
        ("SOURCE_DATE_EPOCH", "now"),
        ("SOURCE_DATE_EPOCH", "9" * 30),
    ],
)
def test_a_day_that_cannot_be_read_is_a_problem(name: str, text: str) -> None:
    found = today({name: text})
    assert isinstance(found, Problem)
    assert found.rule == "today"
    assert name in found.message
    assert found.place == Place(f"environment/{name}")


def test_an_empty_variable_is_as_good_as_none() -> None:
    found = today({"GUIDE_TODAY": " ", "SOURCE_DATE_EPOCH": "86400"})
    assert found == date(1970, 1, 2)


@pytest.fixture
def _zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put the machine into another time zone for one test."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("_zone", ["UTC+11", "UTC-11"], indirect=True)
@pytest.mark.usefixtures("_zone")
def test_the_epoch_is_read_as_utc_wherever_the_machine_stands() -> None:
    assert today({"SOURCE_DATE_EPOCH": "1795391999"}) == date(2026, 11, 22)
    assert today({"SOURCE_DATE_EPOCH": "1795392000"}) == date(2026, 11, 23)


def test_no_day_is_later_than_the_last_one() -> None:
    assert days_after(date(2026, 12, 31), 60) == date(2027, 3, 1)
    assert days_after(date(9999, 12, 30), 1) == date.max
    assert days_after(date(9999, 12, 1), 60) == days_after(date.max, 9999) == date.max
