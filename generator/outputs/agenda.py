"""The days on which reviews fall due, as a calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from generator.model.guide import Guide
from generator.outputs.addresses import Addresses
from generator.reviews.due import Due, reviews


class _Entry(NamedTuple):
    uid: str
    made: date
    day: date
    summary: str
    text: str
    url: str


_END = b"END:VCALENDAR\r\n"


def reviews_ics(guide: Guide, addresses: Addresses) -> bytes:
    """Return a calendar with one whole day for each review, the last day on which it counts."""
    calendar = Calendar()
    calendar.add("prodid", "-//IMP Guide//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "The IMP Guide: reviews that fall due")
    head: bytes = calendar.to_ical()
    found = sorted(reviews(guide), key=lambda item: (item.day, item.title))
    events = (_event(item, addresses) for item in found)
    return b"".join([head.removesuffix(_END), *events, _END])


def _event(found: Due, addresses: Addresses) -> bytes:
    record = found.record
    entry = _Entry(
        uid=str(uuid5(NAMESPACE_URL, f"imp-guide review {found.address} {found.title}")),
        # When the entry was made is when the review was: a build on another day changes nothing.
        made=record.reviewed_on.first,
        day=found.day,
        summary=f"Review due: {found.title}",
        text=" ".join(_text(found)),
        url=addresses.of(found.address),
    )
    return _written(entry)


def _text(found: Due) -> Iterator[str]:
    record = found.record
    yield f"Last reviewed {record.reviewed_on.when} by {found.reviewer}."
    if found.ask != found.reviewer:
        yield f"Ask {found.ask}."
    if found.problem:
        yield f"A problem was found, so look now: {found.problem}"
    yield record.verify.url


@lru_cache(maxsize=4096)  # a preview writes the same days again and again
def _written(entry: _Entry) -> bytes:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(entry.made, time(), UTC))
    event.add("dtstart", entry.day)
    if entry.day < date.max:  # an event without an end takes its day
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.text)
    event.add("url", entry.url)
    event.add("transp", "TRANSPARENT")
    written: bytes = event.to_ical()
    return written
