"""A category: one ground for a permit without an LMIA, one file, one guide page."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import (
    CategoryName,
    FirmPageName,
    GroupName,
    Prose,
    Record,
    ShortAnswer,
    Slug,
    SourceName,
    Text,
)
from generator.model.code import Regulation
from generator.model.meaning import Arrangement, Fact, Note, Sentence
from generator.model.numbers import WholeNumber
from generator.model.review import NoteDate, Reviewed
from generator.model.route import Answer, CodeLabel, Fits, PermitType, Requirement, Route


class Question(Record):
    """A question that readers ask, with its answer."""

    identity: ClassVar = ("question",)

    question: Sentence[Text] = Field(
        description="The question, in a reader's words.", examples=["Do I need a job offer?"]
    )
    answer: Sentence[Prose] = Field(description="The answer, in plain English.")
    source: Arrangement[SourceName | None] = Field(
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
    text: Sentence[Prose] = Field(description="The step in words, for this category.")


class ChangeNote(Record):
    """What changed for a reader, and when."""

    identity: ClassVar = ("date", "text")

    date: Note[NoteDate] = Field(
        description="When the fact changed: the month, or the day if it is known.",
    )
    text: Note[Text] = Field(
        description="What is different now, in a sentence for readers.",
        examples=["The permit no longer names an employer."],
    )


class Category(Reviewed):
    """One ground for a permit without an LMIA. The slug is the file's name."""

    title: Fact[Text] = Field(
        description="The category's name, as tables and links show it.", examples=["CETA"]
    )
    also_known_as: Sentence[tuple[Text, ...]] = Field(
        default=(),
        description="Other names and abbreviations that readers search for.",
        examples=[["ICT"]],
    )
    formerly: Arrangement[tuple[Slug, ...]] = Field(
        default=(),
        description="Earlier names of this file, without `.yml`: their addresses lead here.",
        examples=[["nafta"]],
    )
    order: Arrangement[WholeNumber] = Field(
        default=100,
        ge=0,
        description="Its place in tables: lower numbers come first, equal ones by title.",
        examples=[20],
    )
    group: Fact[GroupName] = Field(
        description="A key of data/groups.yml.", examples=["international-agreement"]
    )
    summary: Sentence[Text] = Field(description="What the category is, in one or two sentences.")
    in_short: Sentence[ShortAnswer] = Field(
        description="The page's question answered in 40 to 60 words that stand alone: who may come"
        " by this category, and what it asks."
    )
    codes: Fact[Annotated[tuple[CodeLabel, ...], Field(min_length=1)]] = Field(
        description="Exemption codes as the reviewer listed them; each is in data/codes.yml.",
        examples=[["C12"]],
    )
    fits: Fact[Fits] = Field(
        description="Who it fits, short enough for a table cell, without a full stop.",
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
    regulation: Fact[Regulation | None] = Field(
        default=None,
        description="The part of the Regulations that the category rests on.",
        examples=["R204(a)"],
    )
    routes: tuple[Route, ...] = Field(
        default=(), description="The ways into the category, in the order readers see them."
    )
    asked: tuple[Requirement, ...] = Field(
        default=(), description="What is asked on every route, each with what it means."
    )
    papers: Fact[tuple[Text, ...]] = Field(
        default=(), description="Which papers every application has to bring."
    )
    how_long: Fact[Prose] = Field(
        default=(), description="How long permits and stays are, as far as all routes share it."
    )
    mistakes: Sentence[tuple[Text, ...]] = Field(
        default=(), description="What people often get wrong, each in a sentence or two."
    )
    lmia_route: Sentence[Prose] = Field(
        default=(), description="How it compares with a permit that needs an LMIA."
    )
    employer: EmployerStep = Field(description="The employer's step, or why there is none.")
    sources: Arrangement[tuple[SourceName, ...]] = Field(
        default=(),
        description="The pages that its facts rest on: keys of data/sources.yml. The guide page"
        " lists them, with those of its codes.",
        examples=[["exemption-codes"]],
    )
    how_it_works: Sentence[Prose] = Field(description="How the route works, for this category.")
    basis: Sentence[Prose] = Field(description="The agreement or the Canadian interest behind it.")
    permanent_residence: Sentence[Prose] = Field(
        description="How it can lead to permanent residence."
    )
    related: Arrangement[tuple[CategoryName, ...]] = Field(
        default=(),
        description="Slugs of other categories a reader should look at.",
        examples=[["cusma"]],
    )
    firm_page: Arrangement[FirmPageName | None] = Field(
        default=None,
        description="The firm's own, longer page about this category: a key under `pages` of"
        " data/firm.yml.",
        examples=["work-permits"],
    )
    questions: tuple[Question, ...] = Field(
        default=(), description="Questions about this category, with their answers."
    )
    changes: tuple[ChangeNote, ...] = Field(
        default=(), description="What changed for readers; the page shows it, newest first."
    )


class Ending(Record):
    """When a category ended, why, and where its readers can turn."""

    on: Fact[NoteDate] = Field(description="When it ended: the month, or the day if it is known.")
    why: Fact[Text] = Field(description="Why, in a sentence for readers.")
    instead: Fact[tuple[CategoryName, ...]] = Field(
        default=(), description="Slugs of the categories that its readers may look at instead."
    )


class Ended(Reviewed):
    """A category that has ended: its file keeps the name, and its address an honest page."""

    title: Fact[Text] = Field(description="The name that it had.")
    formerly: Arrangement[tuple[Slug, ...]] = Field(
        default=(), description="Earlier names of this file, without `.yml`: they lead here."
    )
    ended: Ending = Field(description="When it ended, why, and where to turn.")
