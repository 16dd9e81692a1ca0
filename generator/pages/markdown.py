"""Markdown that people write, converted; what components made is put in afterwards."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor

_EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "sane_lists", "tables")

# Signs that no text needs: Unicode keeps them for programs. A page that has them loses them.
_MARK = "\ufdd0{}\ufdd1"
MARKED_WORDS = re.compile("\ufdd0(\\d+)\ufdd1")
"""What stands in a converted text for a component, by its number."""

_MARKED = re.compile("<p>\ufdd0(\\d+)\ufdd1</p>|\ufdd0(\\d+)\ufdd1")
_IN_A_TAG = re.compile("<[^<>]*\ufdd0(\\d+)\ufdd1")
_AS_BEFORE = 70
"""The place of headings among what Markdown looks for, as its own."""

_NO_MARKS = dict.fromkeys((0xFDD0, 0xFDD1))


class PageConverter:
    """Converts the pages of content/, one after the other."""

    def __init__(self) -> None:
        self._markdown = Markdown(extensions=list(_EXTENSIONS), output_format="html")
        headings = _Headings(self._markdown.parser)
        self._markdown.parser.blockprocessors.register(headings, "hashheader", _AS_BEFORE)

    def html(self, parts: Sequence[str], made: Sequence[str], *, inline: Sequence[bool]) -> str:
        """Convert a page whose text is interrupted by what components made.

        Args:
            parts: the text before, between and after the components: one more than of those.
            made: the HTML of each component, which Markdown never sees.
            inline: whether each stays within its sentence; another becomes a block, even where no
                blank line is left beside it.

        Raises:
            MisplacedError: a block stands where none can be, as in a heading, or anything within a
            tag, as in the address of a link.
        """
        return filled(self.marked(parts, inline=inline), made, inline=inline)

    def marked(self, parts: Sequence[str], *, inline: Sequence[bool]) -> str:
        """Convert the text alone, with a mark where each component stands.

        The arguments are as for `html`, and so is what is raised.
        """
        return _marked(self._markdown, tuple(parts), tuple(inline))


@cache
def page_converter() -> PageConverter:
    """Return the converter of the whole process: setting one up costs as much as a page."""
    return PageConverter()


# While one page is edited, the others are converted to what they were.
@lru_cache(maxsize=128)
def _marked(markdown: Markdown, parts: tuple[str, ...], inline: tuple[bool, ...]) -> str:
    text = parts[0].translate(_NO_MARKS)
    for number, (after, within) in enumerate(zip(parts[1:], inline, strict=True)):
        mark = _MARK.format(number)
        text += (mark if within else _block(mark, text)) + after.translate(_NO_MARKS)
    converted = markdown.reset().convert(text)
    if found := _IN_A_TAG.search(converted):
        raise MisplacedError(int(found[1]))
    put = {int(found[1] or found[2]): found for found in _MARKED.finditer(converted)}
    for number, within in enumerate(inline):
        if number not in put or (not within and put[number][1] is None):
            raise MisplacedError(number)
    return converted


def filled(marked: str, made: Sequence[str], *, inline: Sequence[bool]) -> str:
    """Put what components made where their marks stand.

    Args:
        marked: the text as `PageConverter.marked` returns it.
        made: the HTML of each component.
        inline: whether each stays within its sentence.
    """
    return _MARKED.sub(lambda found: _put(found, made, inline), marked)


class _Headings(HashHeaderProcessor):
    """Takes `#` for the sign of a heading only with a blank beside it: `## On C#` keeps its last.

    A line that begins with `#1` or `#tag` is a sentence.
    """

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t]|\n|$)(?P<header>[^\n]*)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the heading, and take off the signs that close it."""
        super().run(parent, blocks)
        words = parent[-1].text or ""
        without = words.rstrip("#")
        if not without or without[-1].isspace():
            parent[-1].text = without.rstrip()


class MisplacedError(Exception):
    """A component stands where it cannot.

    Attributes:
        number: which of the page's components, counted from 0.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _block(mark: str, before: str) -> str:
    """Return a mark as a paragraph of what it stands in: a list's item keeps it.

    It stays where it is in a heading or in code, and is found there.
    """
    line = before[before.rfind("\n") + 1 :]
    if line.startswith("#"):
        return mark
    indent = line[: len(line) - len(line.lstrip())]
    return f"\n\n{indent}{mark}\n\n{indent}"


def _put(found: re.Match[str], made: Sequence[str], inline: Sequence[bool]) -> str:
    alone, within = found[1], found[2]
    html = made[int(alone or within)]
    return f"<p>{html}</p>" if alone and inline[int(alone)] else html
