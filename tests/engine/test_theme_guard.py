from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateNotFound

from generator.engine.theme_guard import guard
from generator.problems.problem import Problem


def render(root: Path, text: str) -> tuple[str, list[Problem]]:
    folder = root / "overrides"
    folder.mkdir()
    (folder / "main.html").write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
    found: list[Problem] = []

    def note(problem: Problem) -> str:
        found.append(problem)
        return "instead"

    guard(environment, root, note)
    return environment.get_template("main.html").render(page="x"), found


def test_a_sound_template_is_rendered(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ page }}") == ("x", [])


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n{% block %}", 2), ("a\n\n{{ page.nothing.more }}", 3), ("{{ 1 / 0 }}", 1)],
)
def test_a_broken_one_is_a_problem_on_its_line(tmp_path: Path, text: str, line: int) -> None:
    shown, found = render(tmp_path, text)
    assert shown == "instead"
    assert [(p.rule, p.place.path, p.place.line) for p in found] == [
        ("template", "overrides/main.html", line)
    ]


@pytest.mark.parametrize("text", [b"a\xff", b"{{ " + b"[" * 5000 + b" }}"])
def test_what_is_no_template_at_all_is_a_problem_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.html").write_bytes(text)
    environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    found: list[Problem] = []

    def note(problem: Problem) -> str:
        found.append(problem)
        return "instead"

    guard(environment, tmp_path, note)
    environment.get_template("main.html").render()
    assert [problem.place.path for problem in found] == ["overrides"]


def test_a_template_that_is_not_there_is_the_engine_s_matter(tmp_path: Path) -> None:
    environment = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    guard(environment, tmp_path, str)
    with pytest.raises(TemplateNotFound):
        environment.get_template("nothing.html")
