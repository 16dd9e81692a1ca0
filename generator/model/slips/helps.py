"""The help text of a key, or its name, where readers should have a text of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

# No help text is longer, and most texts are: they need not be compared.
_LONGEST = 240

_WORD = re.compile(r"[\w/]+")


@dataclass(frozen=True, slots=True)
class ForReaders:
    """Marks a text that is for readers, which no name of a record is."""


def help_fault(value: object, key: str, record: type[BaseModel]) -> str | None:
    """Return what is wrong where a key holds its own name, or a help text of its record.

    Args:
        value: what is written: a text, or texts in a list or below keys.
        key: the key.
        record: the kind of record that has the key.
    """
    if key not in _for_readers(record):
        return None
    for text in _short_texts(value):
        plain = plain_words(text)
        if plain == key.replace("_", " "):
            return f"`{text}` is the name of the key: write what readers should know of it"
        if text.startswith(f"{key}: "):
            return f"`{key}:` stands here a second time, and readers would see it: remove it"
        if described := _descriptions(record).get(plain):
            return (
                f"this is the help text that describes `{described}`: write in its place what"
                " readers should know"
            )
    return None


def may_be_missing(key: str, record: type[BaseModel]) -> bool:
    """Tell whether a key holds a text for readers, and a record is whole without it."""
    return key in _for_readers(record) and not record.model_fields[key].is_required()


def plain_words(text: str) -> str:
    """Return a text without its punctuation and capitals, to compare it with another."""
    return " ".join(_WORD.findall(text.casefold().replace("_", " ")))


def _short_texts(value: object) -> Iterator[str]:
    """Yield every text of a value that is no longer than help texts are."""
    items: Any = value
    if isinstance(value, str):
        items = [value]
    elif isinstance(value, dict):
        items = value.values()
    elif not isinstance(value, list | tuple):
        items = []
    for text in items:
        if isinstance(text, str) and len(text) <= _LONGEST:
            yield text


@lru_cache(maxsize=64)
def _descriptions(record: type[BaseModel]) -> dict[str, str]:
    """Return the key of each help text of a record."""
    fields = record.model_fields
    return {plain_words(f.description): key for key, f in fields.items() if f.description}


@lru_cache(maxsize=64)
def _for_readers(record: type[BaseModel]) -> frozenset[str]:
    """Return the keys of a record that hold texts for readers, alone or in a list."""
    fields = record.model_fields
    return frozenset(key for key, f in fields.items() if _is_marked((f.annotation, *f.metadata)))


def _is_marked(parts: tuple[Any, ...]) -> bool:
    if any(isinstance(part, ForReaders) for part in parts):
        return True
    nested = [(*get_args(part), *getattr(part, "__metadata__", ())) for part in parts]
    return any(part and _is_marked(part) for part in nested)
