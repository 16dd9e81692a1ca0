"""A site that lost something on its way."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.inspection.html import parsed
from generator.inspection.whole import SUMS, asked_of, lost_files, unfound, write_sums

FILES = {"index.html": "home", "codes/index.html": "codes", "assets/a b.css": "", "é.txt": "e"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    write_sums(tmp_path)
    return tmp_path


def told(site: Path, *needed: str) -> list[tuple[str, str]]:
    found = list(lost_files(site, needed))
    assert {problem.rule for problem in found} <= {"lost-file"}
    return [(problem.place.path, problem.message.split(":")[0]) for problem in found]


def test_a_whole_site_has_no_problem_whatever_its_owner_hides_in_it(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").touch()
    (site / ".nojekyll").touch()
    assert not told(site, "index.html")


MISSING, CHANGED = "this file of the site is missing", "this file was changed after the build"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda site: (site / "é.txt").unlink(), ("é.txt", MISSING)),
        (lambda site: (site / "assets" / "a b.css").unlink(), ("assets/a b.css", MISSING)),
        (lambda site: (site / "index.html").write_text("hom"), ("index.html", CHANGED)),
        (lambda site: (site / "index.html").write_text(""), ("index.html", CHANGED)),
        (
            lambda site: (site / "new.txt").touch(),
            ("new.txt", "this file was added after the build"),
        ),
    ],
)
def test_each_file_that_differs_is_told(
    change: Callable[[Path], object], expected: tuple[str, str], site: Path
) -> None:
    change(site)
    assert told(site) == [expected]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _text: None,
        lambda _text: "",
        lambda text: text[:-1],
        lambda text: text[1:],
        lambda text: f"{text}\n",
        lambda text: text.replace("  ", " "),
    ],
    ids=["gone", "empty", "cut at its end", "cut at its start", "blank line", "another form"],
)
def test_a_list_that_is_not_whole_is_told_once(
    damage: Callable[[str], str | None], site: Path
) -> None:
    text = damage((site / SUMS).read_text())
    if text is None:
        (site / SUMS).unlink()
    else:
        (site / SUMS).write_text(text)
    assert told(site) == [(SUMS, "the list of the site's files is missing or not whole")]


STRANGE = "this is a link, or no file at all"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("index.html", "codes/index.html"),
        ("assets/a b.css", "/etc/hostname"),
        ("root", "/"),
        ("loop", "."),
        ("gone.txt", "nowhere"),
        ("round", "round"),
    ],
)
def test_a_link_is_no_file_of_a_site(site: Path, name: str, target: str) -> None:
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(target)
    assert told(site) == [(name, STRANGE)]


@pytest.mark.parametrize("name", ["pipe", "pipe.json", "index.html"])
def test_nor_is_a_pipe_and_nobody_waits_for_it(site: Path, name: str) -> None:
    (site / name).unlink(missing_ok=True)
    os.mkfifo(site / name)
    assert told(site) == [(name, STRANGE)]


def test_a_list_that_is_a_link_is_none(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / SUMS
    (site / SUMS).rename(elsewhere)
    (site / SUMS).symlink_to(elsewhere)
    assert told(site) == [(SUMS, "the list of the site's files is missing or not whole")]


def test_a_list_that_lost_lines_makes_files_strange(site: Path) -> None:
    lines = (site / SUMS).read_text().splitlines(keepends=True)
    (site / SUMS).write_text("".join(lines[:-1]))
    assert told(site) == [("é.txt", "this file was added after the build")]


def test_what_each_site_has_is_missed_though_the_list_does_not_name_it(site: Path) -> None:
    assert told(site, "sitemap.xml", "index.html") == [("sitemap.xml", MISSING)]


def test_many_are_counted(site: Path) -> None:
    for number in range(25):
        (site / f"{number:02}.txt").touch()
    found = told(site)
    assert len(found) == 21
    assert found[-1] == (SUMS, "5 more files of the site differ from this list")


PAGE = b"""<html><head><link rel="stylesheet" href="../assets/a%20b.css?1"><link rel="canonical"
 href="https://x.example/"><link rel="shortcut icon" href="/icon.png"><link rel="expect"
 href="#x"><link rel="next" href="../next/"></head><body><script src="find.js"></script>
 <script>inline</script><img src="data:image/png,x"><img src="../b.png#c"></body></html>"""


def test_what_a_page_asks_for_is_seen_from_its_own_place() -> None:
    document = parsed(PAGE)
    assert document is not None
    assert asked_of("codes/index.html", document) == {"assets/a b.css", "codes/find.js", "b.png"}
    assert asked_of("index.html", document) >= {"find.js"}


def test_what_pages_ask_for_in_vain_is_told_once(site: Path) -> None:
    asked = {"assets/a b.css": ["index.html"], "b.js": ["index.html", "x.html", "y.html"]}
    (problem,) = unfound(site, asked)
    assert problem.rule == "lost-file"
    assert problem.place.path == "b.js"
    assert "index.html and 2 more cannot do without it" in problem.message
