"""The pages of the firm's own site: what names one of them names one that is there."""

from collections.abc import Iterator
from datetime import date

from generator.model.records import Records
from generator.model.site import Firm
from generator.model.titles import titles
from generator.problems.problem import Problem
from generator.rules.names import hint
from generator.source.tree import PathStep


def firm_pages_exist(records: Records, _today: date) -> Iterator[Problem]:
    """What services, the breadcrumb and links lead to stands under `pages`."""
    if (firm := records.firm) is None:
        return
    known = firm.record.pages
    called = titles(records)["firm_pages"]
    for path, name in _named(firm.record):
        if name not in known:
            key = next(step for step in reversed(path) if isinstance(step, str))
            advice = hint(name, known, f"`pages` in {firm.path}", called)
            message = f"`{key}`: there is no page `{name}`: {advice}"
            yield Problem("unknown-name", message, firm.place(*path))


def _named(firm: Firm) -> Iterator[tuple[tuple[PathStep, ...], str]]:
    """Yield where each page is named, and its key."""
    for number, service in enumerate(firm.services):
        yield ("services", number, "page"), service.page
    yield ("section",), firm.section
    for number, name in enumerate(firm.links):
        yield ("links", number), name
