"""Every review behind the guide, and those that fall due: one predicate for all who ask.

The register, the calendar, the JSON files, the banner and `imp-guide due` all rest on `Guide.due`
and `Guide.status`, by way of this list.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model.guide import Guide
from generator.model.layout import address_of, category_uri
from generator.model.review import Reviewed, Status


@dataclass(frozen=True, slots=True)
class Due:
    """A review and the day on which it falls due.

    Attributes:
        day: the last day on which it counts.
        title: what was reviewed.
        address: the page that shows it.
        reviewer: who reviewed it.
        status: where it stands on the day of the guide.
        record: the review itself.
    """

    day: date
    title: str
    address: str
    reviewer: str
    status: Status
    record: Reviewed


class DueFormat(StrEnum):
    """For whom the list is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def reviews(guide: Guide) -> Iterator[Due]:
    """Yield everything that was reviewed, in the order of the register."""
    for title, address, record in _reviewed(guide):
        reviewer = guide.reviewers[record.reviewed_by].name
        yield Due(guide.due(record), title, address, reviewer, guide.status(record), record)


def due_within(guide: Guide, days: int) -> list[Due]:
    """Return the reviews that are overdue or fall due within some days, the first due first."""
    last = guide.today + timedelta(days=days)
    return sorted(
        (found for found in reviews(guide) if found.day <= last),
        key=lambda found: (found.day, found.title),
    )


def written(found: list[Due], days: int, kind: DueFormat) -> str:
    """Write the list out."""
    if kind is DueFormat.JSON:
        return json.dumps([_as_json(item) for item in found], indent=2, ensure_ascii=False)
    if not found:
        return f"No review falls due within {days} days."
    if kind is DueFormat.MARKDOWN:
        rows = [f"| {i.day} | {i.title} | {i.reviewer} | {i.status} |" for i in found]
        return "\n".join(
            ["| Due | Facts | Reviewer | Status |", "| --- | --- | --- | --- |", *rows]
        )
    return "\n".join(
        f"{item.day}  {item.status:<8}  {item.title} ({item.address}), {item.reviewer}"
        for item in found
    )


def _reviewed(guide: Guide) -> Iterator[tuple[str, str, Reviewed]]:
    for slug, category in guide.categories.items():
        yield category.title, address_of(category_uri(slug)), category
    yield guide.comparison.title, "/imp-vs-tfwp/", guide.comparison
    yield guide.finder.title, "/find/", guide.finder
    for page in guide.pages:
        yield page.title, address_of(page.link.removeprefix("/")), page.record


def _as_json(item: Due) -> dict[str, str]:
    return {
        "due": item.day.isoformat(),
        "title": item.title,
        "address": item.address,
        "reviewer": item.reviewer,
        "status": item.status.value,
        "reviewed_on": item.record.reviewed_on.iso,
    }
