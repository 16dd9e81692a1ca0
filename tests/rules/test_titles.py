from generator.model.load import load
from generator.model.site import MOST_OF_TITLE
from generator.problems.problem import Place, Problem, Severity
from generator.rules.titles import home_title_is_shown
from tests.project import TODAY, Project

HOME = "content/index.md"
TITLE = 'title: "Permits without a test"'


def found(project: Project) -> list[Problem]:
    return list(home_title_is_shown(load(project.root)[0], TODAY))


def test_a_title_of_the_first_page_that_would_be_cut_off_is_told(project: Project) -> None:
    line = project.replace(HOME, TITLE, f"title: Permits {'x' * (MOST_OF_TITLE - 7)}")
    (told,) = found(project)
    assert (told.rule, told.severity) == ("text", Severity.ADVICE)
    assert told.place == Place(HOME, line, 8)
    assert "`title`: this has 66 characters, of which search engines show 65" in told.message


def test_a_title_of_as_many_characters_as_are_shown_is_sound(project: Project) -> None:
    project.replace(HOME, TITLE, f"title: Permits {'x' * (MOST_OF_TITLE - 8)}")
    assert found(project) == []


def test_any_other_page_s_title_gives_way_to_a_shorter_one(project: Project) -> None:
    project.replace("content/find.md", 'title: "Find', f'title: "Find {"x" * MOST_OF_TITLE}')
    assert found(project) == []
