import os
import pty
import subprocess
import sys

import pytest

from tests.builds import Done
from tests.project import Project
from tests.repository import commit, committed, git, guide

ORCA = "data/categories/orca.yml"


@pytest.fixture
def repository(project: Project) -> Project:
    return committed(project)


def review(project: Project, *options: str) -> Done:
    return guide(project, "review", "orca", *options, GUIDE_TODAY="2022-11-22")


def test_a_review_without_a_change_is_confirmed_today(repository: Project) -> None:
    done = review(repository, "--outcome", "confirmed")
    assert done.returncode == 0
    assert "last reviewed in May 2022 by Review Desk One" in done.stdout
    assert "  no fact changed\n" in done.stdout
    assert "  codes: P23, P22\n    [" in done.stdout
    assert done.stdout.endswith(f"{ORCA}: confirmed on 22 November 2022, written.\n")
    assert "reviewed_on: 2022-11-22" in repository.read(ORCA)
    assert guide(repository, "check", GUIDE_TODAY="2022-11-22").returncode == 0
    shown = guide(repository, "diff", "main", GUIDE_TODAY="2022-11-22").stdout
    assert "ORCA: confirmed: May 2022 -> 22 November 2022" in shown


def test_what_changed_since_the_last_review_is_shown(repository: Project) -> None:
    repository.replace(ORCA, "permit_type: employer-specific", "permit_type: open")
    commit(repository)
    assert "say `changed`" in review(repository, "--outcome", "confirmed").stdout
    done = review(repository, "--outcome", "changed")
    assert "permit type (employer-specific -> open)" in done.stdout
    assert done.returncode == 0
    commit(repository)
    assert "say `confirmed`" in review(repository, "--outcome", "changed").stdout


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "say with --outcome"),
        (("--outcome", "problem found"), "say with --note what is wrong"),
        (("--outcome", "confirmed", "--date", "2022-11-23"), "is in the future"),
        (("--outcome", "confirmed", "--date", "2022-04"), "cannot be earlier"),
        (("--outcome", "confirmed", "--date", "May"), "is not a review date"),
        (("--outcome", "confirmed", "--by", "desk-one"), "did you mean `review-desk-one`"),
        (("--outcome", "fine"), "Invalid value"),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(
    repository: Project, options: tuple[str, ...], says: str
) -> None:
    before = repository.read(ORCA)
    done = review(repository, *options)
    assert done.returncode == 2
    assert says in done.stdout
    assert "Traceback" not in done.stdout
    assert repository.read(ORCA) == before


def test_a_file_with_a_problem_is_not_reviewed(repository: Project) -> None:
    repository.replace(ORCA, "group: agreement-between-towns", "group: treaty")
    done = review(repository, "--outcome", "confirmed")
    assert done.returncode == 1
    assert "error[unknown-name]" in done.stdout


def test_without_history_the_review_goes_on(project: Project) -> None:
    (project.root / "generator").mkdir()
    done = review(project, "--outcome", "confirmed")
    assert done.returncode == 0
    assert "not known: git has no history" in done.stdout


def test_a_reviewer_at_a_terminal_is_asked_about_each_fact(repository: Project) -> None:
    main, helper = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli.main import main; main()", "review", "orca"],
        cwd=repository.root,
        env=os.environ | {"PYTHONSAFEPATH": "1", "GUIDE_TODAY": "2022-11-22"},
        stdin=helper,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.write(main, b"y\ny\nn\n" + b"y\n" * 7 + b"The codes are others now.\n")
    said = process.communicate()[0].decode()
    os.close(main)
    os.close(helper)
    assert process.returncode == 0, said
    assert said.count("still right?") == 10
    text = repository.read(ORCA)
    assert "outcome: problem found\n    note: The codes are others now." in text
    assert "reviewed_on: 2022-05\n" in text
    warned = guide(repository, "check", GUIDE_TODAY="2022-11-22").stdout
    assert "warning[review-problem]" in warned


def test_reviews_that_fall_due_are_listed_for_each_reader(repository: Project) -> None:
    first, second, *soon = guide(repository, "due", GUIDE_TODAY="2023-04-15").stdout.splitlines()
    assert first == (
        "2022-10-31  overdue   Carnivals and fairs, misc (/categories/carnivals-and-fairs-misc/),"
        " Review Desk One"
    )
    assert second.startswith("2022-12-20  overdue   Village bakery help ")
    assert all(line.startswith("2023-05-31  due soon  ") for line in soon)
    assert "2023-05-31  due soon  ORCA (/categories/orca/), Review Desk One" in soon
    today = guide(repository, "due", GUIDE_TODAY="2022-11-22").stdout.splitlines()
    assert today[0] == first
    assert [line.split("  ")[:2] for line in today[1:]] == [["2022-12-20", "due soon"]]
    assert (
        "No review falls due within 60 days."
        in guide(repository, "due", GUIDE_TODAY="2022-06-01").stdout
    )
    rows = guide(repository, "due", "--within", "300", "--format", "markdown").stdout
    assert rows.startswith("| Due | Facts | Reviewer | Status |")
    assert (
        '"status": "overdue"'
        in guide(repository, "due", "--format", "json", GUIDE_TODAY="2023-06-01").stdout
    )
    assert guide(repository, "due", "--within", "soon").returncode == 2
    assert git(repository, "status", "--porcelain") == ""
