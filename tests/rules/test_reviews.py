from datetime import date

import pytest

from generator.model.load import load
from generator.problems.problem import Place, Severity
from generator.rules import check
from generator.rules.reviews import whom
from tests.project import DUE_SOON, ENDED, GUIDE, OVERDUE, TODAY, Project, problems_of, told

ORCA = "data/categories/orca.yml"
PAGE = "content/codes.md"
TABLE = "data/comparison.yml"
TOMBSTONE = f"data/categories/{ENDED}.yml"
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
    # What has ended is reviewed no more, however long ago it was.
    assert {place.path for _, place in late} == reviewed - {OVERDUE, TOMBSTONE}


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


@pytest.mark.parametrize(
    ("written", "future"),
    [("2022-11-22", False), ("2022-11", False), ("2022-11-23", True), ("2022-12", True)],
)
def test_what_is_still_to_end_has_not_ended(project: Project, written: str, future: bool) -> None:
    line = project.replace(TOMBSTONE, "  on: 2021-09", f"  on: {written}")
    found = problems_of(project)
    places = [(problem.rule, problem.place) for problem in found]
    assert places == [("value", Place(TOMBSTONE, line, 7))] * future
    assert all("until then keep the category" in problem.message for problem in found)


def test_a_review_before_the_end_is_advice_at_its_date(project: Project) -> None:
    line = project.replace(TOMBSTONE, "reviewed_on: 2021-10", "reviewed_on: 2021-08")
    (found,) = [p for p in check(load(project.root)[0], TODAY) if p.place.path == TOMBSTONE]
    assert (found.severity, found.place.line) == (Severity.ADVICE, line)
    assert "ended in September 2021" in found.message
    project.replace(TOMBSTONE, "reviewed_on: 2021-08", "reviewed_on: 2021-09")
    assert not [p for p in check(load(project.root)[0], TODAY) if p.place.path == TOMBSTONE]


@pytest.mark.parametrize(("written", "future"), [("2022-12", True), ("2022-11", False)])
def test_nobody_has_left_in_the_future(project: Project, written: str, future: bool) -> None:
    people = "data/reviewers.yml"
    line = project.replace(people, "github: desk-two", f"left: {written}")
    assert told(project) == [("reviewer", Place(people, line, 9))] * future


def test_what_has_ended_is_neither_overdue_nor_due_soon(project: Project) -> None:
    for written in ("2021-10", "2021-11", "2021-12"):
        project.write(TOMBSTONE, (GUIDE / TOMBSTONE).read_bytes())
        project.replace(TOMBSTONE, "reviewed_on: 2021-10", f"reviewed_on: {written}")
        found = check(load(project.root)[0], TODAY)
        assert TOMBSTONE not in {problem.place.path for problem in found}


def left(project: Project, when: str) -> None:
    licence = "  licence: R000042\n"
    project.replace("data/reviewers.yml", licence, f"{licence}  left: {when}\n")


def asked(project: Project, what: str = "check the facts") -> str:
    records = load(project.root)[0]
    return whom(records.categories["orca"], records, what)


def test_who_is_asked_is_the_reviewer_of_the_record(project: Project) -> None:
    assert asked(project) == "ask Review Desk One to check the facts"
    assert asked(project, "look at them") == "ask Review Desk One to look at them"


@pytest.mark.parametrize(("when", "said"), [("2022-06", "in June 2022"), ("2022-06-01", "on 1 Ju")])
def test_who_has_left_is_not_asked_any_more(project: Project, when: str, said: str) -> None:
    left(project, when)
    answer = asked(project)
    assert answer.startswith(f"Review Desk One left {said}")
    assert answer.endswith("so another reviewer has to check the facts")
    assert "ask " not in answer
    # Nobody is proposed in the place of who has left.
    assert "Two" not in answer


