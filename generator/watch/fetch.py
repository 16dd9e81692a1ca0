"""Fetching official pages: politely, with limits, and never calling silence an answer."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError

from generator.model.addresses import is_official
from generator.watch.answer import Answer, Fate
from generator.watch.deadline import Deadline, WatchedAdapter
from generator.watch.failures import AgainError, RefusedError, asked_to_wait, failure, plain
from generator.watch.kept_pages import KeptPages
from generator.watch.limits import Limits
from generator.watch.unpacking import PackedWronglyError, unpacked

__all__ = ["Answer", "Fate", "Fetcher", "Limits"]

_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_MOST_REDIRECTS = 5
_RETRIED = {429, 500, 502, 503, 504}
_CHUNK = 16_384
_KEPT = ("content-type", "etag", "last-modified")


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    headers: dict[str, str]
    """By names in small letters."""
    body: bytes = b""


@dataclass
class Fetcher:
    """Fetches pages one after the other. Nothing that a host says of one is told to another.

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
    _waited: float = 0

    def fetch(self, url: str) -> Answer:
        """Ask for a page, and follow where its host sends us.

        Raises:
            WriteRefusedError: the page cannot be kept in the cache.
        """
        here, permanent, moved_to = url, True, ""
        until = time.monotonic() + self.limits.whole
        try:
            for _ in range(_MOST_REDIRECTS):
                if time.monotonic() > until:
                    return Answer(Fate.UNKNOWN, reason="it took too long to be led to a page")
                if not self.allowed(here):
                    return Answer(Fate.UNKNOWN, reason=f"it leads to another site: {here}")
                reply = self._patiently(here, until)
                if reply.status not in _REDIRECTS:
                    return self._answer(here, reply, moved_to)
                permanent = permanent and reply.status in _PERMANENT
                here = _led_to(here, reply)
                moved_to = here if permanent else moved_to
        except RefusedError as error:
            return Answer(Fate.UNKNOWN, reason=str(error))
        return Answer(Fate.UNKNOWN, reason="it redirects in a circle")

    def _patiently(self, url: str, until: float) -> _Reply:
        """Ask again where a host cannot answer now, within the limits of an answer and of a run."""
        for attempt in range(self.limits.retries + 1):
            try:
                return self._once(url)
            except AgainError as error:
                reason, asked = str(error), error.wait
            wait = self.limits.back_off * 2**attempt if asked is None else asked
            wait = min(wait, self.limits.longest)
            left = self.limits.patience - self._waited
            if attempt == self.limits.retries or wait > left or time.monotonic() > until:
                break
            self._waited += wait
            time.sleep(wait)
        raise RefusedError(reason)

    def _once(self, url: str) -> _Reply:
        host = urlsplit(url).netloc
        wait = self._last.get(host, float("-inf")) + self.limits.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            with Deadline(self.limits.whole) as deadline:
                return self._asked(url, deadline)
        finally:
            self._last[host] = time.monotonic()

    def _asked(self, url: str, deadline: Deadline) -> _Reply:
        late = f"it took too long: more than {self.limits.whole:g} seconds"
        try:
            with closing(WatchedAdapter(deadline)) as adapter:
                reply = self._read(self._send(adapter, url))
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            if deadline.passed:
                raise RefusedError(late) from None
            raise failure(error) from None
        if deadline.passed:  # what was shut may look like an answer that ended
            raise RefusedError(late)
        if reply.status in _RETRIED:
            raise AgainError(
                f"the host answers {reply.status}",
                asked_to_wait(reply.headers.get("retry-after", "")),
            )
        return reply

    def _send(self, adapter: WatchedAdapter, url: str) -> requests.Response:
        headers = {
            "User-Agent": self.agent,
            "Accept": "text/html, application/xhtml+xml",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **KeptPages(self.cache).conditions(url),
        }
        # Without a session: no password of this machine and no cookie is sent, but its proxies and
        # its own certificates are used.
        own = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
        return adapter.send(
            requests.Request("GET", url, headers=headers).prepare(),
            stream=True,
            timeout=(self.limits.connect, self.limits.read),
            verify=own or True,
            proxies=get_environ_proxies(url),
        )

    def _read(self, response: requests.Response) -> _Reply:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if response.status_code != requests.codes.ok:
            return _Reply(response.status_code, headers)
        parts, size = [], 0
        for part in response.raw.stream(_CHUNK, decode_content=False):
            size += len(part)
            if size > self.limits.size:
                raise RefusedError(f"it is larger than {self.limits.size} bytes")
            parts.append(part)
        return _Reply(response.status_code, headers, b"".join(parts))

    def _answer(self, url: str, reply: _Reply, moved_to: str) -> Answer:
        status, kept = reply.status, KeptPages(self.cache)
        if status == requests.codes.not_modified:
            if (found := kept.page(url)) is None:
                raise RefusedError("the host says that nothing changed, but nothing is kept")
            return Answer(Fate.READ, *found, moved_to)
        if status in _GONE:
            return Answer(Fate.GONE, reason=f"the host answers {status}")
        if status != requests.codes.ok:
            return Answer(Fate.UNKNOWN, reason=f"the host answers {status}")
        kind = reply.headers.get("content-type", "")
        if "html" not in kind.lower():
            said = plain(kind) or "of no known kind"
            return Answer(Fate.UNKNOWN, reason=f"it is no page, but {said}")
        try:
            body = unpacked(reply.body, reply.headers.get("content-encoding", ""), self.limits.size)
        except PackedWronglyError as error:
            raise RefusedError(str(error)) from None
        kept.keep(url, body, {name: reply.headers.get(name, "") for name in _KEPT})
        return Answer(Fate.READ, body, kind, moved_to)


def _led_to(here: str, reply: _Reply) -> str:
    location = reply.headers.get("location", "")
    if not location.strip():
        raise RefusedError(f"the host answers {reply.status}, but not where to go")
    try:
        to = urljoin(here, location.strip())
        urlsplit(to).port  # noqa: B018 - this is where an odd port is told
    except ValueError:
        to = ""
    if not to or not to.isascii() or not to.isprintable() or " " in to:
        raise RefusedError(f"it leads to what is no address: {plain(location)}")
    return to
