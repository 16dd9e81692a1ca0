"""`imp-guide diff`: two states of the data compared fact by fact."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.common import day, note_same_commit, project_root
from generator.guide import compile_guide
from generator.reviews.changed_pages import changed_pages
from generator.reviews.diff import compare
from generator.reviews.formats import DiffFormat, written
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
)
def command(base: str, head: str | None, kind: str) -> None:
    """Compare the data of git revision BASE with that of HEAD.

    Without HEAD: what changed since the current work left BASE, up to the files as they are.

    Facts, wording, reviews, and the pages and tables that readers see changed. The order of keys,
    comments and line breaks are no change.
    """
    root, today = project_root(), day()
    try:
        if head is None:
            note_same_commit(root, base)
        began = base if head else fork_point(root, base)
        with files_at(root, began) as old, _files(root, head) as new:
            before, after = compile_guide(old, today), compile_guide(new, today)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    files, pages = compare(before.read, after.read), changed_pages(before, after)
    click.echo(written(files, pages, DiffFormat(kind)))


@contextmanager
def _files(root: Path, revision: str | None) -> Iterator[Path]:
    if revision is None:
        yield root
        return
    with files_at(root, revision) as folder:
        yield folder
