import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

GLOSSARY = "content/glossary.md"


def added(project: Project, path: str) -> None:
    text = project.read(GLOSSARY).replace("title: ", 'title: "Another" # ', 1)
    project.write(path, text)


def test_a_page_to_which_no_line_leads_is_told_with_the_line_to_write(project: Project) -> None:
    added(project, "content/a/b.md")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("navigation", Place("content/a/b.md"))
    assert "`- Its name: a/b.md`" in problem.message
    project.in_navigation("a/b.md")
    assert not told(project)


def test_a_page_deep_in_the_navigation_or_left_out_on_purpose_is_welcome(project: Project) -> None:
    added(project, "content/deep.md")
    project.replace("mkdocs.yml", "\nnav:\n", "\nnav:\n  - More:\n    - Deeper:\n      - deep.md\n")
    assert not told(project)
    added(project, "content/apart.md")
    project.replace("mkdocs.yml", "not_in_nav: |\n", "not_in_nav: |\n  /apart.md\n")
    text = project.read("content/apart.md").replace('"Another" #', '"Apart" #')
    project.write("content/apart.md", text)
    assert not told(project)


@pytest.mark.parametrize(
    ("uri", "says"),
    [("glosary.md", "did you mean `glossary.md`?"), ("zzzzzz.md", "remove this line")],
)
def test_a_line_that_leads_nowhere_is_told_where_it_stands(
    project: Project, uri: str, says: str
) -> None:
    project.in_navigation(uri)
    (problem,) = problems_of(project)
    line = project.line_of("mkdocs.yml", f"Another: {uri}")
    assert (problem.rule, problem.place) == ("navigation", Place("mkdocs.yml", line, 14))
    assert says in problem.message


def test_a_page_that_cannot_be_read_is_no_line_that_leads_nowhere(project: Project) -> None:
    project.write(GLOSSARY, "no head")
    assert [rule for rule, _ in told(project)] == ["front-matter"]


@pytest.mark.parametrize("text", ["nav: [", "- a\n", "site_name: x\n"])
def test_without_a_navigation_nothing_is_said_of_it(project: Project, text: str) -> None:
    project.write("mkdocs.yml", text)
    assert not told(project)
    project.delete("mkdocs.yml")
    assert not told(project)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Big.md", "content/big.md"),
        ("a b.md", "content/a-b.md"),
        ("README.md", "content/readme.md"),
        ("Über/x_y.md", "content/ber/x-y.md"),
    ],
)
def test_a_page_whose_name_is_no_address_is_refused_with_a_better_one(
    project: Project, name: str, wanted: str
) -> None:
    added(project, f"content/{name}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("slug", Place(f"content/{name}"))
    assert problem.message.endswith(f"as in {wanted}")


def test_a_line_may_lead_to_the_page_of_a_category(project: Project) -> None:
    project.in_navigation("categories/orca.md")
    assert not told(project)
    project.remove_key("data/categories/orca.yml", "title")
    assert "navigation" not in [rule for rule, _ in told(project)]
