"""What a preview hears of, from the system itself."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from generator.engine import watching
from generator.engine.watching import watch_natively

PATIENCE = 30.0
"""Seconds after which a change that nobody tells of is given up. It is no measure of speed."""

FOLDERS = ("content", "data", "overrides", "generator/pages/templates")


@dataclass
class Watched:
    """A project's folder that a server watches.

    Attributes:
        root: the folder.
        server: the server, which never starts.
        told: the paths that the server was told of.
    """

    root: Path
    server: LiveReloadServer
    told: list[str] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    def hear(self, path: Path) -> None:
        """Note what the server is told."""
        with self.news:
            self.told.append(path.relative_to(self.root).as_posix())
            self.news.notify_all()

    def wait_for(self, *paths: str) -> None:
        """Wait until the server was told of some paths, and would build for them."""
        with self.news:
            heard = self.news.wait_for(lambda: set(paths) <= set(self.told), timeout=PATIENCE)
        assert heard, f"nobody told of {paths}, only of {self.told}"
        assert self._wants_to_build()

    def forget(self) -> None:
        """Forget what was told."""
        with self.news:
            self.told.clear()

    def write_until_told(self, file: Path) -> None:
        """Change a file in a folder that is back, until that is told.

        What is written before the folder's watch is there needs no news of its own: that the folder
        is back is told after its watch is there, and leads to a build.
        """
        name = file.relative_to(self.root).as_posix()
        self.forget()
        end = time.monotonic() + PATIENCE
        while name not in self.told and time.monotonic() < end:
            write(file, str(time.monotonic()))
            time.sleep(0.01)
        self.wait_for(name)

    def begin(self) -> None:
        """Watch what a preview watches, in the order of MkDocs."""
        self.server.watch(str(self.root / "content"))
        self.server.watch(str(self.root / "mkdocs.yml"))
        watch_natively(self.server, self.root)
        for folder in FOLDERS[1:]:
            self.server.watch(str(self.root / folder))

    def _wants_to_build(self) -> bool:
        with self.server._rebuild_cond:  # noqa: SLF001 - as the server itself looks
            return self.server._want_rebuild  # noqa: SLF001


def write(file: Path, text: str = "x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def unwatched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    root = (tmp_path / "project").resolve()
    for name in (*(f"{folder}/a.txt" for folder in FOLDERS), "data/categories/a.yml", "mkdocs.yml"):
        write(root / name)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    made = Watched(root, server)
    tell = watching._Watched._within  # noqa: SLF001 - where every change passes through

    def noted(self: Any, path: Path) -> None:
        tell(self, path)
        made.hear(path)

    monkeypatch.setattr(watching._Watched, "_within", noted)  # noqa: SLF001
    yield made
    server.observer.stop()
    server.server_close()


@pytest.fixture
def watched(unwatched: Watched) -> Watched:
    unwatched.begin()
    return unwatched


def _replaced(file: Path) -> None:
    """As editors save: the new text in a file beside it, which then takes its place."""
    new = file.with_name(f".{file.name}.new")
    new.write_text("new", encoding="utf-8")
    os.replace(new, file)  # noqa: PTH105 - the very call that editors make


def _backed_up(file: Path) -> None:
    """As other editors save: the old file steps aside, and a new one is written."""
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text("new", encoding="utf-8")


@pytest.mark.parametrize("name", ["content/a.txt", "data/categories/a.yml", "mkdocs.yml"])
@pytest.mark.parametrize("save", [write, _replaced, _backed_up, Path.unlink])
def test_a_change_is_told_however_it_is_saved(
    watched: Watched, name: str, save: Callable[[Path], None]
) -> None:
    save(watched.root / name)
    watched.wait_for(name)


def test_a_new_file_and_a_new_name_are_told(watched: Watched) -> None:
    write(watched.root / "content/new.md")
    watched.wait_for("content/new.md")
    (watched.root / "content/new.md").rename(watched.root / "content/newer.md")
    watched.wait_for("content/newer.md")


def test_a_file_in_a_new_folder_is_told(watched: Watched) -> None:
    write(watched.root / "content/new/a.md")
    watched.wait_for("content/new")
    watched.write_until_told(watched.root / "content/new/b.md")


def test_reading_a_file_is_not_told(watched: Watched) -> None:
    (watched.root / "content/a.txt").read_bytes()
    assert list((watched.root / "content").iterdir())
    (watched.root / "content/a.txt").unlink()  # told after whatever reading might have told
    watched.wait_for("content/a.txt")
    assert watched.told == ["content/a.txt"]


def test_of_a_file_s_folder_nothing_else_is_told(watched: Watched) -> None:
    write(watched.root / "README.md")
    write(watched.root / "site/index.html")
    (watched.root / "mkdocs.yml").unlink()
    watched.wait_for("mkdocs.yml")
    assert watched.told == ["mkdocs.yml"]


@pytest.mark.parametrize("folder", [*FOLDERS, "data/categories", "generator", "generator/pages"])
@pytest.mark.parametrize("how", ["deleted", "renamed", "moved"])
def test_a_folder_that_goes_away_and_comes_back_is_watched_again(
    watched: Watched, tmp_path: Path, folder: str, how: str
) -> None:
    place = watched.root / folder
    away = {"renamed": place.with_name("away"), "moved": tmp_path / "away"}.get(how)
    if away:
        place.rename(away)
    else:
        shutil.copytree(place, tmp_path / "copy")
        shutil.rmtree(place)
    # Once this is told, the system has given up waiting for the other half of a move.
    watched.wait_for(folder)
    watched.forget()
    if away:
        away.rename(place)
    else:
        shutil.copytree(tmp_path / "copy", place)
    watched.wait_for(folder)
    file = next(path for path in sorted(place.rglob("*")) if path.is_file())
    watched.write_until_told(file)
    deep = file.parent / "deeper" / "b.txt"
    write(deep)
    watched.wait_for(deep.parent.relative_to(watched.root).as_posix())


def test_what_fails_while_a_change_is_told_ends_nothing(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = threading.Event()

    def renew(*_: object) -> None:
        tried.set()
        raise RuntimeError("nobody foresaw")

    monkeypatch.setattr(watching._Watched, "_renew", renew)  # noqa: SLF001 - what is called first
    shutil.rmtree(watched.root / "data")
    assert tried.wait(PATIENCE)
    write(watched.root / "content/a.txt")
    watched.wait_for("content/a.txt")


def test_a_folder_that_is_another_one_at_once_is_watched(watched: Watched, tmp_path: Path) -> None:
    write(tmp_path / "other/b.md")
    shutil.rmtree(watched.root / "content")
    (tmp_path / "other").rename(watched.root / "content")
    watched.wait_for("content")
    watched.write_until_told(watched.root / "content/b.md")


def test_a_project_behind_a_link_is_watched_as_well(unwatched: Watched, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(unwatched.root)
    for name in ("content", "mkdocs.yml"):
        unwatched.server.watch(str(tmp_path / "link" / name))
    watch_natively(unwatched.server, unwatched.root)
    write(tmp_path / "link/mkdocs.yml", "changed")
    unwatched.wait_for("mkdocs.yml")
    shutil.rmtree(tmp_path / "link/content")
    unwatched.wait_for("content")
    unwatched.forget()
    (tmp_path / "link/content").mkdir()
    unwatched.wait_for("content")
    unwatched.write_until_told(unwatched.root / "content/b.md")


@pytest.mark.parametrize("method", ["__init__", "start"])
def test_a_system_that_cannot_watch_leaves_all_as_it_was(
    unwatched: Watched, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def refused(_self: object) -> None:
        raise OSError(24, "inotify instance limit reached")

    monkeypatch.setattr(Observer, method, refused)
    observer, delay = unwatched.server.observer, unwatched.server.build_delay
    unwatched.begin()
    assert unwatched.server.observer is observer
    assert unwatched.server.build_delay == delay
    assert set(unwatched.server._watch_refs) == {  # noqa: SLF001 - what the server watches itself
        str(unwatched.root / name) for name in (*FOLDERS, "mkdocs.yml")
    }


@pytest.mark.parametrize("left", range(6))
def test_a_system_without_watches_left_is_asked_in_the_old_way_for_all(
    unwatched: Watched, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    schedule = BaseObserver.schedule
    asked: list[str] = []

    def scheduled(self: Any, handler: Any, path: str, **options: Any) -> Any:
        asked.append(path)
        if len(asked) > left:
            raise OSError(28, "inotify watch limit reached")
        return schedule(self, handler, path, **options)

    monkeypatch.setattr(BaseObserver, "schedule", scheduled)
    observer = unwatched.server.observer
    monkeypatch.setattr(observer, "schedule", lambda *_args, **_options: object())
    unwatched.begin()
    assert unwatched.server.observer is observer
    assert set(unwatched.server._watch_refs) == {  # noqa: SLF001
        str(unwatched.root / name) for name in (*FOLDERS, "mkdocs.yml")
    }
