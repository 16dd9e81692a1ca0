import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from generator.engine.theme import hasten, visible_below
from generator.pages.compiled import COMPILED


def listed(environment: Environment) -> set[str]:
    return {
        name
        for name in environment.list_templates()
        if not any(part.startswith(".") for part in Path(name).parts)
    }


def test_everything_but_hidden_folders_is_listed(tmp_path: Path) -> None:
    for name in ("main.html", "assets/a.css", "partials/b.html", ".icons/c.svg", "x/.y/d.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    theme = Theme("material", custom_dir=str(tmp_path))
    before = theme.get_env()
    hasten(theme)
    after = theme.get_env()
    assert {"main.html", "assets/a.css", "partials/b.html"} <= set(after.list_templates())
    assert listed(after) == listed(before)
    assert not [name for name in after.list_templates() if "/." in f"/{name}"]
    assert len(after.list_templates()) < len(before.list_templates()) / 10


def test_what_is_named_is_loaded_from_a_hidden_folder_too_and_compiled_once(tmp_path: Path) -> None:
    (tmp_path / ".icons").mkdir()
    (tmp_path / ".icons" / "c.svg").write_text("<svg/>")
    theme = Theme("material", custom_dir=str(tmp_path))
    hasten(theme)
    environment = theme.get_env()
    assert environment.get_template(".icons/c.svg").render() == "<svg/>"
    assert environment.bytecode_cache is COMPILED
    assert isinstance(environment.loader, FileSystemLoader)


def test_a_pipe_is_no_file_of_the_theme(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "main.html")
    theme = Theme("material", custom_dir=str(tmp_path))
    hasten(theme)
    assert "main.html" not in set(visible_below(str(tmp_path)))
    assert theme.get_env().get_template("main.html").filename != str(tmp_path / "main.html")
