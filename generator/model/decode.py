"""From a tree to a record, or to problems."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError, create_model
from pydantic_core import ErrorDetails

from generator.model.wording import misspelt_keys, rule_and_message
from generator.problems.problem import Problem
from generator.source.tree import Node, Plain, place_of, plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What became of a tree.

    Attributes:
        record: the record; None where nothing can be made of the tree.
        problems: what was wrong, with places.
        faulty: keys of the record that have problems. Their values mean nothing; the others can
            still be checked against other records, so that one run tells everything.
    """

    record: T | None
    problems: list[Problem]
    faulty: frozenset[str] = frozenset()


def decode(node: Node, kind: type[T]) -> Decoded[T]:
    """Validate a tree against a type: a record, or a dict of records."""
    data = plain(node)
    try:
        record: T = _adapter(cast("Any", kind)).validate_python(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return Decoded(record, [])
    misspelt = misspelt_keys(details, kind)
    problems = [
        _problem(detail, node, kind, misspelt)
        for detail in details
        if not (detail["type"] == "missing" and detail["loc"] in misspelt.values())
    ]
    faulty = frozenset(str(detail["loc"][0]) for detail in details if detail["loc"])
    return Decoded(_partly(data, kind, faulty), problems, faulty)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _problem(detail: ErrorDetails, node: Node, kind: Any, misspelt: dict[Any, Any]) -> Problem:
    # pydantic marks the key of a dict as a step of its own.
    path = tuple(step for step in detail["loc"] if step != "[key]")
    rule, message = rule_and_message(detail, path, kind, misspelt)
    unknown = detail["type"] == "extra_forbidden"
    return Problem(rule, message, place_of(node, path, key=unknown))


def _partly(data: Plain, kind: type[T], faulty: frozenset[str]) -> T | None:
    """Make a record of the sound keys; the faulty ones are None."""
    if not (isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, BaseModel)):
        return None
    loose: dict[str, Any] = {key: (Any, None) for key in faulty if key in kind.model_fields}
    sound = {key: value for key, value in data.items() if key not in faulty}
    partial = create_model(kind.__name__, __base__=kind, **loose)
    try:
        return cast("T", partial.model_validate(sound))
    except ValidationError:
        return None
