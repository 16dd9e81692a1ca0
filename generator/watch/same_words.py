"""Whether two texts of a page are the same words, however a redesign parts and marks them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.watch.folding import folded, without_bullet
from generator.watch.passages import Passage, rows_of, without_rows
from generator.watch.table_rows import moved_within

_SIGN = re.compile(r"(\S)([,;:.]{1,3}(?!\d))?(\s*)")
"""A sign, the marks after it that end a word, and what parts it from the next one."""

_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+(?=[^\W\d])")
"""What is typed before an item of a list that has its numbers from the list otherwise."""

_JOINER = re.compile(r"[,;] (and|or|et|ou)[,;:.]?$", re.IGNORECASE)
"""What joins an item of a list to the next one."""


def same_words(before: Sequence[Passage], now: Sequence[Passage]) -> bool:
    """Whether two texts are the same words in the same order.

    How they are parted does not count: `T37` may be `T 37`, and a list one sentence with commas, as
    long as its words are the same: where a block ends in one of the texts, a mark may be another or
    none, and where one begins, a capital may. A blank between two digits makes other numbers. In a
    heading no capital counts. An item of a list may end with “and” or “or” or with neither; but
    not with one in the place of the other. Dashes and quotes of other forms are the same.
    A word that stands in another column of its row is a change.
    """
    rows, now_rows = rows_of(before), rows_of(now)
    if any(True for _ in moved_within([p.text for p in rows], [p.text for p in now_rows])):
        return False
    before, now = without_rows(before), without_rows(now)
    if _are_same(_signs(before), _signs(now)):
        return True
    (before, numbers), (now, now_numbers) = _without_numbers(before), _without_numbers(now)
    if (numbers - now_numbers) and (now_numbers - numbers):
        return False
    (old, joins), (new, others) = _without_joiners(before), _without_joiners(now)
    if (joins - others) and (others - joins):
        return False
    if numbers != now_numbers and _are_same(_signs(before), _signs(now)):
        return True
    return bool(joins or others) and _are_same(_signs(old), _signs(new))


def _without_numbers(passages: Sequence[Passage]) -> tuple[list[Passage], Counter[str]]:
    """Return passages without the numbers of items before their words, and these numbers."""
    found: Counter[str] = Counter()
    left = []
    for passage in passages:
        words = passage.text or passage.section
        number = _NUMBER.match(words)
        if number:
            found[number[1]] += 1
            words = words[number.end() :]
        text, section = (words, passage.section) if passage.text else ("", words)
        left.append(Passage(section, text))
    return left, found


def _are_same(before: Iterator["_Sign"], now: Iterator["_Sign"]) -> bool:
    old, new = list(before), list(now)
    return len(old) == len(new) and all(map(_same, old, new))


def _without_joiners(passages: Sequence[Passage]) -> tuple[list[Passage], Counter[str]]:
    """Return passages without the words that join items, and these words: “and” is “et” too."""
    found: Counter[str] = Counter()
    left = []
    for passage in passages:
        joiner = _JOINER.search(passage.text)
        if joiner:
            found["or" if joiner[1].lower() in {"or", "ou"} else "and"] += 1
        text = passage.text[: joiner.start()] + ";" if joiner else passage.text
        left.append(Passage(passage.section, text))
    return left, found


@dataclass(frozen=True, slots=True)
class _Sign:
    sign: str
    marks: str
    """Those after it."""
    before: str
    """What parts it from the one before."""
    after: str
    """What parts it from the one after it."""
    last: str
    """The one before."""
    heading: bool


def _signs(passages: Sequence[Passage]) -> Iterator[_Sign]:
    gap, last = "\n", ""
    for passage in passages:
        text = without_bullet(folded(f"{passage.text or passage.section}\n"))
        for found in _SIGN.finditer(text):
            yield _Sign(found[1], found[2] or "", gap, found[3], last, not passage.text)
            last, gap = found[2] or found[1], found[3]


def _same(one: _Sign, other: _Sign) -> bool:
    if one.sign != other.sign:
        begins = "\n" in {one.before, other.before} or (one.heading and other.heading)
        if not begins or one.sign.casefold() != other.sign.casefold():
            return False
    if one.marks != other.marks and "\n" not in {one.after, other.after}:
        return False
    joined = bool(one.before) != bool(other.before)
    return not (joined and one.sign.isdigit() and one.last.isdigit())
