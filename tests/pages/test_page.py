from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.model.load import load
from generator.model.review import ReviewDate
from generator.pages.page import Page
from tests.project import GUIDE, TODAY

PAGE = Page(
    uri="a.md",
    source="content/a.md",
    title="A title",
    description="A description.",
    markdown="# A\n\nText\n",
)
RECORD = load(GUIDE)[0].content["content/codes.md"].record


def head(page: Page) -> dict[str, Any]:
    before, written, _ = page.text().split("---\n", 2)
    assert before == ""
    read = yaml.safe_load(written)
    assert isinstance(read, dict)
    return read


def test_a_page_is_its_head_and_its_markdown() -> None:
    text = PAGE.text()
    assert text == "---\ntitle: A title\ndescription: A description.\n---\n\n# A\n\nText\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "- dash",
        "# hash",
        "'single' and \"double\"",
        "{{ 7*7 }} {: .x }",
        "</title><script>",
        "yes",
        "2022-05",
        "---",
        "null",
        "élan — “quoted” 加拿大",
        "word " * 300,
        "back\\slash",
        "*anchor &alias !tag %directive @at `tick`",
        "😀",
    ],
)
def test_any_title_and_description_survive_as_text(text: str) -> None:
    page = replace(PAGE, title=text, description=f"{text}.")
    assert head(page) == {"title": text, "description": f"{text}."}


def test_letters_of_other_languages_stay_readable() -> None:
    assert "title: Été à la montagne\n" in replace(PAGE, title="Été à la montagne").text()


@pytest.mark.parametrize(("exact", "written"), [(False, "2022-11"), (True, "2022-11-22")])
def test_a_reviewed_page_says_when_as_text(exact: bool, written: str) -> None:
    record = RECORD.model_copy(update={"reviewed_on": ReviewDate(TODAY, exact)})
    assert head(replace(PAGE, record=record))["reviewed_on"] == written


def test_a_page_without_a_review_claims_none() -> None:
    assert "reviewed_on" not in head(PAGE)


def test_a_page_that_weighs_more_says_so_to_the_search() -> None:
    assert head(replace(PAGE, weight=2))["search"] == {"boost": 2}
    assert "search" not in head(PAGE)
