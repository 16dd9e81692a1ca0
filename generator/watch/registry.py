"""Where the code registry and IRCC's own tables of codes differ."""

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter

from generator.model.code import Code
from generator.model.guide import Guide
from generator.watch.code_families import covers, is_beside_members
from generator.watch.code_rows import Row
from generator.watch.code_tables import Listed
from generator.watch.columns import Known
from generator.watch.subjects import cited_in, names_on, subject_of

_OVER = {"superseded", "changed"}
_WORDS_TOLD = 90
"""Characters of a row that are told."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A difference between the registry and the tables.

    Attributes:
        key: its name, the same as long as the difference is the same: `successor T23 F12`.
        sentence: the same in words.
    """

    key: str
    sentence: str


def code_differences(guide: Guide, listed: Listed) -> list[Difference]:
    """Return where the registry and IRCC's tables differ, sorted by their keys.

    Many agreements had the same codes: what a row says of a code concerns the registry only where
    the row is about the subject or the category that the registry has the code for.
    """
    named = names_on(listed.rows)
    found: dict[str, Difference] = {}
    for told in (
        _lost(guide, listed),
        *(_of_code(guide, code, listed, named) for code in guide.codes.codes),
        _new(guide, listed),
        _unsure(listed),
    ):
        found.update((difference.key, difference) for difference in told)
    return [found[key] for key in sorted(found)]


def known_codes(guide: Guide) -> Known:
    """Return what the registry says of codes, to tell columns whose heads say nothing."""
    over = {
        code.code: frozenset(successor.code for successor in code.history.successors)
        for code in guide.codes.codes
        if code.history.standing in _OVER
    }
    return Known(frozenset(_known(guide)), over)


def _unsure(listed: Listed) -> list[Difference]:
    """Tell of columns of which nothing says whether their codes are in use, once for each pair."""
    return [
        Difference(
            f"columns {' | '.join(heads)}",
            f"nothing on the page says which of its columns “{'”, “'.join(heads)}” has the codes in"
            " use: compare them by hand",
        )
        for heads in {row.heads for row in listed.rows if row.unsure}
    ]


def _known(guide: Guide) -> set[str]:
    """Return the codes of the registry; those of a family are its members where they are known."""
    named = {code.code for code in guide.codes.codes}
    return named.union(*(family.members or (family.first,) for family in guide.codes.families))


def _lost(guide: Guide, listed: Listed) -> list[Difference]:
    on_page = listed.current | listed.earlier | listed.ended | listed.unsure
    families = [f for f in guide.codes.families if not f.members]
    by_family = {f.first for f in families if any(covers(f, code) for code in on_page)}
    # A page without a column of earlier codes has no place for those that are over.
    over = {code.code for code in guide.codes.codes if code.history.standing in _OVER}
    missed = over if not (listed.earlier or listed.unsure) else set()
    return [
        Difference(f"lost {code}", f"{code} is in data/codes.yml, but the page no longer lists it")
        for code in _known(guide) - on_page - by_family - missed
    ]


def _of_code(guide: Guide, code: Code, listed: Listed, named: str) -> list[Difference]:
    name = code.code
    subject = subject_of(guide, code)
    rows = [row for row in listed.rows if name in row.before | row.now]
    was, now = (
        subject.own([row for row in rows if name in of(row)], named, only=len(rows) == 1)
        for of in (attrgetter("before"), attrgetter("now"))
    )
    return [
        *_standing(code, listed, now),
        *_successors(code, [row for row in was if name not in row.now], listed),
        *_regulation(code, was + now),
    ]


def _standing(code: Code, listed: Listed, now: list[Row]) -> list[Difference]:
    name, standing = code.code, code.history.standing
    on_hand = listed.current | listed.unsure
    if standing == "in use" and name in (listed.earlier | listed.ended) - on_hand:
        sentence = f"{name} is in use in data/codes.yml, but the page lists it as earlier"
        return [Difference(f"earlier {name}", sentence)]
    if standing in _OVER and now:
        sentence = f"{name} is {standing} in data/codes.yml, but the page lists it as in use"
        return [Difference(f"current {name}", f"{sentence}{_of_row(now[0])}")]
    return []


def _successors(code: Code, rows: list[Row], listed: Listed) -> list[Difference]:
    name = code.code
    known = {successor.code for successor in code.history.successors}
    told: dict[str, Row] = {}
    for row in rows:
        for successor in row.now - known:
            told.setdefault(successor, row)
    found = [
        Difference(
            f"successor {name} {successor}",
            f"the page names {successor} in place of {name}{_of_row(row)}; data/codes.yml does not",
        )
        for successor, row in told.items()
    ]
    beside = {now for row in listed.rows if name in row.before for now in row.now}
    if any(row.now for row in rows):
        found += [
            Difference(
                f"no successor {name} {successor}",
                f"data/codes.yml names {successor} in place of {name}; the page does not",
            )
            for successor in known - beside
        ]
    return found


def _regulation(code: Code, rows: list[Row]) -> list[Difference]:
    """Tell a code that stands under another part of the Regulations than the registry says."""
    if code.regulation is None:
        return []
    cited = [part for row in rows for part in cited_in(row.section)]
    if not cited or any(_agree(code.regulation, part) for part in cited):
        return []
    sentence = f"the page lists {code.code} under {cited[0]}; data/codes.yml says {code.regulation}"
    return [Difference(f"regulation {code.code} {cited[0]}", sentence)]


def _agree(one: str, other: str) -> bool:
    """Whether two citations may be the same: `R204` and `R204(a)`, but not R204(a) and R204(b)."""
    return one.startswith(other) or other.startswith(one)


def _new(guide: Guide, listed: Listed) -> list[Difference]:
    """Tell codes that the registry lacks, but that begin like some it has: C60 to C69 for C61."""
    known = _known(guide) | {family.first for family in guide.codes.families}
    begins = {code[:2] for code in known}
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in listed.rows:
        for code in row.now | row.unsure:
            rows[code].append(row)
    return [
        Difference(
            f"new {code}",
            f"{code}{_of_row(rows[code][0])} is new among codes that the guide covers: add it to"
            " data/codes.yml if it concerns a category",
        )
        for code in (listed.current | listed.unsure) - known
        if code[:2] in begins
        and (
            is_beside_members(guide.codes.families, code, rows[code], listed)
            or not any(covers(f, code) for f in guide.codes.families)
        )
        and not (rows[code] and all(code in row.before for row in rows[code]))
    ]


def _of_row(row: Row) -> str:
    words = row.words if len(row.words) <= _WORDS_TOLD else f"{row.words[:_WORDS_TOLD].rstrip()}…"
    return f" (“{words}”)" if words else ""
