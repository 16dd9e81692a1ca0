"""The map of which pages show which file, held against what rendering really does."""

import re

import pytest

from generator.guide import compile_guide
from generator.model.layout import SINGLES
from generator.model.load import load
from generator.pages.components import COMPONENTS
from generator.pages.uses import _SHOWN_BY, EVERY_PAGE, pages_of
from generator.reviews.changed_pages import changed_pages
from tests.flaws import FLAWS, flawed
from tests.project import ENDED, TODAY, Project

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
    "data/reviewers.yml": ("licence: R000042", "licence: R000001"),
    "data/settings.yml": ("review_interval_months: 12", "review_interval_months: 24"),
    "data/sources.yml": ("title: The page on code K16", "title: A page"),
    "data/steps.yml": ("title: Find your line", "title: Find it"),
    "data/terms.yml": ("name: Labour Market Impact Assessment", "name: Assessment"),
    "content/glossary.md": ("\n# ", "\n# New "),
}


def test_every_file_is_tried() -> None:
    assert {f"data/{name}.yml" for name in SINGLES} <= SEEN.keys()


def test_every_component_that_shows_data_is_in_the_map() -> None:
    assert set(COMPONENTS) - {"in_short", "review_byline", "verify_notice"} == _SHOWN_BY.keys()


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
        # What has ended is not due again, however long a review counts.
        still = {f"/categories/{ENDED}/"} if path == "data/settings.yml" else set()
        assert changed == {page.address for page in after.pages.values()} - still


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


def test_an_ended_category_is_shown_on_its_page_and_on_that_of_the_categories(
    project: Project,
) -> None:
    path = f"data/categories/{ENDED}.yml"
    told = set(pages_of(path, load(project.root)[0]))
    before = compile_guide(project.root, TODAY)
    project.replace(path, "title: Barge towing", "title: Barge pulling")
    changed = {p.address for p in changed_pages(before, compile_guide(project.root, TODAY))}
    assert changed == {f"/categories/{ENDED}/", "/categories/"}
    assert changed <= told


def test_what_an_ended_category_leads_to_is_shown_on_its_page(project: Project) -> None:
    path = "data/categories/mountain-rescue-team.yml"
    told = set(pages_of(path, load(project.root)[0]))
    before = compile_guide(project.root, TODAY)
    project.replace(path, "fits: ", "fits: Also ")
    changed = {p.address for p in changed_pages(before, compile_guide(project.root, TODAY))}
    assert f"/categories/{ENDED}/" in changed
    assert changed <= told


@pytest.mark.parametrize("path", FLAWS)
def test_a_problem_is_seen_on_no_page_but_those_of_the_map(project: Project, path: str) -> None:
    told = set(pages_of(path, load(project.root)[0]))
    before = compile_guide(project.root, TODAY)
    flawed(project, path)
    changed = {p.address for p in changed_pages(before, compile_guide(project.root, TODAY))}
    assert "/reviews/" in changed
    assert changed <= told


@pytest.mark.parametrize("call", ["past_reviews", "review_register"])
def test_each_of_the_tables_of_reviews_shows_every_record(project: Project, call: str) -> None:
    other = {"past_reviews", "review_register"} - {call}
    project.replace("content/reviews.md", f"{{{{ {other.pop()}() }}}}", "")
    records = load(project.root)[0]
    for path in (*FLAWS, "content/codes.md"):
        assert "/reviews/" in pages_of(path, records)


def test_an_official_page_that_moves_is_seen_on_each_page_that_sends_readers_there(
    project: Project,
) -> None:
    told = set(pages_of("data/sources.yml", load(project.root)[0]))
    before = compile_guide(project.root, TODAY)
    page = "en/lighthouses/exemption-codes.html"
    sources = project.read("data/sources.yml")
    project.write("data/sources.yml", sources.replace(page, f"en/new/{page[3:]}"))
    changed = {p.address for p in changed_pages(before, compile_guide(project.root, TODAY))}
    assert {f"/categories/{ENDED}/", "/employers/"} <= changed
    assert "/glossary/" not in changed  # its notice has an address of its own
    assert changed <= told
