"""Titles that search engines show whole."""

import pytest

from generator.engine.window_title import window_title
from generator.guide import compile_guide
from generator.model.site import MOST_OF_TITLE
from generator.pages.article import Article
from tests.project import ORCA, TODAY, Project

SITE = "The Guide"


def titled(title: str, listed: str | None = None) -> str:
    article = Article("a.md", "content/a.md", title, "A description.", "<h1>A</h1>")
    return window_title(article, listed, SITE)


@pytest.mark.parametrize("length", [10, MOST_OF_TITLE - len(f" | {SITE}")])
def test_a_title_that_is_short_enough_stays(length: int) -> None:
    assert titled("x" * length, "Listed") == f"{'x' * length} | {SITE}"


def test_a_longer_one_gives_way_to_the_navigation_s() -> None:
    long = "x" * (MOST_OF_TITLE - len(f" | {SITE}") + 1)
    assert titled(long, "Listed") == f"Listed | {SITE}"
    assert titled(long) == f"{long} | {SITE}", "better too long than nothing to tell it by"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Pact", "Pact: work permit without an LMIA, P23, P22 | The Guide"),
        ("Pact of the towns", "Pact of the towns: work permit, P23, P22 | The Guide"),
        ("Pact of the towns on the river", "Pact of the towns on the river: work permit, P23, P22"),
        ("Pact of all of the towns on the long river", "{}, P23, P22"),
        ("Pact of all of the towns on the long and wide river", "{}"),
    ],
)
def test_a_category_keeps_its_name_and_as_much_as_fits(
    project: Project, name: str, shown: str
) -> None:
    project.replace(ORCA, "title: ORCA", f"title: {name}")
    article = compile_guide(project.root, TODAY).pages["categories/orca.md"]
    found = window_title(article, None, SITE)
    assert found == f"{shown.format(name).removesuffix(f' | {SITE}')} | {SITE}"
    assert len(found) <= MOST_OF_TITLE
