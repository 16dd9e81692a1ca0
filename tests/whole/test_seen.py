"""Each review, notice, caption and statement of the foot is seen, in every light and on paper."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.builds import find
from tests.project import TODAY
from tests.whole.browsing import KINDS, PAGES, new_page
from tests.whole.seeing import Seen, later, look, to_the_end
from tests.whole.test_hostile import page as document_of

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

WINDOWS = {"wide": (1280, 800), "phone": (360, 640)}
PAPERS = {"A4": (794 - 2 * 60, 1000), "Letter, landscape": (1056 - 2 * 60, 700)}
EDGES = {"narrowest": (320, 568), "widest": (1600, 900), "low": (1024, 480)}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

# Each look by what a style could ask for: so it is known to be what it is called.
ASKED = {
    "light": "(prefers-color-scheme: light)",
    "dark": "(prefers-color-scheme: dark)",
    "wide": "screen and (width: 1280px) and (hover: hover)",
    "phone": "screen and (width: 360px)",
    "A4": "print and (width: 674px)",
    "Letter, landscape": "print and (width: 936px) and (orientation: landscape)",
    "narrowest": "screen and (width: 320px)",
    "widest": "screen and (width: 1600px)",
    "low": "screen and (height: 480px)",
    "later": "screen",
    "no script": "(scripting: none)",
}
# What a script does in its time or at a scroll it does in any light.
LATER = ("light; wide", "dark; phone")

LOOKS = [
    *(f"{scheme}; {how}" for scheme in SCHEMES for how in ("wide", "phone", *PAPERS)),
    *(f"{look_}; later" for look_ in LATER),
    *(f"{scheme}; {window}; no script" for scheme in SCHEMES for window in WINDOWS),
]

# Each width and each scheme has pictures, and so has paper.
PICTURED = ("light; wide", "dark; phone", "light; Letter, landscape")

# Who wants no motion and who does not mind is told apart in each width and each scheme.
CALM = ("light; phone", "dark; wide")

ORCA = "categories/orca/"

# One template makes all guide pages: sizes that few have are looked at on few pages.
EDGED = ("", "codes/", "categories/lighthouse-keeper-swap/")


# Pages of a template of which another has more marks.
FEWER = ("categories/carnivals-and-fairs-misc/", "categories/village-bakery-help/")
EVERYWHERE = [name for name in KINDS if name not in FEWER]


def file_of(site: Path, name: str) -> Path:
    return site / (name if name.endswith(".html") else f"{name}index.html")


def written(site: Path, name: str) -> Counter[str]:
    """Return how many marks of each kind the built file has, before any script runs."""
    document = document_of(site, file_of(site, name).relative_to(site).as_posix())
    kinds = {
        "review": '//*[@data-guide="review"]',
        "verify": '//*[@data-guide="verify"]',
        "caption": "//caption[@data-table]",
        "foot": "//footer//p",
    }
    return Counter({kind: len(find(document, path)) for kind, path in kinds.items()})


class Tabs:
    """A window, a phone and a browser without scripts, all of which look at one page."""

    def __init__(self, browser: Browser) -> None:
        self.scripted = {
            look_: opened_with_a_clock(browser, *look_) for look_ in product(SCHEMES, WINDOWS)
        }
        self.plain = new_page(browser, java_script_enabled=False)

    def all(self) -> list[Page]:
        return [*self.scripted.values(), self.plain]

    def close(self) -> None:
        for page in self.all():
            page.close()

    def seen(
        self, url: str, built: str, *, edges: bool = False
    ) -> Iterator[tuple[str, Page, Seen]]:
        """Look at a page in every look, and later on at what has become of it."""
        for (scheme, window), page in self.scripted.items():
            look_ = f"{scheme}; {window}"
            page.emulate_media(media="screen")
            resize(page, WINDOWS[window])
            page.goto(url)
            to_the_end(page)
            yield look_, page, look(page, built, pictures=look_ in PICTURED)
            if look_ in LATER:
                later(page)
                yield f"{look_}; later", page, look(page, built)
            if edges and look_ == "light; wide":
                for edge, size in EDGES.items():
                    resize(page, size)
                    to_the_end(page)
                    yield f"{scheme}; {edge}", page, look(page, built)
            if window == "wide":
                page.emulate_media(media="print")
                for paper, size in PAPERS.items():
                    resize(page, size)
                    look_ = f"{scheme}; {paper}"
                    yield look_, page, look(page, built, paper=True, pictures=look_ in PICTURED)
        # What is the same file without scripts is the same page: it only looks different.
        self.plain.goto(url)
        for scheme, window in product(SCHEMES, WINDOWS):
            self.plain.emulate_media(color_scheme=scheme)
            resize(self.plain, WINDOWS[window])
            yield f"{scheme}; {window}; no script", self.plain, look(self.plain, built)


def opened_with_a_clock(browser: Browser, scheme: Scheme, window: str) -> Page:
    """Return a page for one look; the theme keeps its colours for as long as it lives."""
    page = new_page(
        browser,
        *WINDOWS[window],
        None,
        color_scheme=scheme,
        has_touch=window == "phone",
        is_mobile=window == "phone",
        reduced_motion="reduce" if f"{scheme}; {window}" in CALM else "no-preference",
    )
    page.clock.install(time=datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))
    return page


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[Tabs]:
    made = Tabs(browser)
    yield made
    made.close()


@pytest.mark.parametrize("name", EVERYWHERE)
def test_every_mark_of_each_kind_of_page_is_seen_in_every_look(
    tabs: Tabs, address: str, site: Path, name: str
) -> None:
    wanted = written(site, name)
    assert wanted["foot"] >= 3
    if name != "404.html":
        assert wanted["review"] >= 1
        assert wanted["verify"] >= 1
    built = file_of(site, name).read_text(encoding="utf-8")
    looks = set()
    for called, page, seen in tabs.seen(address + name, built, edges=name in EDGED):
        assert seen.lost == [], called
        assert seen.count == wanted, called
        for each in called.split("; "):
            assert page.evaluate("query => matchMedia(query).matches", ASKED[each]), called
        looks.add(called)
    edges = {f"light; {edge}" for edge in EDGES if name in EDGED}
    assert looks == {*LOOKS, *edges}


def test_each_look_is_what_a_reader_has(tabs: Tabs, address: str) -> None:
    """The reader's colours are the page's, a phone is touched, and some want no motion."""
    for (scheme, window), page in tabs.scripted.items():
        page.emulate_media(media="screen")
        page.goto(address + ORCA)
        colours = page.evaluate("document.body.dataset.mdColorScheme")
        assert colours == {"light": "default", "dark": "slate"}[scheme]
        touched = page.evaluate("matchMedia('(hover: none) and (pointer: coarse)').matches")
        assert touched == (window == "phone")
    calm = [
        page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        for page in tabs.scripted.values()
    ]
    assert calm == [False, True, True, False]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in EVERYWHERE])
def test_every_mark_of_the_other_pages_is_seen(
    tabs: Tabs, address: str, site: Path, name: str
) -> None:
    page = tabs.scripted["light", "wide"]
    page.emulate_media(media="screen")
    resize(page, WINDOWS["wide"])
    page.goto(address + name)
    to_the_end(page)
    seen = look(page, file_of(site, name).read_text(encoding="utf-8"))
    assert seen.lost == []
    assert seen.count == written(site, name)


@pytest.fixture(scope="module")
def built(site: Path) -> str:
    return file_of(site, ORCA).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def orca(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a category, to be spoilt by a style at a time."""
    page = opened_with_a_clock(browser, "light", "wide")
    page.goto(address + ORCA)
    to_the_end(page)
    yield page
    page.close()


