"""Links of content pages lead to pages that are there."""

import difflib
import re
from collections.abc import Iterator
from datetime import date
from posixpath import join, normpath

from generator.model.layout import CONTENT, category_uri
from generator.model.records import ContentPage, Records
from generator.problems.problem import Place, Problem
from generator.rules.addresses import NEEDED

_LINK = re.compile(r"\]\((?P<target>[^)\s]*?\.md)(?:#[^)\s]*)?\)")


def links_lead_to_pages(records: Records, _today: date) -> Iterator[Problem]:
    """A link to a page names a file of content/, or the guide page of a category."""
    # What is missing as a whole is told once, not again at each link to it.
    if CONTENT in records.unread or not (records.categories or records.unread):
        return
    pages = {path.removeprefix(f"{CONTENT}/") for path in {*records.content, *records.unread}}
    pages |= {path.removeprefix(f"{CONTENT}/") for path in NEEDED}
    pages |= {category_uri(slug) for slug in {*records.categories, *records.unread}}
    renamed = {category_uri(old): category_uri(new) for old, new in records.new_names().items()}
    for page in records.content.values():
        for number, line in enumerate(page.body.split("\n")):
            for link in _LINK.finditer(line):
                uri = _uri(link["target"], page)
                if uri not in pages and "://" not in uri:
                    near = [renamed[uri]] if uri in renamed else _near(uri, pages)
                    advice = f"did you mean `/{near[0]}`?" if near else "name a file of content/"
                    message = f"there is no page {link['target']}: {advice}"
                    column = link.start("target") + 1
                    place = Place(page.path, page.body_line + number, column)
                    yield Problem("unknown-name", message, place)


def _uri(target: str, page: ContentPage) -> str:
    """Return the file that a link names, below content/."""
    if target.startswith("/") or "://" in target:
        return target.removeprefix("/")
    folder = page.path.removeprefix(f"{CONTENT}/").rpartition("/")[0]
    return normpath(join(folder, target))


def _near(uri: str, pages: set[str]) -> list[str]:
    return difflib.get_close_matches(uri, sorted(pages), 1)
