"""The same words with other signs: what fonts and editors put in the place of plain ones."""

import unicodedata

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_PRIMES = {**dict.fromkeys("′‵ʹʼ＇´`‛‚", "'"), **dict.fromkeys("″‶„‟＂«»‹›", '"')}
_ONE_FOR_ONE = str.maketrans({**_DASHES, **_PRIMES, "…": "...", "\u2024": ".", "·": "•"})
_WIDE_OR_JOINED = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F))
}
"""Letters that are joined or as wide as Chinese ones; a raised digit or a fraction is another."""


def folded(text: str) -> str:
    """Return a text with plain signs, only to be held against another one."""
    if text.isascii():
        return text
    return text.translate(_ONE_FOR_ONE).translate(_WIDE_OR_JOINED)
