"""What the validator found about a file's keys, and what of it is told as one slip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.model.shapes import record_below, unwrap
from generator.model.slips.walk import Path, path_of
from generator.problems.problem import Place, Problem
from generator.source.tree import Listing, Mapping, Node

WRONG_VALUES = ("model_type", "model_attributes_type", "list_type", "tuple_type", "dict_type")
"""What the validator calls a value that is no record, or no list."""


@dataclass
class Findings:
    """What was found, and what was made of it.

    Attributes:
        node: the file's tree.
        kind: what it should hold.
        details: each finding of the validator.
        unknown: the unknown keys of each record, by its path.
        missing: the missing keys of each record, by its path.
        texts: where a text should stand and none does.
        problems: one for each slip.
        told: the path and the kind of each finding that is told by them.
        displaced: line and column of each name that stands among the keys of another record.
    """

    node: Node
    kind: Any
    details: Sequence[ErrorDetails]
    unknown: dict[Path, list[str]] = field(default_factory=dict)
    missing: dict[Path, list[str]] = field(default_factory=dict)
    texts: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    told: set[tuple[Path, str]] = field(default_factory=set)
    displaced: list[tuple[int, frozenset[int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for detail in self.details:
            where = path_of(detail)
            if not where:
                continue
            match detail["type"]:
                case "extra_forbidden":
                    self.unknown.setdefault(where[:-1], []).append(str(where[-1]))
                case "missing":
                    self.missing.setdefault(where[:-1], []).append(str(where[-1]))
                case "string_type":
                    self.texts.add(where)

    def tell(self, message: str, place: Place) -> None:
        """Note a problem of the rule `unknown-key`."""
        self.problems.append(Problem("unknown-key", message, place))

    def keys(self, path: Path) -> Mapping:
        """Return the keys at a path; none where there are none."""
        found = node_at(self.node, path)
        return found if isinstance(found, Mapping) else Mapping(self.node.place)


def node_at(node: Node, path: Path) -> Node | None:
    """Return the value at a path; None where there is none."""
    for step in path:
        match node:
            case Mapping() if isinstance(step, str) and step in node.values:
                node = node.values[step]
            case Listing() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def records_below(record: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield the keys of a record that have records below them, with these."""
    for key, field_there in record.model_fields.items():
        if below := record_below(field_there.annotation):
            yield key, below


def is_list(record: type[BaseModel] | None, key: str) -> bool:
    """Tell whether a key of a record holds a list."""
    field_there = record.model_fields.get(key) if record else None
    return field_there is not None and get_origin(unwrap(field_there.annotation)) is tuple


def in_order(path: Path) -> list[tuple[bool, int, str]]:
    """Return by what paths are sorted as they stand in a file."""
    return [(isinstance(s, int), s if isinstance(s, int) else 0, str(s)) for s in path]
