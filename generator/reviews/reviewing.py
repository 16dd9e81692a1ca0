"""What a reviewer walks through: each reviewed record, what it states, and what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.category import Category
from generator.model.guide import Guide
from generator.model.layout import CONTENT, COVERED_BY, review_name
from generator.model.load import load
from generator.model.meaning import Meaning
from generator.model.records import Entry, Records
from generator.model.review import Reviewed
from generator.reviews.branch import state_seen
from generator.reviews.coverage import changed
from generator.reviews.diff import said_by
from generator.reviews.history import Known, Unknown
from generator.reviews.revisions import files_at
from generator.reviews.values import Change


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact or a sentence that readers see in the reviewer's name.

    Attributes:
        name: its key in words, as in ``employer: fee``.
        value: what it says, whole.
        source: the official pages to hold it against, by title.
    """

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last review.

    Attributes:
        facts: the facts that are different.
        sentences: the sentences that are different, or that nobody reviewed yet.
        unknown: why that cannot be told; empty where it can.
    """

    facts: tuple[Change, ...] = ()
    sentences: tuple[Change, ...] = ()
    unknown: str = ""


def subjects(records: Records) -> dict[str, Entry[Reviewed]]:
    """Return every reviewed record by the name under which `imp-guide review` takes it."""
    return {review_name(entry.path): entry for entry in records.reviewed("reviewed_on")}


def subject_named(name: str, records: Records) -> str | None:
    """Return the name of the record that somebody means: by slug, file or address."""
    known = subjects(records)
    plain = name.strip("/").removesuffix(".yml")
    page = plain.removesuffix(".md")
    candidates = (
        name,
        review_name(f"{plain}.yml"),
        plain.removeprefix("categories/"),
        f"{CONTENT}/{page}.md",
        f"{CONTENT}/{page}/index.md",
        f"{page}.md",
        f"{CONTENT}/index.md" if not page else "",
    )
    return next((candidate for candidate in candidates if candidate in known), None)


def stated(
    guide: Guide, records: Records, entry: Entry[Reviewed], *meanings: Meaning
) -> Iterator[Stated]:
    """Yield what a review of a record covers, in the order of its files.

    Args:
        guide: the guide.
        records: the records it is made of.
        entry: the reviewed record.
        meanings: facts, sentences or both.
    """
    titles = {name: source.title for name, source in guide.sources.items()}
    own, of_codes = _sources(guide, entry.record, titles)
    for file in _covered(records, entry):
        for change in said_by(file):
            if change.meaning in meanings and change.after is not None:
                prefix = "" if file is entry else f"{file.path}: "
                by = of_codes if change.key == ("codes",) else own
                yield Stated(f"{prefix}{change.name}", change.after, by)


def sources(guide: Guide, record: Reviewed) -> list[str]:
    """Return the pages that the facts rest on, each with what it settles."""
    found = [record.verify.url]
    if isinstance(record, Category):
        found += [source.url for source in guide.sources_of(record).values()]
    settles = {source.url: source.settles for source in guide.sources.values()}
    return [f"{url}: {settles.get(url, 'the page of the notice')}" for url in dict.fromkeys(found)]


def since_review(root: Path, records: Records, entry: Entry[Reviewed]) -> Since:
    """Return what changed since the last review of a record, as git knows it.

    Facts since the date was renewed; sentences since anybody last looked.
    """
    facts = _commit(root, entry, wording=False)
    if isinstance(facts, Unknown):
        return Since(unknown=facts.reason)
    seen = _commit(root, entry, wording=True)
    found = changed(_records_at(root, facts, records), records, entry.path)
    if isinstance(seen, Unknown) or seen == facts:
        return Since(*found)
    looked = changed(_records_at(root, seen, records), records, entry.path)
    return Since(found[0], looked[1])


def _commit(root: Path, entry: Entry[Reviewed], *, wording: bool) -> str | Unknown:
    """Return the commit that the last review saw, or why that is not known."""
    match state_seen(root, entry, wording=wording):
        case Known(state):
            return state.commit
        case Unknown() as unknown:
            return unknown
    return Unknown("the last review is not committed yet")


def _records_at(root: Path, commit: str, now: Records) -> Records:
    with files_at(root, commit) as folder:
        return load(folder, now.by_file())[0]


def _covered(records: Records, entry: Entry[Reviewed]) -> Iterator[Entry[Any]]:
    yield entry
    for name, page in COVERED_BY.items():
        if page == entry.path and (file := getattr(records, name)) is not None:
            yield file


def _sources(guide: Guide, record: Reviewed, titles: dict[str, str]) -> tuple[str, str]:
    if not isinstance(record, Category):
        own = titles.get(record.verify.source or "", "the page of the notice")
        return own, own
    own = ", ".join(titles[name] for name in record.sources) or "the page of the notice"
    codes = {entry.history.source for entry in guide.codes_of(record)}
    return own, ", ".join(titles[name] for name in sorted(filter(None, codes))) or own
