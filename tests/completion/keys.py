"""Every key that the frozen guide's files write, each with a place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.model.category import Category, Ended
from generator.model.layout import SINGLES
from generator.model.shapes import is_record, unwrap
from generator.source.tree import Listing, Mapping, Node
from generator.source.yaml_text import parse


@dataclass(frozen=True)
class Written:
    """A key of a record, at one place where it is written.

    Attributes:
        record: the kind of record.
        key: its key.
        path: the file.
        line: the line of the key, counted from 1.
        column: where the key begins, counted from 1.
    """

    record: type[BaseModel]
    key: str
    path: str
    line: int
    column: int

    @property
    def description(self) -> str:
        """What an editor has to be told of the key."""
        return self.record.model_fields[self.key].description or ""

    def marked_in(self, text: str) -> str:
        """Return the file's text with the sign `¦` within the key."""
        lines = text.split("\n")
        line = lines[self.line - 1]
        lines[self.line - 1] = f"{line[: self.column]}¦{line[self.column :]}"
        return "\n".join(lines)


def keys_of(root: Path) -> dict[tuple[str, str], Written]:
    """Return a place for each key, by the names of record and key: the first of all files."""
    found: dict[tuple[str, str], Written] = {}
    for file in sorted((root / "data").rglob("*.yml")):
        path = file.relative_to(root).as_posix()
        tree, _ = parse(file.read_text(encoding="utf-8"), path)
        if tree is not None and (kind := _kind(path, tree)):
            for one in _below(path, tree, kind):
                found.setdefault((one.record.__name__, one.key), one)
    return found


def _kind(path: str, tree: Node) -> Any:
    if path.startswith("data/categories/"):
        return Ended if isinstance(tree, Mapping) and "ended" in tree.keys else Category
    return SINGLES.get(path.removeprefix("data/").removesuffix(".yml"))


def _below(path: str, node: Node, kind: Any) -> Iterator[Written]:
    kind = unwrap(kind)
    if is_record(kind) and isinstance(node, Mapping):
        for key, place in node.keys.items():
            yield Written(kind, key, path, place.line, place.column)
            yield from _below(path, node.values[key], kind.model_fields[key].annotation)
    elif isinstance(node, Listing) and get_origin(kind) is tuple:
        for item in node.items:
            yield from _below(path, item, get_args(kind)[0])
    elif isinstance(node, Mapping) and get_origin(kind) is dict:
        for inner in node.values.values():
            yield from _below(path, inner, get_args(kind)[1])
