"""The sentences of a page: notes left over, and signs that nobody sees or reads."""

import re
from collections.abc import Iterator

from generator.model.slips.page_text import CALL, CODE, PLAIN, Slip, lines_of
from generator.model.slips.signs import sign_fault
from generator.model.slips.texts import paragraph_fault

# The signs of Markdown and HTML, which a page may have; an address has a slash, and may stand too.
_OTHERS = f"{CODE}{CALL}{PLAIN}*_`~#<>{{}}|&/\\+•"
_SIGNS = str.maketrans(dict.fromkeys(_OTHERS, " "))
_LINK = re.compile(
    r"\[([^\[\]]*)\](\([^()]*\)|\[[^\[\]]*\]|:.*)|\bwww\."
    r"|(?P<shown><[\w.+-]+[:@][^<>\s]*>)|<[^<>]*>|\]\("
)
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
    for line in lines_of(text):
        written = body[line.start : line.start + len(line.text)]
        covered = line.text
        if covered != written:
            same = zip(line.text, written, strict=True)
            covered = "".join(sign if sign == other else " " for sign, other in same)
        if fault := sign_fault(covered) or paragraph_fault(_words(line.text)):
            named = _QUOTED.search(fault)
            found = line.text.find(named[1]) if named else -1
            yield Slip("text", fault, line.start + found if found >= 0 else line.first)


def _words(line: str) -> str:
    """Return the words of a line alone."""
    told = _LINK.sub(lambda link: link[1] or (CODE if link["shown"] else " "), line)
    return _FILLED.sub(_SHOWN, told).translate(_SIGNS).strip(" \t-")
