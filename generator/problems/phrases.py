"""Small turns of phrase that messages share."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, as in ``1 problem`` or ``3 problems``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shortened(text: str, most: int = 60) -> str:
    """Return a text, cut where it is longer than a message can bear."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"
