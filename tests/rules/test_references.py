import re

import pytest

from generator.model.load import load
from generator.problems.problem import Place
from tests.project import ENDED, Project, problems_of, told

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
CODES = "data/codes.yml"


@pytest.mark.parametrize("path", [ORCA, "content/codes.md", "data/comparison.yml"])
def test_a_reviewer_whom_nobody_knows_is_told_at_the_name(project: Project, path: str) -> None:
    line = project.replace(path, "reviewed_by: review-desk-one", "reviewed_by: somebody")
    assert told(project) == [("reviewer", Place(path, line, 14))]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "column", "says"),
    [
        (
            ORCA,
            "reviewed_by: review-",
            "reviewed_by: revieu-",
            "reviewer",
            14,
            "in data/reviewers.yml",
        ),
        (ORCA, "group: agreement", "group: agrement", "unknown-name", 8, "data/groups.yml"),
        (ORCA, "  - harba", "  - harza", "unknown-name", 5, "did you mean `harba`"),
        (ORCA, "  - harba", "  - orca", "repeated-name", 5, "names itself"),
        (ORCA, "  - lighthouse-keeper-swap", "  - harba", "repeated-name", 5, "listed twice"),
        (CODES, "source: mountain", "source: mountein", "unknown-name", 15, "sources.yml"),
        (CODES, "about: harba", "about: harza", "unknown-name", 12, "did you mean `harba`"),
        (
            CODES,
            "  - first: K21\n",
            "  - first: K21\n    about: nowhere\n",
            "unknown-name",
            12,
            "there is no category `nowhere`",
        ),
    ],
)
def test_a_name_that_leads_nowhere_or_twice_is_told_with_what_to_write(
    project: Project, path: str, old: str, new: str, rule: str, column: int, says: str
) -> None:
    line = project.replace(path, old, new) + new.rstrip("\n").count("\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == (rule, Place(path, line, column))
    assert says in problem.message


def test_the_second_of_two_categories_with_one_title_is_told(project: Project) -> None:
    project.replace(HARBA, "title: HARBA (BRAHA)", "title: orca")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("repeated-name", Place(ORCA, 2, 8))
    assert HARBA in problem.message


def test_the_second_of_two_pages_with_one_title_is_told(project: Project) -> None:
    project.replace("content/reviews.md", "title: ", "title: The codes\nunused: ")
    project.replace("content/reviews.md", 'unused: "Review register"\n', "")
    project.replace("content/codes.md", "title: ", 'title: "the Codes" # ')
    assert told(project) == [("repeated-name", Place("content/reviews.md", 2, 8))]


def test_a_page_may_have_the_title_of_a_category(project: Project) -> None:
    project.replace("content/codes.md", 'title: "', 'title: "ORCA" # ')
    assert not told(project)


@pytest.mark.parametrize("raw", ["", "- a\n", "title: a: b\n"])
def test_a_category_that_cannot_be_read_still_exists_for_others(project: Project, raw: str) -> None:
    project.write(HARBA, raw)
    assert [place.path for _, place in told(project)] == [HARBA]


@pytest.mark.parametrize("name", ["reviewers", "groups", "sources", "codes"])
def test_names_of_a_file_that_cannot_be_read_are_not_judged(project: Project, name: str) -> None:
    project.write(f"data/{name}.yml", "- a\n")
    assert told(project) == [("value", Place(f"data/{name}.yml"))]


@pytest.mark.parametrize("name", ["reviewers", "groups", "sources"])
def test_no_advice_offers_a_choice_of_nothing(project: Project, name: str) -> None:
    project.write(f"data/{name}.yml", "{}\n")
    found = problems_of(project)
    assert found
    assert not [problem.message for problem in found if "one of ," in problem.message]


REVIEWERS = "data/reviewers.yml"
LOOK = "reviews:\n  - date: {}\n    by: {}\n    outcome: confirmed\n"


def left(project: Project, when: str) -> None:
    project.replace(REVIEWERS, "  licence: R000042\n", f"  licence: R000042\n  left: {when}\n")


@pytest.mark.parametrize("by", ["revieu-desk-one", "review-desk-on", "desk", "nobody"])
def test_an_unknown_reviewer_is_answered_with_no_other_name(project: Project, by: str) -> None:
    project.replace(ORCA, "reviewed_by: review-desk-one", f"reviewed_by: {by}")
    line = project.replace(HARBA, "\nreviewed_by:", f"\n{LOOK.format('2022-05', by)}reviewed_by:")
    one, two = problems_of(project)
    assert [p.rule for p in (one, two)] == ["reviewer"] * 2
    assert one.place == Place(HARBA, line + 3, 9)
    for message in (one.message, two.message):
        assert f"there is no reviewer `{by}`" in message
        assert "review-desk-one" not in message.replace(f"`{by}`", "")
        assert "review-desk-two" not in message
        assert "Review Desk" not in message


@pytest.mark.parametrize(
    ("when", "wrong"),
    [
        ("2022-04", True),
        ("2022-04-30", True),
        ("2022-05", False),
        ("2022-05-01", False),
        ("2022-06", False),
    ],
)
def test_a_review_that_began_after_its_reviewer_left_is_told_at_the_name(
    project: Project, when: str, wrong: bool
) -> None:
    left(project, when)
    others = {entry.path for entry in load(project.root)[0].reviewed("reviewed_by")} - {ORCA}
    for path in others:
        project.write(path, project.read(path).replace("review-desk-one", "review-desk-two"))
    line = project.line_of(ORCA, "reviewed_by:")
    found = problems_of(project)
    assert [(p.rule, p.place) for p in found] == [("reviewer", Place(ORCA, line, 14))] * wrong
    for problem in found:
        assert "this review is of May 2022, but Review Desk One left" in problem.message
        assert "Two" not in problem.message


def test_a_look_of_after_the_reviewer_left_is_told_at_the_name(project: Project) -> None:
    left(project, "2022-06-30")
    looks = LOOK.format("2022-06", "review-desk-one")
    looks += "  - date: 2022-07\n    by: review-desk-one\n    outcome: wording seen\n"
    line = project.replace(ORCA, "\nreviewed_by:", f"\n{looks}reviewed_by:")
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-06")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("reviewer", Place(ORCA, line + 6, 9))


def test_a_date_that_cannot_be_read_is_not_held_against_a_reviewer_who_left(
    project: Project,
) -> None:
    left(project, "2022-06")
    line = project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-99")
    assert told(project) == [("review-date", Place(ORCA, line, 14))]


FINDER = "data/finder.yml"
TOMBSTONE = f"data/categories/{ENDED}.yml"

NAMED = [
    (ORCA, "  - harba\n", "  - {}\n", "`related`", 5),
    (CODES, "about: harba", "about: {}", "`about`", 12),
    (FINDER, "categories: [harba]", "categories: [harba, {}]", "`categories`", 29),
    (TOMBSTONE, "    - mountain-rescue-team", "    - {}", "`instead`", 7),
]
"""Each place that names a category: a text of the file, its place taken by the name, its key."""


@pytest.mark.parametrize(("path", "old", "new", "key", "column"), NAMED)
@pytest.mark.parametrize(
    ("slug", "says"),
    [
        (ENDED, f"`{ENDED}` has ended: remove this line"),
        ("horse-towing", "`horse-towing` has ended: remove this line"),
        (
            "bakery-help",
            "there is no category `bakery-help`: its name is `village-bakery-help` now",
        ),
        ("nowhere", "there is no category `nowhere`: "),
        ("orcha", "there is no category `orcha`: did you mean `orca`?"),
    ],
)
def test_a_category_that_is_not_there_any_more_is_told_where_it_is_named(
    project: Project, path: str, old: str, new: str, key: str, column: int, slug: str, says: str
) -> None:
    line = project.replace(path, old, new.format(slug))
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("unknown-name", Place(path, line, column))
    assert problem.message.startswith(f"{key}: {says}")
    assert ENDED not in problem.message.replace(f"`{slug}`", "")
    if "has ended" not in says and "its name is" not in says:
        assert problem.message.endswith("; if none is meant, remove it")


def test_categories_that_go_on_may_be_named_instead(project: Project) -> None:
    project.replace(TOMBSTONE, "    - mountain", "    - orca\n    - mountain")
    assert not told(project)


def test_a_category_that_cannot_be_read_may_be_named_instead(project: Project) -> None:
    project.write("data/categories/mountain-rescue-team.yml", "- a\n")
    assert {place.path for _, place in told(project)} == {
        "data/categories/mountain-rescue-team.yml"
    }


def test_no_category_may_have_the_title_of_one_that_has_ended(project: Project) -> None:
    project.replace(ORCA, "title: ORCA", "title: barge Towing")
    assert [(rule, place.path) for rule, place in told(project)] == [("repeated-name", TOMBSTONE)]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (REVIEWERS, "review-desk-one:", "revew-desk-one:", "reviewer"),
        (REVIEWERS, "review-desk-one:", "somebody-else:", "reviewer"),
        ("data/groups.yml", "agreement-between-towns:", "agreement-betwen-towns:", "unknown-name"),
        ("data/sources.yml", "exemption-codes:", "exemptoin-codes:", "unknown-name"),
        (FINDER, "- key: job", "- key: jobb", "unknown-name"),
        (CODES, "code: P23", "code: P32", "unknown-code"),
    ],
)
def test_a_name_misspelt_where_it_is_defined_is_told_once_there(
    project: Project, path: str, old: str, new: str, rule: str
) -> None:
    project.replace(path, old, new)
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == (rule, path)
    assert re.search(r"\d places", problem.message)


