"""Addresses: one page at each, and the stable ones are there."""

from collections.abc import Iterator
from datetime import date

from generator.model.layout import CONTENT, address_of, category_uri
from generator.model.records import Records
from generator.problems.problem import Place, Problem

NEEDED = {
    "content/index.md": "/",
    "content/categories/index.md": "/categories/",
    "content/codes.md": "/codes/",
    "content/find.md": "/find/",
    "content/imp-vs-tfwp.md": "/imp-vs-tfwp/",
    "content/employers.md": "/employers/",
    "content/reviews.md": "/reviews/",
}
"""The pages whose addresses readers and other sites keep."""


def one_page_per_address(records: Records, _today: date) -> Iterator[Problem]:
    """No page of content/ sits at the address of a category, nor of another page."""
    taken = _guide_pages(records)
    for path, page in sorted(records.content.items()):
        address = _address(path)
        if address in taken:
            message = f"{taken[address]} has the same address {address}: rename one of the two"
            yield Problem("slug", message, Place(page.path))
        taken.setdefault(address, path)


def needed_pages(records: Records, _today: date) -> Iterator[Problem]:
    """The pages that the guide cannot do without exist."""
    # What is there but cannot be read has problems of its own, and is not counted again.
    if "content" in records.unread:
        return
    for path, address in NEEDED.items():
        if path not in records.content and path not in records.unread:
            message = f"the page at {address} is missing: restore this file"
            yield Problem("missing-page", message, Place(path))


def earlier_addresses(records: Records, _today: date) -> Iterator[Problem]:
    """An earlier address leads to one category, and no page of its own is there."""
    taken = _guide_pages(records) | {_address(path): path for path in records.content}
    for _slug, entry in records.renamed():
        for number, old in enumerate(entry.record.formerly):
            address = address_of(category_uri(old))
            if old in entry.record.formerly[:number]:
                message = f"`formerly`: `{old}` is listed twice: remove the second"
                yield Problem("slug", message, entry.place("formerly", number))
            elif address in taken:
                message = f"`formerly`: {taken[address]} has the address {address}: remove `{old}`"
                yield Problem("slug", message, entry.place("formerly", number))
            taken.setdefault(address, entry.path)


def _guide_pages(records: Records) -> dict[str, str]:
    """Return the file of each category, ended or not, by its page's address."""
    return {
        address_of(category_uri(slug)): entry.path
        for slug, entry in (*records.categories.items(), *records.ended.items())
    }


def _address(path: str) -> str:
    """Return the address of a page of content/."""
    return address_of(path.removeprefix(f"{CONTENT}/"))
