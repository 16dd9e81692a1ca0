"""Names that were written as titles, as addresses or with capitals: what to write instead."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, get_origin

from generator.model.base import SLUG, Names, slug_like
from generator.model.finder import Finder
from generator.model.records import Records
from generator.model.shapes import named_kind, unwrap
from generator.model.slips.walk import visits
from generator.model.titles import meant, titles
from generator.problems.phrases import shortened
from generator.problems.problem import Place, Problem
from generator.source.tree import Listing, Node, Scalar, place_of
from generator.source.tree import Mapping as Keys

_OFFERED = ("categories", "firm_pages", "groups", "sources", "questions")
"""What may be looked up by its title; who made a review is never guessed."""

_WHERE = {
    "categories": "the name of a file in data/categories/, without `.yml`",
    "firm_pages": "a key of `pages:` in data/firm.yml",
    "groups": "a key of data/groups.yml",
    "sources": "a key of data/sources.yml",
    "reviewers": "a key of data/reviewers.yml",
    "questions": "the `key:` of a question below",
}
_LIKE = 0.5


def with_names_meant(
    problems: Iterable[Problem], trees: Iterable[tuple[Any, Node]], records: Records
) -> list[Problem]:
    """Return the problems; one of a name that is no slug says which name was meant.

    Args:
        problems: what was found.
        trees: each file's tree with the type of what it holds.
        records: what could be read, for the titles.
    """
    problems = list(problems)
    at = {problem.place for problem in problems if _is_of_a_name(problem)}
    if not at:
        return problems
    trees = list(trees)
    called = titles(records) | {
        "reviewers": dict.fromkeys(records.known_reviewers, ()),
        "questions": {key: () for kind, tree in trees if kind is Finder for key in _asked(tree)},
    }
    answers = {
        place: message for kind, tree in trees for place, message in _answers(kind, tree, called)
    }
    return [
        replace(problem, message=answers[problem.place])
        if _is_of_a_name(problem) and problem.place in answers
        else problem
        for problem in problems
    ]


def _is_of_a_name(problem: Problem) -> bool:
    """Tell whether a problem may be one of a name.

    A sign that nobody sees, and an item that is told as several, are told well as they are.
    """
    unseen = "U+" in problem.message and "dash (U+" not in problem.message
    told = unseen or "is more than one:" in problem.message
    return problem.rule in {"value", "verify-notice", "reviewer"} and not told


def _answers(
    kind: Any, node: Node, names: Mapping[str, Mapping[str, Iterable[str]]]
) -> Iterator[tuple[Place, str]]:
    """Yield the place of each text that names something in another way, and what to say of it."""
    for use in _named(kind, node):
        known = names.get(use.kind, {})
        if use.slot is _Slot.BRACKETS or (use.slot is _Slot.ONE and _several(use.text, known)):
            yield use.place, "one name belongs here: write it alone, without brackets or commas"
        elif SLUG.fullmatch(use.text) and (use.slot is not _Slot.WHOLE_LIST or use.text in known):
            continue
        elif (name := meant(use.text, known)) and use.kind in _OFFERED:
            wanted = f"a list, `[{name}]`" if use.slot is _Slot.WHOLE_LIST else f"`{name}`"
            yield use.place, f"`{shortened(use.text)}` is not a name here: write {wanted}"
        elif use.slot is _Slot.ITEM and _several(use.text, known):
            message = f"`{shortened(use.text)}` is more than one name: write a comma between two"
            yield use.place, message
        elif use.slot is not _Slot.WHOLE_LIST and use.text and slug_like(use.text) not in known:
            yield use.place, f"`{shortened(use.text)}` is not a name here: {_advice(use, known)}"


def _asked(tree: Node) -> Iterator[str]:
    """Yield the keys of the finder's questions, whatever else is wrong with them."""
    questions = tree.values.get("questions") if isinstance(tree, Keys) else None
    for item in questions.items if isinstance(questions, Listing) else ():
        key = item.values.get("key") if isinstance(item, Keys) else None
        if isinstance(key, Scalar):
            yield key.text


def _several(text: str, known: Mapping[str, Iterable[str]]) -> bool:
    parts = [part for part in re.split(r"[\s,;/]+", text) if part]
    return len(parts) > 1 and all(part in known for part in parts)


def _advice(use: "_Use", known: Mapping[str, Iterable[str]]) -> str:
    near = difflib.get_close_matches(slug_like(use.text), known, 1, _LIKE)
    if near and use.kind in _OFFERED:
        return f"did you mean `{near[0]}`? If not, write {_WHERE[use.kind]}"
    return f"write {_WHERE[use.kind]}"


class _Slot(Enum):
    """Where a name stands."""

    ONE = "where one belongs"
    ITEM = "in a list, where several belong"
    WHOLE_LIST = "in place of a list"
    BRACKETS = "in brackets, where one belongs"


@dataclass(frozen=True, slots=True)
class _Use:
    kind: str
    text: str
    place: Place
    slot: _Slot


def _named(kind: Any, node: Node) -> Iterator[_Use]:
    """Yield each text below a node that names a record, and how it stands there."""
    for visit in visits(node, kind):
        if not visit.path or isinstance(visit.path[-1], int):
            continue  # an item is looked at with its list
        marks = (mark.kind for mark in visit.marks if isinstance(mark, Names))
        if name := next(marks, None) or named_kind(visit.kind):
            key = place_of(node, visit.path, key=True)
            yield from _at_key(name, visit.kind, visit.node, key)


def _at_key(name: str, kind: Any, node: Node, key: Place) -> Iterator[_Use]:
    if name not in _WHERE:
        return
    wants_list = get_origin(unwrap(kind)) is tuple
    if isinstance(node, Scalar):
        slot = _Slot.WHOLE_LIST if wants_list else _Slot.ONE
        yield _Use(name, node.text, node.place, slot)
    elif isinstance(node, Listing) and wants_list:
        for item in node.items:
            if isinstance(item, Scalar):
                yield _Use(name, item.text, item.place, _Slot.ITEM)
    elif isinstance(node, Listing):
        yield _Use(name, "", key, _Slot.BRACKETS)
