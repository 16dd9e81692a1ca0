"""The frozen guide of the tests, and copies of it for a test to change.

It lies in tests/guide, states no fact of the real guide, and its day never moves: nothing that an
editor does to data/ or content/ reaches a test.
"""

import re
import shutil
from datetime import date
from pathlib import Path

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity, in_order
from generator.rules import check

ROOT = Path(__file__).resolve().parents[1]
"""The project's folder, for its program and its settings."""

GUIDE = ROOT / "tests" / "guide"
"""The folder of the frozen guide: its data/, its content/ and its navigation."""

TODAY = date(2022, 11, 22)
"""The day of the frozen guide, on which all tests take place."""

ORCA = "data/categories/orca.yml"
RESCUE = "data/categories/mountain-rescue-team.yml"
BAKERY = "data/categories/village-bakery-help.yml"
SAILING = "data/categories/sailing-school-season.yml"
HARBA = "data/categories/harba.yml"
SWAP = "data/categories/lighthouse-keeper-swap.yml"
FAIRS = "data/categories/carnivals-and-fairs-misc.yml"

OVERDUE = FAIRS
DUE_SOON = BAKERY
"""The frozen guide's own overdue review, and the one that falls due soon."""

ENDED = "barge-towing"
"""The frozen guide's category that has ended."""

CATEGORIES = sorted(
    path.stem for path in (GUIDE / "data" / "categories").glob("*.yml") if path.stem != ENDED
)

_NAV = re.compile(r"^nav:\n(?:  .*\n)+", re.MULTILINE)


class Project:
    """The frozen guide in a folder of the test's own, with a mkdocs.yml.

    Hook, templates and theme are the project's, unless `with_generator` copies them as well.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("data", "content"):
            shutil.copytree(GUIDE / name, root / name)
        self.write("mkdocs.yml", elsewhere(settings()))

    def with_templates(self) -> "Project":
        """Copy the templates of generator and theme, so that a test can change them.

        Only a build within this process uses the generator's.
        """
        for name in ("generator/pages/templates", "overrides"):
            shutil.copytree(ROOT / name, self.root / name)
        self.write("mkdocs.yml", self.read("mkdocs.yml").replace(f"{ROOT.as_posix()}/over", "over"))
        return self

    def with_generator(self) -> "Project":
        """Copy the generator and overrides/ too, so that a test can change their templates.

        Commands need the project's folder in PYTHONPATH to use the copy.
        """
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("generator", "overrides"):
            shutil.copytree(ROOT / name, self.root / name, ignore=ignored)
        self.write("mkdocs.yml", settings())
        return self

    def path(self, path: str) -> Path:
        """Return a file of the copy."""
        return self.root / path

    def read(self, path: str) -> str:
        """Return a file's text."""
        return self.path(path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file, with the folders above it."""
        file = self.path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, path: str, old: str, new: str) -> int:
        """Replace the first occurrence of a text, which must be there; return its line."""
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    def remove_key(self, path: str, key: str) -> None:
        """Remove a top-level key with everything indented below it."""
        pattern = re.compile(rf"^{re.escape(key)}:.*\n(?:[ \t].*\n|\n(?=[ \t]))*", re.MULTILINE)
        text, count = pattern.subn("", self.read(path), count=1)
        assert count == 1, f"{key} is not a key of {path}"
        self.write(path, text)

    def delete(self, path: str) -> None:
        """Remove a file."""
        self.path(path).unlink()

    def lead_to(self, slug: str) -> None:
        """Let the finder lead to a category, which it must."""
        answer = f"      - key: {slug}\n        text: Another\n        categories: [{slug}]\n"
        self.replace("data/finder.yml", "      - key: none\n", f"{answer}      - key: none\n")

    def in_navigation(self, uri: str, title: str = "Another") -> None:
        """Let the navigation lead to a page of content/, which it must."""
        self.replace("mkdocs.yml", "\nnav:\n", f"\nnav:\n  - {title}: {uri}\n")

    def line_of(self, path: str, text: str) -> int:
        """Return the line on which a text stands first."""
        whole = self.read(path)
        assert text in whole, f"{text!r} is not in {path}"
        return whole[: whole.index(text)].count("\n") + 1


def elsewhere(config: str) -> str:
    """Return a mkdocs.yml that names hook, templates and theme of the project from any folder."""
    for name in ("generator/hooks.py", "generator/pages/templates", "overrides"):
        named = rf"\1{ROOT.as_posix()}/{name}"
        config = re.sub(rf"(- |: ){name}$", named, config, flags=re.MULTILINE)
    return config


def settings() -> str:
    """Return the project's mkdocs.yml with the frozen guide's navigation."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = (GUIDE / "nav.yml").read_text(encoding="utf-8")
    replaced, count = _NAV.subn(lambda _found: nav, text)
    assert count == 1
    return replaced


def problems_of(project: Project, today: date = TODAY) -> tuple[Problem, ...]:
    """Return what reading the project and running every rule finds.

    Advice is left out, and the one overdue review that the frozen guide has of its own.
    """
    records, problems = load(project.root)
    found = in_order([*problems, *check(records, today)])
    return tuple(
        problem
        for problem in found
        if problem.severity is not Severity.ADVICE
        and (problem.rule, problem.place.path) != ("review-overdue", OVERDUE)
    )


def told(project: Project, today: date = TODAY) -> list[tuple[str, Place]]:
    """Return rule and place of each problem."""
    return [(problem.rule, problem.place) for problem in problems_of(project, today)]
