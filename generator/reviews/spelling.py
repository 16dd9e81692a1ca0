"""English spelling: is a word one, is it spelt in two ways, did a misspelling become right?"""

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from generator.reviews.guarded import GUARDED, word_set

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_ALSO_ENGLISH = word_set(
    "cheque cheques chequing kerb tyre tyres storey storeys plough draught draughts mould prise",
    "aluminium ageing enrolment enrolments instalment instalments payor payors",
)
"""What the dictionary, an American one, lacks and would take for a misspelling."""

_NEGATION = re.compile(r"(un|in|im|il|ir|non|dis|mis)?.*?(less)?")
_ENDING = re.compile(r"(?:e?[drn]|ee?|ing|ly|y|al|or|able|ful|ment)?(?:e?s)?")
_PREFIXED = re.compile(
    r"(?:anti|bi|co|counter|cross|de|ex|extra|fore|inter|intra|mid|multi|out|over|post|pre|pro|re"
    r"|self|semi|sub|super|trans|tri|ultra|under)(\w{4,})"
)
_LEFT_OUT = ({"d", "ed"}, {"r", "er"}, {"n", "en"})
SHORTEST_REPAIR, _SHORTEST_VARIANT = 3, 5
_MOST_EDITS = 2
_PART = 4
"""From how many letters on a part of a word is taken for a word itself."""
COMMON = 1000
"""How often the dictionary met a word that is surely no name; it knows ``canada`` as well."""
_CANADIAN = (
    (re.compile(r"our(?=(?:s|ed|ing|ers?|able|abl[ey]|ful|ite|ites|hood|ly|al)?$)"), "or"),
    (re.compile(r"([bt])re(?=[sd]?$)"), r"\1er"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"(?<=\w\w\w)is(?=(?:e[sd]?|ers?|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=\w\wl)ys(?=(?:e[sd]?|ers?|ing)$)"), "yz"),
)
_NOUNS = re.compile(r"\b(licen|defen|offen|preten)ce(?=s?$)")
_DOUBLED = re.compile(r"(.*[aeiou].*[^aeiou][aeiou]l)l((?:ed|ing|ers?|ors?)$)")


def is_spelt_both_ways(one: str, other: str) -> bool:
    """Return whether two spellings are the Canadian and the American one of a word.

    The dictionary is American: where it holds the Canadian spelling too, that is another word, as
    in poured and pored, unless the rule leaves no room for one.
    """
    if min(len(one), len(other)) < _SHORTEST_VARIANT:
        return False
    return other in _american(one) or one in _american(other)


def _american(word: str) -> Collection[str]:
    known = _dictionary()
    found = {pattern.sub(by, word) for pattern, by in _CANADIAN if word not in known}
    found.add(_NOUNS.sub(r"\1se", word))
    doubled = _DOUBLED.fullmatch(word)
    if doubled:
        found.add(doubled[1] + doubled[2])
    return {form for form in found - {word} if form in known}


def is_repair(old: str, new: str) -> bool:
    """Return whether a misspelling became the word that it surely stood for."""
    if min(len(old), len(new)) < SHORTEST_REPAIR or not (old + new).isascii():
        return False
    if is_english(old) or _is_made_of_words(old) or not is_english(new):
        return False
    edits = _edits(old, new)
    if edits > _MOST_EDITS or _parts_of_negation(old) != _parts_of_negation(new):
        return False
    if old.endswith(new) or new.endswith(old) or _has_other_ending(old, new):
        return False
    known = _dictionary()
    if edits > 1 and known.known(known.edit_distance_1(old)):
        return False
    # Whoever reads `nto` may read `not`; letters that only changed places leave no such doubt.
    swapped = edits == 1 and sorted(old) == sorted(new)
    return swapped or all(_edits(old, guarded) > edits for guarded in GUARDED)


def _is_made_of_words(word: str) -> bool:
    """Return whether a word is none of the dictionary but one all the same, as intraprovincial."""
    prefixed = _PREFIXED.fullmatch(word)
    if prefixed and is_english(prefixed[1]):
        return True
    splits = ((word[:n], word[n:]) for n in range(_PART, len(word) - _PART + 1))
    return any(min(uses(part) for part in parts) >= COMMON for parts in splits)


def _parts_of_negation(word: str) -> tuple[str | None, ...]:
    found = _NEGATION.fullmatch(word)
    return found.groups() if found else ()


def _has_other_ending(old: str, new: str) -> bool:
    """Return whether two words may be forms of one stem: employes may be employees or employers."""
    letters = enumerate(zip(old, new, strict=False))
    stem = next((n for n, (a, b) in letters if a != b), min(len(old), len(new)))
    tails = {old[stem:], new[stem:]}
    return tails not in _LEFT_OUT and all(_ENDING.fullmatch(tail) for tail in tails)


def _edits(one: str, other: str) -> int:
    """Return how many letters were added, left out, replaced or swapped with the next."""
    if abs(len(one) - len(other)) > _MOST_EDITS:
        return _MOST_EDITS + 1
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, by in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != by))
            if i > 1 and j > 1 and letter == other[j - 2] and by == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def is_english(word: str) -> bool:
    """Tell whether a word, in small letters, is one, in the Canadian or the American spelling."""
    stem = word.removesuffix("'s")
    return stem in _ALSO_ENGLISH or stem in _dictionary() or bool(_american(word))


def uses(word: str) -> int:
    """Return how often the dictionary met a word, under its American spelling."""
    known = _dictionary()
    return max(int(known[form]) for form in (word, *_american(word)))


@cache
def _dictionary() -> "SpellChecker":
    """Return the English words, which are read when they are first asked for."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - seldom needed

    return SpellChecker(language="en")
