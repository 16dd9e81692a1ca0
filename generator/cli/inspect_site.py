"""`imp-guide inspect`: built HTML held against the data, whatever built it."""

from pathlib import Path

import click

from generator.cli.common import day, finish, format_option, project_root
from generator.guide import compile_guide
from generator.inspection.foot import expected_foot
from generator.inspection.site import inspect_site
from generator.inspection.whole import lost_files
from generator.outputs.files import output_files
from generator.problems.problem import errors, in_order

OF_THE_ENGINE = ("404.html", "_headers", "search/search_index.json", "sitemap.xml")
"""What every site has besides its pages and what is made of the records."""


@click.command("inspect")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option
def command(site: Path, kind: str | None) -> None:
    """Judge the built site in the folder SITE: all of its files, and what each page must show."""
    root = project_root()
    compiled = compile_guide(root, day())
    if found := errors(compiled.problems):
        finish(found, root, kind)
    expected = [page.expected for page in compiled.pages.values() if page.expected]
    redirects = compiled.redirects
    made = output_files(compiled.guide, compiled.pages, "") if compiled.guide else ()
    pages = {*(page.html for page in expected), *(moved.html for moved in redirects)}
    lost = tuple(lost_files(site, {*made, *pages, *OF_THE_ENGINE}))
    # What is lost is told once; the rest is judged.
    gone = {problem.place.path for problem in lost}
    foot = expected_foot(compiled.guide) if compiled.guide else None
    found = inspect_site(site, expected, redirects, gone, foot)
    rest = (p for p in found if p.rule != "lost-file" or p.place.path not in gone)
    finish(in_order((*lost, *rest)), root, kind)
