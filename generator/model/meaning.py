"""Which keys state facts, and which only put them into words.

Every key that holds a text, a number or a list of texts is marked in its record: `Fact[Text]`,
`Wording[Prose]` and so on. A changed fact asks for a new review; changed wording does not.
"""

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic.fields import FieldInfo

T = TypeVar("T")


class Meaning(StrEnum):
    """What a change of a key means."""

    FACT = "fact"
    """A reader relies on it: a change asks for a new review, and in a category for a note."""
    WORDING = "wording"
    """It words or arranges facts: a change asks for no new review."""
    REVIEW = "review"
    """It says who checked the facts, and when."""
    NOTE = "note"
    """It tells readers what changed."""


Fact = Annotated[T, Meaning.FACT]
Wording = Annotated[T, Meaning.WORDING]
Review = Annotated[T, Meaning.REVIEW]
Note = Annotated[T, Meaning.NOTE]


SENTENCES = {
    Meaning.FACT: "States a fact: a change asks for a new review.",
    Meaning.WORDING: "Wording: a change asks for no new review.",
    Meaning.REVIEW: "The review itself: only a check of the facts changes it.",
    Meaning.NOTE: "Tells readers what changed.",
}
"""Each meaning as an editor reads it, in a record that carries a review."""


def meaning_of(field: FieldInfo) -> Meaning | None:
    """Return the meaning of a key; None where its own keys are marked instead."""
    return next((mark for mark in field.metadata if isinstance(mark, Meaning)), None)
