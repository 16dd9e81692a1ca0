"""Text that would act as HTML, Markdown or a template, put where editors write text."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from generator.model.slips import texts as checks
from tests.project import CATEGORIES, Project

PLAIN = ["plain text"] * len(CATEGORIES)
HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %} {# a #}",
    "a | b | c",
    "[x](javascript:alert(1)) ![y](z.png) <https://a.example>",
    "*one* **two** _three_ `four` ~~five~~ ^^six^^ ==seven==",
    "\"double\" 'single' back\\slash \\*",
    "{: .x #y onclick=z } ends {: .x }",
    "::: note",
    "!!! note",
    "- dash",
    "1. one",
    "# hash",
    "> &lt;b&gt; &amp; &copy; <!-- no --> ]]>",
]
"""Two texts for each category. Words follow, so that each stands at the head of a block."""


@contextmanager
def let_through() -> Iterator[None]:
    """Read data/ without a look at what its texts say, as if each of these were meant."""
    with (
        patch.object(checks, "text_fault", return_value=None),
        patch.object(checks, "paragraphs_fault", return_value=None),
    ):
        yield


def put(project: Project, texts: list[str]) -> dict[str, dict[str, str]]:
    """Give each category texts of its own; return them by slug and place."""
    written = {}
    for slug, text in zip(CATEGORIES, texts, strict=True):
        path = f"data/categories/{slug}.yml"
        official = project.read(path).rstrip("\n").rpartition("\n")[2]
        assert official.startswith(("  url: ", "  source: ")), f"{path} ends with another key"
        places = ("title", "summary", "fits", "notice", "question", "answer")
        shown = {place: f"{text} {place} of {slug}" for place in places}
        shown["notice"] += "."
        quoted = {place: json.dumps(value) for place, value in shown.items()}
        for key in ("title", "summary", "fits", "verify"):
            project.remove_key(path, key)
        if "\nquestions:" in project.read(path):
            project.remove_key(path, "questions")
        added = [
            *(f"{key}: {quoted[key]}" for key in ("title", "summary", "fits")),
            f"verify:\n  notice: {quoted['notice']}\n{official}",
            f"questions:\n  - question: {quoted['question']}\n    answer: {quoted['answer']}",
        ]
        project.write(path, project.read(path).rstrip("\n") + "\n" + "\n".join(added) + "\n")
        written[slug] = shown
    return written
