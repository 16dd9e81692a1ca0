"""`imp-guide watch`, with a server of the test's own in place of Canada.ca."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import watch
from generator.cli.main import main
from generator.model.guide import Guide
from generator.model.load import load
from generator.source.writing import WriteRefusedError
from generator.watch import kept_texts
from generator.watch.answer import Answer
from generator.watch.fetch import Fetcher, Limits
from generator.watch.findings import Finding
from generator.watch.judge import CODES_PAGE, judge
from generator.watch.report import FAILED
from tests.project import GUIDE, Project
from tests.watch.server import Host, host, page, send

LOCK = "data/sources.lock.json"
TABLE = """<table><tr><th>Category</th><th>Code before</th><th>Code from</th></tr>{}</table>"""


BEFORE = "2021-09-30"
"""A day before every review of the frozen guide, on which no page has changed since any."""


@pytest.fixture
def server() -> Iterator[Host]:
    with host() as running:
        yield running


def addresses() -> dict[str, str]:
    entry = load(GUIDE)[0].sources
    assert entry is not None
    return {key: urlsplit(source.url).path for key, source in entry.record.items()}


def table() -> str:
    entry = load(GUIDE)[0].codes
    assert entry is not None
    rows = []
    for code in entry.record.codes:
        same = "" if code.history.standing in {"superseded", "changed"} else code.code
        after = ", ".join(s.code for s in code.history.successors) or same
        rows.append(f"<tr><td>x</td><td>{code.code}</td><td>{after}</td></tr>")
    rows += [f"<tr><td>x</td><td></td><td>{f.first}</td></tr>" for f in entry.record.families]
    return TABLE.format("".join(rows))


@pytest.fixture
def run(project: Project, server: Host, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    for key, path in addresses().items():
        text = table() if key == CODES_PAGE else "<p>Text.</p>"
        server.answers(path, send(page(text, BEFORE)))

    class Local(Fetcher):
        def __init__(self, agent: str, cache: Path, _limits: Limits) -> None:
            quick = Limits(read=1, retries=0, pause=0)
            super().__init__(agent, cache, quick, lambda url: url.startswith(server.url))

        def fetch(self, url: str) -> Answer:
            return super().fetch(f"{server.url}{urlsplit(url).path}")

    (project.root / "generator").mkdir()
    monkeypatch.setattr(watch, "Fetcher", Local)
    monkeypatch.chdir(project.root)
    return lambda *options: CliRunner().invoke(main, ["watch", *options])


def test_each_source_is_asked_once_and_the_lock_kept_only_when_told(
    project: Project, server: Host, run: Callable[..., Result]
) -> None:
    done = run()
    assert done.exit_code == 0, done.output
    assert "6 sources asked: nothing to look at." in done.output
    assert sorted(path for path, _ in server.asked) == sorted(addresses().values())
    assert not (project.root / LOCK).exists()
    assert run("--update").exit_code == 0
    assert set(json.loads(project.read(LOCK))) == set(addresses())
    assert "seen for the first time" not in run().output


def test_changed_moved_and_unreadable_pages_are_told_apart(
    project: Project, server: Host, run: Callable[..., Result]
) -> None:
    run("--update")
    paths = addresses()
    server.answers(paths["mountain-rescue-team"], send(page("<p>Text and more.</p>", "2022-10-03")))
    server.answers(paths["orca-transferees"], send(status=301, Location="/en/new.html"))
    server.answers("/en/new.html", send(page("<p>Text.</p>", BEFORE)))
    server.answers(paths["craft-pact-agreements"], send(status=503))
    before = {path: project.read(path) for path in ("data/sources.yml", LOCK)}
    done = run()
    assert done.exit_code == 1
    assert "changed: The page on code K16" in done.output
    assert (
        "modified on 2022-10-03, after the review of Mountain Rescue Team (2022-05)" in done.output
    )
    assert "      before: Text.\n      now:    Text and more.\n" in done.output
    assert "Review that with: imp-guide review --source mountain-rescue-team" in done.output
    assert "moved: The page on orchard staff under ORCA" in done.output
    assert "unknown: The pages on pacts of towns" in done.output
    assert "6 sources asked: 2 sources to look at, 1 source unknown." in done.output
    assert before == {path: project.read(path) for path in before}


def test_only_unreadable_pages_end_with_three_and_keep_what_was_seen(
    project: Project, server: Host, run: Callable[..., Result]
) -> None:
    run("--update")
    before = json.loads(project.read(LOCK))
    server.answers(addresses()["craft-pact-agreements"], send(status=503))
    assert run("--update").exit_code == 3
    assert json.loads(project.read(LOCK)).keys() == before.keys()


def test_a_damaged_lock_is_told(project: Project, run: Callable[..., Result]) -> None:
    project.write(LOCK, "[]")
    done = run()
    assert done.exit_code == 2
    assert done.output.rstrip().endswith(
        "run `git checkout data/sources.lock.json`, and never edit it by hand"
    )
    assert done.output.count("Error") == 1


def test_a_lock_that_cannot_be_written_stays_and_is_told_in_one_line(
    project: Project, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--update")
    project.replace(LOCK, "2022-11-22", "2022-11-21")
    before = project.read(LOCK)
    replace = os.replace

    def full(old: Path, new: Path) -> None:
        if Path(new).name == "sources.lock.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        replace(old, new)

    monkeypatch.setattr(os, "replace", full)
    done = run("--update")
    assert done.exit_code == 2
    reason = "the disk is full: make room on it"
    said = f"Error: {LOCK} cannot be written, and nothing was changed: {reason}\n"
    assert done.output == said
    assert project.read(LOCK) == before
    assert not [path for path in project.path("data").rglob("*") if path.name.startswith(".")]


def test_a_cache_that_cannot_be_written_is_told_with_its_place(
    project: Project, run: Callable[..., Result]
) -> None:
    project.write(".cache/imp-guide/pages", "a file in the folder's place")
    done = run("--update")
    assert done.exit_code == 2
    assert done.output.startswith(f"Error: in {project.root}/.cache/imp-guide: pages/")
    assert "a file stands where its folder should be" in done.output
    assert done.output.count("\n") == 1
    assert not (project.root / LOCK).exists()


def test_the_lock_names_no_text_that_is_not_kept(
    project: Project, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_root: Path, _seen: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(kept_texts, "write_lock", stop)
    run("--update")
    assert not (project.root / LOCK).exists()
    assert list(project.path("data/seen").glob("*.txt"))


def test_what_is_kept_is_in_the_project_and_sound(
    project: Project, run: Callable[..., Result]
) -> None:
    run("--update")
    kept = {path.stem for path in project.path("data/seen").iterdir()}
    assert kept == set(addresses())
    assert project.read("data/seen/mountain-rescue-team.txt") == "# A page\nText.\n"
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, "seen-page" in done.output) == (0, False), done.output


def test_a_checkout_without_a_cache_shows_what_changed(
    project: Project, server: Host, run: Callable[..., Result]
) -> None:
    run("--update")
    shutil.rmtree(project.path(".cache"))
    server.answers(addresses()["mountain-rescue-team"], send(page("<p>Text anew.</p>", BEFORE)))
    assert "      before: Text.\n      now:    Text anew.\n" in run().output


def test_check_tells_of_a_damaged_lock_and_of_a_text_that_was_changed(
    project: Project, run: Callable[..., Result]
) -> None:
    run("--update")
    project.replace("data/seen/tide-law.txt", "Text.", "Other text.")
    done = CliRunner().invoke(main, ["check", "--format", "text"])
    assert done.exit_code == 1
    assert "data/seen/tide-law.txt:1:1: error[seen-page]: this is not the text" in done.output
    project.replace(LOCK, '"url"', '"address"')
    done = CliRunner().invoke(main, ["check", "--format", "text"])
    assert done.exit_code == 1
    assert f"{LOCK}:3:" in done.output


def test_a_lock_that_cannot_be_written_leaves_the_texts_as_they_were(
    project: Project,
    server: Host,
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("--update")
    server.answers(addresses()["tide-law"], send(page("<p>New.</p>", BEFORE)))

    def refuse(_root: Path, _seen: object) -> NoReturn:
        raise WriteRefusedError("no")

    monkeypatch.setattr(kept_texts, "write_lock", refuse)
    assert run("--update").exit_code == 2
    assert "Text." in project.read("data/seen/tide-law.txt")
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def save(folder: Path, *, without: str = "") -> None:
    folder.mkdir()
    for key in addresses():
        text = table() if key == CODES_PAGE else "<p>Text.</p>"
        if key != without:
            (folder / f"{key}.html").write_text(page(text, BEFORE), encoding="utf-8")


def test_saved_pages_are_judged_without_asking_anybody(
    server: Host, run: Callable[..., Result], tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    save(saved, without="tide-law")
    (saved / "tide-laws.html").write_text("x", encoding="utf-8")
    done = run("--from", str(saved), "--update")
    assert done.exit_code == 3
    assert "there is no tide-law.html in " in done.output
    assert "Note: tide-laws.html is named like no source of data/sources.yml." in done.output
    assert "6 sources, saved pages, nothing fetched: 1 source unknown." in done.output
    assert server.asked == []
    rescue = saved / "mountain-rescue-team.html"
    rescue.write_text(page("<p>Text and more.</p>", BEFORE), encoding="utf-8")
    done = run("--from", str(saved))
    assert done.exit_code == 1
    assert "now:    Text and more." in done.output


def test_a_saved_page_that_is_empty_a_folder_or_too_large_is_unknown(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    save(saved)
    for key in ("tide-law", "orca-transferees", "mountain-rescue-team"):
        (saved / f"{key}.html").unlink()
    (saved / "tide-law.htm").write_text("\n", encoding="utf-8")
    (saved / "orca-transferees.html").mkdir()
    (saved / "mountain-rescue-team.html").write_bytes(b"x" * 2_000_001)
    done = run("--from", str(saved))
    assert done.exit_code == 3
    assert "tide-law.htm is empty: nothing can be said of it" in done.output
    assert "orca-transferees.html is no file" in done.output
    assert "larger than 2000000 bytes" in done.output
    assert run("--from", str(tmp_path / "none")).exit_code == 2


def test_a_saved_page_is_found_however_its_name_is_written_and_never_chosen_among_two(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    save(saved)
    (saved / "tide-law.html").rename(saved / "Tide-Law.HTM")
    (saved / "orca-transferees.htm").write_text(page("<p>Text.</p>", BEFORE), encoding="utf-8")
    (saved / "tides\x1b[31m.html").write_text("x", encoding="utf-8")
    done = run("--from", str(saved))
    assert "6 sources, saved pages, nothing fetched: 1 source unknown." in done.output
    assert "orca-transferees.htm and orca-transferees.html are both in " in done.output
    assert "Note: tides�[31m.html is named like no source" in done.output
    assert done.output.count("Note: ") == 1


def test_reviews_that_fall_due_are_told_with_the_pages(run: Callable[..., Result]) -> None:
    run("--update")
    assert run().exit_code == 0
    done = run("--due", "60d")
    assert done.exit_code == 1, "one review of the frozen guide is overdue"
    assert "due within 60 days." in done.output
    markdown = run("--due", "60d", "--format", "markdown")
    assert "## Reviews that fall due within 60 days" in markdown.output
    assert run("--due", "soon").exit_code == 2


def test_programs_get_the_reviews_that_fall_due_where_they_are_asked_for(
    run: Callable[..., Result],
) -> None:
    run("--update")
    assert isinstance(json.loads(run("--format", "json").output), list)
    told = json.loads(run("--due", "60d", "--format", "json").output)
    assert told.keys() == {"sources", "due"}
    assert {source["key"] for source in told["sources"]} == set(addresses())
    listed = CliRunner().invoke(main, ["due", "--within", "60d", "--format", "json"])
    assert told["due"] == json.loads(listed.output)
    assert told["due"]


def test_a_page_that_the_watch_cannot_cope_with_does_not_hide_the_others(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = judge

    def odd(guide: Guide, key: str, *rest: Any, **named: Any) -> Finding:
        if key == "tide-law":
            raise RecursionError("too deep")
        return real(guide, key, *rest, **named)

    monkeypatch.setattr(watch, "judge", odd)
    done = run()
    assert done.exit_code == 3
    assert "the watch cannot cope with it (RecursionError: too deep): nothing can" in done.output
    assert "6 sources asked: 1 source unknown." in done.output


def test_a_watch_that_fails_ends_as_no_finding_does(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_report: object) -> int:
        raise KeyError("x")

    monkeypatch.setattr(watch, "Report", broken)
    done = run()
    assert done.exit_code == 4
    assert "The watch itself failed:" in done.output


def test_a_guide_that_cannot_be_read_is_no_finding(
    project: Project, server: Host, run: Callable[..., Result]
) -> None:
    project.delete("data/sources.yml")
    done = run()
    assert done.exit_code == 4
    assert "no page was asked for" in done.output
    assert server.asked == []


def test_we_say_who_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_SITE_URL", "https://guide.example/")
    assert watch.agent().startswith("imp-guide/")
    assert watch.agent().endswith("(+https://guide.example/)")


def test_a_saved_page_that_is_a_link_is_not_read(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    saved = tmp_path / "pages"
    saved.mkdir()
    (saved / f"{CODES_PAGE}.html").symlink_to("/etc/hostname")
    done = run("--from", str(saved))
    assert f"{CODES_PAGE}.html is a link: save the page itself there" in done.output


def test_a_cache_of_the_project_is_not_written_through_a_link(
    run: Callable[..., Result], project: Project, tmp_path: Path
) -> None:
    (tmp_path / "away").mkdir()
    project.path(".cache").symlink_to(tmp_path / "away")
    done = run("--cache", ".cache/imp-guide")
    assert done.exit_code == 2
    assert ".cache is a link to another place" in done.output
    assert not list((tmp_path / "away").iterdir())


def test_what_the_machine_refuses_is_told_in_a_sentence(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(watch, "Report", refused)
    done = run()
    assert done.exit_code == FAILED
    assert "the disk is full" in done.output
    assert "Traceback" not in done.output
