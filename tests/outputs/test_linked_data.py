"""JSON-LD held against the pages that were really built."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.guide import compile_guide
from generator.outputs.addresses import Addresses
from generator.outputs.linked_data import linked_data
from tests.builds import find
from tests.hostile import let_through
from tests.project import CATEGORIES, GUIDE, TODAY, Project

NAMES = [
    "", "categories/", "codes/", "imp-vs-tfwp/", "employers/", "find/", "reviews/", "glossary/",
    *(f"categories/{slug}/" for slug in CATEGORIES),
]  # fmt: skip


def document(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / name / "index.html").read_bytes())


def graph(page: html.HtmlElement) -> dict[str, dict[str, Any]]:
    (script,) = find(page, "//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    return {part["@type"]: part for part in data["@graph"]}


def uri(name: str) -> str:
    """Return the Markdown file that a page is made of."""
    return f"{name}index.md" if name in {"", "categories/"} else f"{name.rstrip('/')}.md"


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_search_engines_are_told_what_the_page_shows(site: Path, name: str) -> None:
    page = document(site, name)
    found = graph(page)
    about = found["WebPage"]
    byline = find(page, "//p[@data-guide='review']")[0]
    assert about["lastReviewed"] == find(byline, ".//time/@datetime")[0]
    assert about["reviewedBy"]["name"] in byline.text_content()
    assert about["reviewedBy"]["identifier"] in byline.text_content()
    assert about["url"] == find(page, "//link[@rel='canonical']/@href")[0]
    assert about["description"] == find(page, "//meta[@name='description']/@content")[0]
    assert found["Organization"]["name"] == "Paper Lantern"


@pytest.mark.parametrize("name", NAMES)
def test_the_breadcrumb_is_the_one_on_the_page(site: Path, name: str) -> None:
    page = document(site, name)
    shown = find(page, "//nav[@aria-label='Breadcrumb']//a")
    told = graph(page).get("BreadcrumbList", {"itemListElement": []})["itemListElement"]
    names = [words(link.text_content()) for link in shown]
    assert [step["name"] for step in told[:-1]] == names
    assert [step["position"] for step in told] == list(range(1, len(told) + 1))
    for step in told:
        path = step["item"].removeprefix("https://guide.example/")
        assert (site / path / "index.html").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_questions_are_told_word_for_word_where_they_are_shown(site: Path, name: str) -> None:
    page = document(site, name)
    text = words(find(page, "//article")[0].text_content())
    asked = graph(page).get("FAQPage", {"mainEntity": []})["mainEntity"]
    for item in asked:
        assert item["name"] in text
        assert words(item["acceptedAnswer"]["text"])[:60] in text
    made = compile_guide(GUIDE, TODAY).pages[uri(name)]
    assert [item["name"] for item in asked] == [item.question for item in made.questions]
    assert asked or name not in {"", "categories/orca/"}


@pytest.mark.parametrize("name", NAMES)
def test_networks_get_title_description_and_a_picture_that_is_there(site: Path, name: str) -> None:
    page = document(site, name)

    def told(key: str) -> str:
        return str(find(page, f"//meta[@property='og:{key}']/@content")[0])

    assert told("title") in find(page, "//title")[0].text
    assert told("url") == find(page, "//link[@rel='canonical']/@href")[0]
    picture = told("image").removeprefix("https://guide.example/")
    assert (site / picture).is_file()


def test_without_a_known_site_nothing_has_an_address(project: Project) -> None:
    made = compile_guide(project.root, TODAY)
    assert made.guide is not None
    page = made.pages["categories/orca.md"]
    assert "http" not in linked_data(page, made.guide, [], Addresses()).replace(
        "https://schema.org", ""
    )


def test_no_text_can_end_the_script(project: Project) -> None:
    project.replace(
        "data/categories/orca.yml", "title: ORCA", 'title: "</script><script>alert(1)</script>"'
    )
    with let_through():
        made = compile_guide(project.root, TODAY)
    assert made.guide is not None
    text = linked_data(made.pages["categories/orca.md"], made.guide, [], Addresses())
    assert "<" not in text
    assert "</script>" in json.loads(text)["@graph"][1]["name"]
