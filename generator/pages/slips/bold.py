"""Bold text without an end or a beginning, and signs of it with a space on the inside."""

import re
from collections.abc import Iterator, Sequence

from generator.model.slips.page_text import ITEM, PARAGRAPH, Slip, lines_of

_SIGNS = (re.compile(r"\*{2,}"), re.compile(r"(?<!\w)__(?=\w)|(?<=\w)__(?!\w)"))
_BEGINS = re.compile(rf"{ITEM.pattern}|[#|]")


def bold_slips(text: str) -> Iterator[Slip]:
    """Yield what is wrong with bold text.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
    """
    for pattern in _SIGNS:
        left_open = False
        for start, end in _sentences(text):
            signs = [
                found
                for found in pattern.finditer(text, start, end)
                if _line_around(text, found).strip("*_ \t")
            ]
            for slip, open_before in _unpaired(signs, left_open=left_open):
                left_open = open_before
                if slip:
                    yield slip


def _unpaired(
    signs: Sequence[re.Match[str]], *, left_open: bool
) -> Iterator[tuple[Slip | None, bool]]:
    """Yield what is wrong with the signs of a sentence, and whether bold text is left open there.

    A sign that only can begin bold text, or only end it, is never taken for the other where one is
    missing: the slip is told where it is.
    """
    odd = len(signs) % 2 == 1
    uneven = sum(len(sign[0]) for sign in signs) % 2 == 1
    opened: re.Match[str] | None = None
    for sign in signs:
        begins, ends = _begins(sign), _ends(sign)
        if opened is None and ends and not begins and odd:
            yield None if left_open else _slip(_NO_BOLD, sign), False
            left_open, odd = False, False
        elif opened is None:
            opened = sign
        elif begins and not ends and odd and _begins(opened):
            yield _slip(_NEVER_CLOSED, opened), False
            opened, odd = sign, False
        else:
            if not _begins(opened):
                yield _slip(_LOOSE_FIRST, opened), left_open
            elif not ends:
                yield _slip(_LOOSE_SECOND, sign), left_open
            elif uneven and len(opened[0]) != len(sign[0]):
                yield (
                    Slip("markdown", _UNLIKE.format(opened[0], sign[0]), opened.start()),
                    left_open,
                )
            opened = None
    if opened is not None:
        yield _slip(_NEVER_CLOSED, opened), True


_LOOSE_FIRST = "bold text has no space within its `{0}`: remove the one behind the first `{0}`"
_LOOSE_SECOND = "bold text has no space within its `{0}`: remove the one before the second `{0}`"
_NEVER_CLOSED = (
    "`{0}` begins bold text that ends nowhere in its paragraph: write `{0}` directly behind its"
    " last word"
)
_UNLIKE = "`{0}` and `{1}` are no pair: write the same signs before and behind the words"
_NO_BOLD = (
    "`{0}` ends bold text that begins nowhere in its paragraph: write `{0}` directly before its"
    " first word"
)


def _begins(sign: re.Match[str]) -> bool:
    """Tell whether a word follows a sign directly, and none is before it."""
    after = sign.string[sign.end() : sign.end() + 1]
    before = sign.string[sign.start() - 1 : sign.start()]
    return bool(after.strip()) and not (before.isalnum() and not after.isalnum())


def _ends(sign: re.Match[str]) -> bool:
    """Tell whether a word or a full stop is directly before a sign."""
    return bool(sign.string[sign.start() - 1 : sign.start()].strip()) and sign.start() > 0


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each text begins and ends that bold words stay within: a paragraph, an item."""
    for paragraph in PARAGRAPH.finditer(text):
        start = paragraph.start()
        for line in lines_of(paragraph[0]):
            begins = paragraph.start() + line.start
            if begins > start and _BEGINS.match(line.bare):
                yield start, begins
                start = begins
        yield start, paragraph.end()


def _line_around(text: str, found: re.Match[str]) -> str:
    end = text.find("\n", found.end())
    return text[text.rfind("\n", 0, found.start()) + 1 : end if end >= 0 else len(text)]


def _slip(says: str, sign: re.Match[str]) -> Slip:
    return Slip("markdown", says.format(sign[0][:2]), sign.start())
