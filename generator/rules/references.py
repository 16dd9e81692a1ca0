"""Names that one record uses for another: each must exist."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.records import Entry, Records
from generator.problems.problem import Problem
from generator.rules.names import hint
from generator.source.tree import PathStep


def reviewers_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Whoever reviewed a record, or looked at it before, is in data/reviewers.yml."""
    if records.reviewers is None:
        return
    for _slug, category in records.categories_with("reviews"):
        for number, review in enumerate(category.record.reviews):
            if review.by not in records.reviewers.record:
                advice = hint(review.by, records.reviewers.record, "data/reviewers.yml")
                message = f"`reviews`: there is no reviewer `{review.by}`: {advice}"
                yield Problem("reviewer", message, category.place("reviews", number, "by"))
    known = records.reviewers.record
    for entry in records.reviewed("reviewed_by"):
        name = entry.record.reviewed_by
        if name not in known:
            advice = hint(name, known, "data/reviewers.yml")
            message = f"`reviewed_by`: there is no reviewer `{name}`: {advice}"
            yield Problem("reviewer", message, entry.place("reviewed_by"))


def groups_exist(records: Records, _today: date) -> Iterator[Problem]:
    """A category's group is in data/groups.yml."""
    if records.groups is None:
        return
    known = records.groups.record
    for _slug, entry in records.categories_with("group"):
        group = entry.record.group
        if group not in known:
            advice = hint(group, known, "data/groups.yml")
            message = f"`group`: there is no group `{group}`: {advice}"
            yield Problem("unknown-name", message, entry.place("group"))


def related_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Related categories exist, are named once, and are not the category itself."""
    known = records.categories.keys() | records.unread
    for slug, entry in records.categories_with("related"):
        seen: set[str] = set()
        for number, other in enumerate(entry.record.related):
            place = entry.place("related", number)
            if other not in known:
                advice = name_now(other, records)
                message = f"`related`: there is no category `{other}`: {advice}"
                yield Problem("unknown-name", message, place)
            elif other == slug:
                message = "`related`: the category names itself: remove this line"
                yield Problem("repeated-name", message, place)
            elif other in seen:
                message = f"`related`: `{other}` is listed twice: remove this line"
                yield Problem("repeated-name", message, place)
            seen.add(other)


def sources_exist(records: Records, _today: date) -> Iterator[Problem]:
    """The registry's sources are in data/sources.yml, and its categories exist."""
    if records.codes is None:
        return
    registry = records.codes
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            source = code.history.source
            if source and records.sources is not None and source not in records.sources.record:
                advice = hint(source, records.sources.record, "data/sources.yml")
                place = registry.place(name, number, "history", "source")
                message = f"`source`: there is no source `{source}`: {advice}"
                yield Problem("unknown-name", message, place)
            known = records.categories.keys() | records.unread
            if known and code.about and code.about not in known:
                advice = name_now(code.about, records)
                place = registry.place(name, number, "about")
                message = f"`about`: there is no category `{code.about}`: {advice}"
                yield Problem("unknown-name", message, place)


def named_sources_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Categories, questions and rows of the comparison name sources that are there, each once."""
    if records.sources is None:
        return
    known = records.sources.record
    for entry, path, source in _named_sources(records):
        if source not in known:
            advice = hint(source, known, "data/sources.yml")
            message = f"`{path[0]}`: there is no source `{source}`: {advice}"
            yield Problem("unknown-name", message, entry.place(*path))
    for _slug, entry in records.categories_with("sources"):
        for number, source in enumerate(entry.record.sources):
            if source in entry.record.sources[:number]:
                message = f"`sources`: `{source}` is listed twice: remove this line"
                yield Problem("repeated-name", message, entry.place("sources", number))


def _named_sources(
    records: Records,
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], str]]:
    for _slug, category in records.categories_with("sources"):
        for number, source in enumerate(category.record.sources):
            yield category, ("sources", number), source
    asked: list[Entry[Any]] = [entry for _slug, entry in records.categories_with("questions")]
    asked += [records.questions] if records.questions else []
    for entry in asked:
        for number, item in enumerate(entry.record.questions):
            if item.source:
                yield entry, ("questions", number, "source"), item.source
    if records.comparison:
        for number, feature in enumerate(records.comparison.record.features):
            if feature.source:
                yield records.comparison, ("features", number, "source"), feature.source


def titles_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No two categories have one title, and no two pages."""
    for entries in (records.categories, records.content):
        first: dict[str, str] = {}
        for entry in entries.values():
            if "title" in entry.faulty:
                continue
            title = entry.record.title.casefold()
            if title in first:
                message = (
                    f"`title`: {first[title]} has the same title: write one that tells them apart"
                )
                yield Problem("repeated-name", message, entry.place("title"))
            first.setdefault(title, entry.path)


def name_now(slug: str, records: Records) -> str:
    """Return what to write in place of a category's name that is not there."""
    if renamed := records.new_names().get(slug):
        return f"its name is `{renamed}` now"
    return hint(slug, records.categories.keys() | records.unread, "data/categories/")
