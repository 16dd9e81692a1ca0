"""Every reader gets the whole page: without JavaScript, by keyboard and by finger."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page

from generator.model.site import MOST_OF_TITLE
from tests.builds import find, html_files
from tests.whole.axe import violations
from tests.whole.browsing import PAGES, WIDTHS, new_page, until
from tests.whole.test_accessibility import settled, visit

SMALLEST = 24
"""Pixels across the smallest target that WCAG 2.2 allows."""

WITH_CONTENTS = ("", "categories/", "codes/", "categories/lighthouse-keeper-swap/")
IN_NAVIGATION = [name for name in PAGES if name.count("/") < 2 and name != "404.html"]

_WORDS = "document.querySelector('article').innerText.match(/\\S+/g).length"
_IN_PANEL = "document.activeElement.closest('.md-sidebar--primary .md-nav--secondary') !== null"


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES)
def test_without_javascript_a_page_fits_and_says_as_much(
    browser: Browser, address: str, name: str
) -> None:
    said = []
    for javascript in (True, False):
        page = new_page(browser, java_script_enabled=javascript)
        try:
            page.goto(address + name)
            if name != "404.html":
                said.append(page.evaluate(_WORDS))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        finally:
            page.close()
    if said:
        with_it, without = said
        assert without >= 0.95 * with_it


@pytest.mark.browser
@pytest.mark.parametrize("name", WITH_CONTENTS)
def test_a_finger_hits_each_line_of_the_contents(browser: Browser, address: str, name: str) -> None:
    page = new_page(browser)
    try:
        page.goto(address + name)
        heights = page.eval_on_selector_all(
            ".md-sidebar--secondary .md-nav__link",
            "links => links.map(link => link.getBoundingClientRect().height)",
        )
        assert len(heights) >= 2
        assert min(heights) >= SMALLEST
    finally:
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", IN_NAVIGATION)
def test_in_the_open_menu_the_focus_is_always_in_sight(
    browser: Browser, address: str, name: str
) -> None:
    page = opened_menu(browser, address + name)
    try:
        stops = 0
        while (focus := settled(page)) is not None:
            assert focus["seen"], f"stop {stops} is out of sight: {focus['name']}"
            assert focus["ring"], f"stop {stops} shows no focus: {focus['name']}"
            stops += 1
            page.keyboard.press("Tab")
            if not page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
                break
        assert stops >= len(IN_NAVIGATION)
    finally:
        page.close()


@pytest.mark.browser
def test_the_keyboard_opens_the_contents_in_the_menu_and_closes_them(
    browser: Browser, address: str
) -> None:
    page = opened_menu(browser, f"{address}codes/")
    try:
        opener = page.locator("button[for=__toc].md-nav__link")
        opener.focus()
        for leave in ("Enter", "Escape"):
            page.keyboard.press("Enter")
            until(page, _IN_PANEL)
            assert opener.get_attribute("aria-expanded") == "true"
            walked = contents(page)
            assert [line for line in walked if not line.startswith("A ")] == []
            assert len(walked) >= 2
            page.locator("button[for=__toc].md-nav__title").focus()
            page.keyboard.press(leave)
            until(page, "document.activeElement.matches('.md-nav__link[for=__toc]')")
            assert opener.get_attribute("aria-expanded") == "false"
            assert page.locator("#__drawer").is_checked()
        page.keyboard.press("Escape")
        assert not page.locator("#__drawer").is_checked()
    finally:
        page.close()


@pytest.mark.browser
def test_a_line_of_the_contents_leads_to_its_section_and_closes_the_menu(
    browser: Browser, address: str
) -> None:
    page = opened_menu(browser, f"{address}codes/")
    try:
        page.locator("button[for=__toc].md-nav__link").press("Enter")
        until(page, _IN_PANEL)
        assert violations(page) == []
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        until(page, "!document.getElementById('__drawer').checked")
        assert "#" in page.url
        assert not page.locator("#__toc").is_checked(), "the menu opens at its beginning again"
        assert not page.evaluate("document.querySelector('.md-content').inert")
    finally:
        page.close()


def opened_menu(browser: Browser, url: str) -> Page:
    page = new_page(browser, 360, reduced_motion="reduce")
    visit(page, url)
    page.get_by_role("button", name="Menu").press("Enter")
    until(page, "document.activeElement.closest('.md-sidebar--primary')")
    return page


def contents(page: Page) -> list[str]:
    """Return what the focus goes to behind the head of the open contents, all of it in sight."""
    found = []
    for _ in range(100):
        page.keyboard.press("Tab")
        focus = settled(page)
        if focus is None or not page.evaluate(_IN_PANEL):
            break
        assert focus["seen"], focus["name"]
        found.append(focus["name"])
    return found


def test_each_title_is_short_and_no_other_page_has_it(site: Path) -> None:
    titles = Counter(
        html.document_fromstring((site / name).read_bytes()).findtext(".//title")
        for name in html_files(site)
        if b'http-equiv="refresh"' not in (site / name).read_bytes()
    )
    assert [title for title in titles if title is None or len(title) > MOST_OF_TITLE] == []
    assert {title for title, count in titles.items() if count > 1} == set()


def test_the_sitemap_has_days_alone(site: Path) -> None:
    tree = etree.fromstring((site / "sitemap.xml").read_bytes())
    days = find(tree, "//*[local-name() = 'lastmod']/text()")
    assert len(days) == len(PAGES) - 1
    assert [str(day) for day in days] == [date.fromisoformat(day).isoformat() for day in days]
