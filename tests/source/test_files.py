import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems.problem import Place, Problem
from generator.source.files import files_below, is_regular, read_bytes, read_text


def problem(root: Path, path: str) -> Problem:
    found = read_text(root, path)
    assert isinstance(found, Problem)
    return found


def test_text_is_utf_8_with_unix_line_ends_and_without_a_mark(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9: 1\r\nb: 2\r")
    assert read_text(tmp_path, "a.yml") == "café: 1\nb: 2\n"


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", Place("a.yml", 2, 7)),
        ("a: é".encode("utf-16"), Place("a.yml", 1, 1)),
        ("a: 1".encode("utf-16-le"), Place("a.yml", 1, 1)),
    ],
)
def test_another_encoding_is_a_problem_at_the_first_wrong_byte(
    tmp_path: Path, raw: bytes, place: Place
) -> None:
    (tmp_path / "a.yml").write_bytes(raw)
    found = problem(tmp_path, "a.yml")
    assert (found.rule, found.place) == ("encoding", place)
    assert "UTF-8" in found.message


def test_a_missing_file_a_folder_and_a_link_are_problems(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("a: 1")
    root = tmp_path / "root"
    (root / "folder.yml").mkdir(parents=True)
    (root / "link.yml").symlink_to(outside)
    (root / "broken.yml").symlink_to(tmp_path / "nowhere")
    assert "missing" in problem(root, "absent.yml").message
    assert "folder" in problem(root, "folder.yml").message
    assert "link" in problem(root, "link.yml").message
    assert "link" in problem(root, "broken.yml").message


def test_a_link_further_up_the_path_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yml").write_text("a: 1")
    (tmp_path / "data").symlink_to(tmp_path / "real")
    assert "data is a link" in problem(tmp_path, "data/a.yml").message


def test_files_are_listed_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml", ".hidden", "a.yml~", "c/d.yml", ".git/x"):
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    (tmp_path / "data" / "z").symlink_to(tmp_path / "data" / "c")
    assert list(files_below(tmp_path, "data")) == [
        "data/a.yml",
        "data/a.yml~",
        "data/b.yml",
        "data/z",
        "data/c/d.yml",
    ]


def test_a_null_character_is_a_problem_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: 1\nb: \x00\n")
    found = problem(tmp_path, "a.yml")
    assert (found.rule, found.place.line) == ("encoding", 2)


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"")
    assert read_text(tmp_path, "a.yml") == ""


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = problem(tmp_path, "a.yml")
    assert (found.rule, found.place) == ("file", Place("a.yml"))
    assert "permissions" in found.message


def test_a_folder_that_is_not_there_holds_no_files(tmp_path: Path) -> None:
    assert not list(files_below(tmp_path, "data"))


@pytest.mark.parametrize("read", [read_bytes, read_text])
def test_a_pipe_is_not_waited_for(
    tmp_path: Path, read: Callable[[Path, str], bytes | str | Problem]
) -> None:
    os.mkfifo(tmp_path / "a")
    found = read(tmp_path, "a")
    assert isinstance(found, Problem)
    assert "pipe" in found.message
    assert not is_regular(tmp_path / "a")


def test_bytes_are_read_as_they_are_and_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\r\n")
    assert read_bytes(tmp_path, "a") == b"\xff\r\n"
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to(".")
    assert isinstance(read_bytes(tmp_path, "b"), Problem)
    assert isinstance(read_bytes(tmp_path, "c/a"), Problem)
    assert is_regular(tmp_path / "a")
    assert not [name for name in ("b", "c", "gone", "a\0") if is_regular(tmp_path / name)]
