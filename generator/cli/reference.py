"""`imp-guide reference`: writes the schemas, the editors' reference and the code owners."""

import click

from generator.cli.common import project_root
from generator.editing.generated import out_of_date, write


@click.command("reference")
@click.option("--check", is_flag=True, help="Write nothing; only tell what is out of date.")
def command(check: bool) -> None:
    """Write the files that are made from the records: schemas, data/README.md, CODEOWNERS."""
    root = project_root()
    paths = out_of_date(root) if check else write(root)
    for path in paths:
        click.echo(f"{path}: out of date: run `make reference`" if check else f"{path}: written")
    if not paths:
        click.echo("Everything is up to date.")
    raise SystemExit(1 if check and paths else 0)
