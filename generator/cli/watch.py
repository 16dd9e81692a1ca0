"""`imp-guide watch`: has an official page changed since the facts were reviewed?"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.common import day, finish, project_root
from generator.guide import compile_guide
from generator.problems.problem import errors
from generator.problems.progress import Progress
from generator.source.writing import WriteRefusedError, write_text
from generator.watch.fetch import Fetcher, Limits
from generator.watch.judge import Finding, judge
from generator.watch.lock import Seen, read_lock, write_lock
from generator.watch.report import WatchFormat, status, written

_TEXTS = "texts"
"""The folder of the cache in which earlier texts are kept."""


@click.command("watch")
@click.option("--update", is_flag=True, help="Keep what is seen now in data/sources.lock.json.")
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".cache/imp-guide"),
    show_default=True,
    help="Where pages and earlier texts are kept.",
)
@click.option(
    "--pause", default=Limits().pause, show_default=True, help="Seconds between requests."
)
@click.option(
    "--format",
    "kind",
    type=click.Choice([kind.value for kind in WatchFormat]),
    default=WatchFormat.TEXT.value,
    show_default=True,
)
def command(update: bool, cache: Path, pause: float, kind: str) -> None:
    """Fetch each source of data/sources.yml once, and say what needs a look.

    Ends with status 0 where nothing does, 1 where something does, 3 where sources could not be
    read. It changes no review date.
    """
    root, today = project_root(), day()
    compiled = compile_guide(root, today)
    if (guide := compiled.guide) is None:
        finish(errors(compiled.problems), root)
    try:
        seen = read_lock(root)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    folder = root / cache
    fetcher = Fetcher(agent(), folder, Limits(pause=pause))
    progress = Progress(sys.stderr, os.environ)
    progress.start(len(guide.sources))
    findings = []
    try:
        for key, source in guide.sources.items():
            with _in_cache(folder):
                answer = fetcher.fetch(source.url)
            findings.append(judge(guide, key, answer, seen.get(key), folder / _TEXTS))
            progress.step()
    finally:
        progress.stop()
    if update:
        keep(root, folder, findings, seen, today.isoformat())
    click.echo(written(findings, WatchFormat(kind)))
    raise SystemExit(status(findings))


def agent() -> str:
    """Return what we call ourselves: the program, its version, and where it can be read about."""
    site = os.environ.get("GUIDE_SITE_URL", "")
    return f"imp-guide/{version('imp-guide')}{f' (+{site})' if site else ''}"


def keep(
    root: Path, cache: Path, findings: list[Finding], seen: dict[str, Seen], today: str
) -> None:
    """Keep what was read; of a source that could not be read, what was seen before.

    The lock comes last: it names no text that is not kept.

    Raises:
        WriteRefusedError: a file cannot be written; the lock is as before.
    """
    now = {finding.key: seen[finding.key] for finding in findings if finding.key in seen}
    for finding in findings:
        if (page := finding.page) is None:
            continue
        modified = page.modified.isoformat() if page.modified else ""
        now[finding.key] = Seen(finding.url, modified, page.fingerprint, today)
        with _in_cache(cache):
            write_text(cache, f"{_TEXTS}/{page.fingerprint}.txt", "\n".join(page.lines))
    write_lock(root, now)


@contextmanager
def _in_cache(cache: Path) -> Iterator[None]:
    """Say where the cache is, of which a file cannot be written: it can be anywhere."""
    try:
        yield
    except WriteRefusedError as error:
        raise WriteRefusedError(f"in {cache}: {error}") from None
