"""Which files a preview watches: told by the system at once, where MkDocs asks twice a second."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

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
    observer = Observer()
    try:
        observer.start()
        _Watched(server, observer, root)
    except OSError:
        observer.stop()


class _Watched:
    """The paths that a server watches, and how each is watched now."""

    def __init__(self, server: LiveReloadServer, observer: Any, root: Path) -> None:
        self._server = server
        self._observer = observer
        self._handler = _Handler(self._changed)
        self._watches: dict[Path, Any] = {}
        paths = [Path(path) for path in server._watched_paths]  # noqa: SLF001 - it has no other way
        for path in paths:
            self.watch(str(path))
        observer.schedule(_Handler(self._back), str(root), recursive=False)
        observer.schedule(_Handler(self._back), str(root / "data"), recursive=False)
        server.observer = _Started(observer)  # type: ignore[assignment]
        server.watch = self.watch  # type: ignore[method-assign]
        server.build_delay = QUIET

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder: MkDocs calls this for each of its `watch` setting."""
        del func
        place = Path(path).absolute()
        self._server._watched_paths.setdefault(str(place), 1)  # noqa: SLF001
        if place not in self._watches:
            folder = place if place.is_dir() else place.parent
            only = None if place.is_dir() else place
            handler = _Handler(self._changed, only)
            self._watches[place] = self._observer.schedule(
                handler, str(folder), recursive=recursive and only is None
            )

    def _changed(self, _path: Path) -> None:
        with self._server._rebuild_cond:  # noqa: SLF001
            self._server._want_rebuild = True  # noqa: SLF001
            self._server._rebuild_cond.notify_all()  # noqa: SLF001

    def _back(self, path: Path) -> None:
        """Watch a folder again that is there once more."""
        if path in self._watches and path.is_dir():
            self._observer.unschedule(self._watches.pop(path))
            self.watch(str(path))
            self._changed(path)


class _Handler(FileSystemEventHandler):
    """Tells of changes alone: a build reads files, and must not begin another by that."""

    def __init__(self, changed: Callable[[Path], None], only: Path | None = None) -> None:
        self._tell = changed
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (
            event.is_directory and event.event_type == "modified"
        ):
            return
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        for path in paths:
            if self._only is None or path == self._only:
                self._tell(path)


class _Started:
    """An observer that runs already, which the server starts once more."""

    def __init__(self, observer: Any) -> None:
        self._observer = observer

    def start(self) -> None:
        """Do nothing: it runs."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._observer, name)
