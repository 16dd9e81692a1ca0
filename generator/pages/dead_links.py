"""Links that lead nowhere, told at the line that wrote them."""

import difflib
import re
from collections.abc import Iterator, Mapping
from posixpath import normpath
from urllib.parse import unquote

from generator.model.records import ContentPage
from generator.model.slips.link_targets import whole_address
from generator.model.slips.page_text import place_in
from generator.pages.article import Article, Link
from generator.pages.headings import slug_of
from generator.problems.problem import Place, Problem

Anchors = Mapping[str, frozenset[str] | None]
"""The anchors of each page by its URI; None for what cannot be looked into: files that are no page,
and pages that could not be made."""

_ALWAYS = ("", "top")
"""Anchors that every page has: browsers take `#top` for its beginning."""

_BEFORE = re.compile(r"^(?:\.{0,2}/)*(?:(?:content|docs|site|data)/(?=.))?")
_ENDS = re.compile(r"(?:/?index)?(?:\.(?:html?|markdown|mdx?|ya?ml))?/*$")


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
            meant = renamed.get(link.uri) or _meant(link.written, known, renamed)
            kind = "page" if link.uri.endswith(".md") else "file"
            advice = f"did you mean `/{meant}`?" if meant else "name a file of content/"
            if whole := whole_address(link.written):
                advice = f"write `{whole}` for what is not in this guide"
            message = f"there is no {kind} {link.written.partition('#')[0]}: {advice}"
        elif (anchors := known[link.uri]) is not None and link.anchor not in {*_ALWAYS, *anchors}:
            near = _near_anchor(link.anchor, anchors)
            advice = f"did you mean `#{near}`?" if near else "name the anchor of a heading there"
            message = f"the page /{link.uri} has no anchor `#{link.anchor}`: {advice}"
        else:
            continue
        for place in _places(link, article, content):
            yield Problem("unknown-name", message, place)


def _places(link: Link, article: Article, content: ContentPage | None) -> list[Place]:
    """Return every place where a link is written; the page itself where none is found."""
    if content is None:
        return [Place(article.source)]
    target = re.escape(link.written).replace(r"\\", r"\\{1,2}")
    written = re.compile(rf"(?:(?<=[(\"'<=])|(?<=\]:\s)){target}(?=[)\"'>\s]|$)")
    found = [place_in(content, match.start()) for match in written.finditer(content.body)]
    return found or [Place(article.source, content.body_line)]


def _meant(written: str, known: Anchors, renamed: Mapping[str, str]) -> str | None:
    """Return the page or file that somebody meant who wrote its address, its path or its name."""
    path = unquote(re.split(r"[?#]", written)[0]).replace("\\", "/")
    plain = normpath(_BEFORE.sub("", path)).lower()
    stem = _ENDS.sub("", plain).replace("_", "-").replace(" ", "-")
    names = [plain, f"{stem}.md", f"{stem}/index.md", f"categories/{stem.rpartition('/')[2]}.md"]
    names += ["index.md"] if stem in {"", "."} and path != "/" else []
    for name in names:
        if name in known or name in renamed:
            return renamed.get(name, name)
    near = difflib.get_close_matches(plain, sorted(known), 1)
    near = near or difflib.get_close_matches(f"{stem}.md", sorted(known), 1)
    return near[0] if near else None


def _near_anchor(anchor: str, anchors: frozenset[str]) -> str | None:
    if (slug := slug_of(anchor)) in anchors:
        return slug
    near = difflib.get_close_matches(anchor, sorted(anchors), 1)
    return near[0] if near else None
