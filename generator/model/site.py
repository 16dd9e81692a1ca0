"""The smaller records: the firm, its reviewers, settings, steps, duties, questions and terms."""

from typing import Annotated

from pydantic import Field

from generator.model.base import CanadaUrl, Prose, Record, Text, WebAddress, YesNo
from generator.model.category import Question
from generator.model.review import Reviewed


class Service(Record):
    """Something the firm offers; it is a link once its address is known."""

    title: Text = Field(description="What it is called.")
    text: Text = Field(description="What it does for a reader.")
    url: WebAddress = Field(default="", description="Its address; empty while it is not known.")


class NamedLink(Record):
    """A page of the firm's own site; it is a link once its address is known."""

    title: Text = Field(description="The page's name.")
    url: WebAddress = Field(default="", description="Its address; empty while it is not known.")


class Firm(Record):
    """Who stands behind the guide."""

    name: Text = Field(description="The firm's name.")
    about: Prose = Field(description="How the firm works.")
    limits: Prose = Field(description="What the firm cannot promise.")
    services: tuple[Service, ...] = Field(default=(), description="What the firm offers.")
    section: NamedLink = Field(description="The part of the firm's site that the guide sits in.")
    links: tuple[NamedLink, ...] = Field(default=(), description="Its other pages on the subject.")


class Reviewer(Record):
    """Somebody who may review facts."""

    name: Text = Field(description="The reviewer's full name.")
    title: Text = Field(description="The professional title, as licensed.", examples=["RCIC"])
    licence: Text = Field(description="The licence number.")
    regulator: Text = Field(description="Who issued the licence.")


class Settings(Record):
    """Numbers and switches that the firm decides."""

    review_interval_months: Annotated[int, Field(ge=1, le=60)] = Field(
        description="How many months a review counts."
    )
    due_soon_days: Annotated[int, Field(ge=0, le=366)] = Field(
        description="How many days before the due day a review is shown as due soon."
    )
    overdue_is_error: YesNo = Field(
        description="yes: an overdue review stops the build; no: pages say so in a banner."
    )


class Group(Record):
    """A kind of category."""

    title: Text = Field(description="Its name in tables.")
    heading: Text = Field(description="What a guide page calls the part about its basis.")
    summary: Text = Field(description="Why permits of this kind need no LMIA.")


class Source(Record):
    """A page on canada.ca that a fact rests on."""

    title: Text = Field(description="What a reader sees as the link.")
    url: CanadaUrl = Field(description="The page's address.")
    settles: Text = Field(description="What the page settles.")


class Step(Record):
    """One of the steps to a permit."""

    title: Text = Field(description="The step, as an instruction.")
    text: Prose = Field(description="What happens in it.")


class Steps(Record):
    """The steps to an employer-specific permit, in order."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(description="The steps.")


class Obligation(Record):
    """Something that an employer owes."""

    title: Text = Field(description="The duty in a few words.")
    text: Prose = Field(description="What it means.")


class Obligations(Record):
    """The employer's duties, before and after the permit."""

    before: Annotated[tuple[Obligation, ...], Field(min_length=1)] = Field(
        description="Before the worker applies."
    )
    after: Annotated[tuple[Obligation, ...], Field(min_length=1)] = Field(
        description="Once the permit is issued."
    )


class Questions(Record):
    """The questions readers ask about the programme as a whole."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = Field(
        description="The questions, in the order readers see them."
    )


class Term(Record):
    """An abbreviation or a trade term."""

    term: Text = Field(description="The term as it is used.", examples=["LMIA"])
    name: Text = Field(description="The term in full.")
    meaning: Text = Field(description="What it means, in plain English.")


class Terms(Record):
    """The glossary."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)] = Field(description="The terms.")


class PageHead(Reviewed):
    """The front matter of a page in content/: such a page states facts, so it is reviewed."""

    title: Text = Field(description="The page's title in the browser and in search results.")
    description: Text = Field(description="One or two sentences for search results.")
