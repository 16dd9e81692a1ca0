"""The settings in mkdocs.yml: on which lines they stand, and which pages the navigation names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from generator.problems.problem import Place, Problem
from generator.source.files import read_text
from generator.source.setting_slips import setting_slips
from generator.source.slips.merge_markers import merge_markers
from generator.source.tree import Listing, Mapping, Node, Scalar
from generator.source.yaml_text import parse

SETTINGS = "mkdocs.yml"

_BEGINS = re.compile(r"nav[ \t]*:(?:\s|$)")
_NEXT_KEY = re.compile(r"[^\s#-]")
_OTHER_BULLET = re.compile(r"\s+([*+•·‣–—])[ \t]+\S")
_DEEPEST = 3
"""Levels of settings whose places are asked for."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the navigation.

    Attributes:
        title: what it is called there; None where the page's own title is shown.
        target: what it leads to, as it is written: a page below content/, or an address.
        place: where that stands.
        named: where its title stands, if it has one.
        within: the parts of the navigation that it belongs to.
    """

    title: str | None
    target: str
    place: Place
    named: Place | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Navigation:
    """What mkdocs.yml says of the navigation.

    Attributes:
        lines: its lines, those of its parts as well.
        apart: patterns of pages that are left out of it on purpose.
        problems: why it cannot be read, if so.
    """

    lines: tuple[Line, ...] = ()
    apart: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def leaves_out(self, uri: str) -> bool:
        """Tell whether a page is left out of the navigation on purpose."""
        return any(fnmatchcase(f"/{uri}", pattern) for pattern in self.apart)


@dataclass(frozen=True, slots=True)
class Written:
    """A setting as it is written.

    Attributes:
        place: where its key stands, or the item of a list.
        text: its value, where that is one text.
    """

    place: Place
    text: str | None


def read_navigation(root: Path) -> Navigation | None:
    """Read the navigation; None where there are no settings to read it from."""
    text = read_text(root, SETTINGS)
    if isinstance(text, Problem):
        there = (root / SETTINGS).is_symlink() or (root / SETTINGS).exists()
        return Navigation(problems=(text,)) if there else None
    starts = [n for n, line in enumerate(text.split("\n"), 1) if _BEGINS.match(line)]
    if found := merge_markers(text, SETTINGS) or list(_beginning(text, starts)):
        return Navigation(problems=tuple(found))
    tree, problems = parse(_part(text, starts[0]), SETTINGS, first_line=starts[0])
    if tree is None:
        return Navigation(problems=tuple(problems))
    nav = tree.values.get("nav") if isinstance(tree, Mapping) else None
    if nav is None:
        return None
    if faults := tuple(_faults(nav)):
        return Navigation(problems=faults)
    return Navigation(tuple(_lines(nav, ())), *_rest(text))


def written_settings(root: Path) -> dict[str, Written]:
    """Return the settings as they are written, by their keys with dots between: ``extra_css.0``.

    An item of a list has its number for a key, and besides, where it is a name, that name. Nothing
    is returned where the settings cannot be read.
    """
    text = read_text(root, SETTINGS)
    if isinstance(text, Problem):
        return {}
    try:
        node = yaml.compose(text, _Loader)
    except (yaml.YAMLError, RecursionError):
        return {}
    return dict(_written(node, ()))


def _written(node: yaml.Node | None, above: tuple[str, ...]) -> Iterator[tuple[str, Written]]:
    inside: list[tuple[str, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        inside = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inside = [(str(number), item, item) for number, item in enumerate(node.value)]
        inside += [(str(item.value), item, item) for item in _names(node)]
    for name, at, value in inside:
        mark = at.start_mark
        place = Place(SETTINGS, mark.line + 1, mark.column + 1)
        text = value.value if isinstance(value, yaml.ScalarNode) else None
        yield ".".join((*above, name)), Written(place, text)
        if len(above) < _DEEPEST:
            yield from _written(value, (*above, name))


def _names(node: yaml.SequenceNode) -> Iterator[yaml.Node]:
    """Yield the items of a list that are names, or begin with one: ``- search:``."""
    for item in node.value:
        if isinstance(item, yaml.ScalarNode):
            yield item
        elif isinstance(item, yaml.MappingNode):
            yield from (key for key, _value in item.value)


def _beginning(text: str, starts: list[int]) -> Iterator[Problem]:
    """Yield what is wrong with the line that begins the navigation, or with the signs below it."""
    if not starts:
        yield _not_there(text)
    elif len(starts) > 1:
        says = "`nav:` stands twice, and only the second counts: put its lines below the first"
        yield Problem("navigation", says, Place(SETTINGS, starts[1]))
    else:
        yield from _other_bullets(_part(text, starts[0]), starts[0])


def _not_there(text: str) -> Problem:
    lines = text.split("\n")
    alike = re.compile(r"(?i)\s*(?:nav\w*|menu|pages)\s*:?\s*$")
    number = next((n for n, line in enumerate(lines, 1) if alike.match(line)), 1)
    says = "the line `nav:` is missing, which begins the navigation: write it in column 1"
    return Problem("navigation", says, Place(SETTINGS, number))


def _part(text: str, start: int) -> str:
    """Return the lines of the navigation, from `nav:` to the next key."""
    lines = text.split("\n")[start - 1 :]
    end = next((n for n, line in enumerate(lines) if n and _NEXT_KEY.match(line)), len(lines))
    return "\n".join(lines[:end]) + "\n"


def _other_bullets(part: str, start: int) -> Iterator[Problem]:
    """Yield the first line of the navigation that begins like a list in a letter."""
    for number, line in enumerate(part.split("\n"), start):
        if found := _OTHER_BULLET.match(line):
            says = f"a line of the navigation begins with `- `: write that in place of `{found[1]}`"
            yield Problem("navigation", says, Place(SETTINGS, number, found.start(1) + 1))
            return


def _faults(nav: Node) -> Iterator[Problem]:
    if isinstance(nav, Scalar):
        says = "no page stands below `nav:`: write a line for each, such as `  - Guide: index.md`"
        yield Problem("navigation", says, nav.place)
    yield from _beside(nav)


def _beside(node: Node) -> Iterator[Problem]:
    """Yield the first line that lacks its `- `, so that it belongs to the one above it."""
    if isinstance(node, Listing):
        for item in node.items:
            if isinstance(item, Mapping):
                below = [v.keys for v in item.values.values() if isinstance(v, Mapping)]
                lacking = [
                    *list(item.keys.items())[1:],
                    *(k for keys in below for k in keys.items()),
                ]
                for title, place in lacking[:1]:
                    says = (
                        f"each line of the navigation begins with `- `: write it before `{title}:`"
                    )
                    yield Problem("navigation", says, place)
                for value in item.values.values():
                    yield from _beside(value)


def _rest(text: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the patterns of pages that are left out, and why the other settings are unreadable."""
    try:
        node = yaml.compose(text, _Loader)
        found = tuple(setting_slips(node, SETTINGS))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        says = "the settings cannot be read from this line on: compare it with those around it"
        return (), (Problem("yaml", says, Place(SETTINGS, line)),)
    except yaml.YAMLError:
        return (), ()
    except RecursionError:
        says = "the settings stand one within another too deep to be read: take some out"
        return (), (Problem("yaml", says, Place(SETTINGS)),)
    if found:
        return (), found
    settings = {k.value: v for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}
    apart = settings.get("not_in_nav")
    return tuple(apart.value.split()) if isinstance(apart, yaml.ScalarNode) else (), ()


def _lines(node: Node, within: tuple[str, ...]) -> Iterator[Line]:
    match node:
        case Scalar():
            yield Line(None, node.text, node.place, within=within)
        case Listing():
            for item in node.items:
                yield from _lines(item, within)
        case Mapping():
            for title, value in node.values.items():
                if isinstance(value, Scalar):
                    yield Line(title, value.text, value.place, node.keys[title], within)
                else:
                    yield from _lines(value, (*within, title))
