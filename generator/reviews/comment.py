"""What a change means, as the comment of a pull request: first what to do, then what is different.

Whatever comes from the data stands in a code span: nothing of it is a link, a mention or HTML.
"""

from collections.abc import Iterator, Sequence

from generator.model.layout import review_name
from generator.model.meaning import Meaning
from generator.problems.markdown import code_span, table_row
from generator.problems.phrases import counted
from generator.reviews.changed_pages import PageChange
from generator.reviews.coverage import Waiting
from generator.reviews.report import NOTHING, UNTOLD, Report, comings, named, reviews

LIMIT = 65_000
"""How many characters a comment may have: GitHub takes 65,536."""

_DAY = "YYYY-MM-DD"


def comment(report: Report, site: str = "") -> str:
    """Write a report as Markdown, within what GitHub takes.

    Args:
        report: what a change means.
        site: how to look at the pages, in a sentence.
    """
    return _fitted([line for part in _parts(report, site) for line in part.split("\n")])


def _parts(report: Report, site: str) -> Iterator[str]:
    yield "### Can this be published?\n"
    yield f"- **The data:** {_data_verdict(report)}"
    yield f"- **The reviewer:** {_reviewer_verdict(report)}"
    if site:
        yield f"\n{site}"
    if report.problems:
        yield "\n#### To mend first\n"
        yield "| Where | What to write |\n| --- | --- |"
        for problem in report.problems:
            where = f"{problem.place.path}:{problem.place.line}"
            yield _row(where, problem.message)
    if report.echoes:
        yield "\n#### The same fact elsewhere\n"
        yield from (
            f"- {code_span(f'{p.place.path}:{p.place.line}: {p.message}')}" for p in report.echoes
        )
    if report.waiting:
        yield "\n#### Waits for the reviewer"
        for found in report.waiting:
            yield from _asked(found)
    yield from _different(report)


def _data_verdict(report: Report) -> str:
    if not report.problems:
        return "sound."
    files = {problem.place.path for problem in report.problems}
    where = "" if len(files) == 1 else f" in {len(files)} files"
    number = counted(len(report.problems), "problem")
    return f"this cannot be published yet: {number}{where} to mend."


def _reviewer_verdict(report: Report) -> str:
    if not report.waiting:
        return "nothing waits."
    names = ", ".join(code_span(found.title) for found in report.waiting)
    asked = (
        ""
        if report.asks_somebody
        else (
            ". GitHub asks nobody: no reviewer has an account (`github:`) in `data/reviewers.yml`"
        )
    )
    return f"has not seen all of this yet: {names}{asked}."


def _asked(found: Waiting) -> Iterator[str]:
    """Say what to look at, and how to record it in a terminal and in the browser."""
    entry = found.entry
    path = code_span(entry.path)
    yield f"\n**{code_span(found.title)}** ({path}): {_what(found)}"
    wording = "" if found.needs_review else " --wording"
    command = code_span(f"imp-guide review {review_name(entry.path)}{wording}")
    yield f"To record it in a terminal: {command}. In the browser, open {path} with the pencil."
    yield from _lines_to_paste(found)


def _what(found: Waiting) -> str:
    if found.why:
        return code_span(found.why)
    late = ", changed again after the review in this branch" if found.after_review else ""
    # Nobody sees sentences in another's name: whoever comes after answers for the whole.
    left = "" if found.by else " Its reviewer has left: another one has to check the whole of it."
    return f"{found.what}{late}, all of them below.{left}"


def _lines_to_paste(found: Waiting) -> Iterator[str]:
    entry, renews = found.entry, found.needs_review
    by = found.by or "<your key of data/reviewers.yml>"
    renewed = "changed" if found.facts and not found.why else "confirmed"
    outcome = renewed if renews else "wording seen"
    item = f"  - date: {_DAY}\n    by: {by}\n    outcome: {outcome}"
    if renews:
        # GitHub keeps the line breaks of a comment: each sentence is one line.
        yield (
            "Once every fact holds, put these in place of the two lines that begin so, with the day"
            f" of the check:\n\n```yaml\nreviewed_on: {_DAY}\nreviewed_by: {by}\n```\n"
        )
    if entry.record.reviews:
        where = "below the last item of `reviews:`"
        lines = item
    else:
        in_page = entry.path.endswith(".md")
        where = "above the second line `---`" if in_page else "at the end of the file"
        lines = f"reviews:\n{item}"
    yield f"{'And' if renews else 'Write'} {where}, with the day on which you looked:"
    yield f"\n```yaml\n{lines}\n```\n"
    if renews:
        yield (
            "Is something wrong? Leave the first two lines, write `outcome: problem found`, and say"
            " in a line `note:` what is wrong."
        )


def _different(report: Report) -> Iterator[str]:
    if not report.files and not report.pages:
        same = report.pages is not None
        yield f"\n{NOTHING if same else UNTOLD}"
        return
    yield "\n#### What is different\n"
    yield from (f"- {code_span(line)}" for file in report.files for line in comings(file))
    for file, change in report.moved():
        line = f"{named(file, change)}: {change.before} -> {change.after}"
        yield f"- moved address: {code_span(line)}"
    yield from _table("Facts", report, Meaning.FACT)
    yield from _table("Sentences", report, Meaning.SENTENCE)
    yield from _table("Notes for readers", report, Meaning.NOTE)
    yield from _table("What IRCC’s pages say (no review covers it)", report, Meaning.OFFICIAL)
    if lines := [line for file in report.files for line in reviews(file)]:
        yield "\n**Reviews**\n"
        yield from (f"- {code_span(line)}" for line in lines)
    yield from _table("Slips (nothing is asked)", report, Meaning.SLIP)
    yield from _table("Arrangement (nothing is asked)", report, Meaning.ARRANGEMENT)
    yield from _pages(report.pages)


def _pages(pages: Sequence[PageChange] | None) -> Iterator[str]:
    if pages is None:
        yield f"\n{UNTOLD}"
    elif pages:
        yield f"\n<details><summary>Pages that change ({len(pages)})</summary>\n"
        for page in pages:
            tables = f": {code_span(page.in_words)}" if page.tables else ""
            yield f"- {code_span(page.address)} ({page.fate}){tables}"
        yield "\n</details>"


def _table(title: str, report: Report, meaning: Meaning) -> Iterator[str]:
    rows = [
        _row(named(file, change), before, after)
        for file, change in report.of(meaning)
        for before, after in change.pairs()
    ]
    if rows:
        yield f"\n| {title} | Before | Now |\n| --- | --- | --- |"
        yield from rows


def _row(*cells: str | None) -> str:
    return table_row([code_span(cell or "") for cell in cells])


def _fitted(lines: list[str]) -> str:
    """Return the lines as one text; where they are too many, as many whole ones as fit."""
    text = "\n".join(lines)
    if len(text) <= LIMIT:
        return text
    kept: list[str] = []
    left = LIMIT - 300
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        kept.append(line)
    missing = len(lines) - len(kept)
    return "\n".join([*kept, _cut(kept, missing)])


def _cut(kept: list[str], missing: int) -> str:
    fences = sum(line.startswith("```") for line in kept)
    closed = "```\n" if fences % 2 else ""
    folded = sum(line.startswith("<details>") for line in kept)
    folded -= sum(line.startswith("</details>") for line in kept)
    closed += "\n</details>\n" * folded
    return (
        f"{closed}\n**Cut here: a comment may not be longer. {counted(missing, 'more line')}.** The"
        " whole of it: `make diff` in a checkout of this branch."
    )
