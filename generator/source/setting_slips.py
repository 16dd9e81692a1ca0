"""What may not stand in mkdocs.yml wherever it stands: signs that nobody sees, programs, gaps."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.problems.problem import Place, Problem
from generator.source.slips.blanks import hidden_sign, invisible

_PLAIN = "tag:yaml.org,2002:"
_PROGRAM = f"{_PLAIN}python/"
_FROM_OUTSIDE = {"!ENV"}
"""Tags of MkDocs: what the environment says."""
_OF_ANOTHER_FILE = "INHERIT"
_HOOKS = "hooks"
_HOOK = "generator/hooks.py"
_PROGRAM_HOOK = Path(__file__).resolve().parents[1] / "hooks.py"
_WITH_PARTS = {"theme"}
"""Settings whose parts need a value as well, since the site engine takes them without looking."""


def setting_slips(node: yaml.Node | None, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the settings as they are written.

    Args:
        node: all of them.
        path: their file, relative to the project's folder.
    """
    for part in _parts(node, set()):
        mark = part.start_mark
        place = Place(path, mark.line + 1, mark.column + 1)
        tag = part.tag if isinstance(part.tag, str) else ""
        if isinstance(part, yaml.ScalarNode) and (found := hidden_sign(str(part.value))):
            yield Problem("yaml", invisible(found[0]), place)
        elif tag.startswith(_PROGRAM) or not tag.startswith((_PLAIN, *_FROM_OUTSIDE)):
            written = f"!!{tag.removeprefix(_PLAIN)}" if tag.startswith(_PLAIN) else tag
            yield Problem("settings", f"`{written}` could run a program: remove it", place)
    yield from _named(node, path, "", set())


def _parts(node: yaml.Node | None, seen: set[int]) -> Iterator[yaml.Node]:
    """Yield a setting and all within it, once, however often it is named again (`*name`)."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    yield node
    if isinstance(node, yaml.CollectionNode):
        for inside in node.value:
            for part in inside if isinstance(inside, tuple) else (inside,):
                yield from _parts(part, seen)


def _named(node: yaml.Node | None, path: str, within: str, seen: set[int]) -> Iterator[Problem]:
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode) and within:
        for item in node.value:
            yield from _named(item, path, within, seen)
    names: set[str] = set()
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        name, mark = str(key.value), key.start_mark
        if name in names:
            says = f"`{name}` stands twice, and only the last one counts: remove one"
            yield Problem("yaml", says, Place(path, mark.line + 1, mark.column + 1))
        names.add(name)
        if value.tag == f"{_PLAIN}null":
            says = f"nothing stands behind `{name}:`: write its value, or remove the line"
            yield Problem("settings", says, Place(path, mark.line + 1, mark.column + 1))
        elif within or name in _WITH_PARTS:
            yield from _named(value, path, name, seen)
        elif name == _HOOKS:
            yield from _hooks(value, path)
        elif name == _OF_ANOTHER_FILE:
            says = "settings of another file are not looked at: write them here"
            yield Problem("settings", says, Place(path, mark.line + 1, mark.column + 1))


def _hooks(node: yaml.Node, path: str) -> Iterator[Problem]:
    """Yield each other program: the site engine runs it before anything can be refused."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        named = posixpath.normpath(str(item.value))
        if named != _HOOK and Path(named) != _PROGRAM_HOOK:
            says = "no other program than the guide's own has a part in a build"
            mark = item.start_mark
            place = Place(path, mark.line + 1, mark.column + 1)
            yield Problem("settings", f"{says}: write `- {_HOOK}` below `{_HOOKS}:`", place)
