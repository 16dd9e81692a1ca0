"""A frozen guide in which a reviewer has found problems."""

from generator.model.review import ReviewDate
from tests.project import TODAY, Project

ORCA = "data/categories/orca.yml"
BARGES = "data/categories/barge-towing.yml"

FLAWS = {
    ORCA: "Cider pressers have another code now.",
    "data/comparison.yml": "The crier calls for five days now, not three.",
    "data/finder.yml": "The question on towers leaves out those with two lamps.",
    BARGES: "The permit ended a month later.",
}
"""What a reviewer found, by file; none of them had a look recorded before."""

FOUND = TODAY.replace(day=20)
"""When it was found: after each of the reviews, and before the day of the guide."""

SAID = ReviewDate(FOUND, exact=True).when

MARK = "A problem was found in ORCA: see its page."
"""What stands beside the category in rows and cards."""


def flawed(project: Project, *paths: str) -> Project:
    """Record in each file, or in all of them, what a reviewer found there."""
    for path in paths or FLAWS:
        entry = (
            f"reviews:\n  - date: {FOUND}\n    by: review-desk-two\n"
            f"    outcome: problem found\n    note: {FLAWS[path]}\n"
        )
        project.write(path, f"{project.read(path).rstrip()}\n{entry}")
    return project


def gone(project: Project, name: str, title: str) -> None:
    """Let a reviewer have left two months before the day of the guide."""
    project.replace(
        "data/reviewers.yml",
        f"{name}:\n  name: {title}",
        f"{name}:\n  name: {title}\n  left: 2022-09",
    )
