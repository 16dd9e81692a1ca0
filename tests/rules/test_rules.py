"""Each rule over the real data with one thing broken: exactly one problem, at its place."""

from datetime import date

import pytest

from generator.load import load
from generator.problems import Problem, Severity, errors, in_order
from generator.rules import check
from tests.project import CATEGORIES, TODAY, Project

CETA = "data/categories/ceta.yml"
CUSMA = "data/categories/cusma.yml"


def found(project: Project, today: date = TODAY) -> tuple[Problem, ...]:
    records, problems = load(project.root)
    return in_order([*problems, *check(records, today)])


def only(project: Project, today: date = TODAY) -> Problem:
    stopping = errors(found(project, today))
    assert len(stopping) == 1, stopping
    return stopping[0]


def test_the_real_data_breaks_no_rule(project: Project) -> None:
    assert not errors(found(project))


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "column", "says"),
    [
        (CETA, "reviewed_on: 2026-05", "reviewed_on: 2026-12", "review-date", 14, "future"),
        (CETA, "reviewed_on: 2026-05", "reviewed_on: 2026-11-23", "review-date", 14, "2026-11-22"),
        (
            "content/codes.md",
            "reviewed_on: 2026-05",
            "reviewed_on: 2027-01",
            "review-date",
            14,
            "future",
        ),
        (
            "data/comparison.yml",
            "reviewed_on: 2026-05",
            "reviewed_on: 2027-01",
            "review-date",
            14,
            "future",
        ),
        (
            CETA,
            "reviewed_by: nicola-wightman",
            "reviewed_by: nicola",
            "reviewer",
            14,
            "did you mean `nicola-wightman`",
        ),
        (
            "content/codes.md",
            "reviewed_by: nicola-wightman",
            "reviewed_by: me",
            "reviewer",
            14,
            "data/reviewers.yml",
        ),
        (
            CETA,
            "group: international-agreement",
            "group: treaty",
            "unknown-name",
            8,
            "international-agreement",
        ),
        (CETA, "  - cusma", "  - cuzma", "unknown-name", 5, "did you mean `cusma`"),
        (CETA, "  - cusma", "  - ceta", "repeated-name", 5, "itself"),
        (
            CETA,
            "  - cusma\n  - intra-company-transfer",
            "  - cusma\n  - cusma",
            "repeated-name",
            5,
            "twice",
        ),
        (CETA, "title: CETA", "title: cusma (usmca)", "repeated-name", 0, "same title"),
        (CETA, "codes: [T23, T22]", "codes: [T23, T99]", "unknown-code", 14, "T99"),
        (CETA, "codes: [T23, T22]", "codes: [T23, T23]", "repeated-code", 14, "twice"),
        (CETA, "  CETA is the", "  C77 is the", "unknown-code", 3, "C77"),
        ("data/steps.yml", "Confirm the exemption", "Confirm E01", "unknown-code", 12, "E01"),
        (
            "content/index.md",
            "## Key takeaways",
            "## Key takeaways on Z10",
            "unknown-code",
            21,
            "Z10",
        ),
        (
            "content/index.md",
            "description: >-\n  W",
            "description: >-\n  Z10 w",
            "unknown-code",
            3,
            "Z10",
        ),
        ("data/codes.yml", "  - code: C11\n", "  - code: C10\n", "repeated-code", 11, "twice"),
        (
            "data/codes.yml",
            "source: francophone-mobility",
            "source: francophone",
            "unknown-name",
            15,
            "did you mean `francophone-mobility`",
        ),
        ("data/codes.yml", "        - code: T34", "        - code: T39", "unknown-code", 17, "T39"),
        ("data/codes.yml", "about: cusma", "about: cuzma", "unknown-name", 12, "`cusma`"),
        ("data/codes.yml", "standing: superseded", "standing: in use", "value", 17, "disagree"),
        (
            "data/codes.yml",
            "      certainty: stated by IRCC\n      source: francophone-mobility\n",
            "",
            "missing-key",
            17,
            "certainty",
        ),
        (
            "data/comparison.yml",
            "      imp: No. The role is exempt.\n",
            "",
            "comparison-cell",
            5,
            "`imp`",
        ),
        ("data/comparison.yml", "      imp: No.", "      ipm: No.", "comparison-cell", 0, "imp"),
        ("data/comparison.yml", "key: speed", "key: first-step", "repeated-name", 10, "twice"),
    ],
)
def test_a_broken_rule_is_told_at_its_place(
    project: Project, path: str, old: str, new: str, rule: str, column: int, says: str
) -> None:
    first = project.replace(path, old, new)
    stopping = [problem for problem in errors(found(project)) if problem.rule == rule]
    assert stopping
    assert {problem.place.path for problem in stopping} <= {path, CUSMA}
    at = [problem for problem in stopping if says in problem.message]
    assert at
    lines = range(first - 3, first + old.count("\n") + 2)
    assert all(problem.place.line in lines for problem in at if problem.place.path == path)
    if column:
        assert at[0].place.column == column


