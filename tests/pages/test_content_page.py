import pytest
from lxml import html

from generator.guide import Compiled, compile_guide
from generator.problems.problem import Place, Problem, errors
from tests.builds import find
from tests.pages.making import tree
from tests.project import TODAY, Project

CODES = "content/codes.md"
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
        ("content/employers.md", "{{ steps() }}", "x {{ 1 / 0 }}", "nothing else", 3),
        ("content/employers.md", '("before")', '("later")', '"before" or "after"', 1),
        (LIST, 'group="turn-about"', '"village-bakery"', "`village-bakery-help`", 1),
        (LIST, 'group="agreement-between-towns"', 'group="treaty"', "no group", 1),
        (LIST, 'group="turn-about"', '"turn-about"', 'write `{{ category_cards(group="turn', 1),
        (LIST, 'group="turn-about"', 'groups="turn-about"', "does not take", 1),
        ("content/employers.md", "{{ steps() }}", '{{ steps("a") }}', "does not take", 1),
        ("content/employers.md", '("before")', "()", 'write "before" or "after"', 1),
        ("content/employers.md", "{{ steps() }}", "{{ steps.x() }}", "nothing else", 1),
        ("content/employers.md", "{{ steps() }}", "{{ range() }}", "no component `range`", 4),
        ("content/employers.md", "{{ steps() }}", "{{ __init__() }}", "no component", 4),
        ("content/employers.md", "{{ steps() }}", "{% raw %}", "nothing else", 1),
        ("content/employers.md", "## The code", "## {{ firm_help() }}", "cannot stand here", 4),
        ("content/employers.md", "{{ steps() }}", "    {{ steps() }}", "cannot stand here", 5),
        ("content/employers.md", "A promise", "See {{ firm_help() }} A promise", "line in two", 5),
        ("content/employers.md", "A promise", "{{ firm_help() }} A promise", "line in two", 1),
        ("content/employers.md", "## Before", "{{ steps() }}\n\n## Before", "stands twice", 1),
        (LIST, 'category_cards(group="turn-about")', "category_cards()", "name a group", 1),
        (LIST, 'category_cards(group="turn-about")', 'category_cards("a", b="c")', "as in", 1),
        ("content/employers.md", "(/codes.md)", '({{ code("K12") }})', "in a sentence", 64),
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


@pytest.mark.parametrize("before", ["{{ review_byline() }}", "Some words.", "## A heading"])
def test_the_answer_stands_right_below_the_title(project: Project, before: str) -> None:
    project.replace(CODES, "{{ review_byline() }}\n", "")
    moved = f"{before}\n\n{{{{ in_short() }}}}\n\n{{{{ review_byline() }}}}\n"
    if "byline" in before:
        moved = f"{before}\n\n{{{{ in_short() }}}}\n"
    project.replace(CODES, "{{ in_short() }}\n", moved)
    problem = only(project)
    line = project.line_of(CODES, "{{ in_short() }}")
    assert (problem.rule, problem.place.path, problem.place.line) == ("component", CODES, line)
    assert "move its line right below the title" in problem.message


def page(project: Project, uri: str = "codes.md") -> html.HtmlElement:
    return tree(compiled(project).pages[uri])


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_a_component_stays_a_block_without_blank_lines_around_it(project: Project) -> None:
    project.replace(CODES, "{{ verify_notice() }}\n", "Less.\n{{ verify_notice() }}\nMore.\n")
    (notice,) = find(page(project), '*[@data-guide="verify"][@data-subject="codes"]')
    before, after = notice.getprevious(), notice.getnext()
    assert before is not None
    assert after is not None
    assert [(part.tag, words(part)) for part in (before, after)] == [("p", "Less."), ("p", "More.")]


def test_a_code_in_a_sentence_is_a_link(project: Project) -> None:
    project.replace(CODES, "An exemption", 'See {{ code("K12") }}. An exemption')
    (lead,) = find(page(project), 'p[@class="guide-lead"]')
    assert words(lead).startswith("See K12. An exemption")
    (link,) = lead
    assert (words(link), link.get("class"), link.get("href")) == ("K12", "guide-code", "./#k12")


