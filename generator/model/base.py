"""What all records share: strict keys, and the kinds of text that editors write."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import PydanticCustomError

from generator.model.addresses import LAW, official_fault, source_fault, web_fault
from generator.model.slips import texts
from generator.model.slips.helps import ForReaders, help_fault, may_be_missing
from generator.model.slips.signs import sign_fault
from generator.model.slips.texts import is_written

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_ENDING = re.compile(r"\.(?:ya?ml|md|html)$")
_ACCOUNT = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9])*")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_YES_OR_NO = {"yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"}
_NO_ACCOUNT = {"na", "nil", "none", "null", "tba", "tbc", "tbd", "todo", "unknown", "xxx"}

NOTHING_WRITTEN = "nothing is written here"
"""The message for a value without a word; what to write instead is in the key's description."""


class Record(BaseModel):
    """A record that accepts the keys of its class and no others, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    identity: ClassVar[tuple[str, ...]] = ()
    """In a list of such records, the keys by which one is known, wherever it stands."""

    @field_validator("*", mode="before", check_fields=False)
    @classmethod
    def _no_help_text(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse what describes a key, or leaves it empty, where its own text is asked for."""
        key = info.field_name or ""
        fault = help_fault(value, key, cls)
        if not fault and isinstance(value, str) and may_be_missing(key, cls):
            fault = texts.left_empty(value)
        if fault:
            raise problem("text", fault)
        return value


def problem(rule: str, message: str) -> PydanticCustomError:
    """Return the error that a validator raises: the id of a rule, and what to write."""
    return PydanticCustomError("guide", "{message}", {"rule": rule, "message": message})


def slug_like(name: str) -> str:
    """Return a slug as near as possible to a name, or to the end of an address."""
    name = name.rstrip("/").rpartition("/")[2] if name.startswith("/") else name
    last = _ENDING.sub("", name.lower())
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in last)
    return "-".join(part for part in letters.split("-") if part) or "a-new-name"


WRITTEN = r"\S"
"""The pattern of a text that may say anything at all."""


def as_pattern(pattern: str) -> WithJsonSchema:
    """Return what a schema says of a text: the pattern that it follows."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def as_text(text: str, *, answer: bool = False) -> str:
    """Return a text without the space around it; raise what is wrong with it.

    Args:
        text: what was written.
        answer: whether a mere yes or no may be meant.
    """
    if not is_written(text):
        raise problem("value", NOTHING_WRITTEN)
    if fault := texts.text_fault(text.strip(), answer=answer):
        raise problem("text", fault)
    return text.strip()


def seen_signs(value: Any) -> Any:
    """Let a text through whose signs readers see as they were meant; raise what is wrong."""
    if isinstance(value, str) and is_written(value) and (fault := sign_fault(value)):
        raise problem("text", fault)
    return value


def _answer(text: str) -> str:
    return as_text(text, answer=True)


def _slug(text: str) -> str:
    if not text:
        raise problem("value", NOTHING_WRITTEN)
    if text == "null":
        raise problem("value", "`null` is no name: write one, or remove the line")
    if fault := sign_fault(text):
        raise problem("value", fault)
    if "://" in text:
        raise problem("value", f"`{text}` is an address: write the name of the record that has it")
    if not SLUG.fullmatch(text):
        message = f"`{text}` is not a name here: use small letters, digits and hyphens"
        raise problem("value", f"{message}, as in `{slug_like(text)}`")
    return text


def _canada_ca(text: str) -> str:
    if not text:
        raise problem("official-link", NOTHING_WRITTEN)
    if fault := official_fault(text):
        raise problem("official-link", fault)
    return text


def _source_page(text: str) -> str:
    if not text:
        raise problem("official-link", NOTHING_WRITTEN)
    if fault := source_fault(text):
        raise problem("official-link", fault)
    return text


def _web_address(text: str) -> str:
    if text and (fault := web_fault(text)):
        raise problem("value", fault)
    return text


def _account(text: str) -> str:
    if not text or (_ACCOUNT.fullmatch(text) and text.lower() not in _NO_ACCOUNT):
        return text
    if fault := sign_fault(text):
        raise problem("value", fault)
    if "/" in text:
        message = f"`{text}` is an address: write the name of the account alone, or nothing"
    elif text.startswith("@"):
        message = f"`{text}` begins with @: write the name of the account without it"
    else:
        message = f"`{text}` is not an account: write its name without @, or nothing"
    raise problem("value", message)


def _paragraphs(value: Any) -> Any:
    if isinstance(value, str):
        seen_signs(value)
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
        return [part for part in parts if part]
    return value


def _some_paragraphs(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    if not any(is_written(part) for part in paragraphs):
        raise problem("value", NOTHING_WRITTEN)
    if fault := texts.paragraphs_fault(paragraphs):
        raise problem("text", fault)
    return paragraphs


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    if plain := _YES_OR_NO.get(value.casefold() if isinstance(value, str) else ""):
        raise problem("value", f"`{value}` is neither yes nor no in small letters: write `{plain}`")
    here = f"`{value}` is neither" if isinstance(value, str) and value else "this is neither"
    raise problem("value", f"{here} yes nor no: write yes or no")


def _plain_digits(value: Any) -> Any:
    if isinstance(value, str) and not _WHOLE.fullmatch(value):
        raise PydanticCustomError("int_parsing", "not in plain digits")
    return value


Text = Annotated[
    str, ForReaders(), BeforeValidator(seen_signs), AfterValidator(as_text), as_pattern(WRITTEN)
]
"""A text that says something, on one line or folded over several."""

FEWEST, MOST = 40, 60
"""How many words a short answer has."""


def _short_answer(text: str) -> str:
    count = len(text.split())
    if not FEWEST <= count <= MOST:
        message = (
            f"this has {count} words: answer the page's question in {FEWEST} to {MOST}, so that"
            " the answer stands alone"
        )
        raise problem("text", message)
    return text


ShortAnswer = Annotated[Text, AfterValidator(_short_answer)]
"""The answer that stands right below a page's title."""

