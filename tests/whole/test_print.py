"""Pages on paper: address, dates and notices, no chrome, ink on white."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.whole.browsing import opened

pytestmark = pytest.mark.browser

A4 = 794 - 2 * 60
"""Pixels across, between the margins."""


@pytest.fixture(scope="module", params=["categories/orca/", "codes/", "", "find/", "reviews/"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page, _ = opened(browser, A4, address, str(request.param))
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    page.close()


def test_the_page_prints_its_address_its_date_and_its_notice(page: Page) -> None:
    assert page.locator(".guide-print").is_visible()
    assert page.locator(".guide-print").inner_text().startswith("https://guide.example/")
    assert page.locator("p[data-guide=review] time").is_visible()
    notice = page.locator("p[data-guide=verify]")
    assert notice.is_visible()
    shown = notice.locator("a").evaluate("link => getComputedStyle(link, '::after').content")
    assert "attr(href)" in shown or "https://www.canada.ca/" in shown


def test_nothing_that_only_works_on_a_screen_is_printed(page: Page) -> None:
    for name in (".md-header", ".md-tabs", ".md-sidebar", ".guide-footer", ".guide-filter"):
        assert not any(found.is_visible() for found in page.locator(name).all()), name
    assert page.evaluate("document.documentElement.scrollWidth") <= A4


def test_colours_are_those_of_ink_and_paper(page: Page) -> None:
    for name in ("h1", "p[data-guide=verify]", "p[data-guide=review]"):
        colour = page.locator(name).first.evaluate("node => getComputedStyle(node).color")
        parts = [int(part) for part in colour.strip("rgba()").split(",")[:3]]
        assert max(parts) < 0x60, (name, colour)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
