"""A site with nothing lost on its way: each file by its hash, in a list that a build writes last.

The list has the form of `sha256sum`, so that anybody can hold a copy of the site against it.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.inspection.html import Element
from generator.problems.phrases import counted
from generator.problems.problem import Place, Problem
from generator.source.files import is_regular

SUMS = "SHA256SUMS"
"""The list's name, as `sha256sum --check` is told it."""

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
"""What of a page's `link` elements a browser fetches for the page itself."""
_IN_STYLE = re.compile(
    r"""url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""",
    re.IGNORECASE,
)
_AGAIN = "build the site again, and copy all of it"
_MOST = 20
"""How many files are told one by one: a site that lost its half needs no list of it."""


def published(site: Path) -> dict[str, Path]:
    """Return what of a folder is published, by path: what is hidden at its top is its owner's.

    Links, and what is no file at all, are in it as well; the list of the files is not.
    """
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*"))}
    return {
        name: file
        for name, file in files.items()
        if (file.is_symlink() or not file.is_dir()) and name != SUMS and not name.startswith(".")
    }


def write_sums(site: Path) -> None:
    """Write the list of a site's files: a line for each, with its hash and its path.

    Raises:
        OSError: a file cannot be read, or the list not written.
    """
    listed = "".join(f"{_hash(file)}  {name}\n" for name, file in published(site).items())
    (site / SUMS).write_text(listed, encoding="utf-8", newline="\n")


def lost_files(site: Path, needed: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield a problem for each file of a site that is not there as it was built.

    Args:
        site: the folder of the site.
        needed: paths that each site has, listed or not.
    """
    try:
        sums = site / SUMS
        listed = _listed(sums.read_text(encoding="utf-8")) if is_regular(sums) else None
    except (OSError, UnicodeDecodeError):
        listed = None
    if listed is None:
        message = f"the list of the site's files is missing or not whole: {_AGAIN}"
        yield Problem("lost-file", message, Place(SUMS))
        listed = {}
    found = list(_differing(published(site), listed, needed))
    yield from found[:_MOST]
    if (more := len(found) - _MOST) > 0:
        message = f"{counted(more, 'more file')} of the site differ from this list: {_AGAIN}"
        yield Problem("lost-file", message, Place(SUMS))


def asked_of(name: str, document: Element) -> set[str]:
    """Return the paths of the styles, scripts and pictures that a page has its browser fetch.

    Args:
        name: the page's own path in the site.
        document: the whole page.
    """
    paths = set()
    for element in document.iter("link", "script", "img"):
        if element.tag == "link" and FETCHED.isdisjoint((element.get("rel") or "").split()):
            continue
        parts = urlsplit(element.get("href" if element.tag == "link" else "src") or "")
        if parts.path and not (parts.scheme or parts.netloc or parts.path.startswith("/")):
            paths.add(posixpath.normpath(f"{posixpath.dirname(name)}/{unquote(parts.path)}"))
    return {path.removeprefix("/") for path in paths}


def asked_of_style(name: str, style: str) -> Iterator[str]:
    """Yield each address that a style names, as it is seen from the site's top.

    A remark may name what has to be published beside the style: the licence of a font.

    Args:
        name: the style's own path in the site.
        style: its text.
    """
    for found in _IN_STYLE.finditer(style):
        address = unquote((found[1] or found[2]).partition("#")[0].partition("?")[0])
        if not address or address.startswith("data:"):
            continue
        elsewhere = urlsplit(address)
        own = not (elsewhere.scheme or address.startswith("/"))
        yield posixpath.normpath(f"{posixpath.dirname(name)}/{address}") if own else address


def unfound(site: Path, asked: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Yield a problem for each file that pages ask for in vain.

    Args:
        site: the folder of the site.
        asked: by path, the pages that ask for it.
    """
    for path, pages in asked.items():
        if not (site / path).is_file():
            who = pages[0] if len(pages) == 1 else f"{pages[0]} and {len(pages) - 1} more"
            message = f"this file is not there, and {who} cannot do without it: {_AGAIN}"
            yield Problem("lost-file", message, Place(path))


def _differing(
    files: Mapping[str, Path], listed: Mapping[str, str], needed: Iterable[str]
) -> Iterator[Problem]:
    for name in sorted({*listed, *needed} - set(files)):
        message = f"this file of the site is missing: {_AGAIN}"
        yield Problem("lost-file", message, Place(name))
    for name, file in files.items() if listed else ():
        if not is_regular(file):
            message = "this is a link, or no file at all: put the file itself here, or remove it"
            yield Problem("lost-file", message, Place(name))
        elif name not in listed:
            message = f"this file was added after the build: remove it, or {_AGAIN}"
            yield Problem("lost-file", message, Place(name))
        elif _hash(file) != listed[name]:
            message = f"this file was changed after the build: {_AGAIN}"
            yield Problem("lost-file", message, Place(name))


def _listed(text: str) -> dict[str, str] | None:
    """Return the hash of each file that a list names; None where it is no whole list."""
    lines = [_LINE.fullmatch(line) for line in text.split("\n")[:-1]]
    if not lines or not text.endswith("\n"):
        return None
    return {line[2]: line[1] for line in lines if line} if all(lines) else None


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
