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
    file = next((f for e in _ENDINGS if (f := folder / f"{key}{e}").exists()), None)
    if file is None:
        return Answer(Fate.UNKNOWN, reason=f"there is no {key}.html in {folder}")
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
    return [f.name for f in files if f.suffix.lower() in _ENDINGS and f.stem not in keys]
