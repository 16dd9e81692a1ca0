"""`imp-guide watch`, with a server of the test's own in place of Canada.ca."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from generator.cli import watch
from generator.cli.main import main
from generator.model.load import load
from generator.watch.fetch import Answer, Fetcher, Limits
from generator.watch.judge import CODES_PAGE
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
        after = ", ".join(s.code for s in code.history.successors) or code.code
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
    assert "| -Text." in done.output
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
    assert "remove it" in done.output


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


@pytest.mark.parametrize("folder", ["pages", "texts"])
def test_a_cache_that_cannot_be_written_is_told_with_its_place(
    project: Project, run: Callable[..., Result], folder: str
) -> None:
    project.write(f".cache/imp-guide/{folder}", "a file in the folder's place")
    done = run("--update")
    assert done.exit_code == 2
    assert done.output.startswith(f"Error: in {project.root}/.cache/imp-guide: {folder}/")
    assert "a file stands where its folder should be" in done.output
    assert done.output.count("\n") == 1
    assert not (project.root / LOCK).exists()


def test_the_lock_names_no_text_that_is_not_kept(
    project: Project, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_root: Path, _seen: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(watch, "write_lock", stop)
    run("--update")
    assert not (project.root / LOCK).exists()
    assert list(project.path(".cache/imp-guide/texts").glob("*.txt"))


def test_we_say_who_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_SITE_URL", "https://guide.example/")
    assert watch.agent().startswith("imp-guide/")
    assert watch.agent().endswith("(+https://guide.example/)")
