"""Running the real MkDocs on a copy of the project."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from lxml import html

from tests.project import Project


def environment(project: Project, **variables: str) -> dict[str, str]:
    """Return the environment for a command; a copied generator wins over the installed one."""
    environ = os.environ | variables
    if (project.root / "generator").exists():
        environ["PYTHONPATH"] = str(project.root)
    return environ


def build(project: Project, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` in the project's folder, output merged."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *arguments],
        cwd=project.root,
        env=environment(project, **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


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
