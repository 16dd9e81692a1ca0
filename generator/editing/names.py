"""The names that the data defines, as editing programs offer them: codes, categories, sources.

They stand in a file of their own, beside the schemas, because an editor's change makes them old.
Whoever works on their own machine has them renewed by the way; nothing asks for them to be current,
and the schemas accept a name that this file does not have.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.model.code import Code
from generator.model.layout import SCHEMAS
from generator.model.records import Records
from generator.problems.problem import Problem
from generator.source.files import read_text
from generator.source.writing import WriteRefusedError, write_text

NAMES = f"{SCHEMAS}/names.json"

KINDS = (
    "categories",
    "codes",
    "firm_pages",
    "groups",
    "programmes",
    "questions",
    "routes",
    "single_codes",
    "sources",
)
"""What the schemas ask of the file: a kind without a name has its place as well."""

_ABOUT = (
    "The names that data/ defines, with what they stand for: written by `make reference`, and by"
    " check and preview on an editor's own machine."
)


def names(records: Records, before: str | None = None) -> str:
    """Return the text of the file.

    Args:
        records: what was read. What cannot be read at the moment has lost no name.
        before: the file as it was, from which such names are kept.
    """
    old = _kinds(before)
    kinds = {name: _listed(known) for name, known in _known(records).items()}
    faulty = {s for s, e in records.categories.items() if e.faulty & {"title", "routes"}}
    unsure = records.unread | faulty
    for kind in ("categories", "routes"):
        lost = {
            name: about
            for name, about in old.get(kind, {}).items()
            if name.partition("/")[0] in unsure and name not in kinds[kind]
        }
        kinds[kind] = dict(sorted((kinds[kind] | lost).items()))
    kinds = {kind: kinds.get(kind, old.get(kind, {})) for kind in KINDS}
    defined = ",\n".join(_definition(kind, kinds[kind]) for kind in KINDS)
    return f'{{\n"$comment": {_json(_ABOUT)},\n"$defs": {{\n{defined}\n}}\n}}\n'


def renew(root: Path, records: Records, environ: Mapping[str, str]) -> None:
    """Write the file again where it is old; where that cannot be done, leave it.

    Args:
        root: the project's folder; where the file is not there at all, nobody asked for it.
        records: what was read from it.
        environ: in which a variable ``CI`` says that nobody edits here.
    """
    if environ.get("CI") or (before := _read(root)) is None:
        return
    if (text := names(records, before)) != before:
        with suppress(WriteRefusedError):
            write_text(root, NAMES, text)


def current(root: Path, records: Records) -> str:
    """Return what the file should hold now."""
    return names(records, _read(root))


def _known(records: Records) -> dict[str, Iterable[tuple[str, str]]]:
    """Return name and meaning of each that is defined, by kind; what cannot be read is left out."""
    known: dict[str, Iterable[tuple[str, str]]] = {
        "categories": ((s, e.record.title) for s, e in records.categories_with("title"))
    }
    known["routes"] = (
        (f"{slug}/{route.key}", f"{entry.record.title}: {route.title}")
        for slug, entry in records.categories_with("routes")
        if "title" not in entry.faulty
        for route in entry.record.routes
    )
    if records.groups:
        known["groups"] = ((key, one.title) for key, one in records.groups.record.items())
    if records.sources:
        known["sources"] = ((key, one.title) for key, one in records.sources.record.items())
    if records.codes:
        entries = records.codes.record.entries()
        known["codes"] = ((one.label, one.subject) for one in entries)
        known["single_codes"] = ((e.code, e.subject) for e in entries if isinstance(e, Code))
    if records.firm:
        pages = records.firm.record.pages
        known["firm_pages"] = ((key, page.title) for key, page in pages.items())
    if records.finder:
        known["questions"] = ((one.key, one.question) for one in records.finder.record.questions)
    if records.comparison:
        known["programmes"] = ((p.key, p.title) for p in records.comparison.record.programmes)
    return known


def _listed(known: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: " ".join(about.split()) for name, about in sorted(known)}


def offered(known: Mapping[str, str]) -> dict[str, Any]:
    """Return a schema that offers words, shows the meaning of one, and accepts any value at all.

    It is made of no other schemas as far as an editing program looks for values to offer: in a list
    it would take each of them for an item of its own.
    """
    words = [{"enum": [word], "enumDescriptions": [about]} for word, about in known.items()]
    snippets = [{"label": w, "body": w, "description": about} for w, about in known.items()]
    return {"defaultSnippets": snippets, "if": {"anyOf": [*words, True]}}


def _definition(kind: str, known: Mapping[str, str]) -> str:
    """Return a definition, one name to a line, so that two branches seldom touch the same one."""
    if kind == "programmes":
        # They are keys, which a schema offers where it has them among its own.
        keys = [f"{_json(n)}: {_json({'description': s, **ANYTHING})}" for n, s in known.items()]
        return f'"{kind}": {{"properties": {{{_lines(keys)}}}}}'
    schema = offered(known)
    snippets = _lines(map(_json, schema["defaultSnippets"]))
    words = _lines(map(_json, schema["if"]["anyOf"]))
    return f'"{kind}": {{"defaultSnippets": [{snippets}], "if": {{"anyOf": [{words}]}}}}'


def _lines(items: Iterable[str]) -> str:
    return f"\n{body}\n" if (body := ",\n".join(items)) else ""


ANYTHING: Mapping[str, Any] = {"anyOf": [True]}
"""Accepts all, and lets an editing program write a colon and a space behind the key."""


def _kinds(text: str | None) -> dict[str, dict[str, str]]:
    """Return the names that a file has, by kind; none where it is not such a file."""
    try:
        kinds = json.loads(text or "{}").get("$defs", {})
        return {
            kind: {one["label"]: one["description"] for one in schema.get("defaultSnippets", ())}
            | {key: one["description"] for key, one in schema.get("properties", {}).items()}
            for kind, schema in kinds.items()
        }
    except (ValueError, AttributeError, LookupError, TypeError):
        return {}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(root: Path) -> str | None:
    text = read_text(root, NAMES)
    return None if isinstance(text, Problem) else text
