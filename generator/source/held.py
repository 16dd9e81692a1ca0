"""Hidden folders beside another one: each is held by the process that fills it, until it is lost.

On a disk that cannot hold a folder for a process, one is taken for lost after a day.
"""

import os
import re
import secrets
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

NO_HOLD = -1
"""What stands for a folder's hold where there is none."""

_RANDOM = "[0-9a-f]{12}"
_TRIES = 10
_LONG_AGO = 24 * 60 * 60
"""Seconds after which nobody fills a folder any more."""


def new_beside(target: Path) -> tuple[Path, int]:
    """Make a folder beside another, and return it with what holds it against being cleared.

    Raises:
        OSError: it cannot be made.
    """
    for _ in range(_TRIES):
        folder = target.with_name(f".{target.name}-new-{secrets.token_hex(6)}")
        folder.mkdir()
        held = _hold(folder)
        if held is not None and folder.exists():
            return folder, held
        # Whoever clears leftovers came between the two steps, or no hold is ever given.
        shutil.rmtree(folder, ignore_errors=True)
        release(NO_HOLD if held is None else held)
    folder.mkdir()
    return folder, NO_HOLD


def release(held: int) -> None:
    """Let go of a folder."""
    if held != NO_HOLD:
        os.close(held)


def old_name(folder: Path) -> Path:
    """Return what a folder is called while the one of `new_beside` takes its place."""
    return folder.with_name(folder.name.replace("-new-", "-old-"))


def put_back(target: Path) -> None:
    """Give a folder its name again, where a lost process had moved it away.

    Raises:
        OSError: its name cannot be changed.
    """
    if not target.exists():
        for folder in _left(target, "old")[:1]:
            folder.rename(target)


def clear(target: Path) -> None:
    """Remove what lost processes left beside a folder."""
    for folder in _left(target, "new|old"):
        held = _hold(folder)
        if held is not None and (held != NO_HOLD or _is_old(folder)):
            shutil.rmtree(folder, ignore_errors=True)
            release(held)


def _left(target: Path, kinds: str) -> list[Path]:
    ours = re.compile(rf"\.{re.escape(target.name)}-(?:{kinds})-{_RANDOM}")
    beside = sorted(target.parent.iterdir()) if target.parent.is_dir() else ()
    return [f for f in beside if ours.fullmatch(f.name) and f.is_dir() and not f.is_symlink()]


def _hold(folder: Path) -> int | None:
    """Hold a folder, and return what holds it; None where another process does, or it is gone."""
    if sys.platform == "win32":  # where no folder can be held
        return NO_HOLD
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        return None if isinstance(error, BlockingIOError) else NO_HOLD
    return held


def _is_old(folder: Path) -> bool:
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime > _LONG_AGO
    return False
