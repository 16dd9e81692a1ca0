"""The pages under their own Content-Security-Policy, in a real browser: quiet, and closed."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.whole.browsing import KINDS, MOVED, PAGES, new_page, opened, search, served, until

pytestmark = pytest.mark.browser

WIDTHS = (360, 1280)

# What a policy refuses is told by an event, also where the console says nothing of it.
LISTEN = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event => {
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
"""


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """Where the site can be visited with what `/_headers` says, above each page's own policy."""
    with served(site, headers_of(site)) as base:
        yield base


def headers_of(site: Path) -> list[tuple[str, str]]:
    """Read `/_headers` as a host does: what is indented belongs to the addresses above it."""
    addresses, *lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert addresses == "/*"
    assert all(len(line) < 2000 for line in lines), "some hosts read no longer lines"
    named = [line.strip().partition(": ") for line in lines if line.startswith("  ")]
    assert len(named) == len(lines)
    return [(name, value) for name, _, value in named]


@contextmanager
def quiet(browser: Browser, width: int, address: str, name: str) -> Iterator[Page]:
    """Open a page, and hold afterwards that nothing was refused and nobody else asked."""
    page, wrong = opened(browser, width, address, "robots.txt")
    page.add_init_script(LISTEN)
    try:
        page.goto(address + name)
        yield page
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
        assert page.evaluate("window.refused") == []
        assert wrong == []
    finally:
        page.close()


def switch_colours(page: Page) -> None:
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator(".md-header [for^=__palette]:visible").click()
    until(page, f"document.body.dataset.mdColorScheme !== '{before}'")


def open_menu(page: Page) -> None:
    """Open the menu, on a phone, and close it again."""
    menu = page.locator(".md-header__button[for=__drawer]:visible")
    if menu.count():
        menu.click()
        expect(page.locator("#__drawer")).to_be_checked()
        page.locator(".md-nav--primary a:visible").first.wait_for()
        page.keyboard.press("Escape")
        expect(page.locator("#__drawer")).not_to_be_checked()


def look_up(page: Page) -> None:
    opens = page.locator(".md-header__button[for=__search]:visible")
    if opens.count():  # on a phone
        opens.click()
    search(page, "orca")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("name", "width"),
    [*((name, 1280) for name in PAGES), *((name, 360) for name in KINDS)],
)
def test_a_page_in_use_asks_for_nothing_that_its_policy_refuses(
    browser: Browser, strict: str, name: str, width: int
) -> None:
    with quiet(browser, width, strict, name) as page:
        switch_colours(page)
        open_menu(page)
        look_up(page)
        page.evaluate("for (const all of document.querySelectorAll('details')) all.open = true")
        page.emulate_media(media="print")
        page.emulate_media(media="screen")
        # The colours that were chosen are there from the beginning of the next page.
        chosen = page.evaluate("document.body.dataset.mdColorScheme")
        page.reload()
        assert page.evaluate("document.body.dataset.mdColorScheme") == chosen


@pytest.mark.parametrize("width", WIDTHS)
def test_filter_comparison_and_finder_are_under_the_policy_too(
    browser: Browser, strict: str, width: int
) -> None:
    with quiet(browser, width, strict, "categories/") as page:
        page.get_by_label("Sort by").select_option("title")
        for title in ("ORCA", "HARBA (BRAHA)"):
            page.get_by_role("checkbox", name=f"Compare {title}").check()
        expect(page.locator("[data-guide-compared] table")).to_be_visible()
        page.get_by_label("Permit").select_option("open")
        page.get_by_label("Permit").press("Enter")
    with quiet(browser, width, strict, "find/") as page:
        expect(page.locator("[data-finder][data-ready]")).to_have_count(1)
        page.locator("a[data-answer]:visible").first.click()
        page.go_back()


