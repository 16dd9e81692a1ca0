"""What became of a request for an official page."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a request."""

    READ = "read"
    """The page is there."""
    GONE = "gone"
    """The host says that there is no such page any more."""
    UNKNOWN = "unknown"
    """Nothing can be said of the page."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said, or a file that was saved of it.

    Attributes:
        fate: what became of the request.
        body: the page; empty unless it was read.
        kind: its content type, as the host gave it.
        moved_to: where the host has sent us for good; empty where it did not.
        reason: why nothing can be said of the page.
    """

    fate: Fate
    body: bytes = b""
    kind: str = ""
    moved_to: str = ""
    reason: str = ""
