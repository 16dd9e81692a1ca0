"""Exemption codes in a text, in each way to write them."""

import re
import unicodedata

CODE = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?<=[Cc]ode)|(?<=[Cc]odes))([A-Z])[ .-]?0?([0-9]{2})"
    r"(?![A-Za-z0-9]|\.[0-9])"
)
"""An exemption code, also written as `T-37`, `T.37`, `T037` or `CodeT37`; what merely begins like
one (`A25.2`) is none."""

RANGE = re.compile(rf"{CODE.pattern}\s*(?:to|through|à|–|—|-)\s*{CODE.pattern}")
_SHORT_RANGE = re.compile(
    rf"{CODE.pattern}(?:\s?-\s?|\s+(?:to|through|à|au)\s+)([0-9]{{2}})(?![A-Za-z0-9]|\.[0-9]"
    r"|\s*(?:months?|mois|years?|ans|days?))"
)
_LOWER = re.compile(r"(?<![A-Za-z0-9])[a-z][.-]?0?[0-9]{2}(?![A-Za-z0-9]|\.[0-9])")
_LOOSE = re.compile(r"[A-Z] [0-9]{2}(?=\s+[a-z])")

_GLUED = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][0-9]{2}){2,}(?![A-Za-z0-9]|\.[0-9])")
"""Codes with nothing between them that is to be seen."""

_BETWEEN = r"\s*(?:[,;/|&+]\s*(?:and|or|et|ou)?|\b(?:and|or|et|ou)\b)\s*"
_NUMBER = r"[0-9]{2}(?![A-Za-z0-9]|\.[0-9])(?:\s?(?:-|to|à)\s?[0-9]{2}(?![A-Za-z0-9]|\.[0-9]))?"
_SHORT_LIST = re.compile(
    rf"(?<![A-Za-z0-9])(?P<letter>[A-Z])[ .-]?0?[0-9]{{2}}(?:\s?-\s?[0-9]{{2}})?(?![A-Za-z0-9])"
    rf"(?P<more>(?:{_BETWEEN}{_NUMBER})+)"
    rf"(?!{_BETWEEN}-?[0-9])(?=\s*(?:$|[,;/|)\]:(*†]|\.(?![0-9])|-\s|{_BETWEEN}[A-Z]))"
)
"""Codes of one letter that only the first one has: `C61, 62 and 63`; numbers of something, as of
months, and those of dates and money go on otherwise."""


def plain(text: str, *, lower: bool = False) -> str:
    """Return a text in the signs in which codes are looked for, each code with its letter.

    Args:
        text: the text.
        lower: whether codes may be in small letters.
    """
    even = unicodedata.normalize("NFKC", text).replace("–", "-").replace("−", "-")
    if lower:
        even = _LOWER.sub(lambda found: found[0].upper(), even)
    even = _GLUED.sub(lambda found: " ".join(re.findall("...", found[0])), even)
    return _SHORT_LIST.sub(_in_full, even)


def _in_full(found: re.Match[str]) -> str:
    more = re.sub(r"[0-9]{2}", lambda number: found["letter"] + number[0], found["more"])
    return found[0][: found.start("more") - found.start()] + more


def codes_of(text: str) -> set[str]:
    """Return the codes in a text as `plain` gives it, with those between both ends of a range."""
    found = {
        f"{letter}{number:02}"
        for letter, first, same, last in RANGE.findall(text)
        if letter == same
        for number in range(int(first), int(last) + 1)
    }
    found |= {
        f"{letter}{number:02}"
        for letter, first, last in _SHORT_RANGE.findall(text)
        for number in range(int(first), int(last) + 1)
    }
    return found | {"".join(code) for code in CODE.findall(_LOOSE.sub(" ", text))}
