"""A draft: a page's content as templates and people wrote it, before the finishing step."""

from dataclasses import dataclass

from generator.inspection.expected import ExpectedPage
from generator.model.category import Question
from generator.model.review import Reviewed


@dataclass(frozen=True, slots=True)
class Draft:
    """What the finishing step makes an article of.

    Links within the guide name files, as in ``/codes.md#c12``; most headings have no anchor yet.
    The attributes are those of `generator.pages.article.Article`.
    """

    uri: str
    source: str
    title: str
    description: str
    html: str
    record: Reviewed
    expected: ExpectedPage
    weight: int = 1
    questions: tuple[Question, ...] = ()
    parent: str | None = None
