"""A line of progress for a person who waits; silence where nobody watches."""

from collections.abc import Mapping
from typing import TextIO


class Progress:
    """Counts pages on one line of a terminal.

    Args:
        stream: where to write, usually standard error; None where that is closed.
        environ: in which a variable ``CI`` means that nobody watches.
        every: how many pages pass between two updates.
    """

    def __init__(self, stream: TextIO | None, environ: Mapping[str, str], every: int = 25) -> None:
        watched = stream is not None and stream.isatty() and not environ.get("CI")
        self._stream = stream if watched else None
        self._every = every
        self._total = 0
        self._done = 0

    def start(self, total: int) -> None:
        """Begin to count towards a number of pages."""
        self._total, self._done = total, 0

    def step(self) -> None:
        """Count one page."""
        self._done += 1
        if self._done % self._every == 0:
            self._write(f"\rPages: {self._done} of {self._total}")

    def stop(self) -> None:
        """Clear the line."""
        if self._done >= self._every:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
            self._stream.flush()
