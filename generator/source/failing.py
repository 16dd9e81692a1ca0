"""What a machine refuses, in a sentence from which whoever reads it knows what to do."""

import errno
import os
import socket
import sys
from contextlib import suppress
from types import TracebackType
from typing import TextIO

from generator.source.writing import reason_of

_OF_ADDRESSES = {
    errno.EADDRINUSE: (
        "another program listens at this address, perhaps another preview: end it, or choose"
        " another address with `--dev-addr 127.0.0.1:8001`"
    ),
    errno.EADDRNOTAVAIL: "this machine has no such address: choose one of its own",
}

_OTHERS = {
    errno.EMFILE: "too many files are open: allow more (`ulimit -n`), and try again",
    errno.ENFILE: "too many files are open on this machine: end other programs, and try again",
    errno.ENOMEM: "the machine has no memory left: end other programs, and try again",
    errno.ENOENT: "it is not there, or was removed meanwhile: restore it, and try again",
    errno.ELOOP: "it is a link that leads to itself: put the file itself here",
}

NO_FOLDER = "the folder in which you are is gone: go to the guide's folder, and try again"


def sentence(error: OSError) -> str:
    """Return what the system refused, why, and what to do."""
    if _is_nowhere():
        return NO_FOLDER
    if isinstance(error, socket.gaierror):
        return "this machine knows no such host: write another address, as 127.0.0.1:8000"
    if "temporary directory" in str(error):
        return "there is no folder for temporary files: set TMPDIR to one that can be written"
    if error.errno in _OF_ADDRESSES:
        return _OF_ADDRESSES[error.errno]
    reason = _OTHERS.get(error.errno or 0) or reason_of(error)
    # Of a copy it is the second that is written.
    file = error.filename2 or error.filename
    if file is None or isinstance(file, int):
        return f"the output cannot be written: {reason}"
    return f"{os.fsdecode(file)}: {reason}"


def tell(error: OSError) -> None:
    """Write the sentence where messages are read, and give up an output that takes nothing."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):
            _give_up(stream)
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"Error: {sentence(error)}.\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            _give_up(sys.stderr)


def tell_uncaught() -> None:
    """Tell in a sentence what the system refuses, wherever in other people's programs it does."""
    usual = sys.excepthook

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, OSError):
            tell(error)
        elif isinstance(error, OverflowError) and "port must be" in str(error):
            tell(OSError(None, "no port has such a number: choose one up to 65535"))
        else:
            usual(kind, error, traceback)

    if usual.__module__ != __name__:
        sys.excepthook = hook


def _is_nowhere() -> bool:
    try:
        os.getcwd()  # noqa: PTH109 - `Path.cwd` asks the same
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _give_up(stream: TextIO) -> None:
    """Let what is left for an output go nowhere, so that Python does not try once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
