"""The house: its rooms, the way between them, and who knows the site engine."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT

ROOMS = (
    "problems",
    "source",
    "model",
    "rules",
    "inspection",
    "pages",
    "guide",
    "reviews",
    "outputs",
    "watch",
    "editing",
    "engine",
    "hooks",
    "cli",
)
"""In the order of the flow: each uses only those before it."""

KNOW_MKDOCS = {"engine", "hooks"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        inside = path.relative_to(ROOT / "generator")
        if inside.name != "__init__.py" or len(inside.parts) > 1:
            yield inside.parts[0].removesuffix(".py"), path


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_there_are_these_rooms_and_no_others() -> None:
    assert len(ROOMS) <= 14
    assert {room for room, _ in modules()} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_those_before_it(room: str) -> None:
    before = set(ROOMS[: ROOMS.index(room) + 1])
    for name, path in modules():
        for module in imported(path) if name == room else ():
            if module.startswith("generator."):
                assert module.split(".")[1] in before, f"{path.name} imports {module}"


def test_only_the_engine_s_room_and_its_door_know_mkdocs() -> None:
    knowing = {
        room
        for room, path in modules()
        if any(module.split(".")[0] in {"mkdocs", "material"} for module in imported(path))
    }
    assert knowing <= KNOW_MKDOCS
    assert "engine" in knowing


def test_the_map_of_the_readme_has_every_room() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for room in ROOMS:
        name = f"generator/{room}{'.py' if room in {'guide', 'hooks'} else '/'}"
        assert f"| `{name}` |" in text, name


def test_the_tests_mirror_the_rooms() -> None:
    for room in ROOMS:
        if room != "hooks":  # the door is opened by every whole build
            folder, module = ROOT / "tests" / room, ROOT / "tests" / f"test_{room}.py"
            assert module.is_file() if room == "guide" else folder.is_dir(), room
