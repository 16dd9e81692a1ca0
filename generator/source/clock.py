"""The one place that knows what day it is."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from generator.problems.problem import Place, Problem


def today(environ: Mapping[str, str]) -> date | Problem:
    """Return the day on which the guide is built.

    The first of these that is set decides: ``GUIDE_TODAY`` (``YYYY-MM-DD``), then
    ``SOURCE_DATE_EPOCH`` (seconds since 1970, read as UTC), then the machine's clock (UTC, so
    that two people who build at the same moment get the same site).

    Returns:
        The day, or a problem that says what to set instead.
    """
    if text := environ.get("GUIDE_TODAY", "").strip():
        try:
            return date.fromisoformat(text)
        except ValueError:
            return _problem("GUIDE_TODAY", text, "a day such as 2027-06-01")
    if text := environ.get("SOURCE_DATE_EPOCH", "").strip():
        try:
            return datetime.fromtimestamp(int(text), UTC).date()
        except (ValueError, OverflowError, OSError):
            return _problem("SOURCE_DATE_EPOCH", text, "whole seconds since 1970")
    return datetime.now(UTC).date()


def days_after(day: date, days: int) -> date:
    """Return the day some days after another, or the last one that there is."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _problem(name: str, text: str, wanted: str) -> Problem:
    message = f"the variable {name} is set to {text!r}: set it to {wanted}, or unset it"
    return Problem("today", message, Place(f"environment/{name}"))
