"""What is wrong with a value in quotes or in brackets."""

import re

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'", re.DOTALL)
_ESCAPE = re.compile(r'(?<!\\)(?:\\\\)*\\(?![0abtnvfre "/\\N_LPxuU\n])')
_REST = re.compile(r"[ \t]*(?:#.*)?$")

MOST = 50
"""How much of a text a message shows."""


def quote_fault(value: str, below: str, column: int) -> tuple[int, str] | None:
    """Return column and message of what is wrong with a text in quotes.

    Args:
        value: the rest of the line, from the quote on.
        below: the lines on which the text may go on.
        column: where the quote stands, from 0.
    """
    quote = value[0]
    whole = value + below
    closed = (_DOUBLE if quote == '"' else _SINGLE).match(value)
    closed = closed or (_DOUBLE if quote == '"' else _SINGLE).match(whole)
    if closed is None:
        return column, f"the quote {quote} that opens here is not closed: add it at the end"
    line = whole[closed.end() :].split("\n", 1)[0]
    if not _REST.match(line):
        if "\n" in closed[0]:  # what closes it is the next quote of another text
            return column, f"the quote {quote} that opens here is not closed: add it at the end"
        how = (
            "put all of it in double quotes"
            if quote == "'"
            else "put all of it in single quotes, or write “ and ” within it"
        )
        return column + closed.end(), f"the text goes on after the closing quote: {how}"
    if quote == '"' and (escape := _ESCAPE.search(closed[0])):
        return column + escape.end() - 1, (
            "a `\\` in double quotes has a meaning of its own: write `\\\\`, or put the text in"
            " single quotes"
        )
    return None


def bracket_fault(text: str) -> str | None:
    """Say what is wrong with a list in brackets; None where no such list is meant."""
    sign, closing = text[0], {"[": "]", "{": "}"}[text[0]]
    if text.count(sign) > text.count(closing):
        return (
            f"the bracket `{sign}` that opens here is not closed: add `{closing}` at the end, or"
            " put the text in double quotes"
        )
    behind = text[text.rindex(closing) + 1 :].strip()
    if behind and behind[0] not in ",;.":
        if "," not in text[: text.rindex(closing)]:
            return None
        return (
            f"`{brief(behind)}` stands behind the list in brackets: write it within them, or put"
            " the whole text in double quotes"
        )
    if behind or text.count(sign) < text.count(closing):
        too_much = behind or closing
        return (
            f"`{too_much}` stands behind a list that is closed already: remove it, or put the whole"
            " text in double quotes"
        )
    return "this list in brackets cannot be read: put one comma between two items, as in `[a, b]`"


def brief(text: str) -> str:
    """Return as much of a text as a message shows."""
    return text if len(text) <= MOST else f"{text[:MOST].rstrip()} …"
