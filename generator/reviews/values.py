"""Two trees of one kind compared key by key: layout, comments and order are no change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.base import Names
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import fields_of, is_record, named_kind, unwrap
from generator.problems.problem import Place
from generator.reviews.sentences import differences
from generator.reviews.slip import is_slip
from generator.source.tree import Listing, Node, Scalar
from generator.source.tree import Mapping as Keys

_MAY_SLIP = {Meaning.FACT, Meaning.SENTENCE, Meaning.OFFICIAL, Meaning.NOTE}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Attributes:
        key: the way to it: keys, and the names of records in lists and mappings.
        meaning: what the change means.
        before: the value before, its white space evened out; None where there was none.
        after: the value now; None where there is none any more.
        place: where it stands now, or what it stood in; None where nothing of it is left.
    """

    key: tuple[str, ...]
    meaning: Meaning
    before: str | None
    after: str | None
    place: Place | None = None

    @property
    def name(self) -> str:
        """The way to it in words, as in ``employer: fee``."""
        return ": ".join(step.replace("_", " ") for step in self.key)

    def pairs(self) -> list[tuple[str | None, str | None]]:
        """Return the sentences that differ, each whole, before and now."""
        if self.before is None or self.after is None:
            return [(self.before, self.after)]
        return differences(self.before, self.after) or [(self.before, self.after)]


def changes(
    kind: Any, before: Node | None, after: Node | None, renamed: Mapping[str, str] | None = None
) -> Iterator[Change]:
    """Yield what is different between two trees of one kind.

    Keys that the kind does not know are left out: the checks tell of those.

    Args:
        kind: the type of both.
        before: the earlier tree; None where there was none, so that everything is new.
        after: the later tree; None where there is none any more.
        renamed: new slugs of categories by their earlier ones. Whoever names a category by its
            new slug names the same one.
    """
    if before is not after:  # what was taken over from an earlier reading is the same
        yield from _Comparison(renamed or {}).of(kind, before, after, _Spot())


def graded(change: Change) -> Change:
    """Return a change as a slip, if it is no more than that."""
    if change.meaning not in _MAY_SLIP or change.before is None or change.after is None:
        return change
    pairs = differences(change.before, change.after)
    if all(old and new and is_slip(old, new) for old, new in pairs):
        return replace(change, meaning=Meaning.SLIP)
    return change


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in two trees a comparison stands.

    Attributes:
        path: the way to it.
        meaning: what a change there means; None until a key says it.
        at: the place of what it stands in, in the later tree.
        names: whether the texts there name categories.
    """

    path: tuple[str, ...] = ()
    meaning: Meaning | None = None
    at: Place | None = None
    names: bool = False

    def change(self, before: str | None, after: str | None, at: Place | None = None) -> Change:
        return Change(self.path, self.meaning or Meaning.FACT, before, after, at or self.at)


@dataclass(frozen=True, slots=True)
class _Comparison:
    renamed: Mapping[str, str] = field(default_factory=dict)

    def of(
        self, kind: Any, before: Node | None, after: Node | None, spot: _Spot
    ) -> Iterator[Change]:
        names = spot.names or named_kind(kind) == "categories"
        spot = replace(spot, names=names, at=after.place if after else spot.at)
        kind = unwrap(kind)
        items = _items_of(kind)
        if is_record(kind):
            yield from self._record(kind, before, after, spot)
        elif items is not None and (get_origin(kind) is dict or is_record(unwrap(items))):
            old, new = (_named(kind, unwrap(items), tree) for tree in (before, after))
            for name in dict.fromkeys([*old, *new]):
                below = replace(spot, path=(*spot.path, name))
                yield from self.of(items, old.get(name), new.get(name), below)
        elif items is not None:
            yield from self._list(before, after, spot)
        else:
            old_text, new_text = (self._named(_text(tree), spot) for tree in (before, after))
            if " ".join(old_text.split()) != " ".join(new_text.split()):
                yield graded(spot.change(old_text or None, new_text or None))

    def _record(
        self, kind: Any, before: Node | None, after: Node | None, spot: _Spot
    ) -> Iterator[Change]:
        both = before is not None and after is not None
        for key, about in fields_of(kind).items():
            below = _Spot(
                (*spot.path, key),
                meaning_of(about) or spot.meaning,
                spot.at,
                Names("categories") in about.metadata,
            )
            old, new = (_child(tree, key, about, both=both) for tree in (before, after))
            yield from self.of(about.annotation, old, new, below)

    def _list(self, before: Node | None, after: Node | None, spot: _Spot) -> Iterator[Change]:
        """Yield what has gone from a list of texts, then what has come; a mended item once."""
        places = {_text(i): i.place for i in after.items} if isinstance(after, Listing) else {}
        old, new = (self._texts(tree, spot) for tree in (before, after))
        come = [text for text in new if text not in old]
        for text in [text for text in old if text not in new]:
            mended = next((other for other in come if is_slip(text, other)), None)
            if mended is None or (spot.meaning or Meaning.FACT) not in _MAY_SLIP:
                yield spot.change(text, None)
                continue
            come.remove(mended)
            yield replace(spot, meaning=Meaning.SLIP).change(text, mended, places.get(mended))
        for text in come:
            yield spot.change(None, text, places.get(text))

    def _named(self, text: str, spot: _Spot) -> str:
        return self.renamed.get(text, text) if spot.names else text

    def _texts(self, tree: Node | None, spot: _Spot) -> list[str]:
        items = tree.items if isinstance(tree, Listing) else ()
        return [self._named(_text(item), spot) for item in items]


def _child(tree: Node | None, key: str, about: FieldInfo, *, both: bool) -> Node | None:
    """Return what stands at a key; where nothing does, what the key means then."""
    node = tree.values.get(key) if isinstance(tree, Keys) else None
    if node is None and both and tree is not None and isinstance(about.default, int):
        return Scalar(str(about.default), tree.place)
    return node


def _items_of(kind: Any) -> Any:
    """Return the kind of a list's items or of a mapping's values; None for anything else."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is dict:
        return arguments[1]
    # Prose is a tuple in the record, but one text in the file.
    if origin is tuple and arguments[0] is not str:
        return arguments[0]
    return None


def _named(kind: Any, items: Any, tree: Node | None) -> dict[str, Node]:
    if get_origin(kind) is dict:
        return dict(tree.values) if isinstance(tree, Keys) else {}
    named: dict[str, Node] = {}
    for number, node in enumerate(tree.items if isinstance(tree, Listing) else ()):
        parts = [_text(_step(node, key)) for key in items.identity]
        name = " ".join(filter(None, parts)) or f"number {number + 1}"
        # Two looks of one day, or two questions in the same words, are two.
        names = (name, *(f"{name} ({again})" for again in range(2, len(named) + 2)))
        named[next(own for own in names if own not in named)] = node
    return named


def _step(node: Node, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, Keys) else None


def _text(node: Node | None) -> str:
    """Return a text with its white space evened out, its paragraphs apart."""
    if not isinstance(node, Scalar):
        return ""
    paragraphs = (" ".join(part.split()) for part in node.text.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)
