"""A reviewer as search engines know persons (schema.org): who it is, and by which licence."""

from typing import Any

from generator.model.guide import Guide
from generator.model.site import Reviewer
from generator.pages.abbreviations import abbreviations


def reviewer(guide: Guide, by: Reviewer) -> dict[str, Any]:
    """Return a reviewer with the licence, and where both can be looked up.

    Args:
        guide: the guide, whose glossary spells the regulator out.
        by: the reviewer. What has no address yet is told without one.
    """
    found: dict[str, Any] = {
        "@type": "Person",
        "name": by.name,
        "jobTitle": by.title,
        "identifier": by.licence,
        "hasCredential": _credential(guide, by),
    }
    if by.page:
        found["url"] = by.page
    # A register that does not name the licence is where to look, and no page about one person.
    register = by.public_register if by.licence in by.public_register else ""
    if same := [address for address in (by.page, register) if address]:
        found["sameAs"] = same
    return found


def _credential(guide: Guide, by: Reviewer) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "license",
        "name": by.title,
        "identifier": by.licence,
        "recognizedBy": _regulator(guide, by.regulator),
    }
    return found | ({"url": by.public_register} if by.public_register else {})


def _regulator(guide: Guide, regulator: str) -> dict[str, Any]:
    """Return a regulator by its full name, where the glossary has it."""
    short = regulator.removeprefix("the ")
    names = abbreviations({term.term: term.name for term in guide.terms.terms})
    if short not in names:
        return {"@type": "Organization", "name": short}
    return {"@type": "Organization", "name": names[short], "alternateName": short}
