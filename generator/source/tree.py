"""What a YAML file holds, with the place of every key and value.

Scalars are text, exactly as written: nothing here turns ``NO`` into false or ``2026-05`` into
something else. Meaning comes later, from the model.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.problems.problem import Place

PathStep = str | int
Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text.

    Attributes:
        text: what it says, its lines joined as its style asks.
        place: where it begins; with `>-` or `|`, that is where these stand.
        lines: the lines of the file from the one on which it begins to its last.
        style: the sign that opens it, a quote, `|` or `>`; none where it stands as it is.
    """

    text: str
    place: Place
    lines: tuple[str, ...] = field(default=(), compare=False, repr=False)
    style: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping; `keys` has the place of each key, `values` its node."""

    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


Node = Scalar | Listing | Mapping


def plain(node: Node) -> Plain:
    """Return the node as text, lists and dicts."""
    match node:
        case Scalar():
            return node.text
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.values.items()}


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every text below the node, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Listing():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for value in node.values.values():
                yield from scalars(value)


def place_of(node: Node, path: Sequence[PathStep], *, key: bool = False) -> Place:
    """Return the place of the value at `path`, or of the nearest thing above it that exists.

    Args:
        node: where to start.
        path: keys and list positions, from the outside in.
        key: point at the last key instead of its value.
    """
    place = node.place
    for number, step in enumerate(path):
        last = number == len(path) - 1
        match node:
            case Mapping() if isinstance(step, str) and step in node.values:
                place = node.keys[step]
                node = node.values[step]
                if last and not key and isinstance(node, Scalar) and node.text:
                    place = node.place
            case Listing() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = node.place
            case _:
                return place
    return place
