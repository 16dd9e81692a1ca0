"""Web addresses: what may be one, and what to do about one that leads readers astray."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.model.slips.pasted import COPY, URL, pasted, tracked, why_not

_EDITING = re.compile(r"/wp-admin/|[?&]preview=true\b", re.IGNORECASE)
_SAMPLE = re.compile(r"(?:www\.)?(?:example\.com|your-?(?:site|domain|firm)\.(?:com|org|net|ca))")
_EMAIL = re.compile(r"(?:mailto:)?[^\s@/]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
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
    r"(?:www\.)?google\.[a-z.]+/(?:url|search|amp)\b|lm?\.facebook\.com/l\.php|l\.(?:instagram|messenger)\.com/"
    r"|[\w.]*safelinks\.protection\.outlook\.com|urldefense\.|(?:www\.)?linkedin\.com/redir"
)
_HOST = re.compile(r"(?:https?://)?([\w.-]+)", re.IGNORECASE)
_HERE = re.compile(r"localhost|[\d.]+|.*\.(?:localhost|local|internal|lan|test|invalid)")


def is_canada_ca(url: str) -> bool:
    """Tell whether an address is https, on canada.ca or a host below it, and nothing else."""
    if not URL.fullmatch(url):
        return False
    host = urlsplit(url).hostname or ""
    return host == "canada.ca" or host.endswith(".canada.ca")


LAW = "laws-lois.justice.gc.ca"
"""Where the Government of Canada publishes its laws and regulations."""

_ENGLISH_LAW = "/eng/"


def is_official(url: str) -> bool:
    """Tell whether an address may be a source's: on canada.ca, or an English page of the law."""
    if is_canada_ca(url):
        return True
    if not URL.fullmatch(url):
        return False
    parts = urlsplit(url)
    return parts.netloc == LAW and parts.path.startswith(_ENGLISH_LAW)


def source_fault(url: str) -> str | None:
    """Return what is wrong with the address of a source: an official page, or the law itself."""
    if fault := pasted(url):
        return fault
    if is_official(url):
        return tracked(url) if urlsplit(url).netloc == LAW else official_fault(url)
    if URL.fullmatch(url) and urlsplit(url).netloc == LAW:
        return (
            f"an English page of the law begins with https://{LAW}{_ENGLISH_LAW}: open that one,"
            f" and {COPY}"
        )
    return why_not(url) or (
        f"the link is not an https address on canada.ca or {LAW}: copy the address of the official"
        " page, beginning with https://www.canada.ca/"
    )


def official_fault(url: str) -> str | None:
    """Return what is wrong with the address of an official page and what to write, or None."""
    if fault := pasted(url):
        return fault
    if not is_canada_ca(url):
        return why_not(url) or (
            "the link is not an https address on canada.ca: copy the address of the official page,"
            " beginning with https://www.canada.ca/"
        )
    return _not_the_page(url) or tracked(url)


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
            f" {COPY}"
        )
    return None


def web_fault(url: str) -> str | None:
    """Return what is wrong with another address that readers follow and what to write, or None."""
    if fault := pasted(url):
        return fault
    named = _HOST.match(url)
    if named and _HERE.fullmatch(named[1].lower()):
        return f"`{named[1]}` is there on one computer alone: write the address that readers have"
    if named and _SAMPLE.fullmatch(named[1].lower()):
        return f"`{named[1]}` stands in examples alone: write the address that readers have"
    if not URL.fullmatch(url):
        return why_not(url) or _no_address(url)
    return _not_for_readers(url) or tracked(url)


def _no_address(url: str) -> str:
    if _EMAIL.fullmatch(url):
        return f"`{url}` is an e-mail address: write the https address of a page, or nothing"
    if not re.search(r"[./]", url):
        return f"`{url}` is not an https address: write one, or nothing while it is not known"
    return f"`{url}` is not an https address: {COPY}"


def _not_for_readers(url: str) -> str | None:
    """Find an address that passes through somebody else, or is for those who write the page."""
    if found := _EDITING.search(url):
        return f"`{found[0]}` is for those who edit the page: copy the address that readers have"
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _SHORTENERS.fullmatch(host.removeprefix("www.")) or _PASSING.match(f"{host}{parts.path}"):
        return (
            f"`{host}` only passes readers on: open the address, and copy where it leads from the"
            " browser"
        )
    return None
