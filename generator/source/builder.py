"""Makes a tree with places of the parser's events, and notes what the data files do not use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

import yaml

from generator.problems.problem import Place, Problem
from generator.source.bounds import DEEPEST, LONGEST_TEXT, MOST_PROBLEMS, MOST_VALUES, TOO_DEEP
from generator.source.slips.blanks import ODD_BLANKS, blank_told, hidden_sign, invisible
from generator.source.slips.duplicates import twice
from generator.source.slips.values import begins_with, no_opener
from generator.source.tree import Listing, Mapping, Node, Scalar

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef"
    f"{''.join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))}]"
)
"""Signs that no text has: of a machine, without a place, half a sign, or none by definition."""

CUT_OFF = (
    "what follows ` #` is a comment that readers never see: put the text in double quotes, or the"
    " comment on a line of its own"
)
"""The message for a text that ends where a comment begins."""

# A comment behind a value; a list in brackets may have one.
_COMMENT = re.compile(r"[ \t]+#")

_ODD = re.compile(f"[{ODD_BLANKS}]")

# A value that begins with a blank of another kind, or a line that was to be a key or an item.
_ODD_START = re.compile(f"(?:-|[a-z][a-z_]*:)?[{ODD_BLANKS}]")

# A value that is taken for a comment: `title: #5`. A comment has a space behind its `#`.
_HIDDEN = re.compile(r"[ \t]+#[^\s#]")


class TooMuchError(Exception):
    """A file holds more than any file needs; why is the last of the builder's problems."""


