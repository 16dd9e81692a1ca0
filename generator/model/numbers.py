"""Whole numbers, and the words yes and no."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.base import problem

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_YES_OR_NO = {"yes": "yes", "true": "yes", "on": "yes", "no": "no", "false": "no", "off": "no"}


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


YesNo = Annotated[
    bool, BeforeValidator(_yes_or_no), WithJsonSchema({"type": "string", "enum": ["yes", "no"]})
]
"""The word yes or no."""

WholeNumber = Annotated[int, BeforeValidator(_plain_digits)]
"""A whole number in plain digits, which nobody and no program reads as another: ``020`` is 16 to
some, and ``1_000`` a text."""
