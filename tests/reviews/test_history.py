import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator.reviews.history import (
    Earlier,
    Found,
    Known,
    Uncommitted,
    Unknown,
    last_with_other,
    steps,
)
from generator.source.tree import Mapping, Scalar
from generator.source.yaml_text import parse
from tests.project import ORCA, Project
from tests.repository import commit, committed, git

SWAP = "data/categories/orchard-swap.yml"
FACT = ("permit_type: employer-specific", "permit_type: open")


class AsItIs(Project):
    """A folder that is taken as it is found."""

    def __init__(self, root: Path) -> None:
        self.root = root


def reviewed_on(text: str) -> str | None:
    node, _problems = parse(text, ORCA)
    written = node.values.get("reviewed_on") if isinstance(node, Mapping) else None
    return written.text if isinstance(written, Scalar) else None


def states(
    root: Path, path: str, formerly: Sequence[str] = ()
) -> Iterator[tuple[Earlier, str | None]]:
    """Yield each committed state of a file once, with its text, the newest first."""
    told = set()
    for step in steps(root, path, formerly):
        if step.state not in told:
            told.add(step.state)
            yield step.state, step.text


def found(project: Project, path: str = ORCA, *formerly: str) -> Found:
    now = reviewed_on(project.path(path).read_bytes().decode("utf-8-sig"))
    assert now is not None
    return last_with_other(project.root, path, reviewed_on, now, formerly=formerly)


def write_review(project: Project, when: str, path: str = ORCA) -> None:
    text = re.sub(r"(?m)^reviewed_on:.*$", f"reviewed_on: {when}", project.read(path))
    project.write(path, text)


def reviewed(project: Project, when: str = "2022-11-20", path: str = ORCA) -> Known:
    """Commit a review, and return the state that it saw."""
    write_review(project, when, path)
    return Known(Earlier(commit(project), path))


def fact_changed(project: Project, path: str = ORCA) -> str:
    project.replace(path, *FACT)
    return commit(project)


def renamed(project: Project, *changes: tuple[str, str], old: str = ORCA, new: str = SWAP) -> str:
    text = project.read(old)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    project.delete(old)
    project.write(new, text)
    return commit(project)


def rewritten(project: Project, when: str = "2022-05", old: str = ORCA, new: str = SWAP) -> str:
    """Rename a file and put another text into it, so that git takes it for a new one."""
    project.delete(old)
    project.write(new, f"title: Something else\nreviewed_on: {when}\n")
    return commit(project)


def clone(project: Project, depth: int, folder: Path) -> Project:
    git(project, "clone", "--quiet", f"--depth={depth}", project.root.as_uri(), str(folder))
    return AsItIs(folder)


def test_the_commit_that_wrote_the_date_is_what_the_review_saw(repository: Project) -> None:
    saw = reviewed(repository)
    fact_changed(repository)
    assert found(repository) == saw


def test_the_first_commit_of_a_file_is_what_its_first_review_saw(repository: Project) -> None:
    first = git(repository, "rev-parse", "HEAD")
    fact_changed(repository)
    assert found(repository) == Known(Earlier(first, ORCA))


def quotes(text: str) -> str:
    return text.replace("reviewed_on: 2022-11-20", 'reviewed_on: "2022-11-20"')


def line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def byte_order_mark(text: str) -> str:
    return "\ufeff" + text


def blank(text: str) -> str:
    return text.replace("2022-11-20\n", "2022-11-20 \n")


def key_moved(text: str) -> str:
    return "reviewed_on: 2022-11-20\n" + text.replace("reviewed_on: 2022-11-20\n", "")


@pytest.mark.parametrize("touch", [quotes, line_ends, byte_order_mark, blank, key_moved])
def test_a_date_that_is_written_otherwise_hides_no_change(
    repository: Project, touch: Callable[[str], str]
) -> None:
    saw = reviewed(repository)
    fact_changed(repository)
    before = repository.read(ORCA)
    assert touch(before) != before
    repository.write(ORCA, touch(before))
    commit(repository)
    assert found(repository) == saw
    repository.write(ORCA, before)
    commit(repository)
    assert found(repository) == saw


def test_a_date_that_was_taken_back_and_written_again_counts_from_then(
    repository: Project,
) -> None:
    first = reviewed(repository)
    reviewed(repository, "2022-05")
    again = reviewed(repository)
    fact_changed(repository)
    assert found(repository) == again != first