@contextmanager
def styled(page: Page, style: str) -> Iterator[None]:
    """Let a page have one style more, after all others."""
    page.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )
    try:
        yield
    finally:
        page.evaluate("document.adoptedStyleSheets.pop()")


NOTICE = ".md-typeset .guide-notice"
WORDS = f"{NOTICE}, {NOTICE} *"
OVER = "content: ''; position: absolute; inset: 0"
SHEET = f"article {{ position: relative }} article::after {{ {OVER} }} article::after"
ITS_SHEET = f"{NOTICE} {{ position: relative }} {NOTICE}::after {{ {OVER} }} {NOTICE}::after"
ABOVE = f"{NOTICE} > * {{ position: relative; z-index: 1 }}"
STRIPES = "#999 0 16px, #0000 0 20px"
GONE = "@keyframes gone { to { opacity: 0 } }"

# A style, and what is told of the notice.
HIDING = {
    "display": (f"{NOTICE} {{ display: none }}", "not shown"),
    "visibility": (f"{NOTICE} {{ visibility: hidden }}", "not shown"),
    "collapsed": (f"{NOTICE} {{ visibility: collapse }}", "not shown"),
    "opacity": (f"{NOTICE} {{ opacity: 0 }}", "not shown"),
    "faint": (f"{NOTICE} {{ opacity: 0.3 }}", "pale"),
    "skipped": (f"{NOTICE} {{ content-visibility: hidden !important }}", "not shown"),
    "its link": (f"{NOTICE} a {{ display: none }}", "not shown"),
    "no size": (f"{NOTICE} {{ font-size: 0 }}", "font-size"),
    "small": (f"{WORDS} {{ font-size: 7px; line-height: 1.2 }}", "font-size"),
    "small first line": (f"{NOTICE}::first-line {{ font-size: 7px }}", "small: Verify"),
    "no height": (f"{NOTICE} {{ height: 0; padding: 0; overflow: hidden }}", "not seen: Verify"),
    "off-screen": (f"{NOTICE} {{ position: absolute; left: -9999px }}", "off the page: Verify"),
    "indented": (f"{NOTICE} {{ text-indent: -9999px }}", "off the page: Verify"),
    "fixed above": (f"{NOTICE} {{ position: fixed; top: -200px }}", "off the page: Verify"),
    "its ground's colour": (f"{WORDS} {{ background: #fff; color: #fff }}", "pale"),
    "pale": (f"{WORDS} {{ color: #8a8a8a }}", "pale"),
    "pale on a picture": (
        f"{NOTICE} {{ background-image: linear-gradient(#555, #555) }}",
        "pale: Verify",
    ),
    "no ink": (f"{WORDS} {{ -webkit-text-fill-color: transparent }}", "pale"),
    "its ground shines through": (
        f"{WORDS} {{ background: #f5f5f5; -webkit-background-clip: text; color: transparent }}",
        "pale",
    ),
    "covered": (
        f"{SHEET} {{ background: #fff; pointer-events: none; z-index: 9 }}",
        "not seen: Verify",
    ),
    "covered by itself": (f"{ITS_SHEET} {{ background: #fff }} {ABOVE}", "not seen: The"),
    "striped": (
        f"{ITS_SHEET} {{ background: repeating-linear-gradient(90deg, {STRIPES}) }}",
        "not seen: Verify",
    ),
    "scaled away": (f"{NOTICE} {{ transform: scale(0) }}", "transform"),
    "scaled": (f"{NOTICE} {{ scale: 0.55 }}", "scale"),
    "mirrored": (f"{NOTICE} {{ transform: scaleX(-1) }}", "out of order: rely"),
    "around it": ("article { transform: rotate(180deg) }", "transform"),
    "turned": (f"{NOTICE} {{ rotate: 180deg }}", "rotate"),
    "zoomed": ("article { zoom: 0.55 }", "zoom"),
    "clipped": (f"{NOTICE} {{ clip-path: inset(0 0 50% 0) }}", "clipPath"),
    "filtered": (f"{NOTICE} {{ filter: blur(4px) }}", "filter"),
    "blurred by another": (
        f"{SHEET} {{ backdrop-filter: blur(6px) }}",
        "not seen: Verify",
    ),
    "masked": (f"{NOTICE} {{ mask-image: linear-gradient(90deg, #000, #0000) }}", "maskImage"),
    "blended": (f"{NOTICE} {{ mix-blend-mode: lighten }}", "mix-blend-mode"),
    "as dots": (f"{WORDS} {{ -webkit-text-security: disc }}", "text-security"),
    "backwards": (f"{WORDS} {{ unicode-bidi: bidi-override; direction: rtl }}", "direction"),
    "backwards, letter by letter": (f"{WORDS} {{ unicode-bidi: bidi-override }}", "unicode-bidi"),
    "from the right": (f"{NOTICE} {{ direction: rtl }}", "direction"),
    "downwards": (f"{NOTICE} {{ writing-mode: vertical-rl }}", "writing-mode"),
    "in another order": (
        f"{NOTICE} {{ display: flex; flex-direction: row-reverse }}",
        "out of order: The",
    ),
    "shadowed": (f"{NOTICE} {{ text-shadow: 3px 0 currentcolor }}", "text-shadow"),
    "struck": (f"{WORDS} {{ text-decoration: line-through 1.5em }}", "text-decoration"),
    "barred": (
        f"{WORDS} {{ text-decoration: underline 1em; text-underline-offset: -0.9em }}",
        "text-decoration",
    ),
    "filled": (f"{NOTICE} {{ -webkit-text-stroke: 4px }}", "text-stroke"),
    "dotted": (f"{NOTICE} {{ text-emphasis: filled }}", "text-emphasis"),
    "crowded": (f"{WORDS} {{ letter-spacing: -0.45em }}", "letter-spacing"),
    "scattered": (f"{WORDS} {{ letter-spacing: 2em }}", "letter-spacing"),
    "without blanks": (f"{WORDS} {{ word-spacing: -0.3em }}", "word-spacing"),
    "line over line": (f"{WORDS} {{ line-height: 0.25 }}", "line-height"),
    "a letter a line": (
        f"{NOTICE} {{ width: 1ch; padding: 0; word-break: break-all }}",
        "cut in pieces: Verify",
    ),
    "a font of signs": (f"{WORDS} {{ font-family: Wingdings }}", "font Wingdings"),
    "a font of ours from elsewhere": (
        "@font-face { font-family: Inter; src: url(/assets/blocks.woff2) }",
        "font Inter",
    ),
    "a word before it": (f"{NOTICE}::before {{ content: 'No longer true:' }}", "words in ::before"),
    "a link that cannot be followed": (f"{NOTICE} a {{ pointer-events: none }}", "pointer-events"),
    "moved away for ever": (
        f"{GONE} {NOTICE} {{ animation: gone 1s infinite }}",
        "does not stand still",
    ),
    "moved away in the end": (f"{GONE} {NOTICE} {{ animation: gone 0.1s 1.9s both }}", "not shown"),
    "moved away by the hour": (
        f"{GONE} {NOTICE} {{ animation: gone 999s }}",
        "does not stand still",
    ),
    "moved away by scrolling": (
        f"{GONE} {NOTICE} {{ animation: gone linear both; animation-timeline: scroll() }}",
        "does not stand still",
    ),
    "a high header": (".md-header { height: 95vh }", "covered: Verify"),
    "a sheet over the window": (
        "body::after { content: ''; position: fixed; inset: 0; background: #fff; z-index: 99 }",
        "covered: Verify",
    ),
}


