import pytest

from generator.guide import compile_guide
from generator.problems.problem import Place, Severity
from tests.project import TODAY, Project

PAGE = "content/employers.md"


def told(project: Project, link: str) -> list[tuple[Place, Severity]]:
    project.replace(PAGE, "A promise", f"Look {link}. A promise")
    found = compile_guide(project.root, TODAY).problems
    return [(problem.place, problem.severity) for problem in found if problem.rule == "link-words"]


@pytest.mark.parametrize("words", ["here", "click here", "Here", "**this page**", "this", "more"])
def test_a_link_whose_words_say_nothing_is_advice(project: Project, words: str) -> None:
    line = project.line_of(PAGE, "A promise")
    assert told(project, f"[{words}](/codes.md)") == [(Place(PAGE, line, 6), Severity.ADVICE)]


@pytest.mark.parametrize(
    "link",
    [
        "[the codes here](/codes.md)",
        "[more on codes](/codes.md)",
        "here",
        "`[here](/codes.md)`",
        "[What happens here?](/codes.md)",
    ],
)
def test_a_link_that_says_where_it_leads_is_welcome(project: Project, link: str) -> None:
    assert told(project, link) == []
