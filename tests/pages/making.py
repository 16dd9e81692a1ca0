"""Drafts for tests of what becomes of them."""

from functools import cache

from lxml import html

from generator.inspection.expected import ExpectedPage, statement
from generator.model.load import load
from generator.model.review import Reviewed
from generator.pages.abbreviations import Abbreviations
from generator.pages.article import Article
from generator.pages.draft import Draft
from generator.pages.finish import finished
from generator.problems.problem import Place
from tests.project import GUIDE


def draft(content: str, uri: str = "a.md", title: str = "A title") -> Draft:
    """Return a page with some content and the review of a page of the frozen guide."""
    place = Place(f"content/{uri}")
    record = _record()
    return Draft(
        uri=uri,
        source=place.path,
        title=title,
        description="A description.",
        html=content,
        record=record,
        expected=ExpectedPage(uri, place, statement("a", record, place)),
    )


def finish(made: Draft | str, names: dict[str, str] | None = None) -> Article:
    """Return the article of a draft, or of a page that has nothing but some content."""
    return finished(draft(made) if isinstance(made, str) else made, Abbreviations(names or {}))


def tree(article: Article, *, links: bool = False) -> html.HtmlElement:
    """Return an article's content, without the links behind its headings unless they are wanted."""
    root = html.fragment_fromstring(article.html, create_parent="div")
    for link in [] if links else root.find_class("headerlink"):
        link.drop_tree()
    return root


@cache
def _record() -> Reviewed:
    return load(GUIDE)[0].content["content/codes.md"].record
