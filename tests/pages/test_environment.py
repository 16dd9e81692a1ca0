import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from generator.pages.environment import problem_of, template_environment
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
    environment = template_environment()
    environment.globals["guide"] = None
    with pytest.raises(UndefinedError) as caught:
        environment.get_template("components.html.j2").module.codes_by_category("x", None)  # type: ignore[attr-defined]
    problem = problem_of(caught.value, "content/a.md")
    assert problem.rule == "template"
    assert problem.place.path == "generator/pages/templates/components.html.j2"
    assert problem.place.line > 1
