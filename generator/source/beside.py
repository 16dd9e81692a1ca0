"""A folder that is filled out of sight and then takes another's place in one step.

Whoever looks meanwhile, and whoever comes after a lost process, sees the earlier folder whole or
the new one whole.
"""

import os
import re
import shutil
import stat
from contextlib import suppress
from os.path import samestat
from pathlib import Path
from typing import Self

from generator.source.held import NO_HOLD, clear, new_beside, old_name, put_back, release
from generator.source.system import exchanged, settle, undisturbed
from generator.source.writing import WriteRefusedError, refused, told

_MOUNTS = Path("/proc/self/mountinfo")


class FolderBeside:
    """A folder that is being filled, beside the one that it shall replace.

    It is hidden, and removed by whoever fills one next, should this process be lost.

    Attributes:
        folder: what is being filled; empty at first.
        target: the folder that it shall replace.
    """

    def __init__(self, wanted: Path) -> None:
        """Make the folder, and clear away what lost processes left beside it.

        Args:
            wanted: the folder that shall be replaced, or made. Where it is a link to a folder,
                that folder is.

        Raises:
            WriteRefusedError: `wanted` cannot be replaced; nothing was touched.
        """
        self._name = str(wanted)
        with told(self._name):
            self.target = _replaceable(wanted)
            self._made = [f for f in self.target.parents if not f.exists()]
            for folder in reversed(self._made):
                folder.mkdir(exist_ok=True)
            put_back(self.target)
            clear(self.target)
            self._make()

    def _make(self) -> None:
        made: Path | None = None
        try:
            with undisturbed():
                made, self._held = new_beside(self.target)
            self._status = made.stat()
            with suppress(OSError):  # there is none yet, or its disk knows no permissions
                made.chmod(stat.S_IMODE(self.target.stat().st_mode))
        except BaseException:
            if made is not None:
                shutil.rmtree(made, ignore_errors=True)
            raise
        self.folder = made

    def take_place(self) -> Path | None:
        """Replace the folder, with all that its owner hides in it (as ``.git``) carried over.

        Returns:
            What is left of the earlier folder, where it could not be removed.

        Raises:
            WriteRefusedError: the folder could not be replaced, and is as it was.
        """
        with told(self._name):
            if not self.folder.exists() or not samestat(self.folder.stat(), self._status):
                raise FileNotFoundError(None, "the folder was removed while it was being filled")
            _carry_over(self.target, self.folder)
            settle(self.folder)
            earlier = _replace(self.target, self.folder)
        self._release()
        shutil.rmtree(earlier, ignore_errors=True)
        return earlier if earlier.exists() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def discard(self) -> None:
        """Remove the folder, or what is left of the one that it replaced."""
        with suppress(OSError):
            put_back(self.target)
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.target.exists():
            shutil.rmtree(old_name(self.folder), ignore_errors=True)
        self._release()
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()

    def _release(self) -> None:
        held, self._held = self._held, NO_HOLD
        release(held)


def _replaceable(wanted: Path) -> Path:
    """Return the folder itself, which is there or can be made.

    Raises:
        OSError: something stands in its place.
        WriteRefusedError: it is a link that leads nowhere, or a mount.
    """
    try:
        target = wanted.resolve()
    except RuntimeError:  # links that lead to one another
        target = wanted
    if wanted.is_symlink() and not target.is_dir():
        reason = "it is a link to a folder that is not there: make that folder, or remove the link"
    elif target.exists() and not target.is_dir():
        reason = "a file of this name is there: move it away"
    elif os.path.ismount(target) or str(target) in _mounts():
        reason = (
            "a disk is mounted there, which cannot be replaced in one step: name a folder inside it"
        )
    else:
        return target
    raise refused(str(wanted), reason)


def _mounts() -> set[str]:
    """Return where disks and folders are mounted; `os.path.ismount` misses those of one disk."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return set()

    def plain(octal: re.Match[str]) -> str:
        return chr(int(octal[1], 8))

    return {re.sub(r"\\([0-7]{3})", plain, line.split(" ")[4]) for line in lines}


def _carry_over(target: Path, folder: Path) -> None:
    if not target.exists():
        return
    for entry in target.iterdir():
        kept = folder / entry.name
        if not entry.name.startswith(".") or kept.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, kept, symlinks=True)
        elif entry.is_file() or entry.is_symlink():
            shutil.copy2(entry, kept, follow_symlinks=False)


def _replace(target: Path, folder: Path) -> Path:
    """Put a folder in another's place, and return where the other is now.

    Raises:
        OSError: it cannot be put there; the other is in its place.
        WriteRefusedError: the same, but the other cannot be put back either.
    """
    if not target.exists():
        try:
            folder.rename(target)
        except OSError:
            if not target.exists():  # else another build has made it meanwhile
                raise
        else:
            return folder
    if exchanged(target, folder):
        return folder
    old = old_name(folder)
    target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        _take_back(old, target)
        raise
    return old


def _take_back(old: Path, target: Path) -> None:
    try:
        old.rename(target)
    except OSError:
        reason = f"its disk does not answer; the earlier one is whole in {old.name}: call it"
        raise WriteRefusedError(f"{target} cannot be written: {reason} {target.name}") from None
