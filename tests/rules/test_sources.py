import pytest

from generator.guide import compile_guide
from generator.problems.problem import Place, Severity
from tests.project import TODAY, Project, problems_of, told

CETA = "data/categories/ceta.yml"
REVIEW = "  - date: {}\n    by: {}\n    outcome: {}\n"


def reviewed(project: Project, *rows: tuple[str, str, str], more: str = "") -> None:
    listed = "".join(REVIEW.format(*row) for row in rows)
    project.write(CETA, f"{project.read(CETA)}reviews:\n{listed}{more}")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CETA, "  - ceta-transferees", "  - ceta-transferee"),
        (CETA, "    answer: >-", "    source: ceta-transferee\n    answer: >-"),
        (
            "data/comparison.yml",
            "    title: Typical",
            "    source: ceta-transferee\n    title: Typical",
        ),
    ],
)
def test_a_source_that_is_not_there_is_told_at_its_name(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == ("unknown-name", path)
    assert problem.place.line == project.line_of(path, "ceta-transferee\n")
    assert "did you mean `ceta-transferees`?" in problem.message


def test_a_source_that_is_listed_twice_is_told(project: Project) -> None:
    line = project.replace(CETA, "  - ceta-tr", "  - exemption-codes\n  - ceta-tr") + 3
    assert told(project) == [("repeated-name", Place(CETA, line, 5))]


def test_the_guide_page_lists_its_sources_once(project: Project) -> None:
    pages = compile_guide(project.root, TODAY).pages
    text = pages["categories/ceta.md"].markdown
    section = text[text.index("## Official pages") : text.index("## Review and notice")]
    assert section.count("exemption-codes.html") == 1
    assert "transferees.html" in section


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("no", "No."),
        ("varies", "It varies: see the official page."),
        ("not stated by the source", "The official page does not say."),
        ("does not apply", "This does not apply."),
    ],
)
def test_a_cell_says_in_words_what_is_not_known(project: Project, word: str, shown: str) -> None:
    project.replace("data/comparison.yml", "imp: No. The role is exempt.", f"imp: {word}")
    text = compile_guide(project.root, TODAY).pages["imp-vs-tfwp.md"].markdown
    assert f"| {shown} |" in text


def test_past_reviews_are_shown_on_the_register_newest_first(project: Project) -> None:
    me = "nicola-wightman"
    reviewed(project, ("2026-04", me, "confirmed"), ("2026-05", me, "changed"))
    text = compile_guide(project.root, TODAY).pages["reviews.md"].markdown
    assert text.index("May 2026</time> | Nicola Wightman | Changed") < text.index(
        "April 2026</time>"
    )
    assert told(project) == []


@pytest.mark.parametrize(
    ("row", "rule", "says"),
    [
        (("2026-12", "nicola-wightman", "confirmed"), "review-date", "in the future"),
        (("2026-06", "nicola-wightman", "confirmed"), "review-date", "write that date"),
        (("2026-05", "nicola", "confirmed"), "reviewer", "did you mean"),
        (("2026-05", "nicola-wightman", "fine"), "value", "write one of"),
        (("2026-05", "nicola-wightman", "problem found"), "missing-key", "write in `note:`"),
    ],
)
def test_past_reviews_that_contradict_are_told(
    project: Project, row: tuple[str, str, str], rule: str, says: str
) -> None:
    reviewed(project, row)
    found = [problem for problem in problems_of(project) if problem.rule == rule]
    assert any(says in problem.message for problem in found)


def test_a_problem_that_was_found_is_a_warning_until_a_later_review(project: Project) -> None:
    me = "nicola-wightman"
    reviewed(project, ("2026-06", me, "problem found"), more="    note: Another code.\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.severity) == ("review-problem", Severity.WARNING)
    assert "in June 2026 (Another code.)" in problem.message
    project.write(CETA, project.read(CETA) + REVIEW.format("2026-07", me, "changed"))
    project.replace(CETA, "reviewed_on: 2026-05", "reviewed_on: 2026-07")
    assert told(project) == []
