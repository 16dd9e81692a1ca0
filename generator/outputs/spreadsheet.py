"""The exemption codes as a table that opens in a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from generator.model.code import Code, Family
from generator.model.guide import Guide

HEAD = (
    "Exemption code",
    "Subject",
    "Categories that list it",
    "What IRCC's pages say of it now",
    "Codes that took over",
    "Changed on",
    "How sure",
    "IRCC's page",
    "Reviewed",
    "Verify",
    "Verify at",
)

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def codes_csv(guide: Guide) -> bytes:
    """Return the table: UTF-8 with the mark by which spreadsheets know it, CRLF, quoted by need."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for entry in guide.codes.entries():
        writer.writerow([_safe(cell) for cell in _row(guide, entry)])
    return text.getvalue().encode("utf-8-sig")


def _row(guide: Guide, entry: Code | Family) -> Iterator[str]:
    page = next(page.record for page in guide.pages if page.subject == "codes")
    history = entry.history
    slugs = guide.slugs_by_code.get(entry.label, ())
    yield entry.label
    yield entry.subject
    yield "; ".join(guide.categories[slug].title for slug in slugs) or "None in this guide"
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


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
