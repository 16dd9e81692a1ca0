"""Where in a longer text something stands: the file's line and column of what a message quotes."""

import re
from dataclasses import replace

from generator.problems.problem import Place
from generator.source.tree import Scalar

_QUOTED = re.compile(r"`([^`]+)`|“([^”]+)”")


def place_in(text: Scalar, message: str) -> Place:
    """Return where a text has what a message quotes first; where it begins if that is not found.

    Args:
        text: the text, with its lines in the file.
        message: what is said of it, with the words in question in backticks or quotes.
    """
    if not (quoted := _QUOTED.search(message)):
        return text.place
    words = (quoted[1] or quoted[2]).removesuffix(" …")
    # What goes over the end of a line is found by its first word.
    tries = dict.fromkeys(filter(None, (words, words.split(" ")[0])))
    return next(filter(None, (found_at(text, wanted) for wanted in tries)), text.place)


def found_at(text: Scalar, words: str) -> Place | None:
    """Return where words first stand in one line of a text; None where no line has them."""
    for down, line in enumerate(text.lines):
        column = line.find(words, text.place.column - 1 if down == 0 else 0)
        if column >= 0:
            return replace(text.place, line=text.place.line + down, column=column + 1)
    return None
