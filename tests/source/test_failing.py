"""What a machine refuses is told in a sentence, wherever that happens."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.source.failing import sentence, tell_uncaught


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission"),
        (errno.EROFS, "this disk can only be read"),
        (errno.EMFILE, "too many files are open"),
        (errno.ENOENT, "removed meanwhile"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EFBIG, "larger than a file may be here"),
    ],
)
def test_each_refusal_says_what_to_do_and_where(number: int, says: str) -> None:
    error = OSError(number, os.strerror(number), "site/index.html")
    assert sentence(error).startswith("site/index.html: ")
    assert says in sentence(error)
    copied = OSError(number, os.strerror(number), "theme/a.css", None, "site/a.css")
    assert sentence(copied).startswith("site/a.css: ")
    assert sentence(OSError(number, os.strerror(number))).startswith("the output cannot be written")


def test_an_address_has_no_file() -> None:
    said = sentence(OSError(errno.EADDRINUSE, "Address already in use"))
    assert said.startswith("another program listens")


def test_what_has_no_file_is_told_by_what_it_is() -> None:
    assert "no such host" in sentence(socket.gaierror(-2, "Name or service not known"))
    missing = FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/x']")
    assert "set TMPDIR" in sentence(missing)


def test_a_folder_that_is_gone_is_the_reason_for_all_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert "the folder in which you are is gone" in sentence(OSError(errno.ENOENT, "x", "a"))


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        ("OSError(28, 'x', 'a')", "Error: a: the disk is full"),
        (
            "OverflowError('bind(): port must be 0-65535.')",
            "Error: the output cannot be written: no",
        ),
        ("OverflowError('x')", "Traceback"),
        ("ValueError('x')", "Traceback"),
    ],
)
def test_only_what_the_machine_refuses_is_told_so(raised: str, told: str) -> None:
    code = "from generator.source.failing import tell_uncaught as t; t(); t(); raise "
    done = subprocess.run(
        [sys.executable, "-c", code + raised], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1 or "Traceback" in told


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_an_output_that_takes_nothing_is_given_up(stream: str) -> None:
    code = (
        "import sys; from generator.source.failing import tell\n"
        "try: sys.stdout.write('x')\n"
        "except OSError: pass\n"
        "tell(OSError(28, 'x')); sys.exit(2)"
    )
    with Path("/dev/full").open("w") as full:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | {stream: full}
        kept = {name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}
        done = subprocess.run(  # type: ignore[call-overload]
            [sys.executable, "-c", code], text=True, check=False, env=kept, **pipes
        )
    assert done.returncode == 2
    if stream == "stdout":
        assert done.stderr.count("\n") == 1
        assert "the disk is full" in done.stderr


def test_it_is_put_in_place_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    tell_uncaught()
    first = sys.excepthook
    tell_uncaught()
    assert sys.excepthook is first is not sys.__excepthook__
