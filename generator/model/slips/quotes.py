"""Quotation marks that were copied with a text, or of which one was lost."""

import re

# The marks of a pair, and how they are called.
_AROUND = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("«", "»"), ("”", "”"), ("„", "“"))
_INCHES = re.compile(r'(?<=\d)"')

# An apostrophe where letters were left out: ’tis, ’90s.
_LEFT_OUT = re.compile(r"[‘’'](?:\d|tis\b|twas\b|til\b|em\b|cause\b|round\b)", re.IGNORECASE)
_OPENS = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=\w)")
_MAY_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
# At the end of a text a mark behind an s is an apostrophe: the workers’.
_CLOSES = re.compile(r"(?<=[^\s(\[sSzZxX])[’']$")
# Two letters before an apostrophe at a word's end: d’, l’, o’.
_ELIDED = re.compile(r"(?<!\w)(?:\w|qu|jusqu|lorsqu|doin|goin)[’']$", re.IGNORECASE)


# A sign beside the apostrophe on the keyboard, and two of them for one quotation mark.
_ACCENT = re.compile(r"\w+[´`]\w+")
_IN_PAIRS = re.compile(r"(?<![\d'])''(?!')|(?<![\d,]),,(?=\w)")


def quote_fault(text: str) -> str | None:
    """Return what is wrong with the quotation marks of a whole text; None where nothing is."""
    for first, last in _AROUND:
        if len(text) > 1 and text[0] == first and text[-1] == last:
            inside = text[1:-1]
            if first not in inside and last not in _without_apostrophes(inside):
                return (
                    f"quotation marks stand around the whole text, {first}…{last}, and readers"
                    " would see them: remove both"
                )
    if found := _ACCENT.search(text) if "´" in text or "`" in text else None:
        return f"an accent stands in “{found[0]}” where an apostrophe is meant: write ’"
    if found := _IN_PAIRS.search(text) if "''" in text or ",," in text else None:
        return f"two signs {found[0]} stand for a quotation mark: write “ or ”"
    return _double(text) or _single(text)


def _double(text: str) -> str | None:
    if "„" in text:  # in other languages “ closes
        return None
    for first, last in (("“", "”"), ("«", "»")):
        opened, closed = text.count(first), text.count(last)
        if opened != closed:
            more = first if opened > closed else last
            return f"a quotation mark {more} has no other one to its pair: remove it, or add that"
    if text.count('"') % 2 and _INCHES.sub("", text).count('"') % 2:
        return 'a quotation mark " has no other one to its pair: remove it, or add that'
    return None


def _single(text: str) -> str | None:
    """Find a mark at the very beginning or end that is neither half of a pair nor an apostrophe."""
    opens = text[:1] in {"‘", "'"} and not _LEFT_OUT.match(text)
    if opens and not _MAY_CLOSE.search(text, 1):
        return f"a quotation mark {text[0]} opens the text and none closes it: remove it"
    if text[:1] == "’" and not _LEFT_OUT.match(text):
        return "a closing quotation mark ’ begins the text: remove it"
    ends = text.rstrip(".,;:!?")
    closes = ends.endswith(("’", "'")) and _CLOSES.search(ends) and not _ELIDED.search(ends)
    if closes and not _OPENS.search(text):
        return f"a quotation mark {ends[-1]} ends the text and none opens it: remove it"
    return None


def _without_apostrophes(text: str) -> str:
    """Return a text without the marks within words and after an s, which are apostrophes."""
    return re.sub(r"(?<=\w)[’'](?=\w)|(?<=s)[’'](?=\s)", "", text)