@pytest.mark.parametrize("broken", [b"title: [\n", b"\xff\xfe", b"title: ORCA\n", None])
def test_a_state_that_cannot_be_read_says_nothing(
    repository: Project, broken: bytes | None
) -> None:
    saw = reviewed(repository)
    text = repository.read(ORCA)
    if broken is None:
        repository.delete(ORCA)
    else:
        repository.write(ORCA, broken)
    commit(repository)
    repository.write(ORCA, text)
    assert found(repository) == saw
    commit(repository)
    assert found(repository) == saw


def test_a_broken_state_is_none_that_a_review_saw(repository: Project) -> None:
    text = repository.read(ORCA)
    repository.write(ORCA, "title: [\n")
    commit(repository)
    repository.write(ORCA, text)
    saw = reviewed(repository)
    assert found(repository) == saw


def test_a_file_is_followed_to_its_earlier_path(repository: Project) -> None:
    saw = reviewed(repository)
    renamed(repository)
    assert found(repository, SWAP) == saw


def test_a_file_that_changed_with_its_path_is_followed(repository: Project) -> None:
    saw = reviewed(repository)
    renamed(repository, FACT)
    assert found(repository, SWAP) == saw


def test_a_review_that_came_with_the_new_path_is_found_there(repository: Project) -> None:
    made = renamed(repository, ("reviewed_on: 2022-05\n", "reviewed_on: 2022-11-20\n"))
    fact_changed(repository, SWAP)
    assert found(repository, SWAP) == Known(Earlier(made, SWAP))


def test_a_rewritten_file_is_followed_by_the_paths_that_it_had(repository: Project) -> None:
    first = git(repository, "rev-parse", "HEAD")
    made = rewritten(repository)
    assert found(repository, SWAP) == Known(Earlier(made, SWAP))
    assert found(repository, SWAP, "data/none.yml", ORCA) == Known(Earlier(first, ORCA))


def test_a_path_that_people_wrote_down_goes_before_what_git_takes_for_alike(
    repository: Project,
) -> None:
    harba = "data/categories/harba.yml"
    first = git(repository, "rev-parse", "HEAD")
    text = repository.read(ORCA)
    repository.delete(ORCA)
    repository.delete(harba)
    repository.write(SWAP, text)
    commit(repository)
    assert found(repository, SWAP) == Known(Earlier(first, ORCA))
    assert list(states(repository.root, SWAP, formerly=[harba]))[-1][0] == Earlier(first, harba)


def test_a_path_that_people_wrote_down_counts_where_the_text_went_elsewhere(
    repository: Project,
) -> None:
    first = git(repository, "rev-parse", "HEAD")
    repository.write("data/categories/another.yml", repository.read(ORCA))
    rewritten(repository)
    assert found(repository, SWAP, ORCA) == Known(Earlier(first, ORCA))


def test_a_rename_that_is_not_committed_hides_no_history(repository: Project) -> None:
    saw = reviewed(repository)
    repository.path(ORCA).rename(repository.path(SWAP))
    assert found(repository, SWAP, ORCA) == saw
    assert found(repository, SWAP) == Uncommitted()


def test_an_earlier_path_that_lives_on_is_another_file(repository: Project) -> None:
    repository.write(SWAP, repository.read(ORCA))
    assert found(repository, SWAP, ORCA) == Uncommitted()
    made = commit(repository)
    assert found(repository, SWAP, ORCA) == Known(Earlier(made, SWAP))


def test_a_path_goes_from_file_to_file_and_back(repository: Project) -> None:
    first = git(repository, "rev-parse", "HEAD")
    there = renamed(repository, FACT)
    back = renamed(repository, old=SWAP, new=ORCA)
    walked = [state for state, _text in states(repository.root, ORCA)]
    assert walked == [Earlier(back, ORCA), Earlier(there, SWAP), Earlier(first, ORCA)]


def test_what_had_the_path_before_is_another_file(repository: Project) -> None:
    repository.write(SWAP, "title: Another\nreviewed_on: 2022-05\n")
    commit(repository)
    repository.delete(SWAP)
    commit(repository)
    saw = reviewed(repository, "2022-06")
    renamed(repository)
    walked = [state for state, _text in states(repository.root, SWAP)]
    assert saw.state in walked
    assert {state.path for state in walked[1:]} == {ORCA}


def test_each_state_has_its_text(repository: Project) -> None:
    first, text = git(repository, "rev-parse", "HEAD"), repository.read(ORCA)
    repository.write(ORCA, b"\xef\xbb\xbftitle: O\r\n")
    marked = commit(repository)
    repository.write(ORCA, b"\xff")
    undecoded = commit(repository)
    repository.delete(ORCA)
    removed = commit(repository)
    repository.write("data/extra.txt", "of no concern")
    commit(repository)
    assert list(states(repository.root, ORCA)) == [
        (Earlier(removed, ORCA), None),
        (Earlier(undecoded, ORCA), None),
        (Earlier(marked, ORCA), "title: O\r\n"),
        (Earlier(first, ORCA), text),
    ]


