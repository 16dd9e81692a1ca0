"""A route: one way into a category, for some people, with what it asks of them."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from generator.model.base import Names, Record, Slug, Text, problem
from generator.model.code import KnownCode, Regulation
from generator.model.meaning import Arrangement, Fact, Official

PermitType = Literal["employer-specific", "open", "employer-specific or open", "varies"]
Answer = Literal["yes", "no", "depends"]

CodeLabel = Annotated[Text, Names("codes")]
"""The name under which a code or a family of codes is listed: `C12`, `C20 series` or `C21+`."""


def _without_stop(text: str) -> str:
    if text.endswith("."):
        message = (
            "this ends in a full stop: write it without, since pages put it into a table, or a full"
            " stop of their own behind it"
        )
        raise problem("text", message)
    return text


Fits = Annotated[Text, AfterValidator(_without_stop)]
"""Who takes a way in: for a cell of a table, and for a sentence that a page ends by itself."""


class Requirement(Record):
    """Something that is asked of whoever applies."""

    identity: ClassVar = ("what",)

    what: Fact[Text] = Field(description="What is asked, in a few words.", examples=["French"])
    meaning: Fact[Text] = Field(description="What that means: how much of it, and shown by what.")


class Route(Record):
    """One way into a category. A key that is left out is not shown."""

    identity: ClassVar = ("key",)

    key: Arrangement[Slug] = Field(
        description="A name within the category: the address of the route ends in it.",
        examples=["professionals"],
    )
    title: Fact[Text] = Field(description="What the route is called.", examples=["Professionals"])
    fits: Fact[Fits] = Field(
        description="Who takes it, short enough for a table cell, without a full stop.",
        examples=["Citizens in a listed profession"],
    )
    turns_on: Fact[Text | None] = Field(
        default=None, description="What decides such a case, in a sentence or two."
    )
    asked: tuple[Requirement, ...] = Field(
        default=(), description="What is asked on this route, each with what it means."
    )
    papers: Fact[tuple[Text, ...]] = Field(
        default=(), description="Which papers an application has to bring."
    )
    apply: Fact[Text | None] = Field(
        default=None, description="Where to apply, if that is different from the category's."
    )
    first_permit: Fact[Text | None] = Field(
        default=None, description="How long a first permit usually is.", examples=["1 year"]
    )
    longest_stay: Fact[Text | None] = Field(
        default=None,
        description="How long one may stay at most, with extensions.",
        examples=["7 years"],
    )
    permit_type: Fact[PermitType | None] = Field(
        default=None,
        description="Whether the permit names an employer, if this route is different.",
    )
    offer: Fact[Answer | None] = Field(
        default=None, description="Does this route need a job offer?"
    )
    codes: Fact[tuple[CodeLabel, ...]] = Field(
        default=(),
        description="Those of the category's codes that the reviewer lists for this route.",
        examples=[["C12"]],
    )
    ircc_codes: Official[tuple[KnownCode, ...]] = Field(
        default=(),
        description="The codes that IRCC's pages name for this route, each in data/codes.yml with"
        " its source; no review claims them.",
        examples=[["T36"]],
    )
    regulation: Fact[Regulation | None] = Field(
        default=None,
        description="The part of the Regulations it rests on, if that is not the category's.",
        examples=["R204(a)"],
    )
