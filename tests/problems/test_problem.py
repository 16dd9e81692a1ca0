import pytest

from generator.problems.problem import Place, Problem, Severity, errors, in_order

LATE = Problem("yaml", "second", Place("b.yml", 2, 1))
EARLY = Problem("value", "first", Place("a.yml", 14, 3))
MILD = Problem("review-overdue", "third", Place("c.yml"), Severity.WARNING)


def test_a_problem_prints_place_severity_rule_and_message() -> None:
    assert str(EARLY) == "a.yml:14:3: error[value]: first"
    assert str(MILD) == "c.yml:1:1: warning[review-overdue]: third"


def test_problems_are_sorted_by_place_and_told_once() -> None:
    assert in_order([LATE, EARLY, LATE]) == (EARLY, LATE)


def test_lines_are_sorted_as_numbers() -> None:
    tenth = Problem("yaml", "x", Place("a.yml", 10))
    second = Problem("yaml", "x", Place("a.yml", 2))
    assert in_order([tenth, second]) == (second, tenth)


def test_only_errors_stop_a_build() -> None:
    assert errors([MILD, EARLY]) == (EARLY,)


def test_places_of_one_line_are_sorted_by_column_then_rule_then_message() -> None:
    place = Place("a.yml", 1, 1)
    later = Problem("yaml", "a", Place("a.yml", 1, 10))
    ordered = [
        Problem("reviewer", "c", place),
        Problem("value", "a", place),
        Problem("value", "b", place),
        later,
    ]
    assert in_order(reversed(ordered)) == tuple(ordered)


def test_a_problem_never_changes() -> None:
    with pytest.raises(AttributeError):
        setattr(EARLY, "rule", "yaml")  # noqa: B010 - mypy knows that this is refused
