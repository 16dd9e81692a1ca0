"""Fetching official pages: politely, with limits, and never calling silence an answer."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse
from urllib3.util import Retry

from generator.model.addresses import is_official
from generator.source.writing import remove, write_bytes, write_text

_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_MOST_REDIRECTS = 5
_RETRIED = (429, 500, 502, 503, 504)
_CHUNK = 65_536


class Fate(StrEnum):
    """What became of a request."""

    READ = "read"
    """The page is there."""
    GONE = "gone"
    """The host says that there is no such page any more."""
    UNKNOWN = "unknown"
    """Nothing can be said of the page."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, and for how much.

    Attributes:
        connect: seconds for a connection.
        read: seconds without a byte.
        whole: seconds for one answer.
        size: bytes of an answer.
        retries: how often to ask again.
        back_off: seconds before the second retry; each further one waits twice as long.
        longest: most seconds that a host may ask us to wait.
        pause: seconds between two requests to one host.
    """

    connect: float = 10
    read: float = 30
    whole: float = 90
    size: int = 2_000_000
    retries: int = 3
    back_off: float = 2
    longest: float = 60
    pause: float = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said.

    Attributes:
        fate: what became of the request.
        body: the page; empty unless it was read.
        kind: its content type, as the host gave it.
        moved_to: where the host has sent us for good; empty where it did not.
        reason: why nothing can be said of the page.
    """

    fate: Fate
    body: bytes = b""
    kind: str = ""
    moved_to: str = ""
    reason: str = ""


class _Retry(Retry):
    """Waits as long as a host asks, within bounds."""

    longest: float = 60

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """Return the seconds that the host asks for, but no more than we grant."""
        asked = super().get_retry_after(response)
        return None if asked is None else min(asked, self.longest)


class _RefusedError(Exception):
    """The answer cannot be used; the message says why."""


@dataclass
class Fetcher:
    """Fetches pages one after the other.

    Attributes:
        agent: what we call ourselves.
        cache: the folder in which pages are kept, so that a host need not send them again.
        limits: how long to wait, and for how much.
        allowed: which addresses may be asked, redirects included.
    """

    agent: str
    cache: Path
    limits: Limits = field(default_factory=Limits)
    allowed: Callable[[str], bool] = is_official
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        limits = self.limits
        retry = _Retry(
            total=limits.retries,
            backoff_factor=limits.back_off,
            status_forcelist=_RETRIED,
            allowed_methods={"GET"},
            raise_on_status=False,
            redirect=False,
        )
        retry.longest = _Retry.longest = limits.longest
        self._session = requests.Session()
        self._session.headers["User-Agent"] = self.agent
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def fetch(self, url: str) -> Answer:
        """Ask for a page once, and follow where its host sends us.

        Raises:
            WriteRefusedError: the page cannot be kept in the cache.
        """
        here, permanent = url, True
        moved_to = ""
        try:
            for _ in range(_MOST_REDIRECTS):
                if not self.allowed(here):
                    return Answer(Fate.UNKNOWN, reason=f"it leads to another site: {here}")
                response = self._get(here)
                with response:
                    if response.status_code not in _REDIRECTS:
                        return self._answer(here, response, moved_to)
                    permanent = permanent and response.status_code in _PERMANENT
                    here = urljoin(here, response.headers.get("Location", ""))
                    moved_to = here if permanent else moved_to
        except (requests.RequestException, _RefusedError) as error:
            return Answer(Fate.UNKNOWN, reason=_reason(error))
        return Answer(Fate.UNKNOWN, reason="it redirects in a circle")

    def _get(self, url: str) -> requests.Response:
        host = urlsplit(url).netloc
        wait = self._last.get(host, float("-inf")) + self.limits.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            return self._session.get(
                url,
                headers=self._conditions(url),
                timeout=(self.limits.connect, self.limits.read),
                allow_redirects=False,
                stream=True,
            )
        finally:
            self._last[host] = time.monotonic()

    def _answer(self, url: str, response: requests.Response, moved_to: str) -> Answer:
        status = response.status_code
        if status == requests.codes.not_modified:
            body, kind = self._kept(url)
            return Answer(Fate.READ, body, kind, moved_to)
        if status in _GONE:
            return Answer(Fate.GONE, reason=f"the host answers {status}")
        if status != requests.codes.ok:
            return Answer(Fate.UNKNOWN, reason=f"the host answers {status}")
        kind = response.headers.get("Content-Type", "")
        if "html" not in kind.lower():
            return Answer(Fate.UNKNOWN, reason=f"it is no page, but {kind or 'of no known kind'}")
        body = self._body(response)
        self._keep(url, response, body, kind)
        return Answer(Fate.READ, body, kind, moved_to)

    def _body(self, response: requests.Response) -> bytes:
        parts, size, until = [], 0, time.monotonic() + self.limits.whole
        for part in response.iter_content(_CHUNK):
            size += len(part)
            if size > self.limits.size:
                raise _RefusedError(f"it is larger than {self.limits.size} bytes")
            if time.monotonic() > until:
                raise _RefusedError("it took too long")
            parts.append(part)
        return b"".join(parts)

    def _file(self, url: str) -> Path:
        return self.cache / _kept_as(url)

    def _conditions(self, url: str) -> dict[str, str]:
        try:
            kept = json.loads(self._file(url).with_suffix(".json").read_text(encoding="utf-8"))
            if not self._file(url).with_suffix(".html").is_file():
                return {}
        except (OSError, ValueError):
            return {}
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return {header: kept[name] for name, header in names.items() if kept.get(name)}

    def _kept(self, url: str) -> tuple[bytes, str]:
        file = self._file(url)
        try:
            kept = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
            return file.with_suffix(".html").read_bytes(), kept["content-type"]
        except (OSError, ValueError, KeyError):
            raise _RefusedError("the host says that nothing changed, but nothing is kept") from None

    def _keep(self, url: str, response: requests.Response, body: bytes, kind: str) -> None:
        headers = {name: response.headers.get(name, "") for name in ("etag", "last-modified")}
        text = json.dumps({"url": url, "content-type": kind, **headers})
        name = _kept_as(url)
        # Wherever this breaks off, no header of one page stands beside the body of another.
        remove(self.cache, f"{name}.json")
        write_bytes(self.cache, f"{name}.html", body)
        write_text(self.cache, f"{name}.json", text)


def _kept_as(url: str) -> str:
    """Return where in the cache a page is kept, without the ending."""
    return f"pages/{hashlib.sha256(url.encode()).hexdigest()}"


def _reason(error: Exception) -> str:
    if isinstance(error, _RefusedError):
        return str(error)
    if isinstance(error, requests.Timeout):
        return "the host did not answer in time"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "the answer broke off"
    return "the host cannot be reached"
