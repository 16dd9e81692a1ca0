"""The built site in a real Chromium, at the width of a phone and of a desk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import hostile
from tests.builds import build, html_files
from tests.project import CATEGORIES, Project
from tests.whole.browsing import PAGES, PATIENCE, WIDTHS, opened, served

pytestmark = pytest.mark.browser


def test_the_list_of_pages_is_complete(site: Path) -> None:
    listed = {name if name.endswith(".html") else f"{name}index.html" for name in PAGES}
    assert listed == html_files(site)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_keeps_to_itself_and_fits(
    browser: Browser, address: str, name: str, width: int
) -> None:
    page, wrong = opened(browser, width, address, name)
    try:
        assert not wrong
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        inside = "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
        assert page.evaluate(f"{inside}.every(box => box.scrollWidth <= box.clientWidth + 1)")
        assert page.locator("h1").count() == 1
        if name != "404.html":
            for kind in ("review", "verify"):
                marks = page.locator(f"p[data-guide={kind}]")
                assert marks.count() == 1
                assert marks.is_visible()
            assert page.locator("p[data-guide=overdue]").is_hidden()
        for caption in page.locator("caption").all():
            assert caption.is_visible()
    finally:
        page.close()


@pytest.mark.parametrize("name", ["", "codes/", "categories/cusma/"])
def test_without_javascript_nothing_is_missing(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(address + name)
        assert page.locator("table caption").first.is_visible()
        assert page.locator("p[data-guide=verify] a").is_visible()
        assert page.locator("p[data-guide=review] time").is_visible()
        assert page.locator(".md-tabs a").first.is_visible()
    finally:
        context.close()


def test_a_table_row_reads_as_a_card_on_a_phone(browser: Browser, address: str) -> None:
    page, _ = opened(browser, 360, address, "codes/")
    try:
        cell = page.locator("td[data-label='Who it fits']").first
        assert cell.is_visible()
        label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert label == '"Who it fits"'
    finally:
        page.close()


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("NAFTA", "cusma"),
        ("USMCA", "cusma"),
        ("CUSMA", "cusma"),
        ("C16", "francophone-mobility"),
        ("intra-company transfer", "intra-company-transfer"),
    ],
)
def test_the_search_finds_a_category(browser: Browser, address: str, words: str, slug: str) -> None:
    page, wrong = opened(browser, 1280, address, "")
    try:
        page.locator(".md-search__input").click()
        page.keyboard.type(words)
        first = page.locator(".md-search-result__link").first
        # Results for the first letters come first: wait until those for the whole query are there.
        expect(first).to_have_attribute(
            "href", re.compile(f"categories/{slug}/"), timeout=PATIENCE * 1000
        )
        assert not wrong
    finally:
        page.close()


@pytest.mark.parametrize("start", [0, len(CATEGORIES)])
def test_texts_from_data_do_not_act_in_a_page_nor_in_the_search(
    browser: Browser, project: Project, start: int
) -> None:
    texts = hostile.put(project, hostile.HOSTILE[start : start + len(CATEGORIES)])
    assert build(project).returncode == 0
    with served(project.root / "site") as base:
        page, wrong = opened(browser, 1280, base, "")
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        try:
            for slug, shown in texts.items():
                page.goto(f"{base}categories/{slug}/")
                assert page.locator("h1").inner_text().removesuffix("¶").strip() == shown["title"]
                page.locator(".md-search__input").click()
                page.keyboard.type(f"title of {slug}")
                found = page.locator(f".md-search-result__link[href*='categories/{slug}/'] h1")
                found.first.wait_for()
                assert str(found.first.text_content()).startswith(f"{shown['title']}: work permit")
            assert not wrong
        finally:
            page.close()


def test_the_banner_comes_on_in_a_page_that_outlives_its_review(
    browser: Browser, address: str
) -> None:
    for day, overdue in (("2027-05-31", False), ("2027-06-01", True)):
        context = browser.new_context(timezone_id="America/Vancouver")
        try:
            page = context.new_page()
            page.clock.set_fixed_time(f"{day}T12:00:00-07:00")
            page.goto(f"{address}categories/ceta/")
            page.wait_for_load_state("networkidle")
            assert page.locator("p[data-guide=overdue]").is_visible() is overdue
        finally:
            context.close()
