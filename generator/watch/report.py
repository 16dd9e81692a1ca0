"""The findings of a watch written out, and what they mean for the exit status."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum

from generator.problems.phrases import counted
from generator.watch.judge import Finding, Kind

CLEAN, LOOK, UNREAD = 0, 1, 3
"""Exit status: nothing needs a look; something does; something could not be read."""


class WatchFormat(StrEnum):
    """For whom findings are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def status(findings: Sequence[Finding]) -> int:
    """Return the exit status. What needs a look weighs more than what could not be read."""
    if any(finding.needs_a_look for finding in findings):
        return LOOK
    return UNREAD if any(finding.kind is Kind.UNKNOWN for finding in findings) else CLEAN


def written(findings: Sequence[Finding], kind: WatchFormat) -> str:
    """Write findings out, what needs a look first."""
    ordered = sorted(
        findings, key=lambda f: (not f.needs_a_look, f.kind is not Kind.UNKNOWN, f.key)
    )
    if kind is WatchFormat.JSON:
        return json.dumps([_as_json(finding) for finding in ordered], indent=2, ensure_ascii=False)
    lines = _markdown(ordered) if kind is WatchFormat.MARKDOWN else _text(ordered)
    return "\n".join([*lines, _count(findings)])


def _text(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"{finding.kind}: {finding.title} ({finding.key})"
        yield f"    {finding.url}"
        yield from (f"    {line}" for line in finding.details)
        yield from (f"    | {line}" for line in finding.diff)


def _markdown(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        if not finding.needs_a_look and finding.kind is not Kind.UNKNOWN:
            continue
        yield f"### {finding.kind}: [{finding.title}]({finding.url})\n"
        yield from (f"- {line}" for line in finding.details)
        if finding.diff:
            fence = "`" * 4
            yield f"\n{fence}diff"
            yield from (line.replace("`", "'") for line in finding.diff)
            yield fence
        yield ""


def _count(findings: Sequence[Finding]) -> str:
    look = sum(finding.needs_a_look for finding in findings)
    unread = sum(finding.kind is Kind.UNKNOWN for finding in findings)
    parts = [f"{counted(look, 'source')} to look at"] if look else []
    parts += [f"{counted(unread, 'source')} unknown"] if unread else []
    said = ", ".join(parts) or "nothing to look at"
    return f"{counted(len(findings), 'source')} asked: {said}."


def _as_json(finding: Finding) -> dict[str, object]:
    page = finding.page
    return {
        "key": finding.key,
        "url": finding.url,
        "kind": finding.kind.value,
        "details": finding.details,
        "diff": finding.diff,
        "modified": page.modified.isoformat() if page and page.modified else None,
    }
