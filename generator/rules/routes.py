"""Routes: each with a name of its own, and with codes that its category and the registry know."""

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import is_canada_ca
from generator.model.code import Code
from generator.model.records import Records
from generator.problems.problem import Problem
from generator.rules.names import code_hint

CODES = "data/codes.yml"


def routes_are_sound(records: Records, _today: date) -> Iterator[Problem]:
    """No two routes of a category share a key, and the reviewer's codes are the category's."""
    known = {e.label for e in records.codes.record.entries()} if records.codes else set()
    for _slug, entry in records.categories_with("routes"):
        keys = [route.key for route in entry.record.routes]
        for number, route in enumerate(entry.record.routes):
            if route.key in keys[:number]:
                message = f"the key `{route.key}` is used twice: write one that tells them apart"
                yield Problem("repeated-name", message, entry.place("routes", number, "key"))
            # A code that is told where the category lists it is no news here.
            if "codes" in entry.faulty or not known.issuperset(entry.record.codes):
                continue
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
