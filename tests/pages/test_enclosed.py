"""A page's own text encloses no mark, and takes no anchor of a component."""

import pytest

from generator.guide import compile_guide
from generator.pages.slips.allowed import IN_A_LINE
from generator.pages.slips.html import html_slips
from generator.problems.problem import Place
from tests.project import TODAY, Project

GLOSSARY = "content/glossary.md"
NOTICE = "{{ verify_notice() }}"
BYLINE = "{{ review_byline() }}"
TERMS = "{{ glossary() }}"


def told(project: Project, page: str = GLOSSARY) -> list[tuple[str, Place, str]]:
    problems = compile_guide(project.root, TODAY).problems
    return [(p.rule, p.place, p.message) for p in problems if p.place.path == page]


@pytest.mark.parametrize("call", [NOTICE, BYLINE])
@pytest.mark.parametrize(
    ("before", "after", "within"),
    [
        ("<div markdown>\n\n", "\n\n</div>", "`<div>`"),
        ('<div class="guide-doors" dir="rtl" markdown>\n\n', "\n\n</div>", "`<div>`"),
        ("<section markdown>\n\n", "\n\n</section>", "`<section>`"),
        ("<div markdown>\n\n<aside markdown>\n\n", "\n\n</aside>\n\n</div>", "`<div>`"),
        ("<blockquote markdown>\n\n", "\n\n</blockquote>", "a quotation"),
        ("-   An item\n\n    ", "", "a list"),
        ("1.  An item\n\n    ", "", "a list"),
    ],
)
def test_a_mark_that_the_page_encloses_is_told_at_its_call(
    project: Project, call: str, before: str, after: str, within: str
) -> None:
    project.replace(GLOSSARY, call, f"{before}{call}{after}")
    ((rule, place, says),) = told(project)
    assert (rule, place.line) == ("component", project.line_of(GLOSSARY, call))
    assert f"stands within {within}" in says


@pytest.mark.parametrize("element", ["s", "mark"])
@pytest.mark.parametrize("call", [NOTICE, BYLINE])
def test_none_stands_beside_a_mark_on_its_line(project: Project, call: str, element: str) -> None:
    project.replace(GLOSSARY, call, f"<{element}>{call}</{element}>")
    ((rule, place, says),) = told(project)
    assert (rule, place.line) == ("component", project.line_of(GLOSSARY, call))
    assert "on a line of its own" in says


@pytest.mark.parametrize("call", [NOTICE, TERMS])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- ", ""),
        ("1. ", ""),
        ("> ", ""),
        ("    - ", ""),
        ("`", "`"),
        ("Write `this`: ", ""),
        ('<b title="', '">x</b>'),
        ("<em>", "</em>"),
    ],
)
def test_nothing_else_stands_on_the_line_of_a_block(
    project: Project, call: str, before: str, after: str
) -> None:
    project.replace(GLOSSARY, call, f"{before}{call}{after}")
    ((rule, place, says),) = told(project)
    assert (rule, place.line) == ("component", project.line_of(GLOSSARY, call))
    assert "on a line of its own" in says


def test_an_element_that_begins_above_a_mark_is_told_at_the_mark(project: Project) -> None:
    project.replace(GLOSSARY, NOTICE, f"<s>\n{NOTICE}\n</s>")
    ((rule, place, says),) = told(project)
    assert (rule, place.line) == ("component", project.line_of(GLOSSARY, NOTICE))
    assert "stands within `<s>`" in says


@pytest.mark.parametrize("element", sorted(IN_A_LINE))
def test_an_element_of_a_sentence_ends_in_its_paragraph(element: str) -> None:
    open_ = [slip.says for slip in html_slips(f"A <{element}>word\n\nand</{element}> another.")]
    assert f"write `</{element}>` within its own" in open_[-1]
    closed = [slip.says for slip in html_slips(f"A <{element}>word\nand</{element}> another.")]
    assert not any("within its own" in says for says in closed)


@pytest.mark.parametrize("element", ["s", "em"])
def test_no_element_of_a_sentence_reaches_over_a_mark(project: Project, element: str) -> None:
    project.replace(GLOSSARY, NOTICE, f"A <{element}>word\n\n{NOTICE}\n\nand</{element}> another.")
    ((rule, place, says),) = told(project)
    assert (rule, place.line) == ("markdown", project.line_of(GLOSSARY, f"<{element}>"))
    assert f"write `</{element}>` within its own" in says


def test_what_is_no_mark_may_stand_in_a_list(project: Project) -> None:
    project.replace(GLOSSARY, TERMS, f'-   A code: {{{{ code("K16") }}}}\n\n{TERMS}')
    assert told(project) == []


def test_so_may_a_block_that_shows_none(project: Project) -> None:
    project.replace(GLOSSARY, NOTICE, f"-   A word\n\n    {{{{ firm_help() }}}}\n\n{NOTICE}")
    assert told(project) == []


def test_the_caption_of_a_table_is_a_mark(project: Project) -> None:
    page, call = "content/codes.md", "{{ codes_by_code() }}"
    project.replace(page, call, f"<div markdown>\n\n{call}\n\n</div>")
    ((rule, place, _says),) = told(project, page)
    assert (rule, place.line) == ("component", project.line_of(page, call))


def test_an_anchor_of_a_component_is_not_the_page_s_to_give(project: Project) -> None:
    page = "content/codes.md"
    project.replace(page, NOTICE, f"{NOTICE}\n\nMore words.\n{{: #k16 }}")
    ((rule, place, says),) = told(project, page)
    assert (rule, place.line) == ("section", project.line_of(page, "{: #k16"))
    assert "the anchor `k16` is that of something in `" in says


@pytest.mark.parametrize(
    "given",
    ['data-guide="verify"', 'aria-label="x"', 'target="x"', 'cite="x"', "#top"],
)
def test_braces_give_only_what_a_text_needs(project: Project, given: str) -> None:
    project.replace(GLOSSARY, NOTICE, f"{NOTICE}\n\nMore words.\n{{: {given} }}")
    ((rule, place, _says),) = told(project)
    assert (rule, place.line) == ("active-content", project.line_of(GLOSSARY, f"{{: {given}"))
