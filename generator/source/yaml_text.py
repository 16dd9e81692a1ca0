"""YAML text to a tree with places, or to problems that an editor can act on.

The tree is made from the parser's events, not by PyYAML's constructors: those follow YAML 1.1
(``NO`` is false, ``010`` is 8), let a repeated key win in silence and drop the places.
"""

import re

import yaml

from generator.problems.problem import Place, Problem
from generator.source.bounds import TOO_DEEP, too_deep
from generator.source.builder import Builder, TooMuchError
from generator.source.slips.blanks import invisible
from generator.source.slips.merge_markers import merge_markers
from generator.source.slips.refused import syntax_problem
from generator.source.tree import Node

# libyaml is about eight times faster; the Python parser says the same where it is absent.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# These the parser refuses without a place, or takes for the end of a line.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")

# These turn the order of a line around, or are letters that nobody sees: a comment has them only
# to be read otherwise than it is. In a text they are told as well, at the text.
_MISLEADING = re.compile(
    "#[^\n]*?([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff])"
)

# An escape for a number above that of the last sign.
_BEYOND = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


def parse(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document.

    Args:
        text: the document.
        path: the file's name in problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The tree, or None where there is none, and the problems found on the way.
    """
    if conflicts := merge_markers(text, path, first_line=first_line):
        return None, conflicts
    if unreadable := _unreadable(text, path, first_line):
        return None, [unreadable]
    return _built(text, path, first_line)


def _unreadable(text: str, path: str, first_line: int) -> Problem | None:
    """Return the problem of a text that the parser would refuse without a place, or not at all."""
    if found := _UNREADABLE.search(text):
        before = text[: found.start()]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        return Problem("yaml", invisible(found[0]), Place(path, line, column))
    if not text.isascii() and (found := _MISLEADING.search(text)):
        before = text[: found.start(1)]
        line, column = before.count("\n") + first_line, len(before) - before.rfind("\n")
        return Problem("yaml", invisible(found[1]), Place(path, line, column))
    if (deep := too_deep(text)) is not None:
        return Problem("yaml", TOO_DEEP, Place(path, text.count("\n", 0, deep) + first_line))
    return None


def _built(text: str, path: str, first_line: int) -> tuple[Node | None, list[Problem]]:
    builder = Builder(path, first_line - 1, text.split("\n"))
    try:
        node = builder.document(yaml.parse(text, Loader=_Loader))
    except (ValueError, OverflowError):  # the Python parser's, which asks for such a sign
        found = _BEYOND.search(text)
        before = text[: found.start() if found else 0]
        place = Place(path, before.count("\n") + first_line, len(before) - before.rfind("\n"))
        said = "this escape is of no sign that there is: type the sign itself"
        return None, [Problem("yaml", said, place)]
    except TooMuchError:
        return None, builder.problems
    except yaml.YAMLError as error:
        slip = syntax_problem(error, text, path, first_line - 1)
        return None, [*(p for p in builder.problems if _is_another(p, slip)), slip]
    except RecursionError:
        lines = text.split("\n")
        deepest = max(lines, key=lambda line: line.count("[") + line.count("{"))
        return None, [Problem("yaml", TOO_DEEP, Place(path, lines.index(deepest) + first_line))]
    if node is None and not builder.problems:
        message = "the file is empty: restore what it held"
        return None, [Problem("yaml", message, Place(path, first_line))]
    return node, builder.problems


def _is_another(problem: Problem, slip: Problem) -> bool:
    """Tell whether a problem above a slip is none of its signs."""
    return problem.place.line < slip.place.line and problem.message != slip.message
