"""What it means when a key changes: how much the reviewer has to see of it.

Every key that holds a text, a number or a list of texts is marked in its record: `Fact[Text]`,
`Sentence[Prose]` and so on. A changed fact asks for a new review, a changed sentence asks that the
reviewer saw it. A change that only mends a slip, in a fact or in a sentence, asks for nothing.
"""

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic.fields import FieldInfo

T = TypeVar("T")


class Meaning(StrEnum):
    """What a change of a key means."""

    FACT = "fact"
    """A reader relies on it: a change asks for a newer review, and in a category for a note."""
    SENTENCE = "sentence"
    """Readers see it in the reviewer's name: a change has to be seen by the reviewer."""
    OFFICIAL = "official"
    """It says what IRCC's pages say of a code, which no review of the guide covers."""
    ARRANGEMENT = "arrangement"
    """It orders, links or names for the program: a change asks for nothing."""
    SLIP = "slip"
    """Not of a key, but of one change: white space, punctuation or spelling, and nothing else."""
    REVIEW = "review"
    """It says who checked the facts, and when."""
    NOTE = "note"
    """It tells readers what changed."""


Fact = Annotated[T, Meaning.FACT]
Sentence = Annotated[T, Meaning.SENTENCE]
Official = Annotated[T, Meaning.OFFICIAL]
Arrangement = Annotated[T, Meaning.ARRANGEMENT]
Review = Annotated[T, Meaning.REVIEW]
Note = Annotated[T, Meaning.NOTE]


SENTENCES = {
    Meaning.FACT: "States a fact: a change asks for a newer review.",
    Meaning.SENTENCE: "A sentence for readers: the reviewer has to see a change.",
    Meaning.ARRANGEMENT: "Arranges: a change asks for nothing.",
    Meaning.REVIEW: "The review itself: only a check of the facts changes it.",
    Meaning.NOTE: "Tells readers what changed.",
}
"""Each meaning as an editor reads it, in a record that carries a review."""


def meaning_of(field: FieldInfo) -> Meaning | None:
    """Return the meaning of a key; None where its own keys are marked instead."""
    return next((mark for mark in field.metadata if isinstance(mark, Meaning)), None)
