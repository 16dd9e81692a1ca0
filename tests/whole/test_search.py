"""The site's own search, asked what readers ask: the right page comes first."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.whole.browsing import answered, emptied, opened, search
from tests.whole.search_queries import QUERIES

pytestmark = pytest.mark.browser

LIST = ".md-search-result__list"
META = ".md-search-result__meta"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page, wrong = opened(browser, 1280, address, "")
    yield page
    assert not wrong
    page.close()


def found(page: Page, query: str) -> list[str]:
    """Return the pages that the search lists, once it has answered the whole query."""
    emptied(page)
    search(page, query)
    answered(page)
    links = page.eval_on_selector_all(f"{LIST} a", "links => links.map(link => link.pathname)")
    return [str(link).lstrip("/") for link in links]


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 30


@pytest.mark.parametrize("query", QUERIES)
def test_the_right_page_comes_first(page: Page, query: str) -> None:
    wanted = QUERIES[query]
    listed = found(page, query)
    assert listed
    assert listed[0] in ({wanted} if isinstance(wanted, str) else wanted)


def test_a_query_that_nothing_matches_says_so(page: Page) -> None:
    assert found(page, "zzzz") == []
    assert "No matching documents" in page.inner_text(META)


def test_a_result_leads_to_its_page(browser: Browser, address: str) -> None:
    page, _ = opened(browser, 1280, address, "")
    try:
        found(page, "K16")
        page.locator(f"{LIST} a").first.click()
        page.wait_for_url("**/categories/mountain-rescue-team/**")
    finally:
        page.close()
