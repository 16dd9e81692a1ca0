"""What the built site has to show: made from records, held against HTML.

It is worked out beside the templates, never by them, so that a template that loses its notice
cannot lose the demand for it as well.
"""

from dataclasses import dataclass, field

from generator.model.layout import html_of
from generator.model.review import Reviewed
from generator.problems.problem import Place

FULL_CLASS = "guide-full"
"""The class of what a page adds to its records' words: an abbreviation in full, at its first use.
It is left out of texts that are compared."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A review and a notice that HTML must show.

    Attributes:
        subject: whose facts: a category's slug, or the name of a page or table.
        iso: the review date, as ``<time datetime>`` has it.
        human: the review date in words.
        url: the canada.ca page that the notice links to.
        notice: the sentence of the notice; empty where a link alone is asked for.
        place: where the facts come from.
    """

    subject: str
    iso: str
    human: str
    url: str
    notice: str
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedTable:
    """A table that a page must show.

    Attributes:
        key: the name on its caption.
        statements: the reviews and notices inside it.
        anchors: ids of its rows.
    """

    key: str
    statements: tuple[Statement, ...]
    anchors: tuple[str, ...] = ()


@dataclass(slots=True)
class ExpectedPage:
    """A page that the site must have.

    Attributes:
        uri: its Markdown file below content/, real or not, as in ``categories/cusma.md``.
        place: the file that people edit for it.
        statement: the page's own review and notice, outside any table.
        tables: the tables it must show, by key.
        cards: reviews and notices of categories that it shows outside any table.
        sections: by the id of a heading, reviews and notices that stand in its section.
        texts: what a reader must find on it, word for word.
    """

    uri: str
    place: Place
    statement: Statement
    tables: dict[str, ExpectedTable] = field(default_factory=dict)
    cards: list[Statement] = field(default_factory=list)
    sections: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    @property
    def html(self) -> str:
        """The built file, relative to the site: ``categories/cusma/index.html``."""
        return html_of(self.uri)


@dataclass(frozen=True, slots=True)
class Redirect:
    """An earlier address of a page, which has to lead to the page.

    Attributes:
        html: the built file at the earlier address, relative to the site.
        target: the page's address, relative to that file.
        title: the page's title.
        place: where the earlier address is kept.
    """

    html: str
    target: str
    title: str
    place: Place


def problem_texts(record: Reviewed) -> list[str]:
    """Return what must be shown of a problem that a reviewer found, while it is open."""
    found = record.open_problem
    return [found.note] if found and found.note else []


def statement(subject: str, record: Reviewed, place: Place, *, full: bool = True) -> Statement:
    """Return what must be shown for a record: the full notice, or its link alone."""
    return Statement(
        subject,
        record.reviewed_on.iso,
        record.reviewed_on.human,
        record.verify.url,
        record.verify.notice if full else "",
        place,
    )
