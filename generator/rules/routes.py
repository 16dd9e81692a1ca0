"""Routes: each with a key of its own, with codes that are known, and found by what leads to it."""

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import is_canada_ca
from generator.model.code import Code
from generator.model.layout import CODES
from generator.model.records import Records
from generator.problems.problem import Problem
from generator.rules.names import code_hint, hint, no_category

_FRAME = "main-text"
"""The one anchor in the frame of every page that a key could have as well."""


def route_keys_differ(records: Records, _today: date) -> Iterator[Problem]:
    """No key of a route is that of another, nor an address that its page has already."""
    codes = records.codes.record.entries() if records.codes else ()
    anchors = {code.label: code.anchor for code in codes}
    for _slug, entry in records.categories_with("routes"):
        listed = entry.record.codes if "codes" not in entry.faulty else ()
        taken = {anchors[label] for label in listed if label in anchors}
        keys = [route.key for route in entry.record.routes]
        for number, key in enumerate(keys):
            place = entry.place("routes", number, "key")
            if key in keys[:number]:
                message = f"the key `{key}` is used twice: write one that tells them apart"
                yield Problem("repeated-name", message, place)
            elif key in taken:
                message = (
                    f"the key `{key}` is the address of a code on the category's page: write"
                    " another"
                )
                yield Problem("repeated-name", message, place)
            elif key == _FRAME:
                message = f"the key `{key}` is an address that every page has: write another"
                yield Problem("repeated-name", message, place)


def route_codes_are_listed(records: Records, _today: date) -> Iterator[Problem]:
    """The reviewer's codes for a route are among those of its category."""
    known = {e.label for e in records.codes.record.entries()} if records.codes else set()
    for _slug, entry in records.categories_with("routes"):
        # A code that is told where the category lists it is no news here.
        if "codes" in entry.faulty or not known.issuperset(entry.record.codes):
            continue
        for number, route in enumerate(entry.record.routes):
            for position, label in enumerate(route.codes):
                if label not in entry.record.codes:
                    message = (
                        f"`codes`: the category does not list {label}: write one of"
                        f" {', '.join(entry.record.codes)}, or move the code to `ircc_codes`"
                    )
                    place = entry.place("routes", number, "codes", position)
                    yield Problem("unknown-code", message, place)


def official_codes_are_registered(records: Records, _today: date) -> Iterator[Problem]:
    """A code that IRCC's pages name for a route stands in the registry, with its source."""
    if (registry := records.codes) is None:
        return
    known = {code.code: code for code in registry.record.codes}
    if len(known) < len(registry.record.codes):
        return  # one code stands twice, perhaps in place of another, and is told
    for _slug, entry in records.categories_with("routes"):
        for number, route in enumerate(entry.record.routes):
            for position, name in enumerate(route.ircc_codes):
                place = entry.place("routes", number, "ircc_codes", position)
                if fault := _fault(name, known):
                    yield Problem("unknown-code", f"`ircc_codes`: {fault}", place)
    for number, family in enumerate(registry.record.families):
        for position, name in enumerate(family.members):
            place = registry.place("families", number, "members", position)
            if fault := _fault(name, known):
                yield Problem("unknown-code", f"`members`: {fault}", place)


def _fault(name: str, known: dict[str, Code]) -> str | None:
    if name not in known:
        return f"{name} is not in the registry: {code_hint(name, known, CODES)}"
    if known[name].history.source is None:
        return f"{CODES} does not say where IRCC names {name}: write its `history` with `source:`"
    return None


def finder_routes_exist(records: Records, _today: date) -> Iterator[Problem]:
    """An answer leads to routes that exist, and names each once."""
    slugs = records.slugs()
    if (entry := records.finder) is None or not slugs:
        return
    readable = dict(records.categories_with("routes"))
    for path, answer in entry.record.answers_at():
        for number, name in enumerate(answer.routes):
            place = entry.place(*path, "routes", number)
            slug, _, key = name.partition("/")
            if name in answer.routes[:number]:
                message = f"`routes`: `{name}` is listed twice: remove the second"
                yield Problem("repeated-name", message, place)
            elif slug not in slugs:
                yield Problem("unknown-name", f"`routes`: {no_category(slug, records)}", place)
            elif slug in readable:
                known = [route.key for route in readable[slug].record.routes]
                if key not in known:
                    advice = hint(key, known, f"data/categories/{slug}.yml")
                    message = f"`routes`: `{slug}` has no route `{key}`: {advice}"
                    yield Problem("unknown-name", message, place)


def notices_lead_to_canada_ca(records: Records, _today: date) -> Iterator[Problem]:
    """A notice leads to canada.ca; the law itself settles less than IRCC's page on it."""
    if records.sources is None:
        return
    known = records.sources.record
    for entry in records.reviewed("verify"):
        name = entry.record.verify.source
        if name in known and known[name].url and not is_canada_ca(known[name].url):
            message = (
                f"`verify`: the page `{name}` is not on canada.ca: name the page of IRCC where"
                " readers can confirm these facts"
            )
            yield Problem("verify-notice", message, entry.place("verify", "source"))
