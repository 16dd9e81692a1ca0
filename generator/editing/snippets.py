"""Records with all keys that have to be filled in, for editing programs to put into a file.

None of them has a value: what could be left as it is would become a fact that nobody checked. The
keys of a review come last, and no step of the snippet leads to them: they are the reviewer's.
"""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from pydantic import BaseModel

from generator.editing.kinds import is_list, kind_of
from generator.model.meaning import Meaning, meaning_of
from generator.model.review import Verify
from generator.model.shapes import fields_of, record_below

_NEEDED = {(Verify, "source")}
"""One of two keys has to be there; this is the one that is needed most."""

_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def snippets(record: type[BaseModel]) -> dict[str, Any]:
    """Return what a schema has for a record of this kind to be put in as a whole."""
    body = _body(record, count(1), filled=record is not Verify)
    if not body:
        return {}
    name = _WORD.sub(" ", record.__name__).lower()
    about = " ".join((record.__doc__ or "").split())
    label = f"every key that is needed: {name}"
    return {"defaultSnippets": [{"label": label, "description": about, "body": body}]}


def _body(record: type[BaseModel], steps: Iterator[int], *, filled: bool) -> dict[str, Any]:
    """Return the needed keys, each with the number of the step at which it is filled in, if any."""
    body: dict[str, Any] = {}
    for key, field in fields_of(record).items():
        if not field.is_required() and (record, key) not in _NEEDED:
            continue
        own = filled and meaning_of(field) is not Meaning.REVIEW
        if inner := record_below(field.annotation):
            value: Any = _body(inner, steps, filled=own and inner is not Verify)
        else:
            value = f"${next(steps)}" if own else ""
        body[key] = [value] if is_list(kind_of(field)) else value
    return body
