import os
import pty
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli.walk import Told, Walk
from generator.model.review import ReviewDate
from tests.builds import Done
from tests.project import BAKERY, FAIRS, HARBA, ORCA, RESCUE, SAILING, SWAP, TODAY, Project
from tests.repository import commit, git, guide
from tests.reviews.work import NO_REVIEW

GLOSSARY = "content/glossary.md"
ENTRY = "reviews:\n  - date: 2022-11-22\n    by: review-desk-one\n    outcome: {outcome}\n"


def review(project: Project, *options: str) -> Done:
    return guide(project, "review", *options)


def at_terminal(project: Project, answers: str, *options: str) -> Done:
    """Run the command with somebody at a terminal, who types the answers."""
    main, helper = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from generator.cli.main import main; main()", "review", *options],
        cwd=project.root,
        env=os.environ | {"PYTHONSAFEPATH": "1"},
        stdin=helper,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.write(main, answers.encode())
    said = process.communicate()[0].decode()
    os.close(main)
    os.close(helper)
    return Done(process.returncode, said)


@dataclass(frozen=True)
class Kept:
    """The data and the pages as they are, to see that nothing was written."""

    files: dict[Path, bytes]

    @classmethod
    def of(cls, project: Project) -> "Kept":
        folders = (project.root / "data", project.root / "content")
        found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return cls({path: path.read_bytes() for path in found})


def test_a_walk_reads_each_record_anew(repository: Project) -> None:
    told = Told("", "", ReviewDate(TODAY, exact=True), "", history_unknown=False)
    walk = Walk(repository.root, TODAY, told, asks=False)
    key = "exemption-codes"
    assert walk.source_of(key)[1].title == "The list of permits"
    repository.replace("data/sources.yml", "The list of permits", "The list of all permits")
    assert walk.source_of(key)[1].title == "The list of all permits"


# What is recorded.


def test_a_review_without_a_change_is_confirmed_today(repository: Project) -> None:
    done = review(repository, "orca", "--outcome", "confirmed")
    assert done.returncode == 0
    assert "ORCA: last reviewed in May 2022 by Review Desk One" in done.stdout
    assert "  no fact and no sentence changed\n" in done.stdout
    assert "  codes: P23\n    [The list of permits]\n" in done.stdout
    assert done.stdout.endswith(f"{ORCA}: confirmed on 22 November 2022, written.\n")
    assert "reviewed_on: 2022-11-22\n" in repository.read(ORCA)
    assert ENTRY.format(outcome="confirmed") in repository.read(ORCA)
    assert guide(repository, "check").returncode == 0
    shown = guide(repository, "diff", "main").stdout
    assert "ORCA: confirmed: May 2022 -> 22 November 2022" in shown


def test_what_changed_since_the_last_review_is_shown(repository: Project) -> None:
    repository.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    repository.replace(RESCUE, "Then it lends you a rope.", "Then it keeps the rope.")
    commit(repository)
    refused = review(repository, "mountain-rescue-team", "--outcome", "confirmed")
    assert refused.returncode == 2
    assert "changed since the last review (permit type (employer-specific" in refused.stdout
    assert "say `changed`" in refused.stdout
    done = review(repository, "mountain-rescue-team", "--outcome", "changed")
    assert done.returncode == 0
    assert "    permit type\n      before: employer-specific\n      now:    open\n" in done.stdout
    assert (
        "    employer: text\n      before: Then it lends you a rope.\n"
        "      now:    Then it keeps the rope.\n"
    ) in done.stdout
    commit(repository)
    again = review(repository, "mountain-rescue-team", "--outcome", "changed")
    assert "no fact changed since the last review: say `confirmed`" in again.stdout


def test_a_look_at_sentences_renews_no_date(repository: Project) -> None:
    repository.replace(SAILING, "both schools learn", "no school learns")
    commit(repository)
    done = review(repository, "sailing-school-season", "--wording")
    assert done.returncode == 0
    assert "\nFacts:" not in done.stdout
    assert "sentences that changed, or that nobody reviewed yet:\n    basis\n" in done.stdout
    assert done.stdout.endswith(f"{SAILING}: wording seen on 22 November 2022, written.\n")
    text = repository.read(SAILING)
    assert ENTRY.format(outcome="wording seen") in text
    assert NO_REVIEW in text
    commit(repository)
    again = review(repository, "sailing-school-season", "--wording")
    assert "no sentence changed since the last review: there is nothing to see" in again.stdout


