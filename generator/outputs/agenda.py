"""The days on which reviews fall due, as a calendar."""

from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from generator.model.guide import Guide
from generator.outputs.addresses import Addresses
from generator.reviews.due import reviews


def reviews_ics(guide: Guide, addresses: Addresses) -> bytes:
    """Return a calendar with one whole day for each review, the last day on which it counts."""
    calendar = Calendar()
    calendar.add("prodid", "-//IMP Guide//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "The IMP Guide: reviews that fall due")
    for found in sorted(reviews(guide), key=lambda item: (item.day, item.title)):
        record = found.record
        event = Event()
        event.add(
            "uid", f"{uuid5(NAMESPACE_URL, f'imp-guide review {found.address} {found.title}')}"
        )
        # When the entry was made is when the review was: a build on another day changes nothing.
        event.add("dtstamp", datetime.combine(record.reviewed_on.first, time(), UTC))
        event.add("dtstart", found.day)
        event.add("dtend", found.day + timedelta(days=1))
        event.add("summary", f"Review due: {found.title}")
        event.add(
            "description",
            f"Last reviewed {record.reviewed_on.when} by {found.reviewer}. {record.verify.url}",
        )
        event.add("url", addresses.of(found.address))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
