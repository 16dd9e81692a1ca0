"""The day on which a page says that it was modified."""

import re
from collections.abc import Iterator
from datetime import date

from lxml import html

from generator.source.clock import days_after

_NAMES = {"article:modified_time", "dc.date.modified", "dcterms.modified", "last-modified"}

_MONTHS = (
    ("january", "janvier"), ("february", "février"), ("march", "mars"), ("april", "avril"),
    ("may", "mai"), ("june", "juin"), ("july", "juillet"), ("august", "août"),
    ("september", "septembre"), ("october", "octobre"), ("november", "novembre"),
    ("december", "décembre"),
)  # fmt: skip
_SHORT = (
    ("jan", "janv"), ("feb", "févr"), ("mar",), ("apr", "avr"), (), ("jun",), ("jul", "juil"),
    ("aug",), ("sep", "sept"), ("oct",), ("nov",), ("dec", "déc"),
)  # fmt: skip
_NUMBER = {
    name: str(number)
    for number, names in enumerate(zip(_MONTHS, _SHORT, strict=True), 1)
    for name in (*names[0], *names[1])
}
_MONTH = rf"\b(?:{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\b"

_FORMS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)"),
    re.compile(rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:er|ᵉʳ)? (?P<month>{_MONTH})\.?,? (?P<year>\d{{4}})"),
)

_IN_DATA = re.compile(r'"(?:schema:)?dateModified"\s*:\s*"([^"]{1,60})"')
"""Where data for machines, in JSON-LD, say it."""

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

_OLDEST = 1990
"""No page is older; an earlier day is a placeholder."""


def modified_on(document: html.HtmlElement, today: date | None = None) -> date | None:
    """Return the latest day on which a page says that it was modified; None where it says none.

    Args:
        document: the page.
        today: a day later than the next one is a slip and does not count; None to count any.
    """
    last = days_after(today, 1) if today else date.max
    days = (day_in(text) for text in _said(document))
    return max((day for day in days if day is not None and day <= last), default=None)


def day_in(text: str) -> date | None:
    """Return the day that a text names, in figures or in words of either language."""
    plain = " ".join(text.translate(_DASHES).split()).casefold()
    for form in _FORMS:
        if found := form.search(plain):
            month = _NUMBER.get(found["month"], found["month"])
            try:
                day = date(int(found["year"]), int(month), int(found["day"]))
            except ValueError:
                continue
            return day if day.year >= _OLDEST else None
    return None


def _said(document: html.HtmlElement) -> Iterator[str]:
    for meta in document.xpath("//meta[@content]"):
        name = (meta.get("name") or meta.get("property") or "").strip().casefold()
        if name.replace("dcterms:", "dcterms.") in _NAMES:
            yield meta.get("content")
    for data in document.xpath("//script[contains(@type, 'ld+json')]"):
        yield from _IN_DATA.findall(data.text or "")
    for mark in document.xpath("//*[@property or @itemprop]"):
        names = f"{mark.get('property', '')} {mark.get('itemprop', '')}".split()
        if "dateModified" in {name.rpartition(":")[2] for name in names}:
            yield from _of(mark)
    shown = "//*[@id='wb-dtmd']//time|//*[@id='wb-dtmd']//dd[not(.//time)]|//gcds-date-modified"
    for mark in document.xpath(shown):
        yield from _of(mark)


def _of(mark: html.HtmlElement) -> Iterator[str]:
    """Yield what a mark says for machines; what it shows to readers, where it says no day."""
    for name in ("datetime", "content"):
        value = mark.get(name)
        if value and day_in(value):
            yield value
            return
    whole = mark.text_content()
    if day_in(whole):
        yield whole
        return
    # A component that scripts have filled has its day twice: as it is written, and as it is shown.
    for text in mark.itertext():
        yield str(text)
    for time in mark.xpath(".//time[@datetime]"):
        yield time.get("datetime")
