"""The data of another git revision, as files in a folder that goes away again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.layout import CONTENT, DATA

_REGULAR = {b"100644", b"100755"}


class RevisionError(Exception):
    """A revision cannot be read; the message says what to do about it."""


class _NoGitError(RevisionError):
    """There is no git, or the folder is not in it."""


@contextmanager
def files_at(root: Path, revision: str) -> Iterator[Path]:
    """Give a folder with data/ and content/ as they are in a git revision.

    Args:
        root: the project's folder, in a git work tree.
        revision: what git calls a revision: a branch, a tag, a commit.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    commit = resolve(root, revision)
    with TemporaryDirectory(prefix="imp-guide-") as name:
        folder = Path(name)
        listed = _git(root, "ls-tree", "-r", "-z", commit, "--", DATA, CONTENT)
        wanted = []
        for line in filter(None, listed.split(b"\0")):
            about, _, file = line.partition(b"\t")
            mode, _kind, blob = about.split(b" ")
            # A link is not followed, wherever it leads; the checks refuse it anyway.
            if mode in _REGULAR:
                wanted.append((file.decode(), blob))
        for path, text in _contents(root, wanted):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text)
        yield folder


def resolve(root: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    wanted = f"{revision}^{{commit}}"
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    except _NoGitError:
        raise
    except RevisionError:
        message = f"git knows no revision {revision!r} here: name a branch, a tag or a commit"
        raise RevisionError(message) from None
    return found.decode().strip()


def fork_point(root: Path, revision: str) -> str:
    """Return the commit at which the current work left a revision.

    Raises:
        RevisionError: there is no such revision, or the history that would tell is not here.
    """
    commit = resolve(root, revision)
    try:
        return _git(root, "merge-base", commit, "HEAD").decode().strip()
    except _NoGitError:
        raise
    except RevisionError:
        message = (
            f"the history does not tell where the current work left {revision!r}: fetch all of it"
            " with `git fetch --unshallow`"
        )
        raise RevisionError(message) from None


def last_change(root: Path, path: str, pattern: str) -> str:
    """Return the newest commit that changed a line of a file.

    Args:
        root: the project's folder.
        path: the file, relative to it.
        pattern: which lines, as a regular expression of git.

    Raises:
        RevisionError: no commit did, or there is no git.
    """
    found = _git(root, "log", "-1", "--format=%H", f"-G{pattern}", "--", path).decode().strip()
    if not found:
        raise RevisionError(f"no commit has changed such a line of {path}")
    return found


def _contents(root: Path, wanted: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    asked = b"".join(blob + b"\n" for _path, blob in wanted)
    answer = _git(root, "cat-file", "--batch", given=asked)
    start = 0
    for path, _blob in wanted:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split(b" ")[2])
        yield path, answer[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        # No shell; what a person typed follows --end-of-options, or is a commit by then.
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise _NoGitError("git is not installed: install it to compare revisions") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        if "not a git repository" in said:
            raise _NoGitError("this folder is not in git: there is nothing to compare with")
        raise RevisionError(said or f"git {arguments[0]} failed")
    return done.stdout
