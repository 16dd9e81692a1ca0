"""A review walked through and written down: what the page states, what changed, what came of it."""

import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_origin

from pydantic import BaseModel
from ruamel.yaml import YAML

from generator.model.category import Category, Outcome
from generator.model.guide import Guide
from generator.model.meaning import Meaning, meaning_of
from generator.model.records import Records
from generator.model.review import ReviewDate
from generator.model.shapes import fields_of, record_below, unwrap
from generator.reviews.diff import compare
from generator.reviews.values import Change


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact that a page states.

    Attributes:
        name: its key in words, as in ``employer: fee``.
        value: what it says.
        source: the official pages to hold it against, by title.
    """

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of a review.

    Attributes:
        when: the day, or the month.
        by: the reviewer's key.
        outcome: confirmed, changed or problem found.
        note: what was found; empty where there is nothing to say.
    """

    when: ReviewDate
    by: str
    outcome: Outcome
    note: str = ""


def stated(guide: Guide, category: Category) -> Iterator[Stated]:
    """Yield each fact of a category beside its source, in the order of its file."""
    titles = {name: source.title for name, source in guide.sources.items()}
    own = ", ".join(titles[name] for name in category.sources) or "the page of the notice"
    codes = {entry.history.source for entry in guide.codes_of(category)}
    of_codes = ", ".join(titles[name] for name in sorted(filter(None, codes))) or own
    for name, value in _facts(category, ()):
        yield Stated(name, value, of_codes if name == "codes" else own)


def sources(guide: Guide, category: Category) -> list[str]:
    """Return the pages that the facts rest on, each with what it settles."""
    found = [category.verify.url]
    found += [source.url for source in guide.sources_of(category).values()]
    settles = {source.url: source.settles for source in guide.sources.values()}
    return [f"{url}: {settles.get(url, 'the page of the notice')}" for url in dict.fromkeys(found)]


def changed_since(before: Records, after: Records, slug: str) -> list[Change]:
    """Return the facts and notes of a category that differ between two states."""
    path = after.categories[slug].path
    return [
        change
        for file in compare(before, after)
        if file.path == path
        for change in (*file.of(Meaning.FACT), *file.of(Meaning.NOTE))
    ]


def recorded(text: str, finding: Finding) -> str:
    """Return a category's file with a review in it, all else as it was.

    A problem that was found renews no date.
    """
    yaml = _yaml()
    data = yaml.load(text)
    entry: dict[str, Any] = {
        "date": _scalar(finding.when),
        "by": finding.by,
        "outcome": finding.outcome,
    }
    if finding.note:
        entry["note"] = finding.note
    data.setdefault("reviews", []).append(entry)
    if finding.outcome != "problem found":
        data["reviewed_on"] = _scalar(finding.when)
        data["reviewed_by"] = finding.by
    return _taken_over(text, _dumped(yaml.load(text)), _dumped(data))


def _facts(record: BaseModel, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key, field in fields_of(type(record)).items():
        value = getattr(record, key)
        path = (*above, key)
        if meaning_of(field) is Meaning.FACT and value not in (None, ()):
            shown = ", ".join(value) if isinstance(value, tuple) else str(value)
            yield ": ".join(path).replace("_", " "), shown
        elif record_below(field.annotation) and get_origin(unwrap(field.annotation)) is None:
            yield from _facts(value, path)


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(data: Any) -> list[str]:
    file = io.StringIO()
    _yaml().dump(data, file)
    return file.getvalue().splitlines(keepends=True)


def _scalar(when: ReviewDate) -> date | str:
    """Return a date as it is written without quotes: a new one each time, or one is a reference."""
    return date.fromisoformat(when.iso) if when.exact else when.iso


def _taken_over(text: str, before: list[str], after: list[str]) -> str:
    """Return the text with only those lines replaced that the change is about.

    The library keeps comments and order, but joins a text that goes over several lines; lines that
    the review does not touch are therefore taken from the file itself.
    """
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    place = {len(before): len(lines)}
    for block in difflib.SequenceMatcher(None, before, lines, autojunk=False).get_matching_blocks():
        place |= {block.a + step: block.b + step for step in range(block.size)}
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, first, last, start, end in reversed(changes):
        if kind != "equal":
            lines[place[first] : place[last]] = after[start:end]
    return "".join(lines)
