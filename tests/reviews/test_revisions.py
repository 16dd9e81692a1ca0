import os
import tempfile
from datetime import date
from pathlib import Path

import pytest

from generator.reviews import revisions
from generator.reviews.revisions import (
    RevisionError,
    UnknownRevisionError,
    commit_day,
    commits_since,
    contents,
    files_at,
    fork_point,
    resolve,
)
from tests.project import ORCA, Project
from tests.repository import commit, git


def test_a_revision_s_files_are_there_and_go_away_again(repository: Project) -> None:
    before, settings = repository.read(ORCA), repository.read("mkdocs.yml")
    repository.write("README.md", "of no concern")
    commit(repository)
    repository.write(ORCA, "changed\n")
    repository.write("mkdocs.yml", "changed\n")
    with files_at(repository.root, "main") as folder:
        assert (folder / ORCA).read_text(encoding="utf-8") == before
        assert (folder / "mkdocs.yml").read_text(encoding="utf-8") == settings
        assert (folder / "content/index.md").is_file()
        assert not (folder / "README.md").exists()
    assert not folder.exists()
    assert repository.read(ORCA) == "changed\n"


@pytest.mark.parametrize("name", ["a b.yml", "é\n.yml", "-x.yml", '"q".yml'])
def test_a_file_of_any_name_is_read(repository: Project, name: str) -> None:
    repository.write(f"data/categories/{name}", b"\x00\xff\nno newline")
    commit(repository)
    with files_at(repository.root, "HEAD") as folder:
        assert (folder / "data/categories" / name).read_bytes() == b"\x00\xff\nno newline"


def test_a_file_whose_name_is_no_text_is_read(repository: Project) -> None:
    name = os.fsdecode(b"data/\xff.yml")
    repository.write(name, "a")
    commit(repository)
    with files_at(repository.root, "HEAD") as folder:
        assert (folder / name).read_bytes() == b"a"


