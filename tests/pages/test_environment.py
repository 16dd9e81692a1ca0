import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from generator.pages.environment import content_environment, problem_of, template_environment
from generator.problems.problem import Place


def test_what_a_template_prints_is_escaped_unless_a_component_made_it() -> None:
    template = template_environment().from_string("{{ text }} {{ made }}")
    assert (
        template.render(text="*a* | <b>", made=Markup("**b**")) == r"\*a\* &#124; &lt;b&gt; **b**"
    )


def test_a_name_that_is_not_defined_is_an_error_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        template_environment().from_string("{{ nothing }}").render()


def test_pages_reach_components_and_nothing_else() -> None:
    environment = content_environment()
    for text in ("{{ range(3) }}", "{{ lipsum() }}", "{{ cycler }}", "{{ guide }}"):
        with pytest.raises(UndefinedError):
            environment.from_string(text).render()
    with pytest.raises(SecurityError):
        environment.from_string("{{ ''.__class__.__mro__ }}").render()


def test_pages_include_no_other_template() -> None:
    with pytest.raises(TypeError):
        content_environment().from_string("{% include 'components.md.j2' %}").render()


def test_the_id_of_a_heading_is_no_comment() -> None:
    text = "## A {#a}\n{## a comment ##}"
    assert content_environment().from_string(text).render() == "## A {#a}\n"


def test_an_error_is_placed_on_the_line_of_the_file() -> None:
    environment = content_environment()
    with pytest.raises(TemplateSyntaxError) as syntax:
        environment.compile("one\n{{ two( }}\n", "content/a.md", "content/a.md")
    problem = problem_of(syntax.value, "content/a.md", first_line=10)
    assert (problem.rule, problem.place) == ("component", Place("content/a.md", 11))


def test_an_error_in_the_generator_s_own_template_is_placed_there() -> None:
    environment = template_environment()
    environment.globals["guide"] = None
    with pytest.raises(UndefinedError) as caught:
        environment.get_template("components.md.j2").module.category_table("x", None)  # type: ignore[attr-defined]
    problem = problem_of(caught.value, "content/a.md")
    assert problem.rule == "template"
    assert problem.place.path == "generator/pages/templates/components.md.j2"
    assert problem.place.line > 1
