"""The programme comparison: the IMP against the TFWP, feature by feature."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Record, Slug, Text
from generator.model.review import Reviewed


class Programme(Record):
    """A column of the comparison."""

    key: Slug = Field(description="The name by which features fill its cell.", examples=["imp"])
    title: Text = Field(description="The column's heading.")


class Feature(Record):
    """A row of the comparison."""

    key: Slug = Field(description="The row's anchor.", examples=["lmia-required"])
    title: Text = Field(description="The row's heading.")
    cells: dict[str, Text] = Field(description="One text for each programme, by its key.")


class Comparison(Reviewed):
    """The whole table; the rule `comparison-cell` sees that no cell is missing."""

    title: Text = Field(description="What the table compares: its caption.")
    programmes: Annotated[tuple[Programme, ...], Field(min_length=2)] = Field(
        description="The columns, from left to right."
    )
    features: Annotated[tuple[Feature, ...], Field(min_length=1)] = Field(
        description="The rows, from top to bottom."
    )
