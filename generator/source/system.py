"""What systems do and Python has no word for.

Folders change names, or reach their disk; nothing comes between steps that belong together.
"""

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread

_HERE = -100
"""`AT_FDCWD` of Linux: names are seen from the current folder."""
_SWAP = 2
"""`RENAME_EXCHANGE` of Linux, and `RENAME_SWAP` of macOS."""
_ENDING = [
    getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGTERM") if hasattr(signal, name)
]
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchanged(one: Path, other: Path) -> bool:
    """Give each of two folders the other's name, in one step.

    Returns:
        Whether it was done; not where the system, or the disk, knows no such step.

    Raises:
        OSError: the names cannot be changed.
    """
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        failed = _called("renameat2", _HERE, names[0], _HERE, names[1], _SWAP)
    elif sys.platform == "darwin":
        failed = _called("renamex_np", *names, _SWAP)
    else:
        failed = errno.ENOSYS
    if failed and failed not in _CANNOT:
        raise OSError(failed, os.strerror(failed), str(one))
    return not failed


def settle(folder: Path) -> None:
    """Let all that a folder holds reach its disk, where the system can be asked for it."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        if sys.platform != "linux" or _called("syncfs", number):
            os.sync()
    finally:
        os.close(number)


def give_back() -> None:
    """Give memory back that nothing needs any more, where the system keeps it in pieces."""
    if sys.platform == "linux":
        _called("malloc_trim", 0)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let what asks this process to end wait for a few steps that belong together."""
    if current_thread() is not main_thread():  # no other one is ever asked
        yield
        return
    asked: list[int] = []
    before = {n: signal.signal(n, lambda number, _frame: asked.append(number)) for n in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        for number in asked:
            signal.raise_signal(number)


def _called(name: str, *arguments: int | bytes) -> int:
    """Call a function of the system, and return its error's number, or 0."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return errno.ENOSYS
    return ctypes.get_errno() if function(*arguments) else 0
