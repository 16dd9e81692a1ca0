"""Addresses and accounts on the web, as records hold them."""

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator

from generator.model.addresses import LAW, official_fault, source_fault, web_fault
from generator.model.base import NOTHING_WRITTEN, as_pattern, problem
from generator.model.slips.signs import sign_fault

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9])*")
_NO_ACCOUNT = {"na", "nil", "none", "null", "tba", "tbc", "tbd", "todo", "unknown", "xxx"}


def _page(fault_of: Callable[[str], str | None]) -> AfterValidator:
    """Return what refuses an address that is no official page.

    Args:
        fault_of: what tells the fault of an address; None where it has none.
    """

    def check(text: str) -> str:
        if fault := fault_of(text) if text else NOTHING_WRITTEN:
            raise problem("official-link", fault)
        return text

    return AfterValidator(check)


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


CanadaUrl = Annotated[
    str,
    _page(official_fault),
    as_pattern(r"^https://([A-Za-z0-9-]+\.)*canada\.ca([/?#]\S*)?$"),
]
"""The https address of a page on canada.ca."""

# As every program with regular expressions reads it: some refuse an escaped hyphen.
_LAW = LAW.replace(".", r"\.")

OfficialUrl = Annotated[
    str,
    _page(source_fault),
    as_pattern(rf"^https://(([A-Za-z0-9-]+\.)*canada\.ca([/?#]\S*)?|{_LAW}/eng/\S+)$"),
]
"""The https address of a page on canada.ca, or of the law on laws-lois.justice.gc.ca."""

WebAddress = Annotated[str, AfterValidator(_web_address), as_pattern(r"^(https://\S+)?$")]
"""An https address, or nothing while it is not known."""

Account = Annotated[str, AfterValidator(_account), as_pattern(f"^({_ACCOUNT.pattern})?$")]
"""The name of somebody's account on GitHub, or nothing while it is not known."""