def test_a_search_that_is_sent_is_not_refused(browser: Browser, strict: str) -> None:
    with quiet(browser, 1280, strict, "?q=orca") as page:
        page.locator(".md-search-result__link").first.wait_for()
        page.locator(".md-search__input").press("Enter")
        page.wait_for_url(f"{strict}categories/orca/*")
        page.wait_for_load_state("networkidle")


def test_an_earlier_address_sends_readers_on_under_its_policy(
    browser: Browser, strict: str
) -> None:
    with quiet(browser, 1280, strict, MOVED) as page:
        page.wait_for_url(f"{strict}categories/village-bakery-help/")


FOREIGN = "http://foreign.example:1"

# What would be heard of if it were let through, and the directive that refuses it.
INJECTED = {
    "an inline script": ("<script>window.ran = true</script>", "script-src-elem"),
    "a handler": ('<img src="x.png" onerror="window.ran = true">', "script-src-attr"),
    "a module": ('<script type="module">window.ran = true</script>', "script-src-elem"),
    "a script of another host": (f'<script src="{FOREIGN}/x.js"></script>', "script-src-elem"),
    "a script as data": ('<script src="data:,window.ran=true"></script>', "script-src-elem"),
    "an inline style": ("<style>.guide-notice{display:none}</style>", "style-src-elem"),
    "a style attribute": ('<p id="gone" style="display:none">a</p>', "style-src-attr"),
    "a style of another host": (
        f'<link rel="stylesheet" href="{FOREIGN}/x.css">',
        "style-src-elem",
    ),
    "an image of another host": (f'<img src="{FOREIGN}/x.png" alt="">', "img-src"),
    "a frame of another host": (f'<iframe src="{FOREIGN}/" title="a"></iframe>', "frame-src"),
    "a frame of its own": ('<iframe srcdoc="a" title="a"></iframe><base href="/x/">', "base-uri"),
    "another base": (f'<base href="{FOREIGN}/">', "base-uri"),
    "an object": (f'<object data="{FOREIGN}/x.svg"></object>', "object-src"),
    "a sound of another host": (f'<audio src="{FOREIGN}/x.mp3" autoplay></audio>', "media-src"),
}


@pytest.mark.parametrize("what", INJECTED)
def test_what_slips_into_a_page_is_refused(
    browser: Browser, site: Path, tmp_path: Path, what: str
) -> None:
    injected, directive = INJECTED[what]
    text = (site / "codes/index.html").read_text(encoding="utf-8")
    shutil.copytree(site, tmp_path / "site")
    changed = re.sub(r"(<h1\b)", lambda found: f"{injected}{found[1]}", text, count=1)
    assert changed != text
    (tmp_path / "site/codes/index.html").write_text(changed, encoding="utf-8")
    page = new_page(browser)
    asked: list[str] = []

    def heard(sent: Request) -> None:
        if sent.url.startswith(FOREIGN) and sent.failure != "csp":
            asked.append(sent.url)

    page.on("requestfinished", heard)
    page.on("requestfailed", heard)
    page.add_init_script(LISTEN)
    try:
        with served(tmp_path / "site") as base:
            page.goto(f"{base}codes/")
            page.wait_for_load_state("networkidle")
            refused = page.evaluate("window.refused")
            assert directive in [told.split()[0] for told in refused]
            assert page.evaluate("window.ran") is None
            assert asked == []
            assert page.evaluate("document.baseURI") == f"{base}codes/"
            assert page.locator("p.guide-notice, .guide-notice").first.is_visible()
    finally:
        page.close()


def test_no_page_of_another_host_may_hold_it_in_a_frame(
    browser: Browser, strict: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{strict}"></iframe>', encoding="utf-8")
    page = new_page(browser)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    try:
        with served(tmp_path) as other:
            page.goto(other)
            page.wait_for_load_state("networkidle")
            assert "frame-ancestors" in " ".join(said)
            assert page.frames[1].locator("h1").count() == 0
    finally:
        page.close()
