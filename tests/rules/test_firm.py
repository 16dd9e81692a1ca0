import pytest

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity
from generator.rules.firm import (
    firm_pages_exist,
    licences_can_be_looked_up,
    somebody_is_licensed,
    statements_promise_nothing,
)
from tests.project import ORCA, TODAY, Project

FIRM = "data/firm.yml"
PEOPLE = "data/reviewers.yml"


def found(project: Project) -> list[Problem]:
    return list(firm_pages_exist(load(project.root)[0], TODAY))


def test_the_frozen_guide_names_pages_that_are_there(project: Project) -> None:
    assert found(project) == []


@pytest.mark.parametrize(
    ("old", "new", "key", "name"),
    [
        ("page: talk", "page: tolk", "page", "tolk"),
        ("section: water", "section: waters", "section", "waters"),
        ("links: [permits]", "links: [permits, permit]", "links", "permit"),
    ],
)
def test_a_page_that_is_not_there_is_told_where_it_is_named(
    project: Project, old: str, new: str, key: str, name: str
) -> None:
    line = project.replace(FIRM, old, new)
    (told,) = found(project)
    assert (told.rule, told.place.path, told.place.line) == ("unknown-name", FIRM, line)
    assert f"`{key}`: there is no page `{name}`" in told.message
    assert f"`{old.split(': ')[1].strip('[]')}`" in told.message


def test_a_page_s_title_is_answered_with_its_key(project: Project) -> None:
    project.replace(FIRM, "section: water", "section: work-by-the-water")
    (told,) = found(project)
    assert "`water`" in told.message


def test_a_category_s_page_that_is_not_there_is_told_in_the_category(project: Project) -> None:
    line = project.replace(ORCA, "\nrelated:", "\nfirm_page: waters\nrelated:") + 1
    (told,) = found(project)
    assert (told.rule, told.place.path, told.place.line) == ("unknown-name", ORCA, line)
    assert told.message == (
        "`firm_page`: there is no page `waters`: did you mean `water`? The names are in `pages` in"
        " data/firm.yml"
    )


def test_a_category_s_page_that_is_there_is_sound(project: Project) -> None:
    project.replace(ORCA, "\nrelated:", "\nfirm_page: water\nrelated:")
    assert found(project) == []


def test_somebody_who_has_not_left_is_licensed(project: Project) -> None:
    records = load(project.root)[0]
    assert list(somebody_is_licensed(records, TODAY)) == []
    project.replace(PEOPLE, "  licence: R000042", "  left: 2022-10\n  licence: R000042")
    assert list(somebody_is_licensed(load(project.root)[0], TODAY)) == []
    line = project.replace(PEOPLE, "  licence: R000043", "  left: 2022-11\n  licence: R000043")
    (told,) = somebody_is_licensed(load(project.root)[0], TODAY)
    assert (told.rule, told.severity) == ("reviewer", Severity.ERROR)
    assert told.place == Place(PEOPLE, line, 9)
    assert "write another reviewer with a licence" in told.message


def test_a_licence_that_nobody_can_look_up_is_told_until_the_reviewer_leaves(
    project: Project,
) -> None:
    (told,) = licences_can_be_looked_up(load(project.root)[0], TODAY)
    assert (told.rule, told.severity, told.place.path) == ("reviewer", Severity.ADVICE, PEOPLE)
    assert "Review Desk Two" in told.message
    register = "  public_register: https://register.example/licences\n"
    line = project.replace(PEOPLE, register, '  public_register: ""\n')
    told, _ = licences_can_be_looked_up(load(project.root)[0], TODAY)
    assert told.place.line == line
    assert "Review Desk One" in told.message
    project.replace(PEOPLE, '  public_register: ""\n', register)
    project.replace(PEOPLE, "  licence: R000043", "  left: 2022-11\n  licence: R000043")
    assert list(licences_can_be_looked_up(load(project.root)[0], TODAY)) == []


@pytest.mark.parametrize(
    ("key", "text", "word"),
    [
        ("outcome", "We guarantee the outcome", "guarantee"),
        ("outcome", "The outcome is Guaranteed, and nobody doubts it", "Guaranteed"),
        ("outcome", "The town decides. 100% of our lines end well", "100%"),
        ("outcome", "The lines end well in 100 % of all cases", "100 %"),
        ("outcome", "The lines end well in 100 per cent of all cases", "100 per cent"),
        ("outcome", "This is no advice, but we are the best", "best"),
        ("advice", "This is the best advice in town", "best"),
        ("government", "We are no town hall. We are the best lantern", "best"),
    ],
)
def test_a_promise_at_the_foot_of_every_page_is_told(
    project: Project, key: str, text: str, word: str
) -> None:
    old = next(row for row in project.read(FIRM).split("\n") if row.startswith(f"  {key}: "))
    line = project.replace(FIRM, old, f"  {key}: {text}.")
    (told,) = statements_promise_nothing(load(project.root)[0], TODAY)
    assert (told.rule, told.place) == ("text", Place(FIRM, line, len(key) + 5))
    assert f"`{key}`: “{word}”" in told.message


@pytest.mark.parametrize(
    "text",
    [
        "The outcome is not guaranteed",
        "Nobody can guarantee the outcome",
        "No one but the town can guarantee the outcome",
        "We cannot promise or guarantee anything",
        "We don’t guarantee the outcome",
        "There is no 100 % certainty",
        "To the best of our knowledge the towns decide",
        "It is in your best interests to ask the town",
        "The fee is 1100 lanterns",
    ],
)
def test_what_promises_nothing_is_sound(project: Project, text: str) -> None:
    project.replace(
        FIRM, "  outcome: The towns decide, and nobody can say how.", f"  outcome: {text}."
    )
    assert list(statements_promise_nothing(load(project.root)[0], TODAY)) == []


def test_other_texts_of_the_firm_may_have_such_words(project: Project) -> None:
    project.replace(FIRM, "It costs nothing.", "We do our best. Nothing is 100% sure.")
    assert list(statements_promise_nothing(load(project.root)[0], TODAY)) == []
