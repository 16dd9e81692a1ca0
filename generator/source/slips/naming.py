"""What a file's name was meant to be, and which names no file may have."""

import re
import unicodedata

LONGEST = 100
"""How many letters a name may have: some systems and archives cut longer ones off."""

_PAGE = ("md", "markdown", "mdown", "mdx", "mkdn", "mkd")
_DATA = ("yml", "yaml", "yam", "yl", "ym", "yml1")
_EXTRA = ("txt", "text", "rtf")
_KEPT = ("bak", "backup", "old", "orig", "rej", "save", "swo", "swp", "temp", "tmp")
_ENDING = re.compile(rf"\s*\.\s*(?:{'|'.join((*_PAGE, *_DATA, *_EXTRA))})\s*$", re.IGNORECASE)
_ANY_ENDING = re.compile(
    rf"(?<=.)(?:[.,;]\w{{1,12}}|[ _-]?(?:{'|'.join((*_PAGE[:2], *_DATA[:2]))}))$", re.IGNORECASE
)
_KEPT_ENDING = re.compile(rf"\.(?:{'|'.join(_KEPT)}|\d{{1,3}}|~\d+~)\s*$", re.IGNORECASE)
_COPY = re.compile(
    r"^\s*(?:copy|copie|kopie|copia|backup)(?:\s*\(\d+\))?(?:\s+of|\s+de|\s+von)?\s+(?P<named>.+)$"
    r"|^(?P<before>.+?)(?:\s*-\s*|\s+|_)(?:copy|copie|kopie|copia|backup)(?:[\s_]*\(?\d+\)?)?$"
    r"|^(?P<numbered>.+?)\s*\(\d{1,3}\)$"
    r"|^(?P<merged>.+?)[._](?:BASE|LOCAL|REMOTE|BACKUP)[._]\d+$"
    r"|^(?P<synced>.+?)(?:\.sync-conflict-.*|\s*\(.*conflict.*\))$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"^(.+?)\s+\d{1,2}$")
_OF_THE_SYSTEM = {"desktop.ini", "ehthumbs.db", "icon", "thumbs.db"}
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_NO_NAME_HOLDS = re.compile(r'[<>:"\\|?*]')

# Letters that look like another, and letters that accents cannot be taken from.
_LOOK_ALIKE = str.maketrans(
    "асеорхуіјѕԁɡһӏ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαορν" + "АВЕКМНОРСТХ",
    "aceopxyijsdghl" + "abezhikmnoptyxaopv" + "abekmhopctx",
)
_SPELT = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ı": "i"}


def is_leftover(name: str) -> bool:
    """Tell whether a program keeps such a file beside those that are edited: `a.md~`, `#a.md#`."""
    return (
        name.endswith("~")
        or (name.startswith("#") and name.endswith("#"))
        or name.startswith((".", "~$", "._"))
        or name.rstrip("\r").lower() in _OF_THE_SYSTEM
    )


def copied_from(name: str) -> str | None:
    """Return the name of the file that this one is a copy of, by the way copies are named."""
    kept = _KEPT_ENDING.sub("", name)
    if kept != name:
        return copied_from(kept) or kept
    stem, endings = _apart(name)
    found = _COPY.match(stem)
    if found is None:
        return None
    original = next(part for part in found.groups() if part)
    # `Copy of ceta.yml.yml` is a copy of a file with one ending.
    return f"{_apart(original)[0]}{endings}"


def numbered_from(name: str) -> str | None:
    """Return the name of the file that this one may be a copy of: `codes 2.md`, or `Phase 2.md`."""
    stem, endings = _apart(name)
    found = _AGAIN.match(stem)
    return f"{found[1]}{endings}" if found else None


def is_page(name: str) -> bool:
    """Tell whether the first ending of a name is one of Markdown's, whatever follows it."""
    return _first_ending(name) in _PAGE


def is_data(name: str) -> bool:
    """Tell whether the first ending of a name is one of YAML's, or nearly so."""
    return _first_ending(name) in _DATA


def without_ending(name: str) -> str:
    """Return a name without its last ending, whatever that is: `a.html`, `a.md.part`, `a,yml`."""
    return _ANY_ENDING.sub("", name)


def is_text(name: str) -> bool:
    """Tell whether a file of this name can be a text: its ending is one, or there is none."""
    return bool(_apart(name)[1]) or "." not in name.strip(". ")


def stem_of(name: str) -> str:
    """Return a name without its endings and the white space around it."""
    return _apart(name)[0]


def slug_of(name: str) -> str | None:
    """Return the slug that a name without endings was meant to be: accents and capitals left out.

    None where letters would be lost, so that nobody knows which name was meant.
    """
    text = name.translate(_LOOK_ALIKE).lower()
    text = "".join(_SPELT.get(letter, letter) for letter in text)
    text = unicodedata.normalize("NFKD", text)
    if any(letter.isalnum() and not letter.isascii() for letter in text):
        return None
    letters = (c for c in text if not unicodedata.combining(c) and c not in "'’\u200b\ufeff")
    parts = re.split(r"[^a-z0-9]+", "".join(letters))
    return "-".join(part for part in parts if part) or None


def breaks_elsewhere(path: str) -> str | None:
    """Return what keeps a file of this path from being stored on every system; None if nothing."""
    for part in path.split("/"):
        if not part.isprintable():
            return (
                f"a sign of the name `{printable(part)}` cannot be read (`?`): write the name anew,"
                " with letters, digits and hyphens"
            )
        if found := _NO_NAME_HOLDS.search(part):
            return (
                f"Windows holds no `{found[0]}` in a name, as in `{printable(part)}`: take it out"
            )
        if _RESERVED.fullmatch(part.partition(".")[0].strip()):
            return f"Windows keeps the name `{printable(part)}` for itself: choose another one"
        if len(part.rpartition(".")[0] or part) > LONGEST:
            return f"the name has more than {LONGEST} letters: choose a shorter one"
        if part != part.strip() or part.endswith("."):
            return "the name begins with a blank, or ends in a blank or a full stop: take it out"
    return None


def alike(path: str) -> str:
    """Return what two paths share that some systems take for one: capitals and accents apart."""
    return unicodedata.normalize("NFC", path).casefold()


def printable(name: str) -> str:
    """Return a name that can be shown on one line, whatever signs are in it."""
    text = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "?" for c in text)


def _first_ending(name: str) -> str:
    endings = _apart(name)[1].lower().replace(" ", "").split(".")
    return next((part for part in endings if part and part not in _EXTRA), "")


def _apart(name: str) -> tuple[str, str]:
    """Return a name without its known endings, and these."""
    stem = name
    while (cut := _ENDING.sub("", stem)) != stem and cut.strip():
        stem = cut
    return stem.strip(), name[len(stem) :]
