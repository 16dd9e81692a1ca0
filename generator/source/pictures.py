"""Whether a picture is what its name says, as a whole: by its own marks, without drawing it."""

import struct
import zlib
from pathlib import PurePosixPath

from generator.problems.problem import Place, Problem
from generator.source.drawings import drawing_fault
from generator.source.picture_kinds import ENDS
from generator.source.picture_sizes import TooLargeError

_FILLING = b"\0\r\n \xff"
"""What some programs put behind the end of a picture."""


def picture_problem(path: str, data: bytes) -> Problem | None:
    """Return what is wrong with a picture; None where it is what its name says.

    Args:
        path: the file, as it is told; its ending says what it should be.
        data: what it holds.
    """
    kind = PurePosixPath(path).suffix.lower()
    if kind == ".svg":
        fault = drawing_fault(data)
        return None if fault is None else Problem("file", fault[0], Place(path, fault[1]))
    said = _fault(kind, data)
    return None if said is None else Problem("file", said, Place(path))


def is_picture(path: str) -> bool:
    """Tell whether a file is a picture by its name."""
    suffix = PurePosixPath(path).suffix.lower()
    return suffix == ".svg" or suffix in ENDS


def _fault(kind: str, data: bytes) -> str | None:
    try:
        end = _end(kind, data)
    except TooLargeError as error:
        return (
            f"this picture has {error} points, too many for a reader's browser: make it smaller,"
            " as 2,000 points wide"
        )
    if end and not data[end:].strip(_FILLING):
        return None
    if end:
        return (
            "something stands behind the end of this picture, as some cameras put it there: open"
            " it in a drawing program, and save it again under a new name"
        )
    known = next((other for other in ENDS if other != kind and _is_whole(other, data)), None)
    if known and {known, kind} != {".jpg", ".jpeg"}:
        return f"this is no {kind} picture but a {known} one: name it so"
    return f"this is no whole {kind} picture: open it where you drew it, and save it again"


def _end(kind: str, data: bytes) -> int | None:
    """Return where a picture ends; None where it is no whole one of its kind.

    Raises:
        TooLargeError: a browser needs too much memory to show it.
    """
    try:
        return ENDS[kind](data)
    except (ValueError, IndexError, KeyError, struct.error, zlib.error):
        return None


def _is_whole(kind: str, data: bytes) -> bool:
    try:
        return _end(kind, data) is not None
    except TooLargeError:
        return True