@pytest.mark.parametrize("name", ["a b.yml", "é.yml", "-x.yml", '"q".yml', "*.yml", ":(top)x.yml"])
def test_a_file_of_any_name_has_its_own_history(repository: Project, name: str) -> None:
    path = f"data/categories/{name}"
    repository.write(path, "title: It\nreviewed_on: 2022-05\n")
    made = commit(repository)
    fact_changed(repository)
    assert found(repository, path) == Known(Earlier(made, path))


def test_a_name_with_a_line_break_is_told(repository: Project) -> None:
    repository.write("data/a\nb.yml", repository.read(ORCA))
    commit(repository)
    unknown = found(repository, "data/a\nb.yml")
    assert isinstance(unknown, Unknown)
    assert "line break" in unknown.reason


def test_a_guide_in_a_folder_of_a_repository_has_its_history(project: Project) -> None:
    committed(AsItIs(project.root.parent))
    saw = reviewed(project)
    renamed(project, FACT)
    assert found(project, SWAP) == saw


def branch(project: Project, name: str = "work") -> None:
    git(project, "checkout", "--quiet", "-b", name)


def merge(project: Project, name: str, *, into: str = "main") -> str:
    git(project, "checkout", "--quiet", into)
    git(project, "merge", "--quiet", "--no-ff", "--message", "Both", name)
    return git(project, "rev-parse", "HEAD")


def test_a_branch_has_its_own_history(repository: Project) -> None:
    first = git(repository, "rev-parse", "HEAD")
    branch(repository)
    saw = reviewed(repository)
    fact_changed(repository)
    assert found(repository) == saw
    git(repository, "checkout", "--quiet", "main")
    assert found(repository) == Known(Earlier(first, ORCA))


def test_a_review_on_a_merged_branch_is_found_there(repository: Project) -> None:
    branch(repository)
    saw = reviewed(repository)
    git(repository, "checkout", "--quiet", "main")
    repository.write("data/extra.txt", "of no concern")
    commit(repository)
    merge(repository, "work")
    assert found(repository) == saw


@pytest.mark.parametrize("later", ["review", "fact"])
def test_a_review_beside_which_a_fact_changed_did_not_see_it(
    repository: Project, later: str
) -> None:
    """Whichever side git names first, and whichever was committed last."""
    branch(repository)
    if later == "fact":
        saw = reviewed(repository)
    else:
        fact_changed(repository)
    git(repository, "checkout", "--quiet", "main")
    if later == "fact":
        fact_changed(repository)
    else:
        saw = reviewed(repository)
    merge(repository, "work")
    assert found(repository) == saw
    repository.replace(ORCA, "order: 20", "order: 21")
    commit(repository)
    assert found(repository) == saw


@pytest.mark.parametrize("formerly", [(), (ORCA,)])
@pytest.mark.parametrize(("here", "there"), [("main", "work"), ("work", "main")])
def test_a_review_beside_a_rename_is_found_under_the_earlier_path(
    repository: Project, formerly: tuple[str, ...], here: str, there: str
) -> None:
    """Whichever side git names first."""
    branch(repository)
    git(repository, "checkout", "--quiet", there)
    renamed(repository, FACT)
    git(repository, "checkout", "--quiet", here)
    saw = reviewed(repository)
    merge(repository, "work")
    assert found(repository, SWAP, *formerly) == saw
    walked = [state for state, _text in states(repository.root, SWAP, formerly=formerly)]
    assert [state.path for state in walked] == [SWAP, SWAP, ORCA, ORCA]


def test_another_head_has_its_own_history(repository: Project) -> None:
    first = git(repository, "rev-parse", "HEAD")
    reviewed(repository)
    asked = (repository.root, ORCA, reviewed_on, "2022-05")
    assert last_with_other(*asked) == Uncommitted()
    assert last_with_other(*asked, head=first) == Known(Earlier(first, ORCA))
    unknown = last_with_other(*asked, head="nowhere")
    assert isinstance(unknown, Unknown)
    assert "'nowhere'" in unknown.reason


@pytest.mark.parametrize(("here", "there"), [("main", "work"), ("work", "main")])
def test_a_review_that_was_taken_back_beside_another_says_nothing(
    repository: Project, here: str, there: str
) -> None:
    """Whichever side is walked along first."""
    branch(repository)
    git(repository, "checkout", "--quiet", there)
    reviewed(repository)
    fact_changed(repository)
    reviewed(repository, "2022-05")
    git(repository, "checkout", "--quiet", here)
    repository.write("data/extra.txt", "which makes it another commit than the one there")
    saw = reviewed(repository)
    merge(repository, "work")
    assert found(repository) == saw


