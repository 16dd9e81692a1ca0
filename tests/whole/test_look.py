"""The guide's colours can be told apart, by measure: each pair that meets, light and dark."""

import re
from functools import cache

import pytest

from tests.project import ROOT

CSS = ROOT / "overrides" / "assets"
BOTH = '[data-md-color-primary="custom"]'
SCHEMES = {
    "light": (BOTH, '[data-md-color-scheme="default"]'),
    "dark": (
        BOTH,
        '[data-md-color-scheme="slate"]',
        '[data-md-color-scheme="slate"][data-md-color-primary="custom"]',
    ),
}

GROUNDS = ("--md-default-bg-color", "--guide-surface", "--guide-soft", "--guide-notice")
TEXTS = (
    "--md-typeset-color",
    "--md-default-fg-color",
    "--md-default-fg-color--light",
    "--md-typeset-a-color",
    "--md-accent-fg-color",
    "--guide-accent-text",
    "--guide-verified",
    "--guide-alarm-strong",
    "--guide-notice-text",
)
# What is read: WCAG 2.2 AA asks for 4.5.
READ = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("--guide-alarm-text", "--guide-alarm"),
    ("--guide-alarm-strong", "--guide-alarm"),
    ("--md-typeset-color", "--guide-target"),
    ("--md-typeset-a-color", "--guide-target"),
    ("--guide-act-text", "--guide-act"),
    ("--guide-act-text", "--guide-act-hover"),
    ("--guide-band-text", "--guide-band"),
    ("--guide-band-muted", "--guide-band"),
    ("--md-primary-bg-color", "--md-primary-fg-color"),
)
# What is seen and not read: a focus ring, an underline, the edge of what can be pressed. WCAG: 3.
SEEN = (
    *(
        (mark, ground)
        for mark in ("--guide-focus", "--guide-accent", "--guide-verified", "--guide-notice-line")
        for ground in GROUNDS
    ),
    ("--guide-alarm-line", "--guide-alarm"),
    ("--guide-alarm-line", "--md-default-bg-color"),
    ("--guide-act", "--guide-surface"),
    ("--guide-band-accent", "--guide-band"),
    ("--guide-band-focus", "--guide-band"),
)


@cache
def styles() -> str:
    text = (CSS / "guide.css").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text.partition("@media print")[0], flags=re.DOTALL)


def properties(scheme: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for selector in SCHEMES[scheme]:
        blocks = re.findall(rf"(?:^|\}})\s*{re.escape(selector)} \{{([^}}]*)\}}", styles())
        assert blocks, selector
        for block in blocks:
            found |= dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block))
    return found


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    assert re.fullmatch("[0-9a-f]{6}", digits), f"{colour} is no opaque colour"
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [("#fff", "#000000", 21.0), ("#777777", "#fff", 4.48), ("#e00400", "#f5f6f4", 4.63)],
)
def test_contrast_is_measured_as_wcag_has_it(one: str, other: str, measured: float) -> None:
    assert round(contrast(one, other), 2) == pytest.approx(measured, abs=0.02)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("least", "pairs"), [(4.5, READ), (3.0, SEEN)], ids=["read", "seen"])
def test_each_pair_of_colours_can_be_told_apart(
    scheme: str, least: float, pairs: tuple[tuple[str, str], ...]
) -> None:
    known = properties(scheme)
    measured = {(a, b): round(contrast(known[a], known[b]), 2) for a, b in pairs}
    assert {pair: found for pair, found in measured.items() if found < least} == {}


def test_the_colours_are_the_firm_s() -> None:
    light, dark = properties("light"), properties("dark")
    firm_s = {
        "--guide-act": ("#e00400", "#e00400"),
        "--guide-accent": ("#e00400", "#f0392e"),
        "--md-typeset-color": ("#32373c", "#f2f3f1"),
        "--md-default-fg-color--light": ("#565c61", "#a8adb0"),
        "--md-default-bg-color": ("#fff", "#16191b"),
        "--guide-band": ("#32373c", "#1f2326"),
        "--guide-surface": ("#fff", "#22262a"),
        "--guide-soft": ("#f5f6f4", "#1f2326"),
        "--guide-line": ("#e3e5e2", "#343a3e"),
        "--guide-verified": ("#1d5c1e", "#6cc070"),
        "--guide-focus": ("#1d5c1e", "#6cc070"),
        "--guide-alarm-line": ("#b00020", "#f0392e"),
    }
    assert {name: (light[name], dark[name]) for name in firm_s} == firm_s


def test_no_style_paints_with_a_colour_of_its_own() -> None:
    rules = styles()
    for selector in {selector for scheme in SCHEMES.values() for selector in scheme}:
        rules = re.sub(rf"{re.escape(selector)} \{{[^}}]*\}}", "", rules)
    finder = (CSS / "finder.css").read_text(encoding="utf-8")
    known = {value for scheme in SCHEMES for value in properties(scheme).values()}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", rules + finder)) <= known
