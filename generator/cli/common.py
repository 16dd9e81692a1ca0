"""What the commands share: the project, the day, and how problems are shown."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from generator.problems.problem import Problem, errors
from generator.problems.reports import ALL_GOOD, Format, report
from generator.reviews.revisions import resolve
from generator.source.clock import today
from generator.source.failing import NO_FOLDER

F = TypeVar("F", bound=Callable[..., Any])


def project_root() -> Path:
    """Return the guide's folder: the current one, or the nearest one above it.

    Raises:
        click.UsageError: there is none.
    """
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise click.UsageError(NO_FOLDER) from None
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "generator").is_dir():
            return folder
    message = "there is no guide here: go to its folder, the one with mkdocs.yml and data/"
    raise click.UsageError(message)


def day() -> date:
    """Return the day to judge by; where it is not set rightly, tell the problem and end."""
    found = today(os.environ)
    if isinstance(found, Problem):
        finish([found], Path())
    return found


def note_same_commit(root: Path, base: str) -> None:
    """Say so where the revision to compare with is the commit that the work stands on.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    if resolve(root, base) == resolve(root, "HEAD"):
        note = f"Note: {base} is the newest commit here: only what is not committed is compared."
        click.echo(note, err=True)


def format_option(command: F) -> F:
    """Give a command the option that chooses how problems are written."""
    return click.option(
        "--format",
        "kind",
        type=click.Choice([kind.value for kind in Format]),
        help="How to write problems. Inside GitHub Actions: github; elsewhere: text.",
    )(command)


def finish(
    problems: Iterable[Problem], root: Path, kind: str | None = None, good: str = ""
) -> NoReturn:
    """Write problems out and end, with status 1 if any of them stops a build.

    Args:
        problems: what was found.
        root: the project's folder.
        kind: how to write them; chosen by the surroundings if absent.
        good: what to say where nothing stops a build, if not everything was looked at.
    """
    listed = tuple(problems)
    inside = os.environ.get("GITHUB_ACTIONS") == "true"
    chosen = Format(kind) if kind else Format.GITHUB if inside else Format.TEXT
    click.echo(report(listed, root, chosen, good or ALL_GOOD))
    raise SystemExit(1 if errors(listed) else 0)
