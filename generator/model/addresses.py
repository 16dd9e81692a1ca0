"""Web addresses: what may be one, and what to do about one that leads readers astray."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.model.slips.signs import sign_fault

_URL = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:[?#][^\s<>\"\\`\x7f-\U0010ffff]*)?"
)
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BEFORE = re.compile(r"[a-z-]+:(?=https?://)", re.IGNORECASE)
_SECOND = re.compile(r".https?:/", re.IGNORECASE)
_BEHIND_FILE = re.compile(r"\.(?:html?|aspx?|php|pdf)/+$", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^?#]*|[?&](?:jsessionid|phpsessid|sid)=[^&#]*", re.IGNORECASE)
_HIGHLIGHT = "#:~:text="
_EDITING = re.compile(r"/wp-admin/|[?&]preview=true\b", re.IGNORECASE)
_SAMPLE = re.compile(r"(?:www\.)?(?:example\.com|your-?(?:site|domain|firm)\.(?:com|org|net|ca))")
_EMAIL = re.compile(r"(?:mailto:)?[^\s@/]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gad_source|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga"
    r"|_gl|_hs(?:enc|mi)|mkt_tok|wbdisable|wt\.mc_id|trk|s_cid|ref_src"
)
_SEARCH_PAGES = {"sr", "srb", "search", "recherche"}
_SEARCH_WORDS = {"q", "allq", "query", "search"}
_FRENCH = re.compile(r"/(?:fr|fra|francais|français)(?:[/.]|$)|^/(?!en/).*[-_]fra?(?:[/.]|$)")
_TOP = {"", "/", "/en", "/en/", "/en.html", "/home", "/home.html", "/index.html"}

# Addresses that pass through somebody else, who may count readers or change where they land.
_SHORTENERS = re.compile(
    r"bit\.ly|buff\.ly|cutt\.ly|goo\.gl|is\.gd|lnkd\.in|ow\.ly|rb\.gy|rebrand\.ly|shorturl\.at|t\.co"
    r"|t\.ly|tiny\.cc|tinyurl\.com"
)
_PASSING = re.compile(
    r"(?:www\.)?google\.[a-z.]+/(?:url|search|amp)\b|lm?\.facebook\.com/l\.php"
    r"|[\w.]*safelinks\.protection\.outlook\.com|urldefense\.|(?:www\.)?linkedin\.com/redir"
)
_HOST = re.compile(r"(?:https?://)?([\w.-]+)", re.IGNORECASE)
_HERE = re.compile(r"localhost|[\d.]+|.*\.(?:localhost|local|internal|lan|test|invalid)")

_TWO = "two addresses are written in one: keep one of them in `{}`"
_COPY = "copy it from the browser"


def is_canada_ca(url: str) -> bool:
    """Tell whether an address is https, on canada.ca or a host below it, and nothing else."""
    if not _URL.fullmatch(url):
        return False
    host = urlsplit(url).hostname or ""
    return host == "canada.ca" or host.endswith(".canada.ca")


LAW = "laws-lois.justice.gc.ca"
"""Where the Government of Canada publishes its laws and regulations."""


def source_fault(url: str) -> str | None:
    """Return what is wrong with the address of a source: an official page, or the law itself."""
    parts = urlsplit(url)
    if parts.hostname != LAW:
        return official_fault(url)
    if fault := _pasted(url):
        return fault
    if not _URL.fullmatch(url):
        return _why_not(url) or f"`{url}` is not an https address: {_COPY}"
    if not parts.path.startswith("/eng/"):
        return (
            f"an English page of the law begins with https://{LAW}/eng/: open that one, and {_COPY}"
        )
    return _tracked(url)


def official_fault(url: str) -> str | None:
    """Return what is wrong with the address of an official page and what to write, or None."""
    if fault := _pasted(url):
        return fault
    if not is_canada_ca(url):
        return _why_not(url) or (
            "the link is not an https address on canada.ca: copy the address of the official page,"
            " beginning with https://www.canada.ca/"
        )
    return _not_the_page(url) or _tracked(url)


def _not_the_page(url: str) -> str | None:
    """Find an address on canada.ca where no English page settles anything."""
    parts = urlsplit(url)
    path = unquote(parts.path).lower()
    asked = {key.lower(): value.lower() for key, value in parse_qsl(parts.query)}
    if _FRENCH.search(path) or asked.get("lang", asked.get("lng", "en")).startswith("fr"):
        return (
            "this is the French page: open it, follow its link “English”, and copy the address of"
            " the English page"
        )
    if path in _TOP and not parts.query:
        return (
            "this is the front page of the whole site, where nothing is settled: copy the address"
            " of the page itself"
        )
    if _SEARCH_PAGES & set(re.split(r"[/.]", path)) or _SEARCH_WORDS & set(asked):
        return (
            "this is a page of search results, which change: open the page that was found, and copy"
            " its address"
        )
    if found := re.match(r"(?:w{1,2}|w{4,})\.", parts.hostname or ""):
        return f"`{found[0]}` begins the address: write `www.`"
    at_home = parts.hostname in {"canada.ca", "www.canada.ca"}
    if at_home and not parts.path.startswith(("/en/", "/en.html", "/content/")):
        return (
            "an English page of canada.ca begins with https://www.canada.ca/en/: open this one, and"
            f" {_COPY}"
        )
    return None


def web_fault(url: str) -> str | None:
    """Return what is wrong with another address that readers follow and what to write, or None."""
    if fault := _pasted(url):
        return fault
    named = _HOST.match(url)
    if named and _HERE.fullmatch(named[1].lower()):
        return f"`{named[1]}` is there on one computer alone: write the address that readers have"
    if named and _SAMPLE.fullmatch(named[1].lower()):
        return f"`{named[1]}` stands in examples alone: write the address that readers have"
    if not _URL.fullmatch(url):
        return _why_not(url) or _no_address(url)
    return _not_for_readers(url) or _tracked(url)


def _no_address(url: str) -> str:
    if _EMAIL.fullmatch(url):
        return f"`{url}` is an e-mail address: write the https address of a page, or nothing"
    if not re.search(r"[./]", url):
        return f"`{url}` is not an https address: write one, or nothing while it is not known"
    return f"`{url}` is not an https address: {_COPY}"


def _not_for_readers(url: str) -> str | None:
    """Find an address that passes through somebody else, or is for those who write the page."""
    if found := _EDITING.search(url):
        return f"`{found[0]}` is for those who edit the page: copy the address that readers have"
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _SHORTENERS.fullmatch(host) or _PASSING.match(f"{host}{parts.path}"):
        return (
            f"`{host}` only passes readers on: open the address, and copy where it leads from the"
            " browser"
        )
    return None


def _pasted(url: str) -> str | None:
    """Find what came along when an address was pasted."""
    if fault := sign_fault(url):
        return fault
    if "](" in url or url[:1] in "[(<\"'“‘" or url[-1:] in ">\"'”’":
        return "a bracket or a quotation mark stands around the address: write the address alone"
    if scheme := _BEFORE.match(url):
        return f"`{scheme[0]}` stands before the address: remove it"
    if "..." in url or "…" in url:
        return f"dots stand for a part of the address that was left out: {_COPY}"
    if len(url.split()) > 1 or url != url.strip():
        second = _SECOND.search(url)
        return (
            _TWO.format(url) if second else f"a space stands in the address: remove it, or {_COPY}"
        )
    return _TWO.format(url) if _SECOND.search(url) else _foreign(url)


def _foreign(url: str) -> str | None:
    """Find a sign that no address has, or not at its end."""
    if odd := next((sign for sign in url if not sign.isascii() or sign in '<>"\\`'), None):
        return f"`{odd}` cannot stand in an address: {_COPY}, which writes it otherwise"
    if _BEHIND_FILE.search(urlsplit(url).path):
        return "a `/` stands behind the name of a file in the address: remove it"
    if "&amp;" in url:
        return "`&amp;` is HTML: write `&` in its place"
    last = url[-1:]
    if last in ".,;:!*&?#" or (last in _CLOSING and url.count(last) > url.count(_CLOSING[last])):
        return f"the address ends in `{last}`, which is no part of it: remove that"
    return None


def _why_not(url: str) -> str | None:
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


def _tracked(url: str) -> str | None:
    """Find what is no matter how the page is reached, or who reads it."""
    parts = urlsplit(url)
    if parts.netloc != parts.netloc.lower():
        return "capital letters stand in the host of the address: write them small"
    if _BROKEN_PERCENT.search(url):
        return f"a `%` in the address stands for no letter: {_COPY} again"
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
