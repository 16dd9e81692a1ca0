"""What of a page's marks a reader really sees: asked of the browser, and measured on pictures.

The browser tells how the marks differ from those of the built file, how their words are styled
and what lies topmost where they stand. What it cannot be asked, two pictures show: on one the
marks' letters are black, on the other white. Where both are the same, no letter is seen, whatever
hides it; what is the same on both is the letters' ground.
"""

import base64
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from PIL import Image, ImageChops
from playwright.sync_api import Page

SMALLEST = 9
"""Pixels of the smallest letters that can be read."""

CONTRAST = {False: 4.48, True: 3.0}
"""Between letters and their ground: as WCAG has it, 4.5 with room for rounding, and on paper."""

SCALE = 0.5
"""Pixels of a picture for one of the page: a quarter of the area has as much to tell."""

INK = (0.07, 0.45)
"""Share of a word's box that its letters cover: of the guide's fonts it is 0.13 to 0.31."""

DARKEST = 90
"""Of 255: what a letter reaches at least somewhere. Words that are blurred stay below it."""

LATER = 60_000
"""Milliseconds that a page's own clock is put forward: what waits for its time happens."""

_MARKS = '[data-guide="review"], [data-guide="verify"], caption[data-table], footer p'

_LOCAL = ("Arial", "ArialMT", "Liberation Sans", "Arimo")
_BOLD = ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold")
_FACES = {
    "Inter": ["/inter.woff2"],
    "Jost": ["/jost.woff2"],
    "Inter fallback": [f'"{name}' for name in (*_LOCAL, *_BOLD)],
    "Jost fallback": [f'"{name}' for name in (*_LOCAL, *_BOLD)],
}
"""The fonts of the guide's own and what each may come from: a file, or fonts of the machine."""

# Those and what every machine has for text: no font of signs, which shows other things.
_FAMILIES = (
    *_FACES,
    *("Arial", "Helvetica", "Helvetica Neue", "Verdana", "Roboto", "Segoe UI", "Century Gothic"),
    *("Georgia", "Times New Roman", "Times", "Cambria", "Liberation Sans", "BlinkMacSystemFont"),
    *("system-ui", "-apple-system", "sans-serif", "serif", "ui-sans-serif", "ui-serif"),
)

_LOOK = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

# Only the letters: lines below and shadows of words are judged by their styles. What stays in the
# window is judged at each scroll, and would lie over some of the page on a picture of all of it.
_INKED = """([selector, ink]) => {
  const stuck = part => /fixed|sticky/.test(getComputedStyle(part).position)
    && !part.matches(selector) && !part.querySelector(selector);
  if (!window.inked) {
    window.inked = new CSSStyleSheet();
    document.adoptedStyleSheets.push(window.inked);
    window.laid = [...document.querySelectorAll('body *')].filter(stuck);
  }
  scrollTo({ left: 0, top: 0, behavior: 'instant' });
  for (const part of window.laid)
    part.style.setProperty('visibility', 'hidden', 'important');
  window.inked.replaceSync(`:is(${selector}), :is(${selector}) * {
    transition: none !important;
    -webkit-text-fill-color: ${ink} !important;
    text-decoration-color: transparent !important;
  }`);
}"""

_AS_BEFORE = """() => {
  document.adoptedStyleSheets.pop();
  for (const part of window.laid) part.style.removeProperty('visibility');
  delete window.inked;
}"""

_TO_THE_END = "scrollTo({ top: document.scrollingElement.scrollHeight, behavior: 'instant' })"

_SETTLED = """
  matchMedia('(scripting: none)').matches || new Promise(done => setTimeout(done, 60))
"""

TRIES = 3
"""Looks at what seems to be covered: what follows a scroll may still be on its way."""

_NO_GROUND = (255, 0, 254)

Colour = tuple[float, float, float, float]
Piece = tuple[str, str, float, float, float, float, list[Colour]]


@dataclass(frozen=True, slots=True)
class Seen:
    """The marks of a page.

    Attributes:
        count: how many marks of each kind are there: review, verify, caption and foot.
        lost: each mark that is not seen as it was built, with what is wrong, sorted.
    """

    count: Counter[str]
    lost: list[tuple[str, str]]


