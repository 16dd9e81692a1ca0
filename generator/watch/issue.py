"""The findings of a watch and the reviews that fall due, as the text of one issue.

Whatever comes from a page or from the data stands in a code span: nothing of it is a link, a
mention, an image or HTML. The text fits what GitHub takes, whatever the pages say.
"""

import re
from collections.abc import Iterator, Sequence

from generator.problems.markdown import code_span
from generator.problems.phrases import counted, printable, shortened
from generator.reviews.due import Due, none_due, table
from generator.watch.findings import Finding, Kind
from generator.watch.report import Report, more_changes, moved, rest, review_command, shown

MOST = 64_000
"""Bytes of an issue's text: GitHub takes 65,536 characters."""

_MOST_DUE = 12_000
_STEPS = ((40, 400), (20, 400), (10, 300), (5, 200), (2, 150), (0, 0))
"""How many changes of a page are told, and how long each: as many as there is room for."""

_DETAIL = 600
_MOST_DETAILS = 60
_MOST_RECORDS = 20


def as_markdown(report: Report) -> str:
    """Write a report out as the text of an issue."""
    told = [f for f in report.ordered() if f.needs_a_look or f.kind is Kind.UNKNOWN]
    due = "" if report.due is None else f"\n{_due(report.due, report.days)}\n"
    room = MOST - _size(due) - _size(report.count) - 500
    parts = _fitted(told, room)
    left = len(told) - len(parts)
    rest_of_it = f"**And {counted(left, 'source')} more: `imp-guide watch` tells all of it.**\n"
    body = "".join([*parts, rest_of_it * (left > 0)])
    return f"{body}{report.count}\n{due}"


def _fitted(findings: Sequence[Finding], room: int) -> list[str]:
    """Return the findings written out, shorter and fewer where there is no room for all."""
    parts: list[str] = []
    for changes, longest in _STEPS:
        parts, used = [], 0
        for finding in findings:
            part = "\n".join(_finding(finding, changes, longest))
            used += _size(part)
            if used > room:
                break
            parts.append(part)
        if len(parts) == len(findings):
            break
    return parts


def _finding(finding: Finding, changes: int, longest: int) -> Iterator[str]:
    yield f"### {finding.kind}: {_code(finding.title)}\n"
    yield f"- {_address(finding.url)}, {_code(finding.key)} in data/sources.yml"
    details = finding.details[:_MOST_DETAILS]
    yield from (f"- {_code(shortened(line, _DETAIL))}" for line in details)
    if (left := len(finding.details) - len(details)) > 0:
        yield f"- and {left} more: `imp-guide watch` tells all of it"
    for change in finding.changes.changed[:changes]:
        said = shown(change, longest)
        yield f"- under {_code(said.section)}" if said.section else "- before the first heading"
        yield f"  - before: {_code(said.before) if said.before is not None else '(nothing)'}"
        yield f"  - now: {_code(said.now) if said.now is not None else '(nothing)'}"
    more = (more_changes(finding, changes), moved(finding))
    yield from (f"- {_code(line)}" for line in more if line)
    yield from _resting(finding)
    yield "\n"


def _resting(finding: Finding) -> Iterator[str]:
    records = finding.rests_on
    if not records:
        return
    yield "\nWhat rests on it:\n"
    yield from (
        f"- {_code(shortened(rest(record), _DETAIL))}" for record in records[:_MOST_RECORDS]
    )
    if len(records) > _MOST_RECORDS:
        yield f"- and {len(records) - _MOST_RECORDS} more"
    if any(record.review for record in records):
        yield f"\nTo review that: {_code(review_command(finding))}"


def _due(due: Sequence[Due], days: int) -> str:
    told = table(due, _MOST_DUE) if due else none_due(days)
    return f"## Reviews that fall due within {days} days\n\n{told}"


def _size(text: str) -> int:
    return len(text.encode(errors="replace"))


def _address(url: str) -> str:
    """Return an address as a link, where nothing in it could be anything else."""
    safe = re.fullmatch(r"https://[A-Za-z0-9./_~%?=&#:+-]+", url)
    return f"<{url}>" if safe else _code(url)


def _code(text: str) -> str:
    return code_span(printable(text)) or "(nothing)"
