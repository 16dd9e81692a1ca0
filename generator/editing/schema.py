"""The JSON Schema of each kind of data file, made from the records.

Editing programs use it to complete keys and to mark mistakes while somebody types. The first line
of each file names it. `imp-guide reference` writes the schemas; a test fails when they are old.
"""

import json
from types import UnionType
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from generator.model.category import Category, Ended
from generator.model.layout import CATEGORIES, DATA, SINGLES, schema_path
from generator.model.meaning import SENTENCES, meaning_of
from generator.model.review import is_reviewed
from generator.model.shapes import records_in

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return each schema's text by its path."""
    kinds: dict[str, Any] = {f"{DATA}/{name}.yml": kind for name, kind in SINGLES.items()}
    kinds[f"{CATEGORIES}/x.yml"] = Category | Ended
    return {schema_path(path): _written(kind, path) for path, kind in sorted(kinds.items())}


def _written(kind: Any, path: str) -> str:
    schema = TypeAdapter(kind).json_schema(schema_generator=_Generator)
    schema.setdefault("title", path.rpartition("/")[2])
    parts = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    reviewed = {n: r for part in parts if is_reviewed(part) for n, r in records_in(part).items()}
    if "anyOf" in schema:
        # An editing program then tells what is missing of the one that is meant, not of both.
        category, ended = schema.pop("anyOf")
        schema |= {"if": {"required": ["ended"]}, "then": ended, "else": category}
    for name, record in reviewed.items():
        described = schema if schema["title"] == name else schema["$defs"][name]
        for key, field in record.model_fields.items():
            if meaning := meaning_of(field):
                described["properties"][key]["description"] += f" {SENTENCES[meaning]}"
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Says what may be written in YAML, which is less than what a program may hand over."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        """Ask for the value alone: a key without one is left out, and nobody writes `null`."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        """Show a default only where it is a value that somebody would write."""
        shown = super().default_schema(schema)
        if shown.get("default") in (None, "", []):
            shown.pop("default", None)
        return shown

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Repeat no key as its own title."""
        del schema
        return False
