"""Everybody can use the site: checked by axe, and walked with the keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.whole.axe import violations, violations_of_colour
from tests.whole.browsing import KINDS, in_colours, new_page, until

pytestmark = pytest.mark.browser

# What has the focus, as somebody in front of the screen sees it.
_FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  // The theme's colour switch is a radio button without a size: its label shows the focus.
  const shown = focused.matches(".md-option") ? focused.nextElementSibling : focused;
  const box = shown.getClientRects()[0] || shown.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  const style = getComputedStyle(shown);
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth;
  const visible = shown.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
  return {
    name: `${focused.tagName} ${focused.className} ${(focused.textContent || "").trim()}`,
    seen: visible && inside && Boolean(hit) && (shown.contains(hit) || hit.contains(shown)),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def visit(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("article").wait_for()


def settled(page: Page) -> dict[str, Any] | None:
    """Return what has the focus, once the theme has opened what it opens for it."""
    for _ in range(40):
        focus: dict[str, Any] | None = page.evaluate(_FOCUS)
        if focus is None or focus["seen"]:
            return focus
        page.wait_for_timeout(50)
    return focus


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing(browser: Browser, address: str, name: str) -> None:
    page = new_page(browser, reduced_motion="reduce")
    try:
        visit(page, address + name)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            in_colours(page, "light")
            assert violations(page) == [], width
            in_colours(page, "dark")
            assert violations_of_colour(page) == [], width
    finally:
        page.close()


def test_axe_finds_what_is_wrong(browser: Browser, address: str) -> None:
    wrong = "<img><p>Grey on grey, in any colour scheme.</p>"
    for scheme in ("light", "dark"):
        page = new_page(browser, reduced_motion="reduce", color_scheme=scheme)
        try:
            visit(page, address)
            page.locator("article").evaluate(
                "(a, h) => { a.insertAdjacentHTML('beforeend', h);"
                " a.lastElementChild.style = 'color: #777; background: #666' }",
                wrong,
            )
            assert {"image-alt", "color-contrast"} <= {v.split(":")[0] for v in violations(page)}
            assert {v.split(":")[0] for v in violations_of_colour(page)} == {"color-contrast"}
        finally:
            page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_search_is_open(
    browser: Browser, address: str, scheme: str
) -> None:
    page = new_page(browser, reduced_motion="reduce", color_scheme=scheme)
    try:
        visit(page, address)
        page.keyboard.press("/")
        page.keyboard.type("keeper")
        page.locator(".md-search-result__item").first.wait_for()
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert violations(page) == [], width
    finally:
        page.close()


def test_axe_finds_nothing_while_the_menu_is_open(browser: Browser, address: str) -> None:
    page = new_page(browser, 360, reduced_motion="reduce")
    try:
        visit(page, address + "codes/")
        page.get_by_role("button", name="Menu").click()
        assert violations(page) == []
    finally:
        page.close()


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, 320) for name in KINDS),
        *((name, 1280) for name in ("", "find/", "codes/", "404.html")),
    ],
)
def test_the_focus_is_never_out_of_sight(
    browser: Browser, address: str, name: str, width: int
) -> None:
    page = new_page(browser, width, reduced_motion="reduce")
    try:
        visit(page, address + name)
        stops = 0
        while stops < 500:
            page.keyboard.press("Tab")
            focus = settled(page)
            if focus is None:
                break
            stops += 1
            assert focus["seen"], f"stop {stops} is out of sight: {focus['name']}"
            assert focus["ring"], f"stop {stops} shows no focus: {focus['name']}"
        links = page.evaluate(
            "[...document.querySelectorAll('article a[href]')]"
            ".filter(link => link.checkVisibility({checkVisibilityCSS: true})).length"
        )
        assert links < stops < 500
    finally:
        page.close()


def test_the_first_stop_leads_past_the_header(browser: Browser, address: str) -> None:
    for name in ("", "categories/orca/", "404.html"):
        page = new_page(browser)
        visit(page, address + name)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('article'))"), name
        page.close()


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, address: str) -> None:
    page = new_page(browser, 360, reduced_motion="reduce")
    try:
        visit(page, address)
        menu = page.get_by_role("button", name="Menu")
        menu.focus()
        page.keyboard.press("Enter")
        until(page, "document.activeElement.closest('.md-sidebar--primary')")
        assert menu.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.querySelector('.md-content').inert")
        page.keyboard.press("Escape")
        assert menu.get_attribute("aria-expanded") == "false"
        assert menu.evaluate("button => button === document.activeElement")
        assert not page.evaluate("document.querySelector('.md-content').inert")
        menu.press("Enter")
        until(page, "document.activeElement.closest('.md-sidebar--primary')")
        page.get_by_role("link", name="Employers").first.press("Enter")
        page.wait_for_url("**/employers/")
    finally:
        page.close()


def test_the_search_opens_and_closes_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    page = new_page(browser, 360, reduced_motion="reduce")
    try:
        visit(page, address)
        page.get_by_role("button", name="Search", exact=True).press("Enter")
        until(page, "document.activeElement.matches('.md-search__input')")
        page.keyboard.type("keeper")
        page.locator(".md-search-result__item").first.wait_for()
        page.get_by_role("button", name="Close the search").press("Enter")
        assert not page.locator("#__search").is_checked()
    finally:
        page.close()


def test_motion_is_left_out_for_those_who_ask_for_it(browser: Browser, address: str) -> None:
    page = new_page(browser, reduced_motion="reduce")
    try:
        visit(page, address)
        longest = page.evaluate(
            "Math.max(...[...document.querySelectorAll('*')].map("
            "node => parseFloat(getComputedStyle(node).transitionDuration)))"
        )
        assert longest < 0.001
    finally:
        page.close()


@pytest.mark.parametrize("name", ["", "categories/", "categories/orca/", "codes/", "find/"])
def test_nothing_is_lost_at_twice_the_size(browser: Browser, address: str, name: str) -> None:
    # A window of 1280 pixels at 200 % lays the page out as one of 640.
    page = new_page(browser, 640, 400, device_scale_factor=2)
    try:
        visit(page, address + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        cut = page.evaluate(
            "[...document.querySelectorAll('article *')].filter(node =>"
            " node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 1"
            " && getComputedStyle(node).overflowX !== 'visible').map(node => node.className)"
        )
        assert cut == []
    finally:
        page.close()
