"""Calls of components in a page: ``{{ name("…") }}`` and nothing else of a template's language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENED = re.compile(r"\{\{|\{%")
_NAME = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\(\s*")
_GIVEN = re.compile(r"""(?:([a-z_]\w*)\s*=\s*)?("[^"\n]*"|'[^'\n]*')\s*""")
_COMMA = re.compile(r",\s*")
_CLOSED = re.compile(r"\)\s*\}\}")
_BARE = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
_QUOTES = "“”‘’"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a component.

    Attributes:
        name: what is called.
        values: the texts that it is given.
        named: the texts that it is given by name.
        start: where the call begins in the text.
        end: where it ends.
    """

    name: str
    values: tuple[str, ...]
    named: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoCall:
    """Something of a template's language that is no call of a component.

    Attributes:
        says: what to write instead.
        start: where it begins in the text.
    """

    says: str
    start: int


def calls_in(text: str) -> Iterator[Call | NoCall]:
    """Yield every call of a page's text, and whatever else of a template's language is in it."""
    place = 0
    while opened := _OPENED.search(text, place):
        call = _call_at(text, opened.start())
        yield call or _no_call(text, opened.start())
        place = call.end if call else opened.end()


def _call_at(text: str, start: int) -> Call | None:
    name = _NAME.match(text, start)
    if name is None:
        return None
    values: list[str] = []
    named: dict[str, str] = {}
    place = name.end()
    while given := _GIVEN.match(text, place):
        if given[1]:
            named[given[1]] = given[2][1:-1]
        else:
            values.append(given[2][1:-1])
        place = given.end()
        comma = _COMMA.match(text, place)
        if comma is None:
            break
        place = comma.end()
    closed = _CLOSED.match(text, place)
    return Call(name[1], tuple(values), named, start, closed.end()) if closed else None


def _no_call(text: str, start: int) -> NoCall:
    line = text[start:].split("\n", maxsplit=1)[0]
    written = line[: line.find("}}") + 2] if "}}" in line else line
    if any(quote in written for quote in _QUOTES):
        says = 'this call has typographic quotes: write straight ones, as in `{{ code("C12") }}`'
        return NoCall(says, start)
    if bare := _BARE.match(text, start):
        says = f"`{bare[1]}` stands here, but calls nothing: write `{{{{ {bare[1]}() }}}}`"
        return NoCall(says, bare.start(1))
    if _NAME.match(written):
        says = (
            "this call cannot be read: write texts in double quotes, a comma between two of them,"
            " and `) }}` at its end"
        )
        return NoCall(says, start)
    says = (
        "a page may call a component, as in `{{ steps() }}`, and nothing else in such braces:"
        " write the text itself"
    )
    return NoCall(says, start)
