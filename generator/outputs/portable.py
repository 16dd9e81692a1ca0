"""A copy of the built site that opens from disk, where no server finds a folder's page.

A browser that opens files shows a folder as a list. So links to folders lead to the page in them.
Not every browser takes files beside a page for the page's own, so its policy names them, and styles
hold the drawings that they mask with. All else stays as it was built, to the byte.
"""

import base64
import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import urlsplit

from generator.outputs.policy import allowing

PAGE = "index.html"
"""What a server shows where an address ends in a folder."""

_OF_THE_PAGE = ("script-src", "style-src", "img-src", "font-src")

_LEADS = {"href", "action", "formaction"}

_OF_A_HOST = {"404.html", "_headers"}
"""What only a host makes use of."""

_DRAWING = re.compile(rb"""url\(["']?([\w-]+\.svg)["']?\)""")

# One attribute with its value, which may stand in quotes of either kind or in none.
_ATTRIBUTE = re.compile(
    r"""(?P<before>[\s"'/](?P<name>[^\s"'<>/=]+)\s*=\s*)"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_REFRESH = re.compile(
    r"(?P<before>\s*[\d.]*\s*[;,]?\s*url\s*=\s*['\"]?)(?P<address>[^'\"]*)", re.IGNORECASE
)


def copy_portable(site: Path, folder: Path) -> int:
    """Copy a built site so that it can be read from disk, and return its number of pages.

    Args:
        site: the folder of the built site.
        folder: where the copy goes: outside of `site`, and empty if it is there.

    Raises:
        OSError: a file cannot be read or written.
    """
    pages = 0
    folder.mkdir(parents=True, exist_ok=True)
    for file in _files(site):
        if file.relative_to(site).as_posix() in _OF_A_HOST:
            continue
        data = file.read_bytes()
        if file.suffix == ".html":
            # What is no UTF-8 is kept as it is.
            text = portable(data.decode("utf-8", "surrogateescape"))
            data = text.encode("utf-8", "surrogateescape")
            pages += 1
        elif file.suffix == ".css":
            data = _with_drawings(data, file.parent)
        target = folder / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return pages


def portable(page: str) -> str:
    """Return a page's HTML with every link to a folder leading to the page in it.

    Files from disk are allowed what the page allows its own host's.
    """
    for kind in _OF_THE_PAGE:
        page = allowing(page, kind, "file:")
    tags = _Tags(page)
    parts, end = [], 0
    for start, tag, name in tags.found:
        parts += [page[end:start], _tag(tag, name)]
        end = start + len(tag)
    return "".join([*parts, page[end:]])


def to_page(address: str) -> str:
    """Return an address that leads to a page instead of its folder, or the address as it is.

    ``../codes/#c12`` becomes ``../codes/index.html#c12``. Addresses with a scheme or a host, from
    the top (``/codes/``) and within the same page (``#c12``, ``?x``) are left alone.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or address.startswith(("/", "\\")):
        return address
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if path.rpartition("/")[2] not in {"", ".", ".."} or not path:
        return address
    slash = "" if path.endswith("/") else "/"
    return f"{path}{slash}{PAGE}{address[len(path) :]}"


class _Tags(HTMLParser):
    """The tags that may lead somewhere, each with its place in the text.

    The parser knows what is a tag, and what only looks like one in a script or a comment.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str, str]] = []
        self._lines = list(accumulate((len(line) + 1 for line in page.split("\n")), initial=0))
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "link" and "canonical" in named.get("rel", "").lower().split():
            return  # it says what the page is called, and leads nobody anywhere
        refreshes = tag == "meta" and named.get("http-equiv", "").lower() == "refresh"
        if refreshes or not _LEADS.isdisjoint(named):
            line, column = self.getpos()
            self.found.append((self._lines[line - 1] + column, self.get_starttag_text() or "", tag))


def _tag(text: str, name: str) -> str:
    """Return a start tag with its addresses leading to pages."""

    def value(found: re.Match[str]) -> str:
        attribute = found["name"].lower()
        written = found["double"] or found["single"] or found["bare"] or ""
        old = unescape(written)
        if name == "meta":
            new = _refresh(old) if attribute == "content" else old
        else:
            new = to_page(old.strip()) if attribute in _LEADS else old
        return found[0] if new in {old, old.strip()} else f'{found["before"]}"{escape(new)}"'

    return _ATTRIBUTE.sub(value, text)


def _refresh(content: str) -> str:
    """Return what a page that sends readers on says: ``0; url=../cusma/``."""
    found = _REFRESH.match(content)
    if found is None:
        return content
    new = to_page(found["address"].strip())
    return f"{found['before']}{new}{content[found.end() :]}"


def _with_drawings(style: bytes, folder: Path) -> bytes:
    """Return a style that holds the drawings beside it: no browser masks by files from disk."""

    def drawn(found: re.Match[bytes]) -> bytes:
        file = folder / found[1].decode("ascii", "ignore")
        if not file.is_file():
            return found[0]
        return b'url("data:image/svg+xml;base64,%s")' % base64.b64encode(file.read_bytes())

    return _DRAWING.sub(drawn, style)


def _files(site: Path) -> Iterator[Path]:
    for path in sorted(site.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path
