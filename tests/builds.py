"""Running the real MkDocs on a copy of the frozen guide."""

import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exception
from typing import Any, Protocol, cast
from unittest.mock import patch

from click import Command
from click.testing import CliRunner
from lxml import html
from mkdocs.__main__ import cli

from generator.pages import environment as templates
from tests.project import ROOT, Project


class Folder(Protocol):
    """A project in a folder of its own."""

    @property
    def root(self) -> Path: ...


@dataclass(frozen=True, slots=True)
class Done:
    """How a build ended, and what it said."""

    returncode: int
    stdout: str


def environment(project: Project, **variables: str) -> dict[str, str]:
    """Return the environment for a command; a copied generator wins over the installed one."""
    environ = os.environ | variables
    if (project.root / "generator").exists():
        environ["PYTHONPATH"] = f"{project.root}{os.pathsep}{ROOT}"
    return environ


def build(project: Folder, *arguments: str, **variables: str) -> Done:
    """Run `mkdocs build` in the project's folder, within this process, output merged.

    A process of its own costs three times as much, most of it for imports. Templates that the
    project has copied are used instead of the generator's.
    """
    with templates_of(project), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what other people's code warns of is not looked at here
        return run(cli, project.root, ("build", *arguments), "", variables)


def run(
    command: Command,
    folder: Path,
    arguments: Sequence[str],
    given: str,
    variables: Mapping[str, str | None],
) -> Done:
    """Run a command in a folder, within this process."""
    with _inside(folder):
        done = CliRunner().invoke(command, arguments, input=given, env=variables)
    said = done.output
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        said += "".join(format_exception(done.exception))  # as Python itself would print it
    return Done(done.exit_code, said)


def build_apart(project: Project, *arguments: str, **variables: str) -> Done:
    """Do the same in a process of its own, as an editor does."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=project.root,
        env=environment(project, **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout)


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Stand in a folder, and leave nothing behind that the engine keeps for its whole process."""
    log = logging.getLogger("mkdocs.commands.build")
    here, filters = Path.cwd(), list(log.filters)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        log.filters[:] = filters


@contextmanager
def templates_of(project: Folder) -> Iterator[None]:
    """Use the templates that a project has copied instead of the generator's."""
    copied = project.root / "generator" / "pages"
    if not copied.exists():
        yield
        return
    with patch.object(templates, "files", lambda _package: copied):
        yield


def html_files(site: Path) -> set[str]:
    """Return the pages of a built site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def find(document: html.HtmlElement, path: str) -> list[Any]:
    """Return what an XPath finds."""
    return cast("list[Any]", document.xpath(path))
