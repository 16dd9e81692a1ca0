"""What git knows of a branch's reviews, in repositories made for it."""

from datetime import date

import pytest

from generator.model.load import load
from generator.reviews.branch import branch_since, review_value
from generator.reviews.coverage import uncovered, waiting
from generator.reviews.diff import compare
from generator.reviews.revisions import RevisionError
from tests.project import BAKERY, HARBA, ORCA, RESCUE, SAILING, SWAP, TODAY, Project
from tests.repository import commit, committed, git
from tests.reviews.work import NO_REVIEW, look

FINDER = "data/finder.yml"
NOTE = "changes:\n  - date: 2022-11-20\n    text: It is another one now.\n"


def rules(project: Project, head: str = "HEAD") -> list[str]:
    after = load(project.root)[0]
    branch = branch_since(project.root, "main", after, TODAY, head)
    return sorted(problem.rule for problem in uncovered(branch))


def messages(project: Project) -> list[str]:
    after = load(project.root)[0]
    return [p.message for p in uncovered(branch_since(project.root, "main", after, TODAY))]


def renew(project: Project, path: str, on: str = "2022-11-20") -> None:
    project.replace(path, NO_REVIEW, f"{NOTE}reviewed_on: {on}\n")


def test_work_is_what_is_different_since_it_left_the_other_branch(work: Project) -> None:
    work.replace(ORCA, "  fee: yes", "  fee: no")
    mine = commit(work)
    git(work, "switch", "--quiet", "main")
    work.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    commit(work)
    git(work, "switch", "--quiet", "work")
    found = branch_since(work.root, "main", load(work.root)[0], TODAY)
    assert [file.path for file in compare(found.before, found.after)] == [ORCA]
    # No work begins later than the day by which it is judged, whatever its commits say.
    assert found.began == TODAY
    assert git(work, "rev-parse", "HEAD") == mine


