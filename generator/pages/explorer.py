"""What readers can filter, sort and compare the categories by, as data for a script.

Without the script the table itself says all of it.
"""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generator.model.category import Category
from generator.model.guide import Guide
from generator.pages.escape import script_text
from generator.problems.phrases import upper_first

PERMITS = {
    "employer-specific": ("employer-specific",),
    "open": ("open",),
    "employer-specific or open": ("employer-specific", "open"),
    "varies": ("employer-specific", "open"),
}
"""The kinds of permit that each permit type may turn out to be."""

_FEES = {"yes": ("yes",), "no": ("no",), "depends": ("yes", "no")}
ANSWERS = {"yes": "Yes", "no": "No", "depends": "It depends on the permit"}

ROWS = {
    "Exemption codes": "codes_text",
    "Who it fits": "fits",
    "Routes": "routes",
    "Whose citizens": "citizens",
    "LMIA needed?": "lmia",
    "Permit type": "permit",
    "Employer files an offer first?": "offer",
    "Employer pays the compliance fee?": "fee",
    "Where to apply": "apply",
}
"""The rows of categories side by side, with the key of what each shows."""


def explorer_data(guide: Guide) -> Markup:
    """Return the categories as JSON that may stand in a page's `<script>`."""
    text = json.dumps(
        {"rows": ROWS, "items": list(_items(guide))}, ensure_ascii=False, separators=(",", ":")
    )
    return script_text(text)


def nationalities(guide: Guide) -> list[str]:
    """Return the citizens that some category asks for, in the order of tables."""
    return list(dict.fromkeys(c.nationals for c in guide.categories.values() if c.nationals))


def _items(guide: Guide) -> Iterator[dict[str, Any]]:
    for slug, category in guide.categories.items():
        yield {
            "slug": slug,
            "title": category.title,
            "group": category.group,
            "codes": category.codes,
            "permits": PERMITS[category.permit_type],
            "fees": _FEES[category.employer.fee],
            "nationals": category.nationals,
            "reviewed": category.reviewed_on.iso,
            **_words(category),
        }


def _words(category: Category) -> dict[str, str]:
    """Return what the cells of a comparison say."""
    note = f". {category.permit_note}" if category.permit_note else ""
    return {
        "codes_text": ", ".join(category.codes),
        "fits": category.fits,
        "routes": ", ".join(route.title for route in category.routes) or "No separate routes",
        "citizens": category.nationals or "No citizenship is named here",
        "lmia": "No",
        "permit": f"{upper_first(category.permit_type)}{note}",
        "offer": ANSWERS[category.employer.offer],
        "fee": ANSWERS[category.employer.fee],
        "apply": category.apply or "Not stated here: see the official page",
    }
