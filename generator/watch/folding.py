"""The same words with other signs: what fonts and editors put in the place of plain ones."""

import re
import unicodedata

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_PRIMES = {**dict.fromkeys("′‵ʹʼ＇´`‛‚", "'"), **dict.fromkeys("″‶„‟＂«»‹›", '"')}
_ONE_FOR_ONE = str.maketrans({**_DASHES, **_PRIMES, "…": "...", "\u2024": ".", "·": "•"})
_WIDE_OR_JOINED = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F))
}
"""Letters that are joined or as wide as Chinese ones; a raised digit or a fraction is another."""

_TYPED_DASH = re.compile(r"(?<![-\d])-{2,3}(?![-\d])")
_BULLET = re.compile(r"\A(?:[•‣⁃◦▪▫■□●○◆◇➢➤\uf0b7\uf0a7]\s*(?=\S)|[-*]\s+(?=[^\W\d]))")


def folded(text: str) -> str:
    """Return a text with plain signs, only to be held against another one."""
    if not text.isascii():
        text = text.translate(_ONE_FOR_ONE).translate(_WIDE_OR_JOINED)
    return _TYPED_DASH.sub("-", text) if "--" in text else text


def without_bullet(text: str) -> str:
    """Return a folded text without the bullet that somebody typed before it."""
    return _BULLET.sub("", text)
