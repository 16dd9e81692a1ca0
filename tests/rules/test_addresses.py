import pytest

from generator.problems.problem import Place
from generator.rules.addresses import NEEDED
from tests.project import Project, told

ORCA = "data/categories/orca.yml"
GLOSSARY = "content/glossary.md"


def another(project: Project, path: str) -> None:
    """Write a sound page or category whose title is its own."""
    source = ORCA if path.startswith("data/") else GLOSSARY
    if path.startswith("data/"):
        project.lead_to(path.removeprefix("data/categories/").removesuffix(".yml"))
    else:
        project.in_navigation(path.removeprefix("content/"))
    project.write(path, project.read(source).replace("title: ", 'title: "Another" # ', 1))


@pytest.mark.parametrize("path", NEEDED)
def test_each_page_at_a_stable_address_is_needed(project: Project, path: str) -> None:
    project.delete(path)
    assert told(project) == [("missing-page", Place(path))]


def test_other_pages_may_come_and_go(project: Project) -> None:
    project.delete(GLOSSARY)
    project.replace("mkdocs.yml", "  - Glossary: glossary.md\n", "")
    assert not told(project)


@pytest.mark.parametrize("text", ["", "# Codes\n", "---\ntitle: a: b\n---\n"])
def test_a_needed_page_that_cannot_be_read_is_not_called_missing(
    project: Project, text: str
) -> None:
    project.write("content/codes.md", text)
    assert "missing-page" not in [rule for rule, _ in told(project)]
    assert len(told(project)) == 1


@pytest.mark.parametrize("path", ["content/categories/orca.md", "content/codes/index.md"])
def test_a_second_page_at_one_address_is_told(project: Project, path: str) -> None:
    another(project, path)
    (found,) = told(project)
    assert found[0] == "slug"


def test_a_category_at_the_address_of_the_list_of_categories_is_told(project: Project) -> None:
    another(project, "data/categories/index.yml")
    assert [rule for rule, _ in told(project)] == ["slug"]


@pytest.mark.parametrize("path", ["content/more.md", "content/a/b.md", "data/categories/more.yml"])
def test_a_page_at_an_address_of_its_own_is_welcome(project: Project, path: str) -> None:
    another(project, path)
    assert not told(project)


def earlier(project: Project, path: str, names: str) -> int:
    return project.replace(path, "order:", f"formerly: {names}\norder:")


def test_an_earlier_address_that_nobody_else_has_is_welcome(project: Project) -> None:
    earlier(project, ORCA, "[orchard-pact, rivers]")
    assert told(project) == []


@pytest.mark.parametrize("name", ["orca", "harba", "codes"])
def test_an_earlier_address_that_a_page_has_now_is_told_at_the_name(
    project: Project, name: str
) -> None:
    if name == "codes":
        another(project, "content/categories/codes.md")
    line = earlier(project, ORCA, f"[rivers, {name}]")
    (problem,) = told(project)
    assert problem == ("slug", Place(ORCA, line, 20))


def test_an_earlier_address_of_two_categories_is_told_at_the_second(project: Project) -> None:
    earlier(project, "data/categories/harba.yml", "[agreements]")
    line = earlier(project, ORCA, "[agreements]")
    assert told(project) == [("slug", Place(ORCA, line, 12))]
