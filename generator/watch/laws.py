"""The line in which the site of the laws says how current a law is; its day moves each week."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.watch.blocks import Line
from generator.watch.dates import day_in

_A_DAY = r"(\d{4}-\d{2}-\d{2}|[^;,.]{3,20},? \d{4})"
_LAW = r"(the )?(regulations?|acts?|rules?|orders?|règlements?|lois?|décrets?|règles?)\b"
_CURRENT = re.compile(
    rf"(?P<law>{_LAW}( is| are| est| sont)?) (current to|à jour( au)?) {_A_DAY}"
    r"(?P<and>,? and|;|,)?",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    rf"\b(last amended on|dernière modification( le)?:?) (?P<day>{_A_DAY})", re.IGNORECASE
)


def last_amended(lines: Iterable[Line]) -> date | None:
    """Return the day on which a law was last amended; None where no such line says it."""
    for line in lines:
        if _CURRENT.match(line.text) and (found := _AMENDED.search(line.text)):
            return day_in(found["day"])
    return None


def without_day(lines: Iterable[Line]) -> list[Line]:
    """Return lines without the day to which a law is current."""
    return [
        replace(line, text=_CURRENT.sub(lambda found: found["law"], line.text, count=1))
        if _CURRENT.match(line.text)
        else line
        for line in lines
    ]
