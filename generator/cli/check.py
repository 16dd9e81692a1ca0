"""`imp-guide check`: the checks of the hook, without a build."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.cli.common import day, finish, format_option, note_same_commit, project_root
from generator.editing.generated import owners_note
from generator.editing.names import renew
from generator.guide import Compiled, compile_guide
from generator.problems.problem import Problem, Severity, in_order
from generator.problems.rulebook import RULES
from generator.reviews.branch import branch_since
from generator.reviews.coverage import uncovered
from generator.reviews.echoes import echoes
from generator.reviews.revisions import RevisionError
from generator.rules import check
from generator.watch.kept_texts import problems_of

_GOOD = {
    "data": "No problems: the data is sound.",
    "reviewer": "Nothing waits for the reviewer.",
}
"""The two verdicts, with what is said where there is nothing to say."""


@click.command("check")
@click.option(
    "--base",
    metavar="REVISION",
    help="Check as well what changed since the current work left this git revision: facts whose"
    " review did not move on, sentences that the reviewer has not seen, changes that readers are"
    " not told of, and lost addresses.",
)
@click.option(
    "--verdict",
    type=click.Choice(list(_GOOD)),
    help="Only one of the two verdicts: data, for all but what waits for the reviewer; reviewer,"
    " for that alone. Without it, both.",
)
@format_option
def command(base: str | None, verdict: str | None, kind: str | None) -> None:
    """Check data/ and content/ as a build does, without building."""
    root, today = project_root(), day()
    compiled = compile_guide(root, today)
    renew(root, compiled.read, os.environ)
    problems = list(compiled.problems)
    if base is not None:
        problems = _with_changes(root, base, compiled, today)
    elif verdict == "reviewer":
        raise click.UsageError("what waits for the reviewer is told with --base, as --base main")
    records = compiled.read
    sources = records.sources.record if records.sources else None
    problems += problems_of(root, sources)
    if verdict != "data" and (note := owners_note(root, records)):
        click.echo(note, err=True)
    finish(in_order(_of(verdict, problems)), root, kind, _GOOD.get(verdict or "", ""))


def _with_changes(root: Path, base: str, compiled: Compiled, today: date) -> list[Problem]:
    try:
        note_same_commit(root, base)
        branch = branch_since(root, base, compiled.read, today)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    # What stops nothing and is no news of this work is told without --base.
    now_at = {f.renamed_from: f.path for f in branch.changes}
    known = {
        (p.rule, p.message, now_at.get(p.place.path, p.place.path))
        for p in check(branch.before, today)
    }
    news = [
        p
        for p in compiled.problems
        if p.severity is not Severity.ADVICE or (p.rule, p.message, p.place.path) not in known
    ]
    return [*news, *uncovered(branch), *echoes(branch)]


def _of(verdict: str | None, problems: Iterable[Problem]) -> Iterable[Problem]:
    if verdict is None:
        return problems
    return [p for p in problems if RULES[p.rule].waits is (verdict == "reviewer")]
