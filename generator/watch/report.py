"""The findings of a watch written out, and what they mean for the exit status."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.problems.phrases import apart, counted, printable, shortened
from generator.reviews.due import Due
from generator.reviews.due import as_json as due_as_json
from generator.watch.differences import Changed
from generator.watch.findings import Finding, Kind
from generator.watch.resting import Resting

CLEAN, LOOK, UNREAD, FAILED = 0, 1, 3, 4
"""Exit status: nothing needs a look; something does; something could not be read; the watch itself
failed, so that nothing is said of any page."""

LONGEST = 400
"""Characters of a sentence that are shown."""

_MOST_CHANGES = 40
_MOST_MOVED = 5


class WatchFormat(StrEnum):
    """For whom findings are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Report:
    """What a watch has to say.

    Attributes:
        findings: one for each source.
        saved: whether pages were read that somebody had saved, so that none was asked for.
        due: the reviews that fall due; None where nobody asked for them.
        days: within how many days.
    """

    findings: Sequence[Finding]
    saved: bool = False
    due: Sequence[Due] | None = None
    days: int = 0

    def ordered(self) -> list[Finding]:
        """Return the findings, what needs a look first."""
        return sorted(
            self.findings, key=lambda f: (not f.needs_a_look, f.kind is not Kind.UNKNOWN, f.key)
        )

    @property
    def count(self) -> str:
        """What was asked, and what came of it, in a sentence."""
        look = sum(finding.needs_a_look for finding in self.findings)
        unread = sum(finding.kind is Kind.UNKNOWN for finding in self.findings)
        parts = [f"{counted(look, 'source')} to look at"] if look else []
        parts += [f"{counted(unread, 'source')} unknown"] if unread else []
        if self.due:
            parts.append(f"{counted(len(self.due), 'review')} due within {self.days} days")
        asked = f"{counted(len(self.findings), 'source')} asked"
        if self.saved:
            asked = f"{counted(len(self.findings), 'source')}, saved pages, nothing fetched"
        return f"{asked}: {', '.join(parts) or 'nothing to look at'}."


def status(report: Report) -> int:
    """Return the exit status. What needs a look weighs more than what could not be read."""
    if report.due or any(finding.needs_a_look for finding in report.findings):
        return LOOK
    return UNREAD if any(f.kind is Kind.UNKNOWN for f in report.findings) else CLEAN


def as_text(report: Report) -> str:
    """Write a report out for a terminal."""
    lines = [line for finding in report.ordered() for line in _text(finding)]
    for item in report.due or ():
        lines.append(f"due: {item.title} ({item.address})")
        lines.append(f"    {item.day}, {item.status}: ask {item.ask}")
    return "\n".join(map(printable, [*lines, report.count]))


def as_json(report: Report) -> str:
    """Write a report out for programs.

    A list of the sources; where the due reviews were asked for, `sources` and `due` in an object,
    the reviews as `imp-guide due --format json` lists them.
    """
    sources = [_as_json(finding) for finding in report.ordered()]
    found: object = sources
    if report.due is not None:
        found = {"sources": sources, "due": [due_as_json(item) for item in report.due]}
    return json.dumps(found, indent=2, ensure_ascii=False)


def shown(change: Changed, most: int = LONGEST) -> Changed:
    """Return a changed sentence as it is shown: whole, or the part in which it differs."""
    section = shortened(change.section, 120)
    if change.before is None or change.now is None:
        one = shortened(change.before or change.now or "", most)
        before, now = (None, one) if change.before is None else (one, None)
        return Changed(section, before, now)
    before, now = apart(change.before, change.now, most)
    return Changed(section, before, now)


def review_command(finding: Finding) -> str:
    """Return the command with which a review of what rests on a source begins."""
    return f"imp-guide review --source {finding.key}"


def rest(record: Resting) -> str:
    """Return what in a record rests on a source, in a line."""
    reviewed = f" (reviewed {record.reviewed_on})" if record.reviewed_on else ""
    return f"{record.title}{reviewed}: {shortened('; '.join(record.what), LONGEST)}"


def more_changes(finding: Finding, told: int) -> str:
    """Return where to read on; nothing where all is told."""
    left = len(finding.changes.changed) - told
    return f"and {counted(left, 'changed sentence')} more: read on at {finding.url}" * (left > 0)


def moved(finding: Finding) -> str:
    """Return which sentences stand elsewhere now; nothing where none does."""
    found = finding.changes.moved
    if not found:
        return ""
    some = ", ".join(f"“{shortened(text)}”" for text in found[:_MOST_MOVED])
    more = f" and {len(found) - _MOST_MOVED} more" if len(found) > _MOST_MOVED else ""
    return f"the same words stand elsewhere on the page now: {some}{more}"


def _text(finding: Finding) -> Iterator[str]:
    yield f"{finding.kind}: {finding.title} ({finding.key})"
    yield f"    {finding.url}"
    yield from (f"    {line}" for line in finding.details)
    for change in finding.changes.changed[:_MOST_CHANGES]:
        told = shown(change)
        yield f"    under “{told.section}”:" if told.section else "    before the first heading:"
        yield f"      before: {told.before if told.before is not None else '(nothing)'}"
        yield f"      now:    {told.now if told.now is not None else '(nothing)'}"
    more = (more_changes(finding, _MOST_CHANGES), moved(finding))
    yield from (f"    {line}" for line in more if line)
    if finding.rests_on and (finding.needs_a_look or finding.kind is Kind.UNKNOWN):
        yield "    What rests on it:"
        yield from (f"      {rest(record)}" for record in finding.rests_on)
        if any(record.review for record in finding.rests_on):
            yield f"    Review that with: {review_command(finding)}"


def _as_json(finding: Finding) -> dict[str, object]:
    page = finding.page
    return {
        "key": finding.key,
        "title": finding.title,
        "url": finding.url,
        "kind": finding.kind.value,
        "details": finding.details,
        "changes": [
            {"section": change.section, "before": change.before, "now": change.now}
            for change in finding.changes.changed
        ],
        "moved": list(finding.changes.moved),
        "notices": list(finding.notices),
        "differences": [difference.sentence for difference in finding.differences],
        "looked_at": finding.known,
        "rests_on": [
            {
                "review": record.review or None,
                "title": record.title,
                "reviewed_on": record.reviewed_on or None,
                "what": list(record.what),
            }
            for record in finding.rests_on
        ],
        "modified": page.modified.isoformat() if page and page.modified else None,
    }
