"""Is a change of a text a slip: one that changes nothing that a reader could act on?

White space, kinds of quotes, a comma and the repair of a misspelling are. Whatever is in doubt is
none: asking once too often costs a minute, a changed rule that passes unseen costs a permit.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.reviews.guarded import is_guarded, word_set
from generator.reviews.spelling import (
    COMMON,
    SHORTEST_REPAIR,
    is_english,
    is_repair,
    is_spelt_both_ways,
    uses,
)

_CLAUSES = word_set("who whom whose which that where as with such")
"""A comma before or after these decides to whom a rule applies."""
_LISTS = word_set("and or nor")
_NEAR = 3
"""Within how many words of ``and`` a comma is taken for one of its list."""
_NAMES = word_set(
    "us polish turkey china chile georgia jersey guinea job bill mark grant frank rich jean john",
    "mary england london paris english french british american canadian",
)
"""Words that are a name, or another word, with a capital letter."""
_APART = word_set("un in im il ir non dis mis re less")
"""Parts that make another word by joining, as in re-sign and resign."""
_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑–—", "-")
)
_EDGES = re.compile(r"""([(\[{"'*_“‘«„]*)(.*?)([])}"'*_”’».,;:!?…]*)""", re.DOTALL)
_VALUE = re.compile(r"[^\W_][@._/\\=#&+]+[^\W_]|\]\(")
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\S")
_JOINS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_SHORT_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a value (a number, a code, an address) that is compared as it stands."""

    text: str
    is_value: bool
    begins: bool
    """Whether a capital letter says no more than that a sentence begins."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_guarded(self) -> bool:
        return is_guarded(self.lower)

    @property
    def is_plain(self) -> bool:
        """Whether it is a word of letters and, by its case, no name."""
        return self.lower.isalpha() and (self.text.islower() or self._has_first_capital)

    @property
    def _has_first_capital(self) -> bool:
        return self.begins and self.text[0].isupper() and self.text[1:].islower()


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text; before, between and behind them the marks, so one more of these."""

    words: list[_Word]
    marks: list[list[str]]


def is_slip(before: str, after: str) -> bool:
    """Return whether a change of a text changes nothing that a reader could act on.

    A number, a date, a code, a word added or replaced by another word, a negation, a duty, a limit
    or a condition is never a slip, nor is anything in doubt.
    """
    old, new = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (before, after))
    if old == new:
        return True
    if "://" in old + new or "{{" in old + new or (" " not in old and " " not in new):
        return False
    one, other = _read(old), _read(new)
    i = j = 0
    while _same_marks(one, other, i, j):
        if i == len(one.words) and j == len(other.words):
            return True
        for n, m in _JOINS:
            if _sameword_set(one, other, slice(i, i + n), slice(j, j + m)):
                i, j = i + n, j + m
                break
        else:
            return False
    return False


def _read(text: str) -> _Text:
    found = _Text([], [[]])
    for token, is_value in _tokens(text.replace("...", "…")):
        if is_value or token[0].isalpha():
            found.words.append(_Word(token, is_value, _begins(found)))
            found.marks.append([])
        else:
            found.marks[-1].append(token)
    return found


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Yield words, marks and values; the last are told by the second item."""
    for chunk in text.split():
        edges = _EDGES.fullmatch(chunk)
        core = edges[2] if edges else chunk
        if edges and (any(c.isnumeric() for c in core) or _VALUE.search(core)):
            yield from ((mark, False) for mark in edges[1].translate(_ALIKE))
            yield core, True
            yield from ((mark, False) for mark in edges[3].translate(_ALIKE))
        else:
            yield from ((token, False) for token in _TOKEN.findall(chunk.translate(_ALIKE)))


def _begins(text: _Text) -> bool:
    """Return whether the next word begins a sentence; after ``St.`` it would not."""
    if not text.words:
        return True
    last = text.words[-1]
    ended = not {".", "!", "?", "…"}.isdisjoint(text.marks[-1])
    return ended and last.text.islower() and len(last.text) >= SHORTEST_REPAIR


def _same_marks(one: _Text, other: _Text, i: int, j: int) -> bool:
    """Return whether the marks before two words are as good as the same."""
    old, new = one.marks[i], other.marks[j]
    if old == new:
        return True
    beside = [*one.words[max(i - 1, 0) : i + 1], *other.words[max(j - 1, 0) : j + 1]]
    if any(word.is_guarded or word.lower in _CLAUSES for word in beside):
        return False
    if i == len(one.words) and j == len(other.words):
        old, new = (_without(".", marks) for marks in (old, new))
    if old.count(",") != new.count(","):
        near = {word.lower for word in one.words[max(i - _NEAR, 0) : i + _NEAR]}
        if near & _LISTS or any(word.is_value for word in beside):
            return False
    return _without(",", old) == _without(",", new)


def _without(mark: str, marks: list[str]) -> list[str]:
    return [other for other in marks if other != mark]


def _sameword_set(one: _Text, other: _Text, at: slice, by: slice) -> bool:
    old, new = one.words[at], other.words[by]
    if len(old) != at.stop - at.start or len(new) != by.stop - by.start:
        return False
    if len(old) == len(new) == 1 and _same_word(old[0], new[0]):
        return True
    inner = [*one.marks[at.start + 1 : at.stop], *other.marks[by.start + 1 : by.stop]]
    return not any(inner) and _same_letters(old, new)


def _same_word(old: _Word, new: _Word) -> bool:
    if old.text == new.text:
        return True
    if old.is_value or new.is_value or old.is_guarded or new.is_guarded:
        return False
    if old.lower == new.lower:
        return _same_but_for_case(old, new)
    if not (old.is_plain and new.is_plain and old.text[0].isupper() == new.text[0].isupper()):
        return False
    if is_spelt_both_ways(old.lower, new.lower):
        return True
    is_name = new.text[0].isupper() and (uses(new.lower) < COMMON or new.lower in _NAMES)
    return not is_name and is_repair(old.lower, new.lower)


def _same_but_for_case(old: _Word, new: _Word) -> bool:
    """Return whether two spellings are one word: US and us are two, as are Polish and polish."""
    capitals = old.text.isupper() or new.text.isupper()
    if capitals and len(old.text) <= _SHORT_CAPITALS:
        return not is_english(old.lower)
    return old.lower not in _NAMES


def _same_letters(old: Sequence[_Word], new: Sequence[_Word]) -> bool:
    """Return whether words only join or part, by a hyphen or a space."""
    words = [*old, *new]
    before, after = (" ".join(w.text for w in side).replace("-", " ") for side in (old, new))
    if any(word.is_value for word in words) or before.replace(" ", "") != after.replace(" ", ""):
        return False
    if any(not word.begins and not word.text.islower() for word in words):
        return False
    was, now = before.lower().split(), after.lower().split()
    if any(part in _APART or len(part) == 1 for part in (*was, *now)):
        return False
    if any(is_guarded(run) for parts in (was, now) for run in _runs(parts)):
        return False
    return all(is_english(part) for part in set(now) - set(was))


def _runs(parts: Sequence[str]) -> Iterator[str]:
    """Yield what any parts in a row spell together: with-out is without."""
    for start in range(len(parts)):
        yield from ("".join(parts[start:end]) for end in range(start + 1, len(parts) + 1))