Reply = Annotated[
    str, ForReaders(), BeforeValidator(seen_signs), AfterValidator(_answer), as_pattern(WRITTEN)
]
"""A text that answers a question, so that it may be a mere yes or no."""

Slug = Annotated[str, AfterValidator(_slug), as_pattern(f"^{SLUG.pattern}$")]
"""A name of small letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names a record elsewhere.

    Attributes:
        kind: what it names, as the records are called: categories, groups, sources or reviewers;
            codes (of one code or of a family), single_codes, questions (of the finder),
            programmes (of the comparison) or firm_pages.
    """

    kind: str


@dataclass(frozen=True, slots=True)
class Offered:
    """Marks a text that may be one of some words which have a meaning of their own.

    Attributes:
        words: each word, with what it means.
    """

    words: tuple[tuple[str, str], ...]


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

# As every program with regular expressions reads it: some refuse an escaped hyphen.
_LAW = LAW.replace(".", r"\.")

OfficialUrl = Annotated[
    str,
    AfterValidator(_source_page),
    as_pattern(rf"^https://(([A-Za-z0-9-]+\.)*canada\.ca([/?#]\S*)?|{_LAW}/eng/\S+)$"),
]
"""The https address of a page on canada.ca, or of the law on laws-lois.justice.gc.ca."""

WebAddress = Annotated[str, AfterValidator(_web_address), as_pattern(r"^(https://\S+)?$")]
"""An https address, or nothing while it is not known."""

Account = Annotated[str, AfterValidator(_account), as_pattern(f"^({_ACCOUNT.pattern})?$")]
"""The name of somebody's account on GitHub, or nothing while it is not known."""

Prose = Annotated[
    tuple[str, ...],
    ForReaders(),
    AfterValidator(_some_paragraphs),
    BeforeValidator(_paragraphs),
    as_pattern(WRITTEN),
]
"""Paragraphs with a blank line between them."""

YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "string", "enum": ["yes", "no"]})
]
"""The word yes or no."""

WholeNumber = Annotated[int, BeforeValidator(_plain_digits)]
"""A whole number in plain digits, which nobody and no program reads as another: ``020`` is 16 to
some, and ``1_000`` a text."""
