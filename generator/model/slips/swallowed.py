"""Keys that stand inside the text above them, where readers would see them as words."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_origin

from pydantic import BaseModel

from generator.model.base import SLUG
from generator.model.shapes import record_below, unwrap
from generator.model.slips.helps import ForReaders
from generator.model.slips.walk import Owner, Path, Visit, visits
from generator.model.slips.wrapping import ends_early
from generator.problems.phrases import shortened
from generator.problems.problem import Problem
from generator.source.tree import Node, Scalar, scalars

_KEY = re.compile(
    r"(?P<lead>\s*)(?P<dash>(?:-\s+)*)(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>\S.*?))?\s*$"
)
_ITEM = re.compile(r"(?P<lead>\s*)-\s+(?P<value>\S.*?)\s*$")
_SUSPECT = re.compile(r"\s*(?:-\s|[A-Za-z][\w-]*:(?:\s|$))")

# What a value begins with and no sentence goes on with.
_NO_SENTENCE = re.compile(r"(?:[|>][+-]?$|[\[\"'{]|https?://)")
_SENTENCE_ENDS = re.compile(r"[.!?:…][”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Swallowed:
    """A key, or an item, inside a text.

    Attributes:
        problem: what to say of it.
        text: where the text stands.
        columns: the columns of the keys around the text.
        missing: what only seems to be missing: a record, by its path, and its key.
    """

    problem: Problem
    text: Path
    columns: frozenset[int]
    missing: frozenset[tuple[Path, str]] = frozenset()


def swallowed_keys(node: Node, kind: object) -> list[Swallowed]:
    """Return what stands inside the text above it, one for each text."""
    longer = [scalar for scalar in scalars(node) if len(scalar.lines) > 1]
    if not any(_SUSPECT.match(line) for scalar in longer for line in scalar.lines[1:]):
        return []
    readers = (
        _Reader(visit, visit.node)
        for visit in visits(node, kind)
        if isinstance(visit.node, Scalar) and len(visit.node.lines) > 1
    )
    return [found for reader in readers if (found := reader.swallowed())]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    column: int
    key: str
    value: str
    is_item: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the lines of one text as keys that may have been meant."""

    visit: Visit
    scalar: Scalar

    def swallowed(self) -> Swallowed | None:
        """Return the first key or item inside the text."""
        keys = list(self._keys())
        if self._is_list() and (keys or any(map(_ITEM.match, self.scalar.lines[1:]))):
            first = self.scalar.lines[0][self.scalar.place.column - 1 :]
            sign = first.split()[0]
            message = f"`{self.visit.key}` is a list: remove the `{sign}` behind it"
            problem = Problem("value", message, self.scalar.place)
            return Swallowed(problem, self.visit.path, self._around())
        for line in keys:
            if owner := self._owner(line):
                return self._told(line, owner, keys)
        return self._items()

    def _is_list(self) -> bool:
        """Tell whether a list is asked for where a longer text is opened."""
        is_text = any(isinstance(mark, ForReaders) for mark in self.visit.marks)
        is_list = get_origin(unwrap(self.visit.kind)) is tuple and not is_text
        return is_list and self.scalar.style in {"|", ">"}

    def _keys(self) -> Iterator[_Line]:
        for number, line in enumerate(self.scalar.lines):
            if number and (found := _KEY.match(line)):
                column, is_item = len(found["lead"]), bool(found["dash"])
                yield _Line(number, column, found["key"], found["value"] or "", is_item)

    def _owner(self, line: _Line) -> Owner | None:
        """Return the keys to which this one belongs."""
        owners = self.visit.owners[::-1]
        if not line.is_item:
            return next((owner for owner in owners if self._is_meant(line, owner)), None)
        around = (owner for owner in owners if owner.listing and line.key in _fields(owner))
        beside = (owner for owner in owners if _list_of(line.key, owner))
        return next(around, None) or next(beside, None)

    def _is_meant(self, line: _Line, owner: Owner) -> bool:
        """Tell whether a key of such a record is meant: not a sentence that has such a word."""
        if owner.record is None:
            return owner.inner is not None and self._names_record(line, owner.inner)
        key = line.key if line.key in owner.record.model_fields else line.key.lower()
        field = owner.record.model_fields.get(key)
        if field is None:
            return False
        if not line.value:
            return self._opens(line, owner)
        if key != line.key:
            return False
        single = " " not in line.value and not line.value.endswith((".", ",", ";", "!", "?"))
        certain = "_" in key or single or bool(_NO_SENTENCE.match(line.value))
        if key in owner.node.values:  # it would be there twice, so its place has to show it
            return self._follows_a_sentence(line) or (certain and self._is_new(line))
        return certain or field.is_required() or self._is_new(line)

    def _opens(self, line: _Line, owner: Owner) -> bool:
        """Tell whether a key without a value has a list, or keys, below it."""
        rest = [text for text in self.scalar.lines[line.number + 1 :] if text.strip()]
        if not rest:
            is_there = line.key in owner.node.values
            return line.key.islower() and not is_there and self._is_new(line)
        if _ITEM.match(rest[0]):
            return True
        if line.key in owner.node.values:
            return False
        below = _KEY.match(rest[0])
        known = below is not None and any(
            below["key"] in record.model_fields for record in _records(owner)
        )
        return known or (line.key.islower() and self._is_new(line))

    def _names_record(self, line: _Line, record: type[BaseModel]) -> bool:
        """Tell whether a name has keys of its record below it."""
        if line.value or not SLUG.fullmatch(line.key):
            return False
        rest = [text for text in self.scalar.lines[line.number + 1 :] if text.strip()]
        if not rest:
            return self._is_new(line)
        below = _KEY.match(rest[0])
        return below is not None and below["key"] in record.model_fields

    def _is_new(self, line: _Line) -> bool:
        """Tell whether the line above ended because its text did."""
        above = self.scalar.lines[line.number - 1]
        if line.number == 1 or not above.strip():
            return self.scalar.style in {"|", ">"}
        return self._follows_a_sentence(line) or ends_early(above, f"{line.key}:")

    def _follows_a_sentence(self, line: _Line) -> bool:
        above = self.scalar.lines[line.number - 1]
        return line.number > 1 and bool(_SENTENCE_ENDS.search(above.rstrip()))

    def _told(self, line: _Line, owner: Owner, keys: Sequence[_Line]) -> Swallowed:
        name = f"- {line.key}:" if line.is_item else f"{line.key}:"
        beside: str | None = None
        if not line.is_item:
            mend = f"begin it in column {owner.column}"
        elif owner.listing is not None and line.key in _fields(owner):
            mend = f"begin it in column {owner.listing.place.column}"
        else:
            beside = _list_of(line.key, owner)
            there = beside in owner.node.values
            mend = f"move it below `{beside}:`" if there else f"write a line `{beside}:` above it"
        problem = self._problem(line, f"`{name}` stands inside", mend)
        missing = {(owner.path, beside)} if beside else set()
        later = {other.key for other in keys if other.number >= line.number}
        missing |= {
            (around.path, key)
            for around in self.visit.owners
            if around.record is not None
            for key in later & around.record.model_fields.keys()
        }
        return Swallowed(problem, self.visit.path, self._around(), frozenset(missing))

    def _items(self) -> Swallowed | None:
        """Return the first item of a list that stands in the text."""
        in_list = bool(self.visit.path) and isinstance(self.visit.path[-1], int)
        if in_list or not self.scalar.style:
            return None
        found = [
            (number, item)
            for number, text in enumerate(self.scalar.lines)
            if number and (item := _ITEM.match(text))
        ]
        many = any(after[0] == before[0] + 1 for before, after in pairwise(found))
        for number, item in found:
            line = _Line(number, len(item["lead"]), "", item["value"], is_item=True)
            if many or SLUG.fullmatch(item["value"]) or self._follows_a_sentence(line):
                shown = shortened(item["value"])
                what = "write it as a sentence, or write the key of its list above it"
                problem = self._problem(line, f"the item `- {shown}` stands inside", what)
                return Swallowed(problem, self.visit.path, self._around())
        return None

    def _around(self) -> frozenset[int]:
        return frozenset(owner.column for owner in self.visit.owners)

    def _problem(self, line: _Line, stands: str, mend: str) -> Problem:
        at = self.scalar.place
        place = replace(at, line=at.line + line.number, column=line.column + 1)
        return Problem("value", f"{stands} the text of `{self.visit.key}`: {mend}", place)


def _fields(owner: Owner) -> Container[str]:
    return owner.record.model_fields if owner.record is not None else ()


def _list_of(key: str, owner: Owner) -> str | None:
    """Return the key of a list beside a text whose items begin with a key."""
    for name, field in owner.record.model_fields.items() if owner.record else ():
        below = record_below(field.annotation)
        is_list = get_origin(unwrap(field.annotation)) is tuple
        if below and is_list and key == next(iter(below.model_fields)):
            return name
    return None


def _records(owner: Owner) -> Iterator[type[BaseModel]]:
    if owner.record is not None:
        yield owner.record
        for field in owner.record.model_fields.values():
            if below := record_below(field.annotation):
                yield below
