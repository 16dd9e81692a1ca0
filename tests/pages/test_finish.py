"""The finishing step as a whole: in which order its parts are taken."""

from dataclasses import fields

from generator.inspection.expected import FULL_CLASS
from generator.pages.article import Heading, Link
from generator.pages.draft import Draft
from tests.builds import find
from tests.pages.making import draft, finish, tree

NAMES = {"LMIA": "Labour Market Impact Assessment"}


def test_an_article_has_all_that_its_draft_has() -> None:
    made = draft("<h1>A</h1><p>b</p>", "categories/a.md", 'A "title" <b>')
    article = finish(made)
    for field in fields(Draft):
        if field.name != "html":
            assert getattr(article, field.name) == getattr(made, field.name)


def test_contents_anchors_and_links_are_those_of_the_page() -> None:
    article = finish(
        draft(
            '<h1>A</h1><h2>Steps</h2><p>See <a href="/codes.md#k12">K12</a>.</p><h3>Steps</h3>'
            '<table><tr><th id="row">x</th></tr></table>',
            "categories/a.md",
        )
    )
    assert article.contents == (Heading(2, "steps", "Steps"), Heading(3, "steps_1", "Steps"))
    assert article.ids == {"a", "steps", "steps_1", "row"}
    assert article.links == (Link("/codes.md#k12", "codes.md", "k12"),)
    assert find(tree(article), ".//p/a/@href") == ["../../codes/#k12"]


def test_the_links_behind_headings_are_none_of_the_page_s_own() -> None:
    article = finish("<h1>A</h1><h2>B</h2>")
    assert article.links == ()
    assert "¶" in article.html
    assert "¶" not in str((article.sections, article.contents))
    assert find(tree(article, links=True), ".//a/@href") == ["#a", "#b"]


def test_abbreviations_are_spelled_out_in_text_and_search_but_not_in_headings() -> None:
    article = finish("<h1>LMIA</h1><h2>An LMIA</h2><p>No LMIA.</p>", NAMES)
    assert [heading.text for heading in article.contents] == ["An LMIA"]
    assert [section.title for section in article.sections] == ["LMIA", "An LMIA"]
    assert article.sections[1].text == "<p>No LMIA (Labour Market Impact Assessment).</p>"
    assert len(find(tree(article), f'.//*[@class="{FULL_CLASS}"]')) == 1


def test_what_the_search_leaves_out_is_shown_without_a_mark() -> None:
    article = finish("<h1>A</h1><p>b</p><p class='x' data-search-exclude>c</p>")
    assert [section.text for section in article.sections] == ["<p>b</p>"]
    assert "data-search-exclude" not in article.html
    assert '<p class="x">c</p>' in article.html


def test_tables_are_known_by_the_titles_in_their_captions() -> None:
    row = "<tbody><tr><td>{}</td></tr></tbody>"
    article = finish(
        f"<table><caption><strong>One.</strong> Of May.</caption>{row.format('a &lt; b')}</table>"
        f"<div><table><caption><strong>Two</strong></caption>{row.format('c')}</table></div>"
        f"<table><caption>No title</caption>{row.format('d')}</table>"
        f"<table>{row.format('e')}</table>"
    )
    assert [title for title, _ in article.tables] == ["One", "Two"]
    tables = dict(article.tables)
    assert tables["One"] == (
        f"<caption><strong>One.</strong> Of May.</caption>{row.format('a &lt; b')}"
    )
    assert row.format("c") in tables["Two"]


def test_a_heading_with_a_number_sign_at_its_end_keeps_it() -> None:
    article = finish("<h1>C#</h1><h2>Work in C#</h2>")
    assert [heading.text for heading in article.contents] == ["Work in C#"]
    assert [part.text for part in tree(article)] == ["C#", "Work in C#"]
    assert [section.title for section in article.sections] == ["C#", "Work in C#"]
