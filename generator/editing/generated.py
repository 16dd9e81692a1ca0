"""The committed files that are made from the records, so that nobody types them twice."""

from pathlib import Path

from generator.editing.reference import reference
from generator.editing.schema import schemas
from generator.model.layout import REFERENCE
from generator.model.load import load
from generator.model.site import Reviewer

CODEOWNERS = ".github/CODEOWNERS"

_NOBODY_YET = """\
# No reviewer's account is known yet: write it as `github:` in data/reviewers.yml.
"""


def program_files() -> dict[str, str]:
    """Return the text of each file that is made of the program alone, by its path.

    No editor can make one of these old: only a change of the generator does.
    """
    return {**schemas(), REFERENCE: reference()}


def generated_files(root: Path) -> dict[str, str]:
    """Return the text of each committed file that is made from records, by its path.

    Args:
        root: the project's folder; data/reviewers.yml says who owns the data.
    """
    entry = load(root)[0].reviewers
    return {**program_files(), CODEOWNERS: codeowners(entry.record if entry else {})}


def owners_note(root: Path, reviewers: dict[str, Reviewer]) -> str | None:
    """Return a line for an editor where CODEOWNERS does not follow the reviewers any more.

    It stops nothing: whoever merges can run one command.
    """
    there = _read(root / CODEOWNERS)
    if there is None or there == codeowners(reviewers):
        return None
    return (
        f"Note: {CODEOWNERS} does not name the reviewers of data/reviewers.yml yet. Nothing to do"
        " for you: whoever merges runs `make reference`."
    )


def codeowners(reviewers: dict[str, Reviewer]) -> str:
    """Return GitHub's list of who is asked about which change: the reviewers about all facts."""
    owners = "".join(f" @{reviewer.github}" for reviewer in reviewers.values() if reviewer.github)
    return (
        "# Whom GitHub asks to look at a change. Made by `make reference` from"
        " data/reviewers.yml.\n"
        f"{'' if owners else _NOBODY_YET}"
        f"/data/{owners}\n"
        f"/content/{owners}\n"
    )


def out_of_date(root: Path) -> dict[str, str]:
    """Return those that are missing, or differ from what the records say, as they should be."""
    files = generated_files(root)
    return {path: text for path, text in files.items() if _read(root / path) != text}


def write(root: Path) -> list[str]:
    """Write those that are out of date, and return their paths."""
    changed = out_of_date(root)
    for path, text in changed.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return list(changed)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
