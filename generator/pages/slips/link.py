"""Links and pictures that Markdown does not take for any, or that nobody can follow."""

import re
from collections.abc import Iterator

from generator.model.slips.page_text import PARAGRAPH, PLAIN, Slip
from generator.pages.slips.linked import DEFINED, named, unquoted, without_definitions

_TARGET = re.compile(r"<[^<>\n]*>|\S+")
_WHOLE = re.compile(r"""\s*(?:<[^<>\n]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'))?\s*""")
_ADDRESS = (
    r"(?:\.{0,2}/|\#|https?:|mailto:|www\.)[^\s()\[\]{}]*"
    r"|[^\s()\[\]{}]+\.md(?:\#[^\s()\[\]{}]*)?"
)
_APART = re.compile(rf"[ \t\n]+\(\s*(?:{_ADDRESS})\s*\)")
_OTHER_SIGNS = re.compile(rf"\s?(?:\{{\s*(?:{_ADDRESS})\s*\}}|\[\s*(?:{_ADDRESS})\s*\])")
_TURNED = re.compile(rf"(?<!\])\([^()\n]+\)\s?\[\s*(?:{_ADDRESS})\s*\](?![(\[])")
_HALF = re.compile(rf"\[[^\[\]\n]*?\((?:{_ADDRESS})\)")
_OTHER = re.compile(r"\[\^[^\]\s]+\]|\[\[[^\[\]\n]+\]\]")
"""What is told as the Markdown of another program."""
_NOWHERE = re.compile(r"(?:\s*<\s*>(?:\s.*)?|\s*)", re.DOTALL)
"""An address that is none."""
_QUOTED = re.compile(r"""\s*(["'“])([^"'“”]*)["'”]\s*""")
_EXAMPLE = "`[the codes](/codes.md)`"


def link_slips(text: str) -> Iterator[Slip]:
    """Yield what is wrong with the links and pictures of a page's text.

    Args:
        text: the text, as `page_text.markdown_of` covers it.
    """
    text = unquoted(text)
    defined: dict[int, str] = {}
    for found in DEFINED.finditer(text):
        start = found.start("name") - 1
        defined[start] = named(found["name"])
        if _NOWHERE.fullmatch(found["address"]):
            yield _slip("this line names no address: write one behind `]:`", start)
    names = frozenset(defined.values())
    used: set[str] = set()
    for paragraph in PARAGRAPH.finditer(without_definitions(text)):
        yield from _Paragraph(paragraph[0], paragraph.start(), names, used).slips()
    for start, name in defined.items():
        if name not in used and not name.startswith("^"):
            says = (
                f"no link uses this line, and readers do not see it: write {_EXAMPLE} for a link,"
                " or the words without brackets"
            )
            yield _slip(says, start)


class _Paragraph:
    """A paragraph whose brackets are read."""

    def __init__(self, text: str, start: int, defined: frozenset[str], used: set[str]) -> None:
        self._text, self._start = text, start
        self._defined, self._used = defined, used
        self._opened: list[int] = []
        self._read_to = 0
        self._closed = _closed(text)

    def slips(self) -> Iterator[Slip]:
        told: set[int] = set()
        for other in _OTHER.finditer(self._text):
            told |= set(range(other.start(), other.end()))
        for found in _TURNED.finditer(self._text):
            told |= set(range(found.start(), found.end()))
            says = f"the brackets of this link are the wrong way round: write {_EXAMPLE}"
            yield _slip(says, self._start + found.start())
        for place, sign in ((f.start(), f[0]) for f in re.finditer(r"[\[\]]", self._text)):
            if place in told or place < self._read_to:
                continue
            if sign == "[":
                self._opened.append(place)
            elif self._opened:
                yield from self._link(self._opened.pop(), place)
            elif self._text.startswith("](", place) and PLAIN not in self._text[:place]:
                says = f"`[` is missing before the words of this link: write it as in {_EXAMPLE}"
                yield _slip(says, self._start + place)
        for place in self._opened:
            if _HALF.match(self._text, place):
                says = f"`]` is missing after the words of this link: write it as in {_EXAMPLE}"
                yield _slip(says, self._start + place)

    def _link(self, opened: int, closed: int) -> Iterator[Slip]:
        text, start = self._text, self._start + opened
        words = text[opened + 1 : closed].strip()
        picture = opened > 0 and text[opened - 1] == "!"
        after = closed + 1
        if text.startswith("(", after):
            yield from self._address(after, words, start, picture=picture)
        elif apart := _APART.match(text, after):
            says = "a space parts this link: write `(` directly behind `]`"
            self._read_to = apart.end()
            yield _slip(says, start)
        elif other := _OTHER_SIGNS.match(text, after):
            self._read_to = other.end()
            yield _slip(f"the address of a link stands in round brackets: write {_EXAMPLE}", start)
        elif found := re.compile(r"\s?\[([^\[\]]*)\]").match(text, after):
            self._read_to = found.end()
            name = named(found[1] or words)
            self._used.add(name)
            if name not in self._defined:
                says = (
                    f"no line `[{found[1] or words}]: …` gives the address of this link: write the"
                    f" address behind the words, as in {_EXAMPLE}"
                )
                yield _slip(says, start)
        else:
            self._used.add(named(words))

    def _address(self, opened: int, words: str, start: int, *, picture: bool) -> Iterator[Slip]:
        kind = "picture" if picture else "link"
        closed = self._closed.get(opened)
        if closed is None:
            yield _slip(f"this {kind} is not closed: write `)` behind its address", start)
            return
        inside = self._text[opened + 1 : closed]
        self._read_to = closed
        if _NOWHERE.fullmatch(inside):
            yield _slip(f"this {kind} has no address: write one in the round brackets", start)
        elif quoted := _QUOTED.fullmatch(inside):
            says = f"the address of a {kind} has no quotation marks: write `({quoted[2]})`"
            yield _slip(says, start)
        elif not _WHOLE.fullmatch(inside):
            target = _TARGET.match(inside.strip())
            first = target[0] if target else ""
            says = (
                f"a space stands in the address of this {kind}: write `)` directly behind"
                f" `{first}`, or `%20` for a space that belongs to it"
            )
            yield _slip(says, start)
        elif not words and picture:
            says = "this picture says nothing to who cannot see it: say in `[ ]` what it shows"
            yield _slip(says, start - 1)
        elif not words:
            yield _slip(f"nobody sees this link: write its words in `[ ]`, as in {_EXAMPLE}", start)


def _closed(text: str) -> dict[int, int]:
    """Return where each round bracket is closed, by where it is opened."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for found in re.finditer(r"[()]", text):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            closed[opened.pop()] = found.start()
    return closed


def _slip(says: str, start: int) -> Slip:
    return Slip("markdown", says, start)
