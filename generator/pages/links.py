"""Links of an article: resolved from the page, and kept to be checked once all pages are known."""

from collections.abc import Iterator
from functools import lru_cache
from posixpath import join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit

from generator.inspection.html import Element
from generator.model.layout import address_of, html_of
from generator.pages.article import Link

_ATTRIBUTES = {"a": "href", "img": "src"}


def resolve_links(root: Element, uri: str) -> tuple[Link, ...]:
    """Let each link within the guide lead from the page to where readers find its target.

    Args:
        root: the article's tree.
        uri: the page, as in ``categories/cusma.md``.

    Returns:
        The links within the guide. One to another host stays as it is.
    """
    return tuple(_resolved(root, uri))


def _resolved(root: Element, uri: str) -> Iterator[Link]:
    for element in root.iter(*_ATTRIBUTES):
        attribute = _ATTRIBUTES[str(element.tag)]
        written = element.get(attribute)
        if written is None or _elsewhere(written):
            continue
        path, _, anchor = written.partition("#")
        target = uri if not path else _target(unquote(path), uri)
        if path:
            way = _way(target, html_of(uri).rpartition("/")[0])
            element.set(attribute, way + (f"#{anchor}" if anchor else ""))
        yield Link(written, target, unquote(anchor))


def _elsewhere(written: str) -> bool:
    try:
        parts = urlsplit(written)
    except ValueError:  # `http://[x`: no address at all, so told as a file that is not there
        return False
    return bool(parts.scheme or parts.netloc)


def _target(path: str, uri: str) -> str:
    """Return the file below content/ or the site that a path names, seen from a page."""
    if path.startswith("/"):
        return path.lstrip("/")
    return normpath(join(uri.rpartition("/")[0], path))


@lru_cache(maxsize=4096)
def _way(target: str, folder: str) -> str:
    """Return the way from a folder of the site to where readers find a file, as ``../codes/``."""
    address = address_of(target) if target.endswith(".md") else f"/{target}"
    way = quote(relpath(address, f"/{folder}"), safe="/.-_~")
    return f"{way}/" if address.endswith("/") else way
