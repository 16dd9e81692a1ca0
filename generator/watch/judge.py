"""What the official pages say now, held against what was seen and when facts were reviewed."""

from generator.model.guide import Guide
from generator.problems.phrases import on_one_line
from generator.watch.answer import Answer, Fate
from generator.watch.findings import Finding, Kind
from generator.watch.identity import names_another, unlike
from generator.watch.kept_texts import fingerprint_of, kept_form
from generator.watch.lock import Seen
from generator.watch.news import tell_codes, tell_day, tell_notices, tell_text
from generator.watch.page import OfficialPage, UnreadableError, parse, passages_of, read_page
from generator.watch.resting import rests_on
from generator.watch.same_words import same_words

CODES_PAGE = "exemption-codes"
"""The source whose tables are held against the code registry."""


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
    if wrong := unlike(page, guide.sources[key], seen, before):
        return unknown(guide, key, wrong)
    if saved and not same and names_another(page, finding.url):
        return unknown(guide, key, _wrong_saved(page))
    finding.page, finding.text = page, text
    _moved(finding, answer.moved_to)
    tell_notices(finding, page, seen)
    if not same:
        tell_text(finding, seen, before)
    tell_day(finding, guide, page, seen, same=same)
    if key == CODES_PAGE:
        tell_codes(finding, guide, document, seen)
    if not saved and not answer.moved_to and names_another(page, finding.url):
        own = f"it gives {on_one_line(page.canonical)} as its own address"
        (finding.details if finding.needs_a_look else finding.known).append(own)
    if finding.kind is Kind.UNCHANGED and seen is None:
        finding.kind = Kind.FIRST
    return finding


def unknown(guide: Guide, key: str, reason: str) -> Finding:
    """Say of a source that nothing can be said of it, and why."""
    finding = _begun(guide, key, Kind.UNKNOWN)
    finding.details.append(f"{on_one_line(reason)}: nothing can be said of it")
    return finding


def _begun(guide: Guide, key: str, kind: Kind) -> Finding:
    source = guide.sources[key]
    return Finding(key, source.title, source.url, kind, rests_on=rests_on(guide, key))


def _moved(finding: Finding, to: str) -> None:
    if to and to.rstrip("/") != finding.url.rstrip("/"):
        finding.tell(Kind.MOVED, f"it is at {to} now: write that in data/sources.yml")


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