def test_work_began_on_the_day_of_the_commit_that_it_left(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2022-11-03T12:00:00Z")
    committed(project)
    assert branch_since(project.root, "main", load(project.root)[0], TODAY).began == date(
        2022, 11, 3
    )


def test_an_unknown_revision_is_told(work: Project) -> None:
    with pytest.raises(RevisionError, match="git knows no revision 'mian'"):
        branch_since(work.root, "mian", load(work.root)[0], TODAY)


@pytest.mark.parametrize("commits", [True, False])
def test_a_sentence_that_changed_again_after_the_look_is_told_so(
    work: Project, *, commits: bool
) -> None:
    work.replace(ORCA, "Begin as with any pact", "Begin with no pact")
    look(work, ORCA, on=TODAY.isoformat())
    commit(work)
    assert rules(work) == []
    work.replace(ORCA, "Three harvests may count", "No harvest may count")
    if commits:
        commit(work)
    (message,) = messages(work)
    assert message.startswith(
        "readers see other sentences after the review in this branch: permanent residence ("
    )
    look(work, ORCA, on=TODAY.isoformat())
    assert rules(work) == []


def test_a_fact_that_changed_again_after_the_review_is_told_so(work: Project) -> None:
    work.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    renew(work, RESCUE)
    commit(work)
    assert rules(work) == []
    work.replace(RESCUE, "codes: [K16]", "codes: [K12]")
    commit(work)
    (message,) = messages(work)
    assert message.startswith("facts changed after the review in this branch: codes (removed K16)")


def test_a_look_at_sentences_covers_no_fact_that_changed_after_the_review(work: Project) -> None:
    work.replace(HARBA, "permit_type: employer-specific", "permit_type: open")
    renew(work, HARBA)
    commit(work)
    work.replace(HARBA, "  offer: yes", "  offer: no")
    commit(work)
    look(work, HARBA, on=TODAY.isoformat())
    commit(work)
    assert rules(work) == ["unreviewed-change"]


@pytest.mark.parametrize(
    "told",
    [
        {"by": "review-desk-two"},
        {"outcome": "problem found", "note": "That is not so."},
    ],
)
def test_an_entry_that_sees_no_sentence_covers_none_that_changed_after_the_look(
    work: Project, told: dict[str, str]
) -> None:
    work.replace(SAILING, "What counts is balance", "What counts is wind")
    look(work, SAILING, on=TODAY.isoformat())
    commit(work)
    work.replace(SAILING, "both schools learn a new knot", "no school learns a knot")
    commit(work)
    look(work, SAILING, on=TODAY.isoformat(), **told)
    commit(work)
    assert rules(work) == ["unseen-wording"]


def test_a_slip_after_the_review_asks_for_nothing(work: Project) -> None:
    work.replace(SWAP, "A lamp that is well kept saves", "A lamp that is wel kept sinks")
    look(work, SWAP, on=TODAY.isoformat())
    commit(work)
    work.replace(SWAP, "is wel kept", "is well kept")
    commit(work)
    assert rules(work) == []


def test_what_a_page_covers_and_changed_after_its_review_is_told_so(work: Project) -> None:
    page = "content/employers.md"
    work.replace("data/steps.yml", "Match your work to one", "Match nothing to one")
    look(work, page, on=TODAY.isoformat())
    commit(work)
    work.replace("data/obligations.yml", "what you owe", "what you may owe")
    (message,) = messages(work)
    assert "after the review in this branch (What an employer does shows them)" in message


def test_a_review_of_before_the_branch_sees_nothing_of_it(work: Project) -> None:
    work.replace(FINDER, "text: Another country", "text: Any other country")
    (found,) = waiting(branch_since(work.root, "main", load(work.root)[0], TODAY))
    assert (found.entry.path, found.after_review) == (FINDER, False)


def test_a_new_record_that_changed_after_its_review_is_told_so(work: Project) -> None:
    path = "content/tides.md"
    text = work.read("content/glossary.md").replace(NO_REVIEW, "reviewed_on: 2022-11-22\n")
    work.write(path, text)
    commit(work)
    assert rules(work) == []
    work.replace(path, "The words that this guide", "The tides that no guide")
    commit(work)
    assert rules(work) == ["unseen-wording"]


def test_the_review_of_a_renamed_category_goes_with_it(work: Project) -> None:
    new = "data/categories/bread.yml"
    work.replace(BAKERY, "names nobody", "names somebody")
    look(work, BAKERY, on=TODAY.isoformat())
    commit(work)
    text = work.read(BAKERY).replace(
        "  - bakery-help\n", "  - bakery-help\n  - village-bakery-help\n"
    )
    work.delete(BAKERY)
    work.write(new, text)
    commit(work)
    assert rules(work) == []
    work.replace(new, "nobody pays the fee", "somebody pays the fee")
    assert rules(work) == ["unseen-wording"]


def test_what_is_written_anew_with_a_rename_came_after_the_look(work: Project) -> None:
    new = "data/categories/ropes.yml"
    work.replace(RESCUE, "Some valleys speak", "No valleys speak")
    look(work, RESCUE, on=TODAY.isoformat())
    commit(work)
    # So much is different that git takes it for another file.
    head, text = work.read(RESCUE).split("how_it_works: >-\n")
    anew = "".join(f"  Rope number {number} holds nobody.\n" for number in range(100))
    tail = text[text.index("basis: ") :]
    written = f"{head}formerly: [mountain-rescue-team]\nhow_it_works: >-\n{anew}{tail}"
    work.delete(RESCUE)
    work.write(new, written)
    commit(work)
    (message,) = messages(work)
    assert message.startswith(
        "readers see other sentences after the review in this branch: how it works ("
    )


def test_what_came_before_the_branch_is_no_concern_of_it(project: Project) -> None:
    committed(project)
    project.replace(SAILING, "both schools learn", "no school learns")
    commit(project)
    git(project, "switch", "--quiet", "--create", "work")
    project.replace(SAILING, "order: 10", "order: 11")
    commit(project)
    assert rules(project) == []


def test_another_head_is_judged_by_its_own_commits(work: Project) -> None:
    work.replace(RESCUE, "Some valleys speak", "No valleys speak")
    look(work, RESCUE, on=TODAY.isoformat())
    commit(work)
    after = load(work.root)[0]
    git(work, "switch", "--quiet", "main")
    assert uncovered(branch_since(work.root, "main", after, TODAY, "work")) == []


def by_anna(*outcomes: str, by: str = "anna") -> str:
    looks = "".join(f"  - date: 2022-05-01\n    by: anna\n    outcome: {o}\n" for o in outcomes)
    return f"reviewed_on: 2022-05\nreviewed_by: {by}\n" + (f"reviews:\n{looks}" if looks else "")


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        # However it is written, and in whatever order.
        ("reviewed_on: 2022-05\n", "reviewed_on:   '2022-05' # May\r\ntitle: New\r\n", True),
        (by_anna("changed", "confirmed"), by_anna("confirmed", "changed"), True),
        # What sees no sentence in the name of the record's reviewer.
        (by_anna(), by_anna("problem found"), True),
        (by_anna(by="ben"), by_anna("wording seen", by="ben"), True),
        # What does, and what renews the date.
        (by_anna(), by_anna("wording seen"), False),
        (by_anna("wording seen"), by_anna("wording seen", "wording seen"), False),
        ("reviewed_on: 2022-05\n", "reviewed_on: 2022-06\n", False),
        (by_anna(by="ben"), by_anna(), False),
    ],
)
def test_a_review_is_the_same_by_what_it_says(before: str, after: str, *, same: bool) -> None:
    values = [review_value(text, "data/finder.yml") for text in (before, after)]
    assert None not in values
    assert (values[0] == values[1]) is same


def test_a_look_at_sentences_renews_no_date() -> None:
    texts = by_anna(), by_anna("wording seen")
    values = [review_value(text, "data/finder.yml", wording=False) for text in texts]
    assert values[0] == values[1] == ("2022-05", "anna")


@pytest.mark.parametrize(
    ("text", "path"),
    [("title: [", "data/finder.yml"), ("title: A\n", "data/finder.yml"), ("# A\n", "content/a.md")],
)
def test_a_review_that_cannot_be_read_has_no_value(text: str, path: str) -> None:
    assert review_value(text, path) is None
