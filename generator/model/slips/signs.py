"""Signs that a text for readers may not hold: the invisible, the broken, and look-alike letters."""

import re
import unicodedata

# Where only these stand in a text, nothing more has to be asked of its signs.
_ORDINARY = re.compile("[\t\n\r -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”„•…‹›€−]*")

# Their classes in Unicode do not say that nobody sees these, or that something is lost there.
_UNSEEN = {
    "\u034f": "an invisible joiner",
    "\u115f": "an invisible filler",
    "\u1160": "an invisible filler",
    "\u2800": "an invisible sign",
    "\u3164": "an invisible filler",
    "\uffa0": "an invisible filler",
    "\ufffc": "the sign for a lost picture",
    "\ufffd": "the sign for a lost letter",
}
# What changes the look of the sign before it, and has none of its own.
_VARIANTS = re.compile("[\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_CLASSES = {
    "Cc": "an invisible control sign",
    "Cf": "an invisible sign",
    "Cn": "a sign without a meaning",
    "Co": "a sign of one font alone",
    "Cs": "half a sign",
    "Zl": "an invisible line separator",
    "Zp": "an invisible paragraph separator",
}
_BY_NAME = {"soft hyphen", "zero width joiner", "zero width non-joiner", "zero width space"}
_LOST = "\ufffc\ufffd"

# The bytes of one letter in UTF-8, each read as a letter of its own: `Ã©` for é, `â€™` for ’.
_TAIL = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_TWICE = re.compile(
    f"[ÂÃÅ][{_TAIL}]|â€[{_TAIL}]?|â‚¬|â„¢|ï»¿|ï¿½|ðŸ"
    # Read as an old PC or an old Mac did: `├⌐`, `ΓÇÖ`, `√©`, `‚Äô`.
    "|[├┬][^\\s]|ΓÇ.|√[©®¶†¢§´ßÆØ]|‚Ä."
)
# What is left of such a letter whose second half was taken for a space.
_LEFT_OVER = re.compile(r"(?:(?<=[a-z0-9.,:;)])|(?<!\S))[ÂÃ](?![\w’'-])")

# With one of these begins whatever was read in a wrong encoding.
_MISREAD = re.compile("[ÂÃÅâïð├┬Γ√‚]")

_WORD = re.compile(r"[^\W_]+")
_AROUND = 12

# Letters of other scripts, in the order of the Latin letters that they look like.
_CYRILLIC = ("АВЕКМНОРСТХУІЈЅасеһіјорԛѕԝху", "ABEKMHOPCTXYIJSacehijopqswxy")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
_ARMENIAN = ("օսհ", "ouh")
_ALIKE = {
    other: latin
    for others, latins in (_CYRILLIC, _GREEK, _ARMENIAN)
    for other, latin in zip(others, latins, strict=True)
}


def sign_fault(text: str) -> str | None:
    """Return what is wrong with the signs of a text and what to type; None where nothing is."""
    if _ORDINARY.fullmatch(text) and not _misread(text):
        return None
    return _read_wrongly(text) or _unseen(text) or _look_alike(text)


def sign_name(sign: str) -> str:
    """Return what a sign is called, as in ``a soft hyphen (U+00AD)``."""
    name = unicodedata.name(sign, "").lower()
    kind = _CLASSES.get(unicodedata.category(sign), f"the sign {name}")
    if _VARIANTS.match(sign):
        kind = "an invisible sign"
    called = f"a {name}" if name in _BY_NAME else _UNSEEN.get(sign, kind)
    return f"{called} (U+{ord(sign):04X})"


def plain_letters(text: str) -> str:
    """Return a text with each look-alike sign as the letter or digit that it is taken for.

    The text keeps its length, so that a place in it stays the same.
    """
    return text if text.isascii() else "".join(_taken_for(sign) or sign for sign in text)


def _unseen(text: str) -> str | None:
    """Find what a reader does not see, or sees as a box."""
    for position, sign in enumerate(text):
        if sign in "\t\n\r" or not _is_unseen(sign):
            continue
        before = text[max(0, position - _AROUND) : position].rpartition("\n")[2]
        where = f"after `{before.strip()}`" if before.strip() else "at the beginning"
        todo = "type the word anew" if sign in _LOST else "remove it"
        return f"{sign_name(sign)} stands {where}: {todo}"
    return None


def _is_unseen(sign: str) -> bool:
    known = sign in _UNSEEN or _VARIANTS.match(sign) is not None
    return known or unicodedata.category(sign) in _CLASSES


def _misread(text: str) -> re.Match[str] | None:
    return (_TWICE.search(text) or _LEFT_OVER.search(text)) if _MISREAD.search(text) else None


def _read_wrongly(text: str) -> str | None:
    found = _misread(text)
    if not found:
        return None
    word = next(word for word in re.finditer(r"\S+\s?", text) if word.end() > found.start())
    shown = word[0].strip() or found[0]
    return f"`{shown}` is garbled, as its file was read in a wrong encoding: type the word anew"


def _look_alike(text: str) -> str | None:
    """Find a letter that only looks like a Latin one, beside Latin ones or in their place."""
    for found in _WORD.finditer(text):
        word = found[0]
        if word.isascii():
            continue
        alike = [(sign, latin) for sign in word if (latin := _taken_for(sign))]
        # A whole word of another script is one where a letter of it looks like no Latin one.
        if alike and all(sign.isascii() or _taken_for(sign) or _is_latin(sign) for sign in word):
            sign, latin = alike[0]
            return (
                f"`{word}` only looks like `{plain_letters(word)}`: its `{sign}` is not `{latin}`"
                f" but {_another(sign)}: type the word anew"
            )
    return None


def _taken_for(sign: str) -> str | None:
    """Return the plain letter or digit that a sign is taken for; None where it is one, or none."""
    if sign.isascii():
        return None
    if latin := _ALIKE.get(sign):
        return latin
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    same = unicodedata.normalize("NFKC", sign) if kind in {"Lu", "Ll", "Nl"} else sign
    return same if len(same) == 1 and same.isascii() and same.isalnum() else None


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")


def _another(sign: str) -> str:
    script = unicodedata.name(sign, "sign").split()[0].title()
    kind = "one" if script in {"Fullwidth", "Mathematical"} else "sign"
    return f"a {script} {kind} (U+{ord(sign):04X})"
