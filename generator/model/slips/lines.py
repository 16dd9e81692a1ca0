"""Slips that the lines of a file show, whether its values are sound or not."""

from dataclasses import dataclass
from typing import Any

from generator.model.slips.comments import cut_off
from generator.model.slips.items import items_run_together
from generator.model.slips.swallowed import swallowed_keys
from generator.model.slips.walk import Path
from generator.problems.problem import Problem, Severity
from generator.source.tree import Node


@dataclass(slots=True)
class LineSlips:
    """What the lines of a file show, whether its values are sound or not.

    Attributes:
        problems: what is wrong with them.
        told: what the validator may find because of that, as a path and a kind of finding.
        below: paths of values that mean nothing, because their text is more than one.
        faulty: keys of the file whose values mean nothing.
        displaced: for each key that a text swallowed, its line and the columns of the keys around.
    """

    problems: list[Problem]
    told: set[tuple[Path, str]]
    below: set[Path]
    faulty: set[str]
    displaced: tuple[tuple[int, frozenset[int]], ...]


def slips_in_lines(node: Node, kind: Any) -> LineSlips:
    """Return what the lines of a file show of its keys, its items and its comments."""
    swallowed = swallowed_keys(node, kind)
    items = items_run_together(node, kind)
    comments = list(cut_off(node, kind))
    wrong = [item for item in items if not item.problem or item.problem.severity is Severity.ERROR]
    told = {((*path, key), "missing") for text in swallowed for path, key in text.missing}
    # A record is judged as a whole only once all of its keys are there.
    told |= {(path, "guide") for text in swallowed for path, _key in text.missing}
    inside = {str(path[0]) for text in swallowed for path, _ in text.missing if path}
    inside |= {key for text in swallowed for path, key in text.missing if not path}
    texts = [text.text for text in swallowed] + [item.item for item in wrong]
    return LineSlips(
        [
            *(text.problem for text in swallowed),
            *(item.problem for item in items if item.problem),
            *comments,
        ],
        told,
        set(texts),
        inside | {str(path[0]) for path in texts if path},
        tuple((text.problem.place.line, text.columns) for text in swallowed),
    )
