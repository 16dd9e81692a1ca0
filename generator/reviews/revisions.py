"""Git, as the guide asks it: which commit is meant, what the files held then, when it was made."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.layout import CONTENT, DATA
from generator.source.settings import SETTINGS

WHOLE_HISTORY = "`git fetch --unshallow`"
"""What fetches the history that a shallow clone has not."""

_REGULAR = {b"100644", b"100755"}


class RevisionError(Exception):
    """A revision cannot be read; the message says what to do about it."""


class UnknownRevisionError(RevisionError):
    """Git works, but there is no commit of that name."""


class _NoAnswerError(RevisionError):
    """Git ended without a result and without a word: what was asked for is not there."""


@contextmanager
def files_at(root: Path, revision: str) -> Iterator[Path]:
    """Give a folder with data/, content/ and mkdocs.yml as they are in a git revision.

    Args:
        root: the project's folder, in a git work tree.
        revision: what git calls a revision: a branch, a tag, a commit.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    commit = resolve(root, revision)
    with TemporaryDirectory(prefix="imp-guide-") as name:
        folder = Path(name)
        listed = git(root, "ls-tree", "-r", "-z", commit, "--", DATA, CONTENT, SETTINGS)
        blobs = {}
        for line in filter(None, listed.split(b"\0")):
            about, _, file = line.partition(b"\t")
            mode, _kind, blob = about.split(b" ")
            # A link is not followed, wherever it leads; the checks refuse it anyway.
            path = os.fsdecode(file)
            if mode in _REGULAR and ".." not in Path(path).parts:  # a tree made by hand may have it
                blobs[path] = blob.decode()
        for path, text in zip(blobs, contents(root, list(blobs.values())), strict=True):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text or b"")
        yield folder


def resolve(root: Path, revision: str) -> str:
    """Return the commit that a revision names.

    Raises:
        UnknownRevisionError: there is no such revision.
        RevisionError: there is no git, or it refuses to work here.
    """
    wanted = f"{revision}^{{commit}}"
    try:
        found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    except _NoAnswerError:
        message = f"git knows no revision {revision!r} here: name a branch, a tag or a commit"
        if is_shallow(root):
            message += f"; if it is an older one, fetch the whole history with {WHOLE_HISTORY}"
        raise UnknownRevisionError(message) from None
    return found.decode().strip()


def fork_point(root: Path, revision: str, head: str = "HEAD") -> str:
    """Return the commit at which a head, by default the current work, left a revision.

    Raises:
        RevisionError: there is no such revision, or the history does not tell.
    """
    commits = resolve(root, revision), resolve(root, head)
    try:
        return git(root, "merge-base", *commits).decode().strip()
    except _NoAnswerError:
        work = "the current work" if head == "HEAD" else repr(head)
        message = f"the history does not tell where {work} left {revision!r}: " + (
            f"fetch all of it with {WHOLE_HISTORY}"
            if is_shallow(root)
            else "they have no commit in common, so name another revision"
        )
        raise RevisionError(message) from None


def commits_since(root: Path, base: str, path: str, head: str = "HEAD") -> list[str]:
    """Return the commits after a revision, up to a head, that touch a path, newest first.

    Raises:
        RevisionError: there is no such revision, or no git.
    """
    span = f"{resolve(root, base)}..{resolve(root, head)}"
    return git(root, "rev-list", "--topo-order", span, "--", path).decode().split()


def commit_day(root: Path, commit: str) -> date:
    """Return the day on which a commit was made: its committer's date, in UTC.

    Raises:
        RevisionError: there is no such commit, or no git.
    """
    told = git(root, "rev-list", "--timestamp", "--max-count=1", resolve(root, commit))
    return datetime.fromtimestamp(int(told.split()[0]), UTC).date()


def is_shallow(root: Path) -> bool:
    """Tell whether older commits are missing here, as in a clone of the newest ones only.

    Raises:
        RevisionError: there is no git.
    """
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def contents(root: Path, names: Sequence[str]) -> Iterator[bytes | None]:
    """Yield what each file of git holds, in the order of the names; None where there is no file.

    Args:
        root: the project's folder.
        names: blobs, or ``COMMIT:./PATH`` with a path relative to `root`; without a line break,
            which ends a name here.

    Raises:
        RevisionError: there is no git.
    """
    asked = "".join(f"{name}\n" for name in names)
    answer = git(root, "cat-file", "--batch", given=os.fsencode(asked))
    start = 0
    for _name in names:
        end = answer.index(b"\n", start)
        about = answer[start:end]
        start = end + 1
        if about.endswith(b" missing"):
            yield None
            continue
        _hash, kind, size = about.split(b" ")
        text = answer[start : start + int(size)]
        yield text if kind == b"blob" else None
        start += int(size) + 1


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in a folder, and return what it writes.

    What a person typed has to follow ``--end-of-options``, or be a commit by then. Paths are taken
    as they are written: ``*`` and ``:`` mean themselves.

    Raises:
        RevisionError: there is no git, the folder is not in it, or git refuses; with its words.
    """
    command = ["git", "--literal-pathspecs", "-C", str(root), *arguments]
    # Its words are looked at below, so they have to be the English ones.
    variables = os.environ | {"LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            command, input=given, capture_output=True, check=False, env=variables
        )
    except (FileNotFoundError, PermissionError) as error:
        raise RevisionError("git is not installed: install it to compare revisions") from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split()).removeprefix("fatal: ")
        if "not a git repository" in said:
            raise RevisionError("this folder is not in git: there is nothing to compare with")
        if not said:
            raise _NoAnswerError(f"git {arguments[0]} failed")
        raise RevisionError(said)
    return done.stdout
