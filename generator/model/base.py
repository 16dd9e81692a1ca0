"""What all records share: strict keys, and the kinds of text that editors write."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Letters by name, but nobody can see them.
_FILLERS = "\u115f\u1160\u3164\uffa0"

_URL = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:[?#][^\s<>\"\\`]*)?"
)

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9])*")

NOTHING_WRITTEN = "nothing is written here"
"""The message for a value without a word; what to write instead is in the key's description."""


class Record(BaseModel):
    """A record that accepts the keys of its class and no others, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    identity: ClassVar[tuple[str, ...]] = ()
    """In a list of such records, the keys by which one is known, wherever it stands."""


def problem(rule: str, message: str) -> PydanticCustomError:
    """Return the error that a validator raises: the id of a rule, and what to write."""
    return PydanticCustomError("guide", "{message}", {"rule": rule, "message": message})


def slug_like(name: str) -> str:
    """Return a slug as near as possible to a name."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
    return "-".join(part for part in letters.split("-") if part) or "a-new-name"


def is_written(text: str) -> bool:
    """Tell whether a text says anything: white space and invisible characters do not."""
    return any(character.isalnum() and character not in _FILLERS for character in text)


def is_canada_ca(url: str) -> bool:
    """Tell whether an address is https, on canada.ca or a host below it, and nothing else."""
    if not _URL.fullmatch(url):
        return False
    host = urlsplit(url).hostname or ""
    return host == "canada.ca" or host.endswith(".canada.ca")


def as_pattern(pattern: str) -> WithJsonSchema:
    """Return what a schema says of a text: the pattern that it follows."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def _written(text: str) -> str:
    if not is_written(text):
        raise problem("value", NOTHING_WRITTEN)
    return text.strip()


def _slug(text: str) -> str:
    if not text:
        raise problem("value", NOTHING_WRITTEN)
    if not SLUG.fullmatch(text):
        message = f"`{text}` is not a name here: use small letters, digits and hyphens"
        raise problem("value", f"{message}, as in `{slug_like(text)}`")
    return text


def _canada_ca(text: str) -> str:
    if not text:
        raise problem("official-link", NOTHING_WRITTEN)
    if not is_canada_ca(text):
        raise problem(
            "official-link",
            "the link is not an https address on canada.ca: copy the address of the official page,"
            " beginning with https://www.canada.ca/",
        )
    return text


def _web_address(text: str) -> str:
    if text and not _URL.fullmatch(text):
        raise problem("value", f"`{text}` is not an https address: copy it from the browser")
    return text


def _account(text: str) -> str:
    if text and not _ACCOUNT.fullmatch(text):
        raise problem("value", f"`{text}` is not an account: write its name without @, or nothing")
    return text


def _paragraphs(value: Any) -> Any:
    if isinstance(value, str):
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
        return [part for part in parts if part]
    return value


def _some_paragraphs(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    if not any(is_written(part) for part in paragraphs):
        raise problem("value", NOTHING_WRITTEN)
    return paragraphs


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    here = f"`{value}` is neither" if isinstance(value, str) and value else "this is neither"
    raise problem("value", f"{here} yes nor no: write yes or no")


Text = Annotated[str, AfterValidator(_written), as_pattern(r"\S")]
"""A text that says something, on one line or folded over several."""

Slug = Annotated[str, AfterValidator(_slug), as_pattern(f"^{SLUG.pattern}$")]
"""A name of small letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names a record elsewhere.

    Attributes:
        kind: what it names, as the records are called: categories, groups, sources or reviewers.
    """

    kind: str


CategoryName = Annotated[Slug, Names("categories")]
"""The slug of a category."""

GroupName = Annotated[Slug, Names("groups")]
"""A key of data/groups.yml."""

SourceName = Annotated[Slug, Names("sources")]
"""A key of data/sources.yml."""

ReviewerName = Annotated[Slug, Names("reviewers")]
"""A key of data/reviewers.yml."""

CanadaUrl = Annotated[
    str,
    AfterValidator(_canada_ca),
    as_pattern(r"^https://([A-Za-z0-9-]+\.)*canada\.ca([/?#]\S*)?$"),
]
"""The https address of a page on canada.ca."""

WebAddress = Annotated[str, AfterValidator(_web_address), as_pattern(r"^(https://\S+)?$")]
"""An https address, or nothing while it is not known."""

Account = Annotated[str, AfterValidator(_account), as_pattern(f"^({_ACCOUNT.pattern})?$")]
"""The name of somebody's account on GitHub, or nothing while it is not known."""

Prose = Annotated[
    tuple[str, ...],
    AfterValidator(_some_paragraphs),
    BeforeValidator(_paragraphs),
    as_pattern(r"\S"),
]
"""Paragraphs with a blank line between them."""

YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "string", "enum": ["yes", "no"]})
]
"""The word yes or no."""