def test_markdown_outside_of_calls_is_converted(project: Project) -> None:
    first, short, second, *_ = page(project, "glossary.md")
    assert (short.tag, short.get("class")) == ("p", "guide-short")
    assert (first.tag, words(first), first.get("id")) == ("h1", "Glossary", "glossary")
    assert (second.tag, second.get("class")) == ("p", "guide-lead")
    assert words(second) == "The words that this guide and your employer use."
    assert "{:" not in words(page(project, "glossary.md"))


def test_what_a_page_says_of_its_own_in_braces_is_text(project: Project) -> None:
    project.replace(CODES, "An exemption", "A { b } {# c #} An exemption")
    (lead,) = find(page(project), 'p[@class="guide-lead"]')
    assert words(lead).startswith("A { b } {# c #} An exemption")


def test_html_and_markdown_in_it_are_converted_as_people_expect(project: Project) -> None:
    (doors,) = find(page(project, "index.md"), 'div[@class="guide-doors"]')
    assert "markdown" not in doors.attrib
    assert find(doors, "ul/li/a/@href") == ["find/", "codes/", "employers/", "imp-vs-tfwp/"]


def test_all_wrong_calls_of_a_page_are_told_in_one_run(project: Project) -> None:
    first = project.replace(CODES, "{{ codes_by_category() }}", "{{ codes_by_categories() }}")
    second = project.replace(CODES, "{{ codes_by_code() }}", '{{ obligations("later") }}')
    stopping = errors(compiled(project).problems)
    assert [(p.rule, p.place) for p in stopping] == [
        ("component", Place(CODES, first, 4)),
        ("component", Place(CODES, second, 1)),
    ]
    assert "codes.md" not in compiled(project).pages


@pytest.mark.parametrize("sign", ["\ufdd00\ufdd1", "\ufdd99", "\x02wzxhzdk:0\x03", "\x01"])
def test_signs_for_programs_are_told_where_they_stand(project: Project, sign: str) -> None:
    line = project.replace(CODES, "An exemption", f"{sign}An exemption")
    problem = only(project)
    assert (problem.place.path, problem.place.line) == (CODES, line)
    assert f"U+{ord(sign[0]):04X}" in problem.message


def test_a_code_that_no_file_knows_is_told_once_at_the_code(project: Project) -> None:
    line = project.replace(CODES, "An exemption code", '{{ code("K99") }} An exemption code')
    problem = only(project)
    assert (problem.rule, problem.place) == ("unknown-code", Place(CODES, line, 10))


def test_what_a_draft_is_given_is_what_the_page_s_head_says(project: Project) -> None:
    made = compiled(project).pages["codes.md"]
    assert made.title == "The codes, by category and by code"
    assert made.description == "Each code of this guide, and what the list says of it now."
    assert (made.source, made.parent, made.weight) == (CODES, None, 2)
    assert made.record is not None
    assert made.record.reviewed_on.iso == "2022-05"
    assert made.questions == ()
    index = compiled(project).pages["index.md"]
    assert index.questions
    assert index.weight == 4


@pytest.mark.parametrize(
    ("old", "new", "column", "says"),
    [
        ("{{ verify_notice() }}", "{{ verify_notice }}", 4, "write `{{ verify_notice() }}`"),
        ("{{ verify_notice() }}", "{ verify_notice() }", 1, "write `{{ verify_notice() }}`"),
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


def test_every_wrong_call_of_a_page_is_told_in_one_run(project: Project) -> None:
    path = "content/codes.md"
    wrong = '{{ stepps() }}\n\n{% if x %}\n\n{{ steps }}\n\n{{ code( }}\n\n{{ code("K99") }}\n\n'
    line = project.replace(path, "## By category", f"{wrong}## By category")
    found = [p.place.line for p in errors(compiled(project).problems)]
    assert found == [line, line + 2, line + 4, line + 6, line + 8]
