"""Markdown for GitHub in which a text from elsewhere stays a text."""

import re

_BACKTICKS = re.compile(r"`+")


def code_span(text: str) -> str:
    """Return a text as a code span: nothing in it is a link, a mention, an image or HTML.

    Nothing where the text has no words.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    longest = max(map(len, _BACKTICKS.findall(words)), default=0)
    fence, space = "`" * (longest + 1), " " * bool(longest)
    return f"{fence}{space}{words}{space}{fence}"


def table_row(cells: list[str]) -> str:
    """Return a row of a table of cells that are Markdown already."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
