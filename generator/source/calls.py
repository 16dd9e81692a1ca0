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
_NO_BRACKETS = re.compile(r"""\{\{\s*([A-Za-z_]\w*)\s+("[^"\n]*"|'[^'\n]*')\s*\}\}""")
_WORD = re.compile(r"([A-Za-z][\w -]*?)\s*\)")
_DOUBLED = re.compile(
    r"\{\{\s*\{\{\s*([A-Za-z_]\w*\s*\([^{}()\n]*\))\s*\}\}\s*\}\}"
    r"|\{\{\{+\s*([A-Za-z_]\w*\s*\([^{}()\n]*\))\s*\}\}\}+"
)
_STATEMENT = re.compile(r"\{%-?\s*([a-z]\w*_\w*|[a-z]\w*(?=\s*\())\s*(\([^{}()\n]*\))?\s*-?%\}")
_HALF_CLOSED = re.compile(r"\)[ \t]*\}?(?!\})")
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
        end: where what belongs to it ends.
        bare: what is named there without brackets, if nothing else is.
    """

    says: str
    start: int
    end: int = 0
    bare: str = ""


def calls_in(text: str) -> Iterator[Call | NoCall]:
    """Yield every call of a page's text, and whatever else of a template's language is in it."""
    place = 0
    while opened := _OPENED.search(text, place):
        found = _call_at(text, opened.start()) or _no_call(text, opened.start())
        yield found
        place = found.end


def _call_at(text: str, start: int) -> Call | None:
    begun = _begun(text, start)
    if begun is None:
        return None
    closed = _CLOSED.match(text, begun.end)
    return Call(begun.name, begun.values, begun.named, start, closed.end()) if closed else None


def _begun(text: str, start: int) -> Call | None:
    """Return a call as far as its texts can be read, whether it is closed or not."""
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
    return Call(name[1], tuple(values), named, start, place)


def _no_call(text: str, start: int) -> NoCall:
    line = text[start:].split("\n", maxsplit=1)[0]
    ends = "%}" if line.startswith("{%") and "%}" in line else "}}"
    end = start + (line.find(ends) + 2 if ends in line else 2)
    written = text[start:end] if ends in line else line
    if any(quote in written for quote in _QUOTES):
        says = 'this call has typographic quotes: write straight ones, as in `{{ code("C12") }}`'
        return NoCall(says, start, end)
    if doubled := _DOUBLED.match(text, start):
        says = f"the braces stand twice here: write `{{{{ {doubled[1] or doubled[2]} }}}}`"
        return NoCall(says, start, doubled.end())
    if bare := _BARE.match(text, start):
        says = f"`{bare[1]}` stands here, but calls nothing: write `{{{{ {bare[1]}() }}}}`"
        return NoCall(says, bare.start(1), end, bare[1])
    if (begun := _begun(text, start)) is not None:
        return NoCall(_unfinished(text, begun), start, max(end, _end_of_half(text, begun)))
    return _no_component(text, start, end)


def _no_component(text: str, start: int, end: int) -> NoCall:
    """Return what is wrong with braces in which no call is begun."""
    if without := _NO_BRACKETS.match(text, start):
        says = f"brackets are missing in this call: write `{{{{ {without[1]}({without[2]}) }}}}`"
        return NoCall(says, start, end)
    if statement := _STATEMENT.match(text, start):
        says = (
            f"a call stands in two braces: write `{{{{ {statement[1]}{statement[2] or '()'} }}}}`"
        )
        return NoCall(says, start, statement.end())
    says = (
        "a page may call a component, as in `{{ steps() }}`, and nothing else in such braces:"
        " write the text itself"
    )
    return NoCall(says, start, end)


def _unfinished(text: str, begun: Call) -> str:
    """Return what is wrong with a call that begins like one."""
    rest = text[begun.end :].split("\n", maxsplit=1)[0]
    if word := _WORD.match(text, begun.end):
        return f'a text stands in double quotes: write `{{{{ {begun.name}("{word[1]}") }}}}`'
    if not rest.startswith(")"):
        return (
            "this call cannot be read: write texts in double quotes, a comma between two of them,"
            " and `) }}` at its end"
        )
    given = text[begun.start + 2 : begun.end].strip()
    after = rest[1:].strip()
    if not after or after == "}":
        return f"`}}}}` is missing at the end of this call: write `{{{{ {given}) }}}}`"
    if "}}" not in after:
        return f"`}}}}` is missing behind the bracket of this call: write `{{{{ {given}) }}}}`"
    return f"nothing may stand between `)` and `}}}}` of a call: write `{{{{ {given}) }}}}`"


def _end_of_half(text: str, begun: Call) -> int:
    closed = _HALF_CLOSED.match(text, begun.end)
    return closed.end() if closed else begun.end
