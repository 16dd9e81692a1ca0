"""A file that cannot be read as a whole, in its parts: which line breaks it by itself.

The parser gives up where it is lost, which may be far below the slip: a quote that is not closed
takes in the rest of the file. A part by itself ends where the next key begins.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ITEMS = re.compile(r"(?: *- +)+")
_LONG_TEXT = re.compile(r"(?:^|[:-]\s+)[|>][+-]?\d*[+-]?\s*(?:#.*)?$")
_CLOSING = re.compile(r"\s*[\]}]")
_KEY = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'#\[{][^:]*?)\s*:(?:\s|$)")


def outer_lines(lines: Sequence[str]) -> list[int]:
    """Return the lines that are no part of a text behind `>-` or `|`, counted from 0."""
    found: list[int] = []
    column: int | None = None
    for number, line in enumerate(lines):
        inside = column is not None and (not line.strip(" ") or indent(line) > column)
        if not inside:
            found.append(number)
            column = opening_column(line) if _LONG_TEXT.search(line) else None
    return found


def opening_column(line: str) -> int:
    """Return the column of the key with which a line begins, behind the dashes of its items."""
    items = _ITEMS.match(line)
    content = line[items.end() :] if items else ""
    return items.end() if items and _KEY.match(content) else indent(line)


def broken_part(lines: Sequence[str]) -> int | None:
    """Return the first line that cannot be read even by itself, with what is indented below it.

    Returns:
        The line's number from 0; None where each part can be read, and only their order or their
        columns can be wrong.
    """
    return _broken(list(lines), 0, len(lines))


def indent(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_readable(text: str) -> bool:
    """Tell whether a text can be read by itself."""
    try:
        for _event in yaml.parse(text, Loader=_Loader):
            pass
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def _broken(lines: list[str], first: int, end: int) -> int | None:
    """Look at the parts of `lines[first:end]`, and within the first that is broken."""
    parts = list(_parts(lines, first, end))
    named = [bool(_ITEMS.match(lines[start]) or _names_a_key(lines[start])) for start, _ in parts]
    for (start, stop), is_named in zip(parts, named, strict=True):
        if not is_named and (any(named) or len(parts) > 1):
            return start
        if is_readable("\n".join(lines[start:stop])):
            continue
        if items := _ITEMS.match(lines[start]):
            # Without its dash, an item is the keys that it holds.
            inner = [*lines]
            inner[start] = " " * items.end() + lines[start][items.end() :]
            return _broken(inner, start, stop)
        if not is_readable(lines[start]):
            return start
        return _broken(lines, start + 1, stop) if _opens(lines[start]) else None
    return None


def _parts(lines: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield begin and end of what stands in the leftmost column, each with what is below it."""
    filled = [n for n in range(first, end) if lines[n].strip() and lines[n].lstrip()[0] != "#"]
    if not filled:
        return
    left = min(indent(lines[number]) for number in filled)
    starts = [
        number
        for number in filled
        if indent(lines[number]) == left and not _CLOSING.match(lines[number])
    ]
    starts = starts or filled[:1]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _names_a_key(line: str) -> bool:
    return bool(_KEY.match(line.lstrip(" ")))


def _opens(line: str) -> bool:
    """Tell whether a line is a key whose value stands below it."""
    return bool(re.search(r":\s*(?:#.*)?$", line))
