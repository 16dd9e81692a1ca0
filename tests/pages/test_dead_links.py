import re

import pytest

from generator.guide import compile_guide
from generator.problems.problem import Place, Problem, Severity
from tests.drawn import picture
from tests.project import OVERDUE, TODAY, Project

EMPLOYERS = "content/employers.md"
ORCA = "data/categories/orca.yml"
ELSEWHERE = "name the anchor of a heading there"


def problems_of(project: Project) -> list[Problem]:
    """Return what is told, but for advice and the frozen guide's own overdue review."""
    return [
        problem
        for problem in compile_guide(project.root, TODAY).problems
        if problem.severity is not Severity.ADVICE
        and (problem.rule, problem.place.path) != ("review-overdue", OVERDUE)
    ]


def told(project: Project) -> list[tuple[str, Place]]:
    return [(problem.rule, problem.place) for problem in problems_of(project)]


def linked(project: Project, target: str) -> int:
    return project.replace(EMPLOYERS, "(/codes.md)", f"({target})")


def only(project: Project, line: int, target: str) -> str:
    """Return what is told of the one wrong link, which must be told at its target."""
    (problem,) = problems_of(project)
    written = project.read(EMPLOYERS).split("\n")[line - 1]
    opened = re.search(rf"(?:[(\"'<]|\]: )(?={re.escape(target)}(?:[)\"'>\s]|$))", written)
    column = opened.end() + 1 if opened else 1
    assert (problem.rule, problem.place) == ("unknown-name", Place(EMPLOYERS, line, column))
    assert problem.severity is Severity.ERROR
    return problem.message


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("/code.md#k12", "did you mean `/codes.md`?"),
        ("/categories/orcca.md", "did you mean `/categories/orca.md`?"),
        ("categories/harbo.md", "did you mean `/categories/harba.md`?"),
        ("/nothing-like-it.md", "name a file of content/"),
        ("../codes.md", "did you mean `/codes.md`?"),
        ("/content/codes.md", "did you mean `/codes.md`?"),
        ("/Codes.md", "did you mean `/codes.md`?"),
        ("/categories/Orca.md", "did you mean `/categories/orca.md`?"),
        ("/orca.md", "did you mean `/categories/orca.md`?"),
        ("/categories.md", "did you mean `/categories/index.md`?"),
        ("/categories/barge_towing.md", "did you mean `/categories/barge-towing.md`?"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_at_its_target(
    project: Project, target: str, advice: str
) -> None:
    said = only(project, linked(project, target), target)
    assert said == f"there is no page {target.partition('#')[0]}: {advice}"


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        ("/code.csv", "did you mean `/codes.csv`?"),
        ("/nothing-like-it.pdf", "name a file of content/"),
        ("/codes/", "did you mean `/codes.md`?"),
        ("/codes", "did you mean `/codes.md`?"),
        ("/codes.html", "did you mean `/codes.md`?"),
        ("/codes/index.html", "did you mean `/codes.md`?"),
        ("/categories/orca/", "did you mean `/categories/orca.md`?"),
        ("../categories/orca", "did you mean `/categories/orca.md`?"),
        ("/categories/", "did you mean `/categories/index.md`?"),
        ("/data/categories/orca.yml", "did you mean `/categories/orca.md`?"),
        ("/codes.md?x=1", "did you mean `/codes.md`?"),
        ("..\\Codes", "did you mean `/codes.md`?"),
        ("/", "name a file of content/"),
        ("http://[bad", "name a file of content/"),
    ],
)
def test_a_link_to_a_file_that_is_not_there_is_told_at_its_target(
    project: Project, target: str, advice: str
) -> None:
    said = only(project, linked(project, target), target)
    assert said == f"there is no file {target}: {advice}"


@pytest.mark.parametrize(
    ("target", "uri", "advice"),
    [
        ("/codes.md#k122", "codes.md", "did you mean `#k12`?"),
        ("/codes.md#K12", "codes.md", "did you mean `#k12`?"),
        ("#The-Steps", "employers.md", "did you mean `#the-steps`?"),
        ("codes.md#nothing-like-it", "codes.md", ELSEWHERE),
        ("#the-stepps", "employers.md", "did you mean `#the-steps`?"),
        ("/categories/orca.md#at-a-glanc", "categories/orca.md", "did you mean `#at-a-glance`?"),
        ("/categories/index.md#x%20y", "categories/index.md", ELSEWHERE),
    ],
)
def test_an_anchor_that_is_not_there_is_told_at_its_link(
    project: Project, target: str, uri: str, advice: str
) -> None:
    said = only(project, linked(project, target), target)
    anchor = target.partition("#")[2].replace("%20", " ")
    assert said == f"the page /{uri} has no anchor `#{anchor}`: {advice}"


