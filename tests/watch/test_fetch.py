import gzip
import json
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests

from generator.source.writing import WriteRefusedError
from generator.watch import kept_pages
from generator.watch.deadline import WatchedAdapter
from generator.watch.fetch import Answer, Fate, Fetcher, Limits
from generator.watch.kept_pages import KeptPages
from tests.watch.server import Host, Reply, conditional, dripping, host, page, raw, send, silent

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
            patched.setattr(kept_pages, name, until_killed(getattr(kept_pages, name)))
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


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ENDLESS = {
    "a body without a length": (OK + b"\r\n", b"x"),
    "a body with a length": (OK + b"Content-Length: 40000\r\n\r\n", b"x"),
    "a body in parts": (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "headers": (OK, b"X-More: x\r\n"),
    "one header": (OK + b"X-More: ", b"x"),
    "the first line": (b"HTTP/1.1 200 ", b"O"),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_answer_is_given_up_after_its_time_however_it_drips(
    server: Host, fetcher: Fetcher, kind: str
) -> None:
    fetcher.limits = replace(QUICK, whole=0.3, read=5, size=10_000_000, retries=0)
    over = threading.Event()
    try:
        answer = fetcher.fetch(server.answers("/drip", dripping(*ENDLESS[kind], over)))
    finally:
        over.set()
    assert answer.fate is Fate.UNKNOWN
    # A hundred headers are too many, and that may be noticed first.
    assert answer.reason in {"it took too long: more than 0.3 seconds", "the answer broke off"}
    assert answer.reason.startswith("it took") or kind == "headers"


def test_what_was_shut_is_never_taken_for_the_end_of_a_page(server: Host, fetcher: Fetcher) -> None:
    fetcher.limits = replace(QUICK, whole=0.3, read=5, retries=0)
    over = threading.Event()
    try:
        whole = OK + b"\r\n" + page().encode()
        answer = fetcher.fetch(server.answers("/open", dripping(whole, b"", over)))
    finally:
        over.set()
    unknown(answer, "it took too long")


def packed(body: bytes, packing: str = "gzip") -> Reply:
    return send(body, Content_Encoding=packing)


def test_a_packed_page_is_read_whole_or_not_at_all(server: Host, fetcher: Fetcher) -> None:
    whole = gzip.compress(page().encode())
    assert fetcher.fetch(server.answers("/a", packed(whole))).body == page().encode()
    two = gzip.compress(page().encode()[:50]) + gzip.compress(page().encode()[50:])
    assert fetcher.fetch(server.answers("/two", packed(two))).body == page().encode()
    unknown(fetcher.fetch(server.answers("/cut", packed(whole[:-9]))), "broke off")
    damaged = whole[:20] + b"????" + whole[24:]
    unknown(fetcher.fetch(server.answers("/bad", packed(damaged))), "packing is damaged")
    huge = gzip.compress(b"x" * 5_000_000)
    unknown(fetcher.fetch(server.answers("/bomb", packed(huge))), "larger than 50000 bytes")
    unknown(fetcher.fetch(server.answers("/br", packed(b"x", "br"))), "packed as nobody asked for")


ODD = {
    "brackets": b"Location: https://[bad",
    "a host of brackets": b"Location: http://[evil/",
    "no ASCII": b"Location: /caf\xe9\xff",
    "no number for a port": b"Location: https://www.canada.ca:x/",
    "a control sign": b"Location: /a\x1b[31m",
    "nothing": b"X: y",
    "an empty place": b"Location: ",
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_redirect_is_unknown_and_ends_nothing(
    server: Host, fetcher: Fetcher, kind: str
) -> None:
    fetcher.allowed = lambda _url: True
    head = b"HTTP/1.1 301 Moved\r\n" + ODD[kind] + b"\r\nContent-Length: 0\r\n\r\n"
    answer = fetcher.fetch(server.answers("/odd", raw(head)))
    assert (answer.fate, answer.moved_to) == (Fate.UNKNOWN, "")
    assert "lead" in answer.reason or "not where to go" in answer.reason
    assert answer.reason.isprintable()


def test_the_body_of_a_redirect_is_not_read(server: Host, fetcher: Fetcher) -> None:
    over = threading.Event()
    head = b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 900000\r\n\r\n"
    try:
        url = server.answers("/a", dripping(head, b"x", over))
        server.answers("/b", send(page()))
        assert fetcher.fetch(url).fate is Fate.READ
    finally:
        over.set()


def test_no_password_of_the_machine_and_no_cookie_is_sent(
    server: Host, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "netrc"
    own.write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    own.chmod(0o600)
    monkeypatch.setenv("NETRC", str(own))
    url = server.answers("/a", send(page(), Set_Cookie="followed=yes; Path=/"))
    fetcher.fetch(url)
    fetcher.fetch(url)
    assert len(server.asked) == 2
    for _, headers in server.asked:
        assert not {"authorization", "cookie"} & headers.keys()


def test_a_proxy_of_the_machine_is_used(
    server: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    asked = "http://guide.example/a"
    server.replies[asked] = [send(page())]
    answer = Fetcher("x", tmp_path, QUICK, lambda _url: True).fetch(asked)
    assert answer.fate is Fate.READ, answer.reason


DAMAGE = ["[]", "null", "5", "{", "\xff", "[" * 100_000, '{"etag": 5}', '{"etag": "a\\r\\nX: y"}']


@pytest.mark.parametrize("text", DAMAGE)
def test_whatever_is_damaged_in_the_cache_counts_as_not_kept(
    server: Host, fetcher: Fetcher, tmp_path: Path, text: str
) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    for kept in tmp_path.rglob("*.json"):
        kept.write_bytes(text.encode("latin-1"))
    assert fetcher.fetch(url).body == page().encode()
    assert "if-none-match" not in server.asked[1][1]


def test_a_kept_header_that_could_be_two_is_not_sent(
    server: Host, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    (kept,) = tmp_path.rglob("*.json")
    known = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps(known | {"etag": '"one"\r\nX-Own: y'}), encoding="utf-8")
    assert fetcher.fetch(url).fate is Fate.READ
    assert not {"if-none-match", "x-own"} & server.asked[1][1].keys()


def test_a_kept_page_that_is_not_as_it_was_is_asked_for_again(
    server: Host, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    (kept,) = tmp_path.rglob("*.html")
    kept.write_bytes(kept.read_bytes()[:100])
    assert fetcher.fetch(url).body == page().encode()


def test_all_hosts_together_cannot_make_us_wait_longer_than_we_will(
    server: Host, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    fetcher.limits = replace(QUICK, retries=3, longest=60, patience=100)
    for number in range(5):
        url = server.answers(f"/{number}", send(status=429, Retry_After="100000"))
        unknown(fetcher.fetch(url), "answers 429")
    assert waited == [60]


@pytest.mark.parametrize("said", ["soon", "-5", "²", "1e9", "Mon, 99 Foo 2022", ""])
def test_a_wait_that_cannot_be_read_is_ours_to_choose(
    server: Host, fetcher: Fetcher, said: str
) -> None:
    head = f"HTTP/1.1 503 Busy\r\nRetry-After: {said}\r\nContent-Length: 0\r\n\r\n"
    url = server.answers("/a", raw(head.encode()), send(page()))
    assert fetcher.fetch(url).fate is Fate.READ


def test_a_bad_certificate_and_a_host_that_speaks_no_tls_have_their_own_reasons(
    server: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetcher = Fetcher("x", tmp_path, QUICK, lambda _url: True)
    port = server.url.rpartition(":")[2]
    unknown(fetcher.fetch(f"https://127.0.0.1:{port}/"), "no safe connection")

    def untrusted(*_arguments: object, **_named: object) -> requests.Response:
        raise requests.exceptions.SSLError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed")

    monkeypatch.setattr(WatchedAdapter, "send", untrusted)
    unknown(fetcher.fetch("https://127.0.0.1:1/"), "certificate cannot be trusted")


@pytest.mark.parametrize("kind", ["html", "json"])
def test_neither_a_pipe_nor_a_link_in_the_cache_is_read(
    server: Host, fetcher: Fetcher, tmp_path: Path, kind: str
) -> None:
    url = server.answers("/a", conditional(page(), '"one"'))
    fetcher.fetch(url)
    (kept,) = tmp_path.rglob(f"*.{kind}")
    kept.rename(tmp_path / "away")
    os.mkfifo(kept)
    assert KeptPages(tmp_path).page(url) is None
    kept.unlink()
    kept.symlink_to(tmp_path / "away")
    assert KeptPages(tmp_path).page(url) is None
    kept.unlink()
    (tmp_path / "away").rename(kept)
    assert KeptPages(tmp_path).page(url) is not None
