"""What is wrong with mkdocs.yml itself, at its place."""

from collections.abc import Callable

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.engine.stopped import sentence, what_stopped
from generator.problems.problem import Problem
from tests.project import Project

SETTINGS = "mkdocs.yml"


def found(project: Project, engine: list[str] | None = None) -> list[Problem]:
    """Return what is told where the engine cannot read the settings."""
    try:
        load_config(str(project.root / SETTINGS))
    except MkDocsException as error:
        return list(what_stopped(error, engine if engine is not None else [], project.root))
    return list(what_stopped(None, engine if engine is not None else [], project.root))


def test_sound_settings_are_no_problem(project: Project) -> None:
    assert found(project) == []


@pytest.mark.parametrize("spoil", [lambda t: t + "x: [\n", lambda t: t.replace("nav:", "nav: - [")])
def test_settings_that_are_no_yaml_are_told_at_the_line(
    project: Project, spoil: Callable[[str], str]
) -> None:
    project.write(SETTINGS, spoil(project.read(SETTINGS)))
    (problem,) = found(project)
    assert problem.rule == "yaml"
    assert problem.place.line > 5


def test_settings_in_no_encoding_are_told(project: Project) -> None:
    project.write(SETTINGS, project.read(SETTINGS).encode() + b"# \xff\n")
    (problem,) = found(project)
    assert problem.rule == "encoding"


def test_what_the_engine_says_of_a_setting_is_told_there_and_once(project: Project) -> None:
    line = project.line_of(SETTINGS, "plugins:")
    engine = ["Config value 'plugins': The \"x\" plugin is not installed", "something else"]
    (problem,) = what_stopped(Abort("Aborted"), engine, project.root)
    assert (problem.rule, problem.place.line) == ("settings", line)
    assert problem.message == '`plugins`: The "x" plugin is not installed'
    assert engine == ["something else"]


def test_a_part_of_a_setting_is_told_at_its_own_line(project: Project) -> None:
    line = project.line_of(SETTINGS, "  anchors:")
    engine = ["Config value 'validation': Sub-option 'anchors': Expected one of warn, info"]
    (problem,) = what_stopped(Abort("Aborted"), engine, project.root)
    assert (problem.rule, problem.place.line) == ("settings", line)


@pytest.mark.parametrize("sign", ["\x07", "\x7f", "\ufffe"])
def test_a_sign_that_no_text_may_have_is_told_where_it_stands(project: Project, sign: str) -> None:
    text = project.read(SETTINGS)
    project.write(SETTINGS, text.replace("theme:\n", f"theme:\n  é: a{sign}\n"))
    (problem,) = found(project)
    assert (problem.rule, problem.place.column) == ("yaml", 7)
    assert problem.place.line == project.line_of(SETTINGS, "  é:")
    assert str(project.root) not in problem.message


def test_what_the_engine_cannot_do_with_them_is_told_in_its_words(project: Project) -> None:
    engine: list[str] = []
    assert list(what_stopped(ConfigurationError("no such tag"), engine, project.root)) == []
    assert list(what_stopped(Abort("Aborted"), engine, project.root)) == []
    assert engine == ["no such tag"]


def test_settings_without_the_guide_s_program_are_told(project: Project) -> None:
    line = project.replace(SETTINGS, "\nhooks:\n", "\nhooks: []\nother:\n") + 1
    (problem,) = found(project)
    assert (problem.rule, problem.place.line) == ("settings", line)
    project.write(SETTINGS, "site_name: x\n")
    (problem,) = found(project)
    assert "- generator/hooks.py" in problem.message


def test_what_nobody_foresaw_is_a_sentence_with_a_place_in_the_program() -> None:
    empty: dict[str, str] = {}
    with pytest.raises(KeyError) as caught:
        empty["x"]
    assert "KeyError (test_stopped.py:" in sentence(caught.value)
