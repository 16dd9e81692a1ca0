"""Catches what a broken file in overrides/ does to the theme, and says where it is broken."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError

from generator.engine.theme_files import FOLDER
from generator.problems.problem import Place, Problem

OnProblem = Callable[[Problem], str]


def guard(environment: Environment, root: Path, on_problem: OnProblem) -> None:
    """Make an environment report broken templates instead of raising from within them.

    Args:
        environment: the theme's environment.
        root: the project's folder.
        on_problem: called with each problem; returns the text to use in place of the page, or
            raises.
    """
    load = environment.get_template

    # Name and order of the parameters are Jinja's, whose compiled templates call it too.
    def get_template(name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002
        if parent is not None:
            # A template that another one extends or includes: its failure is the whole page's.
            return load(name, parent, globals)
        try:
            return _Guarded(load(name, parent, globals), root, on_problem)
        except TemplateNotFound:
            raise  # it is another matter, which MkDocs handles itself
        except Exception as error:  # noqa: BLE001 - its text may be no template, or no text at all
            return _Broken(on_problem(_problem(error, root)))

    # MkDocs and Jinja's own templates ask for it by this name.
    environment.get_template = get_template  # type: ignore[method-assign]


class _Broken:
    """Stands in for a template that could not be read."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, *_args: Any, **_context: Any) -> str:
        return self._text


class _Guarded:
    """A template whose failures are reported."""

    def __init__(self, template: Any, root: Path, on_problem: OnProblem) -> None:
        self._template = template
        self._root = root
        self._on_problem = on_problem

    def render(self, *args: Any, **context: Any) -> str:
        page = (args[0] if args else context).get("page")
        if (kept := getattr(page, "kept", None)) is not None:
            unchanged: str = kept  # a preview's page that is the same as in the last build
            return unchanged
        try:
            text: str = self._template.render(*args, **context)
        except Exception as error:  # noqa: BLE001 - a template may fail in any way
            return self._on_problem(_problem(error, self._root))
        return text


def _problem(error: Exception, root: Path) -> Problem:
    said = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        name, line = error.filename or error.name or "", error.lineno
    else:
        # Not `extract_tb`: it would read the files that the frames name, wherever they lie.
        codes = [(f.f_code, line) for f, line in traceback.walk_tb(error.__traceback__)]
        frames = [found for found in codes if found[0].co_name == "root"]
        frames = frames or [found for found in codes if found[0].co_filename.endswith(".html")]
        name, line = (frames[-1][0].co_filename, frames[-1][1]) if frames else ("", 1)
    try:
        path = Path(name).resolve().relative_to(root.resolve()).as_posix() if name else FOLDER
    except ValueError:
        path = FOLDER
    return Problem("template", f"the theme cannot be rendered: {said}", Place(path, line))
