"""Reading the project's own files, and nothing outside it."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.problems.problem import Place, Problem
from generator.source.bounds import LARGEST


def read_text(root: Path, path: str) -> str | Problem:
    """Read a UTF-8 file of the project.

    Args:
        root: the project's folder.
        path: the file, relative to `root`, with forward slashes.

    Returns:
        The text, with line ends as on Unix, or the problem that kept it from being read.
    """
    raw = read_bytes(root, path)
    return raw if isinstance(raw, Problem) else _decode(raw, path)


def read_bytes(root: Path, path: str) -> bytes | Problem:
    """Read a file of the project: no link is followed, and no pipe waited for.

    Args:
        root: the project's folder.
        path: the file, relative to `root`, with forward slashes.

    Returns:
        What it holds, or the problem that kept it from being read.
    """
    if linked := link_on_the_way(root, path):
        message = f"{linked} is a link to another place: put the file itself here"
        return Problem("file", message, Place(path))
    if found := not_a_file(root, path):
        return found
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        return Problem("file", "the file is missing: restore it", Place(path))
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}): check its permissions"
        return Problem("file", message, Place(path))


def is_regular(file: Path) -> bool:
    """Tell whether a path is a file itself: no link, and nothing that is waited for when opened."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except (OSError, ValueError):
        return False


def is_link(root: Path, path: str) -> Problem | None:
    """Return the problem of what is a symbolic link itself: it may lead out of the project."""
    if not (root / path).is_symlink():
        return None
    message = "this is a link to another place: put the folder or file itself here"
    return Problem("file", message, Place(path))


def not_a_file(root: Path, path: str) -> Problem | None:
    """Return the problem of what has a file's name but is none: reading it might never end."""
    try:
        status = (root / path).stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}): check its permissions"
        return Problem("file", message, Place(path))
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        return Problem("file", "this is a folder: put a file of this name here", Place(path))
    if not stat.S_ISREG(mode):
        message = "this is a pipe or a device, not a file: put the file itself here"
        return Problem("file", message, Place(path))
    if status.st_size > LARGEST:
        message = (
            f"the file is larger than {LARGEST // 1_000_000} MB, which no page needs: remove what"
            " was pasted into it by mistake, or split it"
        )
        return Problem("file", message, Place(path))
    return None


def files_below(
    root: Path, folder: str, tell: Callable[[Problem], None] = lambda _problem: None
) -> Iterator[str]:
    """Yield every file below a folder, sorted, relative to `root`; links are listed, not followed.

    Hidden files (``.DS_Store``, editors' swap files) are left out.

    Args:
        root: the project's folder.
        folder: where to begin, relative to `root`.
        tell: takes the problem of each folder that cannot be looked into.
    """

    def unreadable(error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            return
        inside = Path(error.filename or root / folder).relative_to(root).as_posix()
        message = f"the folder cannot be read ({error.strerror}): check its permissions"
        tell(Problem("file", message, Place(inside)))

    for place, folders, names in os.walk(root / folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if not name.startswith("."):
                yield (Path(place) / name).relative_to(root).as_posix()


def link_on_the_way(root: Path, path: str) -> str | None:
    """Return the first part of the path that is a symbolic link."""
    place = root
    for part in Path(path).parts:
        place = place / part
        if place.is_symlink():
            return place.relative_to(root).as_posix()
    return None


def with_unix_ends(text: str) -> str:
    """Return a text with its line ends as on Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes, path: str) -> str | Problem:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        message = "the file is not in UTF-8: save it again with the encoding UTF-8"
        return Problem("encoding", message, Place(path, line, column))
    if "\x00" in text:
        message = "the file holds null characters: save it again with the encoding UTF-8"
        return Problem("encoding", message, Place(path, text[: text.index("\x00")].count("\n") + 1))
    return with_unix_ends(text)
