"""A copy of the real project for a test to change."""

import re
import shutil
from datetime import date
from pathlib import Path

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity, in_order
from generator.rules import check

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)
"""The day on which all tests take place."""

CATEGORIES = sorted(path.stem for path in (ROOT / "data" / "categories").glob("*.yml"))


class Project:
    """data/, content/, overrides/ and mkdocs.yml in a folder of the test's own.

    The hook is the real one, unless `with_generator` copies the package as well.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("data", "content", "overrides"):
            shutil.copytree(ROOT / name, root / name)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        config = config.replace("  - generator/pages/templates\n", "")
        hook = (ROOT / "generator" / "hooks.py").as_posix()
        self.write("mkdocs.yml", config.replace("generator/hooks.py", hook))

    def with_generator(self) -> "Project":
        """Copy the generator too, so that a test can change its templates.

        Commands need the project's folder in PYTHONPATH to use the copy.
        """
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "generator", self.root / "generator", ignore=ignored)
        shutil.copy(ROOT / "mkdocs.yml", self.root / "mkdocs.yml")
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

    def line_of(self, path: str, text: str) -> int:
        """Return the line on which a text stands first."""
        whole = self.read(path)
        assert text in whole, f"{text!r} is not in {path}"
        return whole[: whole.index(text)].count("\n") + 1


def problems_of(project: Project, today: date = TODAY) -> tuple[Problem, ...]:
    """Return what reading the project and running every rule finds, advice left out."""
    records, problems = load(project.root)
    found = in_order([*problems, *check(records, today)])
    return tuple(problem for problem in found if problem.severity is not Severity.ADVICE)


def told(project: Project, today: date = TODAY) -> list[tuple[str, Place]]:
    """Return rule and place of each problem."""
    return [(problem.rule, problem.place) for problem in problems_of(project, today)]
