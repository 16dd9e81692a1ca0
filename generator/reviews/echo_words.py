"""Which words to look for when a fact changed: those that said it, and say it no more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from generator.reviews.diff import FileChange
from generator.reviews.echo_texts import Words, within, words_of
from generator.reviews.values import Change

_RUN = 3
"""From how many words in a row on a part of an old text is taken for the same fact."""
_LIKE = 0.6
"""From which likeness on an item of a list is another one in new words."""
BETWEEN = " \n "
"""What stands between the items of a list."""
_LONG = 5
"""How many letters a single word needs that is looked for."""
_SMALL = set(
    words_of(
        "a an and any are as at be by can for from had has have if in into is it its may no not of"
        " on or that the their them then there they this to under was were who whose will with you"
        " your all also but each most only other some such than when which because before"
        " after first must need needs eligible certain case own"
    )
)
_NUMBERS = set(words_of("one two three four five six seven eight nine ten eleven twelve"))
_OF_NO_CATEGORY = {"canada", "canadian", "ircc", "lmia", "imp"}
_CODE = re.compile(r"[A-Z]\d{2}")
_WORD = re.compile(r"\w+(?:[’']\w+)*\+?")

# What a fact of a few fixed words is called in sentences.
_IN_WORDS = {
    "open": (
        *("open permit", "open work permit", "permit is open", "permits are open"),
        *("names no employer", "no employer to name", "names nobody", "nobody to name"),
    ),
    "employer-specific": ("employer-specific", "names one employer", "names an employer"),
    "varies": ("it varies", "where the permit", "some of these permits"),
}
_OF_ANSWERS = {
    ("fee", "no"): ("no fee", "no compliance fee", "exempt from the fee"),
    ("fee", "yes"): ("compliance fee", "pays the fee", "and the fee", "with the fee"),
    ("offer", "no"): ("no offer", "no job offer", "no filed offer", "no employer to name"),
    ("offer", "yes"): ("offer of employment", "job offer", "files the offer", "files its offer"),
}
_OPPOSITE = {"yes": "no", "no": "yes"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words to look for, the longest first.

    Attributes:
        whole: all words that stood there.
        near: what to look for in the same record.
        far: what to look for anywhere else.
        title: words of the record's title.
        fixed: whether the words say the same of every category, so that elsewhere they are meant
            only beside a word of the title.
        everywhere: whether other categories may say it as well.
        unless: words that were added: what has one of them says what is so now.
    """

    whole: Words
    near: tuple[Words, ...] = ()
    far: tuple[Words, ...] = ()
    title: Words = ()
    fixed: bool = False
    everywhere: bool = False
    unless: frozenset[str] = frozenset()

    @classmethod
    def of(cls, file: FileChange, change: Change, was: str, now: str) -> "Wanted":
        """Return what to look for.

        Args:
            file: the change of the whole file.
            change: what changed; it had a value before.
            was: the text that stood at its key before; of a list, all of its items.
            now: the same as it is now.
        """
        old = change.before or ""
        whole, new = words_of(old), words_of(now)
        title = words_of(file.title) if file.is_category else ()
        title = tuple(word for word in title if word not in _SMALL | _OF_NO_CATEGORY)
        if phrases := _phrases(change, old, now):
            said = tuple(dict.fromkeys(map(words_of, phrases)))
            return cls(whole, said, said, title, fixed=True)
        if change.key == ("title",):
            gone = [words_of(w) for w in _WORD.findall(old) if w.isupper() and len(w) > 1]
            kept = _aliases(file)
            found = [run for run in (whole, *gone) if within(run, new) is None and run not in kept]
            return cls(whole, tuple(found), tuple(found), everywhere=True)
        if change.key == ("codes",) or (_CODE.match(old) and len(whole) == 1):
            return cls(whole, (whole,), (whole,), title)
        lost = _lost(whole, new if change.after is not None else _item_now(whole, was, now))
        if all(whole[at] in {*_SMALL, *new} for at in lost):
            extended = cls._extended(change, was, now, title)
            if extended.near or all(whole[at] in _SMALL for at in lost):
                return extended
        far = [run for run in _runs(whole, lost) if within(run, new) is None]
        if len(whole) > 1 and within(whole, new) is None:
            far.insert(0, whole)
        singles = [
            (whole[at],)
            for at in lost
            if whole[at] not in {*_SMALL, *title, *new} and _may_stand_alone(whole[at], old)
        ]
        near = [*far, *(singles if file.is_category else ())] if len(whole) > 1 else [whole]
        everywhere = not file.is_category
        return cls(whole, tuple(near), tuple(far), title, everywhere=everywhere)

    @classmethod
    def _extended(cls, change: Change, was: str, now: str, title: Words) -> "Wanted":
        """Look for what was named alone before, and is not any more: countries, or places."""
        added = {word for name in _proper(now, change) for word in words_of(name)}
        added -= {*words_of(was), *_SMALL}
        names = (words_of(name) for name in _proper(change.before or "", change))
        kept = [name for name in names if not {*name} & {*title, *_OF_NO_CATEGORY}]
        whole = words_of(change.before or "")
        return cls(whole, tuple(kept) if added else (), title=title, unless=frozenset(added))


