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

from generator.model.described import describe
from generator.model.slips import texts
from generator.model.slips.helps import ForReaders, help_fault, may_be_missing
from generator.model.slips.signs import sign_fault
from generator.model.slips.texts import is_written

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_OF_A_SENTENCE = 3
"""How many words a sentence has at least that readers must be told."""
_ENDS = re.compile(r"[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
"""The end of a line, with the blanks around it: a text is one line, however it was folded."""

_ENDING = re.compile(r"\.(?:ya?ml|md|html)$")

NOTHING_WRITTEN = "nothing is written here"
"""The message for a value without a word; what to write instead is in the key's description."""


class Record(BaseModel):
    """A record that accepts the keys of its class and no others, and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    identity: ClassVar[tuple[str, ...]] = ()
    """In a list of such records, the keys by which one is known, wherever it stands."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_options: Any) -> None:
        """Keep what the class says of itself."""
        describe(cls)

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


def of_form(form: re.Pattern[str], says: str, rule: str = "value") -> AfterValidator:
    """Return what refuses a text of any other form.

    Args:
        form: what the whole text has to match.
        says: what stands behind the text in the message: what is wrong, and what to write.
        rule: the rule that another text breaks.
    """

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise problem(rule, f"`{text}` {says}")
        return text

    return AfterValidator(check)


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
    return _ENDS.sub(" ", text.strip())


def seen_signs(value: Any) -> Any:
    """Let a text through whose signs readers see as they were meant; raise what is wrong."""
    if isinstance(value, str) and is_written(value) and (fault := sign_fault(value)):
        raise problem("text", fault)
    return value


def _answer(text: str) -> str:
    return as_text(text, answer=True)


def _sentence(text: str) -> str:
    if fault := texts.sentence_fault(text, words=_OF_A_SENTENCE):
        raise problem("text", fault)
    return text


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


Text = Annotated[
    str, ForReaders(), BeforeValidator(seen_signs), AfterValidator(as_text), as_pattern(WRITTEN)
]
"""A text that says something, on one line or folded over several."""

Statement = Annotated[Text, AfterValidator(_sentence)]
"""A sentence that readers must be told."""

FEWEST_WORDS, MOST_WORDS = 40, 60
"""How many words a short answer may have."""


def _short_answer(text: str) -> str:
    count = len(text.split())
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        message = (
            f"this has {count} words: answer the page's question in {FEWEST_WORDS} to"
            f" {MOST_WORDS}, so that the answer stands alone"
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

FirmPageName = Annotated[Slug, Names("firm_pages")]
"""A key under `pages` of data/firm.yml."""

Prose = Annotated[
    tuple[str, ...],
    ForReaders(),
    AfterValidator(_some_paragraphs),
    BeforeValidator(_paragraphs),
    as_pattern(WRITTEN),
]
"""Paragraphs with a blank line between them."""
