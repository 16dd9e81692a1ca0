"""What a page of the Government of Canada says of itself, and its main text."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.message import Message

from lxml import etree, html

# What stands in the main part of such a page, but is no part of its text.
_CHROME = (
    "./descendant::script|./descendant::style|./descendant::nav|./descendant::noscript"
    "|./descendant::template|./descendant::form|./descendant::*[@hidden]"
    "|./descendant::*[contains(@class, 'pagedetails')]|./descendant::*[contains(@class, 'gc-pft')]"
    "|./descendant::*[contains(@class, 'wb-share')]|./descendant::*[@id='wb-dtmd']"
    "|./descendant::*[contains(@class, 'wb-inv')]"
)

_BLOCKS = {
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "tr", "div",
    "section", "ul", "ol", "table", "details", "summary", "figure", "br", "blockquote", "pre",
}  # fmt: skip

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UnreadableError(Exception):
    """Nothing can be said of a page; the message says why."""


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """A page as far as the watch looks at it.

    Attributes:
        modified: the day on which it says that it was modified; None where it says none.
        lines: its main text, one line for each block, white space evened out.
    """

    modified: date | None
    lines: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """A short name of the text: the same text, the same name."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


def parse(body: bytes, kind: str) -> html.HtmlElement:
    """Parse a page.

    Args:
        body: the page.
        kind: its content type; a character set in it wins over what the page says.

    Raises:
        UnreadableError: it is empty or no HTML.
    """
    message = Message()
    message["Content-Type"] = kind or "text/html"
    charset = message.get_content_charset()
    if body.startswith(b"\xef\xbb\xbf"):
        charset = "utf-8"
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", body[:4096], re.IGNORECASE)
    charset = charset or (declared[1].decode() if declared else "utf-8")
    try:
        text = body.decode(charset, errors="replace")
        return html.document_fromstring(text.lstrip("\ufeff"))
    except (LookupError, etree.LxmlError, ValueError):
        raise UnreadableError("it cannot be read as a page") from None


def read_page(document: html.HtmlElement) -> OfficialPage:
    """Return what a page says.

    Raises:
        UnreadableError: it has no main text.
    """
    modified = _modified(document)
    main = next(iter(document.xpath("//main|//*[@role='main']")), None)
    if main is None:
        main = next(iter(document.xpath("//article|//body")), None)
    if main is None:
        raise UnreadableError("it has no main text")
    for element in main.xpath(_CHROME):
        if element.getparent() is not None:
            element.drop_tree()
    lines = tuple(_lines(main))
    if not lines:
        raise UnreadableError("it has no main text")
    return OfficialPage(modified, lines)


def _modified(document: html.HtmlElement) -> date | None:
    said = [
        *document.xpath(
            "//meta[translate(@name, 'DCTERMS', 'dcterms')='dcterms.modified']/@content"
        ),
        *(time.text_content() for time in document.xpath("//time[@property='dateModified']")),
    ]
    days = []
    for text in said:
        if found := _DAY.search(text):
            try:
                days.append(date.fromisoformat(found[0]))
            except ValueError:
                continue
    return max(days, default=None)


def _lines(main: html.HtmlElement) -> Iterator[str]:
    parts: list[str] = []
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end" and element.tail:
                parts.append(element.tail)
            continue
        if element.tag in _BLOCKS:
            if line := _even("".join(parts)):
                yield line
            parts = []
        if event == "start" and element.text:
            parts.append(element.text)
        if event == "end" and element is not main and element.tail:
            parts.append(element.tail)
    if line := _even("".join(parts)):
        yield line


def _even(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
