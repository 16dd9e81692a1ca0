"""Which columns of a table have exemption codes: those in use now, and those of the time before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_NAMED = re.compile(r"\bcodes?\b", re.IGNORECASE)
_EXEMPTION = re.compile(r"\bexemption\b|\bdispense\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\W*(notes?|remarks?|comments?|remarques?|commentaires?|date)\b"
    r"|(?!.*\b(exemption|dispense)\b).*\b(notes?|remarks?|NOC|CNP|NAICS|SCIAN|special program"
    r"|programmes? spécia(l|ux)|(countr(y|ies)|occupation(al)?|program(me)?|document|form|postal"
    r"|zip|fee|office|currency|language|area|status|payment|visa|error|reason|refusal|case)"
    r"[\s(-]+codes?|codes? (postal|postaux|de pays|du pays|de profession|de programme|de document"
    r"|du document|de formulaire|de bureau|de frais|des frais))\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(changes?|changed|changements?|modifications?)\b", re.IGNORECASE)
_MONTHS = {
    "jan": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "may": 5, "mai": 5,
    "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aoû": 8, "aou": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12, "déc": 12,
}  # fmt: skip
_MONTH = r"(?:jan|f[eé]v?b?|mar|apr|avr|may|mai|jui?[nl]|aug|ao[uû]|sep|oct|nov|d[eé]c)[a-zéû]*\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er)?"
_DATE = re.compile(
    rf"\b(?P<m>{_MONTH})\s+{_DAY.format('d')}\b(?:,?\s+(?P<y>\d{{4}}))?"
    rf"|\b{_DAY.format('d2')}\s+(?P<m2>{_MONTH})(?:\s+(?P<y2>\d{{4}}))?"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    rf"|\b(?:(?P<m4>{_MONTH})\s+)?(?P<y4>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(no longer|not( \w+)?|hors|pas|plus|n['’]est plus|n['’]a plus) (in |en |d['’])?"
    r"(use\w*|effect|force|valid\w*|current|active|actifs?|actives?|vigueur|usage|utilisée?s?)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(before|prior|previous(ly)?|old(er)?|former(ly)?|until|till|up to|earlier|discontinued"
    r"|expired|retired|superseded(?! (by|with))|historical(ly)?|historic|pre-|legacy|obsolete"
    r"|outdated|deleted|removed|withdrawn|cancell?ed|repealed|rescinded|revoked|ended|past"
    r"|inactive|archived|deprecated|abolished|phased[ -]out|original(ly)?"
    r"|replaced(?! (by|with))|replaces(?! (it|them))|replacing|supersedes|superseding|was"
    r"|avant|anciens?|anciennes?|anciennement|auparavant"
    r"|précédente?s?|antérieure?s?|antérieurement|expirée?s?|jusqu['’](a?u|à|en)|périmée?s?"
    r"|désuets?|désuètes?|obsolètes?|abrogée?s?|supprimée?s?|retirée?s?|annulée?s?|révolue?s?"
    r"|remplacée?s?(?! par)|remplaçait|inactifs?|inactives?|archivée?s?|abolie?s?|caducs?|caduques?"
    r"|d['’]origine|hors d['’]usage|passée?s?|remplace)\b"
    rf"|\bpre-?(?=\d)|\bto (?={_MONTH}\s+\d|\d)",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(new(er|est|ly)?|current(ly)?|since|from(?= (the )?([a-zéû]+\.? )?\d)|now|after|later"
    r"|onwards?|as of|starting"
    r"|effective|beginning|updated|replacement|replaced (by|with)|superseded (by|with)|revised"
    r"|amended|modified|latest|present(-day)?|today('s)?|active|valid|added|successors?|in use"
    r"|replaces (it|them)|in (effect|force)|post-|is|equivalent|following"
    r"|nouve(au|l)x?|nouvelles?|actuel(le)?s?|actuellement|depuis|après|dès|maintenant|désormais"
    r"|à partir|à compter|ultérieure?s?|mise?s? à jour|révisée?s?|de remplacement|remplacée?s? par"
    r"|remplaçante?s?|en vigueur|en usage|valides?|actifs?|actives?|présente?s?|ajoutée?s?"
    r"|récente?s?|successeurs?)\b",
    re.IGNORECASE,
)
_SUCCESSION = re.compile(
    r"\W*((is )?(replaced|superseded) (by|with)|replaces|replacing|supersedes|former(ly)?"
    r"|previous(ly)?|successors?|remplacée?s? par|remplace|anciennement|précédemment)\W*",
    re.IGNORECASE,
)
"""Heads of columns that say what their codes are to those of the only other one."""

_BARE = 5
"""So many words at most has a head that says of what time its column is, and of nothing else."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that have codes, by number from 0.

    Attributes:
        old: those with codes of the time before.
        now: those with codes in use now.
        unsure: those of which nothing tells of what time they are.
        width: how many columns the table has.
    """

    old: frozenset[int] = frozenset()
    now: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    width: int = 0

    def __bool__(self) -> bool:
        """Whether any column has codes."""
        return bool(self.old or self.now or self.unsure)


def names_codes(head: str) -> bool:
    """Whether the head of a column may be one of codes."""
    if _OTHER.match(head):
        return False
    dated = is_timed(head) and day_of(head) is not None and not _CHANGES.search(head)
    return dated or bool(_NAMED.search(head))


def is_timed(head: str) -> bool:
    """Whether the head of a column says of what time it is."""
    return _is_old(head) or _is_new(head)


def columns_of(heads: Mapping[int, str], today: date | None = None) -> Columns:
    """Return which columns have codes, and of what time, by what stands above each.

    Args:
        heads: what stands above each column.
        today: a column that is used until a later day is not of the time before.
    """
    named = {n: head for n, head in heads.items() if names_codes(head)} or _bare(heads)
    if len(named) == 1:
        named |= {n: head for n, head in heads.items() if _SUCCESSION.fullmatch(head)}
    exact = {n: h for n, h in named.items() if _EXEMPTION.search(h) or is_timed(h) or day_of(h)}
    if any(_EXEMPTION.search(head) or day_of(head) for head in exact.values()):
        named = exact
    old = _old(named) if len(named) > 1 else set()
    if today is not None:
        old = {n for n in old if _last(named[n]) < (today.year, today.month, today.day)}
    return Columns(frozenset(old), frozenset(named.keys() - old), width=len(heads))


def _old(heads: Mapping[int, str]) -> set[int]:
    """Return which of several columns of codes are of the time before; never all of them.

    Words that contradict themselves (`since then, formerly T21`) say less than dates do.
    """
    before, since = _by_time(heads)
    if before and since:
        return before
    days = {n: day for n, head in heads.items() if (day := day_of(head)) and day[0]}
    if len(set(days.values())) > 1:
        first = min(days.values())
        return {n for n, day in days.items() if day == first}
    if before and before != set(heads):
        return before
    return set(heads) - since if since else set()


def _bare(heads: Mapping[int, str]) -> dict[int, str]:
    """Return heads that say of what time a column is and of nothing else: `Before`, `After`."""
    short = {
        n: head
        for n, head in heads.items()
        if len(head.split()) <= _BARE and is_timed(head) and not (_OTHER.match(head))
    }
    old, new = _by_time(short)
    return {n: short[n] for n in sorted(old | new)} if len(old) == len(new) == 1 else {}


def _by_time(heads: Mapping[int, str]) -> tuple[set[int], set[int]]:
    """Return which heads say of the time before, and which of now; none that says both."""
    old = {n for n, head in heads.items() if _is_old(head)}
    new = {n for n, head in heads.items() if _is_new(head)}
    return old - new, new - old


def name_columns(heads: Mapping[int, str]) -> bool:
    """Whether what stands above the columns of a table names some of codes."""
    return any(names_codes(head) for head in heads.values()) or bool(_bare(heads))


def _is_old(head: str) -> bool:
    return bool(_NOT_NOW.search(head) or _OLD.search(head))


def _is_new(head: str) -> bool:
    return bool(_NEW.search(_NOT_NOW.sub(" ", head)))


def day_of(head: str) -> tuple[int, int, int] | None:
    """Return the first date in a text as year, month and day, 0 for what it does not say."""
    found = _DATE.search(head)
    return _of(found) if found else None


def _last(head: str) -> tuple[int, int, int]:
    return max((_of(found) for found in _DATE.finditer(head)), default=(0, 0, 0))


def _of(found: re.Match[str]) -> tuple[int, int, int]:
    part = {name: value for name, value in found.groupdict().items() if value}

    def of(letter: str) -> str:
        return next((value for name, value in part.items() if name[0] == letter), "0")

    month = of("m").casefold()
    number = int(month) if month.isdecimal() else _month(month)
    return int(of("y")), number, int(of("d"))


def _month(name: str) -> int:
    return next((number for begin, number in _MONTHS.items() if name.startswith(begin)), 0)
