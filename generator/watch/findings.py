"""What is found of a source: the words in which the watch speaks of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.watch.differences import Differences
from generator.watch.kept_texts import fingerprint_of
from generator.watch.lock import Seen
from generator.watch.page import OfficialPage
from generator.watch.registry import Difference
from generator.watch.resting import Resting


class Kind(StrEnum):
    """What is to be said of a source."""

    UNCHANGED = "unchanged"
    FIRST = "seen for the first time"
    CHANGED = "changed"
    ARCHIVED = "archived"
    MOVED = "moved"
    GONE = "gone"
    UNKNOWN = "unknown"


NEEDS_A_LOOK = {Kind.CHANGED, Kind.ARCHIVED, Kind.MOVED, Kind.GONE}


@dataclass(slots=True)
class Finding:
    """What was found of one source.

    Attributes:
        key: its key in data/sources.yml.
        title: what readers see as the link.
        url: its address.
        kind: what is to be said of it.
        details: the same in sentences, each on one line.
        changes: what is different in its text, as far as the earlier one is known.
        rests_on: which records rest on it.
        page: the page, where it could be read.
        text: what is kept of its text.
        notices: what it says of itself, each as it stands in the lock.
        differences: how the code registry differs from it.
        unread: the names of differences that were known and cannot be looked at now.
        known: what is as it was when somebody last looked, in sentences: nothing to look at.
    """

    key: str
    title: str
    url: str
    kind: Kind
    details: list[str] = field(default_factory=list)
    changes: Differences = field(default_factory=Differences)
    rests_on: tuple[Resting, ...] = ()
    page: OfficialPage | None = None
    text: str = ""
    notices: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    unread: tuple[str, ...] = ()
    known: list[str] = field(default_factory=list)

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody has to look at it."""
        return self.kind in NEEDS_A_LOOK

    def seen(self, today: date) -> Seen | None:
        """Return what to keep of it; None where it could not be read."""
        if self.page is None:
            return None
        return Seen(
            self.url,
            self.page.modified.isoformat() if self.page.modified else "",
            fingerprint_of(self.text),
            today.isoformat(),
            self.notices,
            (*(difference.key for difference in self.differences), *self.unread),
        )

    def tell(self, kind: Kind, detail: str) -> None:
        """Note something to look at; what weighs more stays what is said of the source."""
        self.kind = max(self.kind, kind, key=list(Kind).index)
        self.details.append(detail)
