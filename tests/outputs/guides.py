"""Guides for the tests of outputs."""

from datetime import date

from generator.guide import Compiled, compile_guide
from generator.model.guide import Guide
from tests.project import TODAY, Project

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
BAKERY = "data/categories/village-bakery-help.yml"
"""The category that has change notes of its own."""


def compiled(project: Project, today: date = TODAY) -> tuple[Guide, Compiled]:
    """Compile a project that must be sound."""
    found = compile_guide(project.root, today)
    assert found.guide is not None
    return found.guide, found


def noted(project: Project, path: str, *notes: tuple[str, str]) -> None:
    """Add change notes to a category."""
    listed = "".join(f"  - date: {day}\n    text: {text}\n" for day, text in notes)
    project.write(path, f"{project.read(path)}changes:\n{listed}")
