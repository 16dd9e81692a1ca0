"""The search finds the same, whichever signs a reader's keyboard has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.builds import build
from tests.conftest import Once
from tests.project import Project
from tests.whole.browsing import FIELD, answered, emptied, opened, served
from tests.whole.search_signs import SPELLINGS, with_signs

pytestmark = pytest.mark.browser

LIST = ".md-search-result__list"

CASES = [
    (wanted, typed, spellings[0])
    for wanted, groups in SPELLINGS.items()
    for spellings in groups
    for typed in spellings
]


@pytest.fixture(scope="module")
def page(browser: Browser, once: Once) -> Iterator[Page]:
    site = once("signs", _built) / "site"
    with served(site) as address:
        page, wrong = opened(browser, 1280, address, "")
        yield page
        assert not wrong
        page.close()


@pytest.fixture(scope="module")
def known() -> dict[str, list[str]]:
    return {}


def _built(folder: Path) -> None:
    done = build(with_signs(Project(folder)), "--strict")
    assert done.returncode == 0, done.stdout


def found(page: Page, query: str) -> list[str]:
    """Return the address of each result, once the search has answered the query."""
    emptied(page)
    page.locator(FIELD).fill(query)
    page.keyboard.press("Shift")
    answered(page)
    links = page.eval_on_selector_all(
        f"{LIST} a", "links => links.map(link => link.pathname + link.hash)"
    )
    return [str(link).lstrip("/") for link in links]


def test_there_are_enough_spellings() -> None:
    assert len(CASES) == len({typed for _, typed, _ in CASES}) >= 60


@pytest.mark.parametrize(("wanted", "typed", "first"), CASES, ids=ascii)
def test_each_spelling_finds_the_same(
    page: Page, known: dict[str, list[str]], wanted: str, typed: str, first: str
) -> None:
    if first not in known:
        known[first] = found(page, first)
    listed = found(page, typed)
    assert listed
    assert listed[0].partition("#")[0] == wanted
    assert listed == known[first]


def test_nobody_sees_the_words_that_are_added(page: Page) -> None:
    assert found(page, "equipe")
    assert "Équipe d’été" in page.inner_text(LIST)
    assert "equipe" not in page.inner_text(LIST).lower()


def test_a_small_a_before_a_number_is_the_article(page: Page) -> None:
    assert found(page, "a 10") == found(page, "10 a") != found(page, "A10")