def test_two_slips_of_a_name_that_others_spell_well_are_told_where_they_are(
    project: Project,
) -> None:
    for path in (ORCA, HARBA):
        project.replace(path, "  - exemption-codes", "  - exemptoin-codes")
    assert {place.path for _, place in told(project)} == {ORCA, HARBA}


@pytest.mark.parametrize(("name", "key"), [("turnabout", "turn-about"), ("exchange", "turn-about")])
def test_a_group_that_was_renamed_is_told_where_it_is_defined(
    project: Project, name: str, key: str
) -> None:
    line = project.replace("data/groups.yml", f"{key}:", f"{name}:")
    (problem,) = problems_of(project)
    assert problem.place == Place("data/groups.yml", line, 1)
    assert f"nobody uses `{name}`, and 2 places" in problem.message
    assert "If it was renamed, write the new one in those places" in problem.message


def test_a_page_that_shows_the_group_goes_on_using_it(project: Project) -> None:
    project.write("content/categories/index.md", project.read("content/categories/index.md"))
    project.replace("data/categories/sailing-school-season.yml", "turn-about", "interest-of-towns")
    project.replace("data/groups.yml", "agreement-between-towns:", "agreements:")
    (problem,) = problems_of(project)
    assert "nobody uses `agreements`" in problem.message


def test_a_reviewer_whose_key_is_another_one_is_never_taken_for_renamed(project: Project) -> None:
    project.replace("data/reviewers.yml", "review-desk-one:", "anna:")
    (problem,) = problems_of(project)
    assert "anna" not in problem.message
    assert problem.message.endswith("has to stay here, after leaving as well")
