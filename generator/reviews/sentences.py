"""A text taken apart into what a reviewer reads as one, and two texts compared by these parts."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

Pair = tuple[str | None, str | None]
"""A part as it was, and as it is."""

_ENCLOSED = re.compile(
    r"<!--.*?-->"
    r"|^[ \t]*\{\{(?:(?!\}\}).)*\}\}[ \t]*$"  # a component call on lines of its own
    r"|^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)",
    re.DOTALL | re.MULTILINE,
)
_BLANK = re.compile(r"\n\s*\n")
_BULLET = re.compile(r"[-*+]\s")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s")
_OPENS = re.compile(r":\s|\*?\[[^\]]+\]:")
"""A definition, an abbreviation or a note; each may go on in the next line."""
_ALONE = re.compile(
    r"#{1,6}\s"  # a heading
    r"|(?:=+|-{3,}|\*{3,}|_{3,})$"  # a rule, or the line below a heading
    r"|\{:"  # attributes
    r"|(?:!!!|\?\?\?\+?)\s"  # the title of a box
    r"|\|"  # a row of a table
)
_TABLE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?")

_END = re.compile(r"""(?<![.!?…])([.!?…]++)["'”’»)\]*_]*+\s+(?=[(\[*_]*(["'“‘«\w]))""")
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(\["'“‘])(?:approx|vs|cf|mr|mrs|ms|dr|prof|st|ste|(?-i:[A-Z]))$"""
    r"|\b[a-z](?:\.[a-z])+$",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    r"\b(?:nos?|art|para|sec|ss?|pp?|fig|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$",
    re.IGNORECASE,
)
_HEAD = 30
"""Characters before a stop that are looked at: a longer abbreviation there is none."""

_LONGEST = 20_000
"""Characters of a paragraph that is taken apart; a longer one is no prose."""

_WORD = re.compile(r"\w+")
_LIKE = 0.4
"""From which share of common words on a sentence counts as the other one, changed."""


def sentences(text: str) -> list[str]:
    """Return the parts that a reviewer reads as one, white space evened out.

    Args:
        text: Markdown or plain text. A list item, a heading, a row of a table, a definition, an
            HTML comment and a component call are one part each; paragraphs are taken apart into
            sentences.
    """
    found: list[str] = []
    for part, is_paragraph in _parts(text):
        even = " ".join(part.split())
        found += _split(even) if is_paragraph else [even]
    return [part for part in found if part]


def differences(before: str, after: str) -> list[Pair]:
    """Return the sentences that differ, each as it was and as it is, in the order of the text.

    None stands where there was no such sentence, or is none any more. A sentence that moved is
    removed in one place and added in the other.
    """
    old, new = sentences(before), sentences(after)
    found: list[Pair] = []
    for kind, i, end_i, j, end_j in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _paired(old[i:end_i], new[j:end_j])
    return found


def _paired(old: list[str], new: list[str]) -> Iterator[Pair]:
    """Yield what was replaced beside what replaced it, in order."""
    pairs = [(i, i) for i in range(len(old))] if len(old) == len(new) else _alike(old, new)
    done = done_by = 0
    for i, j in [*pairs, (len(old), len(new))]:
        yield from ((sentence, None) for sentence in old[done:i])
        yield from ((None, sentence) for sentence in new[done_by:j])
        if i < len(old):
            yield old[i], new[j]
        done, done_by = i + 1, j + 1


def _alike(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return by index which sentences go together, those most alike first, none crosswise."""
    words, others = ([Counter(_WORD.findall(s.lower())) for s in side] for side in (old, new))
    likeness = [(_share(a, b), i, j) for i, a in enumerate(words) for j, b in enumerate(others)]
    found: list[tuple[int, int]] = []
    for share, i, j in sorted(likeness, key=lambda pair: -pair[0]):
        if share >= _LIKE and all((i - a) * (j - b) > 0 for a, b in found):
            found.append((i, j))
    return sorted(found)


def _share(words: Counter[str], others: Counter[str]) -> float:
    return 2 * (words & others).total() / max(words.total() + others.total(), 1)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, and of each whether it is a paragraph."""
    done = 0
    for found in _ENCLOSED.finditer(text):
        yield from _parts_of_blocks(text[done : found.start()])
        lines = found[0].splitlines() if found["fence"] else [found[0]]
        yield from ((line, False) for line in lines)
        done = found.end()
    yield from _parts_of_blocks(text[done:])


def _parts_of_blocks(text: str) -> Iterator[tuple[str, bool]]:
    for block in _BLANK.split(text):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        is_table = any(_TABLE.fullmatch(line) for line in lines)
        part: list[str] = []
        kind = ""
        for line in lines:
            own = "alone" if is_table and "|" in line else _kind(line, kind)
            if own == kind == "quote":
                part.append(line.lstrip("> "))
            elif own == "more" or own == kind == "paragraph":
                part.append(line)
            else:
                yield " ".join(part), kind in {"paragraph", "quote"}
                part, kind = [line], own
        yield " ".join(part), kind in {"paragraph", "quote"}


def _kind(line: str, before: str) -> str:
    """Return what a line is, by the kind of the one before it; ``more`` if it goes on with that."""
    number = _NUMBER.match(line)
    # A paragraph may be wrapped before `30. Then`: inside one, a list begins at 1.
    is_numbered = number and (before != "paragraph" or number[1] == "1")
    if is_numbered or _BULLET.match(line) or _OPENS.match(line):
        return "item"
    if _ALONE.match(line):
        return "alone"
    if line.startswith(">"):
        return "quote"
    return "more" if before in {"item", "quote"} else "paragraph"


def _split(text: str) -> Iterator[str]:
    """Yield the sentences of a paragraph; one that is too long to be one stays whole."""
    done = 0
    for end in _END.finditer(text) if len(text) <= _LONGEST else ():
        head = text[max(done, end.start() - _HEAD) : end.start()]
        if _is_end(head, mark=end[1], following=end[2]):
            yield text[done : end.end()].strip()
            done = end.end()
    yield text[done:]


def _is_end(head: str, mark: str, following: str) -> bool:
    if following.isalpha() and not following.isupper():
        return False
    if mark != ".":
        return True
    if following.isdigit() and _BEFORE_NUMBER.search(head):
        return False
    # `1. ` and `U.S. ` begin or name something.
    return not (head.isdigit() or _ABBREVIATION.search(head))
