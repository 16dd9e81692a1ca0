"""All that a change means: what to mend, what waits for the reviewer, what is different."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.guide import Compiled
from generator.model.meaning import Meaning
from generator.problems.problem import Problem, errors, in_order
from generator.reviews.changed_pages import Fate, PageChange, changed_pages
from generator.reviews.coverage import Branch, Waiting, to_settle, waiting
from generator.reviews.diff import FileChange, Review
from generator.reviews.echoes import echoes
from generator.reviews.values import Change

NOTHING = "No fact, no sentence and no review is different."
UNTOLD = "Which pages change can be told once the problems above are mended."


@dataclass(frozen=True)
class Report:
    """What a change means.

    Attributes:
        files: what is different in the data, file by file.
        pages: which pages readers see changed; None where that cannot be told yet.
        problems: what has to be mended before anything is published.
        waiting: the records whose reviewer has something to check or to look at.
        asks_somebody: whether a reviewer has an account that GitHub can ask.
        echoes: where facts that changed still stand as they were.
    """

    files: tuple[FileChange, ...]
    pages: tuple[PageChange, ...] | None
    problems: tuple[Problem, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    asks_somebody: bool = True
    echoes: tuple[Problem, ...] = ()

    def of(self, *meanings: Meaning) -> Iterator[tuple[FileChange, Change]]:
        """Yield the changes of some meanings, with their files; moved addresses left out."""
        for file in self.files:
            for change in file.of(*meanings):
                if not is_moved(file, change):
                    yield file, change

    def moved(self) -> Iterator[tuple[FileChange, Change]]:
        """Yield the addresses that moved."""
        for file in self.files:
            for change in file.changes:
                if is_moved(file, change):
                    yield file, change


def report(before: Compiled, after: Compiled, branch: Branch) -> Report:
    """Gather what a change means.

    Args:
        before: the guide where the work began.
        after: the guide as it is now, as of the same day.
        branch: the same work, of the same records, with what git knows of its reviews.
    """
    return Report(
        branch.changes,
        _pages(before, after),
        in_order([*errors(after.problems), *to_settle(branch)]),
        tuple(waiting(branch)),
        asks_somebody=any(r.github and not r.left for r in after.read.known_reviewers.values()),
        echoes=in_order(echoes(branch)),
    )


def _pages(before: Compiled, after: Compiled) -> tuple[PageChange, ...] | None:
    """Return the pages that change; what seems to be gone may only be what cannot be made yet."""
    if before.guide is None or after.guide is None:
        return None
    found = changed_pages(before, after)
    if errors(after.problems):
        found = tuple(page for page in found if page.fate is not Fate.GONE)
    return found


def comings(file: FileChange) -> Iterator[str]:
    """Yield a line where a file has come, gone, ended or another name."""
    if file.before is None:
        yield f"{file.title}: added ({file.path})"
    elif file.after is None:
        yield f"{file.title}: removed ({file.path})"
    elif (record := file.ended) is not None:
        ending = record.ended
        yield f"{file.title}: removed, ended {ending.on.when} ({file.path}): {ending.why}"
    if file.renamed_from:
        yield f"{file.title}: renamed ({file.renamed_from} -> {file.path})"


def reviews(file: FileChange) -> Iterator[str]:
    """Yield a line for each thing that became of a record's review."""
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
    seen = set()
    for change in file.of(Meaning.REVIEW):
        # An entry of `reviews` is one thing, whatever number of keys it has.
        entry = change.key[:2] if change.key[0] == "reviews" else change.key
        if change.key == ("reviewed_on",) or entry in seen:
            continue
        seen.add(entry)
        if change.key == ("reviews",):
            yield f"{file.title}: reviews: in another order"
        elif change.key[0] == "reviews":
            told = "added" if change.before is None else "lost"
            yield f"{file.title}: reviews: {told} {entry[1]}"
        else:
            sides = f"{change.before or 'none'} -> {change.after or 'none'}"
            yield f"{file.title}: {change.name}: {sides}"


def named(file: FileChange, change: Change) -> str:
    """Return what a change is of: the record's title, then its key, the title said once."""
    title, name = file.title, change.name
    if name.startswith(f"{title.lower()}: "):
        return name[:1].upper() + name[1:]
    return f"{title}: {name}"


def is_moved(file: FileChange, change: Change) -> bool:
    """Tell whether a change is that an official page, or one of the firm, has another address."""
    at = change.before and change.after and change.key[-1:] == ("url",)
    return bool(at) and file.path in {"data/sources.yml", "data/firm.yml"}
