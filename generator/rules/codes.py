"""Exemption codes: registered, named once, and honest about their age."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.model.category import Category
from generator.model.code import Certainty, CodeRegistry, Family
from generator.model.layout import CODES
from generator.model.records import Entry, Records
from generator.model.shapes import words
from generator.model.slips.finding import found_at
from generator.problems.problem import Place, Problem, Severity
from generator.rules.histories import histories_agree
from generator.rules.names import code_hint
from generator.source.tree import Mapping, PathStep, Scalar, scalars

# A code in running text, alone or as the name of a family. Words such as "B2B" do not match.
_IN_PROSE = re.compile(r"(?<![A-Za-z0-9-])([A-Z][0-9]{2})( series\b|\+)?(?![A-Za-z0-9])")


def codes_are_registered(records: Records, _today: date) -> Iterator[Problem]:
    """A category names only codes of the registry."""
    if records.codes is None:
        return
    known = {entry.label for entry in records.codes.record.entries()}
    for _slug, entry in records.categories_with("codes"):
        for number, label in enumerate(entry.record.codes):
            if label not in known:
                message = (
                    f"`codes`: {label} is not in the registry: {code_hint(label, known, CODES)}"
                )
                yield Problem("unknown-code", message, entry.place("codes", number))


def codes_not_repeated(records: Records, _today: date) -> Iterator[Problem]:
    """A category, a route and a family name each of their codes once."""
    for entry, path, labels in _lists(records):
        above: set[str] = set()
        for number, label in enumerate(labels):
            if label in above:
                message = f"`{path[-1]}`: {label} is listed twice: remove the second"
                yield Problem("repeated-code", message, entry.place(*path, number))
            above.add(label)


def _lists(
    records: Records,
) -> Iterator[tuple[Entry[Any], tuple[PathStep, ...], tuple[str, ...]]]:
    """Yield every list of codes with the way to it."""
    for _slug, category in records.categories_with("codes"):
        yield category, ("codes",), category.record.codes
    for _slug, category in records.categories_with("routes"):
        for number, route in enumerate(category.record.routes):
            yield category, ("routes", number, "codes"), route.codes
            yield category, ("routes", number, "ircc_codes"), route.ircc_codes
    if registry := records.codes:
        for number, family in enumerate(registry.record.families):
            yield registry, ("families", number, "members"), family.members


def codes_in_prose(records: Records, _today: date) -> Iterator[Problem]:
    """A code in any text of data/ or content/ is one that the registry knows."""
    if records.codes is None:
        return
    known = _names(records.codes.record)
    for entry in records.entries():
        listed, own = _listed(entry), _own_codes(entry)
        for scalar in scalars(entry.tree):
            if scalar.text in listed or scalar in own:
                continue
            for found in _unknown(scalar.text, known):
                yield _not_registered(found[0], known, _line_of(scalar, found[0]))
    for page in records.content.values():
        for offset, line in enumerate(page.body.split("\n")):
            for found in _unknown(line, known):
                place = Place(page.path, page.body_line + offset, found.start() + 1)
                yield _not_registered(found[0], known, place)


def registry_is_sound(records: Records, today: date) -> Iterator[Problem]:
    """The registry has each code once, with a history that holds together."""
    if (registry := records.codes) is None:
        return
    yield from _repeated(registry)
    yield from histories_agree(registry, today)
    known = {code.code for code in registry.record.codes}
    for name in ("codes", "families"):
        for number, code in enumerate(getattr(registry.record, name)):
            history = code.history
            place = registry.place(name, number, "history", "standing")
            if history.standing != "not recorded" and not (history.source and history.certainty):
                message = (
                    "`standing` says what IRCC says: write as well `certainty:`"
                    f" ({', '.join(words(Certainty))}) and `source:` (a key of data/sources.yml)"
                )
                yield Problem("missing-key", message, place)
            for position, successor in enumerate(history.successors):
                if successor.code not in known:
                    place = registry.place(name, number, "history", "successors", position, "code")
                    advice = code_hint(successor.code, known, CODES)
                    message = f"`successors`: {successor.code} is not in the registry: {advice}"
                    yield Problem("unknown-code", message, place)


def superseded_codes(records: Records, _today: date) -> Iterator[Problem]:
    """A category that rests on a superseded code is worth a question to the reviewer."""
    if records.codes is None:
        return
    by_label = {entry.label: entry for entry in records.codes.record.entries()}
    for _slug, entry in records.categories_with("codes"):
        for number, label in enumerate(entry.record.codes):
            known = by_label.get(label)
            if known is None or known.history.standing not in {"superseded", "changed"}:
                continue
            newer = ", ".join(successor.code for successor in known.history.successors)
            message = f"IRCC's pages name {newer or 'another code'} in place of {label}"
            message += ": ask the reviewer whether the category still rests on it"
            place = entry.place("codes", number)
            yield Problem("superseded-code", message, place, Severity.ADVICE)


def codes_lead_on(records: Records, _today: date) -> Iterator[Problem]:
    """A reader who knows a code finds a category by it, a newer code, or a text on it."""
    if records.codes is None or records.unread:
        return
    listed = {label for _slug, e in records.categories_with("codes") for label in e.record.codes}
    for _slug, entry in records.categories_with("routes"):
        listed |= {name for route in entry.record.routes for name in route.ircc_codes}
    registry = records.codes
    entries = registry.record.entries()
    newer = {successor.code for entry in entries for successor in entry.history.successors}
    newer |= {name for family in registry.record.families for name in family.members}
    faulty = any({"codes", "routes"} & entry.faulty for entry in records.categories.values())
    if faulty or (listed | newer) - {entry.label for entry in entries}:
        return  # a code that is told already may be this one
    for name, key in (("codes", "code"), ("families", "first")):
        for number, code in enumerate(getattr(registry.record, name)):
            if code.label in listed or code.label in newer or code.about:
                continue
            if any(_is_named(code.label, entry) for entry in records.categories.values()):
                continue
            message = (
                f"no category lists {code.label}, so that who looks it up finds no way on: write"
                " `about:` and the slug of the category that it belonged to, if there is one"
            )
            yield Problem(
                "unlisted-code", message, registry.place(name, number, key), Severity.ADVICE
            )


def _is_named(label: str, entry: Entry[object]) -> bool:
    texts = (scalar.text for scalar in scalars(entry.tree) if label in scalar.text)
    return any(label in (found[0] for found in _IN_PROSE.finditer(text)) for text in texts)


def _own_codes(entry: Entry[object]) -> set[Scalar]:
    """Return the texts below a category's `codes`: what is wrong with that key is told there."""
    tree = entry.tree
    if "codes" not in entry.faulty or not isinstance(tree, Mapping) or "codes" not in tree.values:
        return set()
    return set(scalars(tree.values["codes"]))


