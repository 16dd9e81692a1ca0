"""What of a page's text is Markdown: its code, its comments and its calls covered, sign for sign.

Whatever looks for slips reads this text. A place in it is the same place in the page.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model.records import ContentPage
from generator.problems.problem import Place

CODE = "\x01"
"""What stands in place of each sign of code."""

PLAIN = "\x03"
"""What stands in place of a sign that a backslash makes plain, and of the backslash."""

CALL = "\x02"
"""What stands in place of each sign of a call."""

PARAGRAPH = re.compile(r"(?:^[^\S\n]*\S[^\n]*(?:\n|$))+", re.MULTILINE)
"""What stands between two blank lines."""

# No backslash makes `<` plain: Markdown takes what follows for a tag all the same.
_SIGN = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|]|`+|<!--")
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")
_FENCE = re.compile(r"(`{3,}|~{3,})([^`\n]*)")
_FENCE_INSIDE = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?P<fence>`{3,}|~{3,})[^`\n]*")
_KIND_OF_CODE = re.compile(r" *(?:\{.*\}|\.?[\w#.+-]* *(?:hl_lines=([\"']).*?\1 *)?)")
"""What Markdown takes behind the signs that begin code: it shows a line with anything else."""
ITEM = re.compile(r"(?:[-*+]|(\d+)\.)[ \t]+\S")
"""How an item of a list begins; its number, where it has one, is the first group."""

INDENT = 4
"""How many blanks Markdown takes a tab for, and by how many each level of a list is indented."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is wrong with a page's text.

    Attributes:
        rule: the id of the rule that it breaks.
        says: what is wrong and what to write.
        start: where it begins in the text.
        outline: whether headings follow from it that nobody meant, or are lost.
    """

    rule: str
    says: str
    start: int
    outline: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, without its end.

    Attributes:
        start: where it begins in the text.
        text: what it says.
    """

    start: int
    text: str

    @property
    def bare(self) -> str:
        """The line without the blanks around it."""
        return self.text.strip()

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        expanded = self.text.expandtabs(INDENT)
        return len(expanded) - len(expanded.lstrip())

    @property
    def first(self) -> int:
        """Where its first sign stands in the text."""
        return self.start + len(self.text) - len(self.text.lstrip())


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def place_in(content: ContentPage, start: int) -> Place:
    """Return the place in its file of a letter of a page's body."""
    before = content.body[:start]
    line = content.body_line + before.count("\n")
    return Place(content.path, line, start - (before.rfind("\n") + 1) + 1)


def markdown_of(body: str, calls: Iterable[tuple[int, int]]) -> tuple[str, list[Slip]]:
    """Return a page's text with its code, comments and calls covered, and what never ends in it.

    Args:
        body: the page's text.
        calls: where each call begins and ends.
    """
    text, slips = _markdown_of(body, tuple(calls))
    return text, list(slips)


# Several rules look at the same pages, and most pages stay as they are while one is edited.
@lru_cache(maxsize=256)
def _markdown_of(body: str, calls: tuple[tuple[int, int], ...]) -> tuple[str, tuple[Slip, ...]]:
    text = body
    for start, end in calls:
        text = _covered(text, start, end, CALL)
    text, slips = _without_fences(text)
    text = _without_indented(text)
    slips += _fences_inside(text)
    text = _without_spans(text, slips)
    return text, tuple(slips)


def _covered(text: str, start: int, end: int, sign: str) -> str:
    return text[:start] + re.sub(r"[^\n]", sign, text[start:end]) + text[end:]


def _without_fences(text: str) -> tuple[str, list[Slip]]:
    written: list[str] = []
    slips: list[Slip] = []
    opened: tuple[str, int] | None = None
    for line in lines_of(text):
        fence = _FENCE.fullmatch(line.text)
        inside = opened is not None
        if opened is not None and line.text.rstrip() == opened[0]:
            opened = None
        elif opened is None and fence:
            opened, inside = (fence[1], line.start), True
            if not _KIND_OF_CODE.fullmatch(fence[2].rstrip("\r")):
                says = f"readers see this line: write {fence[1]} alone, or with one word behind it"
                slips.append(Slip("markdown", says, line.start))
        written.append(CODE * len(line.text) if inside else line.text)
    if opened is None:
        return "\n".join(written), slips
    says = f"this block of code never ends: write a line `{opened[0]}` below its last line"
    return "\n".join(written), [*slips, Slip("markdown", says, opened[1], outline=True)]


def _fences_inside(text: str) -> Iterator[Slip]:
    """Yield each block of code that begins where Markdown sees none: not in the first column."""
    opened = ""
    for line in lines_of(text):
        fence = _FENCE_INSIDE.fullmatch(line.text)
        if fence is None or (opened and fence["fence"] != opened):
            continue
        if not opened:
            says = (
                f"{fence['fence']} begins code in the first column alone: in a list or a quotation,"
                " begin each line of code with four more blanks instead"
            )
            yield Slip("markdown", says, line.first)
        opened = "" if opened else fence["fence"]


def _without_indented(text: str) -> str:
    """Cover blocks of code that are indented: deeper than the text of the list they stand in."""
    written: list[str] = []
    depth, after_blank, in_code = 0, True, False
    for line in lines_of(text):
        if not line.bare:
            after_blank = True
            written.append(line.text)
            continue
        in_code = line.indent >= INDENT * (depth + 1) and (after_blank or in_code)
        if not in_code and ITEM.match(line.bare) and (after_blank or depth):
            depth = line.indent // INDENT + 1
        elif not in_code and after_blank:
            depth = min(depth, line.indent // INDENT)
        written.append(CODE * len(line.text) if in_code else line.text)
        after_blank = False
    return "\n".join(written)


def _without_spans(text: str, slips: list[Slip]) -> str:
    gaps = [found.start() for found in _BLANK_LINE.finditer(text)]
    runs: dict[int, list[int]] = {}
    for found in re.finditer("`+", text):
        runs.setdefault(len(found[0]), []).append(found.start())
    parts: list[str] = []
    place = 0
    while sign := _SIGN.search(text, place):
        end, cover = sign.end(), PLAIN
        if sign[0] == "<!--":
            closed = text.find("-->", end)
            end, cover = (closed + 3, " ") if closed >= 0 else (len(text), " ")
            if closed < 0:
                says = "this comment never ends, and readers see nothing below it: write `-->`"
                slips.append(Slip("markdown", says, sign.start(), outline=True))
        elif sign[0][0] == "`":
            end = _end_of_span(sign, runs[len(sign[0])], gaps, len(text))
            cover = CODE if end > sign.end() else "`"
        parts += [text[place : sign.start()], re.sub(r"[^\n]", cover, text[sign.start() : end])]
        place = end
    return "".join((*parts, text[place:]))


def _end_of_span(sign: re.Match[str], runs: list[int], gaps: list[int], end: int) -> int:
    """Return where a span of code ends: within its paragraph; where it begins if it never does."""
    after = bisect_right(gaps, sign.start())
    paragraph = gaps[after] if after < len(gaps) else end
    following = bisect_right(runs, sign.start())
    if following < len(runs) and runs[following] < paragraph:
        return runs[following] + len(sign[0])
    return sign.end()