def test_nothing_is_written_beside_the_folder(
    repository: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    blob = git(repository, "rev-parse", f"HEAD:{ORCA}")
    asked = revisions.git

    def answer(root: Path, *arguments: str, given: bytes = b"") -> bytes:
        if arguments[0] == "ls-tree":  # git itself refuses to make such a tree
            return f"100644 blob {blob}\tdata/../../x.yml\0".encode()
        return asked(root, *arguments, given=given)

    monkeypatch.setattr(revisions, "git", answer)
    with files_at(repository.root, "HEAD") as folder:
        assert list(folder.iterdir()) == []
        assert not (folder.parent / "x.yml").exists()


def test_a_link_is_not_followed(repository: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("secret", encoding="utf-8")
    (repository.root / "data/terms.yml").unlink()
    (repository.root / "data/terms.yml").symlink_to(tmp_path / "secret.yml")
    commit(repository)
    with files_at(repository.root, "HEAD") as folder:
        assert not (folder / "data/terms.yml").exists()
        assert (folder / "data/codes.yml").is_file()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:data", "", "HEAD~99", "a b"])
def test_what_names_no_commit_is_refused_in_words(repository: Project, revision: str) -> None:
    with pytest.raises(UnknownRevisionError, match="git knows no revision") as refused:
        resolve(repository.root, revision)
    assert "--unshallow" not in str(refused.value)


def shallow(project: Project, folder: Path) -> Path:
    git(project, "clone", "--quiet", "--depth=1", project.root.as_uri(), str(folder))
    return folder


def test_in_a_shallow_clone_an_unknown_revision_may_be_an_older_one(
    repository: Project, tmp_path: Path
) -> None:
    began = git(repository, "rev-parse", "HEAD")
    commit(repository)
    with pytest.raises(UnknownRevisionError, match="git fetch --unshallow"):
        resolve(shallow(repository, tmp_path / "clone"), began)


def test_where_git_refuses_its_own_words_stay(
    repository: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for ask in (resolve, fork_point):
        with pytest.raises(RevisionError, match=r"^detected dubious .* safe\.directory") as refused:
            ask(repository.root, "main")
        assert "\n" not in str(refused.value)


def test_work_is_compared_with_where_it_began(repository: Project) -> None:
    began = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "--quiet", "-b", "work")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    repository.write("data/extra.txt", "later")
    later = commit(repository)
    git(repository, "checkout", "--quiet", "work")
    assert fork_point(repository.root, "main") == began != later


def test_a_branch_without_a_common_past_is_told(repository: Project) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "alone")
    repository.write("data/extra.txt", "another beginning")
    commit(repository)
    with pytest.raises(RevisionError, match="main") as refused:
        fork_point(repository.root, "main")
    assert "no commit in common" in str(refused.value)


def test_in_a_shallow_clone_the_common_past_may_be_further_back(
    repository: Project, tmp_path: Path
) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    repository.write("data/extra.txt", "later")
    commit(repository)
    folder = tmp_path / "clone"
    from_there = (repository.root.as_uri(), str(folder))
    git(repository, "clone", "--quiet", "--depth=1", "--no-single-branch", *from_there)
    with pytest.raises(RevisionError, match=r"'origin/work'.*git fetch --unshallow"):
        fork_point(folder, "origin/work")


def test_two_revisions_are_asked_where_they_parted(repository: Project) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    began = commit(repository)
    git(repository, "checkout", "--quiet", "-b", "further")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    assert fork_point(repository.root, "further", "work") == began
    with pytest.raises(UnknownRevisionError, match="'--all'"):
        fork_point(repository.root, "main", "--all")


def test_the_commits_since_a_revision_are_those_that_touch_the_path(repository: Project) -> None:
    began = git(repository, "rev-parse", "HEAD")
    made = []
    for text in ("one", "two"):
        repository.write(ORCA, text)
        made.append(commit(repository))
        repository.write("data/extra.txt", text)
        commit(repository)
    assert commits_since(repository.root, began, ORCA) == made[::-1]
    assert commits_since(repository.root, made[0], ORCA) == made[1:]
    assert commits_since(repository.root, began, ORCA, made[0]) == made[:1]
    assert commits_since(repository.root, "main", ORCA) == []
    assert commits_since(repository.root, began, "data/categories/*.yml") == []


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2022-11-20T23:30:00-0300", date(2022, 11, 21)),
        ("2022-11-20T01:30:00+0300", date(2022, 11, 19)),
        ("2022-11-20T12:00:00+0000", date(2022, 11, 20)),
    ],
)
def test_a_commit_has_the_day_on_which_it_was_made(
    repository: Project, monkeypatch: pytest.MonkeyPatch, when: str, day: date
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2021-01-01T12:00:00+0000")
    monkeypatch.setenv("GIT_COMMITTER_DATE", when)
    assert commit_day(repository.root, commit(repository)) == day


def test_what_a_name_does_not_lead_to_has_no_content(repository: Project) -> None:
    names = [f"main:./{name}" for name in ("data", "data/no such.yml", ORCA, "missing")]
    assert list(contents(repository.root, names)) == [
        None,
        None,
        repository.path(ORCA).read_bytes(),
        None,
    ]


def test_without_git_people_are_told_what_to_install(
    repository: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(RevisionError, match="git is not installed"):
        resolve(repository.root, "main")


def test_a_folder_outside_of_git_is_told(project: Project) -> None:
    with pytest.raises(RevisionError, match="not in git"):
        resolve(project.root, "main")


def test_a_refusal_of_this_revision_alone_is_told_as_it_is(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refusal = 'case "$*" in *--verify*) echo "fatal: it is ambiguous" >&2; exit 128;; esac'
    (tmp_path / "git").write_text(f"#!/bin/sh\n{refusal}\necho false\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match=r"^it is ambiguous$"):
        resolve(project.root, "abcd")


def test_git_is_understood_whatever_language_it_speaks(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    german, english = "fatal: Kein Git-Repository", "fatal: not a git repository"
    spoken = f'[ "$LC_ALL" = C ] && echo "{english}" >&2 || echo "{german}" >&2'
    (tmp_path / "git").write_text(f"#!/bin/sh\n{spoken}\nexit 128\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    with pytest.raises(RevisionError, match="not in git"):
        resolve(project.root, "main")


def test_before_the_first_commit_there_is_no_revision(project: Project) -> None:
    git(project, "init", "--quiet")
    with pytest.raises(UnknownRevisionError, match="'HEAD'"):
        resolve(project.root, "HEAD")
