"""What readers see, text by text: which words stand in it, and on which line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.model.records import ContentPage, Entry, Records
from generator.problems.problem import Place
from generator.source.tree import Listing, Node, Scalar
from generator.source.tree import Mapping as Keys

_ELSEWHERE = ("finder", "questions", "comparison", "steps", "obligations", "groups", "terms")
_HISTORY = {"changes", "reviews", "reviewed_on", "reviewed_by", "formerly", "also_known_as"}
"""Keys that may well say what was so before."""
NAMES = {"group", "order", "related", "sources", "source", "url", "key", "next", "about"} | {
    "categories",
    "instead",
    "programme",
    "firm_page",
    "page",
}
"""Keys that hold names of records and no words for readers."""
_WORD = re.compile(r"\w+(?:[’']\w+)*\+?")
_CALL = re.compile(r"\{\{.*?\}\}|<!--.*?-->|\]\([^)]*\)", re.DOTALL)
_BULLET = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
_BLOCK = {">", ">-", "|", "|-", ">+", "|+"}
_LONG = 3

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """Return the words of a text as they are compared: of one number, and in small letters."""
    return tuple(_plain(word) for word in _WORD.findall(text))


def within(run: Words, words: Words) -> int | None:
    """Return at which word a run of words begins; None where it is not there."""
    starts = range(len(words) - len(run) + 1)
    return next((n for n in starts if words[n : n + len(run)] == run), None)


def _plain(word: str) -> str:
    word = word.casefold().replace("'", "’").removesuffix("’s")
    if len(word) > _LONG and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > _LONG and word[-1] == "s" and word[-2] not in "su" else word


@dataclass(frozen=True)
class Text:
    """One text of a file: the value of a key, or a paragraph of a page, where the key is empty."""

    entry: Entry[Any]
    key: str
    text: str
    place: Place

    @cached_property
    def words(self) -> Words:
        """Its words, as they are compared."""
        return words_of(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each of its words once."""
        return frozenset(self.words)

    def has(self, run: Words) -> int | None:
        """Return at which word a run of words begins; None where it is not there."""
        return within(run, self.words) if self.vocabulary.issuperset(run) else None

    def line(self, word: int) -> int:
        """Return the line of the file on which a word stands."""
        first, column, lines = self.place.line, 1, self.text.split("\n")
        if self.key:
            column, lines = self.place.column, self.entry.text.split("\n")[first - 1 :]
        for down, line in enumerate(lines):
            here = line[column - 1 :] if down == 0 else line
            word -= len(words_of("" if here.strip() in _BLOCK else here))
            if word < 0:
                return first + down
        return first


@dataclass
class Texts:
    """What stands where, as it is now; each file taken apart once."""

    records: Records
    _known: dict[str, list[Text]] = field(default_factory=dict)
    _others: dict[Words, set[str]] = field(default_factory=dict)

    def of(self, entry: Entry[Any]) -> list[Text]:
        """Return the texts of one file."""
        if entry.path not in self._known:
            self._known[entry.path] = list(_texts(entry))
        return self._known[entry.path]

    def about(self, entry: Entry[Any]) -> Iterator[Text]:
        """Yield the texts of one file, and of a category the answers of the finder to it."""
        yield from self.of(entry)
        slug = next((s for s, known in self.records.categories.items() if known is entry), None)
        if self.records.finder and slug:
            for question in self.records.finder.record.questions:
                for answer in question.answers:
                    if answer.categories == (slug,):
                        yield from (
                            t for t in self.of(self.records.finder) if t.text == answer.text
                        )

    def elsewhere(self, path: str, *, everywhere: bool) -> Iterator[Text]:
        """Yield what readers see besides one file: of categories only if it is everywhere."""
        singles = (getattr(self.records, name) for name in _ELSEWHERE)
        categories = self.records.categories.values() if everywhere else ()
        for entry in (*singles, *categories, *self.records.content.values()):
            if entry is not None and entry.path != path:
                yield from self.of(entry)

    def notes_on(self, code: str) -> Iterator[Text]:
        """Yield what the registry notes on a code."""
        registry = self.records.codes
        for number, known in enumerate(registry.record.codes if registry else ()):
            if registry and known.code == code and known.history.note:
                place = registry.place("codes", number, "history", "note")
                yield Text(registry, "codes", " ".join(known.history.note), place)

    def in_others(self, run: Words, path: str, most: int) -> bool:
        """Tell whether words stand in as many other categories, so that they tell of none."""
        if run not in self._others:
            found: set[str] = set()
            for entry in self.records.categories.values():
                if any(text.has(run) is not None for text in self.of(entry)):
                    found.add(entry.path)
                if len(found) > most:
                    break
            self._others[run] = found
        return len(self._others[run] - {path}) >= most


def _texts(entry: Entry[Any]) -> Iterator[Text]:
    yield from _below(entry, entry.tree, ())
    if isinstance(entry, ContentPage):
        lines = _CALL.sub(_blanked, entry.body).split("\n")
        begun = 0
        for number, line in enumerate([*lines, ""]):
            if not line.strip() or _BULLET.match(line):
                if paragraph := "\n".join(lines[begun:number]).strip("\n"):
                    place = Place(entry.path, entry.body_line + begun)
                    yield Text(entry, "", paragraph, place)
                begun = number if line.strip() else number + 1


def _below(entry: Entry[Any], node: Node, path: Words) -> Iterator[Text]:
    match node:
        case Scalar():
            yield Text(entry, dotted(path), node.text, node.place)
        case Listing():
            for item in node.items:
                yield from _below(entry, item, path)
        case Keys():
            for key, value in node.values.items():
                if key not in _HISTORY | NAMES:
                    yield from _below(entry, value, (*path, key))


def dotted(path: Sequence[str]) -> str:
    """Return the way to a key, as in ``employer.text``."""
    return ".".join(path)


def _blanked(found: re.Match[str]) -> str:
    """Return what keeps the lines of a text in which something is left out."""
    return "\n" * found[0].count("\n") or " "
