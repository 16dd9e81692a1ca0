"""Opening the built site in a real Chromium."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.project import CATEGORIES

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
    *(f"categories/{slug}/" for slug in CATEGORIES),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output to the test."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def opened(browser: Browser, width: int, address: str, name: str) -> tuple[Page, list[str]]:
    """Open a page and return it with everything that went wrong on the way."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(message.text)

    def request(sent: Request) -> None:
        if not sent.url.startswith((address, "data:", "blob:")):
            wrong.append(sent.url)

    page.on("console", console)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda failed: wrong.append(failed.url))
    page.on("request", request)
    page.goto(address + name)
    page.wait_for_load_state("networkidle")
    return page, wrong
