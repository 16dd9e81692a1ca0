"""Texts that a comment cuts off after their first word.

Behind a name, a number or a date a comment is welcome; behind a text it may be its rest.
"""

import re
from collections.abc import Iterator
from typing import Any, get_origin

from pydantic import WithJsonSchema

from generator.model.base import WRITTEN, Names, Offered
from generator.model.shapes import unwrap
from generator.model.slips.helps import ForReaders
from generator.model.slips.walk import Visit, visits
from generator.problems.problem import Problem
from generator.source.builder import CUT_OFF
from generator.source.tree import Node, Scalar, scalars

# One whose sign has no space behind it is told wherever it stands.
_COMMENT = re.compile(r"\S[ \t]+#(?=\s|$)")


def cut_off(node: Node, kind: Any) -> Iterator[Problem]:
    """Yield a problem for each text for readers behind whose one word a comment stands."""
    if any(_has_comment(scalar) for scalar in scalars(node)):
        for visit in visits(node, kind):
            if isinstance(visit.node, Scalar) and _has_comment(visit.node) and _is_text(visit):
                yield Problem("yaml", CUT_OFF, visit.node.place)


def _has_comment(scalar: Scalar) -> bool:
    """Tell whether a comment follows; the lines of a text in quotes may have one within."""
    if scalar.style or not scalar.text or " " in scalar.text or len(scalar.lines) != 1:
        return False
    end = scalar.place.column - 1 + len(scalar.text)
    return bool(_COMMENT.match(scalar.lines[0], end - 1))


def _is_text(visit: Visit) -> bool:
    kind = unwrap(visit.kind)
    if get_origin(kind) is tuple:
        return True  # paragraphs: a text where a list may stand
    if not any(isinstance(mark, ForReaders) for mark in visit.marks):
        return False
    if any(isinstance(mark, Names) for mark in visit.marks):
        return False
    offered = {word for mark in visit.marks if isinstance(mark, Offered) for word, _ in mark.words}
    # A text that has to follow a pattern of its own is a code or a number.
    forms = [m.json_schema for m in visit.marks if isinstance(m, WithJsonSchema) and m.json_schema]
    free = not forms or forms[-1].get("pattern") == WRITTEN
    return free and isinstance(visit.node, Scalar) and visit.node.text not in offered