@pytest.mark.parametrize("way", HIDING)
def test_a_notice_that_a_style_hides_is_not_seen(orca: Page, built: str, way: str) -> None:
    style, why = HIDING[way]
    with styled(orca, style):
        assert ("verify orca", why) in look(orca, built).lost


@pytest.mark.parametrize(
    ("style", "mark"),
    [
        (".guide-byline { display: none }", "review orca"),
        (".guide-caption { opacity: 0 }", "caption codes_of_category"),
        ("footer { position: absolute; left: -9999px }", "foot "),
        ("body::after { content: ''; position: fixed; inset: auto 0 0; height: 35vh }", "foot "),
    ],
)
def test_so_is_any_other_mark(orca: Page, built: str, style: str, mark: str) -> None:
    with styled(orca, style):
        assert mark in {lost for lost, _ in look(orca, built).lost}


# Of these letters, pictures are taken: they are thinner, smaller or coloured otherwise.
THIN = ("larger and serif", "small and grey", "gradient", "fades in")

HONEST = {
    "other colours": f"{NOTICE} {{ background: #fff8e1; color: #222; border-color: #a60 }}",
    "larger and serif": f"{NOTICE} {{ font: italic 1.1rem/1.8 Georgia, serif; padding: 2rem }}",
    "two columns": f"{NOTICE} {{ columns: 2 }}",
    "underline off": f"{NOTICE} a, .guide-footer a {{ text-decoration: none; font-weight: 700 }}",
    "caption below": ".md-typeset caption { caption-side: bottom; font-style: italic }",
    "foot centred": ".guide-footer { text-align: center; font-size: 0.75rem; background: #000 }",
    "byline as pill": ".md-typeset .guide-byline { border-radius: 99px; padding: 0.4rem 1.6rem;"
    " background: var(--guide-soft); letter-spacing: 0.03em; text-transform: uppercase }",
    "floated": f"{NOTICE} {{ float: right; width: 14rem; margin-left: 1rem }}",
    "small and grey": ".md-typeset .guide-byline, .md-typeset .guide-byline *"
    " { color: #737373 !important; font-size: 0.6rem }",
    "hyphens, justified": "article { hyphens: auto; text-align: justify }",
    "gradient": f"{NOTICE} {{ background: linear-gradient(90deg, #333, #900);"
    " -webkit-background-clip: text; -webkit-text-fill-color: transparent }",
    "link as button": f"{NOTICE} a {{ display: inline-block; padding: 0.3em 0.8em;"
    " background: #e00400; color: #fff; border-radius: 9px; text-decoration: none }",
    "fades in": "@keyframes in { from { opacity: 0 } }"
    f"{NOTICE} {{ animation: in 0.4s both; font-weight: 300 }}",
    "a sign after it": f"{NOTICE} a::after {{ content: ' \\203a' }}",
    "a card that lifts": f"{NOTICE} {{ transform: translateY(-2px); box-shadow: 0 2px 4px #0003 }}",
}


