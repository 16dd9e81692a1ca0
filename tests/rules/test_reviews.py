from datetime import date

import pytest

from generator.model.load import load
from generator.problems.problem import Place, Severity
from generator.rules import check
from tests.project import DUE_SOON, OVERDUE, TODAY, Project, problems_of, told

ORCA = "data/categories/orca.yml"
PAGE = "content/codes.md"
TABLE = "data/comparison.yml"
REVIEWED = "reviewed_on: 2022-05"


@pytest.mark.parametrize("path", [ORCA, PAGE, TABLE])
@pytest.mark.parametrize("written", ["2022-11-23", "2022-12", "2023-01", "9998-10"])
def test_a_review_in_the_future_is_an_error_at_its_date(
    project: Project, path: str, written: str
) -> None:
    line = project.replace(path, REVIEWED, f"reviewed_on: {written}")
    assert told(project) == [("review-date", Place(path, line, 14))]


@pytest.mark.parametrize("written", ["2022-11-22", "2022-11", "2021-12"])
def test_a_review_of_today_or_this_month_is_not_in_the_future(
    project: Project, written: str
) -> None:
    project.replace(ORCA, REVIEWED, f"reviewed_on: {written}")
    assert not told(project)


def test_the_last_date_of_the_calendar_is_a_problem_not_a_crash(project: Project) -> None:
    line = project.replace(ORCA, REVIEWED, "reviewed_on: 9999-12")
    assert told(project) == [("review-date", Place(ORCA, line, 14))]


@pytest.mark.parametrize("path", [ORCA, PAGE, TABLE])
@pytest.mark.parametrize(
    ("switch", "severity"), [("no", Severity.WARNING), ("yes", Severity.ERROR)]
)
def test_an_overdue_review_weighs_what_the_settings_say(
    project: Project, path: str, switch: str, severity: Severity
) -> None:
    project.replace("data/settings.yml", "overdue_is_error: no", f"overdue_is_error: {switch}")
    line = project.replace(path, REVIEWED, "reviewed_on: 2021-10")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.severity) == ("review-overdue", severity)
    assert problem.place == Place(path, line, 14)
    assert "October 2021" in problem.message
    assert "2022-10-31" in problem.message


@pytest.mark.parametrize(
    ("written", "overdue"),
    [("2021-11", False), ("2021-11-22", False), ("2021-11-21", True), ("2021-10", True)],
)
def test_a_review_is_overdue_from_the_day_after_it_fell_due(
    project: Project, written: str, overdue: bool
) -> None:
    project.replace(ORCA, REVIEWED, f"reviewed_on: {written}")
    assert [rule for rule, _ in told(project)] == ["review-overdue"] * overdue


def test_the_interval_of_the_settings_counts(project: Project) -> None:
    project.replace("data/settings.yml", "months: 12", "months: 6")
    oldest = Place(DUE_SOON, project.line_of(DUE_SOON, "reviewed_on:"), 14)
    assert told(project, date(2022, 11, 30)) == [("review-overdue", oldest)]
    late = told(project, date(2022, 12, 1))
    assert {rule for rule, _ in late} == {"review-overdue"}
    reviewed = {entry.path for entry in load(project.root)[0].reviewed("reviewed_on")}
    assert {place.path for _, place in late} == reviewed - {OVERDUE}


def test_without_settings_no_review_is_called_overdue(project: Project) -> None:
    project.write("data/settings.yml", "- a\n")
    assert told(project, TODAY.replace(year=2036)) == [("value", Place("data/settings.yml"))]


@pytest.mark.parametrize(
    ("written", "soon"), [("2021-11", True), ("2021-12", True), ("2022-01", False)]
)
def test_a_review_that_falls_due_within_the_notice_is_advice(
    project: Project, written: str, soon: bool
) -> None:
    line = project.replace(ORCA, REVIEWED, f"reviewed_on: {written}")
    records, _ = load(project.root)
    found = [p for p in check(records, TODAY) if p.rule == "review-due-soon"]
    always = Place(DUE_SOON, project.line_of(DUE_SOON, "reviewed_on:"), 14)
    expected = [*[Place(ORCA, line, 14)] * soon, always]
    assert [problem.place for problem in found] == expected
    assert {problem.severity for problem in found} == {Severity.ADVICE}


def test_the_notice_of_the_settings_counts(project: Project) -> None:
    project.replace("data/settings.yml", "due_soon_days: 60", "due_soon_days: 0")
    project.replace(ORCA, REVIEWED, "reviewed_on: 2021-11")
    records, _ = load(project.root)
    assert not [p for p in check(records, date(2022, 11, 29)) if p.rule == "review-due-soon"]
    assert [p for p in check(records, date(2022, 11, 30)) if p.rule == "review-due-soon"]


@pytest.mark.parametrize(
    ("written", "future"),
    [("2022-11-22", False), ("2022-11", False), ("2022-11-23", True), ("2022-12", True)],
)
def test_a_change_that_has_not_happened_yet_is_told_at_its_date(
    project: Project, written: str, future: bool
) -> None:
    note = f"changes:\n  - date: 2022-05\n    text: Then.\n  - date: {written}\n    text: Now.\n"
    project.write(ORCA, project.read(ORCA) + note)
    line = project.line_of(ORCA, f"  - date: {written}")
    assert told(project) == [("change-note", Place(ORCA, line, 11))] * future
