"""How long to wait for official pages, and for how much."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, and for how much.

    Attributes:
        connect: seconds for a connection.
        read: seconds without a byte.
        whole: seconds for one answer, its headers included.
        size: bytes of an answer, packed and unpacked.
        retries: how often to ask again.
        back_off: seconds before the first retry; each further one waits twice as long.
        longest: most seconds that a host may ask us to wait.
        patience: most seconds that all hosts of a run together may make us wait.
        pause: seconds between two requests to one host.
    """

    connect: float = 10
    read: float = 30
    whole: float = 90
    size: int = 2_000_000
    retries: int = 3
    back_off: float = 2
    longest: float = 60
    patience: float = 180
    pause: float = 2
