"""What is said of a code's past: it holds together, and leads from older codes to newer ones."""

from collections.abc import Iterator
from datetime import date

from generator.model.code import CodeRegistry, History
from generator.model.records import Entry
from generator.problems.problem import Place, Problem
from generator.source.tree import PathStep


def histories_agree(registry: Entry[CodeRegistry], today: date) -> Iterator[Problem]:
    """Tell which histories contradict themselves, and which go in a circle."""
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            history: History = code.history
            for key, message in _contradictions(history, today):
                yield Problem("value", message, registry.place(name, number, "history", key))
            for position, message in _successors(code.label, history):
                path = (name, number, "history", "successors", position, "code")
                yield Problem("repeated-code", message, registry.place(*path))
    yield from _circles(registry)


def _contradictions(history: History, today: date) -> Iterator[tuple[str, str]]:
    """Yield the keys of a history that do not go with its standing, and what to write."""
    standing = history.standing
    if standing == "superseded" and not history.successors:
        yield (
            "standing",
            (
                "`standing`: a superseded code has successors: write `successors:` and `- code:`"
                " with each of them below, or `standing: changed` where none is known"
            ),
        )
    if standing != "superseded" and history.successors:
        yield (
            "successors",
            (
                f"`successors`: a code that is {standing} has none: remove them, or write"
                " `standing: superseded`"
            ),
        )
    if standing == "not recorded":
        for key in ("source", "certainty", "changed_on"):
            if getattr(history, key):
                yield (
                    key,
                    (
                        f"`{key}` says what is recorded of the code, but its standing is `not"
                        " recorded`: remove this line, or write the standing"
                    ),
                )
                break
    if history.changed_on and history.changed_on > today:
        message = f"`changed_on`: {history.changed_on} is not yet: write the day of the change"
        yield "changed_on", message


def _successors(label: str, history: History) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    covered: set[str] = set()
    for position, successor in enumerate(history.successors):
        if successor.code == label:
            yield position, f"`successors`: {label} cannot succeed itself: write the newer code"
        elif successor.code in seen:
            yield position, f"`successors`: {successor.code} is listed twice: remove the second"
        elif successor.covers and successor.covers in covered:
            yield position, f"`covers`: {successor.code} covers what another code does: correct one"
        covered.add(successor.covers or "")
        seen.add(successor.code)


def _circles(registry: Entry[CodeRegistry]) -> Iterator[Problem]:
    """Tell of each circle of successors once, at the code of it that stands first in the file."""
    newer: dict[str, list[tuple[str, Place]]] = {}
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            path: tuple[PathStep, ...] = (name, number, "history", "successors")
            newer.setdefault(code.label, []).extend(
                (successor.code, registry.place(*path, position, "code"))
                for position, successor in enumerate(code.history.successors)
                if successor.code != code.label
            )
    done: set[str] = set()
    for first in newer:
        if first not in done and (circle := _circle(first, newer, done)):
            way, place = circle
            message = (
                f"`successors`: {' → '.join(way)} goes in a circle, so that no code is the newest:"
                " correct or remove one of them"
            )
            yield Problem("value", message, place)


def _circle(
    first: str, newer: dict[str, list[tuple[str, Place]]], done: set[str]
) -> tuple[list[str], Place] | None:
    """Return the codes of a circle that a code leads into, and where its way begins."""
    way: list[str] = [first]
    left = [iter(newer[first])]
    while left:
        following = next((step for step in left[-1] if step[0] not in done), None)
        if following is None:
            done.add(way.pop())
            left.pop()
        elif following[0] in way:
            done.update(way)
            begin = way[way.index(following[0]) :]
            place = next(place for code, place in newer[begin[0]] if code == [*begin, begin[0]][1])
            return [*begin, begin[0]], place
        else:
            way.append(following[0])
            left.append(iter(newer.get(following[0], ())))
    return None
