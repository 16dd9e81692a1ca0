"""Each review, notice, caption and statement of the foot is seen, in every light and on paper."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.builds import find
from tests.whole.browsing import PAGES, new_page
from tests.whole.seeing import Seen, look
from tests.whole.test_hostile import page as document_of

pytestmark = pytest.mark.browser

LOOKS: dict[str, tuple[int, dict[str, Any]]] = {
    "light, wide": (1280, {"color_scheme": "light"}),
    "dark, wide": (1280, {"color_scheme": "dark"}),
    "light, phone": (360, {"color_scheme": "light"}),
    "dark, phone": (360, {"color_scheme": "dark"}),
    "without script, wide": (1280, {"java_script_enabled": False}),
    "without script, phone": (360, {"java_script_enabled": False, "color_scheme": "dark"}),
}
ORCA = "categories/orca/"
PAPER = 794 - 2 * 60


def written(site: Path, name: str) -> Counter[str]:
    """Return how many marks of each kind the built file has, before any script runs."""
    document = document_of(site, name if name.endswith(".html") else f"{name}index.html")
    kinds = {
        "review": '//*[@data-guide="review"]',
        "verify": '//*[@data-guide="verify"]',
        "caption": "//caption[@data-table]",
        "foot": "//footer//p",
    }
    return Counter({kind: len(find(document, path)) for kind, path in kinds.items()})


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Any:
    """A page for each look, and one for paper."""
    made = {
        look_: new_page(browser, width, bypass_csp=True, reduced_motion="reduce", **options)
        for look_, (width, options) in LOOKS.items()
    }
    made["paper"] = new_page(browser, PAPER, bypass_csp=True)
    made["paper"].emulate_media(media="print", color_scheme="dark")
    yield made
    for page in made.values():
        page.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_mark_of_every_page_is_seen(
    pages: dict[str, Page], address: str, site: Path, name: str
) -> None:
    wanted = written(site, name)
    assert wanted["foot"] >= 3
    if name != "404.html":
        assert wanted["review"] >= 1
        assert wanted["verify"] >= 1
    for called, page in pages.items():
        page.goto(address + name)
        seen = look(page, paper=called == "paper")
        assert seen.lost == [], called
        assert seen.count == wanted, called


HIDING = {
    "display": ".guide-notice { display: none }",
    "visibility": ".guide-notice { visibility: hidden }",
    "collapsed": ".guide-notice { visibility: collapse }",
    "opacity": ".guide-notice { opacity: 0 }",
    "faint": ".guide-notice { opacity: 0.08 }",
    "no size": ".guide-notice { font-size: 0 }",
    "small": ".guide-notice { font-size: 3px; line-height: 1 }",
    "no height": ".guide-notice { height: 0; padding: 0; overflow: hidden }",
    "scaled": ".guide-notice { transform: scale(0) }",
    "clipped": ".guide-notice { clip-path: inset(50%) }",
    "off-screen": ".guide-notice { position: absolute; left: -9999px }",
    "indented": ".guide-notice { text-indent: -9999px }",
    "its ground's colour": ".md-typeset .guide-notice, .md-typeset .guide-notice *"
    " { background: #fff; color: #fff; text-decoration: none }",
    "no ink": ".guide-notice, .guide-notice * { -webkit-text-fill-color: transparent }",
    "covered": "article { position: relative } article::after { content: ''; position: absolute;"
    " inset: 0; background: #fff; pointer-events: none; z-index: 9 }",
    "covered by itself": ".guide-notice { position: relative } .guide-notice::after"
    " { content: ''; position: absolute; inset: 0; background: #fff }",
    "filtered": ".guide-notice { filter: opacity(0) }",
    "masked": ".guide-notice { mask-image: linear-gradient(transparent, transparent) }",
    "skipped": ".md-content .guide-notice { content-visibility: hidden !important }",
    "its link": ".guide-notice a { display: none }",
}


@pytest.mark.parametrize("way", HIDING)
def test_a_notice_that_a_style_hides_is_not_seen(browser: Browser, address: str, way: str) -> None:
    seen = changed(browser, f"{address}{ORCA}", "guide.css", HIDING[way])
    assert {mark for mark, _ in seen.lost} >= {"verify orca"}


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        (".guide-byline { display: none }", "review orca"),
        (".guide-caption { opacity: 0 }", "caption codes_of_category"),
        ("footer { position: absolute; left: -9999px }", "foot "),
    ],
)
def test_so_is_any_other_mark(browser: Browser, address: str, style: str, mark: str) -> None:
    seen = changed(browser, f"{address}{ORCA}", "guide.css", style)
    assert mark in {lost for lost, _ in seen.lost}


def test_a_mark_that_a_script_takes_away_is_missed(
    browser: Browser, address: str, site: Path
) -> None:
    script = "document.querySelectorAll('.guide-notice').forEach(mark => mark.remove())"
    seen = changed(browser, f"{address}{ORCA}", "guide.js", script)
    assert seen.count == written(site, ORCA) - Counter(verify=1)


def changed(browser: Browser, url: str, asset: str, added: str) -> Seen:
    """Look at a page while one of its assets says something more at its end."""
    page = new_page(browser, bypass_csp=True, reduced_motion="reduce", color_scheme="light")

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{response.text()}\n{added}\n")

    try:
        page.route(f"**/assets/{asset}*", answer)
        page.goto(url)
        return look(page)
    finally:
        page.close()
