"""The one finishing step: a draft becomes an article, on a tree of its elements."""

from collections.abc import Iterator

from generator.inspection.html import Element, words_of
from generator.pages.abbreviations import Abbreviations
from generator.pages.article import Article
from generator.pages.asked import as_shown
from generator.pages.draft import Draft
from generator.pages.elements import html_of, tree_of
from generator.pages.headings import give_anchors, link_headings
from generator.pages.links import resolve_links
from generator.pages.sections import drop_marks, sections_of


def finished(draft: Draft, abbreviations: Abbreviations) -> Article:
    """Return the finished article of a draft.

    Headings get their anchors, abbreviations are spelled out, links lead from the page to where
    readers find their targets, and the search's sections and the answers are taken out.
    """
    root = tree_of(draft.html)
    links = resolve_links(root, draft.uri)
    abbreviations.spell_out(root)
    contents = give_anchors(root)
    sections = sections_of(root, draft.title)
    drop_marks(root)
    questions = as_shown(root, draft.questions)
    link_headings(root)
    return Article(
        uri=draft.uri,
        source=draft.source,
        title=draft.title,
        description=draft.description,
        html=html_of(root),
        contents=tuple(contents),
        ids=frozenset(str(element.get("id")) for element in root.iter() if element.get("id")),
        links=links,
        sections=sections,
        tables=tuple(_tables(root)),
        record=draft.record,
        expected=draft.expected,
        weight=draft.weight,
        questions=questions,
        parent=draft.parent,
    )


def _tables(root: Element) -> Iterator[tuple[str, str]]:
    for table in root.iter("table"):
        title = table.find("caption/strong")
        if title is not None:
            yield words_of(title).rstrip("."), html_of(table)
