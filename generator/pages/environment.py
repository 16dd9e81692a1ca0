"""Two Jinja environments: the generator's own templates, and pages that call components.

In both, every value that a template prints is escaped as Markdown text unless a component made
it. Undefined names are errors, never blanks.
"""

import re
import traceback
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.pages.compiled import COMPILED
from generator.pages.escape import link_target, markdown_text
from generator.problems.problem import Place, Problem

TEMPLATES = "generator/pages/templates"


class ComponentError(Exception):
    """A component was called with something it cannot show; the message says what to write."""


def template_environment() -> Environment:
    """Return a new environment for the generator's templates."""
    folder = str(files("generator.pages") / "templates")
    loader = FileSystemLoader(folder)
    environment = Environment(loader=loader, bytecode_cache=COMPILED, autoescape=True, **_options())
    return _prepare(environment)


def content_environment() -> Environment:
    """Return a new environment for pages in content/: components, and nothing else."""
    # `{#` opens a heading's id in Markdown, so comments are written otherwise.
    marks = {"comment_start_string": "{##", "comment_end_string": "##}"}
    environment = _prepare(ImmutableSandboxedEnvironment(autoescape=True, **_options(), **marks))
    environment.globals.clear()
    return environment


def problem_of(error: Exception, path: str, *, first_line: int = 1) -> Problem:
    """Return where and why a template or a page with components failed.

    Args:
        error: what rendering raised.
        path: the page that was rendered.
        first_line: the line of the file on which its template text begins.
    """
    if isinstance(error, TemplateSyntaxError):
        place = _place(error.filename or error.name, error.lineno, path, first_line)
    else:
        # Not `extract_tb`: it would read the files that the frames name, wherever they lie.
        frames = [(f.f_code.co_filename, n) for f, n in traceback.walk_tb(error.__traceback__)]
        templates = [frame for frame in frames if frame[0] == path or frame[0].endswith(".j2")]
        last = templates[-1] if templates else None
        own = [frame for frame in templates if frame[0] == path]
        if isinstance(error, ComponentError) and own:
            last = own[-1]
        place = _place(*last, path, first_line) if last else Place(path)
    said = " ".join(str(error).split()) or type(error).__name__
    rule = "template" if place.path.startswith(TEMPLATES) else "component"
    if rule == "component" and not isinstance(error, ComponentError):
        said = _unreadable(said)
    return Problem(rule, said, place)


def _unreadable(said: str) -> str:
    if any(quote in said for quote in "“”‘’"):
        return 'this call has typographic quotes: write straight ones, as in `{{ code("C12") }}`'
    said = re.sub(r" at \d+$", "", said)
    return f"this call cannot be read ({said}): compare it with the calls on the other pages"


def _place(filename: str | None, line: int, path: str, first_line: int) -> Place:
    if filename is None or filename == path or filename in {"<template>", "<unknown>"}:
        return Place(path, line + first_line - 1)
    return Place(f"{TEMPLATES}/{filename.replace(chr(92), '/').rpartition('/')[2]}", line)


def _options() -> dict[str, Any]:
    return {
        "finalize": _finalize,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }


def _prepare(environment: Environment) -> Environment:
    environment.filters["link_target"] = link_target
    environment.filters["day"] = day_in_words
    environment.filters["twice"] = lambda value: (value, value)
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, Markup | Undefined):
        return value
    return markdown_text(value)


def day_in_words(day: date) -> str:
    """Return a day as in ``31 May 2027``."""
    return f"{day.day} {day:%B %Y}"
