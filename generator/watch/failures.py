"""What is said of a request that failed, and whether it is worth asking again."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests
from urllib3.exceptions import ProtocolError

_SECONDS = re.compile(r"[0-9]{1,9}")


class RefusedError(Exception):
    """The answer cannot be used; the message says why."""


class AgainError(Exception):
    """The host could not answer now; the message says why.

    Attributes:
        wait: the seconds that it asks us to wait; None where it does not say.
    """

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


def failure(error: Exception) -> RefusedError | AgainError:
    """Return what is to be said of a failure on the way."""
    if isinstance(error, requests.exceptions.SSLError):
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return RefusedError("its certificate cannot be trusted")
        return AgainError("no safe connection to the host can be made")
    if isinstance(error, ValueError) and not isinstance(error, requests.ConnectionError):
        return RefusedError("it leads to what is no address")
    return AgainError(_for_now(error))


def _for_now(error: Exception) -> str:
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy on the way to it cannot be reached"
    if isinstance(error, requests.Timeout | TimeoutError):
        return "the host did not answer in time"
    inner = error.args[0] if error.args else None
    if isinstance(error, requests.ConnectionError) and not isinstance(inner, ProtocolError):
        return "the host cannot be reached"
    return "the answer broke off"


def asked_to_wait(said: str) -> float | None:
    """Return the seconds that a host asks us to wait; None where it does not say so legibly.

    Args:
        said: its `Retry-After`, in seconds or as a day and a time.
    """
    if _SECONDS.fullmatch(said.strip()):
        return float(said)
    try:
        day = parsedate_to_datetime(said)
        return max((day.replace(tzinfo=day.tzinfo or UTC) - datetime.now(UTC)).total_seconds(), 0)
    except (ValueError, TypeError, OverflowError):
        return None


def plain(text: str) -> str:
    """Return what a host said, short, and without signs that a terminal would act on."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:100])
