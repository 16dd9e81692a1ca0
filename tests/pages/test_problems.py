"""What pages say of a problem that a reviewer found, until it is mended."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from generator.guide import Compiled, compile_guide
from generator.inspection.site import inspect_page
from tests.builds import find
from tests.flaws import BARGES, FLAWS, FOUND, MARK, ORCA, SAID, flawed
from tests.pages.making import tree
from tests.project import TODAY, Project

TOPS = {
    "categories/orca.md": ORCA,
    "imp-vs-tfwp.md": "data/comparison.yml",
    "find.md": "data/finder.yml",
}
"""The pages at whose top a problem stands, and what it is in."""


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def root(compiled: Compiled, uri: str) -> html.HtmlElement:
    found = tree(compiled.pages[uri])
    for full in found.find_class("guide-full"):
        full.drop_tree()
    return found


@pytest.mark.parametrize(("uri", "path"), TOPS.items())
def test_a_problem_stands_at_the_top(project: Project, uri: str, path: str) -> None:
    page = root(compile_guide(flawed(project).root, TODAY), uri)
    first = find(page, "(.//h2 | .//table | .//*[@data-finder])")[0]
    above = [
        note for note in page.find_class("guide-problem") if note in find(first, "preceding::*")
    ]
    (note,) = above
    assert words(note) == (
        f"Our reviewer found something wrong here {SAID}: {FLAWS[path]} Until it is mended, go by"
        " canada.ca."
    )
    (link,) = find(note, ".//a/@href")
    assert link.startswith("https://www.canada.ca/")


@pytest.mark.parametrize("uri", ["index.md", "imp-vs-tfwp.md"])
def test_a_problem_stands_above_the_table_that_it_is_in(project: Project, uri: str) -> None:
    page = root(compile_guide(flawed(project).root, TODAY), uri)
    (table,) = find(page, ".//table[caption/@data-table='programme_comparison']")
    assert FLAWS["data/comparison.yml"] in words(find(table, "preceding::p[1]")[0])


@pytest.mark.parametrize("uri", ["index.md", "categories/index.md", "codes.md", "find.md"])
def test_rows_and_cards_bear_a_mark_and_no_others_do(project: Project, uri: str) -> None:
    made = compile_guide(flawed(project).root, TODAY)
    marks = root(made, uri).find_class("guide-problem-mark")
    assert {words(mark) for mark in marks} == {MARK}
    for mark in marks:
        box = next(part for part in mark.iterancestors() if part.tag in {"tr", "li"})
        assert words(find(box, ".//a")[0]) == "ORCA"
    shown = find(
        root(made, uri), ".//tr[th/a='ORCA'] | .//div[@class='guide-cards']//li[.//a='ORCA']"
    )
    assert len(marks) == len(shown) > 0


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("categories/orca.md", "guide-problem"),
        ("imp-vs-tfwp.md", "guide-problem"),
        ("find.md", "guide-problem"),
        ("index.md", "guide-problem"),
        ("index.md", "guide-problem-mark"),
        ("codes.md", "guide-problem-mark"),
        ("categories/index.md", "guide-problem-mark"),
        ("find.md", "guide-problem-mark"),
    ],
)
def test_a_page_that_loses_it_is_not_published(project: Project, uri: str, kind: str) -> None:
    made = compile_guide(flawed(project).root, TODAY).pages[uri]
    assert made.expected is not None
    page = html.fragment_fromstring(made.html, create_parent="article")
    assert inspect_page(html.tostring(page), made.expected) == []
    for mark in page.find_class(kind):
        mark.drop_tree()
    found = inspect_page(html.tostring(page), made.expected)
    assert {problem.rule for problem in found} == {"shown-facts"}


def test_the_register_tells_the_status_and_the_past_reviews_tell_the_look(
    project: Project,
) -> None:
    page = root(compile_guide(flawed(project).root, TODAY), "reviews.md")
    (row,) = find(page, ".//table[caption/@data-table='review_register']//tr[th/a='ORCA']")
    (status,) = find(row, "td[@data-label='Status']")
    assert words(status) == f"Problem found: {FLAWS[ORCA]}"
    (past,) = find(page, ".//table[caption/@data-table='past_reviews']")
    said = [words(line) for line in find(past, "tbody/tr")]
    for title, path in (
        ("ORCA", ORCA),
        ("With a test or without, feature by feature.", "data/comparison.yml"),
        ("The questions of the finder", "data/finder.yml"),
        ("Barge towing", BARGES),
    ):
        looked = "20 November 2022 Review Desk Two Problem found"
        assert f"{title} {looked}: {FLAWS[path]}" in said


def test_the_overdue_banner_works_beside_it(project: Project) -> None:
    flawed(project, ORCA)
    for day, overdue in ((TODAY, False), (date(2023, 6, 1), True)):
        page = root(compile_guide(project.root, day), "categories/orca.md")
        (banner,) = page.find_class("guide-overdue")
        assert ("hidden" not in banner.attrib) is overdue
        assert len(page.find_class("guide-problem")) == 1


def test_a_later_review_takes_it_away(project: Project) -> None:
    flawed(project, ORCA)
    project.replace(ORCA, "reviewed_on: 2022-05", f"reviewed_on: {FOUND.replace(day=21)}")
    made = compile_guide(project.root, TODAY)
    for page in made.pages.values():
        assert "guide-problem" not in page.html


def test_the_page_of_categories_leads_to_those_that_ended(project: Project) -> None:
    compiled = compile_guide(project.root, TODAY)
    made = compiled.pages["categories/index.md"]
    (line,) = (p for p in find(tree(made), ".//p") if words(p).startswith("Ended:"))
    assert words(line) == "Ended: Barge towing (September 2021)."
    assert find(line, "a/@href") == ["barge-towing/"]
    assert not any("Ended: " in p.html for p in compiled.pages.values() if p is not made)
    assert made.expected is not None
    without = made.html.replace("Barge towing", "")
    assert inspect_page(f"<article>{without}</article>".encode(), made.expected)


def test_without_an_ended_category_nothing_is_said_of_any(project: Project) -> None:
    project.delete("data/categories/barge-towing.yml")
    page = compile_guide(project.root, TODAY).pages["categories/index.md"]
    assert "Ended" not in page.html


def test_an_ended_category_is_in_no_table_card_or_finder(project: Project) -> None:
    compiled = compile_guide(project.root, TODAY)
    places = {uri for uri, page in compiled.pages.items() if "barge-towing" in page.html}
    assert places == {"categories/barge-towing.md", "categories/index.md"}
    guide = compiled.guide
    assert guide is not None
    assert not find(tree(compiled.pages["categories/index.md"]), ".//table//a[. = 'Barge towing']")
    assert replace(guide, ended={}).categories == guide.categories
