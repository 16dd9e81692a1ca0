import os

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


@pytest.mark.parametrize("name", [" ", "\u00a0", "-"])
def test_a_line_that_readers_cannot_see_needs_a_name(project: Project, name: str) -> None:
    settings = project.read("mkdocs.yml")
    (written,) = (line for line in settings.split("\n") if line.endswith("glossary.md"))
    line = project.replace("mkdocs.yml", written.strip(), f'- "{name}": glossary.md')
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path, problem.place.line) == (
        "navigation",
        "mkdocs.yml",
        line,
    )
    assert "- The page: glossary.md" in problem.message


def test_without_settings_nothing_is_said_of_them(project: Project) -> None:
    project.delete("mkdocs.yml")
    assert not told(project)


@pytest.mark.parametrize(
    ("text", "line"), [("site_name: x\n", 1), ("- a\n", 1), ("site_name: x\nNav:\n  - a.md\n", 2)]
)
def test_a_navigation_without_its_first_line_is_told(
    project: Project, text: str, line: int
) -> None:
    project.write("mkdocs.yml", text)
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("navigation", Place("mkdocs.yml", line))
    assert "`nav:` is missing" in problem.message


def test_a_navigation_of_no_lines_is_told_as_one(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: x\nnav:\nplugins: [search]\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.line) == ("navigation", 2)
    assert "no page stands below `nav:`" in problem.message


@pytest.mark.parametrize("deep", [300, 3000])
def test_settings_without_end_are_told(project: Project, deep: int) -> None:
    nested = "[" * deep + "]" * deep
    project.write("mkdocs.yml", f"{project.read('mkdocs.yml')}copyright: {nested}\n")
    found = problems_of(project)
    assert {problem.rule for problem in found} <= {"yaml"}
    assert found or deep < 1000


def test_two_navigations_are_told_at_the_second(project: Project) -> None:
    project.write("mkdocs.yml", project.read("mkdocs.yml") + "nav:\n  - codes.md\n")
    (problem,) = problems_of(project)
    line = project.read("mkdocs.yml").count("\n") - 1
    assert (problem.rule, problem.place) == ("navigation", Place("mkdocs.yml", line))
    assert "stands twice" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "down"),
    [
        ("nav:\n", "nav: [\n", 0),
        ("  - Glossary: glossary.md\n", "  - Glossary: a: glossary.md\n", 0),
        ("  - Glossary: glossary.md\n", "\t- Glossary: glossary.md\n", 0),
        ("theme:\n  name: material\n", "theme: [\n  name: material\n", None),
    ],
)
def test_settings_that_cannot_be_read_are_told_on_their_line(
    project: Project, old: str, new: str, down: int | None
) -> None:
    line = project.replace("mkdocs.yml", f"\n{old}", f"\n{new}") + 1
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == ("yaml", "mkdocs.yml")
    assert down is None or problem.place.line == line + down


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Glossary: Glossary.md", "did you mean `glossary.md`?"),
        ("Glossary: /glossary.md", "did you mean `glossary.md`?"),
        ("Glossary: content/glossary.md", "did you mean `glossary.md`?"),
        ("Glossary: glossary", "did you mean `glossary.md`?"),
        ("Glossary: glossary/", "did you mean `glossary.md`?"),
        ("Glossary: glossary/index.html", "did you mean `glossary.md`?"),
        ("Glossary: gloosary.md", "did you mean `glossary.md`?"),
        ("Glossary: words.md", "did you mean `glossary.md`?"),
        ("Glossary:", "such as `glossary.md`"),
        ("Glossary glossary.md", "write `Glossary: glossary.md`"),
        ("Glossary:glossary.md", "write `Glossary: glossary.md`"),
    ],
)
def test_a_page_that_its_line_misspells_is_told_there_and_once(
    project: Project, line: str, says: str
) -> None:
    where = project.replace("mkdocs.yml", "  - Glossary: glossary.md", f"  - {line}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.line) == ("navigation", where)
    assert says in problem.message


def test_a_page_that_stands_twice_is_told_at_the_second_line(project: Project) -> None:
    project.in_navigation("glossary.md")
    (problem,) = problems_of(project)
    line = project.line_of("mkdocs.yml", "  - Glossary: glossary.md")
    assert (problem.rule, problem.place.line) == ("navigation", line)
    assert "stands twice" in problem.message


def test_a_line_may_lead_to_another_site(project: Project) -> None:
    project.in_navigation("https://lantern.example/")
    assert not told(project)


def test_a_page_that_the_site_engine_leaves_out_is_told(project: Project) -> None:
    added(project, "content/templates/letter.md")
    project.in_navigation("templates/letter.md")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("slug", Place("content/templates/letter.md"))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Big.md", "content/big.md"),
        ("a b.md", "content/a-b.md"),
        ("README.md", "content/readme.md"),
        ("Über/x_y.md", "content/uber/x-y.md"),
    ],
)
def test_a_page_whose_name_is_no_address_is_refused_with_a_better_one(
    project: Project, name: str, wanted: str
) -> None:
    added(project, f"content/{name}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("slug", Place(f"content/{name}"))
    assert problem.message.endswith(f"it to {wanted}")


def test_a_line_may_lead_to_the_page_of_a_category(project: Project) -> None:
    project.in_navigation("categories/orca.md")
    assert not told(project)
    project.remove_key("data/categories/orca.yml", "title")
    assert "navigation" not in [rule for rule, _ in told(project)]


def test_settings_that_are_a_link_or_a_pipe_are_told_and_not_read(project: Project) -> None:
    file = project.path("mkdocs.yml")
    file.rename(file.with_name("away.yml"))
    file.symlink_to("away.yml")
    assert [(rule, place.path) for rule, place in told(project)] == [("file", "mkdocs.yml")]
    file.unlink()
    os.mkfifo(file)
    assert [(rule, place.path) for rule, place in told(project)] == [("file", "mkdocs.yml")]
