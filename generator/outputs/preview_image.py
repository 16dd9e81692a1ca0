"""The picture that messengers and networks show beside a link to a page."""

import io
import textwrap
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
"""Width and height in pixels, as networks ask for."""

_BAND, _FAR, _NEAR, _PAPER, _MUTED = "#32373c", "#3f454a", "#565c61", "#ffffff", "#e3e5e2"
_RED, _GREEN = "#f0392e", "#6cc070"  # as the theme has them on a dark band
_LEFT, _LINES, _WIDTH = 80, 4, 34


@lru_cache(maxsize=4096)
def preview_image(title: str, firm: str, reviewed: str) -> bytes:
    """Return a PNG with a page's title, the firm and the review; the same words, the same bytes.

    Args:
        title: the page's title, cut where it is too long.
        firm: the firm's name.
        reviewed: the review in words, as ``Reviewed May 2026``.
    """
    image = _background().copy()
    draw = ImageDraw.Draw(image)
    draw.rectangle((_LEFT, 44, _LEFT + 71, 51), fill=_RED)
    draw.text((_LEFT, 70), f"{firm}  ·  The IMP Guide", fill=_MUTED, font=_font(34))
    lines = textwrap.wrap(title, _WIDTH, break_on_hyphens=False)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    draw.multiline_text((_LEFT, 150), "\n".join(lines), fill=_PAPER, font=_font(62), spacing=18)
    low = SIZE[1] - 80
    draw.text((_LEFT, low), reviewed, fill=_GREEN, font=_font(34))
    after = _LEFT + _font(34).getlength(reviewed)
    draw.text((after, low), "  ·  Verify on canada.ca", fill=_PAPER, font=_font(34))
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


@lru_cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


@lru_cache
def _background() -> Image.Image:
    """Return the firm's hills, in few colours so that the file stays small."""
    wide, high = SIZE
    image = Image.new("RGB", SIZE, _BAND)
    draw = ImageDraw.Draw(image)
    far = [(0, 470), (260, 400), (520, 480), (800, 380), (1000, 450), (wide, 410)]
    near = [(0, 540), (200, 500), (460, 545), (700, 490), (960, 550), (wide, 510)]
    for points, colour in ((far, _FAR), (near, _NEAR)):
        draw.polygon([*points, (wide, high), (0, high)], fill=colour)
    return image.quantize(32)
