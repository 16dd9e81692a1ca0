"""A category: one LMIA-exempt route, one file in data/categories/, one guide page."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Prose, Record, Slug, Text
from generator.model.review import Reviewed

PermitType = Literal["employer-specific", "open", "employer-specific or open", "varies"]
Answer = Literal["yes", "no", "depends"]


class Question(Record):
    """A question that readers ask, with its answer."""

    question: Text = Field(description="The question, in a reader's words.")
    answer: Prose = Field(description="The answer, in plain English.")


class EmployerStep(Record):
    """What the employer does before the worker applies, or why there is nothing to do."""

    offer: Answer = Field(
        description="Does the employer file an offer of employment in the Employer Portal?"
    )
    fee: Answer = Field(description="Does the employer pay the compliance fee?")
    text: Prose = Field(description="The step in words, for this category.")


class Category(Reviewed):
    """One LMIA-exempt route. The slug is the file's name."""

    title: Text = Field(description="The category's name, as tables and links show it.")
    also_known_as: tuple[Text, ...] = Field(
        default=(), description="Other names and abbreviations that readers search for."
    )
    order: int = Field(
        default=100,
        ge=0,
        description="Its place in tables: lower numbers come first, equal ones by title.",
    )
    group: Slug = Field(
        description="A key of data/groups.yml.", examples=["international-agreement"]
    )
    summary: Text = Field(description="What the category is, in one or two sentences.")
    codes: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Exemption codes as the reviewer listed them; each is in data/codes.yml.",
        examples=[["C12"]],
    )
    fits: Text = Field(description="Who it fits, short enough for a table cell.")
    who: tuple[Text, ...] = Field(default=(), description="Who it fits, point by point.")
    nationals: Text | None = Field(
        default=None, description="Whose citizens it is for, where that is a condition."
    )
    permit_type: PermitType = Field(
        description="Whether the permit names an employer.", examples=["employer-specific"]
    )
    permit_note: Text | None = Field(
        default=None, description="What a reader must know about the permit type."
    )
    apply: Text | None = Field(default=None, description="Where an application can be made.")
    employer: EmployerStep = Field(description="The employer's step, or why there is none.")
    how_it_works: Prose = Field(description="How the route works, for this category.")
    basis: Prose = Field(description="The agreement or the Canadian interest behind it.")
    permanent_residence: Prose = Field(description="How it can lead to permanent residence.")
    related: tuple[Slug, ...] = Field(
        default=(), description="Slugs of other categories a reader should look at."
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions about this category, with their answers."
    )
