"""Signs that Markdown, HTML or templates would take for theirs are shown as data has them."""

import json

import pytest

from generator.guide import compile_guide
from generator.inspection.site import inspect_page
from generator.problems.problem import errors
from tests.builds import find
from tests.pages.making import tree
from tests.project import TODAY, Project

ORCA = "data/categories/orca.yml"

SIGNS = [
    "Which craft is C #",
    "Is it C#",
    "1. The first of them",
    "2) The second of them",
    "A | B, or less < more",
    "[sic] of (it) all",
    "{curly} of them",
    "+1 of them",
    "#1 of them",
    "50 % & more",
    "snake_case_word",
]


@pytest.mark.parametrize("text", SIGNS)
def test_a_text_of_signs_is_shown_as_it_is_wherever_it_is_a_heading(
    project: Project, text: str
) -> None:
    quoted = json.dumps(text)
    project.replace(ORCA, "title: ORCA", f"title: {quoted}")
    project.replace(ORCA, "Which ORCA craft is mine?", quoted)
    for path, key in (
        ("data/groups.yml", "heading"),
        ("data/questions.yml", "question"),
        ("data/finder.yml", "question"),
        ("data/steps.yml", "title"),
    ):
        first = project.read(path).split(f"{key}: ", 1)[1].split("\n")[0]
        project.replace(path, f"{key}: {first}", f"{key}: {quoted}")
    compiled = compile_guide(project.root, TODAY)
    assert not errors(compiled.problems)
    headings = {}
    for uri, made in compiled.pages.items():
        assert made.expected is not None
        assert inspect_page(f"<article>{made.html}</article>".encode(), made.expected) == []
        headings[uri] = [
            " ".join(h.text_content().split()) for h in find(tree(made), "//h1|//h2|//h3")
        ]
    assert headings["categories/orca.md"].count(text) == 3
    assert text in headings["index.md"]
    assert text in headings["find.md"]
