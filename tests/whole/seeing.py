"""What of a page's marks a reader really sees: measured on two pictures of the page.

The second picture is without the marks' words. Where both are the same, nobody sees those words,
whatever hides them: a style, another element above them, or their own colour.
"""

import base64
import io
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from PIL import Image, ImageChops
from playwright.sync_api import Page

SMALLEST = 8
"""Pixels of the lowest line of words that can be read."""

SCALE = 0.5
"""Pixels of a picture for one of the page: words leave enough ink on a quarter of the area."""

_CONTRAST = 40
"""Of 255: by how much words differ at least from their ground."""

_INK = 0.02
"""The least share of a line's area that its letters cover."""

_MARKS = '[data-guide="review"], [data-guide="verify"], caption[data-table], footer p'

# As long as a picture is taken, all of the page is laid out, and nothing moves.
_STILL = "* { transition: none !important; animation: none !important; caret-color: transparent }"
_BLANK = f"""
  :is({_MARKS}), :is({_MARKS}) * {{
    color: transparent !important;
    -webkit-text-fill-color: transparent !important;
    text-shadow: none !important;
    text-decoration-color: transparent !important;
  }}
"""

# Not `add_style_tag`: where scripts are turned off it waits for ever.
_STYLED = """css => {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}"""

_FOUND = """selector => {
  const shown = { opacityProperty: true, visibilityProperty: true };
  const waits = mark => mark.closest('[data-finder] [hidden]') !== null;
  // What is laid out when it is reached is reached now; what is never laid out stays so.
  for (const part of document.querySelectorAll('article *'))
    if (getComputedStyle(part).contentVisibility === 'auto')
      part.style.setProperty('content-visibility', 'visible', 'important');
  const found = [];
  for (const mark of document.querySelectorAll(selector)) {
    const name = mark.dataset.guide ?? (mark.dataset.table ? 'caption' : 'foot');
    const words = document.createTreeWalker(mark, NodeFilter.SHOW_TEXT);
    const lines = [];
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      if (!text.data.trim() || text.parentElement.closest('.guide-sr')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(rect => rect.width > 0.5);
      const visible = text.parentElement.checkVisibility(shown) && rects.length > 0;
      if (!visible) { lines.push([text.data, 0, 0, 0, 0]); continue; }
      for (const rect of rects)
        lines.push([text.data, rect.x + scrollX, rect.y + scrollY, rect.width, rect.height]);
    }
    found.push({ name, subject: mark.dataset.subject ?? mark.dataset.table ?? '', lines,
                 waits: waits(mark) });
  }
  return found;
}"""

Line = tuple[str, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """The marks of a page.

    Attributes:
        count: how many marks of each kind are there: review, verify, caption and foot.
        lost: each mark of which not every line is seen, with the words that are not.
    """

    count: Counter[str]
    lost: list[tuple[str, str]]


def look(page: Page, *, paper: bool = False) -> Seen:
    """Look at an open page, which was opened with `bypass_csp`: the finder's later steps may wait.

    Args:
        page: the page.
        paper: whether it is as printed: there the foot is left out.
    """
    page.evaluate(_STYLED, _STILL)
    marks = cast("list[dict[str, Any]]", page.evaluate(_FOUND, _MARKS))
    before = _picture(page)
    page.evaluate(_STYLED, _BLANK)
    after = _picture(page)
    different = ImageChops.difference(before, after).convert("L")
    inked = different.point([255 if value > _CONTRAST else 0 for value in range(256)])
    lost = []
    for mark in marks:
        if mark["waits"] or (paper and mark["name"] == "foot"):
            continue
        lines = cast("list[Line]", mark["lines"])
        if unseen := [line for line in lines if not _is_seen(line, inked)]:
            lost.append((f"{mark['name']} {mark['subject']}", unseen[0][0]))
        elif not lines:
            lost.append((f"{mark['name']} {mark['subject']}", "no words"))
    return Seen(Counter(str(mark["name"]) for mark in marks), lost)


def _picture(page: Page) -> Image.Image:
    """Return the whole page; the browser's own call takes half as long as Playwright's."""
    browser = page.context.new_cdp_session(page)  # ended, it would end the emulation of paper too
    size = browser.send("Page.getLayoutMetrics")["cssContentSize"]
    whole = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": SCALE}
    options = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True}
    taken = browser.send("Page.captureScreenshot", {**options, "clip": whole})
    return Image.open(io.BytesIO(base64.b64decode(taken["data"])))


def _is_seen(line: Line, inked: Image.Image) -> bool:
    """Tell whether a line of words is large enough, lies on the page, and leaves ink there."""
    words, *place = line
    if place[3] < SMALLEST:
        return False
    x, y, width, height = (SCALE * length for length in place)
    if x < 0 or y < 0 or x + width > inked.width or y + height > inked.height:
        return False
    if not any(letter.isalnum() for letter in words):
        return True
    part = inked.crop((int(x), int(y), int(x + width) + 1, int(y + height) + 1))
    return part.histogram()[255] >= _INK * part.width * part.height
