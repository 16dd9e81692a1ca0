"""`imp-guide watch`: has an official page changed since the facts were reviewed?"""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from generator.cli.common import day, project_root
from generator.cli.due import days_option
from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.problems.problem import errors
from generator.problems.progress import Progress
from generator.problems.reports import Format
from generator.problems.reports import report as problems_report
from generator.reviews.due import due_within
from generator.source.failing import tell
from generator.source.files import link_on_the_way
from generator.source.writing import WriteRefusedError
from generator.watch.answer import Answer
from generator.watch.fetch import Fetcher, Limits
from generator.watch.findings import Finding
from generator.watch.issue import as_markdown
from generator.watch.judge import judge, unknown
from generator.watch.kept_texts import keep, kept_text
from generator.watch.lock import DamagedLockError, Seen, read_lock
from generator.watch.report import FAILED, Report, WatchFormat, as_json, as_text, status
from generator.watch.saved import saved_page, strangers

_WRITTEN = {
    WatchFormat.TEXT: as_text,
    WatchFormat.MARKDOWN: as_markdown,
    WatchFormat.JSON: as_json,
}


@click.command("watch")
@click.option(
    "--update",
    is_flag=True,
    help="Keep what is seen now, in data/sources.lock.json and data/seen: it counts as looked at.",
)
@click.option(
    "--from",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Read pages that were saved in this folder, each as KEY.html, and fetch nothing.",
)
@click.option(
    "--due",
    "days",
    default=None,
    callback=days_option,
    metavar="DAYS",
    help="Tell as well which reviews fall due within so many days, as 60d. In JSON, the sources are"
    " then under `sources` and the reviews under `due`.",
)
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(".cache/imp-guide"),
    show_default=True,
    help="Where fetched pages are kept, so that a host need not send them again.",
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
def command(  # noqa: PLR0913 - one for each option
    *, update: bool, folder: Path | None, days: int | None, cache: Path, pause: float, kind: str
) -> None:
    """Fetch each source of data/sources.yml once, and say what needs a look, and what rests on it.

    Ends with status 0 where nothing does, 1 where something does, 3 where sources could not be
    read, 4 where the watch itself failed and says nothing of any page. It changes no review date.
    """
    root, today = project_root(), day()
    try:
        guide = _guide(root, today)
        seen = read_lock(root, today)
        answer = _saved(folder, guide) if folder else _fetched(root, cache, pause)
        findings = _findings(root, guide, seen, answer, saved=folder is not None)
        if update:
            _keep(root, findings, seen, today)
        due = None if days is None else due_within(guide, days)
        report = Report(findings, folder is not None, due, days or 0)
        click.echo(_WRITTEN[WatchFormat(kind)](report))
    except DamagedLockError as error:
        raise click.UsageError(str(error)) from None
    except (click.ClickException, WriteRefusedError, BrokenPipeError):
        raise
    except OSError as error:
        tell(error)
        raise SystemExit(FAILED) from None
    except Exception:  # noqa: BLE001 - whatever it is, it must not look like a finding
        click.echo(f"The watch itself failed:\n{traceback.format_exc()}", err=True)
        raise SystemExit(FAILED) from None
    raise SystemExit(status(report))


def agent() -> str:
    """Return what we call ourselves: the program, its version, and where it can be read about."""
    site = os.environ.get("GUIDE_SITE_URL", "")
    return f"imp-guide/{version('imp-guide')}{f' (+{site})' if site else ''}"


def _guide(root: Path, today: date) -> Guide:
    compiled = compile_guide(root, today)
    if compiled.guide is None:
        click.echo(problems_report(errors(compiled.problems), root, Format.TEXT, ""), err=True)
        click.echo("The guide cannot be read, so no page was asked for: mend that first.", err=True)
        raise SystemExit(FAILED)
    return compiled.guide


def _fetched(root: Path, given: Path, pause: float) -> Callable[[str, str], Answer]:
    cache = root / given
    if not given.is_absolute() and (linked := link_on_the_way(root, given.as_posix())):
        raise click.UsageError(f"{linked} is a link to another place: put the folder itself here")
    fetcher = Fetcher(agent(), cache, Limits(pause=pause))

    def answer(_key: str, url: str) -> Answer:
        try:
            return fetcher.fetch(url)
        except WriteRefusedError as error:
            # The cache can be anywhere: say where.
            raise WriteRefusedError(f"in {cache}: {error}") from None

    return answer


def _saved(folder: Path, guide: Guide) -> Callable[[str, str], Answer]:
    for name in strangers(folder, guide.sources):
        click.echo(f"Note: {name} is named like no source of data/sources.yml.", err=True)
    return lambda key, _url: saved_page(folder, key, Limits().size)


def _findings(
    root: Path,
    guide: Guide,
    seen: dict[str, Seen],
    answer: Callable[[str, str], Answer],
    *,
    saved: bool,
) -> list[Finding]:
    progress = Progress(sys.stderr, os.environ)
    progress.start(len(guide.sources))
    found = []
    try:
        for key, source in guide.sources.items():
            said = answer(key, source.url)
            before = seen.get(key)
            text = kept_text(root, key, before)
            try:
                found.append(judge(guide, key, said, before, text, saved=saved))
            except Exception as error:  # noqa: BLE001 - one odd page must not hide the others
                reason = f"the watch cannot cope with it ({type(error).__name__}: {error})"
                found.append(unknown(guide, key, reason))
            progress.step()
    finally:
        progress.stop()
    return found


def _keep(root: Path, findings: Sequence[Finding], seen: dict[str, Seen], today: date) -> None:
    """Keep what was read; of a source that could not be read, what was seen before.

    Raises:
        WriteRefusedError: a file cannot be written.
    """
    now = {finding.key: seen[finding.key] for finding in findings if finding.key in seen}
    texts = {}
    for finding in findings:
        if (entry := finding.seen(today)) is not None:
            now[finding.key], texts[finding.key] = entry, finding.text
    keep(root, now, texts)
