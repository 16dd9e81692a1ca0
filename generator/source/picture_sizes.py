"""How large a picture may be, and the test that each of its parts must pass."""

_WIDEST = 20_000
_MOST_POINTS = 100_000_000
"""So many points fill 400 MB of a reader's memory."""


class TooLargeError(Exception):
    """A picture of more points than a browser can well show; the message gives its size."""


def require(*whole: object) -> None:
    """See that all of it holds.

    Raises:
        ValueError: it does not, so that this is no whole picture.
    """
    if not all(whole):
        raise ValueError


def judge(width: int, height: int) -> None:
    """See that a browser can show so many points.

    Raises:
        ValueError: there is none.
        TooLargeError: there are too many.
    """
    require(width > 0, height > 0)
    if max(width, height) > _WIDEST or width * height > _MOST_POINTS:
        raise TooLargeError(f"{width} × {height}")
