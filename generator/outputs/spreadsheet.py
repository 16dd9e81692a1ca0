"""The exemption codes, and the routes, as tables that open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from generator.model.category_route import CategoryRoute
from generator.model.code import Code, Family
from generator.model.guide import Guide

CODES_HEAD = (
    "Exemption code",
    "Subject",
    "Codes that it stands for",
    "Part of the Regulations (by IRCC's pages)",
    "Categories that list it",
    "Routes that our reviewer lists it for",
    "Routes that IRCC's pages name it for (no part of our review)",
    "What IRCC's pages say of it now",
    "Codes that took over",
    "Changed on",
    "How sure",
    "IRCC's page",
    "Reviewed",
    "Verify",
    "Verify at",
)

ROUTES_HEAD = (
    "Category",
    "Route",
    "Who takes it",
    "Our reviewer's code",
    "Code on IRCC's pages (no part of our review)",
    "Permit type",
    "Job offer",
    "First permit",
    "Longest stay",
    "Part of the Regulations",
    "Reviewed",
    "Verify",
    "Verify at",
)

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def codes_csv(guide: Guide) -> bytes:
    """Return the table of codes, as a spreadsheet opens it."""
    return _written(CODES_HEAD, (_code(guide, entry) for entry in guide.codes.entries()))


def routes_csv(guide: Guide) -> bytes:
    """Return the table of routes, as a spreadsheet opens it."""
    return _written(ROUTES_HEAD, map(_route, guide.routes))


def _written(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return UTF-8 with the mark by which spreadsheets know it, CRLF, quoted by need."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _code(guide: Guide, entry: Code | Family) -> Iterator[str]:
    page = next(page.record for page in guide.pages if page.subject == "codes")
    history = entry.history
    slugs = guide.slugs_by_code.get(entry.label, ())
    yield entry.label
    yield entry.subject
    yield ", ".join(entry.members)
    yield entry.regulation or ""
    yield "; ".join(guide.categories[slug].title for slug in slugs) or "None in this guide"
    for routes in (guide.reviewed_routes_by_code, guide.routes_by_code):
        yield ", ".join(route.name for route in routes.get(entry.label, ()))
    yield history.standing
    yield "; ".join(
        f"{next_.code} ({next_.covers})" if next_.covers else next_.code
        for next_ in history.successors
    )
    yield history.changed_on.isoformat() if history.changed_on else ""
    yield history.certainty or ""
    yield guide.sources[history.source].url if history.source else ""
    yield page.reviewed_on.iso
    yield page.verify.notice
    yield page.verify.url


def _route(found: CategoryRoute) -> Iterator[str]:
    category, route = found.category, found.route
    yield category.title
    yield route.title
    yield route.fits
    yield ", ".join(route.codes)
    yield ", ".join(route.ircc_codes)
    yield route.permit_type or ""
    yield route.offer or ""
    yield route.first_permit or ""
    yield route.longest_stay or ""
    yield route.regulation or category.regulation or ""
    yield category.reviewed_on.iso
    yield category.verify.notice
    yield category.verify.url


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
