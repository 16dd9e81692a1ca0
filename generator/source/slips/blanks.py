"""Blanks that look like a space and are none, where a file has to have a space."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The blanks of Unicode that are no space, as a class of signs for a regular expression."""

_ODD = re.compile(f"[{ODD_BLANKS}]")

# In the indentation, behind a dash, beside the colon of a key, or behind `>-`.
_IN_PLACE_OF_A_SPACE = re.compile(
    r" *(?:- +)*"
    rf"(?:(?=[{ODD_BLANKS}])"
    rf"|-(?=[{ODD_BLANKS}])"
    rf"|[A-Za-z_][\w-]*(?=[{ODD_BLANKS}]+:(?:\s|$))"
    rf"|[A-Za-z_][\w-]*: *[|>]?[+-]?(?=[{ODD_BLANKS}]))"
)


_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bcaf\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)
_UNSEEN = re.compile(r" *(?:- +)*([\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff])")


def unseen_start(line: str) -> tuple[int, str] | None:
    """Return the column, from 0, of an invisible sign with which a line begins, and the message."""
    if not (found := _UNSEEN.match(line)):
        return None
    return found.start(1), f"the invisible sign U+{ord(found[1]):04X} stands here: remove it"


def blank_told(sign: str) -> str:
    """Return what to do about a blank that is no space."""
    name = unicodedata.name(sign, "blank").lower()
    origin = ", from Word" if sign in "\u00a0\u202f" else ""
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} (U+{ord(sign):04X}{origin}) stands here: type a space"


def odd_blank(lines: Sequence[str], numbers: Sequence[int]) -> tuple[int, int, str] | None:
    """Return the first blank that stands where a space has to: line and column from 0, the sign.

    Args:
        lines: the file.
        numbers: the lines to look at, from 0: those that are no part of a longer text.
    """
    for number in numbers:
        line = lines[number]
        if _ODD.search(line) and (found := _IN_PLACE_OF_A_SPACE.match(line)):
            return number, found.end(), line[found.end()]
    return None


def hidden_sign(text: str) -> re.Match[str] | None:
    """Return the first sign that nobody sees, and that no name has."""
    return next(hidden_signs(text), None)


def hidden_signs(text: str) -> Iterator[re.Match[str]]:
    """Yield all of them."""
    return iter(()) if text.isascii() and text.isprintable() else _HIDDEN.finditer(text)


def invisible(character: str) -> str:
    """Return what to do about a sign that nobody sees."""
    return f"the text contains the invisible character U+{ord(character):04X}: remove it"
