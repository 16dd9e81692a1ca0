"""Work on a copy of the frozen guide, and what it means since it left the guide."""

from datetime import date
from functools import cache

from generator.guide import Compiled, compile_guide
from generator.model.load import load
from generator.model.meaning import Meaning
from generator.model.records import Records
from generator.problems.problem import Problem
from generator.reviews.coverage import Branch, Waiting, uncovered, waiting
from generator.reviews.diff import FileChange, compare
from generator.reviews.report import Report, report
from generator.reviews.values import Change
from tests.project import GUIDE, TODAY, Project

BEGAN = date(2022, 11, 1)
"""The day on which the work began."""

NO_REVIEW = "reviewed_on: 2022-05\n"
"""How most records of the frozen guide are reviewed: before the work began."""


@cache
def guide_before() -> Compiled:
    """Return the frozen guide, as it was where the work began."""
    return compile_guide(GUIDE, TODAY)


def branch(project: Project, before: Records | None = None) -> Branch:
    """Return the work on a copy, of whose commits nothing is known."""
    return Branch(before or guide_before().read, load(project.root)[0], BEGAN)


def files(project: Project) -> tuple[FileChange, ...]:
    """Return what is different, file by file."""
    return compare(guide_before().read, load(project.root)[0])


def changed(project: Project, *meanings: Meaning) -> list[Change]:
    """Return what is different, of all meanings or of some."""
    wanted = meanings or tuple(Meaning)
    return [change for file in files(project) for change in file.of(*wanted)]


def open_in(project: Project, before: Records | None = None) -> list[Problem]:
    """Return what the work leaves open."""
    return uncovered(branch(project, before))


def rules(project: Project, before: Records | None = None) -> list[str]:
    """Return the rules of what it leaves open, by name."""
    return sorted(problem.rule for problem in open_in(project, before))


def waits(project: Project) -> list[Waiting]:
    """Return the records that wait for their reviewer."""
    return waiting(branch(project))


def report_of(project: Project) -> Report:
    """Return all that the work means."""
    after = compile_guide(project.root, TODAY)
    return report(guide_before(), after, Branch(guide_before().read, after.read, BEGAN))


def look(
    project: Project,
    path: str,
    *,
    on: str = "2022-11-20",
    by: str = "review-desk-one",
    outcome: str = "wording seen",
    note: str = "",
) -> None:
    """Write a look into `reviews`, as its last entry."""
    entry = f"  - date: {on}\n    by: {by}\n    outcome: {outcome}\n"
    entry += f"    note: {note}\n" if note else ""
    text = project.read(path)
    head = "" if "\nreviews:\n" in text else "reviews:\n"
    project.replace(path, "\nreviewed_on:", f"\n{head}{entry}reviewed_on:")
