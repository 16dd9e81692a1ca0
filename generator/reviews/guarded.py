"""Words that decide what a rule asks: a change of one is never a slip."""

import re


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())


GUARDED = word_set(
    # Negations.
    "no not never none nobody nothing nowhere neither nor non without cannot barely hardly yes",
    # Duties and possibilities.
    "must may might shall should can could will would need needs needed ought have has had",
    # Quantities and limits.
    "all any some anyone anybody anything anywhere someone somebody something only just each",
    "every everyone everybody everything both either another other others few fewer several many",
    "much most more less least almost nearly exactly about up down over under above below beyond",
    "before after until till within during between inside outside past than minimum maximum",
    # Conditions and links.
    "unless except excluding including otherwise instead whether if then when whenever while",
    "once since because although though and or but also again too still yet always often",
    # Numbers.
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty",
    "ninety hundred thousand million billion dozen first second third fourth fifth sixth seventh",
    "eighth ninth tenth half quarter single double triple twice thrice couple pair last next",
    # Dates.
    "january february march april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
)
_ROMAN = re.compile(r"[ivxl]+")


def is_guarded(word: str) -> bool:
    """Tell whether a word, in small letters, decides something: a negation, a duty, a number."""
    if word.endswith("n't") or _ROMAN.fullmatch(word):
        return True
    return any(part.removesuffix("'s") in GUARDED for part in word.split("-"))
