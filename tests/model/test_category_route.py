from generator.model.category_route import CategoryRoute
from generator.model.guide import Guide, assemble
from generator.model.load import load
from tests.project import TODAY, Project


def guide(project: Project) -> Guide:
    found = assemble(load(project.root)[0], TODAY)
    assert found is not None
    return found


def test_a_route_is_known_by_its_category_too(project: Project) -> None:
    found = next(route for route in guide(project).routes if route.anchor == "keepers-of-books")
    slug, category, route = found
    assert found == CategoryRoute(slug, category, route)
    assert found.name == "harba/keepers-of-books"
    assert found.title == f"HARBA (BRAHA): {route.title}"
    assert (found.uri, found.anchor) == ("categories/harba.md", "keepers-of-books")
    assert found.link == "/categories/harba.md#keepers-of-books"
    assert found.address == "/categories/harba/#keepers-of-books"


def test_each_route_is_found_by_its_page(project: Project) -> None:
    found = guide(project)
    assert [route for page in found.routes_by_page.values() for route in page] == found.routes
    harba = found.routes_by_page["categories/harba.md"]
    assert [route.route for route in harba] == list(found.categories["harba"].routes)
    assert "categories/orca.md" not in found.routes_by_page


def test_the_reviewer_s_routes_and_ircc_s_are_found_by_their_codes(project: Project) -> None:
    found = guide(project)
    name = ["harba/keepers-of-books"]
    assert [route.name for route in found.reviewed_routes_by_code["P24"]] == name
    assert [route.name for route in found.routes_by_code["P37"]] == name
    assert "P37" not in found.reviewed_routes_by_code
    assert "P24" not in found.routes_by_code


def test_a_code_concerns_a_category_once_for_whatever_reasons(project: Project) -> None:
    ferryman = "code: P34\n    subject: HARBA ferryman\n"
    project.replace("data/codes.yml", ferryman, f"{ferryman}    about: harba\n")
    project.replace("data/categories/harba.yml", "ircc_codes: [P36]", "ircc_codes: [P36, P34]")
    also = [entry.label for entry in guide(project).also_codes["harba"]]
    assert also == ["P21", "P22", "P34", "P36", "P37", "P38"]
