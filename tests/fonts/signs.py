"""The signs that the guide's fonts hold; any other is shown in a font of the reader's machine."""

_BASIC_LATIN = range(0x20, 0x7F)
_LATIN_1 = (0xA0, *range(0xA1, 0xAD), *range(0xAE, 0x100))
_FRENCH = "Œœ"
_DASHES = "‐‑–—"
_QUOTES = "‘’‚“”„‹›"
_OTHERS = "•…€−"

SIGNS = frozenset({*map(chr, (*_BASIC_LATIN, *_LATIN_1)), *_FRENCH, *_DASHES, *_QUOTES, *_OTHERS})
"""Basic Latin, Latin-1 with all French accents, and what typography adds to them."""

DRAWN_AS = {"‐": "-", "‑": "-"}
"""Signs that Inter and Jost do not draw, and the one that looks the same."""


def css_range() -> str:
    """Return the signs as `unicode-range` writes them: ``U+20-7E, U+A0-AC``."""
    points = sorted(map(ord, SIGNS))
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)
