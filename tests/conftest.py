"""Fixtures that several rooms of tests use, and the wall between tests and the real guide."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.source import beside
from tests import wall
from tests.builds import build
from tests.project import TODAY, Project
from tests.repository import committed, git
from tests.shared import made_once
from tests.whole.browsing import served

sys.addaudithook(wall.watch)


@pytest.fixture(autouse=True)
def _behind_the_wall(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep every test from the project's own data/ and content/, but the one that is about them."""
    with wall.opened(request.path):
        yield


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the frozen guide, to be changed at will."""
    return Project(tmp_path / "project")


@pytest.fixture
def repository(project: Project) -> Project:
    """The same copy under git, as one commit on the branch `main`."""
    return committed(project)


@pytest.fixture
def work(repository: Project) -> Project:
    """The same on a branch that has just begun."""
    git(repository, "switch", "--quiet", "--create", "work")
    return repository


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let every test take place on the frozen guide's day, whatever the machine's clock says."""
    monkeypatch.setenv("GUIDE_TODAY", TODAY.isoformat())
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "caches"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("GUIDE_SITE_URL", raising=False)
    monkeypatch.delenv("GUIDE_REPO_URL", raising=False)


@pytest.fixture(autouse=True)
def _no_power_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk after each build: a test's folder need not outlive the machine."""
    monkeypatch.setattr(beside, "settle", lambda _folder: None)


Once = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once for the whole run, however many processes share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    return lambda name, make: made_once(shared / name, make)


@pytest.fixture(scope="session")
def site(once: Once) -> Path:
    """The folder of a good site, built once for all tests that only look at it."""
    return once("good", _good) / "site"


def _good(folder: Path) -> None:
    done = build(
        Project(folder),
        "--strict",
        GUIDE_TODAY=TODAY.isoformat(),
        GUIDE_SITE_URL="https://guide.example/",
        GUIDE_REPO_URL="https://code.example/firm/guide",
        NO_MKDOCS_2_WARNING="1",
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the good site can be visited."""
    with served(site) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, which CI must have and others may lack."""
    # The first is the same Chromium without its window: a page opens in a third of the time.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium is installed: CI must not skip the browser tests")
        pytest.skip("no Chromium is installed: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