def _listed(entry: Entry[object]) -> set[str]:
    """Return the codes that an entry names as data; rules of their own look at those."""
    record = entry.record
    if isinstance(record, Category) and "codes" not in entry.faulty:
        routes = record.routes if "routes" not in entry.faulty else ()
        return {*record.codes, *(name for r in routes for name in (*r.codes, *r.ircc_codes))}
    if isinstance(record, CodeRegistry):
        codes = {code.code for code in record.codes}
        codes |= {name for family in record.families for name in family.members}
        return codes | {s.code for code in record.entries() for s in code.history.successors}
    return set()


def _line_of(scalar: Scalar, label: str) -> Place:
    """Return where a text that may go over several lines names a code."""
    found = found_at(scalar, label)
    return found if found and found.line > scalar.place.line else scalar.place


def _repeated(registry: Entry[CodeRegistry]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, key in (("codes", "code"), ("families", "first")):
        for number, code in enumerate(getattr(registry.record, name)):
            if code.label in seen:
                message = f"{code.label} is in the registry twice: merge the two records"
                place = registry.place(name, number, key)
                yield Problem("repeated-code", message, place)
            seen.add(code.label)


def _names(registry: CodeRegistry) -> set[str]:
    return {entry.label for entry in registry.entries()} | {
        entry.first for entry in registry.entries() if isinstance(entry, Family)
    }


def _unknown(text: str, known: set[str]) -> Iterator[re.Match[str]]:
    return (found for found in _IN_PROSE.finditer(text) if found[0] not in known)


def _not_registered(label: str, known: set[str], place: Place) -> Problem:
    """Return what is told of a code; as advice where no code has its letter, as with the G20."""
    message = f"{label} is not in the registry: correct it, or add it to {CODES}"
    if any(code[0] == label[0] for code in known):
        return Problem("unknown-code", message, place)
    return Problem("unknown-code", f"{message}, if it is a code", place, Severity.ADVICE)
