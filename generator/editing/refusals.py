"""What refuses a value of a type that the check refuses, in the check's words.

The check reads every value as text, `2026` and `"2026"` alike, so a schema must not tell them apart
either. Which types a reader of YAML may find at a key is therefore asked of the check itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.editing import words

Schema = dict[str, Any]

Said = Callable[[Any], str | None]
"""What the check says of a value at the place that a schema is made for; None if it accepts it."""

_PROBES: Mapping[str, Any] = {
    "null": "",
    "boolean": "true",
    "number": "2026",
    "array": ["Some words of a text"],
    "object": {"Some words": "of a text"},
}
"""The types that a value of YAML may have besides text, each with one as the check reads it."""

_NUMBERS: Mapping[str, Mapping[str, Any]] = {
    "-2026": {"type": "number", "exclusiveMaximum": 0},
    "20.26": {"type": "number", "not": {"type": "integer"}},
}
"""The numbers that may be refused where others are not, each kind with one of them."""


def refuse(wrong: Mapping[str, Any], message: str, right: str = "string") -> Schema:
    """Return a schema that no value fits to which `wrong` applies.

    Args:
        wrong: a schema of values that are not of the type `right`.
        message: what is said of them.
        right: the type that is asked for.
    """
    return {"if": dict(wrong), "then": {"type": right, "errorMessage": message}}


def refused(
    said: Said, further: Iterable[Schema] = (), *, right: str = "string", numbers: bool = False
) -> list[Schema]:
    """Return what refuses each type that the check refuses, one condition for each message.

    Args:
        said: what the check says.
        further: conditions that are asked for besides.
        right: the type that is asked for.
        numbers: whether numbers are asked for, so that those tell which are refused.
    """
    types: dict[str, list[str]] = {}
    some = [] if numbers or said(_PROBES["number"]) else list(_no_such_numbers(said))
    if not said(_PROBES["array"]) and right != "array" and (message := said([])):
        some.append(refuse({"type": "array", "maxItems": 0}, message))
    probes = _PROBES if right != "object" else {"string": words.NOT_A_NAME, **_PROBES}
    for name, probe in probes.items():
        asked_for = name == right or (numbers and name == "number")
        if not asked_for and (message := _said_of(probe, said)):
            types.setdefault(message, []).append(name)
    if (message := said("false")) and message != said(_PROBES["boolean"]):
        types = {said_of: [n for n in t if n != "boolean"] for said_of, t in types.items()}
        true = said(_PROBES["boolean"]) or ""
        some += [refuse({"enum": [True]}, true, right), refuse({"enum": [False]}, message, right)]
    return [*(refuse({"type": t}, m, right) for m, t in types.items() if t), *some, *further]


def _said_of(probe: Any, said: Said) -> str | None:
    """Return what the check says; of a list both, since nobody can see here how it is written."""
    message = said(probe)
    if not message or not isinstance(probe, list):
        return message
    _, _, write = (said(words.InBrackets(probe)) or "").partition("brackets make a list of it: ")
    return f"{message}; if it stands in brackets, {write}" if write else message


def _no_such_numbers(said: Said) -> Iterator[Schema]:
    """Yield what refuses some numbers where others are accepted."""
    for probe, wrong in _NUMBERS.items():
        if message := said(probe):
            yield refuse(wrong, message)
