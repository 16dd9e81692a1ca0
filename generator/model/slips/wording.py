"""What the validator found, in words that an editor can act on."""

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.model.base import NOTHING_WRITTEN
from generator.model.layout import REFERENCE
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import choices, field_at, keys_at, record_below
from generator.model.slips.odd_signs import odd_sign
from generator.model.slips.separate import split_up
from generator.model.slips.synonyms import key_meant
from generator.model.slips.texts import is_written, left_empty
from generator.model.slips.values import not_keys, not_text, plain_digits
from generator.model.slips.walk import Path
from generator.problems.phrases import lower_first, shortened
from generator.source.tree import Node, PathStep, Scalar

# Keys whose absence or misuse has a rule of its own, because a reader is hurt by it.
_RULE_OF_KEY = {"reviewed_on": "review-date", "verify": "verify-notice", "reviewed_by": "reviewer"}

_LIST = "write one item to a line, each beginning with `- `"
_WANTED = {
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number that means something",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "date_type": "a day, written as YYYY-MM-DD",
    "date_from_datetime_inexact": "a day, written as YYYY-MM-DD",
    "date_from_datetime_parsing": "a day, written as YYYY-MM-DD",
    "date_parsing": "a day, written as YYYY-MM-DD",
}
_KEYS = {"dict_type", "model_type", "model_attributes_type"}

_KEY_WORDS = 3
_KEYS_LISTED = 20


def rule_and_message(
    detail: ErrorDetails, path: Path, kind: Any, misspelt: dict[Path, Path], node: Node | None
) -> tuple[str, str]:
    """Return the id of the rule that was broken, and what to write.

    Args:
        detail: what pydantic found.
        path: where, as keys and list positions.
        kind: the type that was asked for.
        misspelt: unknown keys and the missing keys they stand for.
        node: what is written there, if anything is.
    """
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "the file"
    own_rule = next((_RULE_OF_KEY[step] for step in path if step in _RULE_OF_KEY), None)
    field = field_at(kind, path)
    value = detail["input"]
    if detail["type"] == "guide":
        context = detail.get("ctx", {})
        message = _guide_message(context["message"], path, field)
        if value == "" and "``" in message:
            message = _guide_message(NOTHING_WRITTEN, path, field)
        written = isinstance(value, str) and is_written(value)
        if written and context["rule"] != "text" and "U+" not in message:
            message = odd_sign(value) or message
        return own_rule or context["rule"], f"`{name}`: {message}" if path else message
    if detail["type"] == "missing":
        message = f"`{name}` is missing: {_how_to_write(path[-1], field)}"
        return own_rule or "missing-key", message
    if detail["type"] == "extra_forbidden":
        return "unknown-key", _unknown_key(path, kind, misspelt)
    return own_rule or "value", _value_message(detail, path, name, kind, node)


def _guide_message(message: str, path: Path, field: FieldInfo | None) -> str:
    if message == NOTHING_WRITTEN:
        if isinstance(path[-1], int):
            return f"{message}: write the item after its `- `, or remove the `- `"
        return f"{message}: {_how_to_write(path[-1], field)}"
    return message


def _value_message(
    detail: ErrorDetails, path: Path, name: str, kind: Any, node: Node | None
) -> str:
    field, value = field_at(kind, path), detail["input"]
    match detail["type"]:
        case _ if not path:
            message = f"the file must hold keys with values; here it is {_what(value)}"
            message += ": remove the `- ` before its first key" if isinstance(value, list) else ""
        case "literal_error":
            odd = odd_sign(value, f"`{name}`: ")
            message = odd or _not_allowed(name, value, choices(field))
        case "too_short":
            least = detail.get("ctx", {}).get("min_length", 1)
            how = f"write {least} or more" if value else _how_to_write(path[-1], field)
            message = f"`{name}` has too few items: {how}"
        case "greater_than_equal" | "less_than_equal":
            limit = detail["msg"].removeprefix("Input should be ")
            message = f"`{name}` is {value}: write a number {limit}"
        case "string_type":
            message = not_text(name, path, value, node)
        case other if other in _KEYS:
            message = not_keys(name, path, value, kind)
        case "list_type" | "tuple_type":
            message = _not_list(name, path, value, kind, node)
        case other:
            wanted = _WANTED.get(other, "something else")
            odd = odd_sign(value, f"`{name}`: ")
            message = odd or f"`{name}` must be {wanted}; here it is {_what(value)}"
            if odd is None and other.startswith("int") and (digits := plain_digits(value)):
                message = f"{message}: write `{digits}`, in digits alone"
    return message


