"""Compiled templates: kept for the process and on disk, and never in place of another text."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import jinja2
import pytest
from jinja2 import DictLoader, Environment

from generator.pages import compiled
from generator.pages.compiled import CompiledTemplates

compiles: list[str] = []


class Counting(Environment):
    """An environment that tells of each text that it compiles."""

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        compiles.append(source)
        return super().compile(source, *args, **options)


@pytest.fixture(autouse=True)
def _from_nothing() -> None:
    compiles.clear()


def shown(cache: CompiledTemplates, text: str = "Hello, {{ name }}") -> str:
    """Render a template of some text in an environment of its own."""
    environment = Counting(loader=DictLoader({"a": text}), bytecode_cache=cache, autoescape=True)
    return environment.get_template("a").render(name="you")


def kept(folder: Path) -> Path:
    """Return the one file that is kept on disk."""
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    return file


def test_a_text_is_compiled_once_in_a_process_and_once_for_all(tmp_path: Path) -> None:
    cache = CompiledTemplates(tmp_path)
    assert shown(cache) == shown(cache) == "Hello, you"
    assert len(compiles) == 1
    kept(tmp_path).unlink()
    assert shown(cache) == "Hello, you"
    assert len(compiles) == 1, "the process itself remembers"
    shown(CompiledTemplates(tmp_path))
    assert len(compiles) == 2


def test_the_next_process_finds_it_on_disk(tmp_path: Path) -> None:
    shown(CompiledTemplates(tmp_path))
    assert shown(CompiledTemplates(tmp_path)) == "Hello, you"
    assert len(compiles) == 1


def test_a_changed_text_is_compiled_again_and_takes_the_old_one_s_place(tmp_path: Path) -> None:
    cache = CompiledTemplates(tmp_path)
    shown(cache)
    for text in ("Bye, {{ name }}", "Hello, {{ name }}"):
        made = text.replace("{{ name }}", "you")
        assert shown(cache, text) == made
        assert shown(CompiledTemplates(tmp_path), text) == made
        assert kept(tmp_path)
    assert len(compiles) == 3, "each change is compiled once, and nothing else"


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _cut_in_its_digest(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:20])


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def _lengthened(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"more")


def _one_bit_off(file: Path) -> None:
    text = bytearray(file.read_bytes())
    text[len(text) // 2] ^= 1
    file.write_bytes(text)


def _without_a_digest(file: Path) -> None:
    file.write_bytes(file.read_bytes()[32:])


@pytest.mark.parametrize(
    "damage",
    [_emptied, _cut_in_its_digest, _cut, _lengthened, _one_bit_off, _without_a_digest],
)
def test_a_damaged_file_is_not_used_but_made_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    shown(CompiledTemplates(tmp_path))
    damage(kept(tmp_path))
    assert shown(CompiledTemplates(tmp_path)) == "Hello, you"
    assert len(compiles) == 2
    assert shown(CompiledTemplates(tmp_path)) == "Hello, you"
    assert len(compiles) == 2, "the file is whole again"


def test_a_folder_in_the_file_s_place_is_left_alone(tmp_path: Path) -> None:
    shown(CompiledTemplates(tmp_path))
    file = kept(tmp_path)
    file.unlink()
    file.mkdir()
    cache = CompiledTemplates(tmp_path)
    assert shown(cache) == shown(cache) == "Hello, you"
    assert len(compiles) == 2
    assert file.is_dir()


def test_a_file_in_the_folder_s_place_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "caches"
    place.write_text("mine", encoding="utf-8")
    cache = CompiledTemplates(place)
    assert shown(cache) == shown(cache) == "Hello, you"
    assert len(compiles) == 1, "the process remembers all the same"
    assert place.read_text(encoding="utf-8") == "mine"


def _refused(*_args: object, **_options: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("of", "name"),
    [
        (Path, "mkdir"),
        (Path, "read_bytes"),
        (Path, "replace"),
        (tempfile, "mkstemp"),
    ],
)
def test_a_folder_that_may_not_be_read_or_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of: object, name: str
) -> None:
    monkeypatch.setattr(of, name, _refused)
    cache = CompiledTemplates(tmp_path)
    assert shown(cache) == shown(cache) == "Hello, you"
    assert len(compiles) == 1


def test_nothing_unfinished_is_left_where_a_file_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", _refused)
    shown(CompiledTemplates(tmp_path))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("other", ["python", "jinja"])
def test_what_another_python_or_jinja_made_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    with monkeypatch.context() as patch:
        if other == "python":
            patch.setattr(sys.implementation, "cache_tag", "cpython-399")
        else:
            patch.setattr(compiled, "version", lambda _name: "99.0")
        shown(CompiledTemplates(tmp_path))
        theirs = kept(tmp_path)
        theirs.write_bytes(b"what this one does not understand")
    assert shown(CompiledTemplates(tmp_path)) == "Hello, you"
    assert len(compiles) == 2
    assert theirs.read_bytes() == b"what this one does not understand"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes may write the same file, and one of them may be stopped at any time."""
    put: list[tuple[Path, Path]] = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        assert not target.exists(), "it is not written before"
        put.append((self, target))
        whole = self.read_bytes()
        done = replace(self, target)
        assert target.read_bytes() == whole
        return done

    monkeypatch.setattr(Path, "replace", noted)
    shown(CompiledTemplates(tmp_path))
    ((unfinished, file),) = put
    assert unfinished.parent == file.parent, "within one file system it is one step"
    assert not unfinished.exists()
    assert kept(tmp_path) == file


def test_only_its_owner_may_read_or_change_it(tmp_path: Path) -> None:
    shown(CompiledTemplates(tmp_path / "caches"))
    file = kept(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) & 0o077 == 0


def test_by_default_it_lies_where_a_person_s_caches_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shown(CompiledTemplates())
    assert kept(tmp_path).is_relative_to(tmp_path / "imp-guide")
    assert f"jinja-{jinja2.__version__}" in kept(tmp_path).parent.name
    assert os.listdir(tmp_path) == ["imp-guide"]  # noqa: PTH208 - names alone


def test_a_pipe_in_the_cache_is_not_waited_for(tmp_path: Path) -> None:
    shown(CompiledTemplates(tmp_path))
    file = kept(tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert shown(CompiledTemplates(tmp_path)) == "Hello, you"
    assert len(compiles) == 2


def test_templates_are_kept_whatever_the_folders_are_called(tmp_path: Path) -> None:
    kept = CompiledTemplates(tmp_path)
    keys = {
        kept.get_cache_key("a.j2", f"/x/{name}/a.j2") for name in ("a", "\udcff", "\udcfe", "é")
    }
    assert len(keys) == 4