def _phrases(change: Change, old: str, now: str) -> tuple[str, ...]:
    """Return how sentences say what a fact of a few fixed words said."""
    if change.key == ("permit_type",):
        gone = [w for w in _IN_WORDS if w in old and w not in now.split(" or ")]
        return tuple(phrase for word in gone for phrase in _IN_WORDS[word])
    if change.key[:1] == ("employer",):
        said = old if old in _OPPOSITE else _OPPOSITE.get(now, "")
        return _OF_ANSWERS.get((change.key[-1], said), ())
    return ()


def _aliases(file: FileChange) -> set[Words]:
    """Return the other names that a category goes on to have."""
    record = file.after.record if file.after else None
    return {words_of(name) for name in getattr(record, "also_known_as", None) or ()}


def _item_now(whole: Words, was: str, now: str) -> Words:
    """Return what an item of a list became: the new one that is most like it, if one is."""
    before = was.split(BETWEEN)
    new = [words_of(item) for item in now.split(BETWEEN) if item not in before]
    near = {item: SequenceMatcher(None, whole, item, autojunk=False).ratio() for item in new}
    likest = max(near, key=lambda item: near[item], default=())
    return likest if near.get(likest, 0) >= _LIKE else ()


def _lost(whole: Words, new: Words) -> list[int]:
    """Return the positions of the words that are not there any more."""
    matcher = SequenceMatcher(None, whole, new, autojunk=False)
    return [
        at
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in {"delete", "replace"}
        for at in range(start, end)
    ]


def _runs(whole: Words, lost: list[int]) -> Iterator[Words]:
    """Yield parts of a text that say something, and of which something is lost."""
    gone = {at for at in lost if whole[at] not in _SMALL}
    for start in range(len(whole) - _RUN + 1):
        run = whole[start : start + _RUN]
        if gone & {*range(start, start + _RUN)} and sum(word not in _SMALL for word in run) > 1:
            yield run
    yield from ((whole[one], whole[two]) for one, two in pairwise(sorted(gone)) if two == one + 1)
    for one, two in pairwise(range(len(whole))):
        if one in gone and two not in gone and _is_number(whole[one]) and whole[two] not in _SMALL:
            yield whole[one], whole[two]


def _is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


def _may_stand_alone(word: str, old: str) -> bool:
    """Tell whether a single word may be the fact: it is a name, a number, or long enough."""
    if _is_number(word):
        return len(word) > 1 and word.isdigit()
    if len(word) >= _LONG:
        return True
    return any(words_of(name) == (word,) for name in _WORD.findall(old) if name[0].isupper())


def _proper(text: str, change: Change) -> list[str]:
    """Return the names in a text, each whole; a first word is only one where countries stand."""
    found: list[list[re.Match[str]]] = []
    for match in _WORD.finditer(text):
        if not match[0][0].isupper() or (match.start() == 0 and change.key != ("nationals",)):
            continue
        if found and text[found[-1][-1].end() : match.start()] == " ":
            found[-1].append(match)
        else:
            found.append([match])
    return [" ".join(match[0] for match in name) for name in found]
