"""Helping an editor who wrote a name that does not exist."""

import difflib
from collections.abc import Collection


def hint(name: str, known: Collection[str], where: str) -> str:
    """Return what to write instead of an unknown name.

    Args:
        name: what was written.
        known: the names that exist.
        where: the file that holds them.
    """
    if not known:
        return f"add it to {where}"
    if near := difflib.get_close_matches(name, known, 1, 0.5):
        return f"did you mean `{near[0]}`? The names are in {where}"
    if len(known) <= 12:  # noqa: PLR2004 - more than a dozen names are no help in one line
        return f"write one of {', '.join(sorted(known))}, or add it to {where}"
    return f"use a name from {where}, or add it there"
