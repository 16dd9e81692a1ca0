"""The guide's own fonts hold what its pages show, and nothing moves when they come."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from tests.builds import find, html_files
from tests.fonts.signs import SIGNS, css_range
from tests.project import ROOT
from tests.whole.browsing import KINDS, new_page

ASSETS = ROOT / "overrides" / "assets"
FONTS = ASSETS / "fonts"
OURS = {"Inter", "Jost"}

FALLS_BACK: frozenset[str] = frozenset("\n\t")
"""What pages show besides, known to come from a font of the reader's machine."""

_MOVED = """new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved = (window.moved || 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true });"""

# What a page asks for after its load, the fonts above all, and some frames drawn with it.
_COME = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
}"""


def css() -> str:
    return " ".join((ASSETS / "guide.css").read_text(encoding="utf-8").split())


def test_the_styles_name_the_signs_that_the_fonts_hold() -> None:
    assert re.findall(r"unicode-range: ([^;]+);", css()) == [css_range()] * 2


def test_the_fonts_are_small_and_have_their_licences_beside_them() -> None:
    files = sorted(FONTS.glob("*.woff2"))
    assert [file.stem for file in files] == ["inter", "jost"]
    assert sum(file.stat().st_size for file in files) <= 45_000
    for file in files:
        licence = (FONTS / f"{file.stem}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert f'url("fonts/{file.name}")' in css()
    assert css().count("font-display: swap") == len(files)


@pytest.mark.build
def test_the_fonts_hold_every_sign_that_a_page_shows(site: Path) -> None:
    for name in html_files(site):
        page = html.document_fromstring((site / name).read_bytes())
        texts = find(page, "//body//text()[not(ancestor::script or ancestor::style)]")
        unknown = {sign for text in texts for sign in text} - SIGNS - FALLS_BACK
        assert not unknown, name


@pytest.mark.build
def test_the_licences_are_published(site: Path) -> None:
    published = {path.name for path in (site / "assets" / "fonts").iterdir()}
    assert published == {"inter.woff2", "inter-OFL.txt", "jost.woff2", "jost-OFL.txt"}


def used(page: Page, selector: str) -> dict[str, int]:
    """Return the fonts that Chromium draws an element's text with, and how many signs of each."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found: dict[str, Any] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})
    return {
        font["familyName"] if font["isCustomFont"] else f"local {font['familyName']}": round(
            font["glyphCount"]
        )
        for font in found["fonts"]
    }


@pytest.mark.browser
@pytest.mark.parametrize(("tag", "family"), [("p", "Inter"), ("h2", "Jost")])
def test_each_sign_is_drawn_with_our_own_font(
    browser: Browser, address: str, tag: str, family: str
) -> None:
    page = new_page(browser)
    page.goto(f"{address}404.html")
    signs = [sign for sign in sorted(SIGNS) if sign.strip()]
    page.evaluate(
        "([tag, signs]) => { const made = document.createElement(tag); made.id = 'signs';"
        " for (const sign of signs) made.append(Object.assign("
        "document.createElement('span'), {textContent: sign}), ' ');"
        " document.getElementById('main-text').append(made); }",
        [tag, signs],
    )
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)
    drawn = used(page, "#signs")
    page.close()
    assert set(drawn) == {family}
    assert drawn[family] >= len(signs)


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_comes(browser: Browser, address: str, width: int) -> None:
    for name in KINDS:
        page = new_page(browser, width)
        page.add_init_script(_MOVED)
        page.goto(f"{address}{name}")
        page.evaluate(_COME)
        moved = page.evaluate("window.moved || 0")
        page.close()
        assert moved <= 0.01, name
