"""Names that one record uses for another: each must exist."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.records import Entry, Records
from generator.model.review import ReviewDate
from generator.model.slips.misspelt import Uses, grouped
from generator.model.titles import titles
from generator.problems.problem import Place, Problem
from generator.rules.names import hint, no_category, told_at_definition
from generator.source.calls import Call, calls_in
from generator.source.tree import PathStep


def reviewers_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Whoever looked at a record is in data/reviewers.yml, and had not left by then."""
    if records.reviewers is None:
        return
    known = records.reviewers.record
    uses = grouped((by, entry.place(*path)) for entry, path, by, _ in _reviewers_named(records))
    defined = {key: records.reviewers.place(key, key=True) for key in known}
    told = dict(told_at_definition(uses, defined, records.reviewers.path, "reviewer", "reviewer"))
    yield from told.values()
    for entry, path, by, when in _reviewers_named(records):
        if by in told:
            continue
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
    named = [(entry.record.group, entry) for _slug, entry in records.categories_with("group")]
    uses = grouped(
        [*((group, entry.place("group")) for group, entry in named), *_groups_on_pages(records)]
    )
    defined = {key: records.groups.place(key, key=True) for key in known}
    told = dict(told_at_definition(uses, defined, records.groups.path, "unknown-name", "group"))
    yield from told.values()
    called = titles(records)["groups"]
    for group, entry in named:
        if group not in known and group not in told:
            advice = hint(group, known, "data/groups.yml", called)
            message = f"`group`: there is no group `{group}`: {advice}"
            yield Problem("unknown-name", message, entry.place("group"))


def _groups_on_pages(records: Records) -> Iterator[tuple[str, Place]]:
    """Yield each group whose cards a page shows, with the place of the call."""
    for page in records.content.values():
        for call in calls_in(page.body):
            if isinstance(call, Call) and "group" in call.named:
                line = page.body_line + page.body.count("\n", 0, call.start)
                yield call.named["group"], Place(page.path, line)


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


def codes_belong_to_categories(records: Records, _today: date) -> Iterator[Problem]:
    """The categories that the registry's codes belong to exist."""
    known = records.slugs()
    if (registry := records.codes) is None or not known:
        return
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            if code.about and code.about not in known:
                message = f"`about`: {no_category(code.about, records)}"
                yield Problem("unknown-name", message, registry.place(name, number, "about"))


def sources_exist(records: Records, _today: date) -> Iterator[Problem]:
    """Whoever names a source names one that is there, and none twice."""
    if records.sources is None:
        return
    known = records.sources.record
    named = [(entry, path, name) for entry, path, name in _named_sources(records) if name]
    uses: Uses = grouped((source, entry.place(*path)) for entry, path, source in named)
    defined = {key: records.sources.place(key, key=True) for key in known}
    told = dict(told_at_definition(uses, defined, records.sources.path, "unknown-name", "source"))
    yield from told.values()
    called = titles(records)["sources"]
    for entry, path, source in named:
        if source not in known and source not in told:
            advice = hint(source, known, "data/sources.yml", called)
            key = next(step for step in reversed(path) if isinstance(step, str))
            message = f"`{key}`: there is no source `{source}`: {advice}"
            rule = "verify-notice" if path[0] == "verify" else "unknown-name"
            yield Problem(rule, message, entry.place(*path))
    for _slug, entry in records.categories_with("sources"):
        for number, source in enumerate(entry.record.sources):
            if source in entry.record.sources[:number]:
                message = f"`sources`: `{source}` is listed twice: remove this line"
                yield Problem("repeated-name", message, entry.place("sources", number))


def _named_sources(
    records: Records,
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], str | None]]:
    """Yield every place where a source may be named, with its name if there is one."""
    for reviewed in records.reviewed("verify"):
        yield reviewed, ("verify", "source"), reviewed.record.verify.source
    for _slug, category in records.categories_with("sources"):
        for number, source in enumerate(category.record.sources):
            yield category, ("sources", number), source
    asked: list[Entry[Any]] = [entry for _slug, entry in records.categories_with("questions")]
    asked += [records.questions] if records.questions else []
    for asking in asked:
        for number, item in enumerate(asking.record.questions):
            yield asking, ("questions", number, "source"), item.source
    if comparison := records.comparison:
        for number, feature in enumerate(comparison.record.features):
            yield comparison, ("features", number, "source"), feature.source
    if registry := records.codes:
        for name in ("codes", "families"):
            for number, code in enumerate(getattr(registry.record, name)):
                yield registry, (name, number, "history", "source"), code.history.source


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
