"""From a tree to a record, or to problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError, create_model
from pydantic_core import ErrorDetails

from generator.model.slips.finding import place_in
from generator.model.slips.findings import node_at
from generator.model.slips.lines import slips_in_lines
from generator.model.slips.pairs import alone_together, misspelt_keys, strangers
from generator.model.slips.strays import strays
from generator.model.slips.walk import Path, path_of
from generator.model.slips.wording import rule_and_message, unknown_keys, unlike_keys
from generator.problems.problem import Problem
from generator.source.bounds import MOST_PROBLEMS
from generator.source.tree import Node, Plain, Scalar, place_of, plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What became of a tree.

    Attributes:
        record: the record; None where nothing can be made of the tree.
        problems: what was wrong, with places.
        faulty: keys of the record that have problems. Their values mean nothing; the others can
            still be checked against other records, so that one run tells everything.
        displaced: for each key that was swallowed by the text above it, its line, and the columns
            of the keys around that text: what follows there belongs to another record.
    """

    record: T | None
    problems: list[Problem]
    faulty: frozenset[str] = frozenset()
    displaced: tuple[tuple[int, frozenset[int]], ...] = ()


def told_once(parsed: Sequence[Problem], decoded: Decoded[Any]) -> list[Problem]:
    """Return what is wrong with a file, without what follows from another slip in it.

    Args:
        parsed: what reading its lines found.
        decoded: what became of its tree.
    """
    # What is wrong with a line as such is told already; what follows from it is no news.
    lines = {problem.place.line for problem in parsed}
    # Without the key that was swallowed, the keys below it seem to be there twice.
    kept = [
        problem
        for problem in parsed
        if problem.rule != "duplicate-key"
        or not any(
            problem.place.line > line and problem.place.column in columns
            for line, columns in decoded.displaced
        )
    ]
    return [*kept, *(problem for problem in decoded.problems if problem.place.line not in lines)]


def decode(node: Node, kind: type[T]) -> Decoded[T]:
    """Validate a tree against a type: a record, or a dict of records."""
    data = plain(node)
    layout = slips_in_lines(node, kind)
    try:
        record: T = _adapter(cast("Any", kind)).validate_python(data)
    except ValidationError as error:
        details = _first(error.errors(include_url=False))
    else:
        if not layout.faulty:
            return Decoded(record, layout.problems, displaced=layout.displaced)
        details = []
    told = _without(details, layout.told, layout.below)
    stray = strays(node, kind, told)
    told = _without(told, stray.told, set())
    problems = [*layout.problems, *stray.problems, *_problems(told, node, kind)]
    faulty = layout.faulty | {str(path[0]) for detail in details if (path := path_of(detail))}
    partly = _partly(data, kind, frozenset(faulty))
    displaced = (*layout.displaced, *stray.displaced)
    return Decoded(partly, problems, frozenset(faulty), displaced)


def _first(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out what is wrong with keys and items beyond a number that nobody reads.

    What is missing stays: it may be what one of the others was meant to be.
    """
    missing = [detail for detail in details if detail["type"] == "missing"][:MOST_PROBLEMS]
    others = [detail for detail in details if detail["type"] != "missing"][: MOST_PROBLEMS + 1]
    return details if len(details) <= MOST_PROBLEMS else [*missing, *others]


def _without(
    details: list[ErrorDetails], told: set[tuple[Path, str]], below: set[Path]
) -> list[ErrorDetails]:
    """Leave out what the validator found because of something that is told already."""
    # An item that is refused, or holds what is refused, is not counted.
    paths = [*map(path_of, details), *below]
    miscounted = {path[:number] for path in paths for number in range(len(path))}
    return [
        detail
        for detail in details
        if ((path := path_of(detail)), detail["type"]) not in told
        and path not in below
        and not (detail["type"] == "too_short" and path in miscounted)
    ]


def _problems(details: list[ErrorDetails], node: Node, kind: Any) -> list[Problem]:
    misspelt = misspelt_keys(details, kind)
    unknown = [path_of(detail) for detail in details if detail["type"] == "extra_forbidden"]
    missing = [path_of(detail) for detail in details if detail["type"] == "missing"]
    unlike = alone_together(unknown, missing, misspelt)
    of_a_kind = {(path_of(d), d["type"]) for d in details if d["type"] in _KINDS}
    several = strangers(unknown, missing, misspelt)
    meant = {*misspelt.values(), *unlike.values()}
    found = [
        Problem("unknown-key", unknown_keys(own, kind), place_of(node, own[0], key=True))
        for own in several.values()
    ]
    for detail in details:
        path = path_of(detail)
        if path in meant and detail["type"] == "missing":
            continue
        if (_above(path), detail["type"]) in of_a_kind:  # told at the first of such items
            continue
        if path[:-1] in several and path not in misspelt and detail["type"] in _OF_KEYS:
            continue
        if detail["type"] == "extra_forbidden" and path in unlike:
            message = unlike_keys(path, unlike[path], kind)
            found.append(Problem("unknown-key", message, place_of(node, path, key=True)))
        else:
            found.append(_problem(detail, path, node, kind, misspelt))
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


_OF_KEYS = {"missing", "extra_forbidden"}
_KINDS = {"model_type", "string_type"}


def _above(path: Path) -> Path | None:
    """Return the path of the item above, if there is one."""
    number = path[-1] if path else None
    return (*path[:-1], number - 1) if isinstance(number, int) else None


def _problem(
    detail: ErrorDetails, path: Path, node: Node, kind: Any, misspelt: dict[Path, Path]
) -> Problem:
    value = node_at(node, path)
    rule, message = rule_and_message(detail, path, kind, misspelt, value)
    context = detail.get("ctx", {})
    if context.get("rule") == "text" and isinstance(value, Scalar):
        return Problem(rule, message, place_in(value, context["message"]))
    unknown = detail["type"] == "extra_forbidden"
    return Problem(rule, message, place_of(node, path, key=unknown))


def _partly(data: Plain, kind: type[T], faulty: frozenset[str]) -> T | None:
    """Make a record of the sound keys; the faulty ones are None."""
    if not (isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, BaseModel)):
        return None
    sound = {key: value for key, value in data.items() if key not in faulty}
    partial = _without_demands(kind, faulty.intersection(kind.model_fields))
    try:
        return cast("T", partial.model_validate(sound))
    except ValidationError:
        return None


# Making one takes longer than all else that is done about a problem, and most are asked for again.
@lru_cache(maxsize=32)
def _without_demands(kind: type[BaseModel], keys: frozenset[str]) -> type[BaseModel]:
    """Return a kind of record that asks nothing of some of its keys."""
    loose: dict[str, Any] = dict.fromkeys(keys, (Any, None))
    return create_model(kind.__name__, __base__=kind, **loose)
