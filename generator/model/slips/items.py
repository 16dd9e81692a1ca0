"""Items of a list that run into each other, because a dash is missing or is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin

from generator.model.base import SLUG
from generator.model.shapes import field_at, named_kind, unwrap
from generator.model.slips.separate import BULLET, CODE, is_named, names_in, without_brackets
from generator.model.slips.walk import Path
from generator.model.slips.wrapping import ends_early, is_joint
from generator.problems.phrases import shortened
from generator.problems.problem import Problem, Severity
from generator.source.tree import Listing, Mapping, Node, Scalar

_DASH = re.compile(r"\s-\s*(?=[^\s\d-])")
_NAME = rf"(?:{CODE.pattern}|{SLUG.pattern})"
_SEVERAL_NAMES = re.compile(rf"\W?{_NAME}(?:[\s,;/|&]+{_NAME})+\W?")
_SEVERAL = 2
_MANY_COMMAS = 2


@dataclass(frozen=True, slots=True)
class RunTogether:
    """An item that is more than one.

    Attributes:
        problem: what to say of it; nothing where that is said of an item above it.
        item: where it stands.
    """

    problem: Problem | None
    item: Path


def items_run_together(node: Node, kind: Any) -> list[RunTogether]:
    """Return the items of lists of texts or names in which a dash is missing, or is none."""
    found: list[RunTogether] = []
    for path, listing in _suspects(node, ()):
        field = field_at(kind, path)
        if field is not None and _holds_texts(field.annotation):
            found.extend(_in_list(path, listing, field.annotation))
    return found


def _suspects(node: Node, path: Path) -> Iterator[tuple[Path, Listing]]:
    """Yield the lists in which a text could be more than one: most have none."""
    match node:
        case Listing():
            texts = [item for item in node.items if isinstance(item, Scalar)]
            if any(_may_run_on(text, alone=len(texts) == 1) for text in texts):
                yield path, node
            for number, item in enumerate(node.items):
                yield from _suspects(item, (*path, number))
        case Mapping():
            for key, value in node.values.items():
                yield from _suspects(value, (*path, key))


def _may_run_on(item: Scalar, *, alone: bool) -> bool:
    text = item.text
    return (
        len(item.lines) > 1
        or " -" in text
        or bool(BULLET.match(text))
        or bool(_SEVERAL_NAMES.fullmatch(text))
        or (alone and text.count(",") >= _MANY_COMMAS)
    )


def _holds_texts(kind: Any) -> bool:
    kind = unwrap(kind)
    return get_origin(kind) is tuple and unwrap(get_args(kind)[0]) is str


def _in_list(path: Path, listing: Listing, kind: Any) -> Iterator[RunTogether]:
    # The slash in a route is no sign between two names.
    named = is_named(kind) and named_kind(kind) != "routes"
    bullet = False
    for number, item in enumerate(listing.items):
        if not isinstance(item, Scalar):
            continue
        column = listing.place.column
        sign = _sign(item)
        if sign is not None and bullet:
            yield RunTogether(None, (*path, number))
            continue
        bullet = bullet or sign is not None
        problem = sign or _lines(item, column, named=named)
        problem = problem or (_names_in_one(item) if named else _texts_in_one(item))
        if problem is None and not named and len(listing.items) == 1:
            problem = _commas(item)
        if problem is not None:
            yield RunTogether(problem, (*path, number))


def _lines(item: Scalar, column: int, *, named: bool) -> Problem | None:
    """Tell of an item that goes on in a line which was to be an item of its own."""
    if item.style:
        return None
    for number, (above, line) in enumerate(zip(item.lines, item.lines[1:], strict=False), 1):
        words = line.strip()
        if not words:
            continue
        at = replace(
            item.place, line=item.place.line + number, column=len(line) - len(line.lstrip()) + 1
        )
        if BULLET.match(words):
            message = (
                "this item runs on from the line above: begin it with `- ` in column"
                f" {column}, like the others"
            )
            return Problem("value", message, at)
        if named or (ends_early(above, line) and not is_joint(above, line)):
            message = (
                "this line goes on with the item above: a `- ` is missing here if it is an item of"
                " its own; if not, write both on one line"
            )
            return Problem("value", message, at)
    return None


def _sign(item: Scalar) -> Problem | None:
    if item.style or not (found := BULLET.match(item.text)):
        return None
    sign = found[0].strip()
    message = f"the `- ` makes the item: remove the `{sign}` behind it"
    return Problem("value", message, item.place)


def _names_in_one(item: Scalar) -> Problem | None:
    parts = names_in(without_brackets(item.text)) if not item.text.startswith("/") else []
    if len(parts) < _SEVERAL or not any(all(map(name.fullmatch, parts)) for name in (SLUG, CODE)):
        return None
    message = (
        f"`{shortened(item.text)}` is more than one: write `{shortened(', '.join(parts))}` in"
        " brackets, or each on its own line after `- `"
    )
    return Problem("value", message, item.place)


def _texts_in_one(item: Scalar) -> Problem | None:
    if item.style or not (found := _DASH.search(item.text)):
        return None
    after = shortened(item.text[found.end() :])
    message = (
        f"` - ` stands inside this item: begin `{after}` on its own line with `- ` if it is one, or"
        " write a dash as ` – `"
    )
    return Problem("value", message, item.place)


def _commas(item: Scalar) -> Problem | None:
    if item.style or item.text.count(",") < _MANY_COMMAS or " and " in item.text:
        return None
    message = (
        "this list has one item with commas in it: if each part is an item, write it on its own"
        " line after `- `"
    )
    return Problem("value", message, item.place, Severity.ADVICE)
