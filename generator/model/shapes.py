"""Finding one's way through the types of the records: which keys, which values, where."""

from collections.abc import Iterable, Sequence
from types import UnionType
from typing import Any, Literal, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import Names
from generator.source.tree import PathStep


def keys_at(kind: Any, path: Sequence[PathStep]) -> list[str]:
    """Return the keys of the record to which a path leads; none where it leads to no record."""
    owner = record_at(kind, path)
    return list(owner.model_fields) if owner is not None else []


def field_at(kind: Any, path: Sequence[PathStep]) -> FieldInfo | None:
    """Return the field to which a path leads."""
    owner = record_at(kind, path[:-1]) if path else None
    return owner.model_fields.get(str(path[-1])) if owner is not None else None


def record_at(kind: Any, path: Sequence[PathStep]) -> type[BaseModel] | None:
    """Return the record that belongs at a path; None where it leads to none."""
    for step in path:
        kind = _step(unwrap(kind), step)
    kind = unwrap(kind)
    return kind if is_record(kind) else None


def choices(field: FieldInfo | None) -> list[str]:
    """Return the words that a field allows, where it allows only some."""
    return words(field.annotation) if field else []


def words(kind: Any) -> list[str]:
    """Return the words that a type allows, where it allows only some."""
    kind = unwrap(kind)
    if kind is bool:
        return ["yes", "no"]
    return [str(choice) for choice in get_args(kind)] if get_origin(kind) is Literal else []


def fields_of(record: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return a record's keys as editors write them: its own before those of every such record."""
    own = [key for key in record.__annotations__ if key in record.model_fields]
    return {key: record.model_fields[key] for key in dict.fromkeys([*own, *record.model_fields])}


def records_in(kind: Any) -> dict[str, type[BaseModel]]:
    """Return every kind of record that a type is made of, by name."""
    kind = unwrap(kind)
    if is_record(kind):
        parts = [field.annotation for field in kind.model_fields.values()]
        return {kind.__name__: kind} | _merged(parts)
    return _merged(get_args(kind))


def record_below(kind: Any) -> type[BaseModel] | None:
    """Return the record below a key: its value, or the items of its list."""
    kind = unwrap(kind)
    if get_origin(kind) is tuple:
        kind = unwrap(get_args(kind)[0])
    return kind if is_record(kind) else None


def is_record(kind: Any) -> TypeGuard[type[BaseModel]]:
    """Tell whether a type is a kind of record."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _merged(kinds: Iterable[Any]) -> dict[str, type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    for kind in kinds:
        found |= records_in(kind)
    return found


def _step(kind: Any, step: PathStep) -> Any:
    if is_record(kind):
        field = kind.model_fields.get(str(step))
        return field.annotation if field else None
    arguments = get_args(kind)
    if not arguments:
        return None
    return arguments[1] if get_origin(kind) is dict else arguments[0]


def named_kind(kind: Any) -> str | None:
    """Return what a text names, or the texts of a list: `categories`, `groups` and so on."""
    if hasattr(kind, "__metadata__"):
        own = (mark.kind for mark in kind.__metadata__ if isinstance(mark, Names))
        return next(own, None) or named_kind(get_args(kind)[0])
    if get_origin(kind) in {UnionType, Union, tuple}:
        return next(filter(None, map(named_kind, get_args(kind))), None)
    return None


def unwrap(kind: Any) -> Any:
    """Take the type out of `Annotated[...]` and of `... | None`."""
    if get_origin(kind) in {UnionType, Union}:
        return next((part for part in get_args(kind) if part is not type(None)), None)
    if hasattr(kind, "__metadata__"):
        return unwrap(get_args(kind)[0])
    return kind
