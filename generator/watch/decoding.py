"""The text of an answer, whatever encoding it is in."""

import codecs
import re
from email.message import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HEAD = 4096
"""Bytes at the beginning of a page in which it names its encoding."""

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)

_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"}
"""Encodings that pages name and browsers read as another: they are mostly that one."""

_DECLARATION = re.compile(r"\A\ufeff*\s*(<\?xml[^>]*>)?")
"""What may stand before an XHTML page; it names an encoding, which a decoded text has no more."""


def decoded(body: bytes, kind: str) -> str:
    """Return the text of a page.

    What its first bytes mark wins over the content type, and that over what the page says.

    Args:
        body: the page.
        kind: its content type.

    Raises:
        LookupError: it names an encoding that nobody knows.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _DECLARATION.sub("", body.decode(encoding, errors="replace"))
    message = Message()
    message["Content-Type"] = kind or "text/html"
    said = message.get_content_charset() or _declared(body[:_HEAD]) or "utf-8"
    name = codecs.lookup(said).name
    text = body.decode(_AS_BROWSERS_READ.get(name, name), errors="replace")
    return _DECLARATION.sub("", text)


def _declared(head: bytes) -> str | None:
    found = _META.search(head) or _XML.match(head)
    return found[1].decode() if found else None
