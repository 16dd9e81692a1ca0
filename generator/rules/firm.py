"""The pages of the firm's own site: what names one of them names one that is there."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.records import Entry, Records
from generator.model.site import Firm
from generator.model.titles import titles
from generator.problems.problem import Problem
from generator.rules.names import hint
from generator.source.tree import PathStep


def firm_pages_exist(records: Records, _today: date) -> Iterator[Problem]:
    """What services, the breadcrumb, links and categories lead to stands under `pages`."""
    if (firm := records.firm) is None:
        return
    known = firm.record.pages
    called = titles(records)["firm_pages"]
    for entry, path, name in _named(firm, records):
        if name not in known:
            key = next(step for step in reversed(path) if isinstance(step, str))
            advice = hint(name, known, f"`pages` in {firm.path}", called)
            message = f"`{key}`: there is no page `{name}`: {advice}"
            yield Problem("unknown-name", message, entry.place(*path))


def _named(
    firm: Entry[Firm], records: Records
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], str]]:
    """Yield where each page is named, and its key."""
    for number, service in enumerate(firm.record.services):
        yield firm, ("services", number, "page"), service.page
    yield firm, ("section",), firm.record.section
    for number, name in enumerate(firm.record.links):
        yield firm, ("links", number), name
    for _slug, category in records.categories_with("firm_page"):
        if (named := category.record.firm_page) is not None:
            yield category, ("firm_page",), named