def test_a_problem_that_was_found_renews_no_date(repository: Project) -> None:
    note = "No harbour has an office."
    done = review(repository, "harba", "--outcome", "problem found", "--note", note)
    assert done.returncode == 0
    text = repository.read(HARBA)
    assert f"    outcome: problem found\n    note: {note}\n" in text
    assert NO_REVIEW in text
    assert f"warning[review-problem]: a problem was found on 22 November 2022 ({note})" in (
        guide(repository, "check").stdout
    )
    commit(repository)
    assert f"A problem was found on 22 November 2022: {note}" in (
        review(repository, "harba", "--outcome", "confirmed").stdout
    )


def test_another_reviewer_and_another_month_can_be_named(repository: Project) -> None:
    options = ("--outcome", "confirmed", "--by", "review-desk-two", "--date", "2022-10")
    done = review(repository, "carnivals-and-fairs-misc", *options)
    assert done.returncode == 0
    text = repository.read(FAIRS)
    assert "reviewed_on: 2022-10\nreviewed_by: review-desk-two\n" in text
    assert "  - date: 2022-10\n    by: review-desk-two\n    outcome: confirmed\n" in text


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("comparison", "data/comparison.yml"),
        ("finder", "data/finder.yml"),
        ("glossary", GLOSSARY),
        ("/", "content/index.md"),
    ],
)
def test_whatever_carries_a_review_is_recorded(repository: Project, name: str, path: str) -> None:
    before = repository.read(path)
    done = review(repository, name, "--outcome", "confirmed")
    assert done.returncode == 0
    after = repository.read(path)
    assert after.replace(ENTRY.format(outcome="confirmed"), "") == before.replace(
        NO_REVIEW, "reviewed_on: 2022-11-22\n"
    )
    assert guide(repository, "check").returncode == 0


def test_a_page_is_reviewed_with_what_it_covers(repository: Project) -> None:
    repository.replace("data/terms.yml", "name: The place for offers", "name: The lock of offers")
    commit(repository)
    done = review(repository, GLOSSARY, "--outcome", "changed")
    assert done.returncode == 0
    assert "  data/terms.yml: terms: Portal: name: The lock of offers\n" in done.stdout
    assert "before: The place for offers\n" in done.stdout


def test_line_ends_stay_as_they_are(repository: Project) -> None:
    text = repository.read(SWAP).replace("\n", "\r\n")
    repository.write(SWAP, text)
    commit(repository)
    assert review(repository, "lighthouse-keeper-swap", "--outcome", "confirmed").returncode == 0
    raw = repository.path(SWAP).read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") == text.count("\n") + 3
    assert b"reviewed_on: 2022-11-22\r\n" in raw


# What is refused.


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("orca",), "without a terminal, say with --outcome what came of the review"),
        ((), "name the record to review, or say --all"),
        (("orca", "--all", "--wording"), "name the record to review, or say --all"),
        (("orca", "--wording", "--outcome", "confirmed"), "leave out --outcome"),
        (("orca", "--wording"), "there is nothing to see"),
        (("orca", "--outcome", "problem found"), "say with --note what is wrong"),
        (("orca", "--outcome", "problem found", "--note", " "), "say with --note what is wrong"),
        (("orca", "--outcome", "confirmed", "--date", "2022-11-23"), "is in the future"),
        (("orca", "--outcome", "confirmed", "--date", "2022-04"), "cannot be earlier"),
        (("orca", "--outcome", "confirmed", "--date", "May"), "is not a review date"),
        (("orca", "--outcome", "confirmed", "--by", "desk-one"), "there is no reviewer desk-one"),
        (("orca", "--outcome", "fine"), "Invalid value"),
        (("orca", "--outcome", "wording seen"), "Invalid value"),
        (("orka", "--outcome", "confirmed"), "did you mean `orca`"),
        (("terms", "--outcome", "confirmed"), "there is no record terms that is reviewed"),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(
    repository: Project, options: tuple[str, ...], says: str
) -> None:
    before = Kept.of(repository)
    done = review(repository, *options)
    assert done.returncode == 2
    assert says in " ".join(done.stdout.split())
    assert "Traceback" not in done.stdout
    assert Kept.of(repository) == before


