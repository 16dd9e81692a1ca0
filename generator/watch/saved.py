"""Pages that somebody saved in a folder, one for each source, for whoever may not fetch."""

from collections.abc import Collection
from pathlib import Path

from generator.watch.answer import Answer, Fate

_ENDINGS = (".html", ".htm")


def saved_page(folder: Path, key: str, most: int) -> Answer:
    """Return the page that was saved of a source.

    Args:
        folder: where pages are saved, each as KEY.html.
        key: the source's key in data/sources.yml.
        most: bytes that a page may have.
    """
    files = _files_of(folder, key)
    if not files:
        return Answer(Fate.UNKNOWN, reason=f"there is no {key}.html in {folder}")
    if len(files) > 1:
        names = " and ".join(file.name for file in files)
        return Answer(Fate.UNKNOWN, reason=f"{names} are both in {folder}: leave the right one")
    return _read(files[0], most)


def _read(file: Path, most: int) -> Answer:
    if file.is_symlink():
        return Answer(Fate.UNKNOWN, reason=f"{file} is a link: save the page itself there")
    if not file.is_file():
        return Answer(Fate.UNKNOWN, reason=f"{file} is no file")
    try:
        with file.open("rb") as opened:
            body = opened.read(most + 1)
    except OSError as error:
        return Answer(Fate.UNKNOWN, reason=f"{file} cannot be read ({error.strerror})")
    if len(body) > most:
        return Answer(Fate.UNKNOWN, reason=f"{file} is larger than {most} bytes")
    if not body.strip():
        return Answer(Fate.UNKNOWN, reason=f"{file} is empty")
    return Answer(Fate.READ, body, "text/html")


def strangers(folder: Path, keys: Collection[str]) -> list[str]:
    """Return the names of saved pages that are of no source, sorted."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    names = {key.casefold() for key in keys}
    found = [f for f in files if f.suffix.lower() in _ENDINGS and f.stem.casefold() not in names]
    return [_plain(f.name) for f in found]


def _files_of(folder: Path, key: str) -> list[Path]:
    """Return the files named like a source, however they are written: KEY.html, Key.HTM."""
    names = {f"{key}{ending}".casefold() for ending in _ENDINGS}
    try:
        return sorted(file for file in folder.iterdir() if file.name.casefold() in names)
    except OSError:
        return []


def _plain(name: str) -> str:
    """Return a file's name without signs that a terminal might act on."""
    return "".join(sign if sign.isprintable() else "�" for sign in name)
