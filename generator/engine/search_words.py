"""The words of a text as readers type them, where the search would not find them as they stand.

The search cuts a text into words at blanks and at the signs of ``separator`` in mkdocs.yml. Then it
compares letter by letter. Readers leave accents out, write a prefix and its word together, and drop
the signs within an abbreviation: `Mobilité`, `intra-company`, `U.S.`, `H&C` and `1,000` are asked
for as `mobilite`, `intracompany`, `US`, `HC` and `1000`. Those forms are added to the search,
unseen. ``overrides/assets/search.js`` brings what is typed to the same forms.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(r"<[^>]*>")

# Letters that Unicode does not take apart into a letter and its accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ß": "ss", "ł": "l", "Ł": "L"}
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

_LETTER = r"[^\W\d_]"
_DASH = "[-\u2010-\u2015\u2212]"
_DASHES = re.compile(_DASH)
_WORD = re.compile(r"\w+")
# Other compounds stay apart: `employerspecific` would answer whoever types `employers`.
_PREFIX = "(?:anti|bi|co|inter|intra|multi|non|post|pre|re|self|semi|sub)"
_COMPOUND = re.compile(rf"\b{_PREFIX}{_DASH}{_LETTER}+\b", re.IGNORECASE)
_CODE = re.compile(rf"\b[A-Z]{_DASH}[0-9]{{2}}\b")
_AMPERSAND = re.compile(rf"\b{_LETTER}+(?:&{_LETTER}+)+|\b{_LETTER}(?: & {_LETTER})+\b")
_DOTTED = re.compile(rf"\b(?:{_LETTER}\.){{2,}}")
_NUMBER = re.compile(r"\b[0-9]{1,3}(?:,[0-9]{3})+\b")
_SIGNS = re.compile(r"[\W_]+")


def typed_words(html: str) -> str:
    """Return the words that readers type otherwise, in small letters, with blanks between.

    Args:
        html: a title or a text as the search has it.
    """
    text = unescape(_TAG.sub(" ", html))
    return " ".join(dict.fromkeys(word.lower() for word in _typed(text)))


def _typed(text: str) -> Iterator[str]:
    plain = _plain(text)
    if plain != text:
        known = set(_WORD.findall(text))
        yield from (word for word in _WORD.findall(plain) if word not in known)
    dashed = _DASHES.search(plain) is not None
    for may_have_it, pattern in (
        (dashed, _COMPOUND),
        (dashed, _CODE),
        ("&" in plain, _AMPERSAND),
        ("." in plain, _DOTTED),
        ("," in plain, _NUMBER),
    ):
        if may_have_it:
            yield from (_SIGNS.sub("", found) for found in pattern.findall(plain))


def _plain(text: str) -> str:
    """Return a text without accents, unseen signs and letters of other widths."""
    if text.isascii():  # as most texts are
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _ACCENTS.sub("", apart)))
