from pathlib import Path

import pytest

from generator.reviews.revisions import RevisionError, files_at, fork_point, resolve
from tests.project import Project
from tests.repository import commit, committed, git

ORCA = "data/categories/orca.yml"


@pytest.fixture
def repository(project: Project) -> Project:
    return committed(project)


def test_a_revision_s_files_are_there_and_go_away_again(repository: Project) -> None:
    before = repository.read(ORCA)
    repository.write(ORCA, "changed\n")
    with files_at(repository.root, "main") as folder:
        assert (folder / ORCA).read_text(encoding="utf-8") == before
        assert (folder / "content/index.md").is_file()
        assert not (folder / "mkdocs.yml").exists()
    assert not folder.exists()
    assert repository.read(ORCA) == "changed\n"


@pytest.mark.parametrize("name", ["a b.yml", "é\n.yml", "-x.yml", '"q".yml'])
def test_a_file_of_any_name_is_read(repository: Project, name: str) -> None:
    repository.write(f"data/categories/{name}", b"\x00\xff\nno newline")
    commit(repository)
    with files_at(repository.root, "HEAD") as folder:
        assert (folder / "data/categories" / name).read_bytes() == b"\x00\xff\nno newline"


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
    with pytest.raises(RevisionError, match="git knows no revision"):
        resolve(repository.root, revision)


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
    with pytest.raises(RevisionError, match="main"):
        fork_point(repository.root, "main")


def test_without_git_people_are_told_what_to_install(
    repository: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(RevisionError, match="git is not installed"):
        resolve(repository.root, "main")


def test_a_folder_outside_of_git_is_told(project: Project) -> None:
    with pytest.raises(RevisionError, match="not in git"):
        resolve(project.root, "main")
