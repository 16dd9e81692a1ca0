"""The schema of one value: what the check accepts, what may be offered, and the check's words.

A schema judges how a value is written. What a text says, and whether a name is known, only the
check can tell.
"""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel

from generator.editing import words
from generator.editing.kinds import kind_of, mark_of, marks_of, pattern_of
from generator.editing.names import ANYTHING, NAMES, offered
from generator.editing.refusals import Said, Schema, refuse, refused
from generator.model.base import WRITTEN, Names, Offered
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import is_record, unwrap
from generator.model.shapes import words as allowed_words

# A letter that can be seen, or a digit: what the check calls written.
_WRITTEN = r"[^\P{L}\u115f\u1160\u3164\uffa0]|\p{N}"
_WHOLE = r"^-?(0|[1-9][0-9]*)$"
_NOT_BELOW_0 = r"^(?!-)"
_LABEL = r"^\s*[A-Z][0-9]{2}( series|\+)?\s*$"
# That a code is in the registry is a rule's to say; how a code is written can be seen at once.
_NO_LABEL = (
    "`codes`: this is not the name of a code: write it as in data/codes.yml, a capital letter and"
    " two digits, and behind them ` series` or `+` where it stands for several"
)


def value_schema(record: type[BaseModel], key: str) -> Schema:
    """Return the schema of a key's value, without its description."""
    field = record.model_fields[key]
    # Only a reviewer writes a review's keys: nobody is offered a name to put there.
    offers = meaning_of(field) is not Meaning.REVIEW
    return _schema(kind_of(field), lambda value: words.of_value(record, key, value), offers=offers)


def _schema(kind: Any, said: Said, *, offers: bool) -> Schema:
    inner = unwrap(kind)
    if is_record(inner):
        record = {"$ref": f"#/$defs/{inner.__name__}"}
        return {"allOf": [record, *refused(said, right="object")]}
    if allowed := allowed_words(kind):
        return _choice(allowed, said)
    if pattern_of(kind) is not None:
        # The names may be older than the data: each is offered, and any other is accepted as well.
        known = [offer] if offers and (offer := _offer(kind)) else []
        choices = {"anyOf": [*known, *ANYTHING["anyOf"]]}
        text = _text(kind, said)
        return {**text, **choices, "allOf": [*_blank(said, text), *refused(said)]}
    if inner is int:
        return _number(kind, said)
    if get_origin(inner) is dict:
        keys, cell = get_args(inner)
        return _cells(keys, cell, said)
    return _list(kind, get_args(inner)[0], said, offers=offers)


def _choice(allowed: Sequence[str], said: Said) -> Schema:
    # An editing program shows its own words for two keys of a record that are not in their lists.
    pattern = f"^({'|'.join(allowed)})$"
    message = said(words.NOT_A_NAME)
    snippets = [{"label": word, "body": word} for word in allowed]
    offer = {"defaultSnippets": snippets, "if": {"enum": list(allowed)}}
    choices = {"anyOf": [offer, *ANYTHING["anyOf"]]}
    text = _written(pattern, message, said)
    return {**text, **choices, "allOf": [*_blank(said, text), *refused(said)]}


def _text(kind: Any, said: Said) -> Schema:
    named = mark_of(kind, Names)
    if named and named.kind == "codes":
        return {"pattern": _LABEL, "patternErrorMessage": _NO_LABEL}
    if (pattern := pattern_of(kind)) == WRITTEN:
        return {"pattern": _WRITTEN, "patternErrorMessage": said("")}
    message = said(words.NOT_A_NAME) or said(words.NO_ACCOUNT)
    return _written(pattern or "", message, said)


def _written(pattern: str, message: str | None, said: Said) -> Schema:
    """Return the schema of a text; one of no signs is left to another where it is told of that."""
    form = pattern if said("") in {None, message} else f"^$|{pattern}"
    return {"pattern": form, "patternErrorMessage": message}


def _blank(said: Said, text: Schema) -> list[Schema]:
    """Return what refuses a text of no signs where the check has words of its own for it."""
    message = said("")
    if message in {None, text["patternErrorMessage"]}:
        return []
    return [{"pattern": ".", "patternErrorMessage": message}]


def _offer(kind: Any) -> Schema | None:
    if with_meaning := mark_of(kind, Offered):
        return offered(dict(with_meaning.words))
    named = mark_of(kind, Names)
    return {"$ref": f"{NAMES.rpartition('/')[2]}#/$defs/{named.kind}"} if named else None


def _number(kind: Any, said: Said) -> Schema:
    text = _written(_WHOLE, said(words.NOT_A_NAME), said)
    no_whole = refuse({"type": "number", "not": {"type": "integer"}}, said("1.5") or "")
    further = [*_blank(said, text), no_whole]
    for limit in marks_of(kind):
        if isinstance(limit, Ge):
            under = int(str(limit.ge)) - 1
            message = said(str(under)) or ""
            further.append(refuse({"type": "integer", "maximum": under}, message))
            further.append({"pattern": _NOT_BELOW_0, "patternErrorMessage": said("-1")})
        elif isinstance(limit, Le):
            over = int(str(limit.le)) + 1
            further.append(refuse({"type": "integer", "minimum": over}, said(str(over)) or ""))
    return {**text, **ANYTHING, "allOf": refused(said, further, numbers=True)}


def _list(kind: Any, inner: Any, said: Said, *, offers: bool) -> Schema:
    schema: Schema = {}
    text = {"type": "string", "minLength": 1}
    blank = {"type": "string", "maxLength": 0}
    further = [
        refuse(text, said(words.NOT_A_NAME) or "", "array"),
        refuse(blank, said("") or "", "array"),
        *refused(said, right="array"),
    ]
    if pattern_of(inner) is None:
        schema["items"] = _schema(inner, lambda value: said([value]), offers=offers)
    else:
        # What is asked of an item stands where an editing program does not look for items to offer.
        asked = refused(lambda value: said([value]))
        item = _text(inner, lambda value: said([value]))
        asked += _blank(lambda value: said([value]), item)
        item |= {"if": True, "then": {"allOf": asked}}
        further.append({"items": item})
        schema["items"] = (_offer(inner) if offers else None) or {}
    if least := mark_of(kind, MinLen):
        too_few = {"type": "array", "maxItems": least.min_length - 1}
        further.append(refuse(too_few, said([]) or ""))
    return {**schema, "allOf": further} if further else schema


def _cells(keys: Any, cell: Any, said: Said) -> Schema:
    inner = _schema(cell, lambda value: said({words.NOT_A_NAME: value}), offers=True)
    schema: Schema = {"type": "object", "errorMessage": said(words.NOT_A_NAME)}
    if named := mark_of(keys, Names):
        schema["allOf"] = [{"$ref": f"{NAMES.rpartition('/')[2]}#/$defs/{named.kind}"}]
    return {**schema, "additionalProperties": inner}
