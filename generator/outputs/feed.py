"""The change notes of all categories as an Atom feed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from feedgenerator import Atom1Feed

from generator.model.category import ChangeNote
from generator.model.guide import Guide
from generator.model.layout import address_of, category_uri
from generator.outputs.addresses import Addresses

PATH = "changes.xml"


# The library has no types.
class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed whose date is that of its newest note, or of the newest review: never the clock's."""

    quiet_since = datetime.min.replace(tzinfo=UTC)

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=self.quiet_since)


def changes_xml(guide: Guide, addresses: Addresses) -> str:
    """Return the feed, newest note first; without a note it is empty, and valid all the same."""
    feed = _Feed(
        title="The IMP Guide: what changed",
        link=addresses.home,
        description="What changed in the categories of LMIA-exempt work permits.",
        subtitle="What changed in the categories of LMIA-exempt work permits.",
        language="en",
        author_name=guide.firm.name,
        feed_url=addresses.of(f"/{PATH}"),
        feed_guid=_identity("feed"),
    )
    feed.quiet_since = _moment(max(c.reviewed_on.first for c in guide.categories.values()))
    for slug, title, note in _notes(guide):
        when = _moment(note.date.first)
        feed.add_item(
            title=f"{title}: {note.date.human}",
            link=f"{addresses.of(address_of(category_uri(slug)))}#what-changed",
            description=note.text,
            unique_id=_identity(f"{slug} {note.date.iso} {note.text}"),
            pubdate=when,
            updateddate=when,
        )
    written: str = feed.writeString("utf-8")
    return f"{written}\n"


def _notes(guide: Guide) -> Iterator[tuple[str, str, ChangeNote]]:
    rows = [
        (slug, category.title, note)
        for slug, category in guide.categories.items()
        for note in category.changes
    ]
    yield from sorted(rows, key=lambda row: row[2].date.first, reverse=True)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _identity(name: str) -> str:
    """Return a name that stays the same wherever the site is published."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'imp-guide changes {name}')}"
