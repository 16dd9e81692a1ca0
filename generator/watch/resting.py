"""What rests on an official page: which facts of which records, and how to review them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.category import Category
from generator.model.guide import Guide
from generator.model.layout import CONTENT, COVERED_BY
from generator.model.review import Reviewed

_MOST = 12
"""So many names are told of each kind."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A record that rests on a source.

    Attributes:
        review: the name by which `imp-guide review` takes it; empty for the code registry, which
            no review covers.
        title: what readers know it by.
        reviewed_on: when it was last reviewed, as YYYY-MM or YYYY-MM-DD; empty as above.
        what: what in it rests on the source, in words.
    """

    review: str
    title: str
    reviewed_on: str
    what: tuple[str, ...]


def rests_on(guide: Guide, key: str) -> tuple[Resting, ...]:
    """Return what rests on a source, in the order of the review register, then the codes."""
    found = [
        Resting(review, title, record.reviewed_on.iso, what)
        for review, title, record in reviewed(guide)
        if (what := tuple(_what(guide, key, review, record)))
    ]
    codes = [entry.label for entry in guide.codes.entries() if entry.history.source == key]
    if codes:
        said = _named("what is written of code", "what is written of the codes", codes)
        found.append(Resting("", "data/codes.yml", "", (said,)))
    return tuple(found)


def reviewed(guide: Guide) -> Iterator[tuple[str, str, Reviewed]]:
    """Yield all that is reviewed by the name under which `imp-guide review` takes it."""
    for subject, title, link, record in guide.reviewed():
        if isinstance(record, Category) or record is guide.comparison or record is guide.finder:
            yield subject, title, record
        else:
            yield f"{CONTENT}{link}", title, record


def _what(guide: Guide, key: str, review: str, record: Reviewed) -> Iterator[str]:
    if isinstance(record, Category):
        yield from _of_category(guide, key, record)
    if record is guide.comparison:
        rows = [f"“{f.title}”" for f in guide.comparison.features if f.source == key]
        yield from _listed("the row", "the rows", rows)
    if review == COVERED_BY["questions"]:
        asked = [f"“{q.question}”" for q in guide.questions.questions if q.source == key]
        yield from _listed("the question", "the questions", asked)
    if record.verify.source == key or record.verify.url == guide.sources[key].url:
        yield "the notice"


def _of_category(guide: Guide, key: str, category: Category) -> Iterator[str]:
    if key in category.sources:
        yield "its facts"
        yield from _listed(
            "those of the route", "those of the routes", [route.title for route in category.routes]
        )
    codes = [entry.label for entry in guide.codes_of(category) if entry.history.source == key]
    yield from _listed("its code", "its codes", codes)
    for route in category.routes:
        known = guide.entries_of(route.ircc_codes)
        named = [entry.label for entry in known if entry.history.source == key]
        yield from _listed(
            f"on the route {route.title} the code", f"on the route {route.title} the codes", named
        )
    asked = [f"“{q.question}”" for q in category.questions if q.source == key]
    yield from _listed("the question", "the questions", asked)


def _listed(one: str, several: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield _named(one, several, names)


def _named(one: str, several: str, names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{one} {names[0]}"
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"{several} {', '.join(names[:_MOST])}{more}"
