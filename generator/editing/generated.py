"""The committed files that are made from the records, so that nobody types them twice."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.editing.names import NAMES, current
from generator.editing.reference import reference
from generator.editing.scaffold import category_template
from generator.editing.schema import schemas
from generator.model.layout import REFERENCE, TEMPLATE
from generator.model.load import load
from generator.model.records import Records
from generator.model.site import Reviewer
from generator.problems.problem import Problem
from generator.source.files import read_text
from generator.source.writing import write_text

CODEOWNERS = ".github/CODEOWNERS"

_HEAD = """\
# Whom GitHub asks to look at a change. Made by `make reference` from data/reviewers.yml and
# data/settings.yml.
"""

_FACTS = ("/data/", "/content/")

_PROGRAM = (
    "/generator/",
    "/overrides/",
    "/tests/",
    "/mkdocs.yml",
    "/.gitattributes",
    "/.github/",
    "/.ci/",
    "/Makefile",
    "/pyproject.toml",
    "/requirements.lock",
)
"""All else that can hide or bend what readers see."""

_NAMES = f"""\
# Nobody is asked about what an editor's own machine wrote of data/.
/{NAMES}
"""

_NO_REVIEWER = "no reviewer's account is known: write it as `github:` in data/reviewers.yml"
_NO_MAINTAINER = (
    "no maintainer's account is known: write it in the list `maintainers:` of data/settings.yml"
)


def program_files() -> dict[str, str]:
    """Return the text of each file that is made of the program alone, by its path.

    No editor can make one of these old: only a change of the generator does.
    """
    return {**schemas(), REFERENCE: reference(), TEMPLATE: category_template()}


def generated_files(root: Path) -> dict[str, str]:
    """Return the text of each committed file that is made from records, by its path.

    Args:
        root: the project's folder; data/reviewers.yml and data/settings.yml say who is asked,
            and all of data/ which names an editing program offers.
    """
    records, _ = load(root)
    named = {NAMES: current(root, records)}
    return {**program_files(), CODEOWNERS: codeowners(*_owners(records)), **named}


def owners_note(root: Path, records: Records) -> str | None:
    """Return a line for each thing that keeps GitHub from asking the right people; None if nothing.

    It stops nothing: an account may not be known yet, and whoever merges can run one command.

    Args:
        root: the project's folder.
        records: what was read from it.
    """
    there = _read(root, CODEOWNERS)
    if there is None:
        return None
    reviewers, maintainers = _owners(records)
    notes = []
    if there != codeowners(reviewers, maintainers):
        notes.append(
            f"Note: {CODEOWNERS} does not name the people of data/reviewers.yml and"
            " data/settings.yml yet. Nothing to do for you: whoever merges runs `make reference`."
        )
    if not _reviewing(reviewers):
        notes.append(f"Note: GitHub asks nobody about changes of facts, since {_NO_REVIEWER}.")
    if not _accounts(maintainers):
        notes.append(
            f"Note: GitHub asks nobody about changes of the program, since {_NO_MAINTAINER}."
        )
    return "\n".join(notes) or None


def codeowners(reviewers: Mapping[str, Reviewer], maintainers: Sequence[str]) -> str:
    """Return GitHub's list of who is asked about which change.

    Args:
        reviewers: the reviewers by key, who are asked about facts and sentences until they leave.
        maintainers: the accounts that are asked about the program, its settings and workflows.
    """
    facts = _asked(_FACTS, _reviewing(reviewers), _NO_REVIEWER)
    program = _asked(_PROGRAM, _accounts(maintainers), _NO_MAINTAINER)
    return f"{_HEAD}{facts}{program}{_NAMES}"


def _asked(paths: Sequence[str], accounts: Sequence[str], missing: str) -> str:
    """Return the lines of some paths, with a comment where nobody is asked about them."""
    comment = "" if accounts else f"# Nobody is asked, since {missing}.\n"
    owners = "".join(f" @{account}" for account in accounts)
    return comment + "".join(f"{path}{owners}\n" for path in paths)


def _reviewing(reviewers: Mapping[str, Reviewer]) -> list[str]:
    return _accounts(one.github for one in reviewers.values() if one.left is None)


def _accounts(accounts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, accounts)))


def _owners(records: Records) -> tuple[Mapping[str, Reviewer], Sequence[str]]:
    return (
        records.known_reviewers,
        records.settings.record.maintainers if records.settings else (),
    )


def out_of_date(root: Path) -> dict[str, str]:
    """Return those that are missing, or differ from what the records say, as they should be."""
    files = generated_files(root)
    return {path: text for path, text in files.items() if _read(root, path) != text}


def write(root: Path) -> list[str]:
    """Write those that are out of date, and return their paths.

    Raises:
        WriteRefusedError: one cannot be written; those before it are written already.
    """
    changed = out_of_date(root)
    for path, text in changed.items():
        write_text(root, path, text)
    return list(changed)


def _read(root: Path, path: str) -> str | None:
    text = read_text(root, path)
    return None if isinstance(text, Problem) else text
