"""The portable copy opens from disk in a real browser, and leads from page to page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.outputs.portable import copy_portable
from tests.whole.browsing import MOVED, new_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portable")
    copy_portable(site, folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = new_page(browser)
    yield page
    page.close()


def styled(page: Page) -> bool:
    """Tell whether a page is shown as it is built: with the theme's styles and the guide's own."""
    loaded = page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")
    position = page.locator(".md-header").evaluate("node => getComputedStyle(node).position")
    return any(href.endswith("/assets/guide.css") for href in loaded) and position == "sticky"


def test_links_lead_from_page_to_page_without_a_server(copy: Path, page: Page) -> None:
    page.goto((copy / "index.html").as_uri())
    assert styled(page)
    for part, name in (
        (".md-tabs", "codes/index.html"),
        (".guide-footer", "reviews/index.html"),
        (".md-content", "categories/orca/index.html"),
    ):
        page.locator(f'{part} a[href$="{name}"]').first.click()
        page.wait_for_url((copy / name).as_uri())
        assert page.locator("h1").count() == 1
        assert styled(page)


def test_an_address_of_before_sends_readers_on(copy: Path, page: Page) -> None:
    page.goto((copy / MOVED / "index.html").as_uri())
    page.wait_for_url(f"{(copy / 'categories').as_uri()}/village-bakery-help/index.html")
    assert styled(page)
