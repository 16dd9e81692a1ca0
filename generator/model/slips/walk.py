"""Going through a file's tree and the type of what it should hold, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.model.shapes import is_record, unwrap
from generator.source.tree import Listing, Mapping, Node, PathStep

Path = tuple[PathStep, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Keys around a value.

    Attributes:
        path: where they stand.
        node: the keys themselves.
        record: the record that they should be; None where the keys are names, as slugs are.
        inner: the record below each name, where the keys are names.
        listing: the list of which they are an item, if they are.
    """

    path: Path
    node: Mapping
    record: type[BaseModel] | None
    inner: type[BaseModel] | None = None
    listing: Listing | None = None

    @property
    def column(self) -> int:
        """The column of the keys."""
        return next(iter(self.node.keys.values()), self.node.place).column


@dataclass(frozen=True, slots=True)
class Visit:
    """A value with what it should be, and the keys around it from the outside in."""

    node: Node
    kind: Any
    path: Path
    owners: tuple[Owner, ...]
    marks: tuple[Any, ...] = ()
    """What its type is annotated with."""

    @property
    def key(self) -> str:
        """The key under which the value stands, or the list that it is an item of."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "the file")


def path_of(detail: ErrorDetails) -> Path:
    """Return where the validator found something, as keys and list positions."""
    # pydantic marks the key of a dict as a step of its own.
    return tuple(step for step in detail["loc"] if step != "[key]")


def visits(node: Node, kind: Any) -> Iterator[Visit]:
    """Yield every value of a tree in the order of the file; what no type knows is left out."""
    yield from _visits(Visit(node, kind, (), ()), None)


def _visits(visit: Visit, listing: Listing | None) -> Iterator[Visit]:
    yield visit
    node, kind, path = visit.node, unwrap(visit.kind), visit.path
    if isinstance(node, Listing) and get_origin(kind) is tuple:
        below = get_args(kind)[0]
        for number, item in enumerate(node.items):
            marks = getattr(below, "__metadata__", ())
            yield from _visits(Visit(item, below, (*path, number), visit.owners, marks), node)
    elif isinstance(node, Mapping) and is_record(kind):
        owners = (*visit.owners, Owner(path, node, kind, listing=listing))
        for key, value in node.values.items():
            if field := kind.model_fields.get(key):
                marks = tuple(field.metadata)
                below = Visit(value, field.annotation, (*path, key), owners, marks)
                yield from _visits(below, None)
    elif isinstance(node, Mapping) and get_origin(kind) is dict:
        named_type = get_args(kind)[1]
        marks = getattr(named_type, "__metadata__", ())
        inner = unwrap(named_type)
        named = Owner(path, node, None, inner if is_record(inner) else None)
        for key, value in node.values.items():
            owners = (*visit.owners, named)
            yield from _visits(Visit(value, named_type, (*path, key), owners, marks), None)
