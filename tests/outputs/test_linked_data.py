"""JSON-LD held against the pages that were really built."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.outputs.addresses import Addresses
from generator.outputs.linked_data import linked_data
from generator.pages.article import Article
from tests.builds import find
from tests.hostile import let_through
from tests.outputs.guides import compiled
from tests.project import CATEGORIES, GUIDE, TODAY, Project

SITE = Addresses("https://guide.example/")
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
    return {kind: part for part in data["@graph"] for kind in kinds(part)}


def kinds(part: dict[str, Any]) -> list[str]:
    """Return what a part of the graph is: one kind, or several."""
    named = part["@type"]
    return named if isinstance(named, list) else [named]


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
    assert about["url"] == about["@id"] == find(page, "//link[@rel='canonical']/@href")[0]
    assert about["description"] == find(page, "//meta[@name='description']/@content")[0]
    assert found["Organization"]["name"] == "Paper Lantern"
    assert found["Organization"]["legalName"] == "Paper Lantern Ltd"
    assert found["Organization"]["url"] == "https://lantern.example"
    assert (
        about["publisher"]["@id"] == found["Organization"]["@id"] == "https://guide.example/#firm"
    )
    assert (site / found["Organization"]["logo"].removeprefix("https://guide.example/")).is_file()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_one_page(site: Path, name: str) -> None:
    (script,) = find(document(site, name), "//script[@type='application/ld+json']")
    nodes = [part for part in json.loads(script.text)["@graph"] if "WebPage" in kinds(part)]
    assert len(nodes) == 1
    assert ("FAQPage" in kinds(nodes[0])) is ("mainEntity" in nodes[0])


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
    for link in find(page, "//a[@class='headerlink']"):
        link.drop_tree()
    asked = graph(page).get("FAQPage", {"mainEntity": []})["mainEntity"]
    for item in asked:
        (heading,) = find(page, f"//article//h3[normalize-space() = {item['name']!r}]")
        below = []
        for element in heading.itersiblings():
            if element.tag != "p" or element.get("data-guide-source") is not None:
                break
            below.append(words(element.text_content()))
        assert item["acceptedAnswer"]["text"] == " ".join(below)
    made = compile_guide(GUIDE, TODAY).pages[uri(name)]
    assert [item["name"] for item in asked] == [item.question for item in made.questions]
    assert asked or name not in {"", "categories/orca/"}


@pytest.mark.parametrize("slug", CATEGORIES)
def test_routes_are_told_word_for_word_where_they_are_shown(site: Path, slug: str) -> None:
    page = document(site, f"categories/{slug}/")
    for link in find(page, "//a[@class='headerlink']"):
        link.drop_tree()
    told = graph(page)["WebPage"].get("hasPart", [])
    for part in told:
        address, _, key = part["@id"].partition("#")
        assert address == f"https://guide.example/categories/{slug}/"
        (heading,) = find(page, f"//article//h3[@id='{key}']")
        assert part["@type"] == "WebPageElement"
        assert part["name"] == words(heading.text_content())
        below = find(heading, "following-sibling::p[1]")[0]
        assert part["description"] == words(below.text_content())
    guide = compile_guide(GUIDE, TODAY).guide
    assert guide is not None
    keys = [route.key for route in guide.categories[slug].routes]
    assert [part["@id"].partition("#")[2] for part in told] == keys
    assert keys or slug not in {"harba", "lighthouse-keeper-swap"}


def test_a_route_is_told_with_its_abbreviations_spelled_out(project: Project) -> None:
    route = "title: Lamp experts\n    fits: "
    project.replace("data/categories/lighthouse-keeper-swap.yml", route, f"{route}SLE & ")
    guide, made = compiled(project)
    (page,) = [
        part
        for part in parts(made.pages["categories/lighthouse-keeper-swap.md"], guide)
        if "WebPage" in kinds(part)
    ]
    told = {part["name"]: part["description"] for part in page["hasPart"]}
    wanted = "SLE (Sea and Lake Exchange) & Keepers who know what few know about lamps."
    assert told["Lamp experts"] == wanted


def test_an_answer_is_told_with_its_abbreviations_spelled_out(project: Project) -> None:
    answer = "As long as it takes. The official page has today’s times."
    project.replace("data/questions.yml", answer, "The SLE has the times.")
    found = asked(project, "index.md")
    assert found["How long does a permit take?"] == "The SLE (Sea and Lake Exchange) has the times."


def test_a_question_is_told_on_the_page_that_asks_it_first(project: Project) -> None:
    orca = "Which ORCA craft is mine?"
    project.replace(
        "data/categories/orca.yml", f"question: {orca}", "question: Do I need an offer?"
    )
    for path in ("data/categories/village-bakery-help.yml", "data/categories/harba.yml"):
        if "\nquestions:" in project.read(path):
            project.remove_key(path, "questions")
        text = f"questions:\n  - question: {orca}\n    answer: None of these.\n"
        project.write(path, project.read(path) + text)
    assert "Do I need an offer?" in asked(project, "index.md")
    assert asked(project, "categories/orca.md") == {}
    assert orca in asked(project, "categories/harba.md")
    assert asked(project, "categories/village-bakery-help.md") == {}


def test_a_second_page_of_the_programme_s_questions_is_no_page_of_questions(
    project: Project,
) -> None:
    text = project.read("content/glossary.md")
    project.write("content/glossary.md", f"{text}\n## Questions\n\n{{{{ questions() }}}}\n")
    guide, made = compiled(project)
    assert len(made.pages["glossary.md"].questions) == len(guide.questions.questions)
    assert "Do I need an offer?" in asked(project, "index.md")
    assert asked(project, "glossary.md") == {}


def asked(project: Project, uri: str) -> dict[str, str]:
    """Return the answers that search engines are told on a page, by question."""
    guide, made = compiled(project)
    (page,) = [part for part in parts(made.pages[uri], guide) if "WebPage" in kinds(part)]
    found = page.get("mainEntity", [])
    return {item["name"]: item["acceptedAnswer"]["text"] for item in found}


def parts(page: Article, guide: Guide) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(linked_data(page, guide, [], SITE))["@graph"]
    return found


@pytest.mark.parametrize(
    ("site", "url"), [(SITE, "https://guide.example/"), (Addresses(), None)], ids=["known", "not"]
)
def test_a_firm_without_a_site_of_its_own_is_found_at_the_guide(
    project: Project, site: Addresses, url: str | None
) -> None:
    project.replace("data/firm.yml", "url: https://lantern.example", 'url: ""')
    guide, made = compiled(project)
    firm = json.loads(linked_data(made.pages["codes.md"], guide, [], site))["@graph"][0]
    assert firm["legalName"] == "Paper Lantern Ltd"
    assert firm.get("url") == url


def person(project: Project) -> dict[str, Any]:
    """Return what search engines are told of the reviewer of a page."""
    guide, made = compiled(project)
    (page,) = [p for p in parts(made.pages["categories/orca.md"], guide) if "WebPage" in kinds(p)]
    found: dict[str, Any] = page["reviewedBy"]
    return found


def test_a_reviewer_is_known_by_the_licence_and_who_issued_it(project: Project) -> None:
    addresses(project, "")
    found = person(project)
    credential = found["hasCredential"]
    assert credential["@type"] == "EducationalOccupationalCredential"
    assert (credential["name"], credential["identifier"]) == ("RCIC", "R000042")
    assert credential["recognizedBy"] == {"@type": "Organization", "name": "CICC"}
    assert not {"url", "sameAs"} & {*found, *credential}, "no address is known"
    term = "  - term: CICC\n    name: Lantern College\n    meaning: It licenses reviewers.\n"
    project.write("data/terms.yml", project.read("data/terms.yml") + term)
    regulator = person(project)["hasCredential"]["recognizedBy"]
    assert (regulator["name"], regulator["alternateName"]) == ("Lantern College", "CICC")


def addresses(project: Project, written: str) -> None:
    """Write where reviewers can be looked up, instead of what their records say of it."""
    text = re.sub(r"  (?:public_register|page): .*\n", "", project.read("data/reviewers.yml"))
    licence = "  licence: R000042\n"
    project.write("data/reviewers.yml", text.replace(licence, licence + written))


@pytest.mark.parametrize("entry", ["find", "R000042"])
def test_a_reviewer_s_page_and_register_are_told(project: Project, entry: str) -> None:
    register = f"https://register.example/{entry}"
    about = "https://lantern.example/about"
    addresses(project, f"  public_register: {register}\n  page: {about}\n")
    found = person(project)
    assert found["url"] == about
    assert found["hasCredential"]["url"] == register
    # A form to search in is no page about one person.
    assert found["sameAs"] == ([about, register] if entry == "R000042" else [about])


@pytest.mark.parametrize("name", NAMES)
def test_networks_get_title_description_and_a_picture_that_is_there(site: Path, name: str) -> None:
    page = document(site, name)

    def told(key: str) -> str:
        return str(find(page, f"//meta[@property='og:{key}']/@content")[0])

    shown = find(page, "//title")[0].text.removesuffix(" | The IMP Guide").partition(":")[0]
    assert shown in told("title"), "a title that is cut short begins alike"
    assert told("url") == find(page, "//link[@rel='canonical']/@href")[0]
    picture = told("image").removeprefix("https://guide.example/")
    assert (site / picture).is_file()


def test_without_a_known_site_nothing_has_an_address(project: Project) -> None:
    addresses(project, "")
    project.replace("data/firm.yml", "url: https://lantern.example", 'url: ""')
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
