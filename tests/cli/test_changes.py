"""What changed since another revision, as `imp-guide check` and `imp-guide diff` tell it."""

import json

import pytest

from tests.project import BAKERY, FAIRS, HARBA, ORCA, RESCUE, SAILING, SWAP, Project
from tests.repository import commit, committed, git, guide
from tests.reviews.work import NO_REVIEW, look

# imp-guide check --base


def test_work_without_a_change_has_no_problems(work: Project) -> None:
    done = guide(work, "check", "--base", "main")
    assert done.returncode == 0
    assert "Note: main is the newest commit here: only what is not committed is" in done.stdout
    assert "No problems: the guide can be published." in done.stdout


def test_a_change_that_nobody_reviewed_is_an_error_with_base_alone(work: Project) -> None:
    line = work.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    commit(work)
    assert guide(work, "check").returncode == 0
    done = guide(work, "check", "--base", "main")
    assert done.returncode == 1
    assert (
        f"{RESCUE}:{line}:14: error[unreviewed-change]: facts changed: permit type (" in done.stdout
    )
    assert f"{RESCUE}:{line}:14: error[change-note]: readers are not told" in done.stdout
    assert "1 problem to mend before the guide can be published. 1 change to be seen" in done.stdout


def test_the_two_verdicts_are_told_apart(work: Project) -> None:
    work.replace(HARBA, "permit_type: employer-specific", "permit_type: open")
    work.replace(ORCA, "The accord is about apples", "The accord is about pears")
    data = guide(work, "check", "--base", "main", "--verdict", "data")
    reviewer = guide(work, "check", "--base", "main", "--verdict", "reviewer")
    assert (data.returncode, reviewer.returncode) == (1, 1)
    assert "error[change-note]" in data.stdout
    assert "error[unreviewed-change]" not in data.stdout
    assert "error[unseen-wording]" not in data.stdout
    assert data.stdout.splitlines()[-1].startswith("1 problem to mend before")
    assert "error[change-note]" not in reviewer.stdout
    assert f"{HARBA}:" in reviewer.stdout
    assert f"{ORCA}:" in reviewer.stdout
    last = reviewer.stdout.splitlines()[-1]
    assert last == "2 changes to be seen by the reviewer before the guide can be published."


def test_each_verdict_has_its_own_good_news(work: Project) -> None:
    work.replace(SWAP, "A lamp that is well kept saves", "A lamp that is well kept sinks")
    commit(work)
    data = guide(work, "check", "--base", "main", "--verdict", "data")
    assert data.returncode == 0
    assert "\nNo problems: the data is sound. Besides, 1 warning.\n" in data.stdout
    assert guide(work, "check", "--base", "main", "--verdict", "reviewer").returncode == 1
    look(work, SWAP, on="2022-11-22")
    commit(work)
    reviewer = guide(work, "check", "--base", "main", "--verdict", "reviewer")
    assert (reviewer.returncode, reviewer.stdout) == (0, "Nothing waits for the reviewer.\n")


def test_what_waits_is_told_with_base_alone(work: Project) -> None:
    done = guide(work, "check", "--verdict", "reviewer")
    assert done.returncode == 2
    assert "what waits for the reviewer is told with --base, as --base main" in done.stdout
    assert guide(work, "check", "--verdict", "data").returncode == 0
    assert guide(work, "check", "--verdict", "both").returncode == 2


def test_the_review_that_imp_guide_records_covers_the_work(work: Project) -> None:
    work.replace(SAILING, "codes: [K20 series]", "codes: [K20 series, K16]")
    commit(work)
    note = "changes:\n  - date: 2022-11-20\n    text: Climbers may sail.\n"
    work.replace(SAILING, NO_REVIEW, f"{note}{NO_REVIEW}")
    commit(work)
    assert guide(work, "check", "--base", "main").returncode == 1
    assert guide(work, "review", "sailing-school-season", "--outcome", "changed").returncode == 0
    commit(work)
    done = guide(work, "check", "--base", "main")
    assert done.returncode == 0, done.stdout
    work.replace(SAILING, "both schools learn", "no school learns")
    late = guide(work, "check", "--base", "main").stdout
    assert "error[unseen-wording]: readers see other sentences after the review in this" in late


def test_what_was_there_before_and_stops_nothing_is_no_news(work: Project) -> None:
    alone = guide(work, "check").stdout
    with_base = guide(work, "check", "--base", "main").stdout
    assert "advice[review-due-soon]" in alone
    assert "advice[review-due-soon]" not in with_base
    work.write(
        "data/categories/rolls.yml", work.read(BAKERY).replace("  - bakery-help", "  - rols")
    )
    with_base = guide(work, "check", "--base", "main").stdout
    line = work.line_of(BAKERY, "reviewed_on:")
    assert f"data/categories/rolls.yml:{line}:14: advice[review-due-soon]" in with_base
    assert f"{BAKERY}:{line}:14: advice" not in with_base


