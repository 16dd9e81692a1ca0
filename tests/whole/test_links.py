"""Every link and anchor inside the built site leads somewhere."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.builds import find
from tests.whole.browsing import PAGES

HOME = "https://guide.example/"


@cache
def _names(file: Path) -> frozenset[str]:
    document = html.document_fromstring(file.read_bytes())
    return frozenset(str(name) for name in find(document, "//@id | //a/@name"))


def _dead(site: Path, page: str, target: str) -> bool:
    address = urlsplit(urljoin(HOME + page, target))
    if address.scheme != "https" or address.netloc != "guide.example":
        return False
    file = site / unquote(address.path).lstrip("/")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return True
    anchor = unquote(address.fragment)
    return bool(anchor) and file.suffix == ".html" and anchor not in _names(file)


@pytest.mark.parametrize("page", PAGES)
def test_no_link_and_no_anchor_is_dead(site: Path, page: str) -> None:
    file = site / page if page.endswith(".html") else site / page / "index.html"
    document = html.document_fromstring(file.read_bytes())
    targets = {str(found) for found in find(document, "//@href | //@src")}
    assert len(targets) > 10
    assert [target for target in sorted(targets) if _dead(site, page, target)] == []


def test_a_dead_link_and_a_dead_anchor_are_found(site: Path) -> None:
    assert _dead(site, "codes/", "../nowhere/")
    assert _dead(site, "codes/", "#k99")
    assert not _dead(site, "codes/", "#k12")
    assert not _dead(site, "codes/", "https://www.canada.ca/nowhere")
