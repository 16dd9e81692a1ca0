import os
from pathlib import Path
from typing import NoReturn

import pytest
from jinja2 import FileSystemLoader, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from generator.pages import environment
from generator.pages.environment import problem_of, template_environment, template_texts
from generator.problems.problem import Place


def test_what_a_template_prints_is_escaped_unless_a_component_made_it() -> None:
    template = template_environment().from_string("{{ text }} {{ made }}")
    shown = template.render(text="*a* | <b> & \"q\" 'p'", made=Markup("<b>b</b>"))
    assert shown == "*a* | &lt;b&gt; &amp; &#34;q&#34; &#39;p&#39; <b>b</b>"


def test_what_a_template_puts_together_of_values_is_escaped() -> None:
    template = template_environment().from_string("{{ '/c/' ~ text }} {{ [text] | join('<') }}")
    assert template.render(text="<") == "/c/&lt; &lt;"


def test_a_name_that_is_not_defined_is_an_error_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        template_environment().from_string("{{ nothing }}").render()


def test_the_place_of_an_error_is_not_told_twice() -> None:
    error = TemplateSyntaxError("restore it", 3, filename="/templates/category.html.j2")
    problem = problem_of(error, "content/a.md")
    assert problem.message == "restore it"
    assert problem.place == Place("generator/pages/templates/category.html.j2", 3)


def test_an_error_is_placed_on_the_line_of_the_file() -> None:
    with pytest.raises(TemplateSyntaxError) as syntax:
        template_environment().compile("one\n{{ two( }}\n", "category.html.j2", "category.html.j2")
    problem = problem_of(syntax.value, "content/a.md")
    place = Place("generator/pages/templates/category.html.j2", 2)
    assert (problem.rule, problem.place) == ("template", place)


def test_an_error_that_comes_of_no_template_is_placed_in_the_file_whose_page_was_made() -> None:
    problem = problem_of(ValueError("one\ntwo"), "content/a.md")
    assert (problem.rule, problem.place) == ("template", Place("content/a.md"))
    assert problem.message == "one two"
    assert problem_of(KeyError(), "content/a.md").message == "KeyError"


def test_an_error_in_the_generator_s_own_template_is_placed_there() -> None:
    templates = template_environment()
    templates.globals["guide"] = None
    with pytest.raises(UndefinedError) as caught:
        templates.get_template("components.html.j2").module.codes_by_category("x", None)  # type: ignore[attr-defined]
    problem = problem_of(caught.value, "content/a.md")
    assert problem.rule == "template"
    assert problem.place.path == "generator/pages/templates/components.html.j2"
    assert problem.place.line > 1


def test_a_template_that_cannot_be_read_is_told_in_a_sentence_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    monkeypatch.setattr(environment, "files", lambda _package: tmp_path)
    os.mkfifo(folder / "pipe.j2")
    (folder / "link.j2").symlink_to("/etc/hostname")
    (folder / "latin.j2").write_bytes(b"\xe9")
    (folder / "sound.j2").write_text("sound")
    assert template_texts() == ("\ufffd", "sound")
    said = {}
    for name in ("pipe", "link", "latin", "gone"):
        with pytest.raises(TemplateSyntaxError) as caught:
            template_environment().get_template(f"{name}.j2")
        problem = problem_of(caught.value, "content/a.md")
        assert problem.place == Place(f"{environment.TEMPLATES}/{name}.j2")
        said[name] = problem.message.partition(" File ")[0]
    assert said["pipe"] == said["gone"] == "the file is missing: restore it"
    assert "is a link" in said["link"]
    assert "UTF-8" in said["latin"]
    assert template_environment().get_template("sound.j2").render() == "sound"


def test_a_template_that_may_not_be_read_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_named: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.j2").write_text("a")
    monkeypatch.setattr(environment, "files", lambda _package: tmp_path)
    monkeypatch.setattr(FileSystemLoader, "get_source", refused)
    monkeypatch.setattr(Path, "read_text", refused)
    assert template_texts() == ("",)
    with pytest.raises(TemplateSyntaxError, match="cannot be read"):
        template_environment().get_template("a.j2")
