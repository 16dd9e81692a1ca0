"""Small turns of phrase that messages share."""

_AROUND = 30
_MOST = 60


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, as in ``1 problem`` or ``3 problems``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def lower_first(text: str) -> str:
    """Return a text as it goes on within a sentence; one that begins with an abbreviation stays."""
    abbreviation = text[:2].isupper() and text[1:2].isalpha()
    return text if abbreviation else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def printable(text: str) -> str:
    """Return a text with a blank for each sign that a terminal or a file might act on."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def on_one_line(text: str) -> str:
    """Return a text on one line without a sign that a terminal or a file might act on."""
    return " ".join(printable(text).split())


def shortened(text: str, most: int = _MOST) -> str:
    """Return a text, cut where it is longer than a message can bear."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def apart(before: str, after: str, most: int = _MOST) -> tuple[str, str]:
    """Return two texts, each cut to a part that shows where the two differ."""
    if max(len(before), len(after)) <= most:
        return before, after
    start = next(
        (n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    first = before.find(" ", max(0, start - _AROUND), start) + 1 if start > _AROUND else 0
    lead = "… " if first else ""
    return lead + shortened(before[first:], most), lead + shortened(after[first:], most)
