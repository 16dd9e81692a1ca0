"""What the check says of a wrong value, asked of the check itself, for editing programs to show.

A schema cannot quote what somebody wrote, so where the check does, its words are turned: "`x` is
not a day" becomes "this is not a day".
"""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.model.decode import decode
from generator.problems.problem import Place, Problem
from generator.source.tree import Listing, Node, Plain, Scalar
from generator.source.tree import Mapping as Keys

NOT_A_NAME = "Not-A-Name"
"""A text that is no slug, date, code or address, and that is near no allowed word."""

NO_ACCOUNT = "Not A Name"
"""The same, and no account either."""


_KEYS = "the keys here are "

_HERE = re.compile(r"; here it is .*$", re.DOTALL)
_IS = re.compile(r"^(`[^`]+`) is (?!missing).*?: (?=write )", re.DOTALL)

_RECORD, _INSIDE = 1, 2
"""The lines on which the check finds a whole record, and what is in it."""


class InBrackets(list[Plain]):
    """A list that is written in brackets, of which the check says something of its own."""


def of_value(record: type[BaseModel], key: str, value: Plain) -> str | None:
    """Return what the check says of one value of a key, or None where it accepts it.

    Args:
        record: the kind of record that has the key.
        key: one of its keys.
        value: texts, lists and dicts, as a file of data/ is read.
    """
    found = [one for one in _problems(record, {key: value}) if one.place.line == _INSIDE]
    return _words(found[0], value) if found else None


def of_missing(record: type[BaseModel], key: str) -> str:
    """Return what the check says where a key is missing."""
    found = [one for one in _problems(record, {}) if one.message.startswith(f"`{key}` is missing")]
    return _words(found[0])


def of_unknown(record: type[BaseModel]) -> str:
    """Return what the check says of a key that a record does not have."""
    # Of several, none is taken for a key that is missing.
    unknown: dict[str, Plain] = {f"qzx{number}": "" for number in range(3)}
    lists = (one.message.partition(_KEYS) for one in _problems(record, unknown))
    keys = next(keys for _, found, keys in lists if found)
    return f"unknown key: correct or remove it; {_KEYS}{keys}"


def of_whole(record: type[BaseModel], together: Mapping[str, Plain]) -> str:
    """Return what the check says of keys that are sound one by one, but not together."""
    return _words(next(one for one in _problems(record, together) if one.place.line == _RECORD))


def of_kind(kind: Any, value: Plain) -> str:
    """Return what the check says of a value in place of a whole record, or a dict of records."""
    return _words(decode(_node(value), kind).problems[0], NOT_A_NAME)


def _problems(record: type[BaseModel], keys: Mapping[str, Plain]) -> list[Problem]:
    return decode(_node(dict(keys)), record).problems


def _node(value: Plain, line: int = _RECORD) -> Node:
    place = Place("", line, 1)
    if isinstance(value, dict):
        below = {key: _node(inner, _INSIDE) for key, inner in value.items()}
        return Keys(place, dict.fromkeys(value, Place("", _INSIDE, 1)), below)
    if isinstance(value, list):
        items = (_node(item, _INSIDE) for item in value)
        return Listing(tuple(items), Place("", line, 0 if isinstance(value, InBrackets) else 1))
    return Scalar(value, place)


def _words(problem: Problem, value: Plain = "") -> str:
    said = _IS.sub(r"\1: ", _HERE.sub("", problem.message))
    parts = value if isinstance(value, list) else [value]
    for key in (key for part in parts if isinstance(part, dict) for key in part):
        said = said.replace(f".{key}`", "`").replace(f"`{key}`", "its beginning")
    for text in parts:
        if isinstance(text, str) and text:
            said = said.replace(f"[{text}]", "[…]").replace(f": {text}`", ": …`")
            said = said.replace(f"`{text}`", "this")
    return said.removeprefix("this: ")
