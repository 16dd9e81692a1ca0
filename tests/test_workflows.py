"""The workflows call what people call, pin what they use, and ask for no right they do not need."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import ROOT, Project
from tests.repository import commit, committed, git

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(path.name for path in FOLDER.glob("*.yml"))
MAKE = re.compile(r"^[A-Z= \"$]*make ([a-z-]+)|^\.ci/[a-z]+")


def workflow(name: str) -> dict[Any, Any]:
    loaded = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("name", FILES)
def test_every_action_is_pinned_by_a_commit_with_its_version_beside_it(name: str) -> None:
    used = re.findall(r"uses: (.*)", (FOLDER / name).read_text(encoding="utf-8"))
    assert used
    assert not [line for line in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", line)]


@pytest.mark.parametrize("name", FILES)
def test_every_step_calls_a_command_that_people_call(name: str) -> None:
    for step in steps(name):
        if "run" in step:
            found = MAKE.match(step["run"])
            assert found, step["run"]
            assert found[1] is None or found[1] in targets()
            assert found[1] or (ROOT / step["run"].split()[0]).is_file()


@pytest.mark.parametrize("name", FILES)
def test_no_right_is_given_to_all_jobs(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    for job in workflow(name)["jobs"].values():
        assert job["permissions"]


def test_what_runs_a_pull_request_may_only_read() -> None:
    check = workflow("check.yml")
    assert list(check[True]) == ["pull_request"]  # YAML 1.1 reads `on` as a truth value
    rights = [job["permissions"] for job in check["jobs"].values()]
    assert {right for job in rights for right in job.values()} == {"read"}
    assert "secrets." not in (FOLDER / "check.yml").read_text(encoding="utf-8")


def test_what_may_write_a_comment_runs_nothing_of_the_pull_request() -> None:
    text = (FOLDER / "comment.yml").read_text(encoding="utf-8")
    assert "ref:" not in text
    assert [step["run"].split()[0] for step in steps("comment.yml") if "run" in step] == [
        ".ci/comment"
    ]


def test_the_check_says_diff_checks_builds_inspects_and_tests() -> None:
    runs = " ".join(step.get("run", "") for step in steps("check.yml"))
    for wanted in ("make diff", 'make check-guide BASE="$BASE"', ".ci/run"):
        assert wanted in runs


def test_what_checks_the_guide_checks_builds_inspects_and_opens_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck-guide:")[1].split("\n\n")[0]
    wanted = ("imp-guide check", "mkdocs build --strict", "imp-guide inspect", "test_real_guide.py")
    places = [recipe.index(part) for part in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("changed", "developers"),
    [
        (["data/categories/orca.yml", "content/index.md"], False),
        (["data/README.md"], True),
        (["data/terms.yml", "generator/hooks.py"], True),
        (["README.md"], True),
        (["database/x.yml"], True),
    ],
)
def test_a_change_of_data_or_text_does_not_wait_for_the_developers_tests(
    project: Project, changed: list[str], developers: bool
) -> None:
    committed(project)
    git(project, "switch", "--quiet", "--create", "edit")
    for path in changed:
        project.write(path, "changed\n")
    commit(project)
    done = subprocess.run(
        [ROOT / ".ci/developed", "main"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"developers={str(developers).lower()}\n"


def test_only_the_developers_tests_wait_for_the_kind_of_change() -> None:
    jobs = workflow("check.yml")["jobs"]
    assert [name for name, job in jobs.items() if "needs" in job] == ["tests"]
    assert jobs["tests"]["if"] == "needs.kind.outputs.developers == 'true'"
    assert "if" not in jobs["data"]


def test_the_site_goes_live_only_after_everything_else() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert [step["run"] for step in jobs["build"]["steps"] if "run" in step] == [
        "make setup",
        "make check",
        "make build",
        "make inspect",
    ]
    assert not [step for step in steps("publish.yml") if "continue-on-error" in step]


def comment(folder: Path, text: str, pull: str) -> tuple[str, str, str]:
    """Run `.ci/comment` with a stand-in for GitHub's command; return output, call and body."""
    called, body = folder / "called", folder / "body"
    for file in (called, body):
        file.write_text("", encoding="utf-8")
    tool = folder / "gh"
    tool.write_text(
        "#!/usr/bin/env bash\n"
        f'if [ "$2" = list ]; then echo "{pull}"; exit; fi\n'
        f'echo "$@" > {called}\n'
        f'while [ $# -gt 0 ]; do [ "$1" = --body-file ] && cp "$2" {body}; shift; done\n',
        encoding="utf-8",
    )
    tool.chmod(0o755)
    given = folder / "diff.md"
    given.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [ROOT / ".ci/comment", "abc123", given],
        env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, called.read_text(encoding="utf-8"), body.read_text(encoding="utf-8")


def test_one_comment_is_kept_up_to_date(tmp_path: Path) -> None:
    _, called, body = comment(tmp_path, "What changes", "12")
    assert called.startswith("pr comment 12 --edit-last --create-if-none --body-file ")
    assert body == "What changes"


def test_a_long_comment_is_cut_between_letters_and_says_so(tmp_path: Path) -> None:
    _, _, body = comment(tmp_path, "a" + "é" * 40_000, "12")
    assert len(body.encode()) < 65_536
    assert body.endswith("in the summary of the check._\n")
    assert "\ufffd" not in body


def test_a_commit_without_a_pull_request_gets_no_comment(tmp_path: Path) -> None:
    said, called, _ = comment(tmp_path, "What changes", "")
    assert "No open pull request" in said
    assert called == ""


@pytest.mark.parametrize(
    ("status", "open_issue", "called"),
    [
        ("0", "", ""),
        ("0", "7", "issue close 7"),
        ("1", "", "issue create --title Official pages to look at --body-file"),
        ("1", "7", "issue edit 7 --body-file"),
        ("3", "7", "issue edit 7 --body-file"),
    ],
)
def test_one_issue_is_kept_and_closed(
    tmp_path: Path, status: str, open_issue: str, called: str
) -> None:
    log, tool, report = tmp_path / "called", tmp_path / "gh", tmp_path / "report.md"
    log.write_text("", encoding="utf-8")
    report.write_text("What changed", encoding="utf-8")
    tool.write_text(
        "#!/usr/bin/env bash\n"
        f'if [ "$2" = list ]; then echo "{open_issue}"; exit; fi\n'
        f'echo "$@" > {log}\n',
        encoding="utf-8",
    )
    tool.chmod(0o755)
    command = [str(ROOT / ".ci/watch-issue"), status, str(report)]
    environ = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    assert subprocess.run(command, env=environ, check=False).returncode == 0
    assert log.read_text(encoding="utf-8").startswith(called)
    assert bool(log.read_text(encoding="utf-8")) == bool(called)


def test_a_watch_that_failed_changes_no_issue(tmp_path: Path) -> None:
    tool = tmp_path / "gh"
    tool.write_text("#!/usr/bin/env bash\necho\n", encoding="utf-8")
    tool.chmod(0o755)
    command = [str(ROOT / ".ci/watch-issue"), "2", str(tmp_path / "report.md")]
    environ = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    assert subprocess.run(command, env=environ, capture_output=True, check=False).returncode == 1
