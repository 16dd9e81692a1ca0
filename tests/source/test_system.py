"""What Python has no word for."""

import errno
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.source import system
from generator.source.system import exchanged, settle


def test_two_folders_change_their_names(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchanged(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()


def test_what_cannot_change_its_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        exchanged(tmp_path / "one", tmp_path / "other")
    assert caught.value.errno == errno.ENOENT


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_a_system_or_a_disk_that_cannot_says_so(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_called", lambda *_: number)
    assert not exchanged(tmp_path, tmp_path)


def test_a_folder_reaches_its_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def called(name: str, _number: int) -> int:
        calls.append(name)
        return 0 if len(calls) == 1 else errno.ENOSYS

    monkeypatch.setattr(os, "sync", lambda: calls.append("all"))
    monkeypatch.setattr(system, "_called", called)
    settle(tmp_path)
    settle(tmp_path)
    assert calls == ["syncfs", "syncfs", "all"]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_memory_is_given_back_where_it_is_kept_in_pieces(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    called: list[tuple[str, int]] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(system, "_called", lambda *given: called.append(given))
    system.give_back()
    assert called == ([("malloc_trim", 0)] if platform == "linux" else [])


def test_what_asks_a_process_to_end_waits() -> None:
    seen: list[str] = []

    def asked(*_given: object) -> None:
        seen.append("asked")

    before = signal.signal(signal.SIGTERM, asked)
    try:
        with system.undisturbed():
            signal.raise_signal(signal.SIGTERM)
            seen.append("done")
        assert seen == ["done", "asked"]
        assert signal.getsignal(signal.SIGTERM) is asked
    finally:
        signal.signal(signal.SIGTERM, before)


def test_another_thread_is_never_asked(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:

        def work() -> None:
            with system.undisturbed():
                (tmp_path / "done").touch()

        pool.submit(work).result()
    assert (tmp_path / "done").exists()
