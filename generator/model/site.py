"""The smaller records: reviewers, settings, sources, steps, duties, questions and terms."""

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from generator.model.base import Prose, Record, ShortAnswer, Text, as_pattern, of_form, problem
from generator.model.category import Question
from generator.model.meaning import Arrangement, Fact, Review, Sentence
from generator.model.numbers import WholeNumber, YesNo
from generator.model.review import LeftOn, Reviewed
from generator.model.web import Account, OfficialUrl, WebAddress

# The College licenses by R and six digits; a law society by another letter and some digits.
_LICENCE = re.compile(r"R[0-9]{6}|[A-QS-Z][0-9]{4,6}")
_AS_KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_FORMS_OF_ADDRESS = {"dr", "mme", "mr", "mrs", "ms", "m"}


def _professional(text: str) -> str:
    if any(sign.isdigit() for sign in text) or text.strip(".").casefold() in _FORMS_OF_ADDRESS:
        raise problem("reviewer", f"`{text}` is no professional title: write it as licensed")
    return text


def _in_full(text: str) -> str:
    if _AS_KEY.fullmatch(text):
        raise problem("reviewer", f"`{text}` is written like a key: write the full name")
    return text


def _regulator(text: str) -> str:
    if _LICENCE.fullmatch(text):
        raise problem("reviewer", f"`{text}` is a licence number: write here who issued it")
    return text


_NO_LICENCE = (
    "is no licence number: write R and six digits, or another capital letter and four to six"
    " digits, as it was issued"
)

Licence = Annotated[
    Text, of_form(_LICENCE, _NO_LICENCE, "reviewer"), as_pattern(f"^({_LICENCE.pattern})$")
]
"""The number of a licence: a capital letter and its digits."""

ProfessionalTitle = Annotated[Text, AfterValidator(_professional)]
"""What somebody is licensed as."""


class Reviewer(Record):
    """Somebody who may review facts."""

    name: Fact[Annotated[Text, AfterValidator(_in_full)]] = Field(
        description="The reviewer's full name."
    )
    title: Fact[ProfessionalTitle] = Field(
        description="The professional title, as licensed.", examples=["RCIC"]
    )
    licence: Fact[Licence] = Field(description="The licence number.")
    regulator: Fact[Annotated[Text, AfterValidator(_regulator)]] = Field(
        description="Who issued the licence.", examples=["the CICC"]
    )
    public_register: Arrangement[WebAddress] = Field(
        default="",
        description="Where the regulator lets anybody look the licence up; empty while unknown.",
    )
    page: Arrangement[WebAddress] = Field(
        default="", description="The firm's page about the reviewer; empty while unknown."
    )
    left: Review[LeftOn | None] = Field(
        default=None,
        description="When the reviewer left, if so: the month, or the day. The record stays, since"
        " reviews of before name it, but nothing is asked of the reviewer any more.",
    )
    github: Arrangement[Account] = Field(
        default="",
        description="The account that GitHub asks about changes of facts; empty while unknown.",
    )


class Settings(Record):
    """Numbers and switches that the firm decides."""

    review_interval_months: Fact[Annotated[WholeNumber, Field(ge=1, le=60)]] = Field(
        description="How many months a review counts.", examples=[12]
    )
    due_soon_days: Fact[Annotated[WholeNumber, Field(ge=0, le=366)]] = Field(
        description="How many days before the due day a review is shown as due soon.", examples=[60]
    )
    overdue_is_error: Fact[YesNo] = Field(
        description="yes: an overdue review stops the build; no: pages say so in a banner."
    )
    rows_on_home: Arrangement[Annotated[WholeNumber, Field(ge=1)]] = Field(
        default=40,
        description="The most rows of the table of categories that the home page shows; where there"
        " are more, it links to the page of all categories, which always shows every row.",
        examples=[40],
    )
    maintainers: Arrangement[tuple[Account, ...]] = Field(
        default=(),
        description="The accounts that GitHub asks about changes of the program, its settings and"
        " its workflows; empty while none is known.",
        examples=[["alex-example"]],
    )


class Group(Record):
    """A kind of category."""

    title: Sentence[Text] = Field(description="Its name in tables.", examples=["Canadian interest"])
    heading: Sentence[Text] = Field(description="What a guide page calls the part about its basis.")
    summary: Sentence[Text] = Field(description="Why permits of this kind need no LMIA.")


class Source(Record):
    """A page on canada.ca, or of the law on laws-lois.justice.gc.ca, that a fact rests on."""

    title: Sentence[Text] = Field(description="What a reader sees as the link.")
    url: Arrangement[OfficialUrl] = Field(
        description="The page's address.",
        examples=["https://www.canada.ca/en/immigration-refugees-citizenship.html"],
    )
    settles: Sentence[Text] = Field(description="What the page settles.")


class Step(Record):
    """One of the steps to a permit."""

    identity: ClassVar = ("title",)

    title: Fact[Text] = Field(
        description="The step, as an instruction.", examples=["Apply for the work permit"]
    )
    text: Sentence[Prose] = Field(description="What happens in it.")


class Steps(Record):
    """The steps to an employer-specific permit, in order."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(description="The steps.")


class Obligation(Record):
    """Something that an employer owes."""

    identity: ClassVar = ("title",)

    title: Fact[Text] = Field(description="The duty in a few words.", examples=["Keep records"])
    text: Sentence[Prose] = Field(description="What it means.")


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

    identity: ClassVar = ("term",)

    term: Fact[Text] = Field(description="The term as it is used.", examples=["LMIA"])
    name: Fact[Text] = Field(
        description="The term in full.", examples=["Labour Market Impact Assessment"]
    )
    meaning: Sentence[Text] = Field(description="What it means, in plain English.")


class Terms(Record):
    """The glossary."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)] = Field(description="The terms.")


MOST_OF_TITLE = 65
"""The most characters that search engines show of a page's title."""


class PageHead(Reviewed):
    """The front matter of a page in content/: such a page states facts, so it is reviewed."""

    title: Sentence[Text] = Field(
        description="The page's title in the browser and in search results."
    )
    description: Sentence[Text] = Field(description="One or two sentences for search results.")
    in_short: Sentence[ShortAnswer] = Field(
        description="The page's question answered in 40 to 60 words that stand alone."
    )
