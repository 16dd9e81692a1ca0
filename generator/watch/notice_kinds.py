"""What kinds of notices there are."""

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a page says of itself."""

    ARCHIVED = "archived"
    SUPERSEDED = "superseded"
    CHANGED = "has changed"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice on a page.

    Attributes:
        kind: what it says of the page.
        text: its words on one line, cut after 300 characters.
    """

    kind: NoticeKind
    text: str
