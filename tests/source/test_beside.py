"""A folder that is filled beside another and takes its place: whatever ends the process."""

import errno
import fcntl
import os
import signal
import stat
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.source import beside
from generator.source.beside import FolderBeside
from generator.source.writing import WriteRefusedError
from tests.builds import snapshot

OLD = {"index.html": b"old", "codes/index.html": b"old codes", "gone.html": b"no more"}
NEW = {"index.html": b"new", "codes/index.html": b"new codes", "find/index.html": b"added"}


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def replace(site: Path) -> None:
    with FolderBeside(site) as new:
        fill(new.folder, NEW)
        new.take_place()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    fill(tmp_path / "site", OLD)
    return tmp_path / "site"


def beside_it(site: Path) -> set[str]:
    return {entry.name for entry in site.parent.iterdir()} - {site.name}


def test_the_earlier_folder_stays_until_the_new_one_is_whole(site: Path) -> None:
    with FolderBeside(site) as new:
        fill(new.folder, NEW)
        assert snapshot(site) == OLD
        new.take_place()
        assert snapshot(site) == NEW
    assert snapshot(site) == NEW
    assert not beside_it(site)


def test_what_does_not_take_its_place_leaves_nothing(tmp_path: Path) -> None:
    wanted = tmp_path / "some" / "where" / "site"
    with FolderBeside(wanted) as new:
        fill(new.folder, NEW)
    assert not list(tmp_path.iterdir())


def test_a_first_folder_appears_at_once(tmp_path: Path) -> None:
    replace(tmp_path / "some" / "site")
    assert snapshot(tmp_path) == {f"some/site/{name}": data for name, data in NEW.items()}


def test_what_its_owner_hides_in_a_folder_is_carried_over(site: Path) -> None:
    fill(site, {".git/HEAD": b"ref: refs/heads/pages", ".nojekyll": b""})
    (site / ".old").symlink_to("nowhere")
    replace(site)
    assert snapshot(site) == NEW | {".git/HEAD": b"ref: refs/heads/pages", ".nojekyll": b""}
    assert (site / ".old").is_symlink()


def test_its_permissions_stay(site: Path) -> None:
    site.chmod(0o750)
    replace(site)
    assert stat.S_IMODE(site.stat().st_mode) == 0o750


