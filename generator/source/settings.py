"""The navigation in mkdocs.yml: which pages it names, and on which lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from generator.problems.problem import Place, Problem
from generator.source.files import read_text

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Navigation:
    """What mkdocs.yml says of the navigation.

    Attributes:
        pages: the place of each page that it names, by URI, as in ``codes.md``.
        apart: patterns of pages that are left out of it on purpose.
    """

    pages: dict[str, Place]
    apart: tuple[str, ...]

    def names(self, uri: str) -> bool:
        """Tell whether a page is in the navigation, or left out of it on purpose."""
        return uri in self.pages or any(fnmatchcase(f"/{uri}", pattern) for pattern in self.apart)


def read_navigation(root: Path) -> Navigation | None:
    """Read the navigation; None where there is none, or where the site engine has to tell why."""
    text = read_text(root, SETTINGS)
    if isinstance(text, Problem):
        return None
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    settings = {key.value: value for key, value in node.value}
    nav = settings.get("nav")
    if nav is None:
        return None
    pages: dict[str, Place] = {}
    for scalar in _pages(nav):
        mark = scalar.start_mark
        pages.setdefault(scalar.value, Place(SETTINGS, mark.line + 1, mark.column + 1))
    apart = settings.get("not_in_nav")
    patterns = apart.value.split() if isinstance(apart, yaml.ScalarNode) else []
    return Navigation(pages, tuple(patterns))


def _pages(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield node
    elif isinstance(node, yaml.MappingNode):
        for _title, below in node.value:
            yield from _pages(below)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pages(item)
