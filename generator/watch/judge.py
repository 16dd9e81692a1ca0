"""What the official pages say now, held against what was seen and when facts were reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lxml import html

from generator.model.guide import Guide
from generator.problems.phrases import printable
from generator.watch.answer import Answer, Fate
from generator.watch.code_tables import listed_codes
from generator.watch.differences import Differences, differences, same_words
from generator.watch.identity import names_another, unlike
from generator.watch.kept_texts import MOST, fingerprint_of, kept_form, parted
from generator.watch.lock import Seen
from generator.watch.page import (
    NoticeKind,
    OfficialPage,
    UnreadableError,
    parse,
    passages_of,
    read_page,
)
from generator.watch.registry import Difference, code_differences
from generator.watch.resting import Resting, rests_on, reviewed

CODES_PAGE = "exemption-codes"
"""The source whose tables are held against the code registry."""


class Kind(StrEnum):
    """What is to be said of a source."""

    UNCHANGED = "unchanged"
    FIRST = "seen for the first time"
    CHANGED = "changed"
    ARCHIVED = "archived"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


_SAYS: dict[str, str] = {
    NoticeKind.ARCHIVED: "is archived",
    NoticeKind.SUPERSEDED: "is superseded",
    NoticeKind.CHANGED: "has changed",
}

_MOST_REVIEWS = 8
"""So many reviews are named that are older than a page."""

_NO_TABLE = Difference(
    "no table of codes", "its table of codes could not be read: compare it by hand"
)

NEEDS_A_LOOK = {Kind.CHANGED, Kind.ARCHIVED, Kind.MOVED, Kind.GONE}


@dataclass(slots=True)
class Finding:
    """What was found of one source.

    Attributes:
        key: its key in data/sources.yml.
        title: what readers see as the link.
        url: its address.
        kind: what is to be said of it.
        details: the same in sentences, each on one line.
        changes: what is different in its text, as far as the earlier one is known.
        rests_on: which records rest on it.
        page: the page, where it could be read.
        text: what is kept of its text.
        notices: what it says of itself, each as it stands in the lock.
        differences: how the code registry differs from it.
        unread: the names of differences that were known and cannot be looked at now.
        known: what is as it was when somebody last looked, in sentences: nothing to look at.
    """

    key: str
    title: str
    url: str
    kind: Kind
    details: list[str] = field(default_factory=list)
    changes: Differences = field(default_factory=Differences)
    rests_on: tuple[Resting, ...] = ()
    page: OfficialPage | None = None
    text: str = ""
    notices: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    unread: tuple[str, ...] = ()
    known: list[str] = field(default_factory=list)

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody has to look at it."""
        return self.kind in NEEDS_A_LOOK

    def seen(self, today: date) -> Seen | None:
        """Return what to keep of it; None where it could not be read."""
        if self.page is None:
            return None
        return Seen(
            self.url,
            self.page.modified.isoformat() if self.page.modified else "",
            fingerprint_of(self.text),
            today.isoformat(),
            self.notices,
            (*(difference.key for difference in self.differences), *self.unread),
        )


def judge(  # noqa: PLR0913 - one for each thing that is known of a source
    guide: Guide,
    key: str,
    answer: Answer,
    seen: Seen | None,
    before: str | None,
    *,
    saved: bool = False,
) -> Finding:
    """Judge one source. Nothing is told again that was looked at, but what has to be mended here.

    Args:
        guide: the guide whose facts rest on it.
        key: the source.
        answer: what its host said.
        seen: how it was last seen.
        before: its text as it was then; None where that is not known.
        saved: whether somebody saved the page, so that it may be another one.
    """
    finding = _begun(guide, key, Kind.UNCHANGED)
    if answer.fate is Fate.GONE:
        finding.kind = Kind.GONE
        finding.details.append(f"{answer.reason}: find the page that settles these facts now")
        return finding
    if answer.fate is Fate.UNKNOWN:
        return unknown(guide, key, answer.reason)
    try:
        document = parse(answer.body, answer.kind)
        page = read_page(document, guide.today)
    except UnreadableError as error:
        at = f" (it leads to {answer.moved_to})" if answer.moved_to else ""
        return unknown(guide, key, f"{error}{at}")
    text = kept_form(page.text)
    same = seen is not None and _is_same(text, seen, before)
    if wrong := unlike(page, finding.url, seen, before):
        return unknown(guide, key, wrong)
    if saved and not same and names_another(page, finding.url):
        return unknown(guide, key, _wrong_saved(page))
    finding.page, finding.text = page, text
    _moved(finding, answer.moved_to)
    _says_of_itself(finding, page, seen)
    if not same:
        _text(finding, seen, before)
    _modified(finding, guide, page, seen, same=same)
    if key == CODES_PAGE:
        _codes(finding, guide, document, seen)
    if not saved and not answer.moved_to and names_another(page, finding.url):
        own = f"it gives {_even(page.canonical)} as its own address"
        (finding.details if finding.needs_a_look else finding.known).append(own)
    if finding.kind is Kind.UNCHANGED and seen is None:
        finding.kind = Kind.FIRST
    return finding