@pytest.mark.parametrize("by", ["nobody", ""])
def test_where_the_reviewer_is_not_known_no_name_is_told(project: Project, by: str) -> None:
    project.replace(ORCA, "reviewed_by: review-desk-one", f"reviewed_by: {by}")
    assert asked(project) == "ask the reviewer to check the facts"


def test_without_the_file_of_reviewers_no_name_is_told(project: Project) -> None:
    project.write("data/reviewers.yml", "- a\n")
    assert asked(project) == "ask the reviewer to check the facts"


def test_an_overdue_review_says_whom_to_ask(project: Project) -> None:
    project.replace(ORCA, REVIEWED, "reviewed_on: 2021-10")
    (problem,) = problems_of(project)
    assert problem.message.endswith("ask Review Desk One to check the facts")
    left(project, "2022-06")
    (problem,) = problems_of(project)
    assert problem.message.endswith("another reviewer has to check the facts")


LOOK = "  - date: {}\n    by: review-desk-one\n    outcome: {}\n"


def looked(project: Project, path: str, *looks: tuple[str, str], note: str = "") -> int:
    """Let a record have been looked at; return the line of the first of its looks."""
    listed = "".join(LOOK.format(*look) for look in looks)
    added = f"    note: {note}\n" if note else ""
    return project.replace(path, "\nreviewed_by:", f"\nreviews:\n{listed}{added}reviewed_by:") + 2


REVIEWED_FILES = [ORCA, PAGE, TABLE, "data/finder.yml", TOMBSTONE]
"""One file of each kind that carries a review."""


@pytest.mark.parametrize("path", REVIEWED_FILES)
@pytest.mark.parametrize("outcome", ["confirmed", "changed"])
def test_a_review_in_the_list_that_is_later_than_the_date_is_told_at_the_date(
    project: Project, path: str, outcome: str
) -> None:
    looked(project, path, ("2021-01", "confirmed"), ("2022-06", outcome))
    (problem,) = problems_of(project)
    line = project.line_of(path, "reviewed_on:")
    assert (problem.rule, problem.place) == ("review-date", Place(path, line, 14))
    assert "`reviews` records a later review, of June 2022" in problem.message


@pytest.mark.parametrize("path", REVIEWED_FILES)
def test_a_look_in_the_future_is_told_at_its_date(project: Project, path: str) -> None:
    line = looked(project, path, ("2022-11-23", "wording seen"))
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("review-date", Place(path, line, 11))
    assert "in the future" in problem.message


@pytest.mark.parametrize("path", REVIEWED_FILES)
def test_a_problem_without_a_word_on_it_is_told_at_its_look(project: Project, path: str) -> None:
    line = looked(project, path, ("2022-06", "problem found"))
    found = {problem.rule: problem for problem in problems_of(project)}
    assert found.keys() == {"missing-key", "review-problem"}
    assert found["missing-key"].place == Place(path, line, 5)
    assert "write in `note:` which one" in found["missing-key"].message


@pytest.mark.parametrize("path", REVIEWED_FILES)
def test_an_open_problem_is_a_warning_at_its_look(project: Project, path: str) -> None:
    line = looked(project, path, ("2022-06", "problem found"), note="Another code.")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.severity) == ("review-problem", Severity.WARNING)
    assert problem.place == Place(path, line, 5)
    assert "in June 2022 (Another code.)" in problem.message


@pytest.mark.parametrize("path", REVIEWED_FILES)
def test_looks_that_agree_with_the_date_are_no_problem(project: Project, path: str) -> None:
    on = "2021-10" if path == TOMBSTONE else "2022-05"
    looks = [("2021-01", "confirmed"), (f"{on}-31", "changed"), ("2022-06", "wording seen")]
    looked(project, path, *looks)
    assert not told(project)


def test_a_date_that_cannot_be_read_is_compared_with_nothing(project: Project) -> None:
    looked(project, ORCA, ("2022-06", "confirmed"))
    line = project.replace(ORCA, REVIEWED, "reviewed_on: soon")
    assert told(project) == [("review-date", Place(ORCA, line, 14))]