def test_sentences_are_seen_by_the_reviewer_in_whose_name_they_stand(repository: Project) -> None:
    repository.replace(HARBA, "HARBA is a pact about boats", "HARBA is a pact about pots")
    commit(repository)
    before = Kept.of(repository)
    done = review(repository, "harba", "--wording", "--by", "review-desk-two")
    assert done.returncode == 2
    assert "stands in the name of Review Desk One, who has to see its sentences" in done.stdout
    assert Kept.of(repository) == before


@pytest.mark.parametrize("asks", [True, False])
def test_a_reviewer_who_left_reviews_nothing_more(repository: Project, *, asks: bool) -> None:
    text = 'github: ""\n  left: 2022-10\n'
    repository.replace("data/reviewers.yml", 'github: ""\n', text)
    before = Kept.of(repository)
    says = "Review Desk One left in October 2022: say with --by who looked"
    if asks:
        # Nobody answers a row of questions in vain.
        done = at_terminal(repository, "", "village-bakery-help")
        assert "still right?" not in done.stdout
    else:
        done = review(repository, "village-bakery-help", "--outcome", "confirmed")
    assert (done.returncode, says in done.stdout) == (2, True)
    assert Kept.of(repository) == before
    options = ("--outcome", "confirmed", "--by", "review-desk-two")
    assert review(repository, "village-bakery-help", *options).returncode == 0


def test_a_file_with_a_problem_is_not_reviewed(repository: Project) -> None:
    repository.replace(FAIRS, "group: interest-of-towns", "group: treaty")
    before = Kept.of(repository)
    done = review(repository, "carnivals-and-fairs-misc", "--outcome", "confirmed")
    assert done.returncode == 1
    assert "error[unknown-name]" in done.stdout
    assert Kept.of(repository) == before


def test_a_link_is_not_written_through(repository: Project, tmp_path: Path) -> None:
    away = tmp_path / "away.yml"
    repository.path(RESCUE).rename(away)
    repository.path(RESCUE).symlink_to(away)
    before = away.read_bytes()
    done = review(repository, "mountain-rescue-team", "--outcome", "confirmed")
    assert done.returncode == 1
    assert f"{RESCUE}:1:1: error[file]: " in done.stdout
    assert "link" in done.stdout
    assert "Traceback" not in done.stdout
    assert away.read_bytes() == before


@pytest.mark.parametrize("name", ["orca", ORCA])
def test_a_file_that_cannot_be_read_is_told_with_what_is_wrong(
    repository: Project, name: str
) -> None:
    repository.write(ORCA, "title: [\n")
    done = review(repository, name, "--outcome", "confirmed")
    assert done.returncode == 1
    assert re.search(rf"^{ORCA}:1:\d+: error\[yaml\]", done.stdout, re.MULTILINE)
    assert "there is no record" not in done.stdout


# A history that does not tell.


def test_without_history_a_review_confirms_only_what_was_read_anew(project: Project) -> None:
    (project.root / "generator").mkdir()
    before = Kept.of(project)
    refused = review(project, "orca", "--outcome", "confirmed")
    assert refused.returncode == 2
    assert "not known: this folder is not in git" in refused.stdout
    assert "say so with --history-unknown" in " ".join(refused.stdout.split())
    assert Kept.of(project) == before
    done = review(project, "orca", "--outcome", "confirmed", "--history-unknown")
    assert done.returncode == 0
    assert "reviewed_on: 2022-11-22\n" in project.read(ORCA)


def test_a_clone_of_the_newest_commits_does_not_tell_either(
    repository: Project, tmp_path: Path
) -> None:
    repository.replace(SAILING, "order: 10", "order: 11")
    commit(repository)
    address = f"file://{repository.root}"
    git(repository, "clone", "--quiet", "--depth", "1", address, str(tmp_path / "clone"))
    clone = Project.__new__(Project)
    clone.root = tmp_path / "clone"
    (clone.root / "generator").mkdir(exist_ok=True)
    done = review(clone, "sailing-school-season", "--outcome", "confirmed")
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stdout
    assert NO_REVIEW in clone.read(SAILING)


