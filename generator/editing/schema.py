"""The JSON Schema of each kind of data file, made from the records.

Editing programs use it to complete keys and names and to mark mistakes while somebody types. The
first line of each file names it. `imp-guide reference` writes the schemas; a test fails when they
are old. Each demand is a schema of its own, since such a program shows one message for each.
"""

import json
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.editing import words
from generator.editing.demands import demands
from generator.editing.kinds import pattern_of
from generator.editing.scaffold import as_yaml
from generator.editing.snippets import snippets
from generator.editing.values import value_schema
from generator.model.category import Category, Ended
from generator.model.layout import CATEGORIES, DATA, SINGLES, schema_path
from generator.model.meaning import SENTENCES, meaning_of
from generator.model.review import is_reviewed
from generator.model.shapes import fields_of, record_below, records_in, unwrap

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NAME = "a-name"
_WIDTH = 240
"""A demand with its message fits into a line of the file, so that a change of it is one line."""


def schemas() -> dict[str, str]:
    """Return each schema's text by its path."""
    return dict(_made())


@cache
def _made() -> Mapping[str, str]:
    kinds: dict[str, Any] = {f"{DATA}/{name}.yml": kind for name, kind in SINGLES.items()}
    kinds[f"{CATEGORIES}/x.yml"] = Category | Ended
    return {schema_path(path): _written(kind, path) for path, kind in sorted(kinds.items())}


def _written(kind: Any, path: str) -> str:
    parts = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    records = {name: record for part in parts for name, record in records_in(part).items()}
    reviewed = {name for part in parts if is_reviewed(part) for name in records_in(part)}
    defined = {
        name: _record(record, tells=name in reviewed) for name, record in sorted(records.items())
    }
    whole = {"title": path.removesuffix("/x.yml"), **_top(kind)}
    schema = {"$schema": _DIALECT, **whole, "$defs": defined}
    return _laid_out(schema) + "\n"


def _laid_out(part: Any, depth: int = 0) -> str:
    """Return JSON with a line for each part that fits into one, and several for any other."""
    line = json.dumps(part, ensure_ascii=False)
    if not isinstance(part, dict | list) or depth + len(line) <= _WIDTH:
        return line
    if isinstance(part, dict):
        inner = [f"{json.dumps(key)}: {_laid_out(one, depth + 1)}" for key, one in part.items()]
    else:
        inner = [_laid_out(one, depth + 1) for one in part]
    indent, (first, last) = "\n" + " " * depth, "{}" if isinstance(part, dict) else "[]"
    return f"{first}{indent} {f',{indent} '.join(inner)}{indent}{last}"


def _top(kind: Any) -> dict[str, Any]:
    if isinstance(kind, UnionType):
        # An editing program then tells what is missing of the one that is meant, not of both.
        category, ended = ({"$ref": f"#/$defs/{part.__name__}"} for part in get_args(kind))
        whole = words.of_kind(get_args(kind)[0], words.NOT_A_NAME)
        chosen = {"if": {"required": ["ended"]}, "then": ended, "else": category}
        return {"type": "object", "errorMessage": whole, **chosen}
    if get_origin(unwrap(kind)) is not dict:
        whole = words.of_kind(kind, words.NOT_A_NAME)
        record = {"$ref": f"#/$defs/{unwrap(kind).__name__}"}
        return {"type": "object", "errorMessage": whole, "allOf": [record]}
    key, record = get_args(unwrap(kind))
    name = {"pattern": pattern_of(key), "doNotSuggest": True}
    name["patternErrorMessage"] = words.of_kind(kind, {words.NOT_A_NAME: {}})
    return {
        "type": "object",
        "errorMessage": words.of_kind(kind, words.NOT_A_NAME),
        "propertyNames": name,
        "additionalProperties": _below(kind, record),
    }


def _below(kind: Any, record: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of each record that a file has by a name of its own."""
    message = words.of_kind(kind, {_NAME: words.NOT_A_NAME}).replace(f"`{_NAME}`", "it")
    below = [{"$ref": f"#/$defs/{record.__name__}"}]
    return {"type": "object", "errorMessage": message, "allOf": below}


def _record(record: type[BaseModel], *, tells: bool) -> dict[str, Any]:
    """Return the schema of a record.

    Args:
        record: its type.
        tells: whether a key's description tells what a change of it asks for.
    """
    fields = fields_of(record)
    needed = [
        {"required": [key], "errorMessage": words.of_missing(record, key)}
        for key, field in fields.items()
        if field.is_required()
    ]
    known = {"properties": dict.fromkeys(fields, True), "additionalProperties": False}
    return {
        # Without a description of its own: an editing program would show it in place of the key's.
        "title": record.__name__,
        "properties": {key: _key(record, key, field, tells) for key, field in fields.items()},
        "allOf": [
            *needed,
            {**known, "errorMessage": words.of_unknown(record)},
            *demands(record),
        ],
        **snippets(record),
    }


def _key(record: type[BaseModel], key: str, field: FieldInfo, tells: bool) -> dict[str, Any]:
    """Return the schema of a key: its value's, with what an editor has to know of it."""
    schema = value_schema(record, key)
    about = [field.description or ""]
    if field.examples:
        # An example that stands on its own is offered as a value, and its fact with it.
        about.append(f"For example: {as_yaml(field.examples[0])}".rstrip(".") + ".")
    if tells and (meaning := meaning_of(field)) and meaning in SENTENCES:
        about.append(SENTENCES[meaning])
    inner = record_below(field.annotation)
    if inner is not None and "items" not in schema:
        # A key that has its record's snippet puts its keys in as well.
        schema |= snippets(inner)
    return {"description": " ".join(about), **schema}
