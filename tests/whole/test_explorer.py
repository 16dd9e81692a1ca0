"""Filtering, sorting and comparing the categories, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.project import CATEGORIES
from tests.whole.axe import violations, violations_of_colour
from tests.whole.browsing import new_page, opened

pytestmark = pytest.mark.browser

SHARED = "categories/?nationals=Riverside+countries&fee=yes&compare=orca,lighthouse-keeper-swap"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page, wrong = opened(browser, 1280, address, "categories/")
    yield page
    assert not wrong
    page.close()


def shown(page: Page) -> list[str]:
    rows = page.locator("[data-guide-explorer] > .md-typeset__scrollwrap tbody tr:visible th a")
    return rows.all_inner_texts()


def test_each_filter_leaves_what_may_fit(page: Page) -> None:
    assert len(shown(page)) == len(CATEGORIES)
    page.get_by_label("I am a citizen of").select_option("Riverside countries")
    assert "ORCA" in shown(page)
    assert "HARBA (BRAHA)" not in shown(page)
    assert "Mountain Rescue Team" in shown(page), "it names no citizenship"
    page.get_by_label("I am a citizen of").select_option("other")
    assert "ORCA" not in shown(page)
    page.get_by_label("Permit").select_option("open")
    assert shown(page) == [
        "Village bakery help",
        "Carnivals and fairs, misc",
        "Sailing school season",
    ]
    page.get_by_label("Why no LMIA").select_option("agreement-between-towns")
    assert shown(page) == []
    expect(page.get_by_role("status")).to_contain_text("No category fits all of these")
    page.locator("form[data-guide-filter] button").click()
    expect(page.get_by_role("status")).to_contain_text(f"{len(CATEGORIES)} of {len(CATEGORIES)}")
    assert page.url.endswith("categories/")


def test_rows_are_sorted_by_name_and_back(page: Page) -> None:
    before = shown(page)
    page.get_by_label("Sort by").select_option("title")
    assert shown(page) == sorted(before, key=str.casefold)
    assert shown(page) != before
    page.get_by_label("Sort by").select_option("")
    assert shown(page) == before


def test_two_or_three_are_compared_with_review_and_notice(page: Page) -> None:
    table = page.locator("[data-guide-compared] table")
    page.get_by_role("checkbox", name="Compare ORCA").check()
    assert table.count() == 0
    page.get_by_role("checkbox", name="Compare HARBA (BRAHA)").check()
    assert table.locator("thead th").all_inner_texts() == ["Question", "HARBA (BRAHA)", "ORCA"]
    for kind in ("review", "verify"):
        assert table.locator(f"[data-guide={kind}]").count() == 2
    page.get_by_role("checkbox", name="Compare Mountain Rescue Team").check()
    assert page.get_by_role("checkbox", name="Compare Village bakery help").is_disabled()
    page.get_by_role("checkbox", name="Compare ORCA").uncheck()
    assert page.get_by_role("checkbox", name="Compare Village bakery help").is_enabled()
    assert page.url.endswith("?compare=harba,mountain-rescue-team")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_shared_address_shows_the_same_choice(browser: Browser, address: str, width: int) -> None:
    page, wrong = opened(browser, width, address, SHARED)
    try:
        assert page.get_by_label("Employer pays the fee").input_value() == "yes"
        assert "HARBA (BRAHA)" not in shown(page)
        assert page.locator("[data-guide-compared] table").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations_of_colour(page) == []
        assert not wrong
    finally:
        page.close()


def test_an_address_that_means_nothing_changes_nothing(browser: Browser, address: str) -> None:
    made_up = "categories/?nationals=Mars&fee=%3Cb%3E&compare=x,orca&other=kept"
    page, wrong = opened(browser, 1280, address, made_up)
    try:
        assert len(shown(page)) == len(CATEGORIES)
        assert page.get_by_role("checkbox", name="Compare ORCA").is_checked()
        page.get_by_label("Permit").select_option("open")
        assert "other=kept" in page.url
        assert not wrong
    finally:
        page.close()


def test_the_keyboard_alone_compares(page: Page) -> None:
    page.get_by_label("I am a citizen of").focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("I am a citizen of").input_value() == "Bayside and Northport"
    page.get_by_role("checkbox", name="Compare HARBA (BRAHA)").focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="Compare Mountain Rescue Team").focus()
    page.keyboard.press("Space")
    assert page.locator("[data-guide-compared] table").is_visible()


def test_without_javascript_the_whole_table_is_there_and_no_form(
    browser: Browser, address: str
) -> None:
    page = new_page(browser, java_script_enabled=False)
    try:
        page.goto(address + SHARED)
        assert page.locator("form[data-guide-filter]").is_hidden()
        assert page.locator("[data-guide-explorer] tbody tr").count() == len(CATEGORIES)
    finally:
        page.close()
