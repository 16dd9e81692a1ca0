"""A page has one call to act, after its answer; it is none while its address is not known."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.builds import build, find, html_files
from tests.project import Project
from tests.whole.browsing import new_page

pytestmark = pytest.mark.build

LOOK = "https://lantern.example/look"
ACT = "//*[contains(@class, 'guide-act__link')]"


def pages(site: Path) -> dict[str, html.HtmlElement]:
    found = {
        name: html.document_fromstring((site / name).read_bytes()) for name in html_files(site)
    }
    return {name: page for name, page in found.items() if find(page, "//footer")}


def test_each_page_ends_with_one_call_to_act(site: Path) -> None:
    for name, page in pages(site).items():
        acts = find(page, ACT)
        # The home page tells of the firm's help at length, with the same link.
        without = name == "404.html" or bool(find(page, "//ul[@data-guide-help]"))
        assert [act.get("href") for act in acts] == ([] if without else [LOOK]), name
        assert find(page, f'//article//a[@href="{LOOK}"]') or name == "404.html"
        for act in acts:
            assert not find(act, "ancestor::aside/following-sibling::*"), name
            assert not find(act, "following::*[@data-guide]"), name


def test_without_an_address_there_is_none(project: Project) -> None:
    project.replace("data/firm.yml", LOOK, '""')
    done = build(project, "--strict")
    assert done.returncode == 0, done.stdout
    made = pages(project.root / "site")
    assert made
    assert not [name for name, page in made.items() if find(page, ACT)]


@pytest.mark.browser
def test_the_finder_asks_for_nothing_before_it_has_answered(browser: Browser, address: str) -> None:
    page = new_page(browser)
    page.goto(f"{address}find/")
    act = page.locator(".guide-act")
    assert act.is_hidden()
    while page.locator(".guide-finder-questions").is_visible():
        page.locator(".guide-finder-questions [data-answer]:visible").first.click()
        page.wait_for_timeout(100)
    assert act.is_visible()
    page.close()
