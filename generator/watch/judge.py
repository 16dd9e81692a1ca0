"""What the official pages say now, held against what was seen and when facts were reviewed."""

import difflib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.model.guide import Guide
from generator.model.site import Source
from generator.watch.code_tables import Listed, listed_codes
from generator.watch.fetch import Answer, Fate
from generator.watch.lock import Seen
from generator.watch.page import OfficialPage, UnreadableError, parse, read_page

CODES_PAGE = "exemption-codes"
"""The source whose tables are held against the code registry."""

_DIFF_LINES = 30


class Kind(StrEnum):
    """What is to be said of a source."""

    UNCHANGED = "unchanged"
    FIRST = "seen for the first time"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


NEEDS_A_LOOK = {Kind.CHANGED, Kind.MOVED, Kind.GONE}


@dataclass(slots=True)
class Finding:
    """What was found of one source.

    Attributes:
        key: its key in data/sources.yml.
        title: what readers see as the link.
        url: its address.
        kind: what is to be said of it.
        details: the same in sentences, each on one line.
        diff: what is different in its text, as far as the earlier one is known.
        page: the page, where it could be read.
    """

    key: str
    title: str
    url: str
    kind: Kind
    details: list[str] = field(default_factory=list)
    diff: list[str] = field(default_factory=list)
    page: OfficialPage | None = None

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody has to look at it."""
        return self.kind in NEEDS_A_LOOK


def judge(guide: Guide, key: str, answer: Answer, seen: Seen | None, texts: Path) -> Finding:
    """Judge one source.

    Args:
        guide: the guide whose facts rest on it.
        key: the source.
        answer: what its host said.
        seen: how it was last seen.
        texts: the folder in which earlier texts are kept, by fingerprint.
    """
    source = guide.sources[key]
    finding = Finding(key, source.title, source.url, Kind.UNCHANGED)
    if answer.fate is Fate.GONE:
        finding.kind = Kind.GONE
        finding.details.append(f"{answer.reason}: find the page that settles these facts now")
        return finding
    if answer.fate is Fate.UNKNOWN:
        return _unknown(finding, answer.reason)
    try:
        document = parse(answer.body, answer.kind)
        codes = listed_codes(document) if key == CODES_PAGE else None
        finding.page = read_page(document)
    except UnreadableError as error:
        return _unknown(finding, str(error))
    _compare(finding, guide, source, seen, texts)
    if codes is not None and (told := code_findings(guide, codes)):
        finding.kind = Kind.CHANGED
        finding.details += told
    if answer.moved_to and answer.moved_to.rstrip("/") != source.url.rstrip("/"):
        finding.kind = Kind.MOVED
        finding.details.insert(0, f"it is at {answer.moved_to} now: write that in data/sources.yml")
    return finding


def _unknown(finding: Finding, reason: str) -> Finding:
    finding.kind = Kind.UNKNOWN
    finding.details.append(f"{reason}: nothing can be said of it")
    return finding


def code_findings(guide: Guide, listed: Listed) -> list[str]:
    """Return where the registry and IRCC's tables differ.

    A family is all codes with the letter and the first digit of a code that the registry has, as
    C60 to C69 for C61: the guide covers it, so a new code in it may concern a category.
    """
    entries = {code.code: code for code in guide.codes.codes}
    known = set(entries) | {family.first for family in guide.codes.families}
    lost = sorted(known - listed.current - listed.earlier)
    told = [f"{code} is in data/codes.yml, but the page no longer lists it" for code in lost]
    told += [
        f"{code} is in use in data/codes.yml, but the page lists it as earlier"
        for code in sorted(known & listed.earlier - listed.current)
        if code in entries and entries[code].history.standing == "in use"
    ]
    told += [
        f"the page names {successor} in place of {code}; data/codes.yml does not"
        for code, successors in sorted(listed.successors.items())
        if code in entries
        for successor in sorted(successors - {s.code for s in entries[code].history.successors})
    ]
    families = {code[:2] for code in known}
    told += [
        f"{code} is new in a family that the guide covers: add it to data/codes.yml if it concerns"
        " a category"
        for code in sorted(listed.current - known)
        if code[:2] in families
    ]
    return told


def _compare(
    finding: Finding, guide: Guide, source: Source, seen: Seen | None, texts: Path
) -> None:
    page = finding.page
    if page is None:
        return
    for title, reviewed_on, first in _resting_on(guide, finding.key, source):
        if page.modified is not None and page.modified > first:
            finding.kind = Kind.CHANGED
            finding.details.append(
                f"modified on {page.modified}, after the review of {title} ({reviewed_on})"
            )
    if seen is None:
        if finding.kind is Kind.UNCHANGED:
            finding.kind = Kind.FIRST
        return
    if seen.fingerprint != page.fingerprint:
        finding.kind = Kind.CHANGED
        finding.details.append(f"its text is not the one of {seen.seen}")
        finding.diff = _diff(texts / f"{seen.fingerprint}.txt", page.lines)


def _resting_on(guide: Guide, key: str, source: Source) -> list[tuple[str, str, date]]:
    """Return title and review of each category that rests on a source."""
    return [
        (category.title, category.reviewed_on.iso, category.reviewed_on.first)
        for category in guide.categories.values()
        if key in guide.sources_of(category) or category.verify.url == source.url
    ]


def _diff(earlier: Path, lines: tuple[str, ...]) -> list[str]:
    try:
        before = earlier.read_text(encoding="utf-8").split("\n")
    except OSError:
        return []
    found = list(difflib.unified_diff(before, lines, "before", "now", lineterm="", n=0))
    if len(found) > _DIFF_LINES:
        found = [*found[:_DIFF_LINES], f"… and {len(found) - _DIFF_LINES} lines more"]
    return found
