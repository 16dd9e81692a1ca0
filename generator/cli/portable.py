"""`imp-guide portable`: a copy of the built site that opens from disk."""

from pathlib import Path

import click

from generator.cli.common import project_root
from generator.inspection.whole import write_sums
from generator.outputs.portable import PAGE, copy_portable
from generator.source.beside import FolderBeside
from generator.source.failing import sentence
from generator.source.writing import WriteRefusedError

# What people write; a copy among it would be taken for a part of it.
_WRITTEN = ("data", "content", "generator", "overrides", "tests", ".git", ".github", ".ci")


class _RefusedError(click.ClickException):
    exit_code = 2


@click.command("portable")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
def command(site: Path, folder: Path) -> None:
    """Copy the built pages in SITE to FOLDER, so that they open without a server.

    FOLDER may be moved anywhere: its index.html opens in a browser, and links lead on from there.
    The search alone still needs a server.
    """
    _refuse(project_root(), site, folder)
    pages = _copied(site, folder)
    click.echo(f"{folder}: {pages} pages. Open {folder}/{PAGE} in a browser.")


def _copied(site: Path, folder: Path) -> int:
    """Copy a site, whole or not at all, and return its number of pages."""
    try:
        with FolderBeside(folder) as beside:
            pages = copy_portable(site, beside.folder)
            write_sums(beside.folder)
            beside.take_place()
    except WriteRefusedError as error:
        raise _RefusedError(str(error)) from None
    except OSError as error:
        raise _RefusedError(f"{folder} was not written: {sentence(error)}") from None
    return pages


def _refuse(root: Path, site: Path, folder: Path) -> None:
    """Refuse a folder that holds anything, or that lies among what is copied or written.

    Raises:
        click.UsageError: the folder, or the site, is none that can be used.
    """
    if not (site / PAGE).is_file():
        raise click.UsageError(f"{site} holds no {PAGE}: run `make build`, and name its folder")
    inside = next((kept for kept in _kept(root, site) if _within(folder, kept)), None)
    if inside is not None:
        raise click.UsageError(f"{folder} lies in {inside}: name a folder outside of it")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is there already: empty it, or name another folder")


def _kept(root: Path, site: Path) -> list[Path]:
    return [site, *(root / name for name in _WRITTEN)]


def _within(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())
