"""Problems: what a check found, where, and what to write instead.

Every check returns problems. Only the edges (the MkDocs hook, a command) decide how to show
them and whether to fail.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.problems.rulebook import RULES


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """The site must not be published."""
    WARNING = "warning"
    """The site may be published and says so itself, as with an overdue review."""
    ADVICE = "advice"
    """Something for an editor to know; readers see it told apart from the review."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file.

    Attributes:
        path: relative to the project's folder, with forward slashes.
        line: counted from 1.
        column: counted from 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    Attributes:
        rule: the id of a rule in `generator.problems.rulebook`.
        message: what is wrong and what to write, in one or two lines.
        place: where an editor has to look.
        severity: whether it stops the build.
    """

    rule: str
    message: str
    place: Place
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise ValueError(f"{self.rule} is not a rule of the register")
        if not self.message.isprintable():
            # What it quotes was written by somebody: no sign of it may move in a terminal, or begin
            # a line that looks like another message.
            object.__setattr__(self, "message", printable(self.message))

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}[{self.rule}]: {self.message}"


def printable(text: str) -> str:
    """Return a text on one line, with what cannot be seen in it replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(text.split()))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, line and column, and drop exact repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.rule, p.message)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the problems that stop a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)
