"""A copy of the project in a git repository of its own, and the commands run in it."""

import os
import subprocess
import sys

from generator.cli.main import main
from tests.builds import Done, run
from tests.project import Project


def git(project: Project, *arguments: str) -> str:
    """Run git in the copy."""
    person = ["-c", "user.name=Editor", "-c", "user.email=editor@guide.example"]
    done = subprocess.run(
        ["git", *person, *arguments],  # noqa: S607 - whichever git is installed
        cwd=project.root,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def committed(project: Project) -> Project:
    """Put the copy under git, as one commit on the branch `main`."""
    git(project, "init", "--quiet", "--initial-branch=main")
    (project.root / "generator").mkdir(exist_ok=True)
    commit(project)
    return project


def commit(project: Project) -> str:
    """Commit everything, and return the commit."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "A state")
    return git(project, "rev-parse", "HEAD")


def guide(project: Project, *arguments: str, given: str = "", **variables: str) -> Done:
    """Run `imp-guide` in the copy's folder, within this process, output merged."""
    environ: dict[str, str | None] = {n: None for n in os.environ if n.startswith("GITHUB_")}
    return run(main, project.root, arguments, given, {**environ, **variables})


def guide_apart(project: Project, *arguments: str) -> Done:
    """Do the same in a process of its own, as an editor does."""
    done = subprocess.run(
        [sys.executable, "-c", "from generator.cli.main import main; main()", *arguments],
        cwd=project.root,
        env=os.environ | {"PYTHONSAFEPATH": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout)