@pytest.mark.parametrize("slug", CATEGORIES)
@pytest.mark.parametrize(
    ("key", "rule"), [("reviewed_on", "review-date"), ("verify", "verify-notice")]
)
def test_no_category_goes_without_review_date_or_notice(
    project: Project, slug: str, key: str, rule: str
) -> None:
    path = f"data/categories/{slug}.yml"
    project.remove_key(path, key)
    problem = only(project)
    assert (problem.rule, problem.place.path, problem.place.line) == (rule, path, 2)
    assert f"write `{key}:" in problem.message


def test_families_of_codes_may_be_named_in_prose(project: Project) -> None:
    project.replace(CETA, "  CETA is the", "  C20 series, C20, C21+ and C21: CETA is the")
    assert not errors(found(project))


def test_what_only_looks_like_a_code_is_none(project: Project) -> None:
    project.replace(CETA, "  CETA is the", "  R205, R706497, B2B, A4-B52x, C123: CETA is the")
    assert not errors(found(project))


def test_an_overdue_review_is_a_warning_on_its_line(project: Project) -> None:
    overdue = [p for p in found(project, date(2027, 6, 1)) if p.rule == "review-overdue"]
    assert {problem.severity for problem in overdue} == {Severity.WARNING}
    assert len(overdue) == 7 + 7 + 1
    first = next(problem for problem in overdue if problem.place.path == CETA)
    assert first.place.line == project.line_of(CETA, "reviewed_on")
    assert "2027-05-31" in first.message


def test_a_review_is_not_overdue_on_its_last_day(project: Project) -> None:
    assert not [p for p in found(project, date(2027, 5, 31)) if p.rule == "review-overdue"]


def test_a_setting_turns_overdue_into_an_error(project: Project) -> None:
    project.replace("data/settings.yml", "overdue_is_error: no", "overdue_is_error: yes")
    assert len(errors(found(project, date(2027, 6, 1)))) == 15
    assert not errors(found(project))


def test_a_superseded_code_is_advice(project: Project) -> None:
    advice = [p for p in found(project) if p.severity is Severity.ADVICE]
    assert {problem.rule for problem in advice} == {"superseded-code"}
    assert any("C61, C62, C63" in problem.message for problem in advice)
    assert not any("C16" in problem.message for problem in advice)


@pytest.mark.parametrize("path", ["content/codes.md", "content/reviews.md", "content/index.md"])
def test_the_pages_at_stable_addresses_are_needed(project: Project, path: str) -> None:
    project.delete(path)
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("missing-page", path)


def test_a_page_at_a_category_s_address_is_a_problem(project: Project) -> None:
    text = project.read("content/glossary.md").replace("Glossary: the", "Another: the")
    project.write("content/categories/ceta.md", text)
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("slug", "content/categories/ceta.md")


def test_two_pages_at_one_address_are_a_problem(project: Project) -> None:
    text = project.read("content/glossary.md").replace("Glossary: the", "Another: the")
    project.write("content/codes/index.md", text)
    assert only(project).rule == "slug"


def test_a_file_with_one_faulty_key_still_has_its_others_checked(project: Project) -> None:
    project.replace(CETA, "order: 20", "order: ten")
    project.replace(CETA, "T22", "T99")
    project.replace(CETA, "reviewed_by: nicola-wightman", "reviewed_by: nobody")
    rules = [problem.rule for problem in errors(found(project))]
    assert rules == ["value", "unknown-code", "reviewer"]


def test_without_the_registry_no_code_is_called_unknown(project: Project) -> None:
    project.write("data/codes.yml", "")
    assert only(project).rule == "yaml"