def look(page: Page, built: str, *, paper: bool = False, pictures: bool = False) -> Seen:
    """Look at an open page as it is now.

    Args:
        page: the page.
        built: the text of its file.
        paper: whether it is as printed: there the foot is left out.
        pictures: whether to take pictures even if the browser has no doubt.
    """
    given = {
        "built": built,
        "paper": paper,
        "selector": _MARKS,
        "families": _FAMILIES,
        "faces": _FACES,
        "least": SMALLEST,
        "enough": CONTRAST[paper],
    }
    for _ in range(TRIES):
        told = cast("dict[str, Any]", page.evaluate(_LOOK, given))
        if not any(why.startswith("covered") for _, why in told["lost"]):
            break
        to_the_end(page)
    lost = {(mark, why) for mark, why in cast("list[tuple[str, str]]", told["lost"])}
    if pictures or told["doubt"]:
        lost |= _unseen(page, cast("list[Piece]", told["places"]), CONTRAST[paper])
    return Seen(Counter(mark.partition(" ")[0] for mark in told["marks"]), sorted(lost))


def to_the_end(page: Page) -> None:
    """Scroll to the end of an open page, and let what follows a scroll follow it."""
    page.evaluate(_TO_THE_END)
    page.evaluate(_SETTLED)


def later(page: Page) -> None:
    """Let a minute pass in a page that was opened with a clock of its own."""
    page.clock.fast_forward(LATER)


def _unseen(page: Page, pieces: list[Piece], enough: float) -> set[tuple[str, str]]:
    """Return the marks with words that leave too little ink, or are too pale, on pictures."""
    black, white = (_picture(page, ink) for ink in ("#000", "#fff"))
    page.evaluate(_AS_BEFORE)
    to_the_end(page)
    ink = ImageChops.difference(black, white).convert("L")
    is_ground = ink.point([255 if value < 8 else 0 for value in range(256)])
    ground = Image.composite(black, Image.new("RGB", black.size, _NO_GROUND), is_ground)
    lost = set()
    for mark, word, *place, inks in pieces:
        if not any(letter.isalnum() for letter in word):
            continue
        if why := _fault(place, inks, ink, ground, enough):
            lost.add((mark, f"{why}: {word}"))
    return lost


def _picture(page: Page, ink: str) -> Image.Image:
    """Return the whole page; the browser's own call takes half as long as Playwright's."""
    page.evaluate(_INKED, [_MARKS, ink])
    browser = page.context.new_cdp_session(page)  # ended, it would end the emulation of paper too
    size = browser.send("Page.getLayoutMetrics")["cssContentSize"]
    whole = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": SCALE}
    options = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True}
    taken = browser.send("Page.captureScreenshot", {**options, "clip": whole})
    return Image.open(io.BytesIO(base64.b64decode(taken["data"]))).convert("RGB")


def _fault(
    place: list[float],
    inks: list[Colour],
    ink: Image.Image,
    ground: Image.Image,
    enough: float,
) -> str | None:
    """Return what is wrong with a word on the pictures: there, it leaves enough ink and is clear.

    Args:
        place: left, top, width and height of its box on the page.
        inks: the colours that its letters have, whatever the pictures gave them.
        ink: how much of its letters is at each pixel.
        ground: the page without letters; where they are it has a colour that no ground has.
        enough: the contrast that is asked for.
    """
    x, y, width, height = (SCALE * length for length in place)
    if x < 0 or y < 0 or x + width > ink.width + 1 or y + height > ink.height + 1:
        return "off the page"
    box = (int(x), int(y), int(x + width) + 1, int(y + height) + 1)
    levels = ink.crop(box).histogram()
    share = sum(level * count for level, count in enumerate(levels)) / 255 / (width * height)
    if not INK[0] <= share <= INK[1] or not any(levels[DARKEST:]):
        return "not seen"
    found = cast("list[tuple[int, tuple[int, int, int]]]", ground.crop(box).getcolors(1 << 16))
    grounds = [(count, rgb) for count, rgb in found if rgb != _NO_GROUND]
    clear = sum(
        count
        for count, rgb in grounds
        if all(_contrast(_over(each, rgb), rgb) >= enough for each in inks)
    )
    return None if clear >= 0.8 * sum(count for count, _ in grounds) else "pale"


def _over(ink: Colour, ground: Sequence[float]) -> list[float]:
    *rgb, alpha = ink
    return [one * alpha + other * (1 - alpha) for one, other in zip(rgb, ground, strict=True)]


@cache
def _luminance(*rgb: float) -> float:
    parts = [value / 255 for value in rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how well two colours can be told apart, as WCAG measures it: 1 to 21."""
    light, dark = sorted((_luminance(*one), _luminance(*other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
