"""The project's files: where each kind lies, what it holds, and which schema it names."""

from typing import Any

from generator.model.base import Slug
from generator.model.code import CodeRegistry
from generator.model.comparison import Comparison
from generator.model.site import (
    Firm,
    Group,
    Obligations,
    Questions,
    Reviewer,
    Settings,
    Source,
    Steps,
    Terms,
)

DATA = "data"
CATEGORIES = "data/categories"
CONTENT = "content"
REFERENCE = "data/README.md"
"""The editors' reference, which lies beside the data."""

SCHEMAS = "generator/schemas"
"""Where the JSON Schemas lie."""

SINGLES: dict[str, type[Any]] = {
    "settings": Settings,
    "firm": Firm,
    "reviewers": dict[Slug, Reviewer],
    "groups": dict[Slug, Group],
    "sources": dict[Slug, Source],
    "codes": CodeRegistry,
    "comparison": Comparison,
    "steps": Steps,
    "obligations": Obligations,
    "questions": Questions,
    "terms": Terms,
}
"""The files of data/, each with the type of what it holds."""

_MARK = "# yaml-language-server: $schema="


def schema_path(data_path: str) -> str:
    """Return the schema of a file of data/, relative to the project's folder."""
    name = data_path.removeprefix(f"{DATA}/").removesuffix(".yml")
    if data_path.startswith(f"{CATEGORIES}/"):
        name = "category"
    return f"{SCHEMAS}/{name}.json"


def first_line(data_path: str) -> str:
    """Return the line with which a file of data/ names its schema, as editing programs read it."""
    up = "../" * data_path.count("/")
    return f"{_MARK}{up}{schema_path(data_path)}"
