"""`imp-guide sbom`: the packages that the site is built with, for whoever has to know them."""

import json
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.common import project_root
from generator.outputs.materials import OWN, VERSION, LockError, bill_of_materials
from generator.problems.problem import Problem
from generator.source.files import read_text
from generator.source.writing import write_text

_LOCK = "requirements.lock"


class _UnreadableLockError(click.ClickException):
    exit_code = 2


@click.command("sbom")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write a bill of materials to FILE: what requirements.lock installs, as CycloneDX JSON."""
    lock = read_text(project_root(), _LOCK)
    if isinstance(lock, Problem):
        said = f"{_LOCK} cannot be read: `git checkout {_LOCK}` brings it back"
        raise _UnreadableLockError(said)
    try:
        bill = bill_of_materials(lock, version(OWN))
    except LockError as error:
        said = f"{_LOCK}:{error.line}: {error}: run `make lock`, which writes it again"
        raise _UnreadableLockError(said) from None
    write_text(file.parent, file.name, f"{json.dumps(bill, indent=2)}\n")
    click.echo(f"{file}: {len(bill['components'])} packages, CycloneDX {VERSION}.")
