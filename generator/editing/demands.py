"""What keys of a record ask of each other, as far as a schema can say it, in the rules' words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from generator.editing import words
from generator.model.code import Certainty, History, Standing
from generator.model.finder import FinderAnswer
from generator.model.review import PastReview, Verify
from generator.model.shapes import words as allowed_words

_NOTICE = {"notice": "The conditions may change. Check them on the official page."}
_PAGE = {"source": "the-page", "url": "https://www.canada.ca/en/the-page/conditions.html"}
_ANSWER = (
    " one of `next:` with a question, `routes:` or `categories:` with names, or `programme: tfwp`"
)
_NO_SUCCESSOR = (
    "`standing`: a superseded code has successors: write `successors:` and `- code:` with each of"
    " them below, or `standing: changed` where none is known"
)
_SAYS = (
    "`standing` says what IRCC says: write as well `certainty:`"
    f" ({', '.join(allowed_words(Certainty))}) and `source:` (a key of data/sources.yml)"
)
_FOUND = "`reviews`: a problem was found: write in `note:` which one"


def demands(record: type[BaseModel]) -> list[dict[str, Any]]:
    """Return the schemas that a record of this kind has to fit besides its keys' own."""
    if record is Verify:
        none = words.of_whole(Verify, _NOTICE)
        return _one_of(_PAGE, none, words.of_whole(Verify, {**_NOTICE, **_PAGE}))
    if record is FinderAnswer:
        ways = ("next", "routes", "categories", "programme")
        none, two = f"the answer leads nowhere: write{_ANSWER}", f"keep{_ANSWER}"
        return _one_of(ways, none, two, together=("routes", "categories"))
    if record is History:
        return [demand for standing in get_args(Standing) for demand in _history(standing)]
    if record is PastReview:
        found = _is("outcome", "problem found")
        return [{"if": found, "then": {"required": ["note"], "errorMessage": _FOUND}}]
    return []


def _history(standing: str) -> Iterator[dict[str, Any]]:
    """Yield what a code's standing asks of the other keys that tell of its past."""
    there = _is("standing", standing)
    if standing == "superseded":
        needed = {"required": ["successors"], "errorMessage": _NO_SUCCESSOR}
        yield {"if": there, "then": needed}
    else:
        said = (
            f"`successors`: a code that is {standing} has none: remove them, or write"
            " `standing: superseded`"
        )
        yield {"if": there, "then": _without("successors", said)}
    if standing != "not recorded":
        yield {"if": there, "then": {"required": ["certainty", "source"], "errorMessage": _SAYS}}
        return
    for key in ("source", "certainty", "changed_on"):
        said = (
            f"`{key}` says what is recorded of the code, but its standing is `not recorded`:"
            " remove this line, or write the standing"
        )
        yield {"if": there, "then": _without(key, said)}


def _one_of(
    keys: Iterable[str], none: str, two: str, together: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """Ask for exactly one of some keys, but for two that may stand together."""
    keys = tuple(keys)
    there = [{"required": [key]} for key in keys]
    missing = {"required": [keys[0]], "errorMessage": none}
    twice = [
        {"if": {"required": [first, key]}, "then": _without(key, two)}
        for number, key in enumerate(keys)
        for first in keys[:number]
        if (first, key) != together
    ]
    return [{"if": {"anyOf": there}, "else": missing}, *twice]


def _without(key: str, message: str) -> dict[str, Any]:
    return {"properties": {key: False}, "errorMessage": message}


def _is(key: str, value: str) -> Mapping[str, Any]:
    return {"required": [key], "properties": {key: {"const": value}}}
