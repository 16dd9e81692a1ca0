"""The firm behind the guide: what it says of itself, what it offers, and its own pages."""

from typing import ClassVar

from pydantic import Field

from generator.model.base import FirmPageName, Prose, Record, Slug, Statement, Text
from generator.model.meaning import Arrangement, Fact, Sentence
from generator.model.web import WebAddress


class FirmPage(Record):
    """A page of the firm's own site; it is a link once its address is known."""

    title: Sentence[Text] = Field(description="The page's name.", examples=["All work permits"])
    url: Arrangement[WebAddress] = Field(
        default="", description="Its address; empty while it is not known."
    )


class Service(Record):
    """Something the firm offers, and the page of its site that is about it."""

    identity: ClassVar = ("title",)

    title: Sentence[Text] = Field(description="What it is called.")
    text: Sentence[Text] = Field(description="What it does for a reader.")
    page: Arrangement[FirmPageName] = Field(description="Its page: a key under `pages`.")


class Statements(Record):
    """What a licensed firm has to say at the foot of every page, besides its licences."""

    outcome: Sentence[Statement] = Field(
        description="That IRCC decides, and that nobody can promise what.",
        examples=["IRCC decides every application. Nobody can promise the outcome."],
    )
    advice: Sentence[Statement] = Field(
        description="That what the guide says is general, and no legal advice.",
        examples=["This guide is general information. It is no legal advice."],
    )
    government: Sentence[Statement] = Field(
        description="That the firm is no part of the Government of Canada.",
        examples=["We are a private firm, not affiliated with the Government of Canada."],
    )


class Firm(Record):
    """Who stands behind the guide."""

    name: Fact[Text] = Field(description="The firm's name.")
    legal_name: Fact[Text] = Field(description="Its name as it is registered.")
    url: Arrangement[WebAddress] = Field(
        default="", description="The firm's own site; empty while it is not known."
    )
    about: Sentence[Prose] = Field(description="How the firm works.")
    limits: Sentence[Prose] = Field(description="What the firm cannot promise.")
    statements: Statements = Field(description="What the foot of every page says.")
    pages: dict[Slug, FirmPage] = Field(
        default={},
        description="The pages of its own site that the guide names, each once, by a key.",
    )
    services: tuple[Service, ...] = Field(
        default=(),
        description="What the firm offers; a page asks its reader to take the first, at its end.",
    )
    section: Arrangement[FirmPageName] = Field(
        description="The part of the firm's site that the guide sits in: a key under `pages`."
    )
    links: Arrangement[tuple[FirmPageName, ...]] = Field(
        default=(), description="Its other pages on the subject: keys under `pages`."
    )

    @property
    def act(self) -> Service | None:
        """What a page asks a reader to do at its end; None while its address is not known."""
        first = next(iter(self.services), None)
        page = self.pages.get(first.page) if first else None
        return first if page and page.url else None
