"""The main text of a page in passages, and the form in which it is kept in a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.watch.blocks import Line

_HEADING = "# "
_ROW = "| "
_MARKS = ("#", "\\", "|")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text; a heading is one too.

    Attributes:
        section: the nearest heading above it, "" before the first one.
        text: its words on one line; "" for the heading itself.
        row: whether it only shows how the words below it stand in a row of a table.
    """

    section: str
    text: str
    row: bool = False


def passages_in(lines: Iterable[Line]) -> tuple[Passage, ...]:
    """Return the passages that the lines of a page are."""
    found = []
    section = ""
    for line in lines:
        if line.row:
            found.append(Passage(section, line.row, row=True))
        if line.heading:
            section = line.text
        found.append(Passage(section, "" if line.heading else line.text))
    return tuple(found)


def text_of(passages: Iterable[Passage]) -> str:
    """Return passages as text: headings as lines with `# `, rows with `| `, each other on a line.

    A passage that begins like one of these, or with a backslash, has a backslash before it.
    """
    return "".join(f"{line}\n" for line in _lines(passages))


def _lines(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.row:
            yield _ROW + passage.text
        elif passage.text:
            yield f"\\{passage.text}" if passage.text.startswith(_MARKS) else passage.text
        else:
            yield _HEADING + passage.section


def passages_of(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text that `text_of` made."""
    found = []
    section = ""
    for line in filter(None, text.split("\n")):
        if line.startswith(_HEADING):
            section = line.removeprefix(_HEADING)
            found.append(Passage(section, ""))
        elif line.startswith(_ROW):
            found.append(Passage(section, line.removeprefix(_ROW), row=True))
        else:
            found.append(Passage(section, line.removeprefix("\\")))
    return tuple(found)


def rows_of(passages: Iterable[Passage]) -> list[Passage]:
    """Return those that only show how words stand in a row."""
    return [passage for passage in passages if passage.row]


def without_rows(passages: Iterable[Passage]) -> list[Passage]:
    """Return the words alone."""
    return [passage for passage in passages if not passage.row]
