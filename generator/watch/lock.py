"""What was seen of each source the last time somebody looked: data/sources.lock.json."""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeGuard, get_type_hints

from generator.model.base import SLUG
from generator.model.layout import LOCK, SEEN
from generator.problems.problem import Problem
from generator.source.files import read_text
from generator.source.writing import write_text
from generator.watch.notices import NoticeKind

_MERGE = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)
_OURS = f"run `git checkout --ours {SEEN} {LOCK}`, then `imp-guide watch --update`"
_NOTICES = tuple(f"{kind}: " for kind in NoticeKind)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A source as it was last seen.

    Attributes:
        url: its address then.
        modified: the day on which it said that it was modified, or nothing.
        fingerprint: of the text that is kept of it, 64 hex digits.
        seen: the day on which it was seen.
        notices: what it said of itself then, each as `archived: its words`.
        differences: how the code registry differed from it then, by the names of the differences.
    """

    url: str
    modified: str
    fingerprint: str
    seen: str
    notices: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


_KINDS = get_type_hints(Seen)


class DamagedLockError(ValueError):
    """The lock cannot be used; the message says why, and what to do.

    Attributes:
        line: where in the file, counted from 1.
    """

    def __init__(self, why: str, line: int = 1, advice: str = "") -> None:
        advice = advice or f"run `git checkout {LOCK}`, and never edit it by hand"
        super().__init__(f"{LOCK} is damaged ({why}): {advice}")
        self.line = line


def read_lock(root: Path, today: date | None = None) -> dict[str, Seen]:
    """Return what was last seen, by key of the source; nothing where the file is not there.

    Args:
        root: the project's folder.
        today: nothing can have been seen later; None to believe any day.

    Raises:
        DamagedLockError: the file is damaged.
    """
    file = root / LOCK
    if not file.is_symlink() and not file.exists():
        return {}
    text = read_text(root, LOCK)
    if isinstance(text, Problem):
        raise DamagedLockError(text.message.partition(":")[0], text.place.line)
    found = _read(text)
    for key, seen in found.items():
        if today is not None and seen.seen > today.isoformat():
            why = f"`{key}` was seen on {seen.seen}, and today is {today}"
            raise DamagedLockError(why, line_of(text, key, "seen"))
    return found


def write_lock(root: Path, seen: dict[str, Seen]) -> None:
    """Write what is seen now.

    Raises:
        WriteRefusedError: the file cannot be written; it is as before.
    """
    data = {key: asdict(value) for key, value in sorted(seen.items())}
    write_text(root, LOCK, json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def line_of(text: str, *keys: str) -> int:
    """Return the line of a key, found below the others, in a lock as it is written."""
    place = 0
    for key in keys:
        found = text.find(f"{json.dumps(key, ensure_ascii=False)}:", place)
        place = found if found >= 0 else place
    return text.count("\n", 0, place) + 1


def _read(text: str) -> dict[str, Seen]:
    try:
        data = json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        if merge := _MERGE.search(text):
            line = text.count("\n", 0, merge.start()) + 1
            raise DamagedLockError("a merge has left both sides in it", line, _OURS) from None
        raise DamagedLockError("it is no JSON", error.lineno) from None
    except RecursionError:
        raise DamagedLockError("its brackets are nested too deep") from None
    except _TwiceError as error:
        raise DamagedLockError(f"`{error}` stands twice in it") from None
    except ValueError:
        raise DamagedLockError("a number in it has too many digits") from None
    if not isinstance(data, dict):
        raise DamagedLockError("it holds no sources")
    return {key: _seen(key, value, text) for key, value in data.items()}


def _seen(key: str, value: Any, text: str) -> Seen:
    if not SLUG.fullmatch(key):
        raise DamagedLockError(f"`{key[:60]}` is no key of a source", line_of(text, key))
    if not isinstance(value, dict):
        raise DamagedLockError(f"`{key}` holds no record", line_of(text, key))
    if unknown := [name for name in value if name not in _KINDS]:
        line = line_of(text, key, unknown[0])
        raise DamagedLockError(f"`{key}` has an unknown `{unknown[0][:60]}`", line)
    for name, kind in _KINDS.items():
        if name not in value:
            raise DamagedLockError(f"`{key}` has no `{name}`", line_of(text, key))
        if not _fits(name, kind, value[name]):
            why = f"`{name}` of `{key}` holds something else than the watch writes"
            raise DamagedLockError(why, line_of(text, key, name))
    lists = {name: tuple(value[name]) for name in ("notices", "differences")}
    return Seen(**(value | lists))


def _fits(name: str, kind: Any, value: object) -> bool:
    """Tell whether a value is one that the watch may have written."""
    if kind is not str:
        begins = _NOTICES if name == "notices" else ("",)
        return isinstance(value, list) and all(
            _is_text(item) and item.startswith(begins) for item in value
        )
    if not _is_text(value):
        return False
    if name == "fingerprint":
        return _FINGERPRINT.fullmatch(value) is not None
    if name == "url":
        return value.startswith("https://")
    return _is_day(value) or (name == "modified" and not value)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value.isprintable()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class _TwiceError(Exception):
    """A key stands twice; the message is the key."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key[:60])
        found[key] = value
    return found
