"""Whether folders are one, or one within the other, whatever names a system takes for them."""

import os
import unicodedata
from pathlib import Path


def same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one place, without a link inside of the project."""
    return _plain(one) == _plain(other) or _samefile(one, other)


def touch(one: Path, other: Path) -> bool:
    """Tell whether one of two folders holds the other, or is it."""
    return holds(one, other) or holds(other, one)


def holds(folder: Path, other: Path) -> bool:
    """Tell whether a folder is another one, or holds it."""
    ways = (Path(os.path.realpath(other)), Path(os.path.normpath(other)))
    wanted = _plain(folder)
    return any(
        _plain(above) == wanted or _samefile(above, folder)
        for way in ways
        for above in (way, *way.parents)
    )


def _plain(path: Path) -> str:
    """Return a path as the least particular system has it: no links, no capitals, no accents."""
    real = unicodedata.normalize("NFKD", os.path.realpath(path)).casefold()
    return real.rstrip(". ")


def _samefile(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
