from dataclasses import replace

import pytest

from generator.pages.article import Article
from tests.pages.making import draft, finish

PAGE = Article("a.md", "content/a.md", "A title", "A description.", "<p>Text</p>")


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", "/"),
        ("codes.md", "/codes/"),
        ("categories/index.md", "/categories/"),
        ("categories/orca.md", "/categories/orca/"),
    ],
)
def test_an_article_knows_where_readers_find_it(uri: str, address: str) -> None:
    assert replace(PAGE, uri=uri).address == address


def test_a_page_that_could_not_be_made_claims_nothing() -> None:
    assert (PAGE.record, PAGE.expected) == (None, None)
    assert (PAGE.contents, PAGE.links, PAGE.sections, PAGE.tables) == ((), (), (), ())


def test_two_articles_of_one_draft_are_alike_and_those_of_two_are_not() -> None:
    one, two = draft("<h1>A</h1><p>b</p>"), draft("<h1>A</h1><p>c</p>")
    assert finish(one) == finish(one)
    assert finish(one) != finish(two)
