"""What the validator found, in words that an editor can act on."""

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.model.base import NOTHING_WRITTEN
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import choices, field_at, keys_at
from generator.problems.phrases import shortened
from generator.source.tree import PathStep

# Keys whose absence or misuse has a rule of its own, because a reader is hurt by it.
_RULE_OF_KEY = {"reviewed_on": "review-date", "verify": "verify-notice", "reviewed_by": "reviewer"}

_LIST = "a list: one item to a line, each beginning with `- `"
_KEYS = "keys with values, indented below it"
_WANTED = {
    "string_type": "a text",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number that means something",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
}

_KEY_WORDS = 3

Path = tuple[PathStep, ...]


def rule_and_message(
    detail: ErrorDetails, path: Path, kind: Any, misspelt: dict[Path, Path]
) -> tuple[str, str]:
    """Return the id of the rule that was broken, and what to write.

    Args:
        detail: what pydantic found.
        path: where, as keys and list positions.
        kind: the type that was asked for.
        misspelt: unknown keys and the missing keys they stand for.
    """
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "the file"
    own_rule = next((_RULE_OF_KEY[step] for step in path if step in _RULE_OF_KEY), None)
    field = field_at(kind, path)
    match detail["type"]:
        case "guide":
            context = detail.get("ctx", {})
            message = context["message"]
            if message == NOTHING_WRITTEN:
                message = f"{message}: {_how_to_write(path[-1], field)}"
            return own_rule or context["rule"], f"`{name}`: {message}" if path else message
        case "missing":
            message = f"`{name}` is missing: {_how_to_write(path[-1], field)}"
            return own_rule or "missing-key", message
        case "extra_forbidden":
            return "unknown-key", _unknown_key(path, kind, misspelt)
        case "literal_error":
            message = _not_allowed(name, detail["input"], choices(field))
        case "too_short":
            message = f"`{name}` has too few items: {_how_to_write(path[-1], field)}"
        case "greater_than_equal" | "less_than_equal":
            limit = detail["msg"].removeprefix("Input should be ")
            message = f"`{name}` is {detail['input']}: write a number {limit}"
        case other:
            wanted = _WANTED.get(other, detail["msg"].lower())
            message = f"`{name}` must be {wanted}; here it is {_what(detail['input'])}"
            if wanted == _LIST and (meant := _as_list(path[-1] if path else "", detail["input"])):
                message = f"`{name}` must be a list: {meant}"
            if not path:
                message = (
                    f"the file must hold keys with values; here it is {_what(detail['input'])}"
                )
    return own_rule or "value", message


def misspelt_keys(details: Sequence[ErrorDetails], kind: Any) -> dict[Path, Path]:
    """Pair each unknown key with the missing key that it most likely stands for."""
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    pairs: dict[Path, Path] = {}
    for detail in details:
        where = detail["loc"]
        if detail["type"] != "extra_forbidden" or not keys_at(kind, where[:-1]):
            continue
        beside = [str(place[-1]) for place in missing if place[:-1] == where[:-1]]
        if near := difflib.get_close_matches(str(where[-1]), beside, 1):
            pairs[where] = (*where[:-1], near[0])
    return pairs


def _as_list(key: PathStep, value: object) -> str | None:
    """Return how a list that became one text was meant."""
    if not isinstance(value, str):
        return None
    if value.startswith("-"):
        return "put a space after each `-`"
    return f"write `{key}: [{value}]`" if "," in value else None


def _what(value: object) -> str:
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return f"`{shortened(str(value))}`" if value else "empty"


def _how_to_write(key: PathStep, field: FieldInfo | None) -> str:
    if field is None:
        return f"write `{key}:` and its value"
    what = _lower_first(field.description or "its value").rstrip(".")
    if meaning_of(field) is Meaning.REVIEW:
        return f"the reviewer writes `{key}:` ({what})"
    if field.examples:
        # Told as an example: what could be pasted as it is would become a fact that nobody checked.
        example = field.examples[0]
        shown = f"[{', '.join(example)}]" if isinstance(example, list) else example
        return f"write `{key}:` ({what}; for example `{shown}`)"
    return f"write `{key}:` ({what})"


def _lower_first(text: str) -> str:
    abbreviation = text[:2].isupper() and text[1:2].isalpha()
    return text if abbreviation else text[:1].lower() + text[1:]


def _unknown_key(path: Path, kind: Any, misspelt: dict[Path, Path]) -> str:
    key = str(path[-1])
    if meant := misspelt.get(path):
        return f"unknown key `{key}`: did you mean `{meant[-1]}`?"
    known = keys_at(kind, path[:-1])
    if near := difflib.get_close_matches(key, known, 1):
        return f"unknown key `{key}`: did you mean `{near[0]}`?"
    if len(key.split()) > _KEY_WORDS:
        return (
            f"`{shortened(key)}` is taken for a key, as a colon ends it: if it is a text, indent it"
            " below its own key, or put it in double quotes"
        )
    return f"unknown key `{key}`: remove it; the keys here are {', '.join(known)}"


def _not_allowed(name: str, value: object, allowed: Sequence[str]) -> str:
    listed = ", ".join(f"`{choice}`" for choice in allowed)
    near = difflib.get_close_matches(value, allowed, 1) if isinstance(value, str) else []
    hint = f"did you mean `{near[0]}`? Allowed are" if near else "write one of"
    return f"`{name}` is {_what(value)}: {hint} {listed}"
