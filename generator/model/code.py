"""The code registry: every exemption code that a category names, and what IRCC says of it."""

import re
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model.base import (
    CategoryName,
    Names,
    Prose,
    Record,
    SourceName,
    Text,
    as_pattern,
    of_form,
    problem,
)
from generator.model.meaning import Arrangement, Fact, Official
from generator.model.review import EARLIEST

CODE = re.compile(r"[A-Z][0-9]{2}")

Standing = Literal["in use", "superseded", "changed", "not recorded"]
Certainty = Literal["stated by IRCC", "partly stated by IRCC", "secondary source"]


def _subject(text: str) -> str:
    if CODE.fullmatch(text):
        raise problem("value", f"`{text}` is a code: write in words what this code covers")
    return text


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            message = f"`{value}` is not a day: write it as YYYY-MM-DD, for example 2022-12-15"
            raise problem("value", message) from None
        if day.year < EARLIEST:
            raise problem("value", f"`{value}` is too long ago: correct the year")
        return day
    return value


CodeName = Annotated[
    Text,
    of_form(CODE, "is not an exemption code: write a capital letter and two digits"),
    as_pattern(f"^{CODE.pattern}$"),
]
"""An exemption code: a capital letter and two digits."""

KnownCode = Annotated[CodeName, Names("single_codes")]
"""A code that the registry has, or may have."""

_DAY_FORM = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"

Day = Annotated[date, BeforeValidator(_day), as_pattern(_DAY_FORM)]
"""A day of the calendar."""

_REGULATION = re.compile(r"R[0-9]{2,3}(?:\.[0-9]{1,2})?(?:\([a-z0-9.]{1,4}\))*")


_NO_REGULATION = (
    "is no part of the Regulations: write R, the section and its letters in round brackets, as in"
    " R204(a)"
)

Regulation = Annotated[
    Text,
    of_form(_REGULATION, _NO_REGULATION),
    as_pattern(f"^{_REGULATION.pattern}$".replace("?:", "")),
]
"""A part of the Immigration and Refugee Protection Regulations, as IRCC cites it: `R204(a)`."""


class Successor(Record):
    """A code that took over from an older one."""

    identity: ClassVar = ("code",)

    code: Official[KnownCode] = Field(description="A code of the registry.", examples=["T36"])
    covers: Official[Text | None] = Field(
        default=None,
        description="Which part of the old code it took over, if not all of it.",
        examples=["executive or senior manager"],
    )


class History(Record):
    """What IRCC's pages say of a code. It is IRCC's information, not part of any review."""

    standing: Official[Standing] = Field(
        description="What IRCC's pages say of the code now: in use, superseded by another,"
        " changed without a known successor, or not recorded here."
    )
    successors: tuple[Successor, ...] = Field(
        default=(), description="The codes that took over, where known."
    )
    changed_on: Official[Day | None] = Field(
        default=None, description="The day of the change, where known.", examples=["2022-12-15"]
    )
    certainty: Official[Certainty | None] = Field(
        default=None, description="How sure this is.", examples=["stated by IRCC"]
    )
    source: Official[SourceName | None] = Field(
        default=None,
        description="The page it rests on: a key of data/sources.yml.",
        examples=["exemption-codes"],
    )
    note: Official[Prose] = Field(default=(), description="What a reader should know about it.")


class _Entry(Record):
    subject: Fact[Annotated[Text, AfterValidator(_subject)]] = Field(
        description="What the code covers.", examples=["CUSMA professional"]
    )
    about: Arrangement[CategoryName | None] = Field(
        default=None,
        description="The category whose guide shows this code's history although it does not"
        " list the code itself.",
        examples=["ceta"],
    )
    regulation: Official[Regulation | None] = Field(
        default=None,
        description="The part of the Regulations under which IRCC lists it.",
        examples=["R205(a)"],
    )
    history: History = Field(description="What IRCC's pages say of it.")


class Code(_Entry):
    """One exemption code."""

    identity: ClassVar = ("code",)

    code: Fact[CodeName] = Field(description="The code itself.", examples=["C12"])

    @property
    def members(self) -> tuple[str, ...]:
        """What it stands for besides itself: nothing."""
        return ()

    @property
    def label(self) -> str:
        """The name under which categories list it."""
        return self.code

    @property
    def anchor(self) -> str:
        """Its anchor on /codes/."""
        return self.code.lower()


class Family(_Entry):
    """Several codes that are listed under one name, as in `C20 series` or `C21+`."""

    identity: ClassVar = ("first", "kind")

    first: Fact[KnownCode] = Field(description="The first code of the family.", examples=["C20"])
    kind: Fact[Literal["series", "and above"]] = Field(
        description="`series`: the code and its sub-codes. `and above`: the code and later ones."
    )
    members: Official[tuple[KnownCode, ...]] = Field(
        default=(),
        description="The codes that it stands for, as far as IRCC's pages tell.",
        examples=[["C20", "C21"]],
    )

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