# Every record.


def test_a_round_goes_through_every_record(repository: Project) -> None:
    done = review(repository, "--all", "--outcome", "confirmed")
    assert done.returncode == 0
    assert done.stdout.count(", written.") == 17
    for path in (ORCA, BAKERY, "data/finder.yml", "data/comparison.yml", GLOSSARY):
        assert "reviewed_on: 2022-11-22\n" in repository.read(path)
    # What has ended is reviewed no more.
    assert "reviewed_on: 2021-10\n" in repository.read("data/categories/barge-towing.yml")


def test_a_round_goes_on_after_what_it_cannot_record(repository: Project) -> None:
    repository.replace(HARBA, "permit_type: employer-specific", "permit_type: open")
    repository.replace(FAIRS, "group: interest-of-towns", "group: treaty")
    commit(repository)
    done = review(repository, "--all", "--outcome", "confirmed")
    assert done.returncode == 1
    assert "harba: not recorded: facts changed since the last review (permit type" in done.stdout
    assert "error[unknown-name]" in done.stdout
    assert NO_REVIEW in repository.read(HARBA)
    for path in (ORCA, BAKERY, "data/finder.yml", GLOSSARY):
        assert "reviewed_on: 2022-11-22\n" in repository.read(path)


def test_a_round_of_sentences_goes_where_some_changed(repository: Project) -> None:
    repository.replace(ORCA, "The accord is about apples", "The accord is about pears")
    repository.replace("data/terms.yml", "Every permit in this guide", "No permit in this guide")
    commit(repository)
    done = review(repository, "--all", "--wording")
    assert done.returncode == 0
    written = [line for line in done.stdout.splitlines() if line.endswith(", written.")]
    assert [line.split(":")[0] for line in written] == [ORCA, GLOSSARY]
    commit(repository)
    assert review(repository, "--all", "--wording").stdout == ""


def test_a_round_goes_through_the_records_that_rest_on_one_page(repository: Project) -> None:
    done = review(repository, "--source", "craft-pact-agreements", "--outcome", "confirmed")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith(
        "2 records to review by The pages on pacts of towns:"
        " https://www.canada.ca/en/lighthouses/free-trade-agreements.html\n\n"
        "1 of 2: what rests on it there: its facts"
    )
    written = [line for line in done.stdout.splitlines() if line.endswith(", written.")]
    assert [line.split(":")[0] for line in written] == [HARBA, ORCA]


def test_a_page_on_which_nothing_rests_or_that_is_none_is_told(repository: Project) -> None:
    before = Kept.of(repository)
    done = review(repository, "--source", "tide-laws", "--outcome", "confirmed")
    assert done.returncode == 2
    assert "there is no source tide-laws: did you mean `tide-law`?" in done.stdout
    both = review(repository, "orca", "--source", "tide-law", "--outcome", "confirmed")
    assert both.returncode == 2
    assert "name the record to review" in both.stdout
    assert Kept.of(repository) == before


def test_a_round_by_one_page_looks_at_sentences_alone_too(repository: Project) -> None:
    repository.replace(ORCA, "The accord is about apples", "The accord is about pears")
    commit(repository)
    done = review(repository, "--source", "craft-pact-agreements", "--wording")
    assert done.returncode == 0, done.stdout
    assert f"{ORCA}: wording seen" in done.stdout
    assert HARBA not in done.stdout
    commit(repository)
    done = review(repository, "--source", "craft-pact-agreements", "--wording")
    assert done.returncode == 2
    assert "no sentence of what rests on The pages on pacts of towns" in done.stdout
    assert "changed since its last review: there is nothing to see" in done.stdout


# At a terminal.


def test_a_reviewer_at_a_terminal_is_asked_about_each_fact(repository: Project) -> None:
    done = at_terminal(repository, "y\n" * 9, "village-bakery-help")
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("still right?") == 9
    assert "codes: K10\n  [the page of the notice]\n  still right?" in done.stdout
    text = repository.read(BAKERY)
    assert "reviewed_on: 2022-11-22\n" in text
    assert "  - date: 2022-11-22\n    by: review-desk-one\n    outcome: confirmed\n" in text


