"""Names that one record uses for another: each must exist."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.records import Entry, Records
from generator.model.review import ReviewDate
from generator.problems.problem import Problem
from generator.rules.names import hint
from generator.source.tree import PathStep


def reviewers_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Whoever looked at a record is in data/reviewers.yml, and had not left by then."""
    if records.reviewers is None:
        return
    known = records.reviewers.record
    for entry, path, by, when in _reviewers_named(records):
        if by not in known:
            message = (
                f"`{path[0]}`: there is no reviewer `{by}`: compare the key with the one in"
                " data/reviewers.yml; who made a review has to stay there, after leaving as well"
            )
            yield Problem("reviewer", message, entry.place(*path))
        elif when and (left := known[by].left) and when.first > left.last:
            message = (
                f"`{path[0]}`: this review is of {when.human}, but {known[by].name} left"
                f" {left.when}: name whoever really made it"
            )
            yield Problem("reviewer", message, entry.place(*path))


def _reviewers_named(
    records: Records,
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], str, ReviewDate | None]]:
    for entry in records.reviewed("reviews"):
        for number, review in enumerate(entry.record.reviews):
            yield entry, ("reviews", number, "by"), review.by, review.date
    for entry in records.reviewed("reviewed_by"):
        record = entry.record
        when = None if "reviewed_on" in entry.faulty else record.reviewed_on
        yield entry, ("reviewed_by",), record.reviewed_by, when


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
    known = records.slugs()
    for slug, entry in records.categories_with("related"):
        seen: set[str] = set()
        for number, other in enumerate(entry.record.related):
            place = entry.place("related", number)
            if other not in known:
                message = f"`related`: {no_category(other, records)}"
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
            known = records.slugs()
            if known and code.about and code.about not in known:
                place = registry.place(name, number, "about")
                message = f"`about`: {no_category(code.about, records)}"
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
            rule = "verify-notice" if path[0] == "verify" else "unknown-name"
            yield Problem(rule, message, entry.place(*path))
    for _slug, entry in records.categories_with("sources"):
        for number, source in enumerate(entry.record.sources):
            if source in entry.record.sources[:number]:
                message = f"`sources`: `{source}` is listed twice: remove this line"
                yield Problem("repeated-name", message, entry.place("sources", number))


def _named_sources(
    records: Records,
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], str]]:
    for reviewed in records.reviewed("verify"):
        if source := reviewed.record.verify.source:
            yield reviewed, ("verify", "source"), source
    for _slug, category in records.categories_with("sources"):
        for number, source in enumerate(category.record.sources):
            yield category, ("sources", number), source
    asked: list[Entry[Any]] = [entry for _slug, entry in records.categories_with("questions")]
    asked += [records.questions] if records.questions else []
    for asking in asked:
        for number, item in enumerate(asking.record.questions):
            if item.source:
                yield asking, ("questions", number, "source"), item.source
    if records.comparison:
        for number, feature in enumerate(records.comparison.record.features):
            if feature.source:
                yield records.comparison, ("features", number, "source"), feature.source


def titles_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No two categories have one title, and no two pages."""
    categories: list[Entry[Any]] = [*records.categories.values(), *records.ended.values()]
    for entries in (categories, list(records.content.values())):
        first: dict[str, str] = {}
        for entry in entries:
            if "title" in entry.faulty:
                continue
            title = entry.record.title.casefold()
            if title in first:
                message = (
                    f"`title`: {first[title]} has the same title: write one that tells them apart"
                )
                yield Problem("repeated-name", message, entry.place("title"))
            first.setdefault(title, entry.path)


def categories_instead_exist(records: Records, _today: date) -> Iterator[Problem]:
    """What an ended category sends its readers to exists."""
    for entry in records.ended.values():
        if "ended" in entry.faulty:
            continue
        for number, slug in enumerate(entry.record.ended.instead):
            place = entry.place("ended", "instead", number)
            if slug not in records.slugs():
                message = f"`instead`: {no_category(slug, records)}"
                yield Problem("unknown-name", message, place)
            elif slug in entry.record.ended.instead[:number]:
                message = f"`instead`: `{slug}` is listed twice: remove this line"
                yield Problem("repeated-name", message, place)


def no_category(slug: str, records: Records) -> str:
    """Return what to say of a category's name that is not there, or not any more."""
    if slug in records.ended:
        return f"`{slug}` has ended: remove it here"
    if renamed := records.new_names().get(slug):
        if renamed in records.ended:
            return f"`{slug}` has ended: remove it here"
        return f"there is no category `{slug}`: its name is `{renamed}` now"
    advice = hint(slug, records.slugs(), "data/categories/")
    return f"there is no category `{slug}`: {advice}, or remove it here"
