"""`imp-guide check`: the checks of the hook, without a build."""

import click

from generator.cli.common import day, finish, format_option, note_same_commit, project_root
from generator.editing.generated import owners_note
from generator.guide import compile_guide
from generator.model.load import load
from generator.problems.problem import in_order
from generator.reviews.coverage import uncovered
from generator.reviews.revisions import RevisionError, files_at, fork_point


@click.command("check")
@click.option(
    "--base",
    metavar="REVISION",
    help="Check as well what changed since the current work left this git revision: facts whose"
    " review did not move on, or that readers are not told of, and lost addresses.",
)
@format_option
def command(base: str | None, kind: str | None) -> None:
    """Check data/ and content/ as a build does, without building."""
    root = project_root()
    compiled = compile_guide(root, day())
    problems = list(compiled.problems)
    if base is not None:
        try:
            note_same_commit(root, base)
            with files_at(root, fork_point(root, base)) as earlier:
                problems += uncovered(load(earlier)[0], compiled.read)
        except RevisionError as error:
            raise click.UsageError(str(error)) from None
    if (reviewers := compiled.read.reviewers) and (note := owners_note(root, reviewers.record)):
        click.echo(note, err=True)
    finish(in_order(problems), root, kind)
