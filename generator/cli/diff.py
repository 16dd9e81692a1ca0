"""`imp-guide diff`: what a change means, fact by fact and sentence by sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.common import day, note_same_commit, project_root
from generator.guide import compile_guide
from generator.reviews.branch import branch_since
from generator.reviews.formats import DiffFormat, written
from generator.reviews.report import report
from generator.reviews.revisions import RevisionError, files_at, fork_point


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format",
    "kind",
    type=click.Choice([kind.value for kind in DiffFormat]),
    default=DiffFormat.TEXT.value,
    show_default=True,
    help="markdown is the comment of a pull request.",
)
@click.option("--site", default="", help="In the comment: how to look at the pages, in a sentence.")
def command(base: str, head: str | None, kind: str, site: str) -> None:
    """Say what changed in the data since HEAD left git revision BASE.

    Without HEAD: since the current work left BASE, up to the files as they are.

    What to mend, what waits for the reviewer, facts, sentences and reviews, and the pages and
    tables that readers see changed. The order of keys, comments and line breaks are no change.
    """
    root, today = project_root(), day()
    try:
        if head is None:
            note_same_commit(root, base)
        began = fork_point(root, base, head or "HEAD")
        with files_at(root, began) as old, _files(root, head) as new:
            before = compile_guide(old, today)
            after = compile_guide(new, today, last=before)
        branch = branch_since(root, base, after.read, today, head or "HEAD")
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(written(report(before, after, branch), DiffFormat(kind), site))


@contextmanager
def _files(root: Path, revision: str | None) -> Iterator[Path]:
    if revision is None:
        yield root
        return
    with files_at(root, revision) as folder:
        yield folder
