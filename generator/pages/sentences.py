"""The sentences of a page: notes left over, and signs that nobody sees or reads."""

import re
from collections.abc import Iterator

from generator.model.slips.page_text import CALL, CODE, PLAIN, Slip, lines_of
from generator.model.slips.signs import sign_fault
from generator.model.slips.texts import paragraph_fault
from generator.pages.slips.linked import GONE, covered
from generator.pages.slips.table import is_rule

# The signs of Markdown and HTML, which a page may have; some of them part the words beside them.
_PARTING = ";"
_OTHERS = f"{CODE}{CALL}{PLAIN}*_`~#<>{{}}|&/\\+•"
_SIGNS = str.maketrans({**dict.fromkeys(_OTHERS, " "), **dict.fromkeys("|/", _PARTING), "*": None})
_BARE = re.compile(r"\b(?:https?://|www\.)[^\s()\[\]<>|]*")
"""An address as it is typed: the link that it should be, or is in, is looked at elsewhere."""
_FILLED = re.compile(rf"(?<=[(\[]) *[{re.escape(_OTHERS)}][{re.escape(_OTHERS)} ]*(?=[)\]])")
_SHOWN = "·"
"""What stands for what readers see between brackets, though it is no word."""
_QUOTED = re.compile(r"[`“]([^`”]+)[`”]")


def sentence_slips(text: str, body: str) -> Iterator[Slip]:
    """Yield what is wrong with the words of a page's text.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
        body: the text as it was written.
    """
    words = covered(text, {"gone": GONE, "shown": CODE, "ended": _PARTING})
    for line in lines_of(text):
        written = body[line.start : line.start + len(line.text)]
        signs = line.text
        if signs != written:
            same = zip(line.text, written, strict=True)
            signs = "".join(sign if sign == other else " " for sign, other in same)
        of_line = words[line.start : line.start + len(line.text)]
        if fault := sign_fault(signs) or (not is_rule(line) and paragraph_fault(_plain(of_line))):
            named = _QUOTED.search(fault)
            found = line.text.find(named[1]) if named else -1
            yield Slip("text", fault, line.start + found if found >= 0 else line.first)


def _plain(line: str) -> str:
    """Return the words of a line alone, without the marks of Markdown."""
    told = _BARE.sub(CODE, line.replace(GONE, ""))
    return _FILLED.sub(_SHOWN, told).translate(_SIGNS).strip(f" \t-{_PARTING}")
