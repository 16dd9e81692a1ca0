"""An article: a page's finished content, before any site engine puts its frame around it."""

from dataclasses import dataclass

from generator.inspection.expected import ExpectedPage
from generator.model.category import Question
from generator.model.layout import address_of
from generator.model.review import Reviewed


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of an article's table of contents.

    Attributes:
        level: 2 or 3, as in ``<h2>``.
        id: the heading's anchor.
        text: its words, not yet escaped.
    """

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """What the search knows of a part of an article: a heading and the text below it.

    Attributes:
        id: the heading's anchor; empty for what stands before the second heading.
        title: the heading's words as HTML.
        text: the text as HTML, of which only paragraphs, lists and code are left.
    """

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an article to a page of the guide, or within one.

    Attributes:
        written: the target as it was written, as in ``/codes.md#c12``.
        uri: the page that it leads to, as in ``codes.md``; a file of the site otherwise.
        anchor: the anchor on that page; empty where there is none.
    """

    written: str
    uri: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Article:
    """One page of the site, finished but for its frame.

    Attributes:
        uri: its Markdown file below content/, real or not, as in ``categories/cusma.md``.
        source: the file that people edit for it, relative to the project's folder.
        title: its title in the browser and in search results.
        description: one or two sentences for search results.
        html: its content.
        contents: its headings of the second and third level, for the table of contents.
        ids: every anchor in it.
        links: its links within the guide.
        sections: what the search knows of it.
        tables: the HTML of each table by the title in its caption.
        record: its review and notice; None for a page of the preview that could not be made.
        expected: what the built page must show; None as above.
        weight: how much a hit on it counts in the search.
        questions: those that it shows, with their answers.
        parent: the URI of the page above it, where it is not in the navigation.
    """

    uri: str
    source: str
    title: str
    description: str
    html: str
    contents: tuple[Heading, ...] = ()
    ids: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[tuple[str, str], ...] = ()
    record: Reviewed | None = None
    expected: ExpectedPage | None = None
    weight: int = 1
    questions: tuple[Question, ...] = ()
    parent: str | None = None

    @property
    def address(self) -> str:
        """Where readers find it, as in ``/categories/cusma/``."""
        return address_of(self.uri)
