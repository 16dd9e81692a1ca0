"""Being asked to end: a build or a preview leaves as tidily as it does on Ctrl-C."""

import signal
import threading
from types import FrameType
from typing import NoReturn

_ASKING = ("SIGTERM", "SIGHUP")
_BY_SIGNAL = 128
"""What a shell adds to a signal's number for the status of what ended by it."""


def end_cleanly() -> None:
    """Let the signals that ask a process to end run through all that tidies up.

    Who has them ignored (`nohup` does), or handles them already, is left alone.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # Python handles signals in the main thread only
    for name in _ASKING:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    del frame
    raise SystemExit(_BY_SIGNAL + number)
