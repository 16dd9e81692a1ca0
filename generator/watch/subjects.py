"""Which rows of IRCC's tables are about what the registry has a code for."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model.code import Code
from generator.model.guide import Guide
from generator.watch.code_tables import Row

_NAME = re.compile(r"\b[A-Z][A-Z]{2,}[a-z]?\b")
_NO_NAMES = {"FTA", "ICT", "IMP", "IRCC", "IRPA", "IRPR", "LMIA", "NEW", "NOC", "POE"}
_AGREEMENT = re.compile(r"\b(FTA|Agreement)\b")
_CITED = re.compile(r"\bR ?(20[0-9](?:\.[0-9])?)((?:\([a-z0-9.]{1,4}\))*)")
_WORD = re.compile(r"[a-z]{3,}")
_COMMON = {
    "agreement", "also", "and", "canada", "code", "exemption", "for", "free", "from",
    "international", "listed", "other", "permit", "such", "the", "trade", "under", "who", "with",
    "work", "worker",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What the registry has a code for.

    Attributes:
        names: names in capitals, as CUSMA: of its subject, else of its categories.
        words: the words of its subject, each in one form.
        category: the words of the titles of its categories.
    """

    names: frozenset[str]
    words: frozenset[str]
    category: frozenset[str]

    def own(self, rows: Sequence[Row], named: str) -> list[Row]:
        """Return those rows that are about this subject.

        A row has to name the agreement of the subject, where the page names it anywhere. Else it
        has to share the most words with the subject among its like, or half of that at least.

        Args:
            rows: all rows that have the same code in the same column.
            named: the names on the page, of `names_on`.
        """
        if any(name in named for name in self.names):
            return [row for row in rows if self._is_named(row)]
        for words in (self.words, self.category):
            shared = [len(words & words_of(row.words)) for row in rows]
            if most := max(shared, default=0):
                return [row for row, has in zip(rows, shared, strict=True) if 2 * has >= most]
        return []

    def _is_named(self, row: Row) -> bool:
        """Whether a row names the agreement, or a heading above one that names no other."""
        words = names_on([replace(row, section="")])
        if any(name in words for name in self.names):
            return True
        names_another = bool(_names(row.words)) or bool(_AGREEMENT.search(row.words))
        return not names_another and any(name in names_on([row]) for name in self.names)


def names_on(rows: Iterable[Row]) -> str:
    """Return the names in capitals that rows have or whose words they write in full, as one text.

    `CUSMA` is also what the Canada–United States–Mexico Agreement begins with.
    """
    texts = [f"{row.section} {row.words}" for row in rows]
    names = dict.fromkeys(name for text in texts for name in _NAME.findall(text))
    initials = dict.fromkeys(_initials(text) for text in texts)
    return " ".join([*names, *initials])


def subject_of(guide: Guide, code: Code) -> Subject:
    """Return what the registry has a code for."""
    slugs = [*guide.slugs_by_code.get(code.code, []), *filter(None, [code.about])]
    slugs += [slug for slug, _, _ in guide.routes_by_code.get(code.code, [])]
    titles = [guide.categories[slug].title for slug in slugs if slug in guide.categories]
    names = _names(code.subject) or _names(" ".join(titles))
    lower = {name.casefold() for name in names}
    return Subject(names, words_of(code.subject) - lower, words_of(" ".join(titles)) - lower)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that tell it from others, each in one form."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("isation", "ization")
    found = {word.removesuffix("s").replace("ised", "ized") for word in _WORD.findall(plain)}
    return frozenset(found - _COMMON)


def cited_in(text: str) -> list[str]:
    """Return the parts of the Regulations that headings name, those of the lowest one only."""
    for heading in reversed(text.split(" – ")):
        if found := [f"R{section}{part}" for section, part in _CITED.findall(heading)]:
            return found
    return []


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text)) - _NO_NAMES


def _initials(text: str) -> str:
    """Return the first letters of the words with a capital: CUSMA of the agreement's full name."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", text) if word[0].isupper())
