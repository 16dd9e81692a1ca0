"""What the type of a key is marked with: names, patterns, limits."""

from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

from generator.model.shapes import is_record, unwrap

M = TypeVar("M")


def kind_of(field: FieldInfo) -> Any:
    """Return a key's type with its marks, which a field keeps apart."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def mark_of(kind: Any, mark: type[M]) -> M | None:
    """Return the mark of this type that a kind has, of several the outermost, or None."""
    return next((one for one in reversed(marks_of(kind)) if isinstance(one, mark)), None)


def marks_of(kind: Any) -> list[Any]:
    """Return what a kind is marked with, the outermost last; a list's items keep their own."""
    if hasattr(kind, "__metadata__"):
        return [*marks_of(get_args(kind)[0]), *kind.__metadata__]
    if get_origin(kind) in {tuple, dict} or is_record(kind):
        return []
    return [mark for part in get_args(kind) for mark in marks_of(part)]


def pattern_of(kind: Any) -> str | None:
    """Return the pattern of a kind that is written as one text; None of any other."""
    written = mark_of(kind, WithJsonSchema)
    return (written.json_schema or {}).get("pattern") if written else None


def is_list(kind: Any) -> bool:
    """Tell whether a kind is written as a list; paragraphs are one text."""
    return get_origin(unwrap(kind)) is tuple and pattern_of(kind) is None
