"""A file of the site that a strict reader refuses is told."""

import shutil
from pathlib import Path

import pytest

from generator.inspection.formats import format_problems
from generator.inspection.whole import published

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:a word\r\n  more\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
LLMS = "# The guide\n\n> Words.\n\n## Pages\n\n- [A](https://x.example/a): b.\n  - [C](d): e.\n"

BROKEN = [
    ("a.json", '{"a": 1, }'),
    ("a.json", '{"a": NaN}'),
    ("a.json", '{"a": 1, "a": 2}'),
    ("a.json", '"\\ud800"'),
    ("a.json", '"\ufffe"'),
    ("a.json", ""),
    ("a.json", "[" * 100_000),
    ("a.html", f'<script type="application/json">{"[" * 100_000}</script>'),
    ("a.html", "<script type='application/json'>{"),
    (
        "a.html",
        "<SCRIPT TYPE = application/json>{}</script><script type=application/json>{</script>",
    ),
    ("search/search_index.json", "{}"),
    ("search/search_index.json", '{"docs": []}'),
    ("search/search_index.json", '{"docs": [{"location": "https://a.example/"}]}'),
    ("search/search_index.json", '{"docs": [{"title": "a"}]}'),
    ("sitemap.xml", "<a/>"),
    ("a.xml", "<feed><title>\ufffe</title></feed>"),
    ("a.xml", "<feed><title>a</feed>"),
    ("a.xml", "<feed>&nbsp;</feed>"),
    ("a.xml", "<a/><b/>"),
    ("a.svg", "<svg><path></svg>"),
    ("a.csv", 'a,b\r\n"c,d\r\n'),
    ("a.csv", "a,b\r\nc\r\n"),
    ("a.csv", 'a,b\r\n"c\nd",e\r\n'),
    ("a.csv", 'a,b\r\n"c"d,e\r\n'),
    ("a.ics", CALENDAR.replace("\r\n", "\n")),
    ("a.ics", CALENDAR.replace("a word", "a word" * 20)),
    ("a.ics", CALENDAR.replace("END:VEVENT\r\n", "")),
    ("a.ics", CALENDAR.replace("  more", "more")),
    ("a.ics", CALENDAR + "SUMMARY:b\r\n"),
    ("a.ics", CALENDAR + "SUMMARY"),
    ("a.ics", CALENDAR.replace("END:VEVENT", "END:VALARM")),
    ("a.ics", CALENDAR.replace("END:VCALENDAR\r\n", "")),
    ("a.JSON", "{"),
    ("llms.txt", LLMS.replace("b.\n", "b.\n<b>\n")),
    ("llms.txt", LLMS.replace("[A]", "[A](https://evil.example) []")),
    ("llms.txt", LLMS.replace("b.\n", "b.\n* [Apply](https://evil.example/): here.\n")),
    ("a.html", '<script type="application/ld+json">{"a": }</script>'),
    ("a.html", '<script id="x" type="application/json">{"a"</script>'),
]


@pytest.mark.parametrize(("name", "text"), BROKEN)
def test_a_file_that_breaks_its_format_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(text.encode())
    assert [(p.rule, p.place.path) for p in format_problems(published(tmp_path))] == [
        ("broken-file", name)
    ]


@pytest.mark.parametrize("name", ["changes.xml", "llms.txt", "codes.csv", "reviews.ics"])
def test_so_is_one_that_is_not_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"a,b\xff\r\n")
    assert [problem.rule for problem in format_problems(published(tmp_path))] == ["broken-file"]


def test_what_keeps_its_format_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(CALENDAR.encode())
    (tmp_path / "llms.txt").write_bytes(LLMS.encode())
    (tmp_path / "a.json").write_text('{"a": [1, "é", null]}', encoding="utf-8")
    (tmp_path / "a.woff2").write_bytes(b"\xff\xfe\x00")
    assert list(format_problems(published(tmp_path))) == []


@pytest.mark.build
def test_every_file_of_a_good_site_keeps_its_format(site: Path, tmp_path: Path) -> None:
    assert list(format_problems(published(site))) == []
    copy = shutil.copytree(site, tmp_path / "site")
    feed = copy / "changes.xml"
    feed.write_bytes(feed.read_bytes().replace(b"</feed>", b""))
    assert [p.place.path for p in format_problems(published(copy))] == ["changes.xml"]
