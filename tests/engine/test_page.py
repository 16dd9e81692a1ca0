"""What MkDocs and its theme are told of an article."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.engine.page import ArticlePage, search_entries
from generator.model.review import ReviewDate
from generator.pages.article import Article, Heading, Section
from tests.hostile import HOSTILE
from tests.pages.making import draft, finish
from tests.project import TODAY

PAGE = Article(
    uri="categories/a.md",
    source="data/categories/a.yml",
    title="A title",
    description="A description.",
    html="<h1>A</h1><p>Text {{ b }}</p>",
)


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "docs_dir": str(tmp_path), "nav": [{"N": "b.md"}]})
    config.validate()
    return config


def page(article: Article, config: MkDocsConfig) -> ArticlePage:
    """Return an article as MkDocs has it, read and rendered."""
    file = File(article.uri, config.docs_dir, config.site_dir, use_directory_urls=True)
    made = ArticlePage(article, file, config)
    made.read_source(config)
    made.render(config, Files([file]))
    return made


def test_the_content_is_the_article_s_own(config: MkDocsConfig) -> None:
    assert page(PAGE, config).content == PAGE.html


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "a: b",
        "'single' and \"double\"",
        "yes",
        "2022-05",
        "null",
        "élan — “quoted” 加拿大",
        "word " * 300,
        "*anchor &alias !tag %directive @at `tick`",
        "😀",
    ],
)
def test_any_title_and_description_survive_as_text(config: MkDocsConfig, text: str) -> None:
    article = replace(PAGE, title=text, description=f"{text}.", contents=(Heading(2, "h", text),))
    made = page(article, config)
    (line,) = made.toc
    window = f"{text} | {config.site_name}"
    shown = {"title": text, "window_title": window, "description": f"{text}."}
    for key, wanted in shown.items():
        assert not set("<>\"'") & set(made.meta[key])
        assert unescape(made.meta[key]) == wanted
    assert not set("<>\"'") & set(line.title)
    assert unescape(line.title) == text


@pytest.mark.parametrize(("exact", "written"), [(False, "2022-11"), (True, "2022-11-22")])
def test_a_reviewed_page_says_when_as_text(config: MkDocsConfig, exact: bool, written: str) -> None:
    made = finish(draft("<h1>A</h1>"))
    assert made.record is not None
    record = made.record.model_copy(update={"reviewed_on": ReviewDate(TODAY, exact)})
    shown = page(replace(made, record=record), config)
    assert shown.meta["reviewed_on"] == written
    assert shown.update_date == record.reviewed_on.first.isoformat()


def test_a_page_without_a_review_claims_none(config: MkDocsConfig) -> None:
    assert "reviewed_on" not in page(PAGE, config).meta


def test_the_title_in_the_navigation_wins(config: MkDocsConfig) -> None:
    assert page(PAGE, config).title == "A title"
    assert page(replace(PAGE, uri="b.md"), config).title == "N"


def test_the_contents_are_nested_by_level(config: MkDocsConfig) -> None:
    headings = [(3, "a"), (2, "b"), (3, "c"), (3, "d"), (2, "e")]
    article = replace(PAGE, contents=tuple(Heading(level, i, i.upper()) for level, i in headings))
    toc = page(article, config).toc
    assert [(line.id, [below.id for below in line.children]) for line in toc] == [
        ("a", []),
        ("b", ["c", "d"]),
        ("e", []),
    ]


def test_the_search_knows_each_section_by_its_address(config: MkDocsConfig) -> None:
    sections = (Section("", "Ale &amp; b", "<p>c</p>"), Section("d", "D", ""))
    assert search_entries([page(replace(PAGE, sections=sections), config)]) == [
        {"location": "categories/a/", "title": "Ale &amp; b", "text": "<p>c</p>"},
        {"location": "categories/a/#d", "title": "D", "text": ""},
    ]
    index = replace(PAGE, uri="index.md", sections=sections)
    assert [e["location"] for e in search_entries([page(index, config)])] == ["", "#d"]


def test_what_readers_type_otherwise_stands_apart(config: MkDocsConfig) -> None:
    sections = (Section("", "Mobilité", "<p>H&amp;C</p>"), Section("a", "b", "intra-company"))
    first, second = search_entries([page(replace(PAGE, sections=sections), config)])
    assert (first["title"], first["typed_title"]) == ("Mobilité", "mobilite")
    assert (first["text"], first["typed_text"]) == ("<p>H&amp;C</p>", "hc")
    assert (second["typed_text"], "typed_title" in second) == ("intracompany", False)


def test_a_page_that_weighs_more_says_so_to_the_search(config: MkDocsConfig) -> None:
    article = replace(PAGE, sections=(Section("", "A", ""), Section("b", "B", "")))
    heavy = search_entries([page(replace(article, weight=2), config)])
    assert [entry["boost"] for entry in heavy] == [2, 2]
    assert not any("boost" in entry for entry in search_entries([page(article, config)]))


def test_the_theme_is_not_to_look_through_the_page_again(config: MkDocsConfig) -> None:
    assert page(PAGE, config).meta["search"] == {"exclude": True}
