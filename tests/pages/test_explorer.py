import json

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.pages.explorer import ROWS, explorer_data, nationalities
from tests.hostile import let_through
from tests.project import CATEGORIES, TODAY, Project


def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def test_every_category_is_there_with_every_row(project: Project) -> None:
    data = json.loads(explorer_data(guide(project)))
    assert data["rows"] == ROWS
    assert sorted(item["slug"] for item in data["items"]) == CATEGORIES
    for item in data["items"]:
        assert all(item[key].strip() for key in ROWS.values())
        assert set(item["permits"]) <= {"employer-specific", "open"}
        assert item["permits"]
        assert item["fees"]


def test_categories_are_compared_by_their_routes_too(project: Project) -> None:
    data = json.loads(explorer_data(guide(project)))
    assert data["rows"]["Routes"] == "routes"
    found = {item["slug"]: item["routes"] for item in data["items"]}
    assert found["harba"] == "Boat menders, Book-keepers, Ferrymen"
    assert found["orca"] == "No separate routes"


def test_what_depends_may_turn_out_either_way(project: Project) -> None:
    data = json.loads(explorer_data(guide(project)))
    found = {item["slug"]: item for item in data["items"]}
    assert found["sailing-school-season"]["permits"] == ["employer-specific", "open"]
    assert found["orca"]["permits"] == ["employer-specific"]
    assert found["orca"]["fees"] == ["yes"]


def test_no_text_can_end_the_script(project: Project) -> None:
    project.replace(
        "data/categories/orca.yml",
        "title: ORCA",
        'title: "</script><script>alert(1)</script> & <!--"',
    )
    with let_through():
        text = explorer_data(guide(project))
    assert "<" not in text
    assert "&" not in text
    title = next(i["title"] for i in json.loads(text)["items"] if i["slug"] == "orca")
    assert title.startswith("</script><script>alert(1)</script> & <!--")


def test_the_citizens_that_categories_name_can_be_chosen(project: Project) -> None:
    assert nationalities(guide(project)) == ["Bayside and Northport", "Riverside countries"]
