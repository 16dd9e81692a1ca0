import errno
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.model.category import Category
from generator.model.load import load
from generator.model.meaning import Meaning, meaning_of
from generator.model.shapes import fields_of
from tests.builds import Done
from tests.project import ORCA, Project, problems_of
from tests.repository import commit, git, guide, guide_apart

NEW = "data/categories/young-pros.yml"


def test_good_data_is_clean(repository: Project) -> None:
    done = guide_apart(repository, "check")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("No problems: the guide can be published.")


def test_bad_data_is_told_with_line_and_caret_from_any_folder(repository: Project) -> None:
    line = repository.replace(ORCA, "permit_type:", "permit_typ:")
    done = guide_apart(repository, "check")
    assert done.returncode == 1
    first = f"{ORCA}:{line}:1: error[unknown-key]: unknown key `permit_typ`: did you mean"
    assert done.stdout.startswith(first)
    assert f"\n{line:>5} | permit_typ: employer-specific\n      | ^\n" in done.stdout


@pytest.mark.parametrize(
    ("variables", "arguments", "first"),
    [
        ({"GITHUB_ACTIONS": "true"}, (), "::error file=data/categories/orca.yml,line="),
        ({"GITHUB_ACTIONS": "true"}, ("--format", "text"), f"{ORCA}:"),
        ({}, ("--format", "github"), "::error file="),
        ({}, ("--format", "json"), "{"),
    ],
)
def test_the_format_is_chosen_by_itself_or_by_option(
    repository: Project, variables: dict[str, str], arguments: tuple[str, ...], first: str
) -> None:
    repository.replace(ORCA, "permit_type:", "permit_typ:")
    done = guide(repository, "check", *arguments, **variables)
    assert done.returncode == 1
    assert done.stdout.startswith(first)


def test_a_change_is_judged_against_the_point_where_the_work_began(repository: Project) -> None:
    git(repository, "switch", "--quiet", "--create", "edit")
    repository.replace(ORCA, "  fee: yes", "  fee: no")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    repository.replace("data/categories/harba.yml", "  fee: yes", "  fee: no")
    commit(repository)
    git(repository, "switch", "--quiet", "edit")
    done = guide(repository, "check", "--base", "main")
    assert done.returncode == 1
    assert "error[unreviewed-change]" in done.stdout
    assert "error[change-note]" in done.stdout
    assert "harba.yml: " not in done.stdout.replace("advice", "")
    assert "employer: fee (yes -> no)" in done.stdout
    assert guide(repository, "check").returncode == 0


def test_a_revision_that_is_not_there_is_a_wrong_call(repository: Project) -> None:
    for command in (("check", "--base", "nope"), ("diff", "nope"), ("diff", "main", "--x")):
        done = guide(repository, *command)
        assert done.returncode == 2
        assert "Traceback" not in done.stdout


def test_a_folder_without_git_is_told(project: Project) -> None:
    (project.root / "generator").mkdir()
    done = guide(project, "diff", "main", GIT_CEILING_DIRECTORIES=str(project.root.parent))
    assert done.returncode == 2
    assert "not in git" in done.stdout


def test_two_revisions_are_compared(repository: Project) -> None:
    repository.replace(ORCA, "permit_type: employer-specific", "permit_type: open")
    shown = guide(repository, "diff", "main").stdout
    assert "  ORCA: permit type: employer-specific -> open\n" in shown
    assert "  ORCA: not moved (May 2022)" in shown
    assert "  /categories/orca/ (changed)" in shown
    assert "table “Exemption codes by category”" in shown
    commit(repository)
    shown = guide(repository, "diff", "main").stdout
    assert shown.startswith("Note: main is the newest commit here")
    assert "\nNo fact" in shown
    told = json.loads(guide(repository, "diff", "main~1", "main", "--format", "json").stdout)
    assert told["files"][0]["changes"][0] == {
        "key": ["permit_type"],
        "meaning": "fact",
        "before": "employer-specific",
        "after": "open",
    }


def test_what_others_did_meanwhile_is_no_change_of_ours(repository: Project) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    repository.replace(ORCA, "permit_type: employer-specific", "permit_type: open")
    commit(repository)
    git(repository, "checkout", "--quiet", "main")
    repository.replace(
        "data/categories/harba.yml", "permit_type: employer-specific", "permit_type: open"
    )
    commit(repository)
    git(repository, "checkout", "--quiet", "work")
    assert "HARBA" not in guide(repository, "diff", "main").stdout
    assert "HARBA" not in guide(repository, "diff", "main", "work").stdout
    theirs = guide(repository, "diff", "work", "main").stdout
    assert "HARBA" in theirs
    assert "ORCA" not in theirs


