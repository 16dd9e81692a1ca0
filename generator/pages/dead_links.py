"""Links that lead nowhere, told at the line that wrote them."""

import difflib
import re
from collections.abc import Iterator, Mapping

from generator.model.records import ContentPage
from generator.pages.article import Article, Link
from generator.pages.content_page import place_in
from generator.problems.problem import Place, Problem

Anchors = Mapping[str, frozenset[str] | None]
"""The anchors of each page by its URI; None for what cannot be looked into: files that are no page,
and pages that could not be made."""

_ALWAYS = ("", "top")
"""Anchors that every page has: browsers take `#top` for its beginning."""


def dead_links(
    article: Article,
    content: ContentPage | None,
    known: Anchors,
    renamed: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield a problem for each place that links to a page, a file or an anchor that is not there.

    Args:
        article: the finished page.
        content: the page as people wrote it; None for a page that is made of data.
        known: where links may lead.
        renamed: the URI of each page that moved, by its earlier one.
    """
    for link in dict.fromkeys(article.links):
        if link.uri not in known:
            near = [renamed[link.uri]] if link.uri in renamed else _near(link.uri, known)
            kind = "page" if link.uri.endswith(".md") else "file"
            advice = f"did you mean `/{near[0]}`?" if near else "name a file of content/"
            message = f"there is no {kind} {link.written.partition('#')[0]}: {advice}"
        elif (anchors := known[link.uri]) is not None and link.anchor not in {*_ALWAYS, *anchors}:
            near = _near(link.anchor, anchors)
            advice = f"did you mean `#{near[0]}`?" if near else "name the anchor of a heading there"
            message = f"the page /{link.uri} has no anchor `#{link.anchor}`: {advice}"
        else:
            continue
        for place in _places(link, article, content):
            yield Problem("unknown-name", message, place)


def _places(link: Link, article: Article, content: ContentPage | None) -> list[Place]:
    """Return every place where a link is written; the page itself where none is found."""
    if content is None:
        return [Place(article.source)]
    target = re.escape(link.written)
    written = re.compile(rf"(?:(?<=[(\"'<])|(?<=\]:\s)){target}(?=[)\"'>\s]|$)")
    found = [place_in(content, match.start()) for match in written.finditer(content.body)]
    return found or [Place(article.source, content.body_line)]


def _near(name: str, known: Anchors | frozenset[str]) -> list[str]:
    return difflib.get_close_matches(name, sorted(known), 1)
