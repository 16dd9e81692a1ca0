"""YAML text to a tree with places, or to problems that an editor can act on.

The tree is made from the parser's events, not by PyYAML's constructors: those follow YAML 1.1
(``NO`` is false, ``010`` is 8), let a repeated key win in silence and drop the places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from generator.problems.problem import Place, Problem
from generator.source.slips import syntax_problem
from generator.source.tree import Listing, Mapping, Node, Scalar

# libyaml is about eight times faster; the Python parser says the same where it is absent.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

# A comment behind a value; a list in brackets may have one.
_COMMENT = re.compile(r"[ \t]+#")

# These the parser refuses without a place, or takes for the end of a line.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def parse(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document.

    Args:
        text: the document.
        path: the file's name in problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The tree, or None where there is none, and the problems found on the way.
    """
    builder = _Builder(path, first_line - 1, text.split("\n"))
    if found := _UNREADABLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        return None, [Problem("yaml", _invisible(found[0]), Place(path, line, column))]
    try:
        node = builder.document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        return None, [*builder.problems, syntax_problem(error, text, path, first_line - 1)]
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
    lines: list[str]
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
        if text and not event.style and self._cut_off(event):
            message = (
                "what follows ` #` is a comment that readers never see: put the text in double"
                " quotes, or the comment on a line of its own"
            )
            self._problem("yaml", message, event)
        if found := _CONTROL.search(text):
            self._problem("yaml", _invisible(found[0]), event)
            text = _CONTROL.sub(" ", text)
        return Scalar(text, place)

    def _cut_off(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether a comment follows a text without quotes on its last line."""
        if (end := event.end_mark) is None:
            return False
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        return bool(_COMMENT.match(line, end.column))

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
