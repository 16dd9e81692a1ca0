from datetime import date

import pytest

from generator.watch.page import UnreadableError, parse, read_page
from tests.watch.server import page

UTF8 = "text/html; charset=utf-8"


def lines(body: str | bytes, kind: str = UTF8) -> tuple[str, ...]:
    raw = body.encode() if isinstance(body, str) else body
    return read_page(parse(raw, kind)).lines


def test_only_the_main_text_counts() -> None:
    text = "<p>One  <b>two</b>\n three.</p><form>Report a problem</form><ul><li>A<li>B</ul>tail"
    assert lines(page(text)) == ("A page", "One two three.", "A", "B", "tail")


def test_the_day_of_a_change_is_read_from_either_place() -> None:
    whole = page(modified="2022-09-30")
    assert read_page(parse(whole.encode(), UTF8)).modified == date(2022, 9, 30)
    without = whole.replace("dcterms.modified", "x")
    assert read_page(parse(without.encode(), UTF8)).modified == date(2022, 9, 30)
    other = whole.replace("dateModified", "x")
    assert read_page(parse(other.encode(), UTF8)).modified == date(2022, 9, 30)
    neither = page(modified="not a day")
    assert read_page(parse(neither.encode(), UTF8)).modified is None
    wrong = page(modified="2022-02-31")
    assert read_page(parse(wrong.encode(), UTF8)).modified is None


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("<main><p>Résidence – été</p></main>".encode(), UTF8),
        ("<main><p>Résidence – été</p></main>".encode("cp1252"), "text/html; charset=windows-1252"),
        (b"\xef\xbb\xbf" + "<main><p>Résidence – été</p></main>".encode(), "text/html"),
        (
            '<head><meta charset="windows-1252"></head><main><p>Résidence – été</p></main>'.encode(
                "cp1252"
            ),
            "text/html",
        ),
        ("<main><p>Re\u0301sidence\u00a0– e\u0301te\u0301</p></main>".encode(), UTF8),
    ],
)
def test_the_same_french_text_is_the_same_in_any_encoding(raw: bytes, kind: str) -> None:
    assert lines(raw, kind) == ("Résidence – été",)


def test_layout_and_date_do_not_change_the_fingerprint() -> None:
    one = read_page(parse(page("<p>A b</p>", "2022-01-01").encode(), UTF8))
    same = read_page(parse(page("<p>A\n  b</p>\n\n", "2022-02-02").encode(), UTF8))
    other = read_page(parse(page("<p>A c</p>").encode(), UTF8))
    assert one.fingerprint == same.fingerprint != other.fingerprint


@pytest.mark.parametrize("body", ["", "<main></main>", "<html><body><nav>x</nav></body></html>"])
def test_a_page_without_text_is_unreadable(body: str) -> None:
    with pytest.raises(UnreadableError):
        lines(body)


def test_an_encoding_that_nobody_knows_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        lines("<main>x</main>", "text/html; charset=klingon")
