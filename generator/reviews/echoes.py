"""Where a fact that changed still stands as it was: in other words of its record, or on a page."""

from collections.abc import Iterator
from typing import Any

from generator.model.meaning import Meaning
from generator.model.records import Entry
from generator.problems.phrases import counted
from generator.problems.problem import Problem, Severity
from generator.reviews.coverage import Branch
from generator.reviews.diff import FileChange
from generator.reviews.echo_texts import NAMES, Text, Texts, Words, dotted
from generator.reviews.echo_words import BETWEEN, Wanted
from generator.reviews.values import Change
from generator.source.tree import Listing, Node, Scalar
from generator.source.tree import Mapping as Keys

_MOST = 8
_COMMON = 3
"""In how many other categories words have to stand to say nothing of one."""
_COMMON_ALONE = 2
"""The same of a single word."""


def echoes(branch: Branch) -> list[Problem]:
    """Return, as advice, each changed fact whose old words still stand elsewhere.

    Looked through are the other keys of its record and, for longer parts of the old words and for
    codes, what readers see besides the categories: the finder, questions, tables and pages. A
    title is looked for in other categories as well.
    """
    texts = Texts(branch.after)
    found = (
        _echo(file, change, texts)
        for file in branch.changes
        if file.before is not None and file.after is not None and not file.after.faulty
        for change in file.of(Meaning.FACT)
        if _may_echo(file, change)
    )
    return [problem for problem in found if problem is not None]


def _may_echo(file: FileChange, change: Change) -> bool:
    """Tell whether old words may stand elsewhere: a row that is gone says nothing of others."""
    if change.before is None or NAMES & {*change.key}:
        return False
    return change.after is not None or file.is_category


def _echo(file: FileChange, change: Change, texts: Texts) -> Problem | None:
    entry = file.after
    if entry is None:
        return None
    was = _at(file.before, change) if change.after is None else change.before
    wanted = Wanted.of(file, change, was or "", change.after or _at(entry, change))
    whole, places = True, dict[str, None]()
    for text, run in _found(entry, change, wanted, texts):
        whole = whole and run == wanted.whole
        key = f" ({text.key.partition('.')[0]})" if text.key else ""
        places[f"{text.entry.path}:{text.line(text.has(run) or 0)}{key}"] = None
    if not places:
        return None
    more = f" and {counted(len(places) - _MOST, 'more place')}" if len(places) > _MOST else ""
    message = (
        f"the old `{': '.join(change.key)}` still stands{'' if whole else ', in part,'} in"
        f" {', '.join([*places][:_MOST])}{more}: change it there too, where it no longer holds"
    )
    return Problem("same-fact", message, change.place or entry.place(*change.key), Severity.ADVICE)


def _found(
    entry: Entry[Any], change: Change, wanted: Wanted, texts: Texts
) -> Iterator[tuple[Text, Words]]:
    """Yield each text that says what was so, with the words that say it."""
    rare = {word for word in wanted.title if not texts.in_others((word,), entry.path, _COMMON)}
    own = {dotted(change.key), change.key[0]}
    for text in texts.about(entry):
        near = text.entry is entry
        if (near and text.key in own) or wanted.unless & text.vocabulary:
            continue
        if run := _first(text, wanted.near, wanted, texts, entry.path):
            yield text, run
    for text in texts.elsewhere(entry.path, everywhere=wanted.everywhere):
        if wanted.fixed and not rare & text.vocabulary:
            continue
        if run := _first(text, wanted.far, wanted, texts, entry.path):
            yield text, run
    for text in texts.notes_on(change.before or "") if change.key == ("codes",) else ():
        if rare & text.vocabulary:
            yield text, next((word,) for word in text.words if word in rare)


def _first(
    text: Text, runs: tuple[Words, ...], wanted: Wanted, texts: Texts, path: str
) -> Words | None:
    for run in runs:
        if text.has(run) is None:
            continue
        alone = len(run) == 1 and run != wanted.whole
        if wanted.fixed or not texts.in_others(run, path, _COMMON_ALONE if alone else _COMMON):
            return run
    return None


def _at(entry: Entry[Any] | None, change: Change) -> str:
    """Return all items of a list that is different."""
    node: Node | None = entry.tree if entry else None
    for step in change.key:
        node = node.values.get(step) if isinstance(node, Keys) else None
    items = node.items if isinstance(node, Listing) else ()
    return BETWEEN.join(item.text for item in items if isinstance(item, Scalar))
