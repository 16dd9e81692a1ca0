"""Writing the project's own files: each as a whole or not at all, and nothing outside it."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.source.files import link_on_the_way

_REASONS = {
    errno.EACCES: "there is no permission: check those of the file and of its folder",
    errno.EPERM: "there is no permission: check those of the file and of its folder",
    errno.EROFS: "this disk can only be read: work on a copy elsewhere",
    errno.ENOSPC: "the disk is full: make room on it",
    errno.EDQUOT: "your share of the disk is full: make room on it",
    errno.EFBIG: "it is larger than a file may be here: make room, or ask whoever set the limit",
    errno.ENAMETOOLONG: "its name is too long: choose a shorter one",
    errno.EISDIR: "there is a folder of this name: move it away",
    errno.ENOTDIR: "a file stands where its folder should be: move it away",
    errno.EXDEV: "it lies in another layer or disk than the folder above: remove it, and try again",
    errno.EBUSY: "another program holds it: close that, and try again",
    errno.EIO: "its disk does not answer: look whether it is still there",
    errno.ESTALE: "the disk of another machine went away: connect it again",
    errno.EEXIST: "something of this name is there already: choose another name",
}


class WriteRefusedError(Exception):
    """A file was not written, and all is as before; the message says which file, and why."""


def write_text(root: Path, path: str, text: str, *, new: bool = False) -> None:
    r"""Put a text in the place of a file, or make the file.

    Whoever reads meanwhile sees the old file or the new one, never a part; so does whoever comes
    after a full disk or a lost process.

    Args:
        root: the project's folder, or that of a cache; it may itself be a link.
        path: the file, relative to `root`, with forward slashes; missing folders are made.
        text: what the file shall hold, in UTF-8; line ends are written as they are.
        new: refuse where anything of this name exists, be it only a link that leads nowhere.

    Raises:
        WriteRefusedError: the file, or a folder on the way to it, is a symbolic link, or the
            system does not let the file be written.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        reason = "the text holds characters that no file can hold: type it anew"
        raise refused(path, reason) from None
    _write(root, path, data, new=new)


def write_bytes(root: Path, path: str, data: bytes) -> None:
    """Put bytes in the place of a file, or make the file, as `write_text` does.

    Raises:
        WriteRefusedError: as in `write_text`.
    """
    _write(root, path, data, new=False)


def remove(root: Path, path: str) -> None:
    """Remove a file, where there is one, for good before anything else is written.

    Raises:
        WriteRefusedError: as in `write_text`; the file is still there.
    """
    with told(path):
        _refuse_links(root, path)
        with suppress(FileNotFoundError):
            (root / path).unlink()
            _settle((root / path).parent)


def _write(root: Path, path: str, data: bytes, *, new: bool) -> None:
    target = root / path
    with told(path):
        _refuse_links(root, path)
        mode = None if new else _mode(target)
        with _folder_of(target):
            _put(target, data, mode, new=new)


def _put(target: Path, data: bytes, mode: int | None, *, new: bool) -> None:
    # Short, so that each name that a system allows can be written; hidden from whoever lists files.
    temporary = target.with_name(f".{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as file:
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if new:
            _put_beside(temporary, target)
        else:
            temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _settle(target.parent)


def _put_beside(temporary: Path, target: Path) -> None:
    """Give a file its name, unless something else has it: asked and done in one step."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # as on a memory stick, where no file can have two names
        target.open("xb").close()
        try:
            temporary.replace(target)
        except BaseException:
            target.unlink()
            raise


@contextmanager
def _folder_of(target: Path) -> Iterator[None]:
    """Make the folders above a file; take them away again where the file cannot be written."""
    missing = [folder for folder in target.parents if not folder.exists()]
    made = []
    try:
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            made.append(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    for folder in made:
        _settle(folder.parent)


def _settle(folder: Path) -> None:
    """Let the names in a folder survive a power cut, on a system that can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _mode(target: Path) -> int | None:
    """Return the permissions of the file that is replaced; None where there is none.

    Raises:
        OSError: it is no file, or somebody has protected it from being written.
    """
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _refuse_links(root: Path, path: str) -> None:
    if linked := link_on_the_way(root, path):
        kind = "file" if linked == path else "folder"
        reason = f"{linked} is a link to another place: put the {kind} itself here"
        raise refused(path, reason)


@contextmanager
def told(path: str) -> Iterator[None]:
    """Say of each failure of the system what it means for whoever wanted `path` to be written.

    Raises:
        WriteRefusedError: in place of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        raise refused(path, reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Return why the system refused something, and what to do about it."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def refused(path: str, reason: str) -> WriteRefusedError:
    """Return what says that `path` was not written, why, and what to do."""
    return WriteRefusedError(f"{path} cannot be written, and nothing was changed: {reason}")
