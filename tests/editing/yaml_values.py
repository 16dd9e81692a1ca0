"""YAML as an editing program reads it, and the schemas as an independent validator holds it."""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from regress import Regex

from generator.editing.names import NAMES, names
from generator.editing.schema import schemas
from generator.model.records import Records

_CORE: dict[re.Pattern[str], Callable[[str], Any]] = {
    re.compile(r"|~|null|Null|NULL"): lambda _text: None,
    re.compile(r"true|True|TRUE"): lambda _text: True,
    re.compile(r"false|False|FALSE"): lambda _text: False,
    re.compile(r"[-+]?[0-9]+"): int,
    re.compile(r"0o[0-7]+"): lambda text: int(text, 0),
    re.compile(r"0x[0-9a-fA-F]+"): lambda text: int(text, 0),
    re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"): float,
    re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"): lambda _text: float("inf"),
}
"""The core schema of YAML 1.2: how a value without quotes is told from a text."""


def typed(text: str) -> Any:
    """Return a document's values with the types of YAML 1.2."""
    return _value(yaml.compose(text, Loader=yaml.CSafeLoader))


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if node.style:
        return node.value
    return next(
        (make(node.value) for form, make in _CORE.items() if form.fullmatch(node.value)), node.value
    )


def accepted(schema: str, value: Any) -> bool:
    """Tell whether a schema accepts a file's values; the names that it offers are none."""
    return bool(_validator(schema).is_valid(value))


@cache
def _validator(path: str) -> Any:
    made = {**schemas(), NAMES: names(Records())}
    texts = {name.rpartition("/")[2]: json.loads(text) for name, text in made.items()}
    resources = [(name, DRAFT202012.create_resource(text)) for name, text in texts.items()]
    registry = Registry().with_resources(resources)
    kind = extend(Draft202012Validator, {"pattern": _pattern})
    return kind(texts[path.rpartition("/")[2]], registry=registry)


@cache
def _regex(pattern: str) -> Regex:
    return Regex(pattern, "u")


def _pattern(_kind: Any, pattern: str, value: Any, _schema: Any) -> Any:
    """Look for a pattern as programs of the web do, which know letters of every script."""
    if isinstance(value, str) and not _regex(pattern).find(value):
        yield ValidationError("does not fit")
