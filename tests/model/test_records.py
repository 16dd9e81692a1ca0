import pytest

from generator.model.load import load
from generator.model.records import SINGLE_FILES, Records
from generator.problems.problem import Place
from tests.project import CATEGORIES, ENDED, Project

ORCA = "data/categories/orca.yml"
PAGE = "content/codes.md"


def loaded(project: Project) -> Records:
    return load(project.root)[0]


def test_entries_are_every_file_once(project: Project) -> None:
    paths = [entry.path for entry in loaded(project).entries()]
    assert len(paths) == len(set(paths))
    assert {f"data/{name}.yml" for name in SINGLE_FILES} <= set(paths)
    assert {f"data/categories/{slug}.yml" for slug in CATEGORIES} <= set(paths)
    assert PAGE in paths


def test_an_entry_knows_the_place_of_its_values_and_keys(project: Project) -> None:
    entry = loaded(project).categories["orca"]
    line = project.line_of(ORCA, "codes:")
    assert entry.place("codes", 1) == Place(ORCA, line, 14)
    assert entry.place("codes", key=True) == Place(ORCA, line, 1)
    assert entry.place("verify", "url", key=True).column == 3
    assert entry.place("no such key") == Place(ORCA, 2, 1)


def test_a_page_knows_its_text_and_where_it_begins(project: Project) -> None:
    page = loaded(project).content[PAGE]
    first = page.body.split("\n").index("# Exemption codes")
    assert page.body_line + first == project.line_of(PAGE, "# Exemption codes")


def test_what_is_reviewed_is_categories_pages_comparison_and_finder(project: Project) -> None:
    """What has ended is among them: its review stays."""
    records = loaded(project)
    reviewed = {entry.path for entry in records.reviewed("reviewed_on")}
    expected = {entry.path for entry in (*records.categories.values(), *records.content.values())}
    expected |= {"data/comparison.yml", "data/finder.yml", f"data/categories/{ENDED}.yml"}
    assert reviewed == expected


def test_a_faulty_key_is_left_out_where_it_is_asked_for_and_only_there(project: Project) -> None:
    project.remove_key(ORCA, "reviewed_on")
    project.replace(ORCA, "order: 20", "order: ten")
    records = loaded(project)
    assert records.categories["orca"].faulty == {"reviewed_on", "order"}
    assert ORCA not in {entry.path for entry in records.reviewed("reviewed_on")}
    assert ORCA in {entry.path for entry in records.reviewed("reviewed_by")}
    assert "orca" not in dict(records.categories_with("order"))
    assert "orca" in dict(records.categories_with("codes"))


def test_what_has_errors_is_not_usable(project: Project) -> None:
    project.replace(ORCA, "order: 20", "order: ten")
    project.replace(PAGE, "title: ", "title: #")
    usable = loaded(project).usable({ORCA, PAGE, "data/terms.yml"})
    assert usable.categories.keys() == set(CATEGORIES) - {"orca"}
    assert PAGE not in usable.content
    assert usable.terms is None
    assert usable.unread == {"orca", PAGE}


def test_an_earlier_sound_state_stands_in_for_what_has_errors(project: Project) -> None:
    earlier = loaded(project)
    project.replace(ORCA, "title: ORCA", "title: Later")
    project.replace("data/categories/harba.yml", "title: HARBA", "title: Changed")
    usable = loaded(project).usable({ORCA, "data/terms.yml"}, earlier)
    assert usable.categories["orca"] is earlier.categories["orca"]
    assert usable.categories["harba"].record.title == "Changed (BRAHA)"
    assert usable.terms is earlier.terms


def test_a_category_that_was_deleted_does_not_come_back(project: Project) -> None:
    earlier = loaded(project)
    project.delete(ORCA)
    assert "orca" not in loaded(project).usable(set(), earlier).categories


@pytest.mark.parametrize("broken", [set[str](), {ORCA}])
def test_the_records_themselves_stay_as_they_were(project: Project, broken: set[str]) -> None:
    records = loaded(project)
    records.usable(broken)
    assert records.categories.keys() == set(CATEGORIES)
    assert not records.unread
