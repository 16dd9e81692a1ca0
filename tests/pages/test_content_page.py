import pytest

from generator.guide import Compiled, compile_guide
from generator.problems.problem import Place, Problem, errors
from tests.project import TODAY, Project

LIST = "content/categories/index.md"


def compiled(project: Project) -> Compiled:
    return compile_guide(project.root, TODAY)


def only(project: Project) -> Problem:
    stopping = errors(compiled(project).problems)
    assert len(stopping) == 1, stopping
    return stopping[0]


@pytest.mark.parametrize(
    ("path", "old", "new", "says", "column"),
    [
        ("content/employers.md", "{{ steps() }}", "{{ stepps() }}", "did you mean `steps`", 4),
        ("content/employers.md", "{{ steps() }}", "{{ nothing_like_it() }}", "use one of", 4),
        ("content/employers.md", "{{ steps() }}", "{{ steps( }}", "cannot be read", 1),
        ("content/employers.md", "{{ steps() }}", "{{ steps(1) }}", "cannot be read", 1),
        ("content/employers.md", "{{ steps() }}", "x {{ 1 / 0 }}", "cannot be read", 3),
        ("content/employers.md", '("before")', '("later")', '"before" or "after"', 1),
        (LIST, 'group="turn-about"', '"village-bakery"', "`village-bakery-help`", 1),
        (LIST, 'group="agreement-between-towns"', 'group="treaty"', "no group", 1),
        ("content/codes.md", "An exemption code", '{{ code("K99") }} An', "K99", 1),
    ],
)
def test_a_wrong_call_is_one_problem_on_its_line(
    project: Project, path: str, old: str, new: str, says: str, column: int
) -> None:
    line = project.replace(path, old, new)
    problem = next(p for p in errors(compiled(project).problems) if p.rule == "component")
    assert (problem.place.path, problem.place.line) == (path, line)
    assert problem.place.column == column
    assert says in problem.message


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("content/codes.md", "review_byline()"),
        ("content/codes.md", "verify_notice()"),
        ("content/glossary.md", "verify_notice()"),
        ("content/codes.md", "codes_by_code()"),
        ("content/imp-vs-tfwp.md", "programme_comparison()"),
        ("content/reviews.md", "review_register()"),
        ("content/index.md", "category_table()"),
    ],
)
def test_a_page_must_call_what_it_is_there_for(project: Project, path: str, call: str) -> None:
    project.replace(path, f"{{{{ {call} }}}}", "")
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("component", path)
    assert f"{{{{ {call} }}}}" in problem.message


def test_a_component_stays_a_block_without_blank_lines_around_it(project: Project) -> None:
    project.replace("content/codes.md", "{{ verify_notice() }}\n", "{{ verify_notice() }}\nMore.\n")
    page = compiled(project).pages["codes.md"]
    assert 'data-subject="codes" data-search-exclude="" }\n\n\nMore.' in page.markdown


def test_a_code_in_a_sentence_is_a_link(project: Project) -> None:
    project.replace("content/codes.md", "An exemption", 'See {{ code("K12") }}. An exemption')
    page = compiled(project).pages["codes.md"]
    assert "See [K12](/codes.md#k12){: .guide-code }. An" in page.markdown


def test_markdown_outside_of_calls_is_left_alone(project: Project) -> None:
    page = compiled(project).pages["glossary.md"]
    assert page.markdown.strip().startswith("# Glossary")
    assert "{: .guide-lead }" in page.markdown


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("{{ verify_notice() }}", "{{ verify_notice }}", 4, "write `{{ verify_notice() }}`"),
        ("{{ verify_notice() }}", "{ verify_notice() }", 3, "write `{{ verify_notice() }}`"),
        ("{{ codes_by_code() }}", "{{ code(“K12”) }}", 1, "typographic quotes"),
    ],
)
def test_a_call_that_is_none_is_told_where_it_stands(
    project: Project, old: str, new: str, column: int, says: str
) -> None:
    line = project.replace("content/codes.md", old, new)
    found = compile_guide(project.root, TODAY).problems
    problem = next(p for p in found if p.rule == "component")
    assert problem.place == Place("content/codes.md", line, column)
    assert says in problem.message