def test_rules_are_told_in_full_or_one_by_one(repository: Project) -> None:
    assert "Wrong: reviewed_on: May 2026" in guide(repository, "rules", "review-date").stdout
    assert "unknown-key" in guide(repository, "rules").stdout
    done = guide(repository, "rules", "revew-date")
    assert done.returncode == 2
    assert "did you mean review-date?" in done.stdout


def test_outside_of_a_guide_every_command_says_so(project: Project) -> None:
    done = guide(project, "check")
    assert done.returncode == 2
    assert "there is no guide here" in done.stdout


def test_a_new_category_lacks_only_what_a_person_must_write(repository: Project) -> None:
    answers = ("--title", "Young: Pros", "--slug", "young-pros", "--group", "turn-about")
    done = guide(
        repository, "new", "category", *answers, "--codes", "K20 series, K21+",
        "--permit-type", "open", "--offer", "no", "--fee", "no",
    )  # fmt: skip
    assert done.returncode == 0
    assert "Lead readers to it: add young-pros to `categories`" in done.stdout
    problems = problems_of(repository)
    assert {problem.place.path for problem in problems} == {NEW, "data/finder.yml"}
    repository.lead_to("young-pros")
    problems = problems_of(repository)
    assert {problem.place.path for problem in problems} == {NEW}
    assert {problem.message.split("`")[1] for problem in problems} == {
        "summary", "in_short", "fits", "employer.text", "how_it_works", "basis",
        "permanent_residence", "reviewed_on", "reviewed_by", "verify.notice", "verify.source",
    }  # fmt: skip
    record = load(repository.root)[0].categories["young-pros"].record
    assert (record.title, record.codes) == ("Young: Pros", ("K20 series", "K21+"))
    text = repository.read(NEW)
    assert all(f"{key}:" in text for key in fields_of(Category))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--title"),
        (("--title", "ORCA"), "there is a category orca already"),
        (("--title", "X", "--group", "turn-ab"), "did you mean `turn-about`"),
        (("--title", "X", "--codes", "K10, K99"), "K99 is not in the registry"),
        (("--title", "X", "--slug", "A b"), "such as a-b"),
        (("--title", " "), "write the category's name"),
        (("--title", "X", "--slug", "../../x"), "cannot be an address"),
    ],
)
def test_what_cannot_become_a_category_is_refused(
    repository: Project, arguments: tuple[str, ...], says: str
) -> None:
    done = guide(repository, "new", "category", *arguments)
    assert done.returncode == 2
    assert says in done.stdout
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "name", ["young-pros.yaml", "young-pros.YML", "Young-Pros.yml", "young-pros.txt"]
)
def test_a_category_is_not_begun_beside_a_file_of_its_name(repository: Project, name: str) -> None:
    repository.write(f"data/categories/{name}", "title: Mine\n")
    before = git(repository, "status", "--porcelain")
    done = guide(repository, "new", "category", "--title", "Young Pros")
    assert done.returncode == 2
    assert f"data/categories/{name} has this name already: move it away" in done.stdout
    assert git(repository, "status", "--porcelain") == before


def test_a_category_is_begun_beside_files_that_are_none_of_its_name(repository: Project) -> None:
    for name in (".young-pros.yml.swp", "young-pros.yml~", "young-pros-2.yml"):
        repository.write(f"data/categories/{name}", "title: Mine\n")
    assert guide(repository, "new", "category", "--title", "Young Pros").returncode == 0
    assert "\ntitle: Young Pros\n" in repository.read(NEW)


@pytest.mark.parametrize("target", ["orca.yml", "nowhere.yml"])
def test_a_category_is_not_begun_through_a_link(repository: Project, target: str) -> None:
    repository.path(NEW).symlink_to(target)
    before = repository.read(ORCA)
    done = guide(repository, "new", "category", "--title", "Young Pros")
    assert done.returncode == 2
    assert repository.path(NEW).is_symlink()
    assert repository.read(ORCA) == before
    assert not repository.path("data/categories/nowhere.yml").exists()