@dataclass
class Builder:
    """Makes a tree from parser events and notes what the data files do not use."""

    path: str
    shift: int
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    values: int = 0
    depth: int = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the tree of the one document; None where there is none, or a second.

        Raises:
            TooMuchError: it has too many values, they are nested too deeply, or too much is wrong.
        """
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "the file goes on below this `---`, which ends it: remove the line"
                    self.problems = [self._told("yaml", message, event)]
                    return None
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, events)
        if isinstance(node, Scalar) and not node.text:
            return None
        return node

    def _node(
        self, event: yaml.NodeEvent, events: Iterator[yaml.Event], *, in_list: bool = False
    ) -> Node:
        place = self._place(event)
        self.values += 1
        if self.values > MOST_VALUES:
            message = f"the file has more than {MOST_VALUES:,} keys and texts: split it"
            self.problems = [*self.problems[:MOST_PROBLEMS], Problem("yaml", message, place)]
            raise TooMuchError
        if isinstance(event, yaml.AliasEvent):
            self._problem("yaml", begins_with("*"), event)
            return Scalar("", place)
        if event.anchor:
            self._problem("yaml", begins_with("&"), event)
        elif getattr(event, "tag", None):
            self._problem("yaml", begins_with("!"), event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if self.depth == DEEPEST:
            self.problems = [*self.problems, Problem("yaml", TOO_DEEP, place)]
            raise TooMuchError
        self.depth += 1
        node: Listing | Mapping
        if isinstance(event, yaml.SequenceStartEvent):
            node = self._listing(place, events)
        else:
            node = self._mapping(place, events, in_list=in_list)
        self.depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar:
        text: str = event.value
        if len(text) > LONGEST_TEXT:
            says = f"this text has more than {LONGEST_TEXT:,} signs: shorten it"
            self._problem("text", says, event)
            text = ""
        if text and not event.style and self._cut_off(event):
            self._problem("yaml", CUT_OFF, event)
        lines = self._lines_of(event)
        if not event.style:
            self._look_at_its_first_sign(text, event)
            if len(lines) > 1 and (message := no_opener(lines[0][place.column - 1 :])):
                self._problem("yaml", message, event)
        if found := _CONTROL.search(text):
            self._problem("yaml", invisible(found[0]), event)
            text = _CONTROL.sub(" ", text)
        return Scalar(text, place, lines, event.style or "")

    def _look_at_its_first_sign(self, text: str, event: yaml.ScalarEvent) -> None:
        """Tell of a value that begins with what was to be a space, or to be no comment."""
        place = self._place(event)
        line = self._line(place)
        found = _ODD_START.match(text)
        # A word with a colon may begin a text, if it stands behind its key.
        if found and (len(found[0]) == 1 or not line[: place.column - 1].strip(" -")):
            self._problem("yaml", blank_told(found[0][-1]), event, ahead=len(found[0]) - 1)
        if not text and _HIDDEN.match(line, place.column - 1):
            self._problem("yaml", begins_with("#"), event)

    def _sign(self, event: yaml.Event) -> str:
        """Return the sign that stands where something begins."""
        place = self._place(event)
        return self._line(place)[place.column - 1 : place.column]

    def _line(self, place: Place) -> str:
        """Return the line of a place; behind the end of the file there is none."""
        number = place.line - 1 - self.shift
        return self.lines[number] if number < len(self.lines) else ""

    def _lines_of(self, event: yaml.ScalarEvent) -> tuple[str, ...]:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return ()
        return tuple(self.lines[start.line : end.line + (end.column > 0 or end.line == start.line)])

    def _cut_off(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether the rest of a text without quotes is taken for a comment.

        Behind a single word it may be one: only the model knows whether that is a text.
        """
        if (end := event.end_mark) is None:
            return False
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        found = _COMMENT.match(line, end.column) if "#" in line else None
        return found is not None and (
            " " in event.value or line[found.end() :][:1] not in {" ", ""}
        )

    def _listing(self, place: Place, events: Iterator[yaml.Event]) -> Listing:
        items: list[Node] = []
        while isinstance(event := next(events), yaml.NodeEvent):
            items.append(self._node(event, events, in_list=True))
        return Listing(tuple(items), place)

    def _mapping(self, place: Place, events: Iterator[yaml.Event], *, in_list: bool) -> Mapping:
        mapping = Mapping(place)
        again = False
        while isinstance(event := next(events), yaml.NodeEvent):
            key = self._node(event, events)
            value = self._node(cast("yaml.NodeEvent", next(events)), events)
            if not isinstance(key, Scalar):
                # `{{ … }}`, or a bracket within a bracket: a text, in any case.
                sign = self._sign(event)
                message = begins_with(sign) if sign in "[{" else "remove the `? ` before this key"
                self._problem("yaml", message, event)
                continue
            if not key.text:
                self._problem("yaml", "no key stands before this colon: write it", event)
                continue
            key = self._visible(key, event)
            if key.text not in mapping.values:
                again = False
                mapping.keys[key.text] = key.place
                mapping.values[key.text] = value
                continue
            if isinstance(empty := mapping.values[key.text], Scalar) and not empty.text.strip():
                mapping.values[key.text] = value  # what is written counts, wherever it is
            if not again:
                # Without its dash or its name, each key of a record seems to be there twice.
                again = True
                self._problem("duplicate-key", twice(key.text, mapping, in_list=in_list), event)
        return mapping

    def _visible(self, key: Scalar, event: yaml.Event) -> Scalar:
        """Return a key without what nobody sees in it, and tell of that."""
        if found := hidden_sign(key.text):
            message = f"the key holds the invisible sign U+{ord(found[0]):04X}: type it anew"
            self._problem("yaml", message, event, ahead=found.start())
            return Scalar("".join(c for c in key.text if not hidden_sign(c)), key.place)
        if found := _ODD.search(key.text):
            self._problem("yaml", blank_told(found[0]), event, ahead=found.start())
            return Scalar(_ODD.sub(" ", key.text).strip(), key.place)
        return key

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        if mark is None:
            return Place(self.path, 1 + self.shift)
        return Place(self.path, mark.line + 1 + self.shift, mark.column + 1)

    def _problem(self, rule: str, message: str, event: yaml.Event, *, ahead: int = 0) -> None:
        problem = self._told(rule, message, event)
        place = replace(problem.place, column=problem.place.column + ahead)
        problem = replace(problem, place=place)
        if problem not in self.problems[-1:]:  # a key is looked at as a text first
            self.problems.append(problem)
        if len(self.problems) > MOST_PROBLEMS:
            message = "from here on nothing more of this file is told: mend what is above first"
            self.problems[-1] = replace(problem, message=message)
            raise TooMuchError

    def _told(self, rule: str, message: str, event: yaml.Event) -> Problem:
        return Problem(rule, message, self._place(event))
