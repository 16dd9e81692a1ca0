from datetime import date
from pathlib import Path

import pytest

from generator.guide import compile_guide
from generator.model.review import ReviewDate
from generator.reviews.reviewing import Finding, recorded, sources, stated
from tests.project import CATEGORIES, ROOT, TODAY, Project

CETA = "data/categories/ceta.yml"
DAY = ReviewDate(date(2026, 11, 20), exact=True)
ADDED = ("reviews:", "  - date: 2026-11-20", "    by: nicola-wightman", "    outcome: confirmed")
MONTH = ReviewDate(date(2026, 11, 1), exact=False)


def finding(outcome: str = "confirmed", when: ReviewDate = DAY, note: str = "") -> Finding:
    return Finding(when, "nicola-wightman", outcome, note)  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", CATEGORIES)
def test_a_review_changes_its_own_lines_and_no_other(slug: str) -> None:
    text = (ROOT / f"data/categories/{slug}.yml").read_text(encoding="utf-8")
    after = recorded(text, finding())
    kept = [line for line in text.split("\n") if not line.startswith("reviewed_on:")]
    lines = after.split("\n")
    assert [line for line in lines if line in kept][: len(kept)]
    assert "\n".join(line for line in lines if line != "reviewed_on: 2026-11-20") == "\n".join(
        [*kept[:-1], *ADDED, ""]
    )


def test_the_second_review_is_added_below_the_first(project: Project) -> None:
    text = recorded(project.read(CETA), finding(when=MONTH))
    text = recorded(text, finding("changed"))
    assert text.endswith(
        "reviews:\n  - date: 2026-11\n    by: nicola-wightman\n    outcome: confirmed\n"
        "  - date: 2026-11-20\n    by: nicola-wightman\n    outcome: changed\n"
    )
    project.write(CETA, text)
    found = compile_guide(project.root, TODAY)
    assert not [p for p in found.problems if p.place.path == CETA and p.severity.value == "error"]


def test_a_problem_renews_no_date(project: Project) -> None:
    text = recorded(project.read(CETA), finding("problem found", note="IRCC: another # code"))
    assert "reviewed_on: 2026-05\n" in text
    project.write(CETA, text)
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    (review,) = guide.categories["ceta"].reviews
    assert review.note == "IRCC: another # code"


def test_comments_quotes_and_blank_lines_stay(project: Project) -> None:
    project.replace(CETA, "order: 20", "# why: it is asked for often\n\norder:   20 ")
    project.replace(CETA, "title: CETA", "title: 'CETA'  # short")
    before = project.read(CETA)
    after = recorded(before, finding())
    assert before.split("reviewed_on:")[0] == after.split("reviewed_on:")[0]


def test_windows_line_ends_and_a_missing_last_one_are_no_obstacle(project: Project) -> None:
    text = project.read(CETA).rstrip("\n")
    assert recorded(text, finding()).count("reviews:") == 1


def test_each_fact_stands_beside_its_source(project: Project) -> None:
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    facts = {fact.name: fact for fact in stated(guide, guide.categories["ceta"])}
    assert facts["codes"].value == "T23, T22"
    assert "table of exemption codes" in facts["codes"].source
    assert facts["employer: fee"].value == "yes"
    assert "transferees under CETA" in facts["employer: fee"].source
    assert "how it works" not in facts
    assert any(
        line.startswith("https://www.canada.ca/")
        for line in sources(guide, guide.categories["ceta"])
    )


def test_the_real_files_are_untouched() -> None:
    assert not [
        p for p in Path(ROOT / "data/categories").glob("*.yml") if "outcome:" in p.read_text()
    ]
