"""Helping an editor who wrote a name that does not exist."""

import difflib
import re
from collections.abc import Collection


def code_hint(code: str, known: Collection[str], where: str) -> str:
    """Return what to write instead of an unknown code; one that only looks alike is no advice.

    Args:
        code: what was written.
        known: codes and families that exist.
        where: the file that holds them.
    """
    plain = _plain(code)
    meant = [label for label in sorted(known) if plain in {_plain(label), _plain(label.split()[0])}]
    if meant:
        return f"did you mean `{meant[0]}`? If not, add {code} to {where}"
    return f"correct it, or add it to {where}"


def _plain(label: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", label.upper())


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
