"""The marks that a merge leaves in a file where two people changed the same lines."""

import re

from generator.problems.problem import Place, Problem

# Behind the others stands the name of a branch. `=======` alone is also an underlined heading of
# seven letters, which nobody writes here: a heading begins with `#`.
_MARK = re.compile(r"^[ \t]*(?:(<{7}|>{7}|\|{7})(?:[ \t].*)?|={7}[ \t]*)$", re.MULTILINE)

_MESSAGE = (
    "a merge was left unfinished here: keep one of the two texts, and remove the lines that begin"
    " with `<<<<<<<`, `=======` and `>>>>>>>`"
)


def merge_markers(text: str, path: str, *, first_line: int = 1) -> list[Problem]:
    """Return one problem of the rule `merge-marker` for each conflict, at its first mark.

    Args:
        text: a whole file of data/ or content/, or a part of one.
        path: the file's name in problems.
        first_line: the line of the file on which the text begins.
    """
    problems: list[Problem] = []
    line, seen, inside = first_line, 0, False
    for found in _MARK.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        if not inside or found[1] == "<<<<<<<":
            problems.append(Problem("merge-marker", _MESSAGE, Place(path, line)))
        inside = found[1] != ">>>>>>>"
    return problems
