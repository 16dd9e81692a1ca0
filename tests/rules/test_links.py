import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

EMPLOYERS = "content/employers.md"
ORCA = "data/categories/orca.yml"


def linked(project: Project, target: str) -> int:
    return project.replace(EMPLOYERS, "(/codes.md)", f"({target})")


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("/code.md#k12", "did you mean `/codes.md`?"),
        ("/categories/orcca.md", "did you mean `/categories/orca.md`?"),
        ("categories/harbo.md", "did you mean `/categories/harba.md`?"),
        ("/nothing-like-it.md", "name a file of content/"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_at_its_target(
    project: Project, target: str, advice: str
) -> None:
    line = linked(project, target)
    (problem,) = problems_of(project)
    column = project.read(EMPLOYERS).split("\n")[line - 1].index(target) + 1
    assert (problem.rule, problem.place) == ("unknown-name", Place(EMPLOYERS, line, column))
    assert problem.message == f"there is no page {target.partition('#')[0]}: {advice}"


@pytest.mark.parametrize(
    "target",
    ["codes.md", "./codes.md#k12", "/categories/orca.md", "https://x.example/y.md", "#top"],
)
def test_a_link_that_leads_somewhere_is_welcome(project: Project, target: str) -> None:
    linked(project, target)
    assert told(project) == []


def test_a_link_to_a_renamed_category_names_the_new_one(project: Project) -> None:
    linked(project, "/categories/rivers.md")
    project.replace(ORCA, "order:", "formerly: [rivers]\norder:")
    (problem,) = problems_of(project)
    assert "did you mean `/categories/orca.md`?" in problem.message


def test_a_page_that_cannot_be_read_is_still_a_page(project: Project) -> None:
    project.write("content/codes.md", "no head")
    project.write(ORCA, "title: [")
    linked(project, "/categories/orca.md")
    assert "unknown-name" not in [rule for rule, _ in told(project)]
