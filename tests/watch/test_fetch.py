import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.source.writing import WriteRefusedError
from generator.watch import fetch
from generator.watch.fetch import Answer, Fate, Fetcher, Limits
from tests.watch.server import Host, conditional, host, page, send, silent

QUICK = Limits(
    connect=2, read=0.3, whole=5, size=50_000, retries=2, back_off=0, longest=0.1, pause=0
)


@pytest.fixture
def server() -> Iterator[Host]:
    with host() as running:
        yield running


@pytest.fixture
def fetcher(tmp_path: Path, server: Host) -> Fetcher:
    return Fetcher("imp-guide/test", tmp_path, QUICK, lambda url: url.startswith(server.url))


def test_a_page_is_read_by_somebody_with_a_name(server: Host, fetcher: Fetcher) -> None:
    answer = fetcher.fetch(server.answers("/a", send(page())))
    assert answer.fate is Fate.READ
    assert b"The conditions." in answer.body
    assert [headers["user-agent"] for _, headers in server.asked] == ["imp-guide/test"]


def test_a_page_that_did_not_change_is_taken_from_the_cache(server: Host, fetcher: Fetcher) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    first, second = fetcher.fetch(url), fetcher.fetch(url)
    assert (second.fate, second.body) == (Fate.READ, first.body)
    assert server.asked[1][1]["if-none-match"] == '"one"'


def test_without_the_kept_page_nothing_is_said_of_it(
    server: Host, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = server.answers("/a", send(status=304))
    assert fetcher.fetch(url).fate is Fate.UNKNOWN
    server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    for kept in tmp_path.rglob("*.html"):
        kept.unlink()
    assert fetcher.fetch(url).fate is Fate.READ, "it is asked for as a whole again"


class _KilledError(Exception):
    """The process ends here."""


@pytest.mark.parametrize("steps", range(4))
def test_wherever_the_keeping_breaks_off_no_old_header_stands_beside_a_new_page(
    server: Host, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    new = page("<p>Others.</p>")
    server.answers("/a", conditional(new, '"two"'))
    left = iter(range(steps))

    def until_killed(step: Any) -> Any:
        def run(*arguments: Any) -> None:
            if next(left, None) is None:
                raise _KilledError
            step(*arguments)

        return run

    with monkeypatch.context() as patched:
        for name in ("remove", "write_bytes", "write_text"):
            patched.setattr(fetch, name, until_killed(getattr(fetch, name)))
        if steps < 3:
            with pytest.raises(_KilledError):
                fetcher.fetch(url)
        else:
            fetcher.fetch(url)
    assert fetcher.fetch(url).body == new.encode()
    asked = [headers.get("if-none-match") for _, headers in server.asked]
    assert asked == [None, '"one"', ('"one"', None, None, '"two"')[steps]]


def test_a_page_that_cannot_be_kept_leaves_the_kept_one_whole(
    server: Host, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.answers("/a", send(page()))
    fetcher.fetch(url)
    server.answers("/a", send(page("<p>Others.</p>")))

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteRefusedError, match="the disk is full"):
        fetcher.fetch(url)
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert kept.read_text() == page()


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((301,), True), ((308, 301), True), ((302,), False), ((301, 307), False)],
)
def test_a_redirect_is_followed_and_told_where_it_is_for_good(
    server: Host, fetcher: Fetcher, statuses: tuple[int, ...], moved: bool
) -> None:
    for number, status in enumerate(statuses):
        server.answers(f"/{number}", send(status=status, Location=f"/{number + 1}"))
    server.answers(f"/{len(statuses)}", send(page()))
    answer = fetcher.fetch(f"{server.url}/0")
    assert answer.fate is Fate.READ
    if statuses[-1] in {301, 308}:
        assert answer.moved_to == f"{server.url}/{len(statuses)}"
    assert bool(answer.moved_to) == (moved or statuses[0] == 301)


def test_a_circle_and_another_site_are_unknown(server: Host, fetcher: Fetcher) -> None:
    server.answers("/a", send(status=302, Location="/b"))
    server.answers("/b", send(status=302, Location="/a"))
    assert "circle" in fetcher.fetch(f"{server.url}/a").reason
    away = server.answers("/c", send(status=301, Location="https://elsewhere.example/"))
    answer = fetcher.fetch(away)
    assert (answer.fate, answer.moved_to) == (Fate.UNKNOWN, "")
    assert "another site" in answer.reason


def test_only_pages_of_the_government_are_asked_for(tmp_path: Path, server: Host) -> None:
    url = server.answers("/a", send(page()))
    answer = Fetcher("x", tmp_path, QUICK).fetch(url)
    assert answer.fate is Fate.UNKNOWN
    assert server.asked == []


def test_the_law_is_asked_for_like_canada_ca(tmp_path: Path) -> None:
    allowed = Fetcher("x", tmp_path, QUICK).allowed
    assert allowed("https://www.canada.ca/en/ircc/codes.html")
    assert allowed("https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/")
    assert not allowed("https://elsewhere.example/")


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_gone(server: Host, fetcher: Fetcher, status: int) -> None:
    answer = fetcher.fetch(server.answers("/a", send(status=status)))
    assert (answer.fate, answer.reason) == (Fate.GONE, f"the host answers {status}")


@pytest.mark.parametrize("failing", [send(status=500), send(status=429, Retry_After="9999")])
def test_a_failure_is_tried_again(server: Host, fetcher: Fetcher, failing: object) -> None:
    url = server.answers("/a", failing, send(page()))  # type: ignore[arg-type]
    assert fetcher.fetch(url).fate is Fate.READ
    assert len(server.asked) == 2


def unknown(answer: Answer, reason: str) -> None:
    assert answer.fate is Fate.UNKNOWN
    assert reason in answer.reason
    assert answer.body == b""


def test_what_cannot_be_read_is_unknown(server: Host, fetcher: Fetcher) -> None:
    unknown(fetcher.fetch(server.answers("/500", send(status=500))), "answers 500")
    unknown(fetcher.fetch(server.answers("/403", send(status=403))), "answers 403")
    unknown(fetcher.fetch(server.answers("/pdf", send(b"%PDF", kind="application/pdf"))), "no page")
    unknown(fetcher.fetch(server.answers("/huge", send("x" * 60_000))), "larger than")
    cut = send("<p>half", Content_Length="5000")
    unknown(fetcher.fetch(server.answers("/cut", cut)), "broke off")


def test_a_host_that_keeps_silent_or_is_not_there_is_unknown(
    server: Host, fetcher: Fetcher, tmp_path: Path
) -> None:
    over = threading.Event()
    try:
        unknown(fetcher.fetch(server.answers("/slow", silent(over))), "")
    finally:
        over.set()
    closed = Fetcher("x", tmp_path, QUICK, lambda _url: True)
    unknown(closed.fetch("http://127.0.0.1:9/"), "cannot be reached")