def test_a_link_stays_and_the_folder_that_it_leads_to_is_replaced(
    site: Path, tmp_path: Path
) -> None:
    linked = tmp_path / "linked"
    linked.symlink_to(site)
    replace(linked)
    assert linked.is_symlink()
    assert snapshot(site) == NEW


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("x"), "a file of this name is there: move it away"),
        (lambda path: path.symlink_to("nowhere"), "a link to a folder that is not there"),
        (lambda path: path.symlink_to(path.name), "a link to a folder that is not there"),
        (os.mkfifo, "a file of this name is there: move it away"),
    ],
    ids=["file", "dangling", "loop", "pipe"],
)
def test_what_is_no_folder_is_refused(
    make: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    wanted = tmp_path / "site"
    make(wanted)
    with pytest.raises(WriteRefusedError, match=said):
        FolderBeside(wanted)
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_mount_is_refused(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the same disk can be mounted too, which the system's list alone tells."""
    mounts = tmp_path / "mountinfo"
    place = str(site.rename(tmp_path / "the site")).replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 /mnt1 {place} rw,noatime master:1 - ext3 /dev/root rw\n")
    monkeypatch.setattr(beside, "_MOUNTS", mounts)
    with pytest.raises(WriteRefusedError, match="a disk is mounted there"):
        FolderBeside(tmp_path / "the site")


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_folder: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(WriteRefusedError, match="nothing was changed: there is no permission"):
        FolderBeside(site)


def test_a_folder_that_was_removed_meanwhile_takes_no_place(site: Path) -> None:
    new = FolderBeside(site)
    new.folder.rmdir()
    new.folder.mkdir()
    fill(new.folder, {"index.html": b"half"})
    with pytest.raises(WriteRefusedError, match="was removed while it was being filled"):
        new.take_place()
    new.discard()
    assert snapshot(site) == OLD


def test_the_next_one_clears_what_lost_processes_left_and_nothing_else(site: Path) -> None:
    fill(site.with_name(".site-new-0123456789ab"), NEW)
    kept = {".site-new-x", ".siteX-new-0123456789ab", ".other-new-0123456789ab"}
    for name in kept:
        site.with_name(name).mkdir()
    site.with_name(".site-new-ba9876543210").symlink_to(site)
    replace(site)
    assert beside_it(site) == kept | {".site-new-ba9876543210"}
    assert snapshot(site) == NEW


def test_two_at_once_do_not_disturb_each_other(site: Path) -> None:
    first = FolderBeside(site)
    fill(first.folder, NEW)
    second = FolderBeside(site)
    fill(second.folder, {"index.html": b"second"})
    second.take_place()
    assert snapshot(site) == {"index.html": b"second"}
    first.take_place()
    assert snapshot(site) == NEW
    assert not beside_it(site)


def test_two_first_ones_at_once_do_not_disturb_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other may make the folder after this one saw that there is none."""
    site = tmp_path / "site"
    new = FolderBeside(site)
    fill(new.folder, NEW)

    def other(folder: Path) -> None:
        monkeypatch.undo()
        fill(site, OLD)
        del folder

    monkeypatch.setattr(beside, "settle", other)
    new.take_place()
    assert snapshot(site) == NEW


# Where the system knows no exchange, there is a moment between two steps.


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "exchanged", lambda _one, _other: False)


@pytest.mark.usefixtures("in_two_steps")
def test_without_an_exchange_the_folder_is_replaced_in_two_steps(site: Path) -> None:
    replace(site)
    assert snapshot(site) == NEW
    assert not beside_it(site)


@pytest.mark.usefixtures("in_two_steps")
def test_a_second_step_that_fails_takes_back_the_first(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fails(path: Path, target: Path) -> Path:
        if "-new-" in path.name:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(WriteRefusedError, match="the disk is full"):
        replace(site)
    assert snapshot(site) == OLD


def test_what_was_lost_between_two_steps_is_put_back(site: Path) -> None:
    site.rename(site.with_name(".site-old-0123456789ab"))
    with FolderBeside(site):
        assert snapshot(site) == OLD
    assert snapshot(site) == OLD


# Lost at any moment


CHANGES = ("os.mk", "os.re", "os.rm", "os.un", "os.ch", "ctypes", "shutil")
"""What the events of Python begin with that change files."""


def ended(work: Callable[[], None], at: int, number: int) -> bool:
    """Do a work in a process of its own, which ends itself at one of its changes of files.

    Returns:
        Whether it got as far.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    seen = 0

    def look(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        changes = event.startswith(
            ("os.mk", "os.re", "os.rm", "os.un", "os.ch", "ctypes", "shutil")
        )
        if changes or (event == "open" and isinstance(arguments[1], str) and "w" in arguments[1]):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), number)

    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # as a shell's jobs ignore it
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        sys.addaudithook(look)
        work()
    except BaseException:  # noqa: BLE001 - a test's child must not go on as a second test run
        os._exit(1)
    os._exit(0)


@pytest.mark.parametrize("old", [OLD, {}], ids=["again", "first"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_process_lost_at_any_change_leaves_the_old_folder_or_the_new(
    number: signal.Signals, old: dict[str, bytes], tmp_path: Path
) -> None:
    found = []
    for at in range(1, 200):
        site = tmp_path / str(at) / "site"
        fill(site, old)
        site.parent.mkdir(exist_ok=True)
        lost = ended(partial(replace, site), at, number)
        assert site.exists() or not old
        found.append(snapshot(site))
        assert found[-1] in (old, NEW), at
        FolderBeside(site).discard()
        assert not beside_it(site), at
        if not lost:
            break
    assert found.count(old) > 5
    assert found.count(NEW) >= 2


@pytest.mark.usefixtures("in_two_steps")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_nothing_asked_of_a_process_comes_between_two_steps(
    number: signal.Signals, tmp_path: Path
) -> None:
    found = []
    for at in range(1, 200):
        site = tmp_path / str(at) / "site"
        fill(site, OLD)
        lost = ended(partial(replace, site), at, number)
        found.append(snapshot(site) if site.exists() else {})
        assert found[-1] in (OLD, NEW), at
        assert not beside_it(site), at
        if not lost:
            break
    assert found.count(OLD) > 5
    assert found.count(NEW) >= 2


# Where the disk holds no folder for a process.


def failing(number: int) -> Callable[..., None]:
    def fails(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return fails


def test_where_each_hold_is_another_s_a_folder_is_replaced_without(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(errno.EAGAIN))
    replace(site)
    assert snapshot(site) == NEW
    assert not beside_it(site)


@pytest.mark.parametrize("number", [errno.EIO, errno.EBUSY])
def test_a_first_folder_that_cannot_get_its_name_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(Path, "rename", failing(number))
    with pytest.raises(WriteRefusedError, match=r"disk does not answer|another program holds it"):
        replace(tmp_path / "site")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("in_two_steps")
def test_where_no_name_can_be_given_back_it_is_said_where_the_earlier_one_is(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    done: list[Path] = []

    def fails(path: Path, target: Path) -> Path:
        if done:
            raise OSError(errno.EIO, "Input/output error")
        done.append(path)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(WriteRefusedError, match=r"whole in \.site-old-[0-9a-f]{12}: call it site"):
        replace(site)
    monkeypatch.undo()
    with FolderBeside(site):
        assert snapshot(site) == OLD


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_without_holds_a_folder_is_replaced_and_lost_ones_go_after_a_day(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(fcntl, "flock", failing(number))
    young, old = (site.with_name(f".site-new-{n * 12}") for n in "12")
    for folder in (young, old):
        folder.mkdir()
    day_before = time.time() - 25 * 60 * 60
    os.utime(old, (day_before, day_before))
    replace(site)
    assert snapshot(site) == NEW
    assert beside_it(site) == {young.name}
