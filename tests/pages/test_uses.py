"""The map of which pages show which file, held against what rendering really does."""

import re

import pytest

from generator.guide import compile_guide
from generator.model.layout import SINGLES
from generator.model.load import load
from generator.pages.components import COMPONENTS
from generator.pages.uses import _SHOWN_BY, EVERY_PAGE, pages_of
from generator.reviews.changed_pages import changed_pages
from tests.project import TODAY, Project

# A text in each file that some page shows, with what to write instead.
SEEN = {
    "data/categories/orca.yml": ("title: ORCA", "title: ORCA X"),
    "data/codes.yml": ("subject: HARBA ferryman", "subject: Other"),
    "data/comparison.yml": ("imp: No. Nobody asks for one.", "imp: No."),
    "data/finder.yml": ("text: Another country", "text: Elsewhere"),
    "data/firm.yml": ("name: Paper Lantern", "name: Lantern"),
    "data/groups.yml": ("title: In the interest of towns", "title: Interest"),
    "data/obligations.yml": ("title: Keep the papers", "title: Keep them"),
    "data/questions.yml": ("question: Do I need an offer?", "question: An offer?"),
    "data/reviewers.yml": ("licence: R000042", "licence: R1"),
    "data/settings.yml": ("review_interval_months: 12", "review_interval_months: 24"),
    "data/sources.yml": ("title: The page on code K16", "title: A page"),
    "data/steps.yml": ("title: Find your line", "title: Find it"),
    "data/terms.yml": ("name: Labour Market Impact Assessment", "name: Assessment"),
    "content/glossary.md": ("\n# ", "\n# New "),
}


def test_every_file_is_tried() -> None:
    assert {f"data/{name}.yml" for name in SINGLES} <= SEEN.keys()


def test_every_component_that_shows_data_is_in_the_map() -> None:
    assert set(COMPONENTS) - {"review_byline", "verify_notice"} == _SHOWN_BY.keys()


@pytest.mark.parametrize("path", SEEN)
def test_a_change_is_seen_on_no_page_but_those_of_the_map(project: Project, path: str) -> None:
    before = compile_guide(project.root, TODAY)
    project.replace(path, *SEEN[path])
    after = compile_guide(project.root, TODAY)
    changed = {page.address for page in changed_pages(before, after)}
    told = set(pages_of(path, load(project.root)[0]))
    assert told == {EVERY_PAGE} or changed <= told
    if path == "data/firm.yml":
        return  # the frame around the pages shows the firm; what is rendered here is without it
    assert changed
    if EVERY_PAGE in told:
        assert changed == {page.address for page in after.pages.values()}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/terms.yml", ["/glossary/"]),
        ("data/obligations.yml", ["/employers/"]),
        ("data/finder.yml", ["/find/", "/reviews/"]),
        ("data/comparison.yml", ["/", "/imp-vs-tfwp/", "/reviews/"]),
        ("content/codes.md", ["/codes/", "/reviews/"]),
        ("overrides/main.html", [EVERY_PAGE]),
        ("data/unknown.yml", []),
    ],
)
def test_the_map_is_no_wider_than_it_has_to_be(
    project: Project, path: str, expected: list[str]
) -> None:
    assert pages_of(path, load(project.root)[0]) == expected


def test_a_category_is_shown_on_its_page_its_neighbours_and_the_tables(project: Project) -> None:
    told = pages_of("data/categories/orca.yml", load(project.root)[0])
    assert {"/", "/categories/orca/", "/categories/harba/", "/codes/", "/reviews/"} <= set(told)
    assert "/categories/mountain-rescue-team/" not in told
    assert not [address for address in told if re.search(r"\.(md|yml)", address)]


@pytest.mark.parametrize("call", ["{{steps()}}", "{{ steps () }}", "{{\n  steps(\n) }}"])
def test_a_call_is_seen_however_it_is_written(project: Project, call: str) -> None:
    project.replace("content/employers.md", "{{ steps() }}", call)
    assert "/employers/" in pages_of("data/steps.yml", load(project.root)[0])
    assert "employers.md" in compile_guide(project.root, TODAY).pages
