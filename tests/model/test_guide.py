from dataclasses import replace
from datetime import date

import pytest

from generator.model.guide import Guide, assemble
from generator.model.load import load
from generator.model.records import SINGLE_FILES
from generator.model.review import Status
from tests.project import CATEGORIES, TODAY, Project


def guide(project: Project, today: date = TODAY) -> Guide:
    found = assemble(load(project.root)[0], today)
    assert found is not None
    return found


def test_the_frozen_records_make_a_guide(project: Project) -> None:
    found = guide(project)
    assert found.today == TODAY
    assert sorted(found.categories) == CATEGORIES


@pytest.mark.parametrize("name", SINGLE_FILES)
def test_without_a_file_that_all_pages_need_there_is_no_guide(project: Project, name: str) -> None:
    project.delete(f"data/{name}.yml")
    assert assemble(load(project.root)[0], TODAY) is None


def test_categories_come_by_group_then_order_then_title(project: Project) -> None:
    assert list(guide(project).categories) == [
        "harba",
        "orca",
        "lighthouse-keeper-swap",
        "village-bakery-help",
        "mountain-rescue-team",
        "carnivals-and-fairs-misc",
        "sailing-school-season",
    ]
    project.replace("data/categories/orca.yml", "order: 20", "order: 9")
    assert list(guide(project).categories)[:2] == ["orca", "harba"]
    project.replace("data/categories/orca.yml", "order: 9", "order: 10")
    assert list(guide(project).categories)[:2] == ["harba", "orca"]
    # The slug would leave them as they are: the title does not.
    project.replace("data/categories/harba.yml", "title: HARBA", "title: The HARBA")
    assert list(guide(project).categories)[:2] == ["orca", "harba"]
    project.replace("data/categories/harba.yml", "order: 10", "order: 8")
    assert list(guide(project).categories)[:2] == ["harba", "orca"]


def test_codes_are_found_from_either_side(project: Project) -> None:
    found = guide(project)
    orca = found.categories["orca"]
    assert [entry.label for entry in found.codes_of(orca)] == ["P23", "P22"]
    assert found.slugs_by_code["P23"] == ["harba", "orca"]
    assert found.slugs_by_code["K20 series"] == ["sailing-school-season"]
    assert found.code_by_label["K21+"].anchor == "k21+"


def test_codes_about_a_category_are_those_that_say_so(project: Project) -> None:
    about = guide(project).also_codes
    # Two say so; the others are those that IRCC's pages name for its routes.
    assert [entry.label for entry in about["harba"]] == ["P21", "P22", "P34", "P36", "P37", "P38"]
    assert "mountain-rescue-team" not in about


def test_routes_are_found_by_the_codes_that_ircc_s_pages_name_for_them(project: Project) -> None:
    found = guide(project).routes_by_code
    assert [(slug, route.key) for slug, _, route in found["P37"]] == [("harba", "keepers-of-books")]
    assert "P23" not in found


def test_related_categories_come_in_the_order_of_the_file(project: Project) -> None:
    found = guide(project)
    related = dict(found.related(found.categories["orca"]))
    assert list(related) == ["harba", "lighthouse-keeper-swap"]
    unread = replace(found, categories={"orca": found.categories["orca"]})
    assert not list(unread.related(found.categories["orca"]))


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2023, 3, 31), Status.CURRENT),
        (date(2023, 4, 1), Status.DUE_SOON),
        (date(2023, 5, 31), Status.DUE_SOON),
        (date(2023, 6, 1), Status.OVERDUE),
    ],
)
def test_the_status_of_a_review_follows_settings_and_day(
    project: Project, today: date, status: Status
) -> None:
    found = guide(project, today)
    record = found.categories["orca"]
    assert found.due(record) == date(2023, 5, 31)
    assert found.status(record) is status


def test_the_register_lists_each_page_of_content_with_its_link(project: Project) -> None:
    pages = {page.link: page for page in guide(project).pages}
    assert pages["/codes.md"].subject == "codes"
    assert pages["/categories/index.md"].subject == "categories/index"
    assert len(pages) == len(list((project.root / "content").rglob("*.md")))
    assert pages["/codes.md"].record.reviewed_on.iso == "2022-05"
