"""axe, the checker of accessibility, run in an open page."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_COLOURS = ["color-contrast", "link-in-text-block"]
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "axe.run(document, {runOnly: %s, resultTypes: ['violations']})"


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, rules: list[str] = _RULES) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA and its best practices, one line each."""
    # What the header happens to cover in the middle of a page is not too small a target.
    if page.evaluate("scrollY > 0"):
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(400)  # the theme brings its tabs back, which takes a moment
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_script())
    result: dict[str, Any] = page.evaluate(_RUN % rules)
    return [
        f"{found['id']}: {node['target']} {node['html'][:120]}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def violations_of_colour(page: Page) -> list[str]:
    """Return what axe finds in the colours alone: no other rule of its looks at them."""
    return violations(page, _COLOURS)
