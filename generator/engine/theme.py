"""The theme's templates, found and compiled without doing the same work at each build."""

import os
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from generator.pages.compiled import COMPILED


def hasten(theme: Theme) -> None:
    """Let a theme hand out environments that compile nothing twice and list no hidden folder.

    MkDocs lists all that a theme brings and leaves hidden folders out afterwards. Material has
    thousands of icons in one: to list them takes a quarter of a small build.
    """
    make = theme.get_env

    def get_env() -> Environment:
        environment = make()
        if isinstance(environment.loader, FileSystemLoader):
            environment.loader = _Visible(environment.loader.searchpath)
        environment.bytecode_cache = COMPILED
        return environment

    # MkDocs asks for it by this name, and has no other place for it.
    theme.get_env = get_env  # type: ignore[method-assign]


class _Visible(FileSystemLoader):
    """Lists only what is in no hidden folder; what is named is loaded from wherever it is."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in visible_below(folder)})


def visible_below(folder: str) -> Iterable[str]:
    """Yield each file below a folder, relative to it, but for what is in a hidden folder."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(place).relative_to(folder).as_posix()
        above = "" if inside == "." else f"{inside}/"
        # A pipe has a name as well, and whoever opens one waits for ever.
        yield from (f"{above}{name}" for name in names if (Path(place) / name).is_file())
