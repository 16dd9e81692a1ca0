"""What the JSON files say, as types: their schemas come from here.

They are promises to other programs. A field may be added; none is renamed or taken away below
`/api/v1/`.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from generator.model.described import describe


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_options: Any) -> None:
        """Keep what the class says of itself."""
        describe(cls)


class Looked(_Shape):
    """Who checked the facts, and when."""

    reviewed_on: str = Field(description="The month or the day: 2026-05 or 2026-05-14.")
    reviewed_by: str = Field(description="The reviewer's name.")
    title: str = Field(description="The reviewer's professional title.")
    licence: str = Field(description="The reviewer's licence number.")
    problem: str | None = Field(
        description="What a reviewer found wrong, until a later review says that it is mended."
    )


class Review(Looked):
    """Who checked the facts, when, and until when that counts."""

    due: str = Field(description="The last day on which the review counts, as 2027-05-31.")
    status: str = Field(
        description="current, due soon, overdue or problem found, on the day `as_of`."
    )


class Notice(_Shape):
    """What to confirm before relying on the facts, and where."""

    text: str = Field(description="Which of the facts move.")
    url: str = Field(description="The canada.ca page that settles them.")


class Checked(_Shape):
    """What carries a review and a notice."""

    address: str = Field(description="The page that shows it.")
    review: Review
    notice: Notice


class Note(_Shape):
    """A change that readers are told of."""

    date: str = Field(description="The month or the day of the change.")
    text: str


class Requirement(_Shape):
    """Something that is asked of whoever applies."""

    what: str
    meaning: str


class Route(_Shape):
    """One way into a category. The category's review is of all but `ircc_codes`."""

    key: str
    address: str = Field(description="Where its page shows it.")
    title: str
    fits: str
    turns_on: str | None = Field(description="What decides such a case.")
    asked: tuple[Requirement, ...]
    papers: tuple[str, ...]
    apply: str | None
    first_permit: str | None
    longest_stay: str | None
    permit_type: str | None
    offer: str | None = Field(description="Whether it needs a job offer: yes, no or depends.")
    codes: tuple[str, ...] = Field(description="Exemption codes as the reviewer listed them.")
    ircc_codes: tuple[str, ...] = Field(
        description="The codes that IRCC's pages name for it, which no review covers; where they"
        " do, codes.json says."
    )
    regulation: str | None = Field(description="The part of the Regulations that it rests on.")


class Category(Checked):
    """One ground for a permit without an LMIA, with the routes into it."""

    slug: str
    title: str
    group: str = Field(description="Why permits of this kind need no LMIA.")
    summary: str
    in_short: str = Field(description="The answer to what its page is about.")
    regulation: str | None = Field(description="The part of the Regulations that it rests on.")
    routes: tuple[Route, ...]
    asked: tuple[Requirement, ...] = Field(description="What is asked on every route.")
    papers: tuple[str, ...]
    codes: tuple[str, ...] = Field(description="Exemption codes as the reviewer listed them.")
    fits: str
    who: tuple[str, ...]
    nationals: str | None = Field(description="Whose citizens it is for, where one is named.")
    lmia_needed: bool
    permit_type: str
    permit_note: str | None
    apply: str | None
    employer_files_offer: str = Field(description="yes, no or depends.")
    employer_pays_fee: str = Field(description="yes, no or depends.")
    related: tuple[str, ...] = Field(description="Slugs of related categories.")
    changes: tuple[Note, ...]


class Source(_Shape):
    """A page of the Government of Canada."""

    title: str
    url: str


class Successor(_Shape):
    """A code that took over from an older one."""

    code: str
    covers: str | None


class Code(Checked):
    """An exemption code or a family of codes. The review is of who lists it, not of its history."""

    code: str
    subject: str
    categories: tuple[str, ...] = Field(description="Slugs of the categories that list it.")
    routes: tuple[str, ...] = Field(
        description="The routes for which IRCC's pages name it: a slug, a slash and a key."
    )
    reviewed_routes: tuple[str, ...] = Field(
        description="The routes for which the reviewer lists it, named alike."
    )
    members: tuple[str, ...] = Field(description="The codes that a family stands for.")
    regulation: str | None = Field(
        description="The part of the Regulations that IRCC lists it under."
    )
    standing: str = Field(description="What IRCC's pages say of it now.")
    successors: tuple[Successor, ...]
    changed_on: str | None
    certainty: str | None = Field(description="How sure this is.")
    source: Source | None


class Feature(_Shape):
    """A row of the comparison."""

    key: str
    title: str
    cells: dict[str, str] = Field(description="One text for each programme, by its key.")


class Reviewed(Checked):
    """A line of the review register."""

    title: str


class _Document(_Shape):
    as_of: str = Field(description="The day on which the site was built.")


class Ended(_Shape):
    """A category that has ended: its address tells so. It is not due for review again."""

    address: str = Field(description="The page that shows it.")
    review: Looked
    notice: Notice
    slug: str
    title: str
    ended_on: str = Field(description="The month or the day.")
    why: str
    instead: tuple[str, ...] = Field(description="Slugs of categories to look at instead.")


class Categories(_Document):
    """Every category, and those that have ended."""

    categories: tuple[Category, ...]
    ended: tuple[Ended, ...]


class Codes(_Document):
    """Every exemption code."""

    codes: tuple[Code, ...]


class Comparison(Checked, _Document):
    """The IMP and the TFWP, feature by feature."""

    title: str
    programmes: dict[str, str] = Field(description="Titles of the programmes by key.")
    features: tuple[Feature, ...]


class Register(_Document):
    """Every review behind the guide."""

    reviews: tuple[Reviewed, ...]


class File(_Shape):
    """A JSON file with its schema."""

    address: str
    schema_address: str
    about: str


class Index(_Document):
    """Where each of the files is."""

    title: str
    notice: str
    files: tuple[File, ...]
