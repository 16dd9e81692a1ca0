import pytest

from generator.model.load import load
from generator.problems.problem import Problem
from generator.rules.firm import firm_pages_exist
from tests.project import ORCA, TODAY, Project

FIRM = "data/firm.yml"


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
