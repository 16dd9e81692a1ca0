"""Lists that became one text: where one item ends and the next begins."""

import re
from typing import Any, get_args, get_origin

from generator.model.base import Slug
from generator.model.shapes import named_kind, unwrap

BULLET = re.compile(r"(?:[•‣▪◦·●○■]\s*|[–—*+-]\s+)(?=\S)")
"""What items of a list begin with elsewhere."""

_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_BETWEEN_NAMES = re.compile(r"\s*[,;/|&]\s*|\s+(?:and|et|or|ou|-|–|—|\+)\s+", re.IGNORECASE)
_BETWEEN_TEXTS = re.compile(r"\s*;\s*")
_BULLETS_WITHIN = re.compile(r"\s+(?:[•‣▪◦·●○■–—*]|-)\s+")

CODE = re.compile(r"[A-Z]\d{2}(?:\s+series|\+)?")
"""A code, or a family of codes."""

_AND_ABOVE = re.compile(r"\b([A-Z]\d{2})\s+(?:and|or)\s+(?:above|up)\b")
_BETWEEN_CODES = re.compile(r"(?:[\s,;/|&()•*-]|\b(?:and|et|or|ou)\b)*", re.IGNORECASE)
_SLUG_MARKS = get_args(Slug)[1:]
_SHORT = 80
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def split_up(key: str, value: str, kind: Any, lines: tuple[str, ...] = ()) -> str | None:
    """Return how a list that became one text was meant: with the texts that were typed.

    Args:
        key: the key of the list.
        value: what is written.
        kind: the type of the list.
        lines: the lines of which the value is made, where each may be an item.
    """
    whole = without_brackets(value.strip())
    if len(lines) > 1 and not BULLET.match(whole) and not _NUMBER.match(whole):
        whole = "; ".join(line.strip().rstrip(",;") for line in lines if line.strip())
    if not whole:
        return None
    items = names_in(whole) if is_named(kind) else _texts(whole)
    listed = ", ".join(items)
    if len(listed) <= _SHORT and not any(sign in item for item in items for sign in ",:[]{}#\n"):
        return f"write `{key}: [{listed}]`"
    return "write each item on a line of its own below the key, after `- `"


def is_named(kind: Any) -> bool:
    """Tell whether the items are names, as slugs and codes are, and no words of a language."""
    kind = unwrap(kind)
    if get_origin(kind) is not tuple:
        return False
    item = get_args(kind)[0]
    marks = getattr(item, "__metadata__", ())
    return named_kind(item) is not None or any(mark in marks for mark in _SLUG_MARKS)


def names_in(text: str) -> list[str]:
    """Split names, none of which has a space in it but a family of codes."""
    text = _AND_ABOVE.sub(r"\1+", text)
    codes = CODE.findall(text)
    if codes and _BETWEEN_CODES.fullmatch(CODE.sub(" ", text)):
        return codes
    text = _NUMBER.sub(", ", _BULLETS_WITHIN.sub(", ", f" {text}"))
    return [part for part in map(str.strip, _BETWEEN_NAMES.split(text)) if part]


def without_brackets(text: str) -> str:
    """Return a text without brackets of any kind around it."""
    text = text.strip()
    closing = _BRACKETS.get(text[:1])
    if closing and text.endswith(closing):
        return text[1:-1].strip()
    if text.endswith(("]", "}")) and not any(sign in text for sign in "[{"):
        return text[:-1].strip()
    return text


def _texts(text: str) -> list[str]:
    """Split texts at their bullets or semicolons; commas may stand within one."""
    if bullet := BULLET.match(text):
        return [part for part in _BULLETS_WITHIN.split(text[bullet.end() :]) if part.strip()]
    if _NUMBER.match(text):
        return [part.strip() for part in _NUMBER.split(text) if part.strip()]
    return [part for part in _BETWEEN_TEXTS.split(text) if part]
