"""A reviewer's walk through one record: what is shown, what is asked, what may be recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from generator.cli.common import finish
from generator.guide import Compiled, compile_guide
from generator.model.category import Ended
from generator.model.guide import Guide
from generator.model.layout import review_name
from generator.model.meaning import Meaning
from generator.model.records import Entry
from generator.model.review import ReviewDate, Reviewed
from generator.model.site import Source
from generator.problems.phrases import counted
from generator.problems.problem import errors
from generator.reviews.coverage import in_short
from generator.reviews.diff import title_of
from generator.reviews.entry import Finding
from generator.reviews.recording import NotRecordedError, recorded
from generator.reviews.reviewing import (
    Since,
    Stated,
    since_review,
    sources,
    stated,
    subject_named,
    subjects,
)
from generator.reviews.values import Change
from generator.rules.names import hint
from generator.source.writing import write_text
from generator.watch.resting import rests_on

SEEN = "wording seen"


@dataclass(frozen=True, slots=True)
class Told:
    """What the command was told.

    Attributes:
        outcome: what came of the review; empty where it is asked.
        by: who looked, as a key; empty for the record's own reviewer.
        when: the day, or the month.
        note: what was found.
        history_unknown: whether to confirm although it is not known what changed.
    """

    outcome: str
    by: str
    when: ReviewDate
    note: str
    history_unknown: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    """A reviewed record, with the guide it belongs to and what changed since its last review."""

    guide: Guide
    compiled: Compiled
    entry: Entry[Reviewed]
    since: Since

    def stated(self, *meanings: Meaning) -> list[Stated]:
        return list(stated(self.guide, self.compiled.read, self.entry, *meanings))

    def sentences(self) -> list[tuple[str, str]]:
        """Return the sentences to look at: those that changed; all, where that is not known."""
        if self.since.unknown:
            found = self.stated(Meaning.SENTENCE, Meaning.NOTE)
            return [(said.name, said.value) for said in found]
        return [
            (change.name, after if after is not None else f"(removed) {before}")
            for change in self.since.sentences
            for before, after in change.pairs()
        ]


@dataclass(slots=True)
class Walk:
    """Walks through records, each read anew, since the last one may have been written.

    What did not change in between is taken over.

    Attributes:
        root: the project's folder.
        today: the day of the walk.
        told: what the command was told.
        asks: whether somebody is there to answer.
    """

    root: Path
    today: date
    told: Told
    asks: bool
    _last: Compiled | None = field(default=None, init=False)

    def names(self) -> list[str]:
        """Return the records of a yearly round; for wording, those with sentences to look at."""
        compiled = self._compiled()
        if compiled.guide is None:
            finish(errors(compiled.problems), self.root)
        known = subjects(compiled.read).items()
        open_now = [(name, entry) for name, entry in known if not isinstance(entry.record, Ended)]
        if self.told.outcome != SEEN:
            return [name for name, _entry in open_now]
        found = []
        for name, entry in open_now:
            since = since_review(self.root, compiled.read, entry)
            if since.sentences or since.unknown:
                found.append(name)
        return found

    def source_of(self, key: str) -> tuple[Guide, Source]:
        """Return the guide and an official page of it.

        Raises:
            click.UsageError: there is no page of this key.
        """
        compiled = self._compiled()
        if (guide := compiled.guide) is None:
            finish(errors(compiled.problems), self.root)
        if key not in guide.sources:
            near = hint(key, guide.sources, "data/sources.yml")
            raise click.UsageError(f"there is no source {key}: {near}")
        return guide, guide.sources[key]

    def resting(self, key: str) -> Iterator[str]:
        """Yield the records of such a round that rest on an official page, and say what in each.

        Raises:
            click.UsageError: there is no such page, or nothing rests on it.
        """
        guide, source = self.source_of(key)
        names = set(self.names())
        resting = rests_on(guide, key)
        found = [record for record in resting if record.review in names]
        if not found and self.told.outcome == SEEN and any(record.review for record in resting):
            at = f"{source.title} ({source.url})"
            message = f"no sentence of what rests on {at} changed since its last review"
            raise click.UsageError(f"{message}: there is nothing to see")
        if not found:
            raise click.UsageError(f"nothing to review rests on {source.title} ({source.url})")
        click.echo(f"{counted(len(found), 'record')} to review by {source.title}: {source.url}")
        for number, record in enumerate(found, 1):
            what = "; ".join(record.what)
            click.echo(f"\n{number} of {len(found)}: what rests on it there: {what}")
            yield record.review

    def record(self, name: str) -> None:
        """Show a record, ask what came of the review, and write that into its file.

        Raises:
            click.UsageError: it cannot be recorded so; the message says what to do.
        """
        subject = self._subject(name)
        _show(subject, facts=not self.asks and self.told.outcome != SEEN)
        by = self._reviewer(subject)
        outcome, note, unknown = self.told.outcome, self.told.note, self.told.history_unknown
        if self.asks:
            outcome, note, unknown = self._asked(subject)
        finding = Finding(self.told.when, by, outcome, note)
        if wrong := _contradiction(finding, subject, confirms_unknown=unknown):
            raise click.UsageError(wrong)
        path = subject.entry.path
        raw = (self.root / path).read_bytes().decode("utf-8")
        try:
            text = recorded(raw, path, finding)
        except NotRecordedError as error:
            raise click.UsageError(str(error)) from None
        write_text(self.root, path, text)
        click.echo(f"{path}: {finding.outcome} {finding.when.when}, written.")

    def _compiled(self) -> Compiled:
        self._last = compile_guide(self.root, self.today, last=self._last)
        return self._last

    def _subject(self, name: str) -> _Subject:
        compiled = self._compiled()
        known = subjects(compiled.read)
        found = subject_named(name, compiled.read)
        entry = known[found] if found else None
        wrong = errors(compiled.problems)
        # What cannot be read is no record, but whoever names it is told why.
        own = [p for p in wrong if {p.place.path, review_name(p.place.path)} & {name, found}]
        if own or compiled.guide is None:
            finish(own or wrong, self.root)
        if entry is None:
            near = hint(name, known, "data/categories/")
            raise click.UsageError(f"there is no record {name} that is reviewed: {near}")
        since = since_review(self.root, compiled.read, entry)
        return _Subject(compiled.guide, compiled, entry, since)

    def _asked(self, subject: _Subject) -> tuple[str, str, bool]:
        """Ask about each fact and each changed sentence.

        Returns:
            The outcome, a note, and whether the unknown history is no obstacle.
        """
        click.echo("\nHold each against its official page. Ctrl-C ends without writing anything.")
        told = self.told
        facts = [] if told.outcome == SEEN else subject.stated(Meaning.FACT)
        wrong = [
            fact.name
            for fact in facts
            if not _holds(f"{fact.name}: {fact.value}\n  [{fact.source}]\n  still right?")
        ]
        wrong += [
            name
            for name, text in subject.sentences()
            if not _holds(f"{name}: {text}\n  seen, and right?")
        ]
        if wrong:
            usual = told.note or f"To be mended: {', '.join(wrong)}."
            note = click.prompt("What is wrong, for readers", default=usual)
            return "problem found", note, told.history_unknown
        if told.outcome == SEEN:
            return SEEN, told.note, told.history_unknown
        unknown = told.history_unknown or (
            bool(subject.since.unknown)
            and click.confirm(
                f"It is not known what changed since the last review: {subject.since.unknown}.\n"
                "Did you read all of it anew, and confirm it although the history is unknown?"
            )
        )
        return ("changed" if subject.since.facts else "confirmed"), told.note, unknown

    def _reviewer(self, subject: _Subject) -> str:
        """Return who looked, before anything is asked of that person in vain."""
        reviewed_on = subject.entry.record.reviewed_on
        if self.told.when.last < reviewed_on.first:
            message = f"the last review is of {reviewed_on.human}: this one cannot be earlier"
            raise click.UsageError(message)
        known = subject.guide.reviewers
        by = self.told.by or subject.entry.record.reviewed_by
        if by not in known:
            message = f"there is no reviewer {by}: the keys are in data/reviewers.yml"
            raise click.UsageError(message)
        if (left := known[by].left) and self.told.when.first > left.last:
            raise click.UsageError(f"{known[by].name} left {left.when}: say with --by who looked")
        return by


def _contradiction(finding: Finding, subject: _Subject, *, confirms_unknown: bool) -> str:
    """Return how a finding contradicts the file or an earlier review; nothing if it does not."""
    since = subject.since
    facts = "; ".join(in_short(change) for change in since.facts)
    if finding.outcome == SEEN:
        return _cannot_be_seen(finding, subject)
    match finding.outcome:
        case "problem found" if not finding.note.strip():
            return "say with --note what is wrong, for readers"
        case "confirmed" if since.unknown and not confirms_unknown:
            return (
                f"it is not known what changed since the last review ({since.unknown}): read all of"
                " it anew, then say so with --history-unknown"
            )
        case "confirmed" if facts:
            return f"facts changed since the last review ({facts}): say `changed`"
        case "changed" if not facts and not since.unknown:
            return "no fact changed since the last review: say `confirmed`"
    return ""


def _cannot_be_seen(finding: Finding, subject: _Subject) -> str:
    record, since = subject.entry.record, subject.since
    if not since.sentences and not since.unknown:
        return "no sentence changed since the last review: there is nothing to see"
    if finding.by != record.reviewed_by:
        name = subject.guide.reviewers[record.reviewed_by].name
        return (
            f"the page stands in the name of {name}, who has to see its sentences; another"
            " reviewer has to review the whole of it"
        )
    return ""


def _show(subject: _Subject, *, facts: bool) -> None:
    record = subject.entry.record
    by = subject.guide.reviewers[record.reviewed_by].name
    click.echo(f"{title_of(subject.entry)}: last reviewed {record.reviewed_on.when} by {by}")
    if found := record.open_problem:
        click.echo(f"A problem was found {found.date.when}: {found.note}")
    click.echo("\nOfficial pages to hold it against:")
    for line in sources(subject.guide, record):
        click.echo(f"  {line}")
    click.echo("\nSince that review:")
    since = subject.since
    if since.unknown:
        click.echo(f"  not known: {since.unknown}")
    elif not (since.facts or since.sentences):
        click.echo("  no fact and no sentence changed")
    _show_changes("facts that changed", since.facts)
    _show_changes("sentences that changed, or that nobody reviewed yet", since.sentences)
    if facts:
        click.echo("\nFacts:")
        for fact in subject.stated(Meaning.FACT):
            click.echo(f"  {fact.name}: {fact.value}\n    [{fact.source}]")


def _show_changes(title: str, changes: Sequence[Change]) -> None:
    if changes:
        click.echo(f"  {title}:")
    for change in changes:
        for before, after in change.pairs():
            click.echo(f"    {change.name}")
            click.echo(f"      before: {before if before is not None else '(nothing)'}")
            click.echo(f"      now:    {after if after is not None else '(nothing)'}")


def _holds(question: str) -> bool:
    return click.confirm(question, default=None)