def test_a_category_that_appears_meanwhile_is_not_replaced(
    repository: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draft(_slug: str, _known: object) -> str:
        repository.write(NEW, "title: Mine\n")
        return "title: Young Pros\n"

    monkeypatch.setattr("generator.cli.new.category_draft", draft)
    done = guide(repository, "new", "category", "--title", "Young Pros")
    assert not_written(done, NEW, "something of this name is there already: choose another name")
    assert repository.read(NEW) == "title: Mine\n"


def not_written(done: Done, path: str, reason: str) -> bool:
    """Say whether a command ended with one line about a file that it could not write."""
    said = f"Error: {path} cannot be written, and nothing was changed: {reason}\n"
    return (done.returncode, done.stdout) == (2, said)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("new", "category", "--title", "Young Pros"), NEW),
        (("reference",), "generator/editing/schemas/category.json"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(
    repository: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], path: str
) -> None:
    def full(_number: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    guide(repository, "reference")
    repository.write("generator/editing/schemas/category.json", "{}")
    commit(repository)
    monkeypatch.setattr(os, "fsync", full)
    done = guide(repository, *arguments)
    assert not_written(done, path, "the disk is full: make room on it")
    assert git(repository, "status", "--porcelain") == ""


def test_the_files_that_are_made_are_not_written_through_a_link(repository: Project) -> None:
    outside = repository.root.parent / "owners"
    outside.write_text("mine")
    repository.path(".github").mkdir()
    repository.path(".github/CODEOWNERS").symlink_to(outside)
    done = guide(repository, "reference")
    reason = ".github/CODEOWNERS is a link to another place: put the file itself here"
    assert not_written(done, ".github/CODEOWNERS", reason)
    assert outside.read_text() == "mine"


def test_somebody_at_a_terminal_is_asked(repository: Project) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from generator.cli.main import main; main()"]
    process = subprocess.Popen(
        [*command, "new", "category"], cwd=repository.root, stdin=theirs, stdout=theirs,
        stderr=theirs, env=os.environ | {"PYTHONSAFEPATH": "1"},
    )  # fmt: skip
    os.write(ours, b"Young Pros\n\nnowhere\nturn-about\nK20 series\n\nno\n\n")
    assert process.wait(timeout=60) == 0
    os.close(theirs)
    os.close(ours)
    text = repository.read(NEW)
    assert "\ntitle: Young Pros\n" in text
    assert "\ngroup: turn-about\n" in text
    assert "\npermit_type:\n" in text
    assert "\n  offer: no\n" in text


def test_a_built_site_is_held_against_the_data(repository: Project, site: object) -> None:
    assert guide(repository, "inspect", str(site)).returncode == 0
    repository.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-06")
    done = guide(repository, "inspect", str(site))
    assert done.returncode == 1
    assert "error[shown-review]" in done.stdout
    assert guide(repository, "inspect", "nowhere").returncode == 2


def test_every_key_of_a_category_has_a_meaning() -> None:
    for key, field in fields_of(Category).items():
        if key not in {"employer", "verify", "questions", "changes", "reviews", "routes", "asked"}:
            assert isinstance(meaning_of(field), Meaning), key


def test_a_command_whose_output_takes_nothing_says_so_and_ends_with_2(repository: Project) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-c", "from generator.cli.main import main; main()", "rules", "file"],
            cwd=repository.root, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "the disk is full" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [("rules", "file"), ("new", "category"), ("due",)])
def test_a_command_without_any_output_or_input_ends_as_usual(
    repository: Project, arguments: tuple[str, ...]
) -> None:
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None;"
        " from generator.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=repository.root, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == (2 if arguments[0] == "new" else 0)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_terminal_that_knows_few_signs_is_written_to_all_the_same(repository: Project) -> None:
    repository.replace(ORCA, "permit_type: employer-specific", "permit_type: \u201cclosed\u201d")
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli.main import main; main()", "check"],
        cwd=repository.root, env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == b"" or b"Traceback" not in done.stderr
    assert b"permit_type: ?closed?" in done.stdout


def test_a_folder_that_is_gone_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone() -> NoReturn:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(Path, "cwd", gone)
    done = CliRunner().invoke(main, ["due"])
    assert done.exit_code == 2
    assert "the folder in which you are is gone" in done.output


@pytest.mark.parametrize("path", [".github/CODEOWNERS", "generator/editing/schemas/names.json"])
def test_no_command_waits_for_a_pipe_among_what_is_made(repository: Project, path: str) -> None:
    repository.write(path, "")
    repository.path(path).unlink()
    os.mkfifo(repository.path(path))
    assert guide(repository, "check").returncode == 0
    done = guide(repository, "reference")
    assert not_written(done, path, "something of this name is there already: choose another name")


def test_the_lock_of_the_packages_is_read_through_no_link_nor_pipe(repository: Project) -> None:
    for make in (os.mkfifo, lambda path: path.symlink_to("/etc/hostname")):
        make(repository.path("requirements.lock"))
        done = guide(repository, "sbom", "bill.json")
        assert done.returncode == 2
        assert "requirements.lock cannot be read" in done.stdout
        repository.path("requirements.lock").unlink()
