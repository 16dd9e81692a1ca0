"""The first draft of a category's file, made from the model: every key, with what to write."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from generator.model.category import Category
from generator.model.layout import CATEGORIES, first_line
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import choices, fields_of, record_below, unwrap
from generator.problems.problem import Place
from generator.source.tree import Listing, Scalar
from generator.source.yaml_text import parse

# One of two keys has to be there; this is the one that most categories need.
_NEEDED = {("verify", "source")}

_SECOND = Place("", 1, 2)

_COPY_ME = """\
# Copy all of this into a new file in data/categories/. The file's name is the page's address: small
# letters, digits and hyphens, and .yml at the end, as in young-professionals.yml. The checks refuse
# the copy until it is filled in; this file itself makes no page. Comments like these may stay.
"""

_INTRO = """\
# Write a value after each key that has none. A line that begins with `# ` and a key is a key that
# may be left out: remove the `# ` to use it. A longer text goes below its key, after `>-`.
"""


def category_template() -> str:
    """Return the file that a new category begins as where no command can be run."""
    first, _, rest = category_draft("x", {}).partition("\n")
    return f"{first}\n{_COPY_ME}{rest}"


def category_draft(slug: str, known: Mapping[str, Any]) -> str:
    """Return the text of a new category's file.

    Review date and notice stay empty, whatever is known: a person writes them.

    Args:
        slug: the file's name.
        known: values by key; those of `employer` as ``employer.offer``.
    """
    lines = [first_line(f"{CATEGORIES}/{slug}.yml"), *_INTRO.splitlines()]
    for key, field in fields_of(Category).items():
        lines += ["", *_entry(key, field, known, (), needed=field.is_required())]
    return "\n".join(lines) + "\n"


def _entry(
    key: str, field: FieldInfo, known: Mapping[str, Any], above: tuple[str, ...], *, needed: bool
) -> Iterator[str]:
    margin = "  " * len(above)
    yield from textwrap.wrap(
        _comment(field),
        98,
        initial_indent=f"{margin}# ",
        subsequent_indent=f"{margin}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    path = (*above, key)
    inner = record_below(field.annotation)
    if inner and get_origin(unwrap(field.annotation)) is None:
        yield f"{margin}{key}:"
        for name, below in fields_of(inner).items():
            needed = below.is_required() or (*path, name) in _NEEDED
            yield from _entry(name, below, known, path, needed=needed)
        return
    name = ".".join(path)
    value = None if meaning_of(field) is Meaning.REVIEW or path[0] == "verify" else known.get(name)
    if value:
        yield f"{margin}{key}: {as_yaml(value)}"
    elif needed:
        yield f"{margin}{key}:"
    elif inner:
        yield f"{margin}# {key}:"
        for number, name in enumerate(fields_of(inner)):
            yield f"{margin}#   {'- ' if number == 0 else '  '}{name}:"
    else:
        yield f"{margin}# {key}:"


def _comment(field: FieldInfo) -> str:
    parts = [field.description or ""]
    if allowed := choices(field):
        parts.append(f"One of: {', '.join(allowed)}.")
    elif field.examples:
        parts.append(f"For example: {_example(field)}")
    return " ".join(parts)


def _example(field: FieldInfo) -> str:
    if not field.examples:
        return ""
    return as_yaml(field.examples[0])


def as_yaml(value: Any) -> str:
    """Return a text or a list of texts as YAML on one line, in quotes only where it needs them."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(as_yaml(item) for item in value)}]"
    text = " ".join(str(value).split())
    tree, problems = parse(f"[{text}]", "")
    bare = isinstance(tree, Listing) and tree.items and tree.items[0] == Scalar(text, _SECOND)
    return text if bare and not problems else json.dumps(text, ensure_ascii=False)
