"""Where the links and pictures of a page may lead."""

import ipaddress
import re
from urllib.parse import urlsplit

from generator.model.addresses import web_fault

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers leave these out of an address.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SCHEMES = {"http", "https", "mailto", "tel"}
_FILE_ON_GITHUB = re.compile(r"/[^/]+/[^/]+/(?:(?:blob|edit|raw|tree)/)?[^/]+/(?:content|data)/")
_GITHUB = {"github.com", "www.github.com", "raw.githubusercontent.com"}
_MAIL = re.compile(r"[^\s@:]+@[^\s@:]+\.[^\s@.:]+(?:,[^\s@:]+@[^\s@:]+\.[^\s@.:]+)*")
_NUMBER_TO_CALL = re.compile(r"\+?[0-9][0-9().%-]{2,}(?:;ext=[0-9]+)?")
_LOCAL = re.compile(r"(?:.*\.)?(?:localhost|local|internal|lan|home|test|invalid)")
_NUMBER = re.compile(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*")

_ALMOST = re.compile(r"https?(?::?/{0,2}|//?:?/*)(?=[\w-]+\.)", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.\S|(?:[\w-]+\.)+(?:ca|com|gov|net|org)(?:/|$))", re.IGNORECASE)

_NO_MAIL = "`{}` is no address for a letter: write it as in `mailto:desk@guide.example`"
_NO_CALL = "`{}` is no number to call: write it as in `tel:+1-555-010-0199`"
_TO_A_PERSON = {"mailto": (_MAIL, _NO_MAIL), "tel": (_NUMBER_TO_CALL, _NO_CALL)}
_NOT_SAFE = "this link can be changed on its way to the reader: write it with `https://`"


def address_flaw(written: str, *, loaded: bool) -> str | None:
    """Return what is wrong with an address, or None.

    Args:
        written: the address, as in a link.
        loaded: whether readers' browsers ask for it without a click, as for a picture.
    """
    address = _UNSEEN.sub("", written).replace("\\", "/")
    scheme = _SCHEME.match(address)
    if loaded and (scheme or address.startswith("//")):
        return "pictures come from content/ alone: put the file there, as in `/assets/map.png`"
    if scheme and scheme[1].lower() not in _SCHEMES:
        return (
            f"a link may not begin with `{scheme[1]}:`: write an https address, or a page as in"
            " `/codes.md`"
        )
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # told as a file that is not there
        return None
    if parts.scheme in _TO_A_PERSON:
        form, says = _TO_A_PERSON[parts.scheme]
        return None if form.fullmatch(parts.path) else says.format(written)
    if parts.scheme == "http" or address.startswith("//") or parts.scheme == "https":
        flaw = _host_flaw(host, parts.path, named="@" in parts.netloc)
        return flaw or (_NOT_SAFE if parts.scheme != "https" else web_fault(written))
    return None


def whole_address(written: str) -> str | None:
    """Return the address that was meant by one that lacks its `https://` or `mailto:`, or None."""
    if _MAIL.fullmatch(written) and "/" not in written:
        return f"mailto:{written}"
    if _ALMOST.match(written) and not written.lower().startswith(("http://", "https://")):
        return _ALMOST.sub("https://", written, count=1)
    return f"https://{written}" if _HOST.match(written) else None


def _host_flaw(host: str, path: str, *, named: bool) -> str | None:
    if not host:
        return "this address names no site: copy it from the browser"
    if named:
        return "this address has a name before its `@`: copy the one that the browser shows"
    if _is_private(host):
        return f"nobody else reaches `{host}`: write the page itself, as in `/codes.md`"
    if host in _GITHUB and _FILE_ON_GITHUB.match(path):
        page = path.rpartition("/content/")[2] if "/content/" in path else "categories/cusma.md"
        return f"this leads to the file on GitHub: write the page itself, as in `/{page}`"
    return None


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return bool(_NUMBER.fullmatch(host) or "." not in host or _LOCAL.fullmatch(host))
