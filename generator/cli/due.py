"""`imp-guide due`: the reviews that fall due, and for whom."""

import re

import click

from generator.cli.common import day, finish, project_root
from generator.guide import compile_guide
from generator.problems.problem import errors
from generator.reviews.due import DueFormat, due_within, written

_DAYS = re.compile(r"(\d{1,4})d?")


def days_option(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """Read a number of days, as `60d`; None where none is asked for."""
    if value is None:
        return None
    if not (found := _DAYS.fullmatch(value)):
        raise click.BadParameter(f"`{value}` is no number of days: write it as 60d")
    return int(found[1])


@click.command("due")
@click.option(
    "--within",
    "days",
    default="60d",
    show_default=True,
    callback=days_option,
    help="How far to look.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice([kind.value for kind in DueFormat]),
    default=DueFormat.TEXT.value,
    show_default=True,
)
def command(days: int, kind: str) -> None:
    """List the reviews that are overdue or fall due soon, the first due first."""
    root = project_root()
    compiled = compile_guide(root, day())
    if compiled.guide is None:
        finish(errors(compiled.problems), root)
    click.echo(written(due_within(compiled.guide, days), days, DueFormat(kind)))