@pytest.mark.parametrize("way", HONEST)
def test_a_notice_may_look_otherwise(orca: Page, built: str, way: str) -> None:
    with styled(orca, HONEST[way]):
        assert look(orca, built, pictures=way in THIN).lost == []


# A script for each notice, and what is told of it.
CHANGED = {
    "removed": ("notice.remove()", "is not there as it was built"),
    "other words": ("notice.append('No more.')", "was not built like this"),
    "another target": ("notice.querySelector('a').href = '/'", "was not built like this"),
    "unsaid": (
        "notice.querySelector('strong').className = 'guide-sr'",
        "was not built like this",
    ),
    "as if waiting": (
        "notice.closest('article').dataset.finder = ''; notice.hidden = true",
        "not shown",
    ),
    "moved": ("footer.append(notice)", "was not built like this"),
    "moved down": ("notice.parentElement.append(notice)", "was not built like this"),
    "later": ("setTimeout(() => notice.remove(), 30000)", "is not there as it was built"),
    "at a scroll": ("onscroll = () => notice.remove()", "is not there as it was built"),
    "a sheet comes": (
        "setTimeout(() => { footer.style = 'position: fixed; inset: 0; z-index: 99' }, 5000)",
        "covered: Verify",
    ),
    "a font comes": (
        "document.fonts.add(new FontFace('Inter', 'url(/assets/blocks.woff2)'))",
        "font Inter",
    ),
}


@pytest.mark.parametrize("way", CHANGED)
def test_a_notice_that_a_script_changes_is_told(
    orca: Page, address: str, built: str, way: str
) -> None:
    script, why = CHANGED[way]
    orca.goto(address + ORCA)
    found = "const [notice, footer] = document.querySelectorAll('.guide-notice, footer')"
    orca.evaluate(f"() => {{ {found}; {script} }}")
    to_the_end(orca)
    later(orca)
    told = look(orca, built).lost
    orca.goto(address + ORCA)
    assert ("verify orca", why) in told


def test_what_is_looked_at_as_paper_is_printed(orca: Page, built: str) -> None:
    assert ("page", "is not as printed") in look(orca, built, paper=True).lost
