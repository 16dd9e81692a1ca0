"""A whole site in which a reviewer has found problems, and what readers see of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.builds import build, find, html_files
from tests.conftest import Once
from tests.flaws import BARGES, FLAWS, MARK, ORCA, flawed
from tests.project import TODAY, Project
from tests.whole.axe import violations, violations_of_colour
from tests.whole.browsing import in_colours, new_page, opened, served

MACROS = "generator/pages/templates/components.html.j2"

SHOWN = {
    "categories/orca/": ORCA,
    "categories/barge-towing/": BARGES,
    "imp-vs-tfwp/": "data/comparison.yml",
    "find/": "data/finder.yml",
    "": "data/comparison.yml",
}
"""The pages that tell of a problem, and what it is in."""


def _built(folder: Path) -> None:
    variables = {"GUIDE_TODAY": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    done = build(flawed(Project(folder)), "--strict", **variables)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def flaws(once: Once) -> Iterator[str]:
    """Where the site with the problems can be visited."""
    with served(once("flaws", _built) / "site") as base:
        yield base


@pytest.mark.build
@pytest.mark.parametrize(
    "lost",
    [
        ("rely on it.</p>{{ problem_found(subject, record) }}", "rely on it.</p>"),
        ('{{ problem_found("comparison", record) }}', ""),
        ('{{ problem_found("finder", record) }}', ""),
        ("{% if record.open_problem %}: {{ record.open_problem.note }}{% endif %}", ""),
        ("{{ found.note }}", "soon."),
    ],
)
def test_a_template_that_loses_the_problem_leaves_no_site(
    project: Project, lost: tuple[str, str]
) -> None:
    flawed(project.with_templates())
    project.replace(MACROS, *lost)
    done = build(project)
    assert done.returncode == 1, done.stdout
    assert "error[shown-facts]" in done.stdout
    assert not html_files(project.root / "site")


@pytest.mark.build
def test_a_row_or_card_that_loses_its_mark_leaves_no_site(project: Project) -> None:
    flawed(project.with_templates(), ORCA)
    project.write(MACROS, project.read(MACROS).replace("{{ problem_mark(slug, category) }}", ""))
    done = build(project)
    assert done.returncode == 1, done.stdout
    assert f"index.html does not show “{MARK}”" in done.stdout


@pytest.mark.build
def test_the_ended_page_has_what_a_page_of_a_category_has(site: Path) -> None:
    page = html.document_fromstring((site / "categories/barge-towing/index.html").read_bytes())
    trail = find(page, "//nav[@aria-label='Breadcrumb']//li")
    assert [str(item.text_content()).strip() for item in trail][-1] == "Categories"
    (edit,) = find(page, "//a[@rel='edit']/@href")
    assert edit.endswith("/data/categories/barge-towing.yml")
    (canonical,) = find(page, "//link[@rel='canonical']/@href")
    assert canonical == "https://guide.example/categories/barge-towing/"
    moved = (site / "categories/horse-towing/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../barge-towing/"' in moved


@pytest.mark.browser
@pytest.mark.parametrize("name", SHOWN)
def test_readers_see_the_problem_on_a_phone_and_on_a_desk(
    browser: Browser, flaws: str, name: str
) -> None:
    for width in (390, 1280):
        page, wrong = opened(browser, width, flaws, name)
        try:
            note = page.locator(".guide-problem").first
            assert note.is_visible()
            assert FLAWS[SHOWN[name]].split(" IRCC ")[0] in note.inner_text()
            assert note.locator("a").get_attribute("href", timeout=1000)
            if name:
                box = note.bounding_box()
                assert box is not None
                assert box["y"] < 800
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert not wrong
        finally:
            page.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["categories/", "reviews/", *SHOWN])
def test_axe_finds_nothing_in_the_notes_and_marks(browser: Browser, flaws: str, name: str) -> None:
    page = new_page(browser, reduced_motion="reduce")
    try:
        page.goto(flaws + name)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            in_colours(page, "light")
            assert violations(page) == [], width
            in_colours(page, "dark")
            assert violations_of_colour(page) == [], width
    finally:
        page.close()


@pytest.mark.browser
def test_categories_side_by_side_bear_the_mark(browser: Browser, flaws: str) -> None:
    page, wrong = opened(browser, 1280, flaws, "categories/?compare=harba,orca")
    try:
        cells = page.locator(".guide-compared tr", has_text="Reviewed").locator("td")
        assert MARK in " ".join(str(cells.nth(1).text_content()).split())
        assert "problem" not in str(cells.nth(0).text_content())
        assert not wrong
    finally:
        page.close()


@pytest.mark.browser
def test_the_note_is_printed(browser: Browser, flaws: str) -> None:
    page, _ = opened(browser, 674, flaws, "categories/orca/")
    try:
        page.emulate_media(media="print", color_scheme="dark")
        note = page.locator(".guide-problem")
        assert note.is_visible()
        assert note.evaluate("note => getComputedStyle(note).color") == "rgb(0, 0, 0)"
    finally:
        page.close()


@pytest.mark.browser
def test_the_finder_keeps_the_note_while_questions_are_answered(
    browser: Browser, flaws: str
) -> None:
    page, _ = opened(browser, 390, flaws, "find/")
    try:
        for answer in ("A Riverside country", "Graft trees, or press cider"):
            assert page.locator(".guide-problem").is_visible()
            page.get_by_role("link", name=answer).focus()
            page.keyboard.press("Enter")
        page.locator(".guide-problem-mark:visible").first.wait_for()
        assert page.locator(".guide-problem").is_visible()
        assert page.locator(".guide-problem-mark:visible").count() == 1
    finally:
        page.close()
