"""What stands twice in one list: the same question, step, term, title or address."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.records import Entry, Records
from generator.problems.phrases import shortened
from generator.problems.problem import Problem, Severity
from generator.source.tree import PathStep

_WORD = re.compile(r"[\w+#]+")
_FEW = 7
"""Texts of fewer words may be the same, as “It depends.” is."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list whose items have to differ.

    Attributes:
        items: records, or texts.
        path: where the list stands.
        key: the key of a record that has to differ; empty where items are texts.
        within: a key that records must share besides, to be the same.
    """

    items: Sequence[Any] | Mapping[str, Any]
    path: tuple[PathStep, ...]
    key: str = ""
    within: str = ""

    def values(self) -> Iterator[tuple[tuple[PathStep, ...], str, object]]:
        """Yield where each value that has to differ stands, the value, and what must be shared."""
        items = self.items.items() if isinstance(self.items, Mapping) else enumerate(self.items)
        for step, item in items:
            value = getattr(item, self.key) if self.key else item
            if value:
                shared = getattr(item, self.within) if self.within else None
                yield (*self.path, step, *([self.key] if self.key else [])), value, shared


def nothing_stands_twice(records: Records, _today: date) -> Iterator[Problem]:
    """In each list no two items are the same, whatever their capitals and punctuation."""
    for entry, listed in _lists(records):
        first: dict[tuple[str, object], tuple[PathStep, ...]] = {}
        for path, value, shared in listed.values():
            before = first.setdefault((_plain(value), shared), path)
            if before != path:
                yield Problem(
                    "repeated-name", _told(entry, path, value, before), entry.place(*path)
                )


def names_differ_from_title(records: Records, _today: date) -> Iterator[Problem]:
    """Among a category's other names is not its title, and no other category's."""
    titles = {_plain(e.record.title): e.path for _, e in records.categories_with("title")}
    for _slug, entry in records.categories_with("also_known_as"):
        if "title" in entry.faulty:
            continue
        title = _plain(entry.record.title)
        for number, name in enumerate(entry.record.also_known_as):
            if _plain(name) == title:
                message = f"`also_known_as`: “{shortened(name)}” is the title already: remove this"
                message += " line"
                yield Problem("repeated-name", message, entry.place("also_known_as", number))
            elif other := titles.get(_plain(name)):
                message = f"`also_known_as`: “{shortened(name)}” is the title of {other}: is it a"
                message += " name of this category as well? If not, remove this line"
                place = entry.place("also_known_as", number)
                yield Problem("repeated-name", message, place, Severity.ADVICE)


def texts_differ(records: Records, _today: date) -> Iterator[Problem]:
    """Two items of a list with one long text, as two answers: was it copied, and not changed?"""
    for entry, listed in _texts(records):
        first: dict[str, tuple[PathStep, ...]] = {}
        for path, value, _shared in listed.values():
            plain = _plain(value if isinstance(value, str) else " ".join(value))
            before = first.setdefault(plain, path)
            if before != path and len(plain.split()) >= _FEW:
                key, line = path[-1], entry.place(*before).line
                message = f"`{key}`: the same text stands on line {line}: was it copied? Write"
                message += " what belongs here, if it is another"
                yield Problem("repeated-name", message, entry.place(*path), Severity.ADVICE)


def _told(
    entry: Entry[Any], path: tuple[PathStep, ...], value: str, before: tuple[PathStep, ...]
) -> str:
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    return (
        f"`{key}`: “{shortened(value)}” is here twice, first on line {entry.place(*before).line}:"
        " remove one of the two, or write what tells them apart"
    )


def _lists(records: Records) -> Iterator[tuple[Entry[Any], _List]]:
    for entry in _asking(records):
        yield entry, _List(entry.record.questions, ("questions",), "question")
    for key, differs in _OF_CATEGORY:
        for _slug, category in records.categories_with(key):
            yield category, _List(getattr(category.record, key), (key,), differs)
    for _slug, category in records.categories_with("changes"):
        yield category, _List(category.record.changes, ("changes",), "text", "date")
    for _slug, category in records.categories_with("routes"):
        for number, route in enumerate(category.record.routes):
            yield category, _List(route.asked, ("routes", number, "asked"), "what")
            yield category, _List(route.papers, ("routes", number, "papers"))
    for single, lists in _SINGLES.items():
        if (entry := getattr(records, single)) is not None:
            for listed in lists(entry.record):
                yield entry, listed


def _texts(records: Records) -> Iterator[tuple[Entry[Any], _List]]:
    for entry in _asking(records):
        yield entry, _List(entry.record.questions, ("questions",), "answer")
    for single, lists in _TEXTS.items():
        if (found := getattr(records, single)) is not None:
            for listed in lists(found.record):
                yield found, listed
    if comparison := records.comparison:
        for number, feature in enumerate(comparison.record.features):
            yield comparison, _List(feature.cells, ("features", number, "cells"))


def _asking(records: Records) -> Iterator[Entry[Any]]:
    if records.questions:
        yield records.questions
    for _slug, entry in records.categories_with("questions"):
        yield entry


def _of_finder(finder: Any) -> Iterator[_List]:
    # One question may be asked on two ways; within it, two answers may not be the same.
    for number, question in enumerate(finder.questions):
        yield _List(question.answers, ("questions", number, "answers"), "text")


def _keys(*names: tuple[str, str]) -> Callable[[Any], Iterator[_List]]:
    """Return what yields the lists of a record, each with the key in which its items differ."""

    def lists(record: Any) -> Iterator[_List]:
        for name, key in names:
            items = getattr(record, name) if name else record
            yield _List(items, (name,) if name else (), key)

    return lists


_OF_CATEGORY = (
    ("who", ""),
    ("also_known_as", ""),
    ("asked", "what"),
    ("papers", ""),
    ("mistakes", ""),
    ("routes", "title"),
)

_SINGLES: dict[str, Callable[[Any], Iterator[_List]]] = {
    "comparison": _keys(("programmes", "title"), ("features", "title")),
    "finder": _of_finder,
    "firm": _keys(("pages", "title"), ("pages", "url"), ("services", "title"), ("links", "")),
    "groups": _keys(("", "title")),
    "obligations": _keys(("before", "title"), ("after", "title")),
    "reviewers": _keys(("", "name"), ("", "licence")),
    "settings": _keys(("maintainers", "")),
    "sources": _keys(("", "title"), ("", "url")),
    "steps": _keys(("steps", "title")),
    "terms": _keys(("terms", "term")),
}


_TEXTS: dict[str, Callable[[Any], Iterator[_List]]] = {
    "firm": _keys(("services", "text")),
    "groups": _keys(("", "summary")),
    "obligations": _keys(("before", "text"), ("after", "text")),
    "sources": _keys(("", "settles")),
    "steps": _keys(("steps", "text")),
    "terms": _keys(("terms", "meaning")),
}


def _plain(text: str) -> str:
    if "://" in text:
        return text.rstrip("/")
    return " ".join(_WORD.findall(text.casefold())) or text
