"""What a preview keeps of the last build: pages whose article and frame did not change."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path

from generator.engine.theme_files import FOLDER
from generator.pages.article import Article
from generator.pages.environment import TEMPLATES


@dataclass(frozen=True, slots=True)
class _Kept:
    article: Article
    frame: Hashable
    html: str


class KeptPages:
    """The finished pages of the last build, by URI.

    A page is given back only if the very same article is put into the same frame. Both are
    compared; neither is guessed from times of files.
    """

    def __init__(self) -> None:
        self._last: dict[str, _Kept] = {}
        self._now: dict[str, _Kept] = {}
        self._frames: dict[str, Hashable] = {}

    def begin(self) -> None:
        """Begin another build."""
        self._last, self._now = self._now, {}
        self._frames = {}

    def page(self, article: Article, frame: Hashable) -> str | None:
        """Return the finished page, if it is the same as in the last build.

        Args:
            article: its content.
            frame: everything else that the page is made of.
        """
        self._frames[article.uri] = frame
        kept = self._last.get(article.uri)
        if kept is None or kept.article is not article or kept.frame != frame:
            return None
        self._now[article.uri] = kept
        return kept.html

    def keep(self, article: Article, html: str) -> None:
        """Keep a page that was rendered in this build."""
        if article.uri in self._frames and article.uri not in self._now:
            self._now[article.uri] = _Kept(article, self._frames[article.uri], html)

    def is_kept(self, uri: str) -> bool:
        """Tell whether a page of this build is the last build's."""
        now = self._now.get(uri)
        return now is not None and self._last.get(uri) is now


class KeptTheme:
    """The files that every page is made of besides the records, as they were last good."""

    def __init__(self) -> None:
        self._good: dict[str, bytes] = {}

    def keep(self, root: Path) -> None:
        """Keep them as they are now.

        Args:
            root: the project's folder.
        """
        self._good = self._now(root)

    def changed(self, root: Path) -> list[str]:
        """Return the paths of those that are other ones now, or were never good."""
        now = self._now(root) if self._good else {}
        return [
            path for path in sorted({*now, *self._good}) if now.get(path) != self._good.get(path)
        ]

    def _now(self, root: Path) -> dict[str, bytes]:
        return {
            f"{folder}/{name}": digest
            for folder in (FOLDER, TEMPLATES)
            for name, digest in contents_of(root / folder)
        }


def contents_of(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Return the digest of every file below a folder, to tell whether any is another one now."""
    return tuple(
        (path.relative_to(folder).as_posix(), _digest(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def _digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:  # it went away meanwhile, or is told as unreadable
        return b""