def test_problems_are_annotated_where_they_are(work: Project) -> None:
    line = work.replace("content/codes.md", "Take the tables along", "Leave the tables here")
    done = guide(work, "check", "--base", "main", "--format", "github")
    where = f"::error file=content/codes.md,line={line},col=1,title=error[unseen-wording]::"
    assert where in done.stdout
    commit(work)
    listed = guide(work, "check", "--base", "main", "--format", "json").stdout
    told = json.loads(listed)
    assert (told["errors"], told["waiting"]) == (1, 1)


@pytest.mark.parametrize("command", [("check", "--base"), ("diff",)])
def test_a_revision_that_is_not_there_is_told(work: Project, command: tuple[str, ...]) -> None:
    done = guide(work, *command, "mian")
    assert done.returncode == 2
    assert "git knows no revision 'mian' here: name a branch, a tag or a commit" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("command", [("check", "--base"), ("diff",)])
def test_without_git_there_is_nothing_to_compare(
    project: Project, command: tuple[str, ...]
) -> None:
    (project.root / "generator").mkdir()
    done = guide(project, *command, "main")
    assert done.returncode == 2
    assert "this folder is not in git: there is nothing to compare with" in done.stdout


# imp-guide diff


def test_what_is_not_committed_is_compared_too(work: Project) -> None:
    work.replace(FAIRS, "  - puppeteers\n", "  - puppeteers\n  - jugglers\n")
    done = guide(work, "diff", "main")
    assert done.returncode == 0
    assert "Facts\n  Carnivals and fairs, misc: who: added jugglers\n" in done.stdout
    assert f"Waits for the reviewer\n  Carnivals and fairs, misc ({FAIRS}): facts" in done.stdout
    assert "  /categories/carnivals-and-fairs-misc/ (changed)" in done.stdout


def test_a_named_head_is_compared_as_it_is_committed(work: Project) -> None:
    work.replace(ORCA, "nationals: Riverside countries", "nationals: All countries")
    commit(work)
    git(work, "switch", "--quiet", "main")
    work.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    done = guide(work, "diff", "main", "work")
    assert "  ORCA: nationals: Riverside countries -> All countries\n" in done.stdout
    assert "Mountain Rescue Team" not in done.stdout
    assert "Note:" not in done.stdout


def test_a_head_is_compared_with_where_it_left_the_base(work: Project) -> None:
    work.replace(HARBA, "nationals: Bayside and Northport", "nationals: Bayside")
    commit(work)
    git(work, "switch", "--quiet", "main")
    work.replace(SWAP, "codes: [K12]", "codes: [K12, K16]")
    commit(work)
    for head in ("work", ""):
        if not head:
            git(work, "switch", "--quiet", "work")
        told = guide(work, "diff", "main", *filter(None, [head])).stdout
        assert "HARBA (BRAHA): nationals: Bayside and Northport -> Bayside" in told
        assert "Lighthouse keeper swap" not in told


def test_the_reviews_of_a_head_are_those_of_its_own_commits(work: Project) -> None:
    work.replace(RESCUE, "Some valleys speak", "No valleys speak")
    look(work, RESCUE, on="2022-11-22")
    commit(work)
    work.replace(RESCUE, "Two winters may count", "No winter may count")
    commit(work)
    git(work, "switch", "--quiet", "main")
    told = guide(work, "diff", "main", "work", "--format", "markdown").stdout
    assert "changed again after the review in this branch, all of them below." in told
    assert "nothing waits" not in told


def test_the_comment_says_how_to_look_at_the_pages(work: Project) -> None:
    work.replace(BAKERY, "You bake a loaf", "You bake no loaf")
    commit(work)
    options = ("--format", "markdown", "--site", "The pages: ask for the folder.")
    told = guide(work, "diff", "main", *options).stdout
    assert told.startswith("### Can this be published?\n\n- **The data:** sound.\n")
    assert "\n\nThe pages: ask for the folder.\n\n#### Waits for the reviewer\n" in told
    assert "The pages: ask" not in guide(work, "diff", "main", "--site", "The pages: ask").stdout


def test_programs_get_what_people_get(work: Project) -> None:
    work.replace("data/finder.yml", "text: Another country", "text: Any other country")
    commit(work)
    told = json.loads(guide(work, "diff", "main", "--format", "json").stdout)
    assert [(found["path"], found["facts"]) for found in told["waiting"]] == [
        ("data/finder.yml", 1)
    ]
    assert guide(work, "diff", "main", "--format", "yaml").returncode == 2


def test_data_that_cannot_be_compiled_is_told_first(work: Project) -> None:
    work.write("data/codes.yml", "codes: [\n")
    commit(work)
    done = guide(work, "diff", "main")
    assert done.returncode == 0
    assert done.stdout.startswith("To mend\n  data/codes.yml:1: ")
    assert "(gone)" not in done.stdout


def test_advice_that_moved_with_its_file_is_no_news(project: Project) -> None:
    repository = committed(project)
    old, new = "data/categories/harba.yml", "data/categories/harba-braha.yml"
    repository.write(new, f"{repository.read(old)}formerly: [harba]\n")
    repository.delete(old)
    done = guide(repository, "check", "--base", "main")
    assert "superseded-code" not in done.stdout
