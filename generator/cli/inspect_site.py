"""`imp-guide inspect`: built HTML held against the data, whatever built it."""

from pathlib import Path

import click

from generator.cli.common import day, finish, format_option, project_root
from generator.guide import compile_guide
from generator.inspection.foot import expected_foot
from generator.inspection.site import inspect_site
from generator.problems.problem import errors


@click.command("inspect")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
def command(site: Path, kind: str | None) -> None:
    """Judge the built pages in the folder SITE: dates, notices, tables, missing pages."""
    root = project_root()
    compiled = compile_guide(root, day())
    if found := errors(compiled.problems):
        finish(found, root, kind)
    expected = [page.expected for page in compiled.pages.values() if page.expected]
    foot = expected_foot(compiled.guide) if compiled.guide else None
    finish(inspect_site(site, expected, compiled.redirects, foot=foot), root, kind)
