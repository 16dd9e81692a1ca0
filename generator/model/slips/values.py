"""A value of another kind than its key asks for: keys for a text, a text for keys."""

import re
from typing import Any

from generator.model.base import SLUG
from generator.model.shapes import record_at
from generator.model.slips.walk import Path
from generator.problems.phrases import shortened
from generator.source.slips.values import joined_up
from generator.source.tree import Listing, Node

# A whole number with more than its digits: a sign, a comma, zeros before or behind it.
_NUMBER = re.compile(
    r"\+?0*(?P<digits>\d{1,3}(?:[ ,]\d{3})+|\d+(?:_\d+)*)(?:\.0*)?[,;.]?", re.ASCII
)
_MOST_DIGITS = 6
_FIRST_KEY = re.compile(r"([a-z][a-z_]*):(?=\s|$)")
_JOINED = re.compile(r"(?P<key>[a-z][a-z_]*):(?!//)(?P<value>\S+)")


def not_text(name: str, path: Path, value: object, node: Node | None) -> str:
    """Return what to say where a text is asked for, and keys or a list are written."""
    what = f"an item of `{name}`" if isinstance(path[-1], int) else f"`{name}`"
    if isinstance(value, dict):
        key = next(iter(value), "")
        inner = value.get(key)
        how = "put the whole text in double quotes"
        if isinstance(path[-1], int) and len(value) == 1 and isinstance(inner, str):
            if not inner:
                how = f"remove the colon, or {how}"
            elif SLUG.fullmatch(key) and SLUG.fullmatch(inner):
                how = f"write `{key}` or `{inner}` alone, or {how}"
        return f"{what} is a text, but a colon makes a key of `{shortened(key)}`: {how}"
    if isinstance(path[-1], int):
        return f"{what} is a list of its own: write it with one `- `, or in one pair of brackets"
    if isinstance(node, Listing) and _in_brackets(node):
        return f"{what} is a text, but brackets make a list of it: put it in double quotes"
    return f"{what} is one text, and no list: write it behind the colon, without `- `"


def not_keys(name: str, path: Path, value: object, kind: Any) -> str:
    """Return what to say where keys are asked for, and a text or a list is written."""
    record = record_at(kind, path)
    keys = list(record.model_fields) if record else []
    needed = (
        [key for key, field in record.model_fields.items() if field.is_required()] if record else []
    )
    below = f" ({', '.join(f'`{key}`' for key in keys)})" if keys else ""
    if isinstance(value, str) and (joined := _JOINED.match(value)) and joined["key"] in keys:
        return joined_up(joined["key"], joined["value"])
    if isinstance(value, str) and value and isinstance(path[-1], int) and len(needed) == 1:
        written = f"`- {needed[0]}: {shortened(value)}`"
        return f"each item of `{name}` holds keys: write {written}, on a line of its own"
    if isinstance(value, list):
        return f"`{name}` holds keys, and no list: write its keys below it, without `- `"
    if isinstance(value, str) and (first := _FIRST_KEY.match(value)) and first[1] in keys:
        return f"what stands behind `{name}:` makes one text of its keys: remove it"
    what = f"`{shortened(str(value))}` stands in their place" if value else "nothing stands there"
    if isinstance(path[-1], int):
        return f"an item of `{name}` holds keys{below}, each with its value; {what}"
    return f"`{name}` must be keys with values, indented below it{below}; {what}"


def plain_digits(value: object) -> str | None:
    """Return the digits of what was to be a whole number; None where it may be something else."""
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    digits = re.sub(r"[ _,]", "", found["digits"]) if found else ""
    return digits if digits and digits != value and len(digits) <= _MOST_DIGITS else None


def _in_brackets(node: Listing) -> bool:
    """Tell whether a list is written in brackets: its first item is behind the bracket."""
    first = next(iter(node.items), None)
    return first is None or (
        first.place.line == node.place.line and first.place.column == node.place.column + 1
    )
