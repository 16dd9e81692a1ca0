"""The day on which a page says that it was modified, in each form in which pages say it."""

from datetime import date

import pytest

from generator.watch.dates import day_in
from generator.watch.page import parse, read_page
from tests.watch.pages.frame import canada, design_system
from tests.watch.pages.texts import GUIDANCE

UTF8 = "text/html; charset=utf-8"
DAY = date(2026, 11, 1)


def modified(head: str = "", end: str = "") -> date | None:
    page = f"<html><head>{head}</head><body><main><p>Text</p>{end}</main></body></html>"
    return read_page(parse(page.encode(), UTF8)).modified


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="dcterms.modified" title="W3CDTF" content="2026-11-01">',
        '<meta name="DCTERMS.modified" content="2026-11-01T09:00:00-05:00">',
        '<meta property="dcterms:modified" content=" 2026-11-01 ">',
        '<meta name="dc.date.modified" content="2026-11-01">',
        '<meta property="article:modified_time" content="2026-11-01T00:00:00Z">',
    ],
)
def test_a_day_in_the_head(head: str) -> None:
    assert modified(head) == DAY


@pytest.mark.parametrize(
    "end",
    [
        '<time property="dateModified">2026-11-01</time>',
        '<time property="dateModified" datetime="2026-11-01">November 1, 2026</time>',
        '<time property="dateModified" datetime="2026-11-01T00:00:01+00:00">today</time>',
        '<time property="dateModified">\n November 1,\u00a02026 </time>',
        '<time property="dateModified" datetime="">1er novembre 2026</time>',
        '<time property="dateModified" datetime="soon">2026-11-01</time>',
        '<span property="dateModified schema" content="20261101"></span>',
        '<time itemprop="dateModified" datetime="2026/11/01">x</time>',
        '<dl id="wb-dtmd"><dt>Date</dt><dd><time>2026-11-01</time></dd></dl>',
        "<gcds-date-modified>\n\t2026-11-01\n</gcds-date-modified>",
        '<dl id="wb-dtmd"><dt>Date</dt><dd>2026-11-01</dd></dl>',
        '<time property="schema:dateModified">2026-11-01</time>',
        '<gcds-date-modified lang="fr">1 novembre 2026</gcds-date-modified>',
    ],
)
def test_a_day_in_the_text(end: str) -> None:
    assert modified(end=end) == DAY


@pytest.mark.parametrize(
    "end",
    [
        '<time property="dateModified">2026-02-31</time>',
        '<time property="dateModified">not a day</time>',
        '<time property="dateModified">0001-01-01</time>',
        '<time property="dateModified">1970-01-01</time>',
        '<gcds-date-modified type="version">1.0.0</gcds-date-modified>',
        '<time property="datePublished">2026-11-01</time>',
        "<time>2026-11-01</time>",
        "<p>Modified on 2026-11-01</p>",
    ],
)
def test_where_no_day_is_said_none_is_known(end: str) -> None:
    assert modified(end=end) is None


def test_the_latest_of_several_days_counts() -> None:
    head = '<meta name="dcterms.modified" content="2025-01-01">'
    end = '<time property="dateModified" datetime="2026-11-01">March 3, 2024</time>'
    assert modified(head, end) == DAY
    assert modified(head.replace("2025", "2027"), end) == date(2027, 1, 1)


def test_whole_pages_of_both_designs_say_their_day() -> None:
    whole = canada(GUIDANCE, modified="2026-11-01")
    assert read_page(parse(whole.encode(), UTF8)).modified == DAY
    shown = whole.replace("dcterms.modified", "x")
    assert read_page(parse(shown.encode(), UTF8)).modified == DAY
    whole = design_system(GUIDANCE, modified="2026-11-01")
    assert read_page(parse(whole.encode(), UTF8)).modified == DAY


@pytest.mark.parametrize(
    "text",
    ["2026-11-01", "2026.11.01", "2026-11-1", "November 1, 2026", "Nov 2; November 1st 2026",
     "1er novembre 2026", "le 01 NOVEMBRE 2026", "1 November, 2026", "2026\u201111\u201101",
     "2026–11–01", "Nov. 1, 2026", "1 nov. 2026"],
)  # fmt: skip
def test_a_day_in_words_and_figures(text: str) -> None:
    assert day_in(text) == DAY


@pytest.mark.parametrize("text", ["", "12026-11-012", "2026-11/01", "février 31, 2026", "1.2.3"])
def test_what_is_no_day(text: str) -> None:
    assert day_in(text) is None


def test_the_months_of_both_languages_are_known() -> None:
    assert day_in("15 août 2025") == date(2025, 8, 15)
    assert day_in("15 décembre 2025") == date(2025, 12, 15)
    assert day_in("May 5, 2025") == day_in("5 mai 2025") == date(2025, 5, 5)
    assert day_in("Sept. 5, 2025") == day_in("5 sept. 2025") == date(2025, 9, 5)


def test_a_day_later_than_tomorrow_is_a_slip() -> None:
    page = canada(GUIDANCE, modified="2026-11-01").replace("<main", '<time itemprop="dateModified">'
                                                           "9999-12-31</time><main")  # fmt: skip
    document = parse(page.encode(), UTF8)
    assert read_page(document, date(2026, 11, 1)).modified == DAY
    assert read_page(document, date(2026, 10, 31)).modified == DAY
    assert read_page(document, date(2026, 10, 30)).modified is None
    assert read_page(document).modified == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (
            "Regulations are current to {} and last amended on 2026-11-01.",
            "Regulations are last amended on 2026-11-01.",
        ),
        (
            "Règlement à jour {}; dernière modification 2026-11-01",
            "Règlement dernière modification 2026-11-01",
        ),
    ],
)
def test_a_law_was_modified_when_it_was_last_amended(line: str, kept: str) -> None:
    weeks = [
        read_page(parse(canada(f"<p>{line.format(d)}</p>", modified=d).encode(), UTF8))
        for d in ("2026-11-10", "2026-11-17")
    ]
    assert [week.modified for week in weeks] == [DAY, DAY]
    assert [week.passages[-1].text for week in weeks] == [kept, kept]
