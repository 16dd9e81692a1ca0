"""The workflows call what people call, pin what they use, and ask for no right they do not need."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from click import Context

from generator.cli.main import main
from generator.model.site import Reviewer, Settings
from tests.project import ROOT, Project
from tests.repository import commit, committed, git

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(path.name for path in FOLDER.glob("*.yml"))
COMMAND = re.compile(r"(?:make(?: [a-z-]+)+|\.ci/[a-z-]+|\.venv/bin/imp-guide [a-z]+)(?= |$)")


def workflow(name: str) -> dict[Any, Any]:
    loaded = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def commands(job: dict[str, Any]) -> list[str]:
    """Return the program that each step of a job runs."""
    return [step["run"].split()[0] for step in job["steps"] if "run" in step]


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
            found = COMMAND.match(step["run"])
            assert found, step["run"]
            program, *words = found[0].split()
            if program == "make":
                assert targets().issuperset(words)
            elif program == ".venv/bin/imp-guide":
                assert words[0] in main.list_commands(Context(main))
            else:
                assert os.access(ROOT / program, os.X_OK)


@pytest.mark.parametrize("name", FILES)
def test_no_value_of_github_becomes_a_part_of_a_command(name: str) -> None:
    assert not [step["run"] for step in steps(name) if "${{" in step.get("run", "")]


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


def test_what_makes_the_comment_never_checks_out_the_pull_request() -> None:
    assert list(workflow("comment.yml")[True]) == ["workflow_run"]
    checkouts = [
        step["with"]
        for step in steps("comment.yml")
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert len(checkouts) == 2
    for given in checkouts:
        assert given["ref"] == "${{ github.event.repository.default_branch }}"
        assert given["persist-credentials"] is False
        assert "repository" not in given
    wrote = (FOLDER / "comment.yml").read_text(encoding="utf-8")
    assert "github.event.workflow_run.id" not in wrote, "nothing that the check left is fetched"


def test_what_may_write_a_comment_reads_no_data_and_runs_one_script() -> None:
    text, comment = workflow("comment.yml")["jobs"].values()
    assert set(text["permissions"].values()) == {"read"}
    assert comment["permissions"] == {
        "actions": "read",
        "contents": "read",
        "pull-requests": "write",
    }
    assert comment["needs"] == "text"
    assert commands(text) == ["make", ".ci/fetch-pull", ".ci/describe"]
    assert commands(comment) == [".ci/comment"]


def test_what_reads_the_pull_request_s_data_holds_no_token() -> None:
    text = workflow("comment.yml")["jobs"]["text"]
    for step in text["steps"]:
        if step.get("run", "").startswith(".ci/describe"):
            assert set(step["env"]) == {"BASE", "HEAD_SHA", "CHECK"}
            assert "token" not in " ".join(step["env"].values())
    assert "env" not in text
    assert "timeout 300 " in (ROOT / ".ci/describe").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["comment", "describe", "fetch-pull", "find-pull"])
def test_no_script_of_the_comment_writes_a_file_of_the_pull_request(name: str) -> None:
    script = (ROOT / ".ci" / name).read_text(encoding="utf-8")
    verbs = ("checkout", "switch", "worktree", "restore", "reset", "merge", "pull", "clone")
    assert not re.findall(rf"\bgit\b[^|;\n]* ({'|'.join(verbs)})\b", script)


def test_two_verdicts_are_two_checks_and_neither_waits_for_the_other() -> None:
    jobs = workflow("check.yml")["jobs"]
    assert [job["name"] for job in jobs.values()] == [
        "Data is sound",
        "The reviewer has seen it",
        "Kind of change",
        "Tests",
    ]
    checks = {name: job["steps"][2]["run"] for name, job in list(jobs.items())[:2]}
    assert checks == {
        "data": 'make check BASE="$BASE" VERDICT=data',
        "reviewer": 'make check BASE="$BASE" VERDICT=reviewer',
    }
    for name in checks:
        assert not {"if", "needs", "continue-on-error"} & set(jobs[name])
    assert len(commands(jobs["reviewer"])) == 1


def test_pages_are_handed_out_before_a_browser_opens_them_whatever_fails() -> None:
    listed = workflow("check.yml")["jobs"]["data"]["steps"]
    done = [step.get("run") or step["uses"].partition("@")[0] for step in listed]
    assert done == [
        "actions/checkout",
        "actions/setup-python",
        'make check BASE="$BASE" VERDICT=data',
        "make build inspect",
        ".venv/bin/imp-guide portable site site-portable",
        "actions/upload-artifact",
        'make check-guide BASE="$BASE" VERDICT=data',
    ]
    for step in listed[3:6]:
        assert "!cancelled()" in step["if"]
    assert "inspect" not in listed[4]["if"], "what cannot be inspected can be looked at"
    assert listed[5]["with"]["name"] == "site"
    assert listed[5]["with"]["path"] == "site-portable"
    assert not [step for step in listed if "continue-on-error" in step]


def test_the_checks_that_have_to_be_required_exist() -> None:
    text = (ROOT / ".github" / "SETUP.md").read_text(encoding="utf-8")
    section = text.split("Add these checks")[1].split("\n6. ")[0]
    required = re.findall(r"^   - `(.+)`$", section, re.MULTILINE)
    jobs = workflow("check.yml")["jobs"]
    assert sorted(required) == sorted(job["name"] for job in jobs.values())


def test_what_the_setup_names_is_there() -> None:
    text = (ROOT / ".github" / "SETUP.md").read_text(encoding="utf-8")
    assert "github" in Reviewer.model_fields
    assert "maintainers" in Settings.model_fields
    for key in ("`github`", "`maintainers:", "GUIDE_SITE_URL", "GUIDE_REPO_URL"):
        assert key in text
    watch = (ROOT / ".ci/watch-issue").read_text(encoding="utf-8")
    title = re.findall(r'^title="(.+)"$', watch, re.MULTILINE)[0]
    assert title in " ".join(text.split())


def made(*arguments: str) -> list[str]:
    """Return the commands of `imp-guide` that make would run."""
    given = ("BASE", "VERDICT", "MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS")
    done = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", *arguments],  # noqa: S607
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in given},
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.findall(r"^\.venv/bin/(imp-guide .+)$", done.stdout, re.MULTILINE)
    return [" ".join(line.split()) for line in found]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((), "imp-guide check"),
        (("BASE=main",), "imp-guide check --base 'main'"),
        (("BASE=main", "VERDICT=data"), "imp-guide check --base 'main' --verdict 'data'"),
    ],
)
@pytest.mark.parametrize("target", ["check", "check-guide"])
def test_make_hands_on_which_verdict_is_asked_for(
    target: str, given: tuple[str, ...], wanted: str
) -> None:
    assert made(target, *given)[0] == wanted


def test_what_checks_the_guide_checks_builds_inspects_and_opens_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck-guide:")[1].split("\n\n")[0]
    wanted = (
        "imp-guide check",
        "mkdocs build --strict",
        "imp-guide inspect",
        "imp-guide portable",
        "test_real_guide.py",
    )
    places = [recipe.index(part) for part in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("changed", "developers"),
    [
        (["data/categories/orca.yml", "content/index.md"], False),
        (["data/terms.yml", "generator/editing/schemas/names.json"], False),
        (["data/README.md"], True),
        (["generator/editing/schemas/category.json"], True),
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


def test_what_moved_into_data_is_a_change_of_where_it_was(project: Project) -> None:
    project.write("generator/seen.py", "a = 1\n" * 50)
    committed(project)
    git(project, "switch", "--quiet", "--create", "edit")
    git(project, "mv", "generator/seen.py", "data/seen.py")
    commit(project)
    command = [str(ROOT / ".ci/developed"), "main"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=True)
    assert done.stdout == "developers=true\n"


def test_only_the_developers_tests_wait_for_the_kind_of_change() -> None:
    jobs = workflow("check.yml")["jobs"]
    assert [name for name, job in jobs.items() if "needs" in job] == ["tests"]
    assert jobs["tests"]["if"] == "needs.kind.outputs.developers == 'true'"
    assert "if" not in jobs["data"]


@pytest.mark.parametrize("name", FILES)
def test_no_job_hangs_for_hours(name: str) -> None:
    for job in workflow(name)["jobs"].values():
        assert job["timeout-minutes"] <= 60


def test_what_reads_pages_of_other_hosts_may_write_nothing() -> None:
    watch, issue = workflow("watch.yml")["jobs"].values()
    assert watch["permissions"] == {"contents": "read"}
    assert "token" not in str(watch)
    assert commands(watch) == [".ci/watch"]
    assert commands(issue) == [".ci/watch-issue"]
    assert issue["needs"] == "watch"


def test_nothing_but_main_is_published_or_signed() -> None:
    assert workflow("publish.yml")["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"


def test_the_site_goes_live_only_after_everything_else() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert [step["run"] for step in jobs["build"]["steps"] if "run" in step] == [
        "make setup",
        "make check",
        "make build",
        "make inspect",
        ".venv/bin/imp-guide sbom sbom.cdx.json",
    ]
    assert not [step for step in steps("publish.yml") if "continue-on-error" in step]


def used(job: dict[str, Any]) -> list[str]:
    """Return the actions that a job uses, without their commits."""
    return [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]


def test_each_publication_has_a_bill_of_materials_that_is_kept() -> None:
    build = workflow("publish.yml")["jobs"]["build"]
    kept = [step["with"] for step in build["steps"] if "upload-artifact@" in step.get("uses", "")]
    assert kept == [{"name": "sbom", "path": "sbom.cdx.json", "if-no-files-found": "error"}]


def test_what_signs_a_publication_runs_nothing_and_holds_up_nothing() -> None:
    jobs = workflow("publish.yml")["jobs"]
    signs = jobs["provenance"]
    assert commands(signs) == []
    assert set(used(signs)) == {"actions/download-artifact", "actions/attest-build-provenance"}
    assert signs["permissions"] == {
        "actions": "read",
        "attestations": "write",
        "id-token": "write",
    }
    assert signs["needs"] == "build"
    assert "private" in signs["if"], "GitHub does not offer it everywhere"
    assert jobs["deploy"]["needs"] == "build"
    fetched = {step["with"]["name"] for step in signs["steps"][:-1]}
    assert fetched == {"github-pages", "sbom"}, "the first is what upload-pages-artifact calls it"
    assert signs["steps"][-1]["with"]["subject-path"].split() == [
        "made/artifact.tar",
        "made/sbom.cdx.json",
    ]
    for name, job in jobs.items():
        if name != "provenance":
            assert "attestations" not in job["permissions"]


def test_the_locks_are_audited_once_a_week_and_at_each_change_of_one() -> None:
    asked = workflow("audit.yml")
    assert asked[True]["schedule"][0]["cron"].split()[-1] != "*", "on one day of the week"
    assert "**.lock" in asked[True]["push"]["paths"]
    assert asked[True]["pull_request"]["paths"] == ["**.lock"]
    (job,) = asked["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make audit"]
    assert not [step for step in job["steps"] if "continue-on-error" in step]


@pytest.mark.parametrize("safe", [True, False])
def test_every_lock_is_asked_for_also_where_an_earlier_one_has_a_flaw(
    tmp_path: Path, safe: bool
) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    tool = tmp_path / ".cache/audit/bin/pip-audit"
    for file in (tool, tmp_path / ".ci/audit.lock"):
        file.parent.mkdir(parents=True)
        file.touch()
    (tmp_path / ".cache/audit/.ready").touch()
    fails = "" if safe else "case $2 in tests/*) exit 1;; esac"
    tool.write_text(f'#!/bin/sh\necho "$@" >> asked\n{fails}\n', encoding="utf-8")
    tool.chmod(0o755)
    asked = ["make", "--no-print-directory", "audit", "OPTIONS="]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is safe, done.stderr
    lines = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    locks = [line.split()[1] for line in lines]
    assert locks == ["requirements.lock", "tests/requirements.lock", ".ci/audit.lock"]
    assert sorted(locks) == sorted(
        str(path.relative_to(ROOT))
        for folder in (ROOT, ROOT / "tests", ROOT / ".ci")
        for path in folder.glob("*.lock")
    )
    for line in lines:
        assert {"--require-hashes", "--disable-pip", "--strict"} <= set(line.split())


def test_renewals_come_once_a_week_in_one_pull_request_for_each_kind() -> None:
    found = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    kinds = [update["package-ecosystem"] for update in found["updates"]]
    assert kinds == ["github-actions", "pip", "npm"]
    for update in found["updates"]:
        assert update["schedule"] == {"interval": "weekly"}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]
        for folder in update.get("directories", []):
            assert (ROOT / folder.strip("/") / "package-lock.json").is_file()


COMMIT = "0123456789" * 4

GH = """\
#!/usr/bin/env bash
if [ "$2" = list ]; then echo "{pull}"; exit; fi
echo "$@" > {folder}/called
while [ $# -gt 0 ]; do [ "$1" = --body-file ] && cp "$2" {folder}/body; shift; done
"""


def script(
    folder: Path, name: str, *arguments: str, pull: str = "", cwd: Path = ROOT
) -> "subprocess.CompletedProcess[str]":
    """Run a script of .ci/ with a stand-in for GitHub's command."""
    tool = folder / "gh"
    tool.write_text(GH.format(pull=pull, folder=folder), encoding="utf-8")
    tool.chmod(0o755)
    return subprocess.run(
        [ROOT / ".ci" / name, *arguments],
        cwd=cwd,
        env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def comment(folder: Path, text: str, pull: str) -> tuple[str, str, str]:
    """Run `.ci/comment`; return its output, GitHub's call and the comment's text."""
    for name in ("called", "body"):
        (folder / name).write_text("", encoding="utf-8")
    given = folder / "text.md"
    given.write_text(text, encoding="utf-8")
    done = script(folder, "comment", COMMIT, str(given), pull=pull)
    assert done.returncode == 0, done.stderr
    return done.stdout, (folder / "called").read_text(), (folder / "body").read_text("utf-8")


def test_one_comment_is_kept_up_to_date(tmp_path: Path) -> None:
    _, called, body = comment(tmp_path, "What changes", "12 main")
    assert called.startswith("pr comment 12 --edit-last --create-if-none --body-file ")
    assert body == "What changes"


def test_the_text_is_posted_as_the_program_made_it(tmp_path: Path) -> None:
    text = "`$(touch x)` \\n é" * 4_000
    assert comment(tmp_path, text, "12 main")[2] == text


def test_a_commit_without_a_pull_request_gets_no_comment(tmp_path: Path) -> None:
    said, called, _ = comment(tmp_path, "What changes", "")
    assert "No open pull request" in said
    assert called == ""


@pytest.mark.parametrize("given", ["main", "abc123", '"), (.[0]', f"{COMMIT} ", f"-{COMMIT}"])
def test_only_a_commit_is_looked_for(tmp_path: Path, given: str) -> None:
    done = script(tmp_path, "find-pull", given, pull="12 main")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "is no commit" in done.stderr


@pytest.fixture
def forked(project: Project, tmp_path: Path) -> tuple[Path, str]:
    """A clone of a repository that GitHub holds, and the newest commit of a pull request there."""
    committed(project)
    git(project, "switch", "--quiet", "--create", "edit")
    project.write("data/new.yml", "of the pull request\n")
    newest = commit(project)
    git(project, "update-ref", "refs/pull/12/head", newest)
    git(project, "switch", "--quiet", "main")
    git(project, "branch", "--quiet", "--delete", "--force", "edit")
    clone = tmp_path / "clone"
    git(project, "clone", "--quiet", f"file://{project.root}", str(clone))
    return clone, newest


def has(clone: Path, newest: str) -> bool:
    """Tell whether a clone knows a commit."""
    asked = ["git", "cat-file", "-e", newest]
    return subprocess.run(asked, cwd=clone, capture_output=True, check=False).returncode == 0


def test_a_pull_request_is_fetched_as_objects_and_no_file_of_it_appears(
    forked: tuple[Path, str], tmp_path: Path
) -> None:
    clone, newest = forked
    assert not has(clone, newest)
    done = script(tmp_path, "fetch-pull", newest, pull="12 release/1", cwd=clone)
    assert (done.returncode, done.stdout) == (0, "base=origin/release/1\n"), done.stderr
    assert has(clone, newest)
    assert not (clone / "data/new.yml").exists()
    status = subprocess.run(
        ["git", "status", "--porcelain", "--branch"],  # noqa: S607
        cwd=clone,
        capture_output=True,
        text=True,
        check=True,
    )
    assert status.stdout == "## main...origin/main\n"


@pytest.mark.parametrize(
    ("pull", "said"), [("", "No open pull request ends with"), ("12 main", "has moved on from")]
)
def test_a_pull_request_that_has_moved_on_gets_no_text(
    forked: tuple[Path, str], tmp_path: Path, pull: str, said: str
) -> None:
    done = script(tmp_path, "fetch-pull", COMMIT, pull=pull, cwd=forked[0])
    assert (done.returncode, done.stdout) == (0, "")
    assert said in done.stderr


def described(folder: Path, program: str) -> str:
    """Run `.ci/describe` beside a stand-in for the program; return the text that it wrote."""
    for name in (".ci", ".venv/bin"):
        (folder / name).mkdir(parents=True)
    shutil.copy(ROOT / ".ci/describe", folder / ".ci")
    tool = folder / ".venv/bin/imp-guide"
    tool.write_text(f"#!/usr/bin/env bash\n{program}\n", encoding="utf-8")
    tool.chmod(0o755)
    command = [
        str(folder / ".ci/describe"),
        "origin/main",
        COMMIT,
        "https://github.example/1",
        "text.md",
    ]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    return (folder / "text.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("status", [0, 1])
def test_the_program_writes_the_text_and_is_told_where_the_pages_are(
    tmp_path: Path, status: int
) -> None:
    lines = described(tmp_path, f'printf "%s\\n" "$@"; exit {status}').splitlines()
    assert lines[:5] == ["diff", "origin/main", COMMIT, "--format", "markdown"]
    assert lines[5] == "--site"
    assert (
        "[the check's page](https://github.example/1), unpack it and open `index.html`" in lines[6]
    )
    assert "download `site`" in lines[6]
    assert len(lines) == 7


@pytest.mark.parametrize("program", ["echo Half a text; exit 2", "exit 1", "exit 0"])
def test_a_text_that_cannot_be_made_is_told_instead_of_an_older_one(
    tmp_path: Path, program: str
) -> None:
    text = described(tmp_path, program)
    assert text.startswith("What this change means could not be worked out.")
    assert "(https://github.example/1)" in text


@pytest.mark.parametrize(
    ("status", "open_issue", "called"),
    [
        ("0", "", ""),
        ("0", "7", "issue close 7"),
        ("1", "", "issue create --title Official pages and reviews to look at --body-file"),
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


@pytest.mark.parametrize("status", ["2", "4", "127", "130"])
def test_a_watch_that_failed_changes_no_issue(tmp_path: Path, status: str) -> None:
    (tmp_path / "called").write_text("", encoding="utf-8")
    done = script(tmp_path, "watch-issue", status, str(tmp_path / "report.md"), pull="7")
    assert done.returncode == 1
    assert f"failed with status {status}" in done.stderr
    assert (tmp_path / "called").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("status", "called"), [(0, "close 7"), (1, "edit 7"), (3, "edit 7"), (4, ""), (2, "")]
)
def test_pages_and_reviews_share_one_issue(tmp_path: Path, status: int, called: str) -> None:
    for name in (".ci", ".venv/bin"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("watch", "watch-issue"):
        shutil.copy(ROOT / ".ci" / name, tmp_path / ".ci")
    tools = {
        ".venv/bin/imp-guide": f'echo "$@"; exit {status}',
        "make": "exit 0",
        "gh": f'[ "$2" = list ] && echo 7 && exit; echo "$@" >> {tmp_path}/called;'
        f' [ "$2" = edit ] && cp "$5" {tmp_path}/body; exit 0',
    }
    for name, text in tools.items():
        (tmp_path / name).write_text(f"#!/usr/bin/env bash\n{text}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "called").write_text("", encoding="utf-8")
    environ = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    report = str(tmp_path / "report.md")
    command = [str(tmp_path / ".ci/watch"), report]
    asked = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    said = asked.stdout.strip()
    assert said == f"status={status}", asked.stderr
    command = [str(tmp_path / ".ci/watch-issue"), said.removeprefix("status="), report]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == (0 if called else 1), done.stderr
    wrote = (tmp_path / "called").read_text(encoding="utf-8")
    assert wrote.startswith(f"issue {called}" if called else "")
    assert bool(wrote) is bool(called)
    if "edit" in called:
        body = (tmp_path / "body").read_text(encoding="utf-8")
        assert body == "watch --due 60d --format markdown\n"
