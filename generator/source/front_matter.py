"""The YAML between two ``---`` lines at the head of a Markdown page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems.problem import Place, Problem
from generator.source.slips.merge_markers import merge_markers
from generator.source.tree import Node
from generator.source.yaml_text import parse

FENCE = "---"
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00a0\u00ad"

# What somebody wrote, or a program made, of the line `---`.
_LIKE_A_FENCE = re.compile(r"\s*(?:[-–—]{1,5}|_{3}|={3}|\.{3}|\*{3}|~{3}|\+{3})\s*$")

# A key of the head; a page begins with a heading or with a sentence.
_KEY = re.compile(r" {,3}[a-z][a-z_]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A page as it was read.

    Attributes:
        path: relative to the project's folder.
        head: the front matter's tree.
        body: the Markdown after it.
        body_line: the line of the file on which the body begins.
    """

    path: str
    head: Node
    body: str
    body_line: int


def read_yaml(text: str, path: str) -> tuple[Node | None, str, list[Problem]]:
    """Read the YAML of a file, be it all of it or the head of a Markdown page.

    Args:
        text: the file, with line ends as on Unix.
        path: the file; one that ends with ``.md`` is a page.

    Returns:
        The tree, or None where there is none; the page's Markdown; and the problems found.
    """
    if path.endswith(".md"):
        page, problems = split(text, path)
        return (page.head, page.body, problems) if page else (None, "", problems)
    node, problems = parse(text, path)
    return node, "", problems


def split(text: str, path: str) -> tuple[MarkdownFile | None, list[Problem]]:
    """Split a page into front matter and Markdown.

    Returns:
        The page, or None where the front matter cannot be read or a merge was left unfinished
        anywhere in the page, and the problems found.
    """
    if conflicts := merge_markers(text, path):
        return None, conflicts
    lines = text.split("\n")
    fences = [n for n, line in enumerate(lines) if line.rstrip() == FENCE]
    if flaw := _flaw_of_fences(lines, fences, path):
        return None, [flaw]
    number = fences[1]
    head, problems = parse("\n".join(lines[1:number]), path, first_line=2)
    if head is None:
        return None, problems
    body = "\n".join(lines[number + 1 :])
    return MarkdownFile(path, head, body, number + 2), problems


def _flaw_of_fences(lines: Sequence[str], fences: Sequence[int], path: str) -> Problem | None:
    """Return what is wrong with the lines `---` around the head."""
    if not any(line.strip() for line in lines):
        message = "the file is empty: restore what it held, or remove the file"
        return Problem("front-matter", message, Place(path))
    if fences[:1] != [0]:
        return Problem("front-matter", _no_head(lines), Place(path))
    if len(fences) == 1:
        return _not_closed(lines, path)
    end, following = fences[1], fences[2:3]
    if following and not any(line.strip() for line in lines[end + 1 : following[0]]):
        message = "`---` ends the head twice, and readers see the second as a line: remove it"
        return Problem("front-matter", message, Place(path, following[0] + 1))
    if _goes_on(lines, end):
        message = "this `---` ends the head, but more of its keys stand below: remove this line"
        if not following:
            message = f"{message}, and write it after the last key"
        return Problem("front-matter", message, Place(path, end + 1))
    return None


def _no_head(lines: Sequence[str]) -> str:
    """Say what the first line of a page should be."""
    first = next((line for line in lines if line.strip()), "")
    if first.rstrip() == FENCE:
        return "the page does not begin with `---`: remove the empty lines above it"
    if _LIKE_A_FENCE.match(first):
        return (
            f"the page does not begin with `---`: write it in place of `{first.strip()}`, in the"
            " first column of the first line"
        )
    if first.lstrip(_UNSEEN).startswith(FENCE):
        return (
            "the page does not begin with `---` alone: remove what else is on that line, be it"
            " invisible, or begin another line with it"
        )
    if _KEY.match(first):
        return f"the page does not begin with `---`: write such a line above `{first.strip()}`"
    fence = next((n for n, line in enumerate(lines) if line.rstrip() == FENCE), len(lines))
    if any(map(_KEY.match, lines[fence + 1 : fence + 2])):
        return f"remove what stands above the `---` on line {fence + 1}: the page begins with it"
    return (
        "the page does not begin with its head: write a line `---`, then title, description,"
        " reviewed_on, reviewed_by and verify, then a line `---`"
    )


def _not_closed(lines: Sequence[str], path: str) -> Problem:
    """Say where the line is missing that ends the head."""
    like = next((n for n, line in enumerate(lines) if n and _LIKE_A_FENCE.match(line)), None)
    if like is None:
        message = "the head is not closed: write a line `---` after its last key"
        return Problem("front-matter", message, Place(path))
    message = (
        f"`{lines[like].strip()}` does not close the head: write `---` from the first column on"
    )
    return Problem("front-matter", message, Place(path, like + 1))


def _goes_on(lines: Sequence[str], fence: int) -> bool:
    """Tell whether keys of the head stand below the line that ends it."""
    below = next((line for line in lines[fence + 1 :] if line.strip()), "")
    return bool(_KEY.match(below))
