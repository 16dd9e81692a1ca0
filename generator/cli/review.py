"""`imp-guide review`: a reviewer walks through what a page states, and records what came of it."""

import sys
from datetime import date
from typing import get_args

import click
from pydantic_core import PydanticCustomError

from generator.cli.common import day, project_root
from generator.cli.walk import SEEN, Told, Walk
from generator.model.review import Outcome, ReviewDate, parse_review_date

_OUTCOMES = [outcome for outcome in get_args(Outcome) if outcome != SEEN]


@click.command("review")
@click.argument("name", metavar="[RECORD]", required=False)
@click.option("--all", "everything", is_flag=True, help="Every record, one after the other.")
@click.option(
    "--source",
    default="",
    metavar="KEY",
    help="Every record that rests on this page, by its key in data/sources.yml: as the watch says.",
)
@click.option("--wording", is_flag=True, help="Only the sentences that changed; renews no date.")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="What came of it.")
@click.option("--by", default="", help="Who looked: a key of data/reviewers.yml.")
@click.option("--date", "when", help="When: YYYY-MM-DD, or YYYY-MM. Today if absent.")
@click.option("--note", default="", help="What was found; needed for a problem.")
@click.option(
    "--history-unknown",
    is_flag=True,
    help="Record `confirmed` although it is not known what changed since the last review.",
)
def command(  # noqa: PLR0913 - one for each option
    *,
    name: str | None,
    everything: bool,
    source: str,
    wording: bool,
    outcome: str | None,
    by: str,
    when: str | None,
    note: str,
    history_unknown: bool,
) -> None:
    """Walk through the facts of RECORD beside their sources, then record the review.

    RECORD is a category's slug, `comparison`, `finder`, or a page such as content/codes.md.

    At a terminal each fact is asked about. Elsewhere give --outcome, or --wording. A problem that
    was found is recorded, but never renews the date.
    """
    root, today = project_root(), day()
    if sum((name is not None, everything, bool(source))) != 1:
        raise click.UsageError(
            "name the record to review, or say --all for one after the other, or with --source KEY"
            " those that rest on one page"
        )
    if wording and outcome:
        raise click.UsageError("--wording is an outcome of its own: leave out --outcome")
    asks = sys.stdin is not None and sys.stdin.isatty() and outcome is None
    told = Told(SEEN if wording else outcome or "", by, _date(when, today), note, history_unknown)
    walk = Walk(root, today, told, asks=asks)
    if source:
        walk.source_of(source)
    if not (wording or outcome or asks):
        raise click.UsageError("without a terminal, say with --outcome what came of the review")
    if name is not None:
        walk.record(name)
        return
    refused = False
    for subject in walk.resting(source) if source else walk.names():
        try:
            walk.record(subject)
        except click.UsageError as error:
            refused = True
            click.echo(f"{subject}: not recorded: {error.message}", err=True)
        except SystemExit:
            # What is wrong with its file is told already; the others go on.
            refused = True
    raise SystemExit(1 if refused else 0)


def _date(text: str | None, today: date) -> ReviewDate:
    if text is None:
        return ReviewDate(today, exact=True)
    try:
        found: ReviewDate = parse_review_date(text)
    except PydanticCustomError as error:
        raise click.UsageError(error.message()) from None
    if found.first > today:
        raise click.UsageError(f"{text} is in the future: today is {today}")
    return found
