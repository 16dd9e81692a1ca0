"""How long an editor waits: from saving a record to reading it in the preview."""

import http.client
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from tests.bench.building import BenchError
from tests.bench.records import ASKED, with_summary
from tests.bench.subjects import Subject

_PAUSE = 0.02  # between two looks at the page
_PATIENCE = 900.0  # seconds: the first build of a slow machine is in it
_REST = 1.0  # seconds after an edit, before the next one
_LOOKS = 0.5  # seconds between two looks of MkDocs for changes
_DIRECT = build_opener(ProxyHandler({}))  # no proxy of the machine stands between


@dataclass(frozen=True, slots=True)
class Preview:
    """A running `mkdocs serve`: its process, its address, and the file with what it says."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def wait_for(self, path: str, text: str) -> None:
        """Ask for a page until it has a text.

        Raises:
            BenchError: the preview has ended, or the text does not come.
        """
        url, given_up = f"http://{self.address}/{path}", time.monotonic() + _PATIENCE
        while text not in _fetched(url):
            if self.process.poll() is not None or time.monotonic() > given_up:
                said = self.log.read_text(encoding="utf-8", errors="replace")[-3_000:]
                raise BenchError(f"{url} never had {text!r}:\n{said}")
            time.sleep(_PAUSE)


def edits_seen(subject: Subject, count: int, tell: Callable[[int], None]) -> list[float]:
    """Save a record several times, each time with another summary.

    Args:
        subject: whose preview to start; it has fetched the page once before the first edit.
        count: how many edits.
        tell: is told the number of each edit before it is made.

    Returns:
        The seconds from each save until the page with it was served.
    """
    slug = subject.slugs[len(subject.slugs) // 2]
    record, page = subject.record(slug), f"categories/{slug}/"
    before = record.read_text(encoding="utf-8")
    seen = []
    with _serving(subject) as preview:
        preview.wait_for(page, ASKED)
        for number in range(1, count + 1):
            tell(number)
            summary = f"This summary was saved as edit number {number} of the bench."
            text = with_summary(before, summary)
            begin = time.perf_counter()
            record.write_text(text, encoding="utf-8")
            preview.wait_for(page, summary)
            seen.append(time.perf_counter() - begin)
            # The index has it too once the rest of the site is there.
            preview.wait_for("categories/", summary)
            # MkDocs looks for changes at fixed times. A fixed rest would meet it at the same moment
            # each time, by luck an early or a late one; so the edits are spread over its pause.
            time.sleep(_REST + _LOOKS * number / count)
    record.write_text(before, encoding="utf-8")
    return seen


@contextmanager
def _serving(subject: Subject) -> Iterator[Preview]:
    address, log = f"127.0.0.1:{_free_port()}", subject.folder / "serve.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            subject.serve(address),
            cwd=subject.folder,
            env=subject.environ(),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Preview(process, address, log)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _fetched(url: str) -> str:
    """Return a page, or nothing while there is none: the first build comes before the server."""
    with suppress(OSError, http.client.HTTPException):
        with _DIRECT.open(url, timeout=_PATIENCE) as answer:
            page: bytes = answer.read()
        return page.decode("utf-8", errors="replace")
    return ""
