"""What comes along when an address is pasted or typed, and is no part of it."""

import re
from urllib.parse import parse_qsl, urlsplit

from generator.model.slips.signs import sign_fault

URL = re.compile(
    r"https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
    r"(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:[?#][^\s<>\"\\`\x7f-\U0010ffff]*)?"
)
"""An https address, of such signs as browsers copy."""

COPY = "copy it from the browser"

_STEPS = re.compile(r"/(?:\.|%2e){1,2}(?=[/?#]|$)", re.IGNORECASE)
_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BEFORE = re.compile(r"[a-z-]+:(?=https?://)", re.IGNORECASE)
_SECOND = re.compile(r".https?:/", re.IGNORECASE)
_ARCHIVED = re.compile(r"https://web\.archive\.org/web/[0-9]{4,14}(?:[a-z]{2}_)?/(?=https?://)")
"""How the address of a page as it was begins: that of the page itself follows."""
_BEHIND_FILE = re.compile(r"\.(?:html?|aspx?|php|pdf)/+$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^?#]*|[?&](?:jsessionid|phpsessid|sid)=[^&#]*", re.IGNORECASE)
_HIGHLIGHT = "#:~:text="
_CLOSING = {")": "(", "]": "["}
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gad_source|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga"
    r"|_gl|_hs(?:enc|mi)|mkt_tok|wbdisable|wt\.mc_id|trk|s_cid|ref_src"
)
_TWO = "two addresses are written in one: keep one of them in `{}`"


def pasted(url: str) -> str | None:
    """Return what came along when an address was pasted, and what to write; None if nothing did.

    Any text may be asked about: it need not be an address.
    """
    if fault := sign_fault(url):
        return fault
    if "](" in url or url[:1] in "[(<\"'“‘" or url[-1:] in ">\"'”’":
        return "a bracket or a quotation mark stands around the address: write the address alone"
    if scheme := _BEFORE.match(url):
        return f"`{scheme[0]}` stands before the address: remove it"
    if "..." in url or "…" in url:
        return f"dots stand for a part of the address that was left out: {COPY}"
    if len(url.split()) > 1 or url != url.strip():
        second = _SECOND.search(url)
        return (
            _TWO.format(url) if second else f"a space stands in the address: remove it, or {COPY}"
        )
    second = _SECOND.search(_ARCHIVED.sub("", url))
    return _TWO.format(url) if second else _foreign(url)


def _foreign(url: str) -> str | None:
    """Find a sign that no address has, or not at its end."""
    if odd := next((sign for sign in url if not sign.isascii() or sign in '<>"\\`'), None):
        return f"`{odd}` cannot stand in an address: {COPY}, which writes it otherwise"
    if found := _STEPS.search(re.split("[?#]", url)[0]) or _CONTROL.search(url):
        return f"`{found[0]}` leads browsers elsewhere than the address seems to: {COPY} again"
    if _BEHIND_FILE.search(re.split("[?#]", url)[0]):
        return "a `/` stands behind the name of a file in the address: remove it"
    if "&amp;" in url:
        return "`&amp;` is HTML: write `&` in its place"
    last = url[-1:]
    if last in ".,;:!*&?#" or (last in _CLOSING and url.count(last) > url.count(_CLOSING[last])):
        return f"the address ends in `{last}`, which is no part of it: remove that"
    return None


def why_not(url: str) -> str | None:
    """Return why a text is no https address, where it nearly is one."""
    lower = url.lower()
    if lower.startswith("http://"):
        return f"the address begins with http: write https://{url[7:]} if that opens the page"
    host = url.partition("://")[2].partition("/")[0]
    if host != host.lower() or (lower.startswith("https://") and not url.startswith("https://")):
        return "capital letters stand in the host of the address: write https and host small"
    if "://" not in url and re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:/|$)", lower):
        return f"the address has no beginning: write https://{url}"
    return None


def tracked(url: str) -> str | None:
    """Return what is no part of the address of a page: who reads it, or how they came there.

    Args:
        url: an address that matches `URL`.
    """
    parts = urlsplit(url)
    if parts.netloc != parts.netloc.lower():
        return "capital letters stand in the host of the address: write them small"
    if _BROKEN_PERCENT.search(url):
        return f"a `%` in the address stands for no letter: {COPY} again"
    if session := _SESSION.search(url):
        return f"`{session[0]}` is of one visit and no part of the address: remove it"
    if _HIGHLIGHT in url:
        words = url[url.index(_HIGHLIGHT) :]
        return f"`{words}` marks words and is no part of the address: remove it"
    keys = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True)]
    if followed := [key for key in keys if _TRACKING.fullmatch(key.lower())]:
        return (
            f"`{followed[0]}` follows who clicked and is no part of the address: remove it, and the"
            " `?` or `&` before it"
        )
    return None
