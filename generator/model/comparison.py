"""The programme comparison: the IMP against the TFWP, feature by feature."""

from difflib import get_close_matches
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model.base import (
    Names,
    Offered,
    Record,
    Slug,
    SourceName,
    Text,
    as_pattern,
    as_text,
    problem,
    seen_signs,
)
from generator.model.meaning import Arrangement, Fact, Sentence
from generator.model.review import Reviewed
from generator.model.slips.helps import ForReaders
from generator.model.slips.texts import is_written

WITHOUT_LMIA, WITH_LMIA = "imp", "tfwp"
"""The keys of the two programmes."""


class Programme(Record):
    """A column of the comparison."""

    identity: ClassVar = ("key",)

    key: Fact[Slug] = Field(
        description="The name by which features fill its cell.", examples=["imp"]
    )
    title: Sentence[Text] = Field(description="The column's heading.", examples=["IMP (no LMIA)"])


IN_WORDS = {
    "no": "No.",
    "varies": "It varies: see the official page.",
    "not stated by the source": "The official page does not say.",
    "does not apply": "This does not apply.",
}
"""What a cell that holds one of these words says to a reader: an empty cell would read as no."""

# What is written where one of these words is meant.
_MEANT = {
    "n/a": "does not apply",
    "na": "does not apply",
    "n.a": "does not apply",
    "not applicable": "does not apply",
    "doesn't apply": "does not apply",
    "doesn’t apply": "does not apply",
    "depends": "varies",
    "it depends": "varies",
    "it varies": "varies",
    "variable": "varies",
}
_LONG = tuple(word for word in IN_WORDS if " " in word)
_UNKNOWN = {"tbd", "tba", "tbc", "unknown", "not known", "not stated", "?", "null", "none", "todo"}


def _in_words(text: str) -> str:
    """Return the text of a cell; raise what to write for a word that is none of the words here."""
    plain = text.strip().rstrip(".").casefold()
    if text in IN_WORDS:
        return text
    near = get_close_matches(plain, _LONG, 1, 0.85)
    word = _MEANT.get(plain) or (plain if plain in IN_WORDS else next(iter(near), None))
    if word and (not text.strip().endswith(".") or text.strip()[0].islower()):
        raise problem("text", f"`{text.strip()}` is none of the words for a cell: write `{word}`")
    if plain in _UNKNOWN:
        raise problem("text", _no_cell(text.strip()))
    if plain in {"yes", "true"} and not text.strip().endswith("."):
        raise problem("text", f"`{text.strip()}` is no sentence: write “Yes.”, or more of it")
    if text.strip() and not is_written(text):
        raise problem("text", _no_cell(text.strip()))
    return as_text(text, answer=True)


def _no_cell(text: str) -> str:
    known = ", ".join(f"`{word}`" for word in IN_WORDS)
    return (
        f"`{text}` is a placeholder that says nothing to readers: write a text, or one of {known}"
    )


Cell = Annotated[
    str,
    ForReaders(),
    Offered(tuple(IN_WORDS.items())),
    BeforeValidator(seen_signs),
    AfterValidator(_in_words),
    as_pattern(r"\S"),
]
"""A text for readers, or one of the words that say what is not known."""


class Feature(Record):
    """A row of the comparison."""

    identity: ClassVar = ("key",)

    key: Fact[Slug] = Field(description="The row's anchor.", examples=["lmia-required"])
    title: Sentence[Text] = Field(
        description="The row's heading.", examples=["Is an LMIA required?"]
    )
    cells: Fact[dict[Annotated[str, Names("programmes")], Cell]] = Field(
        description="For each programme, by its key, a text, or one of these words: no, varies,"
        " not stated by the source, does not apply."
    )
    source: Arrangement[SourceName | None] = Field(
        default=None,
        description="The page that settles it: a key of data/sources.yml.",
        examples=["exemption-codes"],
    )

    def shown(self, programme: str) -> str:
        """Return what the cell of a programme says to a reader."""
        text = self.cells[programme]
        return IN_WORDS.get(text, text)


class Comparison(Reviewed):
    """The whole table; the rule `comparison-cell` sees that no cell is missing."""

    title: Sentence[Text] = Field(description="What the table compares: its caption.")
    programmes: Annotated[tuple[Programme, ...], Field(min_length=2)] = Field(
        description="The columns, from left to right."
    )
    features: Annotated[tuple[Feature, ...], Field(min_length=1)] = Field(
        description="The rows, from top to bottom."
    )
