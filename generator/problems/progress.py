"""A line of progress for a person who waits; silence where nobody watches."""

from collections.abc import Mapping
from typing import TextIO


class Progress:
    """Counts pages on one line of a terminal.

    Args:
        stream: where to write, usually standard error.
        environ: in which a variable ``CI`` means that nobody watches.
        every: how many pages pass between two updates.
    """

    def __init__(self, stream: TextIO, environ: Mapping[str, str], every: int = 25) -> None:
        self._stream = stream
        self._watched = stream.isatty() and not environ.get("CI")
        self._every = every
        self._total = 0
        self._done = 0

    def start(self, total: int) -> None:
        """Begin to count towards a number of pages."""
        self._total, self._done = total, 0

    def step(self) -> None:
        """Count one page."""
        self._done += 1
        if self._watched and self._done % self._every == 0:
            self._stream.write(f"\rPages: {self._done} of {self._total}")
            self._stream.flush()

    def stop(self) -> None:
        """Clear the line."""
        if self._watched and self._done >= self._every:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
