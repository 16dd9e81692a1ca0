"""`imp-guide review`: a reviewer walks through what a page states, and records what came of it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import cast, get_args

import click
from pydantic_core import PydanticCustomError

from generator.cli.common import day, finish, project_root
from generator.guide import Compiled, compile_guide
from generator.model.category import Category, Outcome
from generator.model.guide import Guide
from generator.model.layout import CATEGORIES
from generator.model.load import load
from generator.model.review import ReviewDate, parse_review_date
from generator.problems.problem import errors
from generator.reviews.coverage import in_short
from generator.reviews.reviewing import Finding, changed_since, recorded, sources, stated
from generator.reviews.revisions import RevisionError, files_at, last_change
from generator.reviews.values import Change
from generator.rules.names import hint

_OUTCOMES = get_args(Outcome)


@click.command("review")
@click.argument("slug", metavar="CATEGORY")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="What came of it.")
@click.option("--by", help="Who looked: a key of data/reviewers.yml.")
@click.option("--date", "when", help="When: 2026-11-20, or 2026-11. Today if absent.")
@click.option("--note", default="", help="What was found; needed for a problem.")
def command(slug: str, outcome: str | None, by: str | None, when: str | None, note: str) -> None:
    """Walk through the facts of CATEGORY beside their sources, then record the review.

    At a terminal each fact is asked about. Elsewhere give --outcome. A problem that was found is
    recorded, but never renews the date.
    """
    root, today = project_root(), day()
    compiled = compile_guide(root, today)
    guide, category = _category(root, compiled, slug)
    changes = _changes(root, compiled, slug)
    _show(guide, category, changes)
    if outcome is None:
        outcome, note = _asked(guide, category, changes, note)
    finding = Finding(
        _when(when, today), _reviewer(guide, by or category.reviewed_by), _outcome(outcome), note
    )
    _sound(finding, category, changes)
    file = root / CATEGORIES / f"{slug}.yml"
    file.write_text(recorded(file.read_text(encoding="utf-8"), finding), encoding="utf-8")
    click.echo(f"{CATEGORIES}/{slug}.yml: {finding.outcome} {finding.when.when}, written.")


def _category(root: Path, compiled: Compiled, slug: str) -> tuple[Guide, Category]:
    wrong = [p for p in errors(compiled.problems) if p.place.path == f"{CATEGORIES}/{slug}.yml"]
    if wrong or compiled.guide is None:
        finish(wrong or errors(compiled.problems), root)
    if slug not in compiled.guide.categories:
        advice = hint(slug, compiled.guide.categories, f"{CATEGORIES}/")
        raise click.UsageError(f"there is no category {slug}: {advice}")
    return compiled.guide, compiled.guide.categories[slug]


def _changes(root: Path, compiled: Compiled, slug: str) -> list[Change] | None:
    """Return what changed since the review's date was last written; None where git cannot tell."""
    try:
        revision = last_change(root, f"{CATEGORIES}/{slug}.yml", "^reviewed_on:")
        with files_at(root, revision) as earlier:
            return changed_since(load(earlier)[0], compiled.read, slug)
    except RevisionError:
        return None


def _show(guide: Guide, category: Category, changes: Sequence[Change] | None) -> None:
    by = guide.reviewers[category.reviewed_by].name
    click.echo(f"{category.title}: last reviewed {category.reviewed_on.when} by {by}")
    click.echo("\nOfficial pages to hold the facts against:")
    for line in sources(guide, category):
        click.echo(f"  {line}")
    click.echo("\nSince that review:")
    if changes is None:
        click.echo("  not known: git has no history of this file")
    else:
        for change in changes:
            click.echo(f"  {in_short(change)}")
        if not changes:
            click.echo("  no fact changed")
    if sys.stdin.isatty():
        return  # each is asked about
    click.echo("\nFacts:")
    for fact in stated(guide, category):
        click.echo(f"  {fact.name}: {fact.value}\n    [{fact.source}]")


def _asked(
    guide: Guide, category: Category, changes: Sequence[Change] | None, note: str
) -> tuple[str, str]:
    """Ask about each fact; return the outcome and a note."""
    if not sys.stdin.isatty():
        raise click.UsageError("without a terminal, say with --outcome what came of the review")
    click.echo("\nHold each fact against its official page. Ctrl-C ends without writing anything.")
    wrong = [
        fact.name
        for fact in stated(guide, category)
        if not click.confirm(
            f"{fact.name}: {fact.value}\n  [{fact.source}]\n  still right?", default=None
        )
    ]
    if wrong:
        usual = note or f"To be mended: {', '.join(wrong)}."
        return "problem found", click.prompt("What is wrong, for the register", default=usual)
    return ("changed" if changes else "confirmed"), note


def _when(text: str | None, today: date) -> ReviewDate:
    if text is None:
        return ReviewDate(today, exact=True)
    with _usage():
        found: ReviewDate = parse_review_date(text)
    if found.first > today:
        raise click.UsageError(f"{text} is in the future: today is {today}")
    return found


def _reviewer(guide: Guide, by: str) -> str:
    if by not in guide.reviewers:
        advice = hint(by, guide.reviewers, "data/reviewers.yml")
        raise click.UsageError(f"there is no reviewer {by}: {advice}")
    return by


def _outcome(text: str) -> Outcome:
    return cast("Outcome", text)


def _sound(finding: Finding, category: Category, changes: Sequence[Change] | None) -> None:
    """Refuse a record that contradicts the file, or an earlier review."""
    facts = [change for change in changes or () if change.key[0] != "changes"]
    if finding.outcome == "problem found" and not finding.note.strip():
        raise click.UsageError("say with --note what is wrong")
    if finding.outcome == "confirmed" and facts:
        told = "; ".join(in_short(change) for change in facts)
        raise click.UsageError(f"facts changed since the last review ({told}): say `changed`")
    if finding.outcome == "changed" and changes is not None and not facts:
        raise click.UsageError("no fact changed since the last review: say `confirmed`")
    if finding.when.first < category.reviewed_on.first:
        message = f"the last review is of {category.reviewed_on.iso}: this one cannot be earlier"
        raise click.UsageError(message)


@contextmanager
def _usage() -> Iterator[None]:
    try:
        yield
    except PydanticCustomError as error:
        raise click.UsageError(error.message()) from None