def unknown(guide: Guide, key: str, reason: str) -> Finding:
    """Say of a source that nothing can be said of it, and why."""
    finding = _begun(guide, key, Kind.UNKNOWN)
    finding.details.append(f"{_even(reason)}: nothing can be said of it")
    return finding


def _begun(guide: Guide, key: str, kind: Kind) -> Finding:
    source = guide.sources[key]
    return Finding(key, source.title, source.url, kind, rests_on=rests_on(guide, key))


def _tell(finding: Finding, kind: Kind, detail: str) -> None:
    """Note something to look at; what weighs more stays what is said of the source."""
    weight = list(Kind).index
    finding.kind = max(finding.kind, kind, key=weight)
    finding.details.append(detail)


def _moved(finding: Finding, to: str) -> None:
    if to and to.rstrip("/") != finding.url.rstrip("/"):
        _tell(finding, Kind.MOVED, f"it is at {to} now: write that in data/sources.yml")


def _says_of_itself(finding: Finding, page: OfficialPage, seen: Seen | None) -> None:
    known = seen.notices if seen else ()
    said = [(notice.kind, _even(f"{notice.kind}: {notice.text}")) for notice in page.notices]
    finding.notices = tuple(dict.fromkeys(line for _, line in said))
    for kind, line in dict.fromkeys(said):
        text = line.partition(": ")[2]
        if line in known:
            finding.known.append(f"it says that it {_SAYS[kind]}: “{text}”")
        else:
            weight = Kind.ARCHIVED if kind is NoticeKind.ARCHIVED else Kind.CHANGED
            _tell(finding, weight, f"it says that it {_SAYS[kind]}: “{text}”")
    still = {str(kind) for kind, _ in said}
    for gone in dict.fromkeys(line.partition(": ")[0] for line in known):
        if gone not in still:
            _tell(finding, Kind.CHANGED, f"it no longer says that it {_SAYS.get(gone, gone)}")


def _even(text: str) -> str:
    """Return a text on one line without a sign that a terminal or a file might act on."""
    return " ".join(printable(text).split())


def _wrong_saved(page: OfficialPage) -> str:
    return (
        f"the saved page gives {page.canonical} as its address, so it is probably another one: save"
        " the right one, or mend the address in data/sources.yml"
    )


def _is_same(text: str, seen: Seen, before: str | None) -> bool:
    """Whether no word is different, however they are parted."""
    if seen.fingerprint == fingerprint_of(text):
        return True
    return before is not None and same_words(passages_of(before), passages_of(text))


def _text(finding: Finding, seen: Seen | None, before: str | None) -> None:
    if seen is None:
        return
    if before is None:
        why = f"what is different is not known, since its text of {seen.seen} is not here as it was"
        _tell(finding, Kind.CHANGED, f"its text is not the one of {seen.seen}; {why}")
        return
    (old, rest_before), (new, rest) = parted(before), parted(finding.text)
    finding.changes = differences(passages_of(old), passages_of(new))
    _tell(finding, Kind.CHANGED, f"its text is not the one of {seen.seen}")
    if rest_before != rest:
        some = finding.changes.changed or finding.changes.moved
        what = "what comes" if some else "something"
        how = "may have changed too" if some else "changed"
        beyond = f"{what} after the first {MOST:,} characters {how}: read on at {finding.url}"
        finding.details.append(beyond)


def _modified(
    finding: Finding, guide: Guide, page: OfficialPage, seen: Seen | None, *, same: bool
) -> None:
    """Tell of a page that was modified after a review, unless that day was looked at already."""
    if page.modified is None:
        return
    looked_at = seen is not None and seen.modified == page.modified.isoformat()
    earlier = [f"{title} ({on})" for title, on in _earlier_reviews(finding, guide, page.modified)]
    if not earlier:
        return
    more = len(earlier) - _MOST_REVIEWS
    named = ", ".join(earlier[:_MOST_REVIEWS]) + (f" and {more} more" if more > 0 else "")
    said = f"modified on {page.modified}, after the review of {named}"
    if looked_at:
        finding.known.append(said)
    else:
        words = "; no word of its text is different" if same else ""
        _tell(finding, Kind.CHANGED, f"{said}{words}")


def _earlier_reviews(finding: Finding, guide: Guide, day: date) -> Iterator[tuple[str, str]]:
    resting = {record.review for record in finding.rests_on}
    for review, title, record in reviewed(guide):
        if review in resting and record.reviewed_on.first < day:
            yield title, record.reviewed_on.iso


def _codes(finding: Finding, guide: Guide, document: html.HtmlElement, seen: Seen | None) -> None:
    known = set(seen.differences) if seen else set()
    try:
        finding.differences = tuple(code_differences(guide, listed_codes(document, guide.today)))
    except UnreadableError:
        # What was known stays so: it is not told anew when the table is there again.
        finding.differences = (_NO_TABLE,)
        finding.unread = tuple(sorted(known - {_NO_TABLE.key}))
    for difference in finding.differences:
        if difference.key in known:
            finding.known.append(difference.sentence)
        else:
            _tell(finding, Kind.CHANGED, difference.sentence)
