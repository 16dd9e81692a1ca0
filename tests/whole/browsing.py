"""Opening the built site in a real Chromium, on the frozen guide's day."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.project import CATEGORIES, ENDED, TODAY

PATIENCE = 30
"""Seconds after which a browser that does not answer is given up. It is no measure of speed."""

WIDTHS = (320, 360, 1280)
PAGES = (
    "",
    "categories/",
    "codes/",
    "imp-vs-tfwp/",
    "employers/",
    "find/",
    "reviews/",
    "glossary/",
    "404.html",
    f"categories/{ENDED}/",
    *(f"categories/{slug}/" for slug in CATEGORIES),
)
"""Every page of the frozen guide; what stands at an earlier address only leads on."""

MOVED = "categories/bakery-help/"
MOVED_AND_ENDED = "categories/horse-towing/"

KINDS = (
    *(name for name in PAGES if not name.startswith("categories/") or name == "categories/"),
    f"categories/{ENDED}/",
    "categories/lighthouse-keeper-swap/",
    "categories/carnivals-and-fairs-misc/",
    "categories/village-bakery-help/",
)
"""A page of each kind, for what costs much: one template makes all guide pages. Of those, these
have between them what the others have: sources, notes, an overdue review, past reviews, changes."""


FIELD = ".md-search__input"
"""Where a reader types into the search."""

_SCHEMES = {"light": ("default", "#__palette_0"), "dark": ("slate", "#__palette_1")}

_ANSWERED = "/match/.test(document.querySelector('.md-search-result__meta').innerText)"

# A clock that stands still would stop the theme's search, which waits for letters to be typed.
_NOON = """(() => {
  const ahead = new Date("%s") - Date.now(), Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length ? given : [Real.now() + ahead])); }
    static now() { return Real.now() + ahead; }
  };
})();"""


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(
        self, *arguments: Any, headers: Sequence[tuple[str, str]] = (), **named: Any
    ) -> None:
        self._more = headers
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, value in self._more:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output to the test."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_arguments: object) -> None:
        """A page that is left hangs up in the middle of an answer: no news."""


@contextmanager
def served(site: Path, headers: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site), headers=headers)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def new_page(
    browser: Browser, width: int = 1280, height: int = 800, day: date | None = TODAY, **options: Any
) -> Page:
    """Return a page on which it is a day: the frozen guide's, or with None the machine's."""
    page = browser.new_page(viewport={"width": width, "height": height}, **options)
    if day is not None:
        at(page, day)
    return page


def at(page: Page, day: date) -> None:
    """Let it be noon of a day in a page that opens now; time goes on from there."""
    page.add_init_script(_NOON % f"{day.isoformat()}T12:00:00Z")


def opened(
    browser: Browser, width: int, address: str, name: str, day: date | None = TODAY
) -> tuple[Page, list[str]]:
    """Open a page and return it with everything that went wrong, also later on."""
    page = new_page(browser, width, day=day)
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(message.text)

    def request(sent: Request) -> None:
        if not sent.url.startswith((address, "data:", "blob:")):
            wrong.append(sent.url)

    def failed(sent: Request) -> None:
        if sent.failure != "net::ERR_ABORTED":  # what the page no longer wants when it is left
            wrong.append(f"{sent.url}: {sent.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", failed)
    page.on("request", request)
    page.goto(address + name)
    return page, wrong


def search(page: Page, query: str) -> None:
    """Type a query into the search; only the last letter, which is what the search waits for."""
    field = page.locator(FIELD)
    field.click()
    field.fill(query[:-1])
    page.keyboard.type(query[-1])


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in a page.

    Playwright's own way makes a function of a text each time it looks, which the pages' policy
    refuses.
    """
    page.evaluate(
        f"""() => new Promise((done, failed) => {{
            const end = performance.now() + 30000;
            const look = () => {{
                if ({condition}) done();
                else if (performance.now() > end) failed(new Error("it never came true"));
                else requestAnimationFrame(look);
            }};
            look();
        }})"""
    )


def in_colours(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Switch an open page to light or dark colours, as the reader's button does.

    That the machine's own setting changes is not seen by the theme before the next page.
    """
    page.emulate_media(color_scheme=scheme)
    name, button = _SCHEMES[scheme]
    page.locator(button).evaluate("button => button.checked || button.click()")
    until(page, f"document.body.dataset.mdColorScheme === '{name}'")


def emptied(page: Page) -> None:
    """Empty the search, and wait until it lists nothing more of an earlier query."""
    field = page.locator(FIELD)
    field.click()
    field.fill("")
    page.keyboard.press("Shift")  # the search looks at the field when a key is let go
    until(page, f"!{_ANSWERED}")


def answered(page: Page) -> None:
    """Wait until the search has answered a query, if only that nothing matches."""
    until(page, _ANSWERED)
