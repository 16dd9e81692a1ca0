"""The YAML between two ``---`` lines at the head of a Markdown page."""

from dataclasses import dataclass

from generator.problems.problem import Place, Problem
from generator.source.tree import Node
from generator.source.yaml_text import parse

FENCE = "---"


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
        The page, or None where the front matter cannot be read, and the problems found.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        message = (
            "the page does not begin with its front matter: write a line `---`, then title,"
            " description, reviewed_on, reviewed_by and verify, then a line `---`"
        )
        return None, [Problem("front-matter", message, Place(path))]
    fences = [n for n, line in enumerate(lines) if n and line.rstrip() == FENCE]
    if not fences:
        message = "the front matter is not closed: write a line `---` after its last key"
        return None, [Problem("front-matter", message, Place(path))]
    number = fences[0]
    head, problems = parse("\n".join(lines[1:number]), path, first_line=2)
    if head is None:
        return None, problems
    body = "\n".join(lines[number + 1 :])
    return MarkdownFile(path, head, body, number + 2), problems
