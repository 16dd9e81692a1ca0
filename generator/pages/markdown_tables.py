"""A Markdown extension: tables with a caption, scopes and labels.

A paragraph of the class ``guide-caption`` right before a table becomes its ``<caption>``. Header
cells get ``scope``, the first cell of each row heads it, and each other cell names its column in
``data-label``, which a narrow screen shows instead of the header row.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CAPTION_CLASS = "guide-caption"

# After inline patterns (20) and attribute lists (8), before MkDocs resolves links (0).
_PRIORITY = 4


class TablesExtension(Extension):
    """Registers the tree processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Add the processor to a converter."""
        md.treeprocessors.register(_Tables(md), "guide-tables", _PRIORITY)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            children = list(parent)
            for number, child in enumerate(children):
                if child.tag != "table":
                    continue
                labels = _head(child)
                _body(child, labels)
                before = children[number - 1] if number else None
                if before is not None and _is_caption(before):
                    parent.remove(before)
                    before.tag = "caption"
                    before.tail = "\n"
                    child.insert(0, before)


def _is_caption(element: Element) -> bool:
    return element.tag == "p" and CAPTION_CLASS in element.get("class", "").split()


def _head(table: Element) -> list[str]:
    labels = []
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
        labels.append("".join(cell.itertext()).strip())
    return labels


def _body(table: Element, labels: list[str]) -> None:
    for row in table.iterfind("tbody/tr"):
        for number, cell in enumerate(row):
            if number == 0:
                cell.tag = "th"
                cell.set("scope", "row")
            elif number < len(labels):
                cell.set("data-label", labels[number])


def makeExtension(**options: Any) -> TablesExtension:  # noqa: N802 - the name is Markdown's
    """Return the extension, as Markdown asks for it by module name."""
    return TablesExtension(**options)
