"""The finder: a few questions that lead to the routes and categories that may fit."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import (
    SLUG,
    CategoryName,
    Names,
    Prose,
    Record,
    Reply,
    Slug,
    Text,
    as_pattern,
    of_form,
)
from generator.model.meaning import Arrangement, Fact, Sentence
from generator.model.review import Reviewed
from generator.source.tree import PathStep

QUESTION_ANCHOR = "q-"
RESULT_ANCHOR = "r-"

_ROUTE = re.compile(f"{SLUG.pattern}/{SLUG.pattern}")
_NO_ROUTE = (
    "is no route: write the category's slug, a slash and the route's key, as in"
    " `cusma/professionals`"
)

RouteName = Annotated[
    Text, of_form(_ROUTE, _NO_ROUTE), Names("routes"), as_pattern(f"^{_ROUTE.pattern}$")
]
"""A route by its category's slug and its own key: `cusma/professionals`."""


class FinderAnswer(Record):
    """An answer. It has one of `next`, `routes` with or without `categories`, and `programme`."""

    identity: ClassVar = ("key",)

    key: Arrangement[Slug] = Field(
        description="A name within its question: addresses that readers share keep it.",
        examples=["europe"],
    )
    text: Fact[Reply] = Field(
        description="The answer, in a reader's words.", examples=["None of these"]
    )
    next: Fact[Annotated[Slug, Names("questions")] | None] = Field(
        default=None, description="The key of the question that follows.", examples=["job"]
    )
    categories: Fact[tuple[CategoryName, ...]] = Field(
        default=(),
        description="Slugs of the categories that may fit whoever answers so.",
        examples=[["cusma"]],
    )
    routes: Fact[tuple[RouteName, ...]] = Field(
        default=(),
        description="The routes that may fit whoever answers so: the category's slug, a slash and"
        " the route's key.",
        examples=[["cusma/professionals"]],
    )
    programme: Fact[Literal["tfwp"] | None] = Field(
        default=None,
        description="`tfwp` where no category seems to fit: readers are sent to the comparison.",
    )

    @property
    def leads(self) -> tuple[str, ...]:
        """What may fit: routes, then whole categories."""
        return (*self.routes, *self.categories)

    @property
    def result(self) -> str | None:
        """The anchor of its result on the page; None where a question follows."""
        ends = self.leads or ((self.programme,) if self.programme else ())
        # A slug has no two hyphens in a row and no full stop, so that no two results share one.
        return RESULT_ANCHOR + "--".join(end.replace("/", ".") for end in ends) if ends else None

    @property
    def target(self) -> str:
        """The anchor that it leads to: its result, or the question that follows."""
        return self.result or f"{QUESTION_ANCHOR}{self.next}"


class FinderQuestion(Record):
    """A question with its answers."""

    identity: ClassVar = ("key",)

    key: Arrangement[Slug] = Field(
        description="The name by which answers lead to it.", examples=["citizenship"]
    )
    question: Sentence[Text] = Field(
        description="The question, to the reader.", examples=["Which citizenship do you hold?"]
    )
    help: Sentence[Text | None] = Field(
        default=None, description="What helps a reader to choose, in a sentence or two."
    )
    answers: Annotated[tuple[FinderAnswer, ...], Field(min_length=2)] = Field(
        description="Two answers or more, from which a reader chooses one."
    )

    @property
    def anchor(self) -> str:
        """Its anchor on the page."""
        return f"{QUESTION_ANCHOR}{self.key}"


class Finder(Reviewed):
    """The finder; the rule `finder-path` sees that its answers lead on and miss no category."""

    title: Sentence[Text] = Field(description="What the review register calls it.")
    found: Sentence[Prose] = Field(description="What is said above the categories that may fit.")
    none: Sentence[Prose] = Field(description="What is said where no category seems to fit.")
    questions: Annotated[tuple[FinderQuestion, ...], Field(min_length=1)] = Field(
        description="The questions; the first one is where readers begin."
    )

    def answers(self) -> Iterator[FinderAnswer]:
        """Yield every answer of every question."""
        return (answer for _, answer in self.answers_at())

    def answers_at(self) -> Iterator[tuple[tuple[PathStep, ...], FinderAnswer]]:
        """Yield every answer with the way to it: ``("questions", 0, "answers", 1)``."""
        for number, question in enumerate(self.questions):
            for position, answer in enumerate(question.answers):
                yield ("questions", number, "answers", position), answer

    def results(self) -> dict[str, tuple[str, ...]]:
        """Return what may fit in each result, by its anchor; nothing where it is a programme."""
        return {answer.result: answer.leads for answer in self.answers() if answer.result}
