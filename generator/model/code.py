"""The code registry: every exemption code that a category names, and what IRCC says of it."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from generator.model.base import Prose, Record, Slug, Text, problem

CODE = re.compile(r"[A-Z][0-9]{2}")

Standing = Literal["in use", "superseded", "changed", "not recorded"]
Certainty = Literal["stated by IRCC", "partly stated by IRCC", "secondary source"]


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        message = f"`{text}` is not an exemption code: write a capital letter and two digits"
        raise problem("value", message)
    return text


class Successor(Record):
    """A code that took over from an older one."""

    code: Text = Field(description="A code of the registry.", examples=["T36"])
    covers: Text | None = Field(
        default=None, description="Which part of the old code it took over, if not all of it."
    )


class History(Record):
    """What IRCC's pages say of a code. It is IRCC's information, not part of any review."""

    standing: Standing = Field(
        description="What IRCC's pages say of the code now: in use, superseded by another,"
        " changed without a known successor, or not recorded here."
    )
    successors: tuple[Successor, ...] = Field(
        default=(), description="The codes that took over, where known."
    )
    changed_on: date | None = Field(
        default=None, description="The day of the change, where known.", examples=["2022-12-15"]
    )
    certainty: Certainty | None = Field(default=None, description="How sure this is.")
    source: Slug | None = Field(
        default=None, description="The page it rests on: a key of data/sources.yml."
    )
    note: Prose = Field(default=(), description="What a reader should know about it.")

    @field_validator("changed_on", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                message = f"`{value}` is not a day: write it as 2022-12-15"
                raise problem("value", message) from None
        return value


class _Entry(Record):
    subject: Text = Field(description="What the code covers.")
    about: Slug | None = Field(
        default=None,
        description="The category whose guide shows this code's history although it does not"
        " list the code itself.",
    )
    history: History = Field(description="What IRCC's pages say of it.")


class Code(_Entry):
    """One exemption code."""

    code: Text = Field(description="The code itself.", examples=["C12"])

    @field_validator("code")
    @classmethod
    def _is_code(cls, value: str) -> str:
        return _code(value)

    @property
    def label(self) -> str:
        """The name under which categories list it."""
        return self.code

    @property
    def anchor(self) -> str:
        """Its anchor on /codes/."""
        return self.code.lower()


class Family(_Entry):
    """Several codes that are listed under one name.

    ``series`` is a code with its sub-codes, written ``C20 series``; ``and above`` is a code with
    those numbered after it, written ``C21+``.
    """

    first: Text = Field(description="The first code of the family.", examples=["C20"])
    kind: Literal["series", "and above"] = Field(
        description="`series`: the code and its sub-codes. `and above`: the code and later ones."
    )

    @field_validator("first")
    @classmethod
    def _is_code(cls, value: str) -> str:
        return _code(value)

    @property
    def label(self) -> str:
        """The name under which categories list it."""
        return f"{self.first} series" if self.kind == "series" else f"{self.first}+"

    @property
    def anchor(self) -> str:
        """Its anchor on /codes/."""
        return self.label.lower().replace(" ", "-")


class CodeRegistry(Record):
    """All exemption codes and families of codes that the guide knows."""

    codes: Annotated[tuple[Code, ...], Field(min_length=1)] = Field(
        description="The codes, one record each."
    )
    families: tuple[Family, ...] = Field(default=(), description="Codes listed under one name.")

    def entries(self) -> tuple[Code | Family, ...]:
        """Return codes and families, sorted as readers look them up."""
        return tuple(sorted((*self.codes, *self.families), key=lambda entry: entry.label))
