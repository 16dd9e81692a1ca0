"""The programme comparison: the IMP against the TFWP, feature by feature."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Record, Slug, SourceName, Text
from generator.model.meaning import Arrangement, Fact, Sentence
from generator.model.review import Reviewed


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


class Feature(Record):
    """A row of the comparison."""

    identity: ClassVar = ("key",)

    key: Fact[Slug] = Field(description="The row's anchor.", examples=["lmia-required"])
    title: Sentence[Text] = Field(
        description="The row's heading.", examples=["Is an LMIA required?"]
    )
    cells: Fact[dict[str, Text]] = Field(
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
