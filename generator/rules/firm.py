"""The firm: its own pages, its licences, and what a licensed firm may not say."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.firm import Firm
from generator.model.records import Entry, Records
from generator.model.titles import titles
from generator.problems.problem import Problem, Severity
from generator.rules.names import hint
from generator.source.tree import PathStep

_PROMISE = re.compile(
    r"\bguarant(?:ee|y)\w*|\b100\s*(?:%|per ?cent\b)"
    r"|\bbest\b(?! (?:of (?:our|your)|interests?|(?:we|you) can)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|nor|none|never|nobody|nothing|neither|without|cannot|unable)\b|n[’']t\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"(?<=[.!?;])\s+|,\s+but\s+")


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


def somebody_is_licensed(records: Records, _today: date) -> Iterator[Problem]:
    """Some reviewer has not left, so that every page names a licence."""
    reviewers = records.reviewers
    if reviewers is None or any(by.left is None for by in reviewers.record.values()):
        return
    message = (
        "every reviewer here has left, but the foot of every page names who is licensed: write"
        " another reviewer with a licence"
    )
    last = next(reversed(reviewers.record), None)
    yield Problem("reviewer", message, reviewers.place(*([last, "left"] if last else [])))


def licences_can_be_looked_up(records: Records, _today: date) -> Iterator[Problem]:
    """Readers can look up the licence of whoever reviews; the address may not be known yet."""
    reviewers = records.reviewers
    for key, by in reviewers.record.items() if reviewers else ():
        if reviewers and by.left is None and not by.public_register:
            message = (
                f"`public_register`: nobody can look up the licence of {by.name} from the foot of"
                " the pages: write the address of the regulator's register"
            )
            place = reviewers.place(key, "public_register")
            yield Problem("reviewer", message, place, Severity.ADVICE)


def statements_promise_nothing(records: Records, _today: date) -> Iterator[Problem]:
    """What the foot of every page says has no word that a licensed firm must not use."""
    if (firm := records.firm) is None:
        return
    for key, text in firm.record.statements:
        if said := next(_promised(text), None):
            message = (
                f"`{key}`: “{said}” promises what a licensed firm must not: write what is true of"
                " every case"
            )
            yield Problem("text", message, firm.place("statements", key))


def _promised(text: str) -> Iterator[str]:
    """Yield the words of a text that promise; “not guaranteed” and its like do not."""
    for clause in _CLAUSE_ENDS.split(text):
        for found in _PROMISE.finditer(clause):
            if not _DENIED.search(clause[: found.start()]):
                yield found[0]


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
