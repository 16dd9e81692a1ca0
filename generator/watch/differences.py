"""What is different between two texts of a page: whole sentences, each with its section."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.reviews.sentences import sentences
from generator.watch.folding import folded, without_bullet
from generator.watch.passages import Passage, rows_of, without_rows
from generator.watch.table_rows import moved_within

_LIKE = 0.4
"""From which share of common words on a sentence counts as the other one, changed."""

_MOST_PAIRS = 2_500
"""So many pairs of sentences are held against each other to see which belong together."""

_MOST_MATCHES = 1_000_000
"""So many pairs of equal sentences are followed to see which stayed in their place."""

_MOVED = 30
"""From so many characters on, a sentence that stands elsewhere now is known again."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that is different.

    Attributes:
        section: the heading above it, as it is now; that of before, where the sentence is gone.
        before: the sentence as it was; None where it is new.
        now: the sentence as it is; None where it is gone.
    """

    section: str
    before: str | None
    now: str | None

    @property
    def length(self) -> int:
        """How long it is, the longer one of the two."""
        return max(len(self.before or ""), len(self.now or ""))


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different between two texts.

    Attributes:
        changed: the sentences that are different, the longest first.
        moved: those that are the same, but stand elsewhere.
    """

    changed: tuple[Changed, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    section: str
    text: str
    heading: bool

    @property
    def known_by(self) -> tuple[bool, str]:
        """What it is held against others by: the same words in other signs are the same."""
        return self.heading, without_bullet(folded(self.text))


def differences(before: Sequence[Passage], now: Sequence[Passage]) -> Differences:
    """Return what is different between two texts of a page."""
    old, new = list(_items(without_rows(before))), list(_items(without_rows(now)))
    found = [change for block in _blocks(old, new) for change in _paired(*block)]
    found, moved = _without_moved(found)
    found += _within_rows(rows_of(before), rows_of(now))
    return Differences(tuple(sorted(found, key=lambda change: -change.length)), moved)


def _within_rows(before: list[Passage], now: list[Passage]) -> Iterator[Changed]:
    """Yield the rows of tables whose words stand in other columns, each whole."""
    for i, j in moved_within([row.text for row in before], [row.text for row in now]):
        yield Changed(now[j].section, before[i].text, now[j].text)


def _items(passages: Sequence[Passage]) -> Iterator[_Item]:
    section = ""
    for passage in passages:
        if passage.section != section or not passage.text:
            section = passage.section
            yield _Item(section, section, heading=True)
        for sentence in sentences(passage.text):
            yield _Item(section, sentence, heading=False)


def _blocks(old: list[_Item], new: list[_Item]) -> Iterator[tuple[list[_Item], list[_Item]]]:
    """Yield the stretches that differ."""
    first, last = _same_ends(old, new)
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    a, b = ([item.known_by for item in side] for side in (old, new))
    known, others = Counter(a), Counter(b)
    if sum(number * others[item] for item, number in known.items()) > _MOST_MATCHES:
        gone, come = known - others, others - known
        yield _taken(old, gone), _taken(new, come)
        return
    for kind, i, end_i, j, end_j in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield old[i:end_i], new[j:end_j]


def _same_ends(old: list[_Item], new: list[_Item]) -> tuple[int, int]:
    """Return how many items are the same at the beginning, and how many of the others at the end.

    Most changes are small: what is around them need not be looked through.
    """

    def same(pairs: Iterator[tuple[_Item, _Item]]) -> int:
        number = 0
        for one, other in pairs:
            if one.known_by != other.known_by:
                break
            number += 1
        return number

    first = same(zip(old, new, strict=False))
    last = same(zip(reversed(old[first:]), reversed(new[first:]), strict=False))
    return first, last


def _taken(items: list[_Item], wanted: Counter[tuple[bool, str]]) -> list[_Item]:
    left = Counter(wanted)
    found = []
    for item in items:
        if left[item.known_by] > 0:
            left[item.known_by] -= 1
            found.append(item)
    return found


def _paired(old: list[_Item], new: list[_Item]) -> Iterator[Changed]:
    """Yield what was replaced beside what replaced it, in order."""
    done = done_by = 0
    for i, j in [*_pairs(old, new), (len(old), len(new))]:
        yield from (Changed(item.section, _said(item), None) for item in old[done:i])
        yield from (Changed(item.section, None, _said(item)) for item in new[done_by:j])
        if i < len(old):
            yield Changed(new[j].section, _said(old[i]), _said(new[j]))
        done, done_by = i + 1, j + 1


def _pairs(old: list[_Item], new: list[_Item]) -> list[tuple[int, int]]:
    """Return by index what goes together, those most alike first, none crosswise."""
    if len(old) == len(new):
        return [(number, number) for number in range(len(old))]
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    words, others = ([Counter(i.text.lower().split()) for i in side] for side in (old, new))
    likeness = [
        (2 * (a & b).total() / max(a.total() + b.total(), 1), i, j)
        for i, a in enumerate(words)
        for j, b in enumerate(others)
    ]
    found: list[tuple[int, int]] = []
    for share, i, j in sorted(likeness, key=lambda pair: -pair[0]):
        if share < _LIKE:
            break
        if old[i].heading is new[j].heading and all((i - a) * (j - b) > 0 for a, b in found):
            found.append((i, j))
    return sorted(found)


def _said(item: _Item) -> str:
    return f"(heading) {item.text}" if item.heading else item.text


def _without_moved(found: list[Changed]) -> tuple[list[Changed], tuple[str, ...]]:
    """Take out what is gone in one place and new in another."""
    gone = Counter(c.before for c in found if c.before and c.now is None)
    come = Counter(c.now for c in found if c.now and c.before is None)
    moved = {text: n for text, n in (gone & come).items() if text and len(text) >= _MOVED}
    left = {text: [number, number] for text, number in moved.items()}
    kept = []
    for change in found:
        if (change.before is None) != (change.now is None):
            counts = left.get(change.before or change.now or "")
            side = 0 if change.now is None else 1
            if counts and counts[side]:
                counts[side] -= 1
                continue
        kept.append(change)
    return kept, tuple(text for text, number in moved.items() for _ in range(number))
