"""What a change means, written out for a terminal, a pull request and programs."""

import json
from collections.abc import Iterator
from enum import StrEnum

from generator.model.meaning import Meaning
from generator.problems.problem import Problem
from generator.reviews.changed_pages import PageChange
from generator.reviews.comment import comment
from generator.reviews.coverage import Waiting
from generator.reviews.diff import FileChange
from generator.reviews.report import NOTHING, UNTOLD, Report, comings, named, reviews
from generator.reviews.values import Change

PARTS = {
    "Facts": (Meaning.FACT,),
    "What IRCC's pages say (no review covers it)": (Meaning.OFFICIAL,),
    "Notes for readers": (Meaning.NOTE,),
    "Sentences": (Meaning.SENTENCE,),
    "Slips (nothing is asked)": (Meaning.SLIP,),
    "Arrangement": (Meaning.ARRANGEMENT,),
}


class DiffFormat(StrEnum):
    """For whom a comparison is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def written(report: Report, kind: DiffFormat = DiffFormat.TEXT, site: str = "") -> str:
    """Write a report out.

    Args:
        report: what a change means.
        kind: for whom.
        site: how to look at the pages; only the comment of a pull request says it.
    """
    if kind is DiffFormat.JSON:
        return json.dumps(_as_json(report), indent=2, ensure_ascii=False)
    if kind is DiffFormat.MARKDOWN:
        return comment(report, site)
    return "\n".join(_text(report))


def _text(report: Report) -> Iterator[str]:
    parts = {
        "To mend": [_problem(problem) for problem in report.problems],
        "Waits for the reviewer": [_waiting(found) for found in report.waiting],
        "Files": [line for file in report.files for line in comings(file)],
        "Moved addresses": [f"{named(f, c)}: {c.before} -> {c.after}" for f, c in report.moved()],
    }
    for title, meanings in PARTS.items():
        parts[title] = [line for pair in report.of(*meanings) for line in _changed(*pair)]
        if title == "Facts":
            parts["Reviews"] = [line for file in report.files for line in reviews(file)]
    pages = [UNTOLD] if report.pages is None else [page_line(page) for page in report.pages]
    parts["Pages that change"] = pages
    if not any(parts.values()):
        yield NOTHING
    for title, lines in parts.items():
        if lines:
            yield title
            yield from (f"  {' '.join(line.split())}" for line in lines)


def _problem(problem: Problem) -> str:
    return f"{problem.place.path}:{problem.place.line}: {problem.message}"


def _waiting(found: Waiting) -> str:
    if found.why:
        return f"{found.title}: {found.why}"
    return f"{found.title} ({found.entry.path}): {found.what}"


def _changed(file: FileChange, change: Change) -> Iterator[str]:
    for before, after in change.pairs():
        if before is None:
            yield f"{named(file, change)}: added {after}"
        elif after is None:
            yield f"{named(file, change)}: removed {before}"
        else:
            yield f"{named(file, change)}: {before} -> {after}"


def page_line(page: PageChange) -> str:
    """Return an address, what became of its page, and which of its tables are different."""
    tables = f": {page.in_words}" if page.tables else ""
    return f"{page.address} ({page.fate}){tables}"


def _as_json(report: Report) -> dict[str, object]:
    return {
        "problems": [
            {
                "rule": problem.rule,
                "path": problem.place.path,
                "line": problem.place.line,
                "message": problem.message,
            }
            for problem in report.problems
        ],
        "waiting": [
            {
                "path": found.entry.path,
                "title": found.title,
                "facts": len(found.facts),
                "sentences": len(found.sentences),
            }
            for found in report.waiting
        ],
        "files": [
            {
                "path": file.path,
                "title": file.title,
                "renamed_from": file.renamed_from,
                "added": file.before is None,
                "removed": file.after is None or file.ended is not None,
                "review": file.review.value,
                "reviewed_on": [date.iso if date else None for date in file.dates],
                "changes": [
                    {
                        "key": list(change.key),
                        "meaning": change.meaning.value,
                        "before": change.before,
                        "after": change.after,
                    }
                    for change in file.changes
                ],
            }
            for file in report.files
        ],
        "pages": None
        if report.pages is None
        else [
            {"address": page.address, "fate": page.fate.value, "tables": list(page.tables)}
            for page in report.pages
        ],
    }
