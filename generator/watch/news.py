"""What is new on a page since somebody looked: its notices, its words, its day, its codes."""

from collections.abc import Iterator
from datetime import date

from lxml import html

from generator.model.guide import Guide
from generator.problems.phrases import on_one_line
from generator.watch.code_tables import listed_codes
from generator.watch.differences import differences
from generator.watch.findings import Finding, Kind
from generator.watch.kept_texts import MOST, parted
from generator.watch.lock import Seen
from generator.watch.page import NoticeKind, OfficialPage, UnreadableError, passages_of
from generator.watch.registry import Difference, code_differences, known_codes
from generator.watch.resting import reviewed

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


def tell_notices(finding: Finding, page: OfficialPage, seen: Seen | None) -> None:
    """Tell what a page says of itself; what it said already is only noted as known."""
    known = seen.notices if seen else ()
    said = [(notice.kind, on_one_line(f"{notice.kind}: {notice.text}")) for notice in page.notices]
    finding.notices = tuple(dict.fromkeys(line for _, line in said))
    for kind, line in dict.fromkeys(said):
        text = line.partition(": ")[2]
        if line in known:
            finding.known.append(f"it says that it {_SAYS[kind]}: “{text}”")
        else:
            weight = Kind.ARCHIVED if kind is NoticeKind.ARCHIVED else Kind.CHANGED
            finding.tell(weight, f"it says that it {_SAYS[kind]}: “{text}”")
    still = {str(kind) for kind, _ in said}
    for gone in dict.fromkeys(line.partition(": ")[0] for line in known):
        if gone not in still:
            finding.tell(Kind.CHANGED, f"it no longer says that it {_SAYS.get(gone, gone)}")


def tell_text(finding: Finding, seen: Seen | None, before: str | None) -> None:
    """Tell how the text of a page differs from what it was, as far as that is known."""
    if seen is None:
        return
    if before is None:
        why = f"what is different is not known, since its text of {seen.seen} is not here as it was"
        finding.tell(Kind.CHANGED, f"its text is not the one of {seen.seen}; {why}")
        return
    (old, rest_before), (new, rest) = parted(before), parted(finding.text)
    finding.changes = differences(passages_of(old), passages_of(new))
    finding.tell(Kind.CHANGED, f"its text is not the one of {seen.seen}")
    if rest_before != rest:
        some = finding.changes.changed or finding.changes.moved
        what = "what comes" if some else "something"
        how = "may have changed too" if some else "changed"
        beyond = f"{what} after the first {MOST:,} characters {how}: read on at {finding.url}"
        finding.details.append(beyond)


def tell_day(
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
        finding.tell(Kind.CHANGED, f"{said}{words}")


def _earlier_reviews(finding: Finding, guide: Guide, day: date) -> Iterator[tuple[str, str]]:
    resting = {record.review for record in finding.rests_on}
    for review, title, record in reviewed(guide):
        if review in resting and record.reviewed_on.first < day:
            yield title, record.reviewed_on.iso


def tell_codes(
    finding: Finding, guide: Guide, document: html.HtmlElement, seen: Seen | None
) -> None:
    """Tell where the code registry differs from the tables of a page, each difference once."""
    known = set(seen.differences) if seen else set()
    try:
        listed = listed_codes(document, guide.today, known_codes(guide))
        finding.differences = tuple(code_differences(guide, listed))
    except UnreadableError:
        # What was known stays so: it is not told anew when the table is there again.
        finding.differences = (_NO_TABLE,)
        finding.unread = tuple(sorted(known - {_NO_TABLE.key}))
    for difference in finding.differences:
        if difference.key in known:
            finding.known.append(difference.sentence)
        else:
            finding.tell(Kind.CHANGED, difference.sentence)
