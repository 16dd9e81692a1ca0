"""Signs that nobody sees, or takes for others, in a value where each sign counts."""

import re

from generator.model.slips.signs import sign_name

# The blanks, hyphens and invisible signs of Unicode that no such value has.
_ODD = re.compile(
    "[\u00a0\u00ad\u1680\u180e\u2000-\u2015\u202a-\u202f\u205f-\u2064\u2066-\u2069\u2212\u3000\ufeff\uff1a]"
)


def odd_sign(value: object, before: str = "") -> str | None:
    """Return what to do about the first such sign of a value; None where it has none.

    Args:
        value: a value that is refused: a name, a code, a date, a number or one of a few words.
        before: what the message begins with.
    """
    found = _ODD.search(value) if isinstance(value, str) else None
    if found is None:
        return None
    return f"{before}{sign_name(found[0])} stands in `{value}`: type it anew, without that sign"
