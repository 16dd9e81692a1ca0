"""Which files a preview watches: told by the system at once, where MkDocs asks twice a second."""

import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.engine.state import OWN_LOG

log = logging.getLogger(OWN_LOG)

_CHANGES = {"created", "modified", "moved", "deleted"}

QUIET = 0.03
"""Seconds without a further change after which the preview is built: an editor saves in steps."""


def watch_natively(server: LiveReloadServer, root: Path) -> None:
    """Let a preview hear of changes from the system itself.

    A folder that goes away and comes back is watched again. Where the system has no watches left,
    everything stays as it was.

    Args:
        server: the preview's server, before it starts.
        root: the project's folder.
    """
    # watchdog says so of a folder that comes back, and watches it all the same.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    try:
        observer = Observer()
    except OSError:
        return
    watched = _Watched(server, observer, root)
    try:
        observer.start()
        watched.begin()
    except OSError:
        watched.give_up()


class _Watched:
    """The paths that a server watches, and how each is watched now.

    A folder's own watch is told neither that it went away nor that another one came in its place.
    So the folders above it, up to the project's, are watched too, without what is below them; that
    also tells of a file that an editor saves by putting another one in its place.
    """

    def __init__(self, server: LiveReloadServer, observer: Any, root: Path) -> None:
        self._server = server
        self._before = (server.observer, server.build_delay)
        self._observer = observer
        self._root = root
        self._files: set[Path] = set()
        self._watches: dict[tuple[Path, bool], Any] = {}
        """By folder, and whether with all that is below; None while the folder is away."""

    def begin(self) -> None:
        """Watch what the server watches, and whatever it is told to watch from now on.

        Raises:
            OSError: the system has no watches left.
        """
        for path in list(self._server._watched_paths):  # noqa: SLF001 - it has no other way
            self._add(Path(path))
        # The server only starts, stops and asks what it finds in these two places.
        self._server.observer = _Started(self._observer)  # type: ignore[assignment]
        self._server.watch = self.watch  # type: ignore[method-assign]
        self._server.build_delay = QUIET

    def give_up(self) -> None:
        """Let the server watch in its own way again."""
        server = self._server
        self._observer.stop()
        server.observer, server.build_delay = self._before
        server.__dict__.pop("watch", None)  # the method of its class is left
        for path in list(server._watched_paths):  # noqa: SLF001 - it has no other way
            if path not in server._watch_refs:  # noqa: SLF001 - it has no other way
                del server._watched_paths[path]  # noqa: SLF001 - it has no other way
                server.watch(path)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder: MkDocs calls this for each of its `watch` setting."""
        del func, recursive
        place = Path(path).absolute()
        self._server._watched_paths.setdefault(str(place), 1)  # noqa: SLF001 - it has no other way
        try:
            self._add(place)
        except OSError:
            self.give_up()

    def _add(self, path: Path) -> None:
        # The system watches a link, not what it leads to.
        place = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
        ways = [above for above in place.parents if above.is_relative_to(self._root)]
        if place.is_dir():
            self._schedule(place, whole=True)
        else:
            self._files.add(place)
            ways = ways or [place.parent]
        for above in ways:
            self._schedule(above, whole=False)

    def _schedule(self, folder: Path, *, whole: bool) -> None:
        if (folder, whole) not in self._watches:
            handler = _Handler(self._within if whole else self._beside)
            watch = self._observer.schedule(handler, str(folder), recursive=whole)
            self._watches[folder, whole] = watch

    def _within(self, _path: Path) -> None:
        """Something changed in a folder that is watched with all that is below."""
        with self._server._rebuild_cond:  # noqa: SLF001 - it has no other way
            self._server._want_rebuild = True  # noqa: SLF001 - it has no other way
            self._server._rebuild_cond.notify_all()  # noqa: SLF001 - it has no other way

    def _beside(self, path: Path) -> None:
        """Something changed beside what is watched, or on the way to it."""
        # The folder above comes first: what appears in it after that is told again.
        below = sorted(key for key in list(self._watches) if key[0].is_relative_to(path))
        for key in below:
            self._renew(*key)
        if below or path in self._files:
            self._within(path)

    def _renew(self, folder: Path, whole: bool) -> None:
        """Watch what is in a folder's place now, if there is any."""
        if (old := self._watches[folder, whole]) is not None:
            self._watches[folder, whole] = None
            self._observer.unschedule(old)
        if folder.is_dir():
            del self._watches[folder, whole]
            try:
                self._schedule(folder, whole=whole)
            except OSError:  # it is gone again: when it is back, that is told once more
                self._watches[folder, whole] = None


class _Handler(FileSystemEventHandler):
    """Tells of changes alone: a build reads files, and must not begin another by that."""

    def __init__(self, changed: Callable[[Path], None]) -> None:
        self._tell = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        for path in {Path(str(path)) for path in (event.src_path, event.dest_path) if path}:
            # A hidden file is one that is still being written; it is renamed once it is whole.
            if path.name.startswith("."):
                continue
            try:
                self._tell(path)
            except Exception:  # noqa: BLE001 - it would end the thread, and nothing be told again
                log.info("A change may not be shown; save once more: %s", path)


class _Started:
    """An observer that runs already, which the server starts once more."""

    def __init__(self, observer: Any) -> None:
        self._observer = observer

    def start(self) -> None:
        """Do nothing: it runs."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._observer, name)
