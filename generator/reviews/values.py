"""Two trees of one kind compared key by key: layout, comments and order are no change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import fields_of, is_record, records_in, unwrap
from generator.source.tree import Listing, Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Attributes:
        key: the way to it: keys, and the names of records in lists and mappings.
        meaning: what the change means.
        before: the value before, its white space evened out; None where there was none.
        after: the value now; None where there is none any more.
    """

    key: tuple[str, ...]
    meaning: Meaning
    before: str | None
    after: str | None

    @property
    def name(self) -> str:
        """The way to it in words, as in ``employer: fee``."""
        return ": ".join(step.replace("_", " ") for step in self.key)


def changes(kind: Any, before: Node | None, after: Node | None) -> Iterator[Change]:
    """Yield what is different between two trees of one kind.

    Keys that the kind does not know are left out: the checks tell of those.
    """
    yield from _compare(kind, None, before, after, ())


def _compare(
    kind: Any,
    meaning: Meaning | None,
    before: Node | None,
    after: Node | None,
    path: tuple[str, ...],
) -> Iterator[Change]:
    kind = unwrap(kind)
    items = _items_of(kind)
    if is_record(kind):
        for key, field in fields_of(kind).items():
            own = meaning_of(field) or meaning
            old, new = (_child(tree, key, field) for tree in (before, after))
            yield from _compare(field.annotation, own, old, new, (*path, key))
    elif items is not None and _names_records(kind, items):
        yield from _records(kind, items, meaning, (before, after), path)
    elif items is not None:
        old_items, new_items = _texts(before), _texts(after)
        for text in [t for t in old_items if t not in new_items]:
            yield Change(path, meaning or Meaning.FACT, text, None)
        for text in [t for t in new_items if t not in old_items]:
            yield Change(path, meaning or Meaning.FACT, None, text)
    else:
        old_text, new_text = _text(before), _text(after)
        if old_text != new_text:
            yield Change(path, meaning or Meaning.FACT, old_text or None, new_text or None)


def _records(
    kind: Any,
    items: Any,
    meaning: Meaning | None,
    trees: tuple[Node | None, Node | None],
    path: tuple[str, ...],
) -> Iterator[Change]:
    """Compare records by name: one that has come or gone is one change."""
    old, new = (_named(kind, items, tree) for tree in trees)
    for name in dict.fromkeys([*old, *new]):
        if name in old and name in new:
            yield from _compare(items, meaning, old[name], new[name], (*path, name))
        else:
            told = meaning or _weightiest(items)
            here = (name, None) if name in old else (None, name)
            yield Change(path, told, *here)


def _child(tree: Node | None, key: str, field: FieldInfo) -> Node | None:
    """Return what stands at a key; where nothing does, what the key means then."""
    node = tree.values.get(key) if isinstance(tree, Mapping) else None
    if node is None and tree is not None and isinstance(field.default, int):
        return Scalar(str(field.default), tree.place)
    return node


def _items_of(kind: Any) -> Any:
    """Return the kind of a list's items or of a mapping's values; None for anything else."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is dict:
        return unwrap(arguments[1])
    # Prose is a tuple in the record, but one text in the file.
    if origin is tuple and arguments[0] is not str:
        return unwrap(arguments[0])
    return None


def _names_records(kind: Any, items: Any) -> bool:
    return get_origin(kind) is dict or is_record(items)


def _named(kind: Any, items: Any, tree: Node | None) -> dict[str, Node]:
    if get_origin(kind) is dict:
        return dict(tree.values) if isinstance(tree, Mapping) else {}
    named: dict[str, Node] = {}
    for number, node in enumerate(tree.items if isinstance(tree, Listing) else ()):
        parts = [_text(_step(node, key)) for key in items.identity]
        named.setdefault(" ".join(filter(None, parts)) or f"number {number + 1}", node)
    return named


def _step(node: Node, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, Mapping) else None


def _weightiest(items: Any) -> Meaning:
    """Return what it means that a whole record came or went."""
    found = {
        meaning_of(field)
        for record in records_in(items).values()
        for field in record.model_fields.values()
    }
    return next((meaning for meaning in Meaning if meaning in found), Meaning.FACT)


def _text(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _texts(node: Node | None) -> list[str]:
    return [_text(item) for item in node.items] if isinstance(node, Listing) else []
