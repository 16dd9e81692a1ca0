"""Problems written out: for a person, for GitHub's pull requests, for other programs."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from generator.problems.phrases import counted
from generator.problems.problem import Place, Problem, Severity
from generator.problems.rulebook import RULES

ALL_GOOD = "No problems: the guide can be published."

_WIDTH = 96
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


class Format(StrEnum):
    """How problems are written."""

    TEXT = "text"
    """One line each, with the line of the file and a caret."""
    GITHUB = "github"
    """GitHub's workflow commands: annotations on the lines of a pull request."""
    JSON = "json"
    """A JSON object with the problems and their number by severity."""


def report(
    problems: Iterable[Problem], root: Path, kind: Format = Format.TEXT, good: str = ALL_GOOD
) -> str:
    """Write problems out and count them: what stops a build first, otherwise in the order given.

    Args:
        problems: what was found.
        root: the project's folder, from which the lines are quoted.
        kind: for whom.
        good: what to say where nothing stops a build.
    """
    listed = tuple(sorted(problems, key=lambda problem: _WEIGHT[problem.severity]))
    if kind is Format.JSON:
        return json.dumps({"problems": [_as_json(p) for p in listed], **_numbers(listed)}, indent=2)
    if kind is Format.GITHUB:
        return "\n".join([*(_annotation(p) for p in listed), count(listed, good)])
    lines = _Lines(root)
    return "\n".join([*(f"{p}{lines.excerpt(p)}" for p in listed), count(listed, good)])


def count(problems: Sequence[Problem], good: str = ALL_GOOD) -> str:
    """Say in one line how much was found, and whether it stops a build."""
    numbers = _numbers(problems)
    parts = [counted(numbers["warnings"], "warning")] if numbers["warnings"] else []
    parts += [counted(numbers["advice"], "note")] if numbers["advice"] else []
    besides = f" Besides, {' and '.join(parts)}." if parts else ""
    if not numbers["errors"]:
        return f"{good}{besides}"
    if numbers["errors"] == numbers["waiting"]:
        waits = counted(numbers["waiting"], "change")
        return f"{waits} to be seen by the reviewer before the guide can be published.{besides}"
    to_mend = [p for p in problems if p.severity is Severity.ERROR and not RULES[p.rule].waits]
    files = len({p.place.path for p in to_mend})
    where = "" if files == 1 else f" in {files} files"
    found = counted(len(to_mend), "problem")
    if numbers["waiting"]:
        besides = f" {counted(numbers['waiting'], 'change')} to be seen by the reviewer.{besides}"
    return f"{found}{where} to mend before the guide can be published.{besides}"


class _Lines:
    """The lines of the project's files, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {}

    def excerpt(self, problem: Problem) -> str:
        """Return the line that a problem is about, with a caret below its column."""
        if RULES[problem.rule].whole_file or problem.severity is Severity.ADVICE:
            return ""
        line = self._line(problem.place)
        if not line.strip():
            return ""
        start, shown = _clip(line, problem.place.column - 1)
        margin = f"{problem.place.line:>5} | "
        before = shown[: problem.place.column - 1 - start]
        return f"\n{margin}{shown}\n{' ' * 5} | {''.join(map(_blank, before))}^"

    def _line(self, place: Place) -> str:
        if place.path not in self._files:
            try:
                file = self._root / place.path
                text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
            except (OSError, ValueError):
                text = ""
            self._files[place.path] = text.split("\n")
        lines = self._files[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else ""


def _clip(line: str, column: int) -> tuple[int, str]:
    """Return the part of a long line around a column, and where it begins."""
    start = max(0, column - _WIDTH * 2 // 3) if len(line) > _WIDTH else 0
    return start, line[start : start + _WIDTH].rstrip()


def _blank(character: str) -> str:
    """Return white space as wide as a character is in a terminal."""
    if character == "\t":
        return "\t"
    if unicodedata.combining(character):
        return ""
    return "  " if unicodedata.east_asian_width(character) in {"F", "W"} else " "


def _annotation(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.severity}[{problem.rule}]",
    }
    named = ",".join(f"{name}={_escaped(text, ':,')}" for name, text in properties.items())
    return f"::{_LEVELS[problem.severity]} {named}::{_escaped(problem.message)}"


def _escaped(text: str, also: str = "") -> str:
    """Escape what ends a workflow command or one of its properties."""
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
    }


def _numbers(problems: Sequence[Problem]) -> dict[str, int]:
    def number(severity: Severity) -> int:
        return sum(problem.severity is severity for problem in problems)

    return {
        "errors": number(Severity.ERROR),
        "warnings": number(Severity.WARNING),
        "advice": number(Severity.ADVICE),
        "waiting": sum(RULES[p.rule].waits for p in problems if p.severity is Severity.ERROR),
    }
