"""Codes that are misspelt in a sentence, so that nobody who looks for them finds them."""

import re
from collections.abc import Iterator
from datetime import date

from generator.model.code import CodeRegistry, Family
from generator.model.records import Records
from generator.model.slips.finding import found_at
from generator.model.slips.page_text import markdown_of
from generator.problems.problem import Place, Problem
from generator.source.calls import calls_in
from generator.source.tree import scalars

# A letter and two signs of which each is a digit or looks like one.
_ALIKE = re.compile(
    r"(?<![\w#.@&-])(?<!(?<![A-Z][0-9]{2})/)(?P<letter>[A-Za-z])(?P<gap>[ \u00a0\u202f\u2009-]?)"
    r"(?P<digits>[0-9OoIlЗО|]{2})(?![\w@])(?!-\w|\.\w|/(?![A-Z][0-9]{2}\b))"
)
_DIGITS = str.maketrans("OoIlЗО|", "0011301")
_TAKEN_APART = re.compile(
    r"\b(?:annex|appendix|article|bill|bills|box|boxes|category|class|clause|column|division|figure"
    r"|form|grade|group|item|level|line|option|paragraph|part|phase|plan|point|room|row|schedule"
    r"|section|step|suite|table|team|tier|unit|vitamin|zone)\s*$",
    re.IGNORECASE,
)
_A_NUMBER_FOLLOWS = re.compile(
    r"\s*(?:%|°|\$|[.,]\d|per ?cent|[ap]\.?m\b|(?:st|nd|rd|th)\b|[a-z]+s\b|(?:CAD|km|kg|mg|cm)\b)"
)
_BILL = re.compile(r"\b[Bb]ills?\b|\bprojets? de loi\b")
_ADDRESS = re.compile(r"\bhttps?://\S+|\]\([^()\n]*\)|^\s*\[[^\]\n]+\]:.*$|<[^<>]*>", re.MULTILINE)


def codes_are_spelled(records: Records, _today: date) -> Iterator[Problem]:
    """A code in a text of data/ or content/ is written with its capital letter and its digits."""
    if records.codes is None:
        return
    known = _known(records.codes.record)
    for entry in records.entries():
        for scalar in scalars(entry.tree):
            if "://" in scalar.text or _ALIKE.fullmatch(scalar.text):
                continue
            for found, label in _misspelt(scalar.text, known):
                place = found_at(scalar, found[0]) or scalar.place
                yield Problem("code-spelling", _says(found[0], label), place)
    for page in records.content.values():
        text, _ = markdown_of(page.body, [(call.start, call.end) for call in calls_in(page.body)])
        covered = _ADDRESS.sub(lambda address: re.sub(r"[^\n]", "/", address[0]), text)
        for offset, line in enumerate(covered.split("\n")):
            for found, label in _misspelt(line, known):
                place = Place(page.path, page.body_line + offset, found.start() + 1)
                yield Problem("code-spelling", _says(found[0], label), place)


def _known(registry: CodeRegistry) -> set[str]:
    families = {entry.first for entry in registry.entries() if isinstance(entry, Family)}
    return families | {code.code for code in registry.codes}


def _misspelt(text: str, known: set[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what looks like a code that the registry knows, and the code."""
    bill = None
    for found in _ALIKE.finditer(text):
        label = found["letter"].upper() + found["digits"].translate(_DIGITS)
        if found[0] == label or label not in known or not _is_sure(found):
            continue
        if bill is None:
            bill = bool(_BILL.search(text))
        if not (bill and found["gap"]):
            yield found, label


def _is_sure(found: re.Match[str]) -> bool:
    """Tell whether nothing else can be meant: a word of letters, or a letter before a number."""
    text, digits = found.string, found["digits"]
    if digits.isalpha() and digits.isascii():
        return False  # CIO is a word
    if found["letter"].islower() and (found["gap"] or not digits.isdigit()):
        return False  # `a 10` is a number
    if not found["gap"] or found["gap"] == "-":
        return True
    before, after = text[: found.start()], text[found.end() :]
    if found["letter"] in "AI" or _TAKEN_APART.search(before[-24:]):
        return False
    return not _A_NUMBER_FOLLOWS.match(after)


def _says(written: str, label: str) -> str:
    if not written.isascii() and written[0].isascii() and " " not in written:
        return f"{written} looks like {label}, but a sign in it is another one: type {label} anew"
    return f"{written} is no code: did you mean {label}? Then write it so"
