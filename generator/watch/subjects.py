"""Which rows of IRCC's tables are about what the registry has a code for."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model.code import Code
from generator.model.guide import Guide
from generator.watch.code_rows import Row

_NAME = re.compile(r"\b[A-Z][A-Z]{2,}[a-z]?\b")
_NO_NAMES = {
    "CBSA", "ESDC", "FTA", "GCMS", "ICT", "IMP", "IRCC", "IRPA", "IRPR", "LMIA", "NEW", "NOC",
    "NOTE", "POE",
}  # fmt: skip
_LEAST_INITIALS = 4
"""So many first letters of a name tell it from others."""
_PLACE = re.compile(
    r"\b(Australia|Brunei|Chile|Colombia|Costa Rica|Ecuador|European Union|Honduras|Iceland|India"
    r"|Indonesia|Israel|Japan|Jordan|Korea|Liechtenstein|Malaysia|Mexico|New Zealand|Norway|Panama"
    r"|Peru|Philippines|Singapore|Switzerland|Ukraine|United Kingdom|United States|Viet ?nam)\b"
)
"""Countries with which Canada has or negotiates agreements about workers."""

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
        places: the countries with agreements that it names.
    """

    names: frozenset[str]
    words: frozenset[str]
    category: frozenset[str]
    places: frozenset[str] = frozenset()

    def own(self, rows: Sequence[Row], named: str, *, only: bool = False) -> list[Row]:
        """Return those rows that are about this subject.

        A row has to name the agreement of the subject, where the page names it anywhere. Else it
        has to share the most words with the subject among its like, or half of that at least, and
        to name no other agreement or country. The only row that has the code is about it whatever
        its words.

        Args:
            rows: all rows that have the same code in the same column.
            named: the names on the page, of `names_on`.
            only: whether no other row of the page has the code in any column.
        """
        if any(_is_in(name, named) for name in self.names):
            return [row for row in rows if self._is_named(row)]
        rows = [row for row in rows if not self._names_another(row)]
        if only:
            return rows
        for words in (self.words, self.category):
            shared = [len(words & words_of(row.words)) for row in rows]
            if most := max(shared, default=0):
                return [row for row, has in zip(rows, shared, strict=True) if 2 * has >= most]
        return []

    def _is_named(self, row: Row) -> bool:
        """Whether a row names the agreement, or a heading above one that names no other."""
        words = names_on([replace(row, section="")])
        if any(_is_in(name, words) for name in self.names):
            return True
        names_another = bool(_names(row.words)) or bool(_AGREEMENT.search(row.words))
        return not names_another and any(_is_in(name, names_on([row])) for name in self.names)

    def _names_another(self, row: Row) -> bool:
        """Whether a row, or the heading right above it, names another agreement or country."""
        text = f"{row.section.rpartition(' – ')[2]} – {row.words}"
        if others := _places(text) - self.places:
            return not self.places & _places(text) or bool(others & _places(row.words))
        return bool(self.names) and bool(_names(row.words) - self.names)


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
    texts = (code.subject, " ".join(titles))
    words, category = (words_of(text) - lower for text in texts)
    return Subject(names, words, category, _places(" ".join(texts)))


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


def _is_in(name: str, named: str) -> bool:
    """Whether a name is there, or its beginning: a full name may lack the word Agreement."""
    return name in named or (len(name) > _LEAST_INITIALS and name[:-1] in named)


def _places(text: str) -> frozenset[str]:
    return frozenset(place.casefold() for place in _PLACE.findall(text))


def _initials(text: str) -> str:
    """Return the first letters of the words with a capital: CUSMA of the agreement's full name."""
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", text) if word[0].isupper())
