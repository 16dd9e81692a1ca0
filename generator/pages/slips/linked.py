"""Where the links and tags of a page's text stand: they may go over several lines."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.model.slips.page_text import PARAGRAPH
from generator.pages.slips.allowed import IN_A_LINE

GONE = "\x04"
"""What stands in place of each sign that is no part of the words around it."""

# Behind the signs of lists and quotations too; with one word and no more, and with a title.
DEFINED = re.compile(
    r"^(?:[ \t]*+(?:>|[-*+][ \t]|\d++\.[ \t]))*+[ \t]*+"
    r"\[(?P<name>(?:[^\[\]\n]|\n(?![ \t]*\n))++)\]:[ \t]*+\n?[ \t]*+"
    r"""(?P<address>\S++)[ \t]*+(?:\n?[ \t]*+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)))?[ \t]*+$""",
    re.MULTILINE,
)
"""A line that gives the address of links, in a text as `unquoted` returns it: readers do not see
it."""

_QUOTATION = re.compile(r"[ \t]*+(?:(?:[-*+]|\d++\.)[ \t]++)?>")
_QUOTED_LINE = re.compile(r"^(?:[ \t]*+>)++", re.MULTILINE)

# One level of brackets may stand in an address, and any in a title.
_ADDRESS = (
    r"\(\s*+(?:<[^<>\n]*>|(?:[^\s()<]|\([^\s()]*\))*+)"
    r"""(?:\s++(?:"[^"]*"|'[^']*'))?\s*+\)"""
)
_TAG = r"""</?(?P<element>[A-Za-z][\w-]*)(?:"[^"]*+"|'[^']*+'|[^<>"'])*+>"""
_PART = re.compile(
    rf"(?P<behind>\](?:{_ADDRESS}|\[[^\[\]]*\]))|(?P<typed><[\w.+-]+[:@][^<>\s]*>)"
    rf"|(?P<tag>{_TAG}|<[^<>\n]*>)|(?P<broken>\]\()|[\[\]]"
)

Kind = Literal["gone", "shown", "ended", "words"]


class Part(NamedTuple):
    """A part of a text.

    Attributes:
        kind: `gone` for what no reader sees, `shown` for an address, which is no word, `ended` for
            a tag that parts the words beside it, `words` for those of a link.
        start: where it begins in the text.
        end: where it ends.
    """

    kind: Kind
    start: int
    end: int


def named(words: str) -> str:
    """Return the name of a link's address as Markdown compares it."""
    return " ".join(words.lower().split())


def unquoted(text: str) -> str:
    """Return a text with the `>` covered with which the lines of its quotations begin."""
    return PARAGRAPH.sub(_unquoted, text) if ">" in text else text


def _unquoted(paragraph: re.Match[str]) -> str:
    if not _QUOTATION.match(paragraph[0]):
        return paragraph[0]
    return _QUOTED_LINE.sub(lambda begun: " " * len(begun[0]), paragraph[0])


def without_definitions(text: str) -> str:
    """Return a text with the lines covered that give the addresses of links."""
    return DEFINED.sub(lambda found: re.sub(r"[^\n]", GONE, found[0]), text)


def parts_of(text: str) -> Iterator[Part]:
    """Yield the parts of a text that are more or less than words.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
    """
    text = unquoted(text)
    defined = set()
    for definition in DEFINED.finditer(text):
        defined.add(named(definition["name"]))
        yield Part("gone", *definition.span())
    for paragraph in PARAGRAPH.finditer(without_definitions(text)):
        for kind, start, end in _parts_of_one(paragraph[0], defined):
            yield Part(kind, paragraph.start() + start, paragraph.start() + end)


def covered(text: str, signs: dict[Kind, str]) -> str:
    """Return a text with each part of some kinds covered, sign for sign.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
        signs: what stands in place of each sign, by the kind of the part.
    """
    pieces: list[str] = []
    reached = 0
    parts = sorted((part for part in parts_of(text) if part.kind in signs), key=_outer_first)
    for kind, start, end in parts:
        if end > reached:
            pieces.append(text[reached:start])
            pieces.append(re.sub(r"[^\n]", signs[kind], text[max(start, reached) : end]))
            reached = end
    return "".join((*pieces, text[reached:]))


def _outer_first(part: Part) -> tuple[int, int]:
    return part.start, -part.end


def _parts_of_one(text: str, defined: set[str]) -> Iterator[Part]:
    opened: list[int] = []
    linked = last = -1
    for found in _PART.finditer(text):
        start, end = found.span()
        if found["typed"]:
            yield Part("shown", start, end)
        elif found["tag"]:
            element = (found["element"] or "").lower()
            yield Part("gone" if element in IN_A_LINE else "ended", start, end)
            if element == "a" and not found[0].startswith("</"):
                linked = end
            elif element == "a" and linked >= 0:
                yield Part("words", linked, start)
        elif found[0] == "[":
            opened.append(start)
            last = start
        elif not opened:
            if found[0] != "]":
                yield Part("gone", start, end)
        else:
            begun = opened.pop()
            name = text[begun + 1 : start] if begun == last else ""  # which has no brackets
            if found[0] != "]" or named(name) in defined:
                yield Part("gone", begun, begun + 1)
                yield Part("gone", start, end)
                yield Part("words", begun + 1, start)
