"""YAML text to a tree with places, or to problems that an editor can act on.

The tree is made from the parser's events, not by PyYAML's constructors: those follow YAML 1.1
(``NO`` is false, ``010`` is 8), let a repeated key win in silence and drop the places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from generator.problems import Place, Problem
from generator.source.tree import Listing, Mapping, Node, Scalar

# libyaml is about eight times faster; the Python parser says the same where it is absent.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

# These the parser refuses without a place, or takes for the end of a line.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

# Here the parser notices a slip only where it runs out of text; the slip is where it began.
_TOLD_WHERE_IT_BEGINS = {
    "while parsing a flow mapping",
    "while parsing a flow sequence",
    "while scanning a quoted scalar",
    "while scanning a simple key",
}

# What the parser says where a quote is missing, or stands in the middle of a text.
_MAY_BE_A_QUOTE = (
    "could not find expected ':'",
    "did not find expected '-' indicator",
    "did not find expected key",
    "mapping values are not allowed",
    "unexpected end of stream",
)

# A key that runs into its value: `title:CETA` is one text to YAML.
_JOINED = re.compile(r"\s*(?:- )?([A-Za-z_]+):([^\s:/][^:]*?)\s*$")

# A value that begins with a quote which its line does not close.
_OPEN_QUOTE = re.compile(r"""\s*(?:- )*(?:[\w-]+:\s+)?(["'])(?:(?!\1).)*$""")

# What the parser says, and what an editor can do about it.
_ADVICE = {
    "mapping values are not allowed": (
        "a colon followed by a space has a meaning in YAML: put the whole text in double quotes,"
        " or write it below the key after `>-`"
    ),
    "while scanning an alias": "a text that begins with `*` must be in double quotes",
    "while scanning an anchor": "a text that begins with `&` must be in double quotes",
    "while scanning a block scalar": (
        "after `|` or `>` the text begins on the next line, indented below its key"
    ),
    "found a tab character": "a tab stands here: indent with spaces, not tabs",
    "cannot start any token": (
        "this character cannot start a value: indent with spaces, not tabs, and put a text that"
        " begins with @, ` or % in double quotes"
    ),
    "could not find expected ':'": (
        "a key needs a colon and a space after it: write `key: value`, and indent the lines of a"
        " longer text below their key"
    ),
    "did not find expected key": (
        "the indentation does not fit the lines above, or a quote is not closed: align each key"
        " with its neighbours and close every quote"
    ),
    "did not find expected '-' indicator": (
        "the items of a list must start in the same column, each with `- `"
    ),
    "unexpected end of stream": ("a quote that was opened is never closed: add the missing quote"),
    "found undefined tag handle": "a text that begins with `!` must be in double quotes",
    "did not find expected ',' or": (
        "a list or mapping in brackets is not closed: add the missing `]` or `}`, or put the text"
        " in double quotes"
    ),
}


def parse(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document.

    Args:
        text: the document.
        path: the file's name in problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The tree, or None where there is none, and the problems found on the way.
    """
    builder = _Builder(path, first_line - 1)
    if found := _UNREADABLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        return None, [Problem("yaml", _invisible(found[0]), Place(path, line, column))]
    try:
        node = builder.document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        return None, [*builder.problems, _syntax_problem(error, text, path, first_line - 1)]
    except RecursionError:
        message = "values are nested too deeply: write them as separate keys"
        lines = text.split("\n")
        deepest = max(lines, key=lambda line: line.count("[") + line.count("{"))
        return None, [Problem("yaml", message, Place(path, lines.index(deepest) + first_line))]
    if node is None and not builder.problems:
        message = "the file is empty: write its keys, or remove the file"
        return None, [Problem("yaml", message, Place(path, first_line))]
    return node, builder.problems


@dataclass
class _Builder:
    """Makes a tree from parser events and notes what the data files do not use."""

    path: str
    shift: int
    problems: list[Problem] = field(default_factory=list)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem("yaml", "a second document begins here: remove the `---`", event)
                    return node
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, events)
        if isinstance(node, Scalar) and not node.text:
            return None
        return node

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event]) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            message = f"`*{event.anchor}` repeats another value: write the value out instead"
            self._problem("yaml", message, event)
            return Scalar("", place)
        if event.anchor:
            message = f"`&{event.anchor}` marks a value for repetition: remove the mark"
            self._problem("yaml", message, event)
        if (tag := getattr(event, "tag", None)) and tag != "!":
            self._problem("yaml", f"the tag `{tag}` is not used here: remove it", event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(place, events)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place, events)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        raise TypeError(event)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        text: str = event.value
        if found := _CONTROL.search(text):
            self._problem("yaml", _invisible(found[0]), event)
            text = _CONTROL.sub(" ", text)
        return Scalar(text, place)

    def _listing(self, place: Place, events: Iterator[yaml.Event]) -> Listing:
        items: list[Node] = []
        while isinstance(event := next(events), yaml.NodeEvent):
            items.append(self._node(event, events))
        return Listing(tuple(items), place)

    def _mapping(self, place: Place, events: Iterator[yaml.Event]) -> Mapping:
        mapping = Mapping(place)
        while isinstance(event := next(events), yaml.NodeEvent):
            key = self._node(event, events)
            value = self._node(cast("yaml.NodeEvent", next(events)), events)
            if not isinstance(key, Scalar):
                self._problem("yaml", "a key must be plain text, followed by a colon", event)
            elif key.text in mapping.values:
                first = mapping.keys[key.text].line
                message = (
                    f"the key `{key.text}` is written twice, first on line {first}:"
                    " keep one of the two"
                )
                self._problem("duplicate-key", message, event)
            else:
                mapping.keys[key.text] = key.place
                mapping.values[key.text] = value
        return mapping

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        if mark is None:
            return Place(self.path, 1 + self.shift)
        return Place(self.path, mark.line + 1 + self.shift, mark.column + 1)

    def _problem(self, rule: str, message: str, event: yaml.Event) -> None:
        self.problems.append(Problem(rule, message, self._place(event)))


def _invisible(character: str) -> str:
    return f"the text contains the invisible character U+{ord(character):04X}: remove it"


def _syntax_problem(error: yaml.YAMLError, text: str, path: str, shift: int) -> Problem:
    context, said = (getattr(error, name, None) or "" for name in ("context", "problem"))
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if context in _TOLD_WHERE_IT_BEGINS:
        marks.reverse()
    mark = next((mark for mark in marks if mark), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    said = f"{context} {said}".strip() or str(error)
    lines = text.rstrip().split("\n")
    if line >= len(lines):  # behind the end, where an editor sees nothing: the last line it is
        line, column = len(lines) - 1, len(lines[-1]) - 1
    if slip := _slip(lines, line, column, said):
        line, column, message = slip
        return Problem("yaml", message, Place(path, line + 1 + shift, column + 1))
    place = Place(path, line + 1 + shift, column + 1)
    for fragment, advice in _ADVICE.items():
        if fragment in said:
            return Problem("yaml", advice, place)
    return Problem("yaml", f"this is not valid YAML ({' '.join(said.split())})", place)


def _slip(lines: list[str], line: int, column: int, said: str) -> tuple[int, int, str] | None:
    """Return line, column and message of a slip that the parser told in its own terms, or late."""
    if any(fragment in said for fragment in _MAY_BE_A_QUOTE):
        for number in range(line + 1):
            if quoted := _OPEN_QUOTE.match(lines[number]):
                message = f"the quote {quoted[1]} that opens here is not closed: add it at the end"
                return number, quoted.start(1), message
        if lines[line][:column].rstrip().endswith(('"', "'")):
            message = "the text goes on after the closing quote: put all of it in double quotes"
            return line, column, message
    for number in range(line, max(line - 2, -1), -1):
        if joined := _JOINED.match(lines[number]):
            key, value = joined.groups()
            message = f"`{key}:{value}` has no space after the colon: write `{key}: {value}`"
            return number, joined.start(1), message
    return None
