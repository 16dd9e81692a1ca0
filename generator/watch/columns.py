"""What the codes in columns say of them, where their heads do not tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.watch.grid import Cell
from generator.watch.heads import Columns, is_timed

_OURS = re.compile(
    r"\b(exemption|exempt|dispense|LMIA|EIMT|permit|permis|IMP|PMI)\b", re.IGNORECASE
)
_KIND = re.compile(
    r"(?P<word>[^\W\d_]+)[\W\d_]+codes?\b|\bcodes?\s+(?:du|de la|de l['’]|des?|d['’]|of|for)\s*"
    r"(?P<after>[^\W\d_]+)|\bcodes?\s+(?P<next>[^\W\d_]+)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:the|this|that|each|its|their|every|all|which|and|or|of|for|in|as|only|main|same|right"
    r"|correct|applicable|corresponding|appropriate|administrative|unique|single|possible|first"
    r"|second|IRCC|GCMS|SMGC|R|IRPR|RIPR|used|use|utilisé|entered|to|le|la|les|ce|et|ou|jan\w*"
    r"|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|janv\w*|févr?\w*"
    r"|avr\w*|mai|juin|juil\w*|août|déc\w*|note|example|name|number|numéro|column)",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r"\W*(?:the )?(?:forms?|formulaires?|countr(?:y|ies)|pays|nationality|citizenship|documents?"
    r"|occupations?|professions?|jobs?|office|bureau|missions?|languages?|langues?|fees?|frais"
    r"|currenc(?:y|ies)|provinces?|cit(?:y|ies)|schools?|institutions?|seats?|rooms?|services?"
    r"|products?|industr(?:y|ies)|visas?|errors?|reasons?|status|payments?|airports?|ports?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of codes before a page is read.

    Attributes:
        codes: all of them.
        over: those that are over, each with the codes that took over from it.
    """

    codes: frozenset[str] = frozenset()
    over: Mapping[str, frozenset[str]] = field(default_factory=dict)


def settled(
    columns: Columns, heads: Mapping[int, str], rows: Sequence[Sequence[Cell]], known: Known
) -> Columns:
    """Return columns with what the codes in them say of those whose heads do not tell.

    Args:
        columns: what the heads say.
        heads: what stands above each column.
        rows: what stands below.
        known: the codes that are known; without any, the heads have the last word.
    """
    if not known.codes:
        return columns
    doubtful = {n for n in columns.old | columns.now if is_doubtful(n, heads)}
    none = {n for n in doubtful if not _codes(n, rows) & known.codes}
    columns = replace(columns, old=columns.old - none, now=columns.now - none)
    if columns.old and _is_contrary(columns, rows, known):
        return replace(columns, old=columns.now, now=columns.old)
    if columns.old or len(columns.now) < 2:  # noqa: PLR2004 - one column is no pair
        return columns
    follows = {n: bool(_followed(n, columns.now, rows, known)) for n in columns.now}
    has_over = {n: bool(_codes(n, rows) & known.over.keys()) for n in columns.now}
    for marked in (follows, has_over):
        old = {n for n, is_old in marked.items() if is_old}
        if old and old != columns.now:
            return replace(columns, old=frozenset(old), now=columns.now - old)
    unsure = columns.now if any(has_over.values()) else frozenset()
    return replace(columns, now=columns.now - unsure, unsure=unsure)


def is_doubtful(column: int, heads: Mapping[int, str]) -> bool:
    """Whether the codes of a column may be others: `Ticket code`, or a `Code` beside `Country`."""
    head = heads[column]
    if _OURS.search(head):
        return False
    found = _KIND.search(head)
    if found:
        word = found["word"] or found["after"] or found["next"]
        if not (_PLAIN.fullmatch(word) or is_timed(word)):
            return True
    return not is_timed(head) and any(_OF_THINGS.match(heads[n]) for n in heads if n != column)


def _codes(column: int, rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    return frozenset().union(*(row[column].codes for row in rows if column < len(row)))


def _is_contrary(columns: Columns, rows: Sequence[Sequence[Cell]], known: Known) -> bool:
    """Whether several rows have codes that are over where the heads say now, and none before."""
    both = columns.old | columns.now
    now, before = (
        sum(_followed(n, both, rows, known) for n in of) for of in (columns.now, columns.old)
    )
    return now > 1 and not before


def _followed(
    column: int, columns: frozenset[int], rows: Sequence[Sequence[Cell]], known: Known
) -> int:
    """Return in how many rows another column has the successor of a code of this one."""
    return sum(
        any(
            known.over.get(code, frozenset()) & row[other].codes
            for code in row[column].codes
            for other in columns - {column}
            if other < len(row)
        )
        for row in rows
        if column < len(row)
    )
