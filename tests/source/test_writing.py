"""Files are written as a whole or not at all, and only in their own place."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from generator.source.files import files_below
from generator.source.writing import WriteRefusedError, remove, write_bytes, write_text

OLD = "title: Before\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "data").mkdir(parents=True)
    (root / "data" / "a.yml").write_bytes(OLD.encode())
    return root


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def everything(root: Path) -> dict[str, bytes | None]:
    """Return each file with its bytes, hidden ones too, and each folder and link without."""
    return {
        path.relative_to(root).as_posix(): None
        if path.is_symlink() or path.is_dir()
        else path.read_bytes()
        for path in root.rglob("*")
    }


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def refused(root: Path, path: str, says: str, *, new: bool = False) -> None:
    """Hold that a write is refused in the words of an editor, and changes nothing at all."""
    before = everything(root)
    with pytest.raises(WriteRefusedError) as caught:
        write_text(root, path, "title: After\n", new=new)
    message = str(caught.value)
    assert message.startswith(f"{path} cannot be written, and nothing was changed: ")
    assert says in message
    assert "Errno" not in message
    assert everything(root) == before


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_a_text_is_written_as_it_is_in_place_of_the_old_one(root: Path) -> None:
    text = "titre: é\r\nb: 1\n\rc: 2"
    write_text(root, "data/a.yml", text)
    assert everything(root) == {"data": None, "data/a.yml": text.encode()}


def test_bytes_are_written_as_they_are(root: Path) -> None:
    write_bytes(root, "data/a.yml", b"\xff\r\n\x00")
    assert everything(root) == {"data": None, "data/a.yml": b"\xff\r\n\x00"}


@pytest.mark.parametrize("new", [False, True])
def test_missing_folders_are_made_the_root_too(tmp_path: Path, new: bool) -> None:
    write_text(tmp_path / "root", "a/b/c.yml", "x", new=new)
    assert everything(tmp_path / "root") == {"a": None, "a/b": None, "a/b/c.yml": b"x"}


@pytest.mark.parametrize("permissions", [0o600, 0o664, 0o755])
def test_a_file_keeps_its_permissions(root: Path, permissions: int) -> None:
    (root / "data" / "a.yml").chmod(permissions)
    write_text(root, "data/a.yml", "x")
    assert mode(root / "data" / "a.yml") == permissions


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("new", [False, True])
def test_a_new_file_has_the_permissions_that_any_program_would_give_it(
    root: Path, new: bool
) -> None:
    write_text(root, "data/b.yml", "x", new=new)
    assert mode(root / "data" / "b.yml") == 0o640


@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize("path", ["data/a.yml", "deep/er/a.yml"])
@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission"),
        (errno.EIO, "its disk does not answer"),
        (errno.ETXTBSY, os.strerror(errno.ETXTBSY)),
    ],
)
@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_write_that_is_cut_off_leaves_all_as_it_was(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    says: str,
    path: str,
    new: bool,
) -> None:
    if new:
        path = path.replace("a.yml", "b.yml")
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    monkeypatch.setattr(os, step, failing(number))
    refused(root, path, says, new=new)


def test_an_interruption_leaves_all_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_number: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    before = everything(root)
    for path in ("data/a.yml", "deep/er/a.yml"):
        with pytest.raises(KeyboardInterrupt):
            write_text(root, path, "x")
    assert everything(root) == before


def test_a_full_disk_leaves_all_as_it_was(root: Path) -> None:
    program = (
        "import resource, sys; from pathlib import Path; from generator.source.writing import *\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_text(Path(), 'data/a.yml', 'x' * 100_000)\n"
        "except WriteRefusedError as error: sys.exit(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program],
        cwd=root,
        env=os.environ | {"PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("data/a.yml cannot be written, and nothing was changed: ")
    assert "larger than a file may be" in done.stderr
    assert everything(root) == {"data": None, "data/a.yml": OLD.encode()}


def test_what_is_written_reaches_the_disk_before_it_has_its_name(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = []
    fsync, replace = os.fsync, os.replace

    def settled(number: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file"
        steps.append(f"{kind} of {os.fstat(number).st_size} bytes" if kind == "file" else kind)
        fsync(number)

    def replaced(old: Path, new: Path) -> None:
        hidden = [path.name for path in root.rglob("*.*") if path.name != "a.yml"]
        assert [name[0] for name in hidden] == ["."]
        assert list(files_below(root, "data")) == ["data/a.yml"]
        assert (root / "data" / "a.yml").read_text() == OLD
        steps.append("name")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", settled)
    monkeypatch.setattr(os, "replace", replaced)
    write_text(root, "data/a.yml", "12345")
    assert steps == ["file of 5 bytes", "name", "folder"]


def test_a_folder_that_cannot_be_settled_is_no_failure(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    write_text(root, "data/a.yml", "x")
    assert (root / "data" / "a.yml").read_text() == "x"


@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize(
    ("link", "leads_to", "path", "says"),
    [
        ("data/b.yml", "outside/a.yml", "data/b.yml", "put the file itself here"),
        ("data/b.yml", "nowhere", "data/b.yml", "put the file itself here"),
        ("more", "outside", "more/a.yml", "put the folder itself here"),
        ("more", "outside", "more/new/b.yml", "put the folder itself here"),
        ("more", "nowhere", "more/b.yml", "put the folder itself here"),
    ],
)
def test_nothing_is_written_through_a_link(
    root: Path, link: str, leads_to: str, path: str, says: str, new: bool
) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "a.yml").write_text(OLD)
    (root / link).symlink_to(root.parent / leads_to)
    refused(root, path, f"{link} is a link to another place: {says}", new=new)
    assert everything(root.parent / "outside") == {"a.yml": OLD.encode()}
    assert not (root.parent / "nowhere").exists()


def test_the_root_itself_may_be_a_link(root: Path) -> None:
    (root.parent / "here").symlink_to(root)
    write_text(root.parent / "here", "data/a.yml", "x")
    assert (root / "data" / "a.yml").read_text() == "x"


def test_what_is_no_file_or_cannot_have_one_is_refused(root: Path) -> None:
    (root / "data" / "folder.yml").mkdir()
    refused(root, "data/folder.yml", "there is a folder of this name")
    refused(root, "data/a.yml/b.yml", "a file stands where its folder should be")
    os.mkfifo(root / "data" / "pipe.yml")
    with pytest.raises(WriteRefusedError, match=r"data/pipe\.yml .* something of this name"):
        write_text(root, "data/pipe.yml", "x")
    assert (root / "data" / "pipe.yml").is_fifo()


@pytest.mark.parametrize("path", [f"deep/{'x' * 300}/a.yml", f"data/{'x' * 300}.yml"])
def test_a_name_that_is_too_long_is_refused(root: Path, path: str) -> None:
    refused(root, path, "its name is too long: choose a shorter one")


def test_the_longest_name_that_the_system_allows_can_be_written(root: Path) -> None:
    name = "x" * os.pathconf(root, "PC_NAME_MAX")
    write_text(root, name, "x")
    assert (root / name).read_text() == "x"


def test_a_file_that_is_protected_from_writing_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def access(path: Path, wanted: int) -> bool:
        asked.append((path, wanted))
        return False  # as for anybody but the system's owner, whom nothing stops

    monkeypatch.setattr(os, "access", access)
    refused(root, "data/a.yml", "there is no permission")
    assert asked == [(root / "data" / "a.yml", os.W_OK)]


def test_characters_that_no_file_can_hold_are_refused(root: Path) -> None:
    before = everything(root)
    with pytest.raises(WriteRefusedError, match=r"data/a\.yml .* characters that no file can hold"):
        write_text(root, "data/a.yml", "caf\udce9")
    assert everything(root) == before


@pytest.mark.parametrize("linked", [True, False])
def test_a_new_file_takes_no_name_that_something_has(
    root: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    if not linked:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    (root / "data" / "folder.yml").mkdir()
    for path in ("data/a.yml", "data/folder.yml"):
        refused(root, path, "something of this name is there already", new=True)
    write_text(root, "data/b.yml", "x", new=True)
    assert (root / "data" / "b.yml").read_bytes() == b"x"
    refused(root, "data/b.yml", "something of this name is there already", new=True)


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("dangling", [True, False])
def test_what_comes_between_the_look_and_the_write_is_not_replaced(
    root: Path, monkeypatch: pytest.MonkeyPatch, dangling: bool, linked: bool
) -> None:
    file = root / "data" / "b.yml"

    def after_somebody_else(step: Callable[..., None]) -> Callable[..., None]:
        def run(*arguments: object, **named: object) -> None:
            if dangling:
                file.symlink_to("nowhere")
            else:
                file.write_text(OLD)
            step(*arguments, **named)

        return run

    link = os.link if linked else failing(errno.EPERM)
    monkeypatch.setattr(os, "link", after_somebody_else(link))
    monkeypatch.setattr(os, "replace", after_somebody_else(os.replace))
    with pytest.raises(WriteRefusedError, match="something of this name is there already"):
        write_text(root, "data/b.yml", "x", new=True)
    kept = None if dangling else OLD.encode()
    assert everything(root) == {"data": None, "data/a.yml": OLD.encode(), "data/b.yml": kept}


def test_whoever_reads_meanwhile_never_sees_a_part(root: Path) -> None:
    texts = [letter * 200_000 for letter in "ab"]
    file, seen, over = root / "data" / "a.yml", set[str](), threading.Event()
    write_text(root, "data/a.yml", texts[0])

    def read() -> None:
        while not over.is_set():
            seen.add(file.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(60):
            write_text(root, "data/a.yml", texts[number % 2])
    finally:
        over.set()
        reader.join()
    assert seen
    assert seen <= set(texts)


def test_a_file_is_removed_where_there_is_one(root: Path) -> None:
    remove(root, "data/a.yml")
    remove(root, "data/a.yml")
    remove(root, "nowhere/a.yml")
    assert everything(root) == {"data": None}


def test_what_is_no_file_of_its_own_is_not_removed(root: Path) -> None:
    (root / "more").symlink_to("data")
    (root / "data" / "folder.yml").mkdir()
    before = everything(root)
    with pytest.raises(WriteRefusedError, match="more is a link to another place"):
        remove(root, "more/a.yml")
    with pytest.raises(WriteRefusedError, match=r"^data/folder\.yml .* nothing was changed"):
        remove(root, "data/folder.yml")
    assert everything(root) == before
