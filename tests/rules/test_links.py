import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

EMPLOYERS = "content/employers.md"
CETA = "data/categories/ceta.yml"


def linked(project: Project, target: str) -> int:
    return project.replace(EMPLOYERS, "(/codes.md)", f"({target})")


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("/code.md#c12", "did you mean `/codes.md`?"),
        ("/categories/cetta.md", "did you mean `/categories/ceta.md`?"),
        ("categories/cusmo.md", "did you mean `/categories/cusma.md`?"),
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
    ["codes.md", "./codes.md#c12", "/categories/ceta.md", "https://x.example/y.md", "#top"],
)
def test_a_link_that_leads_somewhere_is_welcome(project: Project, target: str) -> None:
    linked(project, target)
    assert told(project) == []


def test_a_link_to_a_renamed_category_names_the_new_one(project: Project) -> None:
    linked(project, "/categories/europe.md")
    project.replace(CETA, "order:", "formerly: [europe]\norder:")
    (problem,) = problems_of(project)
    assert "did you mean `/categories/ceta.md`?" in problem.message


def test_a_page_that_cannot_be_read_is_still_a_page(project: Project) -> None:
    project.write("content/codes.md", "no head")
    project.write(CETA, "title: [")
    linked(project, "/categories/ceta.md")
    assert "unknown-name" not in [rule for rule, _ in told(project)]
