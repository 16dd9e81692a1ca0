"""The built site in a real Chromium, at the width of a phone and of a desk."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import hostile
from tests.builds import build, html_files
from tests.project import CATEGORIES, Project
from tests.whole.browsing import (
    MOVED,
    MOVED_AND_ENDED,
    PAGES,
    WIDTHS,
    at,
    new_page,
    opened,
    search,
    served,
)

pytestmark = pytest.mark.browser


def test_the_list_of_pages_is_complete(site: Path) -> None:
    listed = {name if name.endswith(".html") else f"{name}index.html" for name in PAGES}
    moved = {f"{name}index.html" for name in (MOVED, MOVED_AND_ENDED)}
    assert listed | moved == html_files(site)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_keeps_to_itself_and_fits(
    browser: Browser, address: str, name: str
) -> None:
    page, wrong = opened(browser, WIDTHS[0], address, name)
    try:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            inside = "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
            assert page.evaluate(f"{inside}.every(box => box.scrollWidth <= box.clientWidth + 1)")
            shows_its_marks(page, name)
        page.wait_for_load_state("networkidle")
        assert not wrong
    finally:
        page.close()


def shows_its_marks(page: Page, name: str) -> None:
    assert page.locator("h1").count() == 1
    if name != "404.html":
        for kind in ("review", "verify"):
            marks = page.locator(f"p[data-guide={kind}]")
            assert marks.count() == 1
            assert marks.is_visible()
        banner = page.locator("p[data-guide=overdue]")
        assert banner.is_visible() is (name == "categories/carnivals-and-fairs-misc/")
    for caption in page.locator("caption").all():
        assert caption.is_visible()


@pytest.mark.parametrize("name", ["", "codes/", "categories/harba/"])
def test_without_javascript_nothing_is_missing(browser: Browser, address: str, name: str) -> None:
    page = new_page(browser, java_script_enabled=False)
    try:
        page.goto(address + name)
        assert page.locator("table caption").first.is_visible()
        assert page.locator("p[data-guide=verify] a").is_visible()
        assert page.locator("p[data-guide=review] time").is_visible()
        assert page.locator(".md-tabs a").first.is_visible()
    finally:
        page.close()


def test_a_table_row_reads_as_a_card_on_a_phone(browser: Browser, address: str) -> None:
    page, _ = opened(browser, 360, address, "codes/")
    try:
        cell = page.locator("td[data-label='Who it fits']").first
        assert cell.is_visible()
        label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert label == '"Who it fits"'
    finally:
        page.close()


@pytest.mark.parametrize("start", [0, len(CATEGORIES)])
def test_texts_from_data_do_not_act_in_a_page_nor_in_the_search(
    browser: Browser, project: Project, start: int
) -> None:
    texts = hostile.put(project, hostile.HOSTILE[start : start + len(CATEGORIES)])
    with hostile.let_through():
        assert build(project).returncode == 0
    with served(project.root / "site") as base:
        page, wrong = opened(browser, 1280, base, "")
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        try:
            for slug, shown in texts.items():
                page.goto(f"{base}categories/{slug}/")
                assert page.locator("h1").inner_text().removesuffix("¶").strip() == shown["title"]
                search(page, f"title of {slug}")
                found = page.locator(f".md-search-result__link[href*='categories/{slug}/'] h1")
                found.first.wait_for()
                assert str(found.first.text_content()).startswith(f"{shown['title']}: work permit")
            assert not wrong
        finally:
            page.close()


def test_the_banner_comes_on_in_a_page_that_outlives_its_review(
    browser: Browser, address: str
) -> None:
    for day, overdue in ((date(2023, 5, 31), False), (date(2023, 6, 1), True)):
        page = browser.new_page(timezone_id="America/Vancouver")
        try:
            at(page, day)
            page.goto(f"{address}categories/orca/")
            assert page.locator("p[data-guide=overdue]").is_visible() is overdue
        finally:
            page.close()