def test_a_file_that_took_another_one_in_beside_a_change_is_still_itself(
    repository: Project,
) -> None:
    repository.write(SWAP, repository.read(ORCA))
    commit(repository)
    branch(repository)
    repository.replace(SWAP, "order: 20", "order: 21")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    repository.delete(ORCA)
    fact_changed(repository, SWAP)
    merge(repository, "work")
    walked = [state for state, _text in states(repository.root, SWAP, formerly=[ORCA])]
    assert len(walked) == 4
    assert {state.path for state in walked} == {SWAP}


def test_a_branch_that_was_not_taken_over_says_nothing(repository: Project) -> None:
    saw = reviewed(repository)
    branch(repository)
    reviewed(repository, "2022-06")
    reviewed(repository)
    fact_changed(repository)
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--strategy=ours", "--message", "Ours", "work")
    assert found(repository) == saw


def test_a_date_that_is_not_committed_is_told(repository: Project) -> None:
    fact_changed(repository)
    write_review(repository, "2022-11-20")
    assert found(repository) == Uncommitted()


def test_a_file_that_was_never_committed_is_told(repository: Project) -> None:
    repository.write(SWAP, repository.read(ORCA))
    assert found(repository, SWAP) == Uncommitted()


def test_a_history_of_which_nothing_can_be_read_knows_no_review(repository: Project) -> None:
    repository.write(SWAP, "title: [\n")
    commit(repository)
    repository.write(SWAP, "reviewed_on: 2022-05\n")
    assert found(repository, SWAP) == Uncommitted()


def test_the_border_of_a_shallow_clone_is_no_beginning(repository: Project, tmp_path: Path) -> None:
    reviewed(repository)
    fact_changed(repository)
    unknown = found(clone(repository, 1, tmp_path / "one"))
    assert isinstance(unknown, Unknown)
    assert "git fetch --unshallow" in unknown.reason
    assert isinstance(found(clone(repository, 2, tmp_path / "two")), Unknown)
    assert isinstance(found(clone(repository, 3, tmp_path / "three")), Known)


def test_a_shallow_clone_tells_what_is_within_reach(repository: Project, tmp_path: Path) -> None:
    saw = reviewed(repository)
    assert isinstance(found(clone(repository, 1, tmp_path / "one")), Unknown)
    copy = clone(repository, 2, tmp_path / "two")
    assert found(copy) == saw
    write_review(copy, "2022-11-21")
    assert found(copy) == Uncommitted()


@pytest.mark.parametrize("side", ["main", "work"])
def test_after_a_merge_the_border_is_met_on_the_side_of_the_review(
    repository: Project, tmp_path: Path, side: str
) -> None:
    """Whichever side is walked along first."""
    branch(repository)
    git(repository, "checkout", "--quiet", side)
    reviewed(repository)
    repository.replace(ORCA, "order: 20", "order: 21")
    commit(repository)
    git(repository, "checkout", "--quiet", "work" if side == "main" else "main")
    fact_changed(repository)
    merge(repository, "work")
    assert isinstance(found(clone(repository, 2, tmp_path / "two")), Unknown)


def test_a_file_that_came_after_the_border_of_a_shallow_clone_began_there(
    repository: Project, tmp_path: Path
) -> None:
    commit(repository)
    repository.write(SWAP, repository.read(ORCA))
    made = commit(repository)
    copy = clone(repository, 2, tmp_path / "two")
    assert found(copy, SWAP) == Known(Earlier(made, SWAP))
    assert isinstance(found(copy), Unknown)


def test_a_broken_state_at_the_border_of_a_shallow_clone_ends_the_walk(
    repository: Project, tmp_path: Path
) -> None:
    text = repository.read(ORCA)
    repository.write(ORCA, "title: [\n")
    commit(repository)
    repository.write(ORCA, text)
    commit(repository)
    assert isinstance(found(clone(repository, 2, tmp_path / "two")), Unknown)


def test_without_git_nothing_is_known(
    repository: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    unknown = found(repository)
    assert isinstance(unknown, Unknown)
    assert "git is not installed" in unknown.reason


def test_outside_of_git_nothing_is_known(project: Project) -> None:
    unknown = found(project)
    assert isinstance(unknown, Unknown)
    assert "not in git" in unknown.reason


def test_without_a_commit_nothing_is_known(project: Project) -> None:
    git(project, "init", "--quiet")
    assert found(project) == Unknown("nothing is committed here yet")
