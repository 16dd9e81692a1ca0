"""`imp-guide watch`: has an official page changed since the facts were reviewed?"""

import os
import sys
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.common import day, finish, project_root
from generator.guide import compile_guide
from generator.problems.problem import errors
from generator.problems.progress import Progress
from generator.watch.fetch import Fetcher, Limits
from generator.watch.judge import Finding, judge
from generator.watch.lock import Seen, read_lock, write_lock
from generator.watch.report import WatchFormat, status, written


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
    for key, source in guide.sources.items():
        answer = fetcher.fetch(source.url)
        findings.append(judge(guide, key, answer, seen.get(key), folder / "texts"))
        progress.step()
    progress.stop()
    if update:
        keep(root, folder / "texts", findings, seen, today.isoformat())
    click.echo(written(findings, WatchFormat(kind)))
    raise SystemExit(status(findings))


def agent() -> str:
    """Return what we call ourselves: the program, its version, and where it can be read about."""
    site = os.environ.get("GUIDE_SITE_URL", "")
    return f"imp-guide/{version('imp-guide')}{f' (+{site})' if site else ''}"


def keep(
    root: Path, texts: Path, findings: list[Finding], seen: dict[str, Seen], today: str
) -> None:
    """Keep what was read; of a source that could not be read, what was seen before."""
    now = {finding.key: seen[finding.key] for finding in findings if finding.key in seen}
    for finding in findings:
        if (page := finding.page) is None:
            continue
        modified = page.modified.isoformat() if page.modified else ""
        now[finding.key] = Seen(finding.url, modified, page.fingerprint, today)
        texts.mkdir(parents=True, exist_ok=True)
        text = "\n".join(page.lines)
        (texts / f"{page.fingerprint}.txt").write_text(text, encoding="utf-8")
    write_lock(root, now)
