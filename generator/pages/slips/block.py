"""Headings, lists and tables that Markdown takes for something else."""

import re
from collections.abc import Iterator, Sequence

from generator.model.slips.page_text import CALL, CODE, INDENT, ITEM, Line, Slip, lines_of
from generator.pages.slips.bold import bold_slips
from generator.pages.slips.table import is_table, rows_without_rule, table_slips

_OTHER_NUMBER = re.compile(r"\d+\)[ \t]+\S")
_OTHER_SIGN = re.compile(r"[•‣▪●◦·][ \t]*\S")
_DASH = re.compile(r"[–—][ \t]+\S")
_TIGHT_ITEM = re.compile(r"(?:[-+]|\*(?=[^*]*$))(?=[^\W\d_])")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_TIGHT_HEADING = re.compile(r"(#{2,})[^\s#]|#[^\W\d_]")
_DEEP_HEADING = re.compile(r"#{7,}")
_UNDERLINE = re.compile(r"=+|-+")
_NO_COLON = re.compile(r"\{\s*([.#][^{}:]*?)\s*\}")
_SENTENCE = re.compile(r"[.:;,?!…)][\"”’*_]*$")
_HEAD_OF_TABLE = 2
"""So many lines are a table without rows."""
_MANY_WORDS = 7
"""So many words are a sentence, even where no full stop ends them."""
_LONG_LINE = 4
"""An underline of so many signs is meant as one; a shorter one as a line across the page."""


def block_slips(text: str) -> Iterator[Slip]:
    """Yield what is wrong with headings, lists, tables and bold text.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
    """
    empty_table = False
    for block in _blocks(text):
        yield from _headings(block)
        yield from _attribute_lines(block)
        if is_table(block):
            yield from table_slips(block)
            empty_table = len(block) == _HEAD_OF_TABLE
            continue
        if not empty_table:
            yield from rows_without_rule(block)
        empty_table = False
        yield from _underlines(block)
        yield from _lists(block)
    yield from bold_slips(text)


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield the lines between two blank ones; headings, calls and tags stand alone."""
    block: list[Line] = []
    for line in lines_of(text):
        alone = _HEADING.match(line.text) or line.bare.startswith(("<", CALL)) or _is_code(line)
        if alone or not line.bare:
            if block:
                yield block
            block = []
            if alone and not _is_code(line):
                yield [line]
        else:
            block.append(line)
    if block:
        yield block


def _is_code(line: Line) -> bool:
    return bool(line.bare) and not line.bare.strip(CODE)


def _headings(block: Sequence[Line]) -> Iterator[Slip]:
    for line in block:
        if not line.bare.startswith("#"):
            continue
        if _DEEP_HEADING.match(line.bare):
            yield _slip(
                "a heading has at most six `#`: write `## ` and its words", line, outline=True
            )
        elif tight := _TIGHT_HEADING.match(line.bare):
            signs = tight[1] or "#"
            yield _slip(
                f"a space is missing behind `{signs}`: write `{signs} ` and the heading's words,"
                " or `\\#` where it is no heading",
                line,
                outline=True,
            )
        elif 0 < line.indent < INDENT and _HEADING.match(line.bare):
            says = "an indented heading is shown with its `#`: begin it in column 1"
            yield _slip(says, line, outline=True)


def _attribute_lines(block: Sequence[Line]) -> Iterator[Slip]:
    for line in block:
        if found := _NO_COLON.fullmatch(line.bare):
            yield _slip(f"attributes begin with a colon: write `{{: {found[1]} }}`", line)


def _underlines(block: Sequence[Line]) -> Iterator[Slip]:
    for number, line in enumerate(block[1:], 1):
        above = block[number - 1].bare
        if not _UNDERLINE.fullmatch(line.bare) or ITEM.match(above):
            continue
        sentence = _SENTENCE.search(above) or len(above.split()) >= _MANY_WORDS
        if number == 1 and (sentence or len(line.bare) < _LONG_LINE):
            yield _slip(
                f"`{line.bare}` makes a heading of the line above: leave a blank line between the"
                " two, or write the heading with `## ` before it",
                line,
                outline=True,
            )
        elif number > 1 and line.bare[0] == "=":
            yield _slip("readers see these signs: remove the line", line)


def _lists(block: Sequence[Line]) -> Iterator[Slip]:
    first = ITEM.match(block[0].bare)
    for pattern, least, says in (
        (_OTHER_SIGN, 1, "a list is written with `- ` before each item"),
        (_DASH, 2, "a list is written with `- ` before each item, and not with a long dash"),
        (_OTHER_NUMBER, 2, "a numbered list is written with `1. ` before its item"),
        (_TIGHT_ITEM, 2, "a space is missing behind the sign of the list: write `- ` and the item"),
    ):
        found = [line for line in block if pattern.match(line.bare)]
        if len(found) >= least and not (pattern is _TIGHT_ITEM and first):
            yield _slip(says, found[0])
            return
    items = [n for n, line in enumerate(block) if n and ITEM.match(line.bare)]
    if first:
        yield from _another_kind(block, items)
    elif items and _is_list(block, items):
        says = "a list begins after a blank line: leave one above this line"
        yield _slip(says, block[items[0]])


def _is_list(block: Sequence[Line], items: Sequence[int]) -> bool:
    """Tell whether lines that look like items are meant as such: a dash may begin any line."""
    numbers = [found[1] for n in items if (found := ITEM.match(block[n].bare))]
    if numbers[0] is not None and int(numbers[0]) != 1:
        return False
    return len(items) > 1 or block[items[0] - 1].bare.endswith(":")


def _another_kind(block: Sequence[Line], items: Sequence[int]) -> Iterator[Slip]:
    numbered = block[0].bare[0].isdigit()
    for number in items:
        line = block[number]
        if line.indent == block[0].indent and line.bare[0].isdigit() != numbered:
            yield _slip("another kind of list begins here: leave a blank line above it", line)
            return


def _slip(says: str, line: Line, *, outline: bool = False) -> Slip:
    return Slip("markdown", says, line.first, outline)
