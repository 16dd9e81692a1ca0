"""What was seen of each source the last time somebody looked: data/sources.lock.json."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.model.layout import LOCK
from generator.source.writing import write_text


@dataclass(frozen=True, slots=True)
class Seen:
    """A source as it was last seen.

    Attributes:
        url: its address then.
        modified: the day on which it said that it was modified, or nothing.
        fingerprint: of its main text.
        seen: the day on which it was seen.
    """

    url: str
    modified: str
    fingerprint: str
    seen: str


def read_lock(root: Path) -> dict[str, Seen]:
    """Return what was last seen, by key of the source; nothing where the file is not there.

    Raises:
        ValueError: the file is damaged; the message says what to do.
    """
    try:
        text = (root / LOCK).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    try:
        return {key: Seen(**value) for key, value in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        message = f"{LOCK} is damaged: remove it, and run `imp-guide watch --update`"
        raise ValueError(message) from None


def write_lock(root: Path, seen: dict[str, Seen]) -> None:
    """Write what is seen now.

    Raises:
        WriteRefusedError: the file cannot be written; it is as before.
    """
    data = {key: asdict(value) for key, value in sorted(seen.items())}
    write_text(root, LOCK, json.dumps(data, indent=2) + "\n")
