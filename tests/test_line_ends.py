"""A clone holds the same bytes on each machine, whatever its git is set to."""

import subprocess
from pathlib import Path

import pytest

from tests.project import ROOT

TEXTS = (
    "data/a.yml",
    "content/a.md",
    "overrides/assets/a.css",
    "overrides/a.html",
    "a.svg",
    "Make",
)
BINARY = ("a.png", "a.jpg", "a.gif", "a.webp", "a.ico", "a.avif", "a.woff2")


def git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=Editor", "-c", "user.email=editor@guide.example"]
    command = ["git", *person, "-c", "core.autocrlf=true", "-c", "core.safecrlf=false", *arguments]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone by a git that is set up as on Windows, of files that were saved there."""
    source = tmp_path / "source"
    files = dict.fromkeys(TEXTS, b"one\r\ntwo\r\n")
    # All of these could be taken for texts.
    files |= dict.fromkeys(BINARY, b"one\r\ntwo\n")
    files[".gitattributes"] = (ROOT / ".gitattributes").read_bytes()
    for name, data in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    git(tmp_path, "init", "--quiet", "source")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message", "A state")
    git(tmp_path, "clone", "--quiet", "source", "clone")
    return tmp_path / "clone"


def test_texts_have_unix_line_ends_and_all_else_is_left_alone(clone: Path) -> None:
    assert {(clone / name).read_bytes() for name in TEXTS} == {b"one\ntwo\n"}
    assert {(clone / name).read_bytes() for name in BINARY} == {b"one\r\ntwo\n"}
