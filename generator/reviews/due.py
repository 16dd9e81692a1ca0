"""Every review behind the guide, and those that fall due: one predicate for all who ask.

The register, the calendar, the JSON files, the banner and `imp-guide due` all rest on `Guide.due`
and `Guide.status`, by way of this list.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.guide import Guide
from generator.model.layout import address_of, category_uri
from generator.model.review import Reviewed, Status
from generator.problems.markdown import code_span, table_row
from generator.problems.phrases import printable, shortened
from generator.source.clock import days_after

_LONGEST = 200
"""Characters of a cell, where a table has to fit somewhere."""


@dataclass(frozen=True, slots=True)
class Due:
    """A review and the day on which it falls due.

    Attributes:
        day: the last day on which it counts.
        title: what was reviewed.
        address: the page that shows it.
        reviewer: who reviewed it.
        ask: who has to look next: the same person, or another where that one has left.
        status: where it stands on the day of the guide.
        problem: what a reviewer found wrong in it, while it is open; otherwise empty.
        record: the review itself.
    """

    day: date
    title: str
    address: str
    reviewer: str
    ask: str
    status: Status
    problem: str
    record: Reviewed


class DueFormat(StrEnum):
    """For whom the list is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def reviews(guide: Guide) -> Iterator[Due]:
    """Yield everything that was reviewed, in the order of the register."""
    for _subject, title, link, record in guide.reviewed():
        yield _due(guide, title, link.removeprefix("/"), record)


def due_within(guide: Guide, days: int) -> list[Due]:
    """Return the reviews that are overdue or fall due within some days, the first due first.

    What a reviewer found wrong is due at once, whatever its date: on the page of what has ended
    too, which is due for nothing else.
    """
    last = days_after(guide.today, days)
    ended = (_due(guide, e.title, category_uri(slug), e) for slug, e in guide.ended.items())
    found = [
        *(item for item in reviews(guide) if item.day <= last or item.problem),
        *(item for item in ended if item.problem),
    ]
    return sorted(found, key=lambda item: (item.day, item.title))


def written(found: list[Due], days: int, kind: DueFormat) -> str:
    """Write the list out."""
    if kind is DueFormat.JSON:
        return json.dumps([as_json(item) for item in found], indent=2, ensure_ascii=False)
    if not found:
        return none_due(days)
    if kind is DueFormat.MARKDOWN:
        return table(found)
    return "\n".join(
        f"{item.day}  {_status(item):<8}  {item.title} ({item.address}), {item.ask}"
        for item in found
    )


def none_due(days: int) -> str:
    """Say that nothing falls due within some days."""
    return f"No review falls due within {days} days."


def table(found: Sequence[Due], most: int | None = None) -> str:
    """Write the list out as a table in Markdown, each text of the data in a code span.

    Args:
        found: the reviews.
        most: bytes that it may have, all but the line that says what is left out; None for any.
    """
    lines = ["| Due | Facts | Ask | Status |", "| --- | --- | --- | --- |"]
    used = _size("\n".join(lines))
    for number, item in enumerate(found):
        cells = [str(item.day), item.title, item.ask, _status(item)]
        longest = max(map(len, cells)) if most is None else _LONGEST
        row = table_row([code_span(printable(shortened(cell, longest))) for cell in cells])
        used += _size(row) + 1
        if most is not None and used > most:
            lines.append(f"\nAnd {len(found) - number} more: `imp-guide due` lists all of them.")
            break
        lines.append(row)
    return "\n".join(lines)


def as_json(item: Due) -> dict[str, str]:
    """Return a review as programs read it: its days as YYYY-MM-DD."""
    return {
        "due": item.day.isoformat(),
        "title": item.title,
        "address": item.address,
        "reviewer": item.reviewer,
        "ask": item.ask,
        "status": item.status.value,
        "problem": item.problem,
        "reviewed_on": item.record.reviewed_on.iso,
    }


def _due(guide: Guide, title: str, uri: str, record: Reviewed) -> Due:
    by = guide.reviewers[record.reviewed_by]
    found = record.open_problem
    return Due(
        day=guide.due(record),
        title=title,
        address=address_of(uri),
        reviewer=by.name,
        ask=f"another reviewer ({by.name} left {by.left.when})" if by.left else by.name,
        status=guide.status(record),
        problem=(found.note or "no note") if found else "",
        record=record,
    )


def _status(item: Due) -> str:
    return f"{item.status}: {item.problem}" if item.problem else str(item.status)


def _size(text: str) -> int:
    return len(text.encode(errors="replace"))
