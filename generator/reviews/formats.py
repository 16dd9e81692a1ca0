"""A comparison of two states written out: for a terminal, for a pull request, for programs."""

import json
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from generator.model.meaning import Meaning
from generator.problems.phrases import shortened
from generator.reviews.changed_pages import PageChange
from generator.reviews.diff import FileChange, Review
from generator.reviews.values import Change

_NOTHING = "No fact, no wording and no review is different."
_AROUND = 30
_LONGEST = 120
_PIPE = "\\|"


class DiffFormat(StrEnum):
    """For whom a comparison is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def written(
    files: Sequence[FileChange], pages: Sequence[PageChange], kind: DiffFormat = DiffFormat.TEXT
) -> str:
    """Write a comparison out.

    Args:
        files: what is different in the data, file by file.
        pages: which pages are different for readers.
        kind: for whom.
    """
    if kind is DiffFormat.JSON:
        return json.dumps(_as_json(files, pages), indent=2, ensure_ascii=False)
    if kind is DiffFormat.MARKDOWN:
        return "\n".join(_markdown(files, pages))
    return "\n".join(_text(files, pages))


def _text(files: Sequence[FileChange], pages: Sequence[PageChange]) -> Iterator[str]:
    parts = {
        "Files": [line for file in files for line in _comings(file)],
        "Facts": [
            _named(file, _arrow(change)) for file in files for change in file.of(Meaning.FACT)
        ],
        "Reviews": [line for file in files for line in _reviews(file)],
        "Notes for readers": [
            f"{file.title}: {_arrow(change)}" for file in files for change in file.of(Meaning.NOTE)
        ],
        "Wording": [
            f"{file.title}: {_reworded(change)}"
            for file in files
            for change in file.of(Meaning.WORDING)
        ],
        "Pages that change": [_page(page) for page in pages],
    }
    if not any(parts.values()):
        yield _NOTHING
    for title, lines in parts.items():
        if lines:
            yield title
            yield from (f"  {line}" for line in lines)


def _comings(file: FileChange) -> Iterator[str]:
    if file.before is None:
        yield f"{file.title}: added ({file.path})"
    elif file.after is None:
        yield f"{file.title}: removed ({file.path})"
    elif file.renamed_from:
        yield f"{file.title}: renamed ({file.renamed_from} -> {file.path})"


def _reviews(file: FileChange) -> Iterator[str]:
    before, after = (date.human if date else "none" for date in file.dates)
    match file.review:
        case Review.UNMOVED:
            yield f"{file.title}: not moved ({after}): it does not cover the facts above"
        case Review.MOVED:
            yield f"{file.title}: moved: {before} -> {after}"
        case Review.BACK:
            yield f"{file.title}: went back: {before} -> {after}"
        case Review.CONFIRMED:
            yield f"{file.title}: confirmed: {before} -> {after}, no fact changed"
    for change in file.of(Meaning.REVIEW):
        if change.key != ("reviewed_on",):
            yield f"{file.title}: {_arrow(change)}"


def _named(file: FileChange, said: str) -> str:
    """Put a file's title before what is said of it, unless that begins with the title already."""
    return (
        said[:1].upper() + said[1:]
        if said.startswith(f"{file.title.lower()}: ")
        else f"{file.title}: {said}"
    )


def _arrow(change: Change) -> str:
    if change.before is None:
        return f"{change.name}: added {change.after}"
    if change.after is None:
        return f"{change.name}: removed {change.before}"
    return f"{change.name}: {change.before} -> {change.after}"


def _reworded(change: Change) -> str:
    """Return a change of a longer text: the part around what is different."""
    if change.before is None or change.after is None:
        return shortened(_arrow(change), _LONGEST)
    before, after = _difference(change.before, change.after)
    return f"{change.name}: “{before}” -> “{after}”"


def _difference(before: str, after: str) -> tuple[str, str]:
    """Return the parts of two texts in which they differ, with some words around them."""
    if max(len(before), len(after)) <= _LONGEST // 2:
        return before, after
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    shorter = min(len(before), len(after)) - start
    while end < shorter and before[-1 - end] == after[-1 - end]:
        end += 1
    first = before.find(" ", start - _AROUND, start) + 1 if start > _AROUND else 0
    cut = []
    for text in (before, after):
        last = min(len(text), len(text) - end + _AROUND)
        part = f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}"
        cut.append(shortened(part, _LONGEST))
    return cut[0], cut[1]


def _page(page: PageChange) -> str:
    tables = f": {', '.join(f'table “{title}”' for title in page.tables)}" if page.tables else ""
    return f"{page.address} ({page.fate}){tables}"


def _markdown(files: Sequence[FileChange], pages: Sequence[PageChange]) -> Iterator[str]:
    yield "### What this change means\n"
    if not files and not pages:
        yield _NOTHING
        return
    open_reviews = [file for file in files if file.review is Review.UNMOVED]
    if open_reviews:
        names = ", ".join(_code(file.title) for file in open_reviews)
        yield f"**Facts changed that no review covers yet:** {names}\n"
    yield from (f"- {_code(line)}" for file in files for line in _comings(file))
    yield from _rows(
        "Facts", [(file, change) for file in files for change in file.of(Meaning.FACT)]
    )
    if reviews := [line for file in files for line in _reviews(file)]:
        yield "\n**Reviews**\n"
        yield from (f"- {_code(line)}" for line in reviews)
    yield from _rows(
        "Notes for readers", [(file, change) for file in files for change in file.of(Meaning.NOTE)]
    )
    words = [(file, change) for file in files for change in file.of(Meaning.WORDING)]
    if words:
        yield f"\n<details><summary>Wording ({len(words)})</summary>\n"
        yield from (f"- {_code(f'{file.title}: {_reworded(change)}')}" for file, change in words)
        yield "\n</details>"
    if pages:
        yield f"\n<details><summary>Pages that change ({len(pages)})</summary>\n"
        yield from (f"- {_code(_page(page))}" for page in pages)
        yield "\n</details>"


def _rows(title: str, changes: Sequence[tuple[FileChange, Change]]) -> Iterator[str]:
    if not changes:
        return
    yield f"\n| {title} | Key | Before | Now |\n| --- | --- | --- | --- |"
    for file, change in changes:
        cells = (file.title, change.name, change.before, change.after)
        yield f"| {' | '.join(_code(cell).replace('|', _PIPE) for cell in cells)} |"


def _code(text: str | None) -> str:
    """Return a text as a code span: nothing in it is a link, a mention, an image or HTML."""
    if not text:
        return ""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence}{' ' if longest else ''}{' '.join(text.split())}{' ' if longest else ''}{fence}"


def _as_json(files: Sequence[FileChange], pages: Sequence[PageChange]) -> dict[str, object]:
    return {
        "files": [
            {
                "path": file.path,
                "title": file.title,
                "renamed_from": file.renamed_from,
                "added": file.before is None,
                "removed": file.after is None,
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
            for file in files
        ],
        "pages": [
            {"address": page.address, "fate": page.fate.value, "tables": list(page.tables)}
            for page in pages
        ],
    }
