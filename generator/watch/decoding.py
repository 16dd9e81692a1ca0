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

_KNOWN_TO_BROWSERS = {
    "ascii", "big5", "big5hkscs", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp866", "cp874", "cp932", "cp949", "euc_jp", "euc_kr", "gb18030",
    "gb2312", "gbk", "iso2022_jp", "iso8859-1", "iso8859-10", "iso8859-11", "iso8859-13",
    "iso8859-14", "iso8859-15", "iso8859-16", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
    "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "koi8-r", "koi8-u", "mac-cyrillic",
    "mac-roman", "shift_jis", "tis-620", "utf-16", "utf-16-be", "utf-16-le", "utf-8",
}  # fmt: skip
"""By the names of the codecs; others are no encodings of pages, such as `unicode_escape`."""

_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""Encodings that pages name and browsers read as another: they are mostly that one."""

_LOST = "\ufffd"
"""What stands for bytes that are no sign of an encoding."""

_DECLARATION = re.compile(r"\A\ufeff*\s*(<\?xml[^>]*>)?")
"""What may stand before an XHTML page; it names an encoding, which a decoded text has no more."""


def decoded(body: bytes, kind: str) -> str:
    """Return the text of a page.

    What its first bytes mark wins over the content type, and that over what the page says; but
    neither where its bytes cannot be so, and what is read as UTF-8 and is not is Windows-1252.

    Args:
        body: the page.
        kind: its content type.

    Raises:
        LookupError: it names no encoding that browsers know.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _plain(body.decode(encoding, errors="replace"))
    message = Message()
    message["Content-Type"] = kind or "text/html"
    labels = [n for n in (message.get_content_charset(), _declared(body[:_HEAD])) if n]
    known = [label for label in labels if _is_known(label)]
    if labels and not known:
        raise LookupError(labels[0])
    name = _as_read(known[0] if known else "utf-8", body)
    text = body.decode(name, errors="replace")
    if _LOST in text and len(known) > 1:
        text = _without_loss(body, _as_read(known[1], body)) or text
    if name == "utf-8" and _is_mostly_lost(text):
        text = body.decode("cp1252", errors="replace")
    return _plain(text)


def _is_known(label: str) -> bool:
    try:
        return codecs.lookup(label).name in _KNOWN_TO_BROWSERS
    except (LookupError, ValueError):
        return False


def _as_read(label: str, body: bytes) -> str:
    """Return the encoding that browsers take for a name; one of two bytes each leaves zeros."""
    name = codecs.lookup(label).name
    if name.startswith("utf-16"):
        head = body[:_HEAD]
        odd, even = head[1::2].count(0), head[::2].count(0)
        if not max(odd, even):
            return "utf-8"
        return "utf-16-le" if odd > even else "utf-16-be"
    return _AS_BROWSERS_READ.get(name, name)


def _without_loss(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        return None


def _is_mostly_lost(text: str) -> bool:
    """Whether more signs than not beyond those of English could not be read."""
    lost = text.count(_LOST)
    return lost > 0 and 2 * lost > sum(not sign.isascii() for sign in text)


def _plain(text: str) -> str:
    """Return a text without a declaration before it, and without signs at which parsers end."""
    return _DECLARATION.sub("", text.replace("\0", ""))


def _declared(head: bytes) -> str | None:
    found = _META.search(head) or _XML.match(head)
    return found[1].decode() if found else None