def test_a_fact_that_is_wrong_is_a_problem_with_a_note(repository: Project) -> None:
    answers = "y\ny\nn\n" + "y\n" * 6 + "The buns have another code.\n"
    done = at_terminal(repository, answers, "village-bakery-help")
    assert done.returncode == 0, done.stdout
    assert "What is wrong, for readers [To be mended: codes.]:" in done.stdout
    text = repository.read(BAKERY)
    assert "outcome: problem found\n    note: The buns have another code.\n" in text
    assert "reviewed_on: 2021-12-20\n" in text


def test_changed_sentences_are_asked_about_after_the_facts(repository: Project) -> None:
    repository.replace(BAKERY, "There is nobody to name.", "There is somebody to name.")
    commit(repository)
    done = at_terminal(repository, "y\n" * 9 + "n\n\n", "village-bakery-help")
    assert "employer: text: There is somebody to name.\n  seen, and right?" in done.stdout
    assert "note: 'To be mended: employer: text.'" in repository.read(BAKERY).replace('"', "'")


def test_a_look_at_a_terminal_asks_about_the_sentences_alone(repository: Project) -> None:
    repository.replace(RESCUE, "Some valleys speak", "No valleys speak")
    commit(repository)
    done = at_terminal(repository, "y\n", "mountain-rescue-team", "--wording")
    assert done.returncode == 0, done.stdout
    assert "still right?" not in done.stdout
    assert ENTRY.format(outcome="wording seen") in repository.read(RESCUE)


def test_whoever_ends_the_questions_has_written_nothing(repository: Project) -> None:
    before = Kept.of(repository)
    done = at_terminal(repository, "y\ny\n\x04", "village-bakery-help")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert Kept.of(repository) == before


@pytest.mark.parametrize("answer", ["y", "n"])
def test_an_unknown_history_is_asked_about_last(project: Project, answer: str) -> None:
    (project.root / "generator").mkdir()
    before = Kept.of(project)
    done = at_terminal(project, "y\n" * 21 + f"{answer}\n", "village-bakery-help")
    assert "Did you read all of it anew" in done.stdout
    assert (Kept.of(project) == before) is (answer == "n")
    assert done.returncode == (0 if answer == "y" else 2)


# What falls due.


def test_reviews_that_fall_due_are_listed_for_each_reader(repository: Project) -> None:
    first, second, *soon = guide(repository, "due", GUIDE_TODAY="2023-04-15").stdout.splitlines()
    assert first == (
        "2022-10-31  overdue   Carnivals and fairs, misc (/categories/carnivals-and-fairs-misc/),"
        " Review Desk One"
    )
    assert second.startswith("2022-12-20  overdue   Village bakery help ")
    assert all(line.startswith("2023-05-31  due soon  ") for line in soon)
    assert "2023-05-31  due soon  ORCA (/categories/orca/), Review Desk One" in soon
    today = guide(repository, "due").stdout.splitlines()
    assert today[0] == first
    assert [line.split("  ")[:2] for line in today[1:]] == [["2022-12-20", "due soon"]]
    none = guide(repository, "due", GUIDE_TODAY="2022-06-01").stdout
    assert "No review falls due within 60 days." in none
    rows = guide(repository, "due", "--within", "300", "--format", "markdown").stdout
    assert rows.startswith("| Due | Facts | Ask | Status |")
    as_json = guide(repository, "due", "--format", "json", GUIDE_TODAY="2023-06-01").stdout
    assert '"status": "overdue"' in as_json
    assert guide(repository, "due", "--within", "soon").returncode == 2
    assert git(repository, "status", "--porcelain") == ""


def test_a_wrong_key_of_a_page_is_told_before_the_outcome_is_asked_for(
    repository: Project,
) -> None:
    done = review(repository, "--source", "exemption-code")
    assert done.returncode == 2
    assert "there is no source exemption-code: did you mean `exemption-codes`?" in done.stdout
    done = review(repository, "--source", "exemption-codes")
    assert done.returncode == 2
    assert "say with --outcome" in done.stdout


def test_the_command_runs_as_a_module(project: Project) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli.main", "review", "--source", "nowhere-at-all"],
        cwd=project.root,
        env=os.environ | {"PYTHONSAFEPATH": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Usage: imp-guide review" in done.stderr
