"""A category: one LMIA-exempt route, one file in data/categories/, one guide page."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import Prose, Record, Slug, Text
from generator.model.meaning import Fact, Note, Review, Wording
from generator.model.review import NoteDate, Reviewed, ReviewedOn

PermitType = Literal["employer-specific", "open", "employer-specific or open", "varies"]
Answer = Literal["yes", "no", "depends"]
Outcome = Literal["confirmed", "changed", "problem found"]


class Question(Record):
    """A question that readers ask, with its answer."""

    identity: ClassVar = ("question",)

    question: Wording[Text] = Field(
        description="The question, in a reader's words.", examples=["Do I need a job offer?"]
    )
    answer: Wording[Prose] = Field(description="The answer, in plain English.")
    source: Wording[Slug | None] = Field(
        default=None,
        description="The page that settles it: a key of data/sources.yml.",
        examples=["exemption-codes"],
    )


class EmployerStep(Record):
    """What the employer does before the worker applies, or why there is nothing to do."""

    offer: Fact[Answer] = Field(
        description="Does the employer file an offer of employment in the Employer Portal?"
    )
    fee: Fact[Answer] = Field(description="Does the employer pay the compliance fee?")
    text: Wording[Prose] = Field(description="The step in words, for this category.")


class ChangeNote(Record):
    """What changed for a reader, and when."""

    identity: ClassVar = ("date", "text")

    date: Note[NoteDate] = Field(
        description="When the fact changed: the month, or the day if it is known.",
        examples=["2026-05"],
    )
    text: Note[Text] = Field(
        description="What is different now, in a sentence for readers.",
        examples=["The permit no longer names an employer."],
    )


class PastReview(Record):
    """One look of a reviewer at the facts: when, by whom, and what came of it."""

    identity: ClassVar = ("date", "by", "outcome")

    date: Review[ReviewedOn] = Field(
        description="When the facts were looked at: the month, or the day.", examples=["2026-05-14"]
    )
    by: Review[Slug] = Field(
        description="Who looked: a key of data/reviewers.yml.", examples=["nicola-wightman"]
    )
    outcome: Review[Outcome] = Field(description="What came of it.")
    note: Review[Text | None] = Field(
        default=None,
        description="What was found, for readers of the register; needed where a problem was.",
        examples=["IRCC names another code."],
    )


class Category(Reviewed):
    """One LMIA-exempt route. The slug is the file's name."""

    title: Fact[Text] = Field(
        description="The category's name, as tables and links show it.", examples=["CETA"]
    )
    also_known_as: Wording[tuple[Text, ...]] = Field(
        default=(),
        description="Other names and abbreviations that readers search for.",
        examples=[["ICT"]],
    )
    formerly: Wording[tuple[Slug, ...]] = Field(
        default=(),
        description="Earlier names of this file, without `.yml`: their addresses lead here.",
        examples=[["nafta"]],
    )
    order: Wording[int] = Field(
        default=100,
        ge=0,
        description="Its place in tables: lower numbers come first, equal ones by title.",
        examples=[20],
    )
    group: Fact[Slug] = Field(
        description="A key of data/groups.yml.", examples=["international-agreement"]
    )
    summary: Wording[Text] = Field(description="What the category is, in one or two sentences.")
    codes: Fact[Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(
        description="Exemption codes as the reviewer listed them; each is in data/codes.yml.",
        examples=[["C12"]],
    )
    fits: Fact[Text] = Field(
        description="Who it fits, short enough for a table cell.",
        examples=["European Union nationals"],
    )
    who: Fact[tuple[Text, ...]] = Field(
        default=(),
        description="Who it fits, point by point.",
        examples=[["executives", "senior managers"]],
    )
    nationals: Fact[Text | None] = Field(
        default=None,
        description="Whose citizens it is for, where that is a condition.",
        examples=["European Union countries"],
    )
    permit_type: Fact[PermitType] = Field(
        description="Whether the permit names an employer.", examples=["employer-specific"]
    )
    permit_note: Fact[Text | None] = Field(
        default=None,
        description="What a reader must know about the permit type.",
        examples=["Some of these permits are open."],
    )
    apply: Fact[Text | None] = Field(
        default=None,
        description="Where an application can be made.",
        examples=["at a port of entry"],
    )
    employer: EmployerStep = Field(description="The employer's step, or why there is none.")
    sources: Wording[tuple[Slug, ...]] = Field(
        default=(),
        description="The pages that its facts rest on: keys of data/sources.yml. The guide page"
        " lists them, with those of its codes.",
        examples=[["exemption-codes"]],
    )
    how_it_works: Wording[Prose] = Field(description="How the route works, for this category.")
    basis: Wording[Prose] = Field(description="The agreement or the Canadian interest behind it.")
    permanent_residence: Wording[Prose] = Field(
        description="How it can lead to permanent residence."
    )
    related: Wording[tuple[Slug, ...]] = Field(
        default=(),
        description="Slugs of other categories a reader should look at.",
        examples=[["cusma"]],
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions about this category, with their answers."
    )
    changes: tuple[ChangeNote, ...] = Field(
        default=(), description="What changed for readers; the page shows it, newest first."
    )
    reviews: tuple[PastReview, ...] = Field(
        default=(),
        description="Every review so far, as `imp-guide review` records it; the register shows"
        " them.",
    )
