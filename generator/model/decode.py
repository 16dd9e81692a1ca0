"""From a tree to a record, or to problems in words that an editor can act on."""

import difflib
from collections.abc import Sequence
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.problems import Problem
from generator.source.tree import Node, PathStep, place_of, plain

T = TypeVar("T")

# Keys whose absence or misuse has a rule of its own, because a reader is hurt by it.
_RULE_OF_KEY = {"reviewed_on": "review-date", "verify": "verify-notice", "reviewed_by": "reviewer"}

_WANTED = {
    "string_type": "a text",
    "list_type": "a list, one item to a line, each beginning with `- `",
    "tuple_type": "a list, one item to a line, each beginning with `- `",
    "dict_type": "keys with values, indented below it",
    "model_type": "keys with values, indented below it",
    "model_attributes_type": "keys with values, indented below it",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
}


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def decode(node: Node, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """Validate a tree against a type: a record, or a dict of records.

    Returns:
        The record, or None where there are problems, and the problems with their places.
    """
    try:
        record: T = _adapter(cast("Any", kind)).validate_python(plain(node))

    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return record, []
    misspelt = _misspelt(details, kind)
    found = [
        _problem(detail, node, kind, misspelt)
        for detail in details
        if not (detail["type"] == "missing" and tuple(detail["loc"]) in misspelt.values())
    ]
    return None, found


def _problem(
    detail: ErrorDetails, node: Node, kind: Any, misspelt: dict[tuple[Any, ...], tuple[Any, ...]]
) -> Problem:
    path = _path(detail["loc"])
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "the file"
    rule = next((_RULE_OF_KEY[step] for step in path if step in _RULE_OF_KEY), None)
    field = _field(kind, path)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "guide":
            message = context["message"]
            rule = "verify-notice" if rule == "verify-notice" else context["rule"]
            if path:
                message = f"`{name}`: {message}"
        case "missing":
            rule = rule or "missing-key"
            message = f"`{name}` is missing: {_how_to_write(path[-1], field)}"
        case "extra_forbidden":
            rule = "unknown-key"
            message = _unknown_key(path, kind, misspelt)
            return Problem(rule, message, place_of(node, path, key=True))
        case "literal_error":
            rule = rule or "value"
            message = _not_allowed(name, detail["input"], _choices(field))
        case "too_short":
            rule = rule or "value"
            message = f"`{name}` has too few items: {_how_to_write(path[-1], field)}"
        case "greater_than_equal" | "less_than_equal":
            rule = rule or "value"
            message = f"`{name}` is out of range: {detail['msg'][6:].lower()}"
        case kind_of_error:
            rule = rule or "value"
            wanted = _WANTED.get(kind_of_error, detail["msg"].lower())
            found = "nothing" if detail["input"] == "" else _kind_of(detail["input"])
            message = f"`{name}` holds {found} where {wanted} is expected"
            if field is not None and field.description:
                message = f"{message}: {_lower_first(field.description)}"
    return Problem(rule, message, place_of(node, path))


def _path(location: Sequence[int | str]) -> tuple[PathStep, ...]:
    """Drop the marks that pydantic adds for keys of a dict and branches of a union."""
    return tuple(step for step in location if step != "[key]")


def _kind_of(value: object) -> str:
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else f"the text `{value}`"


def _how_to_write(key: PathStep, field: FieldInfo | None) -> str:
    if field is None:
        return f"write `{key}:` and its value"
    what = _lower_first(field.description or "its value").rstrip(".")
    if field.examples:
        example = field.examples[0]
        shown = f"[{', '.join(example)}]" if isinstance(example, list) else example
        return f"write `{key}: {shown}` ({what})"
    return f"write `{key}:` and {what}"


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _unknown_key(
    path: Sequence[PathStep], kind: Any, misspelt: dict[tuple[Any, ...], tuple[Any, ...]]
) -> str:
    key = str(path[-1])
    if meant := misspelt.get(tuple(path)):
        return f"unknown key `{key}`: did you mean `{meant[-1]}`?"
    known = _keys(_resolve(kind, path[:-1]))
    if near := difflib.get_close_matches(key, known, 1):
        return f"unknown key `{key}`: did you mean `{near[0]}`?"
    return f"unknown key `{key}`: remove it; the keys here are {', '.join(sorted(known))}"


def _not_allowed(name: str, value: object, choices: Sequence[str]) -> str:
    listed = ", ".join(f"`{choice}`" for choice in choices)
    near = difflib.get_close_matches(str(value), choices, 1)
    hint = f"did you mean `{near[0]}`? Allowed are" if near else "write one of"
    return f"`{name}` is `{value}`: {hint} {listed}"


def _misspelt(details: Sequence[ErrorDetails], kind: Any) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """Pair each unknown key with the missing key that it most likely stands for."""
    missing = [tuple(detail["loc"]) for detail in details if detail["type"] == "missing"]
    pairs: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for detail in details:
        location = tuple(detail["loc"])
        if detail["type"] != "extra_forbidden" or not _keys(_resolve(kind, location[:-1])):
            continue
        beside = [str(loc[-1]) for loc in missing if loc[:-1] == location[:-1]]
        if near := difflib.get_close_matches(str(location[-1]), beside, 1):
            pairs[location] = (*location[:-1], near[0])
    return pairs


def _resolve(kind: Any, path: Sequence[PathStep]) -> Any:
    """Follow a path through the types of a model; None where it leads to no model."""
    for step in path:
        kind = _step(kind, step)
    return _unwrap(kind)


def _step(kind: Any, step: PathStep) -> Any:
    kind = _unwrap(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return field.annotation if field else None
    arguments = get_args(kind)
    if not arguments:
        return None
    return arguments[1] if get_origin(kind) is dict else arguments[0]


def _unwrap(kind: Any) -> Any:
    if get_origin(kind) in {UnionType, Union}:
        return next((part for part in get_args(kind) if part is not type(None)), None)
    if hasattr(kind, "__metadata__"):
        return _unwrap(get_args(kind)[0])
    return kind


def _keys(kind: Any) -> list[str]:
    return list(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else []


def _field(kind: Any, path: Sequence[PathStep]) -> FieldInfo | None:
    owner = _resolve(kind, path[:-1])
    if path and isinstance(owner, type) and issubclass(owner, BaseModel):
        return owner.model_fields.get(str(path[-1]))
    return None


def _choices(field: FieldInfo | None) -> list[str]:
    return [str(choice) for choice in get_args(_unwrap(field.annotation))] if field else []
