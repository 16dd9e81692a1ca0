"""The text of each official page as it was last looked at: data/seen, beside the lock."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.model.layout import LOCK, SEEN, SOURCES, seen_path
from generator.problems.problem import Place, Problem, Severity
from generator.source.files import files_below, read_text
from generator.source.slips import naming
from generator.source.writing import WriteRefusedError, remove, write_text
from generator.watch.lock import DamagedLockError, Seen, line_of, read_lock, write_lock

MOST = 300_000
"""Characters that are kept of a page: the rest has a fingerprint only."""

_RULE = "seen-page"
_ANEW = "remove this file and run `imp-guide watch --update`"
_REST = re.compile(r"\n… [0-9]+ characters more, not kept: [0-9a-f]{64}\n\Z")


def kept_form(text: str) -> str:
    """Return what is kept of a page's text: all of it, or its beginning and a name of the rest."""
    if len(text) <= MOST:
        return text
    end = text.rfind("\n", 0, MOST) + 1 or MOST
    rest = text[end:]
    return f"{text[:end]}\n… {len(rest)} characters more, not kept: {fingerprint_of(rest)}\n"


def parted(kept: str) -> tuple[str, str]:
    """Return the words of what is kept of a page, and the name of the rest; "" where it is all."""
    if found := _REST.search(kept, max(0, len(kept) - 200)):
        return kept[: found.start()], found[0]
    return kept, ""


def fingerprint_of(text: str) -> str:
    """Return a short name of a text, 64 hex digits: the same text, the same name."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def kept_text(root: Path, key: str, seen: Seen | None) -> str | None:
    """Return the text of a source as it was last looked at; None where it is not known."""
    if seen is None:
        return None
    text = read_text(root, seen_path(key))
    if isinstance(text, Problem) or fingerprint_of(text) != seen.fingerprint:
        return None
    return text


def keep(root: Path, now: Mapping[str, Seen], texts: Mapping[str, str]) -> None:
    """Keep what is seen now, and no text of a source that is no more.

    The lock comes last: where it cannot be written, the texts are as before.

    Args:
        root: the project's folder.
        now: what is seen of each source.
        texts: what is kept of those that were read now.

    Raises:
        WriteRefusedError: a file cannot be written.
    """
    before = {path: read_text(root, path) for path in map(seen_path, texts)}
    try:
        for key, text in texts.items():
            if before[seen_path(key)] != text:
                write_text(root, seen_path(key), text)
        write_lock(root, dict(now))
    except WriteRefusedError:
        for path, earlier in before.items():
            _put_back(root, path, earlier)
        raise
    for path in _texts(root):
        if _key(path) not in now:
            remove(root, path)


def problems_of(root: Path, sources: Collection[str] | None) -> Iterator[Problem]:
    """Yield what is wrong with the lock and the kept texts; nothing where there are none.

    Args:
        root: the project's folder.
        sources: the keys of data/sources.yml; None where it cannot be read.
    """
    try:
        seen = read_lock(root)
    except DamagedLockError as error:
        yield Problem(_RULE, str(error), Place(LOCK, error.line))
        return
    lock = read_text(root, LOCK)
    there = set(_texts(root))
    for key, entry in seen.items():
        if sources is None or key in sources:
            line = 1 if isinstance(lock, Problem) else line_of(lock, key)
            yield from _of_source(root, key, entry, line, there=seen_path(key) in there)
    for path in sorted(there):
        if sources is not None and _key(path) not in sources:
            message = f"{SOURCES} has no source `{_key(path)}` any more: remove this file"
            yield Problem(_RULE, message, Place(path), Severity.ADVICE)
        elif _key(path) not in seen:
            message = f"{LOCK} does not say when this was seen: {_ANEW}"
            yield Problem(_RULE, message, Place(path))


def _of_source(root: Path, key: str, entry: Seen, line: int, *, there: bool) -> Iterator[Problem]:
    path = seen_path(key)
    advice = f"run `git checkout {path} {LOCK}`"
    if not there:
        message = f"the text of `{key}`, {path}, is not there: {advice}"
        yield Problem(_RULE, message, Place(LOCK, line))
        return
    text = read_text(root, path)
    if isinstance(text, Problem):
        # It was written here: saving it again in UTF-8 would not make it the text that was seen.
        lost = f"{text.message.partition(':')[0]}: {advice}"
        yield replace(text, message=lost) if text.rule == "encoding" else text
    elif fingerprint_of(text) != entry.fingerprint:
        message = f"this is not the text that was seen on {entry.seen}: {advice}"
        yield Problem(_RULE, message, Place(path))


def _texts(root: Path) -> Iterator[str]:
    """Yield every file that may be a kept text; what else lies there is told by its name."""
    for path in files_below(root, SEEN):
        name = path.rpartition("/")[2]
        if path == seen_path(_key(path)) and not naming.is_leftover(name):
            yield path


def _key(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".txt")


def _put_back(root: Path, path: str, text: str | Problem) -> None:
    try:
        if isinstance(text, Problem):
            remove(root, path)
        else:
            write_text(root, path, text)
    except WriteRefusedError:
        return  # the first failure is the one to tell
