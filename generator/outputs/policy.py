"""What a browser may do on the pages: a strict Content-Security-Policy, and the other headers.

Each page carries its own policy in a ``meta`` element, so that it holds on every host and on disk.
``/_headers`` says it once more for hosts that read that file, with what only a header can say.
Scripts in the theme's frame are allowed by the hash of their text. What stands in an article is
never allowed, so a script that slipped into one does not run.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
# A script of any other type is a block of data, which nothing runs.
_RUNS = {"", "module", "text/javascript", "application/javascript"}

_META = '<meta http-equiv="Content-Security-Policy" content="'
_BEGINS = {"!doctype", "html", "head", "meta"}
"""What may stand before the policy: the charset has to stand in a page's first kilobyte."""
_TAG = re.compile(
    r"""<!--(?:-?>|.*?--!?>)|<(!doctype|[a-z]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_CHARSET = re.compile(r"""(?:[^"']|"[^"]*"|'[^']*')*?\scharset\s*=""", re.IGNORECASE)
_OWN = re.compile(rf'{re.escape(_META)}[^"]*">')
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")

# What no page asks for, and so nothing that slips into one may ask for either.
_NEVER_ASKED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)

_YEAR = 365 * 24 * 60 * 60


@lru_cache(maxsize=1000)  # a preview puts another script into each page that it hands out
def hash_of(text: str) -> str:
    """Return how a policy names an inline script or style by its text: ``'sha256-…'``."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def frame_scripts(page: str, article: str = "") -> tuple[str, ...]:
    """Return the hashes of the inline scripts that run in a page's frame.

    Args:
        page: the whole HTML.
        article: the part of it that is no frame; none of its scripts is returned.
    """
    frame, whole, behind = page.partition(article) if article else (page, "", "")
    refused = set() if whole else set(_running(article))
    scripts = [*_running(frame), *_running(behind)]
    return tuple(dict.fromkeys(hash_of(text) for text in scripts if text not in refused))


def policy(scripts: Iterable[str] = ()) -> str:
    """Return what a page may do, as the value of a Content-Security-Policy.

    Args:
        scripts: the hashes of the inline scripts that may run.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *scripts)),
            "style-src 'self'",
            "img-src 'self' data:",  # the theme's icons are data within its styles
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def with_policy(page: str, scripts: Iterable[str] = ()) -> str:
    """Return a whole page with its policy, before anything that the policy is about.

    Args:
        page: the whole HTML, without a policy.
        scripts: the hashes of the inline scripts that may run.
    """
    end = _beginning(page)
    return f'{page[:end]}{_META}{policy(scripts)}">{page[end:]}'


def policy_in(page: str) -> str | None:
    """Return the policy that a page carries, or None."""
    found = _OWN.search(page)
    return found[0][len(_META) : -2] if found else None


def hashes_in(page: str) -> tuple[str, ...]:
    """Return the hashes of the inline scripts that a page's own policy allows."""
    return tuple(_HASH.findall(policy_in(page) or ""))


def allowing(page: str, kind: str, *more: str) -> str:
    """Return a page whose own policy allows something more.

    Args:
        page: the whole HTML.
        kind: what it is for, as in ``script-src``.
        more: hashes, or other sources.
    """
    found = _OWN.search(page)
    if found is None or not more:
        return page
    wider = found[0].replace(f"{kind} 'self'", " ".join((f"{kind} 'self'", *more)))
    return f"{page[: found.start()]}{wider}{page[found.end() :]}"


def headers(scripts: Iterable[str], address: str) -> str:
    """Return the file ``/_headers``, as several hosts of static files read it.

    Args:
        scripts: the hashes of every inline script that any page runs.
        address: where the guide is published, or an empty text.
    """
    said = {
        # The only one of these that a page cannot say itself is who may put it into a frame.
        "Content-Security-Policy": f"{policy(sorted(set(scripts)))}; frame-ancestors 'none'",
        "X-Frame-Options": "DENY",  # the same for browsers that are older
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER_ASKED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if address.startswith("https://"):
        # For this host alone: whether the others of its domain are https, nobody here knows.
        said["Strict-Transport-Security"] = f"max-age={_YEAR}"
    lines = "".join(f"  {name}: {value}\n" for name, value in said.items())
    return f"/*\n{lines}"


def _beginning(page: str) -> int:
    """Return where a page's policy goes: behind its charset, else as near to that as can be."""
    end = 0
    for tag in _TAG.finditer(page):
        name = (tag[1] or "").lower()
        if name == "meta" and _CHARSET.match(tag[2]):
            return tag.end()
        if name and name not in _BEGINS:
            break
        if name and name != "meta":
            end = tag.end()
    return end


def _running(html: str) -> list[str]:
    """Return the text of each inline script that a browser would run."""
    found = []
    for attributes, text in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SRC.search(attributes) and (kind[1] if kind else "").lower() in _RUNS:
            found.append(text)
    return found
