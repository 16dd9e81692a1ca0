from datetime import date

import pytest

from generator.guide import compile_guide
from generator.model.review import ReviewDate
from generator.reviews.reviewing import Finding, recorded, sources, stated
from tests.project import CATEGORIES, GUIDE, TODAY, Project

ORCA = "data/categories/orca.yml"
DAY = ReviewDate(date(2022, 11, 20), exact=True)
ADDED = ("  - date: 2022-11-20", "    by: review-desk-one", "    outcome: confirmed")
MONTH = ReviewDate(date(2022, 11, 1), exact=False)


def finding(outcome: str = "confirmed", when: ReviewDate = DAY, note: str = "") -> Finding:
    return Finding(when, "review-desk-one", outcome, note)  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", CATEGORIES)
def test_a_review_changes_its_own_lines_and_no_other(slug: str) -> None:
    text = (GUIDE / f"data/categories/{slug}.yml").read_text(encoding="utf-8")
    renewed = [
        "reviewed_on: 2022-11-20" if line.startswith("reviewed_on:") else line
        for line in text.split("\n")
    ]
    if "reviews:" in renewed:
        first = renewed.index("reviews:") + 1
        end = next(n for n in range(first, len(renewed)) if not renewed[n].startswith(" "))
        wanted = [*renewed[:end], *ADDED, *renewed[end:]]
    else:
        wanted = [*renewed[:-1], "reviews:", *ADDED, ""]
    assert recorded(text, finding()) == "\n".join(wanted)


def test_the_second_review_is_added_below_the_first(project: Project) -> None:
    text = recorded(project.read(ORCA), finding(when=MONTH))
    text = recorded(text, finding("changed"))
    assert text.endswith(
        "reviews:\n  - date: 2022-11\n    by: review-desk-one\n    outcome: confirmed\n"
        "  - date: 2022-11-20\n    by: review-desk-one\n    outcome: changed\n"
    )
    project.write(ORCA, text)
    found = compile_guide(project.root, TODAY)
    assert not [p for p in found.problems if p.place.path == ORCA and p.severity.value == "error"]


def test_a_problem_renews_no_date(project: Project) -> None:
    text = recorded(project.read(ORCA), finding("problem found", note="IRCC: another # code"))
    assert "reviewed_on: 2022-05\n" in text
    project.write(ORCA, text)
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    (review,) = guide.categories["orca"].reviews
    assert review.note == "IRCC: another # code"


def test_comments_quotes_and_blank_lines_stay(project: Project) -> None:
    project.replace(ORCA, "order: 20", "# why: it is asked for often\n\norder:   20 ")
    project.replace(ORCA, "title: ORCA", "title: 'ORCA'  # short")
    before = project.read(ORCA)
    after = recorded(before, finding())
    assert before.split("reviewed_on:")[0] == after.split("reviewed_on:")[0]


def test_windows_line_ends_and_a_missing_last_one_are_no_obstacle(project: Project) -> None:
    text = project.read(ORCA).rstrip("\n")
    assert recorded(text, finding()).count("reviews:") == 1


def test_each_fact_stands_beside_its_source(project: Project) -> None:
    guide = compile_guide(project.root, TODAY).guide
    assert guide is not None
    facts = {fact.name: fact for fact in stated(guide, guide.categories["orca"])}
    assert facts["codes"].value == "P23, P22"
    assert facts["codes"].source == "The list of permits"
    assert facts["employer: fee"].value == "yes"
    assert facts["employer: fee"].source == (
        "The page on orchard staff under ORCA, The pages on pacts of towns, The list of permits"
    )
    assert "how it works" not in facts
    assert any(
        line.startswith("https://www.canada.ca/")
        for line in sources(guide, guide.categories["orca"])
    )


def test_the_files_of_the_guide_itself_are_untouched() -> None:
    past = {
        file.stem: file.read_text(encoding="utf-8").count("outcome:")
        for file in (GUIDE / "data/categories").glob("*.yml")
    }
    assert sorted(past) == CATEGORIES
    assert {slug: count for slug, count in past.items() if count} == {
        "lighthouse-keeper-swap": 2,
        "village-bakery-help": 1,
    }