@pytest.mark.parametrize(
    "target",
    [
        "codes.md",
        "./codes.md#k12",
        "/categories/orca.md",
        "https://x.example/y.md",
        "#top",
        "#",
        "#the-steps",
        "employers.md#the-steps",
        "/codes.md#k21+",
        "/codes.md#top",
        "/categories/orca.md#p23",
        "/categories/orca.md#the-employers-step",
        "/find.md#the-questions",
        "/codes.csv",
        "/api/v1/index.json",
        "/reviews.ics",
        "mailto:desk@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_welcome(project: Project, target: str) -> None:
    linked(project, target)
    assert told(project) == []


def test_a_file_of_content_may_be_linked_and_shown(project: Project) -> None:
    project.write("content/assets/map.png", picture("png"))
    project.write("content/form (1).png", picture("png"))
    shown = "![y](/form%20\\(1\\).png) [z](</form (1).png>) ![x](assets/map.png)"
    line = project.replace(EMPLOYERS, "A promise in", f"{shown} A promise in")
    assert told(project) == []
    project.delete("content/assets/map.png")
    said = only(project, line, "assets/map.png")
    assert said == "there is no file assets/map.png: name a file of content/"


@pytest.mark.parametrize(
    "written",
    [
        '<a href="{}">x</a>',
        "<a title='y' href='{}'>x</a>",
        "[x]({} 'A title')",
        "[x](<{}>)",
        "[x][y]\n\n[y]: {}",
        "[x][y]\n\n[y]: {} 'A title'",
        '<p>\n<a href="{}">x</a></p>',
    ],
)
def test_a_link_is_told_at_its_target_however_it_is_written(project: Project, written: str) -> None:
    shown = written.format("/code.md")
    project.replace(EMPLOYERS, "\n## The steps", f"\n{shown}\n\n## The steps")
    line = project.line_of(EMPLOYERS, "/code.md")
    said = only(project, line, "/code.md")
    assert said == "there is no page /code.md: did you mean `/codes.md`?"


def test_a_picture_that_is_not_there_is_told_at_its_address(project: Project) -> None:
    line = project.replace(EMPLOYERS, "A promise in", '<img src="/gone.png" alt="A"> A promise in')
    assert only(project, line, "/gone.png").startswith("there is no file /gone.png")


def test_a_link_that_stands_twice_is_told_at_both_places_and_one_twice_there_once(
    project: Project,
) -> None:
    line = project.replace(EMPLOYERS, "(/codes.md)", "(/code.md) and [it](/code.md)")
    text = project.read(EMPLOYERS).split("\n")[line - 1]
    first = text.index("/code.md") + 1
    second = text.index("/code.md", first) + 1
    assert told(project) == [
        ("unknown-name", Place(EMPLOYERS, line, first)),
        ("unknown-name", Place(EMPLOYERS, line, second)),
    ]


def test_a_longer_target_that_begins_alike_is_another_link(project: Project) -> None:
    line = project.replace(EMPLOYERS, "(/codes.md)", "(/codes.md#k12) and [it](/codes.md#k1)")
    said = only(project, line, "/codes.md#k1")
    assert "no anchor `#k1`" in said


def test_what_is_no_link_is_no_dead_link(project: Project) -> None:
    for text in ("`[x](/code.md)`", "<!-- [x](/code.md) -->", "\\[x](/code.md)"):
        project.replace(EMPLOYERS, "A promise in", f"{text} A promise in")
    assert told(project) == []


def test_a_target_that_cannot_be_found_as_it_was_written_is_told_at_the_page_s_text(
    project: Project,
) -> None:
    project.replace(EMPLOYERS, "(/codes.md)", "(/code&#46;md)")
    (problem,) = problems_of(project)
    body = project.line_of(EMPLOYERS, "\n\n# The employer") + 1
    assert (problem.rule, problem.place) == ("unknown-name", Place(EMPLOYERS, body))
    assert problem.message.startswith("there is no page /code.md: ")


def test_a_link_to_a_renamed_category_names_the_new_one(project: Project) -> None:
    linked(project, "/categories/rivers.md")
    project.replace(ORCA, "order:", "formerly: [rivers]\norder:")
    (problem,) = problems_of(project)
    assert "did you mean `/categories/orca.md`?" in problem.message


def test_a_page_that_cannot_be_read_is_still_a_page(project: Project) -> None:
    project.write("content/codes.md", "no head")
    project.write(ORCA, "title: [")
    linked(project, "/categories/orca.md#at-a-glance")
    project.replace(EMPLOYERS, "(/categories/index.md)", "(/codes.md#k12)")
    assert "unknown-name" not in [rule for rule, _ in told(project)]


def test_a_page_that_cannot_be_made_is_still_a_page(project: Project) -> None:
    project.replace("content/codes.md", "{{ verify_notice() }}", "")
    linked(project, "/codes.md#k12")
    assert [rule for rule, _ in told(project)] == ["component"]


def test_a_page_that_is_missing_is_told_once_and_not_at_each_link(project: Project) -> None:
    project.delete("content/codes.md")
    linked(project, "/codes.md#k12")
    assert [rule for rule, _ in told(project)] == ["missing-page"]


def test_without_a_single_page_nothing_is_said_of_links(project: Project) -> None:
    for path in list(project.path("content").rglob("*.md")):
        path.unlink()
    assert "unknown-name" not in [rule for rule, _ in told(project)]


def test_a_dead_link_does_not_stop_its_page_from_being_made(project: Project) -> None:
    linked(project, "/code.md")
    assert "employers.md" in compile_guide(project.root, TODAY).pages
