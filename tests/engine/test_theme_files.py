"""overrides/: each file is there, is itself, and is what its name says; only that is published."""

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from generator.engine.theme_files import NEEDED, publishable, taken, theme_problems
from generator.problems.problem import Problem
from generator.source.pictures import is_picture
from tests.drawn import picture
from tests.project import ROOT, Project

INTER = (ROOT / "overrides/assets/fonts/inter.woff2").read_bytes()
KINDS = {".css", ".html", ".js", ".txt", ".woff2", ".xml"}


@pytest.fixture
def folder(project: Project) -> Path:
    """A copy of overrides/."""
    return project.with_templates().root / "overrides"


def told(folder: Path) -> list[tuple[str, str, int]]:
    return [(p.rule, p.place.path, p.place.line) for p in theme_problems(folder)]


def test_the_theme_itself_is_sound(folder: Path) -> None:
    assert told(folder) == []


def test_all_that_pages_cannot_do_without_is_known() -> None:
    folder = ROOT / "overrides"
    files = [file for file in folder.rglob("*") if is_picture(file.name) or file.suffix in KINDS]
    assert sorted(file.relative_to(folder).as_posix() for file in files) == sorted(NEEDED)


@pytest.mark.parametrize("name", NEEDED)
def test_a_file_that_is_missing_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert told(folder) == [("file", f"overrides/{name}", 1)]


@pytest.mark.parametrize("blank", ["", "\n \n"])
@pytest.mark.parametrize("name", NEEDED)
def test_a_file_with_nothing_in_it_is_told(folder: Path, name: str, blank: str) -> None:
    (folder / name).write_text(blank)
    assert told(folder) == [("file", f"overrides/{name}", 1)]


def test_a_folder_that_is_missing_is_told_as_one(folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    assert told(folder) == [("file", "overrides", 1)]


@pytest.mark.parametrize("name", ["main.html", "assets/more.css", "assets/more.txt", "x.bin"])
def test_links_and_pipes_are_told_and_never_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert told(folder) == [("file", f"overrides/{name}", 1)]
    (folder / name).unlink()
    (folder / name).symlink_to("/etc/hostname")
    assert told(folder) == [("file", f"overrides/{name}", 1)]


@pytest.mark.parametrize("name", ["more", ".icons"])
def test_a_folder_that_is_a_link_is_told(folder: Path, name: str) -> None:
    (folder / name).symlink_to(folder / "assets")
    assert told(folder) == [("file", f"overrides/{name}", 1)]


def test_what_an_editing_program_hides_is_no_matter(folder: Path) -> None:
    (folder / "assets" / ".#guide.css").symlink_to("somebody@there.1234")
    assert told(folder) == []


def test_a_file_or_folder_that_cannot_be_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, scan = Path.read_bytes, os.scandir

    def refused(path: Path) -> bytes:
        if path.name == "footer.html":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert told(folder) == [("file", "overrides/partials/footer.html", 1)]

    def closed(path: str) -> object:
        if Path(path).name == "fonts":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(os, "scandir", closed)
    assert told(folder) == [("file", "overrides/assets/fonts", 1)]


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("assets/guide.css", b"a {}\n\xff", "encoding"),
        ("partials/logo.html", b"\xff", "encoding"),
        ("assets/logo.svg", b"<svg><script/></svg>", "file"),
        ("assets/map.png", b"<html>", "file"),
        ("assets/favicon.ico", b"GIF89a", "file"),
        ("assets/fonts/inter.woff2", b"<html>", "file"),
        ("assets/fonts/inter.woff2", INTER[:9000], "file"),
        ("assets/fonts/inter.woff2", INTER + b"\0", "file"),
        ("assets/guide.js", "\xa0\n".encode(), "file"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told(
    folder: Path, name: str, data: bytes, rule: str
) -> None:
    (folder / name).write_bytes(data)
    assert [(found, path) for found, path, _line in told(folder)] == [(rule, f"overrides/{name}")]


def published(project: Project, *names: str) -> tuple[dict[str, bytes], list[Problem]]:
    config = load_config(str(project.path("mkdocs.yml")))
    config.plugins._current_plugin = "guide"  # noqa: SLF001 - as the engine does for each event
    own = str(config.theme.custom_dir)
    files = Files([File(name, own, config.site_dir, use_directory_urls=True) for name in names])
    found = list(publishable(files, config))
    return {file.src_uri: file.content_bytes for file in files}, found


def test_only_what_belongs_there_is_published(project: Project) -> None:
    project.with_templates()
    sound = {f"assets/x.{kind}": picture(kind) for kind in ("png", "ico", "svg", "webp")}
    sound |= {"assets/x.css": b"a {}", "assets/x.js": b"x()", "assets/x.txt": b"Free."}
    strange = ("assets/x.pdf", "assets/x.css~", "assets/x.exe", "assets/x")
    for name, data in {**sound, **dict.fromkeys(strange, b"%PDF")}.items():
        project.write(f"overrides/{name}", data)
    kept, found = published(project, *sound, *strange)
    assert kept == sound
    assert [p.place.path for p in found] == [f"overrides/{name}" for name in strange]


def test_what_is_told_already_is_left_out_too(project: Project) -> None:
    project.with_templates()
    project.path("overrides/assets/x.css").symlink_to("/etc/hostname")
    assert published(project, "assets/x.css") == ({}, [])


@pytest.mark.parametrize("kind", ["css", "js", "svg", "txt"])
def test_texts_are_published_with_unix_line_ends(project: Project, kind: str) -> None:
    project.with_templates()
    text = picture("svg").replace(b"<path", b"\n<path") if kind == "svg" else b"a\nb\n"
    project.write(f"overrides/assets/x.{kind}", text.replace(b"\n", b"\r\n"))
    kept, _found = published(project, f"assets/x.{kind}")
    assert kept == {f"assets/x.{kind}": text}


def test_no_picture_takes_the_address_of_a_file_of_the_engine_s_theme(project: Project) -> None:
    config = load_config(str(project.path("mkdocs.yml")))
    names = ("assets/images/favicon.png", "assets/images/a.png")
    own = [File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in names]
    files = Files(own)
    (problem,) = taken(files, config)
    assert (problem.rule, problem.place.path) == ("file", f"content/{names[0]}")
    assert [file.src_uri for file in files] == [names[1]]