def unlike_keys(where: Path, lacks: Path, kind: Any) -> str:
    """Return what to say of an unknown key beside a missing one that is called otherwise."""
    wanted = lacks[-1]
    return (
        f"unknown key `{where[-1]}`, and `{wanted}` is missing: write `{wanted}` in its place if it"
        f" is that; if not, remove it and {_how_to_write(wanted, field_at(kind, lacks))}"
    )


def unknown_keys(paths: Sequence[Path], kind: Any) -> str:
    """Return what to say of a record in which several keys are unknown, and as many missing."""
    keys = ", ".join(f"`{path[-1]}`" for path in paths)
    return f"unknown keys {keys}: {_keys_here(keys_at(kind, paths[0][:-1]))}"


def _not_list(name: str, path: Path, value: object, kind: Any, node: Node | None) -> str:
    if value == "":
        return f"`{name}` has no items: {_LIST}, or remove the key if it may be missing"
    if isinstance(value, str) and (left_empty(value) or value in {"no", "none"}):
        return f"`{name}` must be a list, and `{value}` is no item: write `[]`, or its items"
    lines: tuple[str, ...] = ()
    if isinstance(node, Scalar) and node.lines and not node.style:
        alone = not node.lines[0][: node.place.column - 1].strip()
        lines = node.lines if alone else ()
    meant = _as_list(path, value, kind, lines) or f"{_LIST}; here it is {_what(value)}"
    return f"`{name}` must be a list: {meant}"


def _as_list(path: Path, value: object, kind: Any, lines: tuple[str, ...]) -> str | None:
    """Return how a list that is none was meant."""
    field = field_at(kind, path)
    record = record_below(field.annotation) if field else None
    if record is not None:
        first = next(iter(record.model_fields))
        required = [key for key, below in record.model_fields.items() if below.is_required()]
        if isinstance(value, dict):
            begins = next((key for key in value if key in record.model_fields), first)
            return f"begin `{begins}` with `- `, and indent the other keys of the item like it"
        if value and isinstance(value, str) and len(required) == 1 and " " not in value:
            return f"write `- {required[0]}: {value}` on a line below the key"
        return f"below the key, each item begins with `- {required[0] if required else first}:`"
    if isinstance(value, dict) and value and not any(value.values()):
        value = ", ".join(value)
    if not isinstance(value, str) or field is None:
        return None
    if value.startswith("-") and value[1:2].isalnum():
        return "put a space after each `-`"
    return split_up(str(path[-1]), value, field.annotation, lines)


def _what(value: object) -> str:
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return f"`{shortened(str(value))}`" if value else "empty"


def _how_to_write(key: PathStep, field: FieldInfo | None) -> str:
    if field is None:
        return f"write `{key}:` and its value"
    what = lower_first(field.description or "its value").rstrip(".")
    if meaning_of(field) is Meaning.REVIEW:
        return f"the reviewer writes `{key}:` ({what})"
    if field.examples:
        # Told as an example: what could be pasted as it is would become a fact that nobody checked.
        example = field.examples[0]
        shown = f"[{', '.join(example)}]" if isinstance(example, list) else example
        return f"write `{key}:` ({what}; for example `{shown}`)"
    return f"write `{key}:` ({what})"


def _unknown_key(path: Path, kind: Any, misspelt: dict[Path, Path]) -> str:
    key = str(path[-1])
    if meant := misspelt.get(path):
        return f"unknown key `{key}`: did you mean `{meant[-1]}`?"
    known = keys_at(kind, path[:-1])
    if near := key_meant(key, known):
        return f"unknown key `{key}`: did you mean `{near}`?"
    if len(key.split()) > _KEY_WORDS:
        return (
            f"`{shortened(key)}` is taken for a key, as a colon ends it: if it is a text, indent it"
            " below its own key, or put it in double quotes"
        )
    return f"unknown key `{key}`: remove it; {_keys_here(known)}"


def _keys_here(known: Sequence[str]) -> str:
    if len(known) > _KEYS_LISTED:
        return f"the keys here are listed in {REFERENCE}"
    return f"the keys here are {', '.join(known)}"


def _not_allowed(name: str, value: object, allowed: Sequence[str]) -> str:
    listed = ", ".join(f"`{choice}`" for choice in allowed)
    near = _nearest(value, allowed) if isinstance(value, str) else []
    hint = f"did you mean `{near[0]}`? Allowed are" if near else "write one of"
    if len(allowed) == 1:
        hint = "write"
    return f"`{name}` is {_what(value)}: {hint} {listed}"


def _nearest(value: str, allowed: Sequence[str]) -> list[str]:
    """Return the word that is meant: with its words in another order, or spelt nearly so."""
    words = sorted(value.casefold().replace(",", " ").split())
    same = [choice for choice in allowed if sorted(choice.casefold().split()) == words]
    return same or difflib.get_close_matches(value.casefold(), allowed, 1)
