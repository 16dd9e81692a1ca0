"""Finding one's way through the types of the records: which keys, which values, where."""

from collections.abc import Sequence
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.source.tree import PathStep


def keys_at(kind: Any, path: Sequence[PathStep]) -> list[str]:
    """Return the keys of the record to which a path leads; none where it leads to no record."""
    owner = _resolve(kind, path)
    return list(owner.model_fields) if owner is not None else []


def field_at(kind: Any, path: Sequence[PathStep]) -> FieldInfo | None:
    """Return the field to which a path leads."""
    owner = _resolve(kind, path[:-1]) if path else None
    return owner.model_fields.get(str(path[-1])) if owner is not None else None


def choices(field: FieldInfo | None) -> list[str]:
    """Return the words that a field allows, where it allows only some."""
    return [str(choice) for choice in get_args(_unwrap(field.annotation))] if field else []


def _resolve(kind: Any, path: Sequence[PathStep]) -> type[BaseModel] | None:
    for step in path:
        kind = _step(_unwrap(kind), step)
    kind = _unwrap(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _step(kind: Any, step: PathStep) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return field.annotation if field else None
    arguments = get_args(kind)
    if not arguments:
        return None
    return arguments[1] if get_origin(kind) is dict else arguments[0]


def _unwrap(kind: Any) -> Any:
    """Take the type out of `Annotated[...]` and of `... | None`."""
    if get_origin(kind) in {UnionType, Union}:
        return next((part for part in get_args(kind) if part is not type(None)), None)
    if hasattr(kind, "__metadata__"):
        return _unwrap(get_args(kind)[0])
    return kind
