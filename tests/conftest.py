"""Fixtures that several rooms of tests use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.builds import build
from tests.project import TODAY, Project
from tests.whole.browsing import served


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project, to be changed at will."""
    return Project(tmp_path / "project")


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place on one day, whatever the machine's clock says."""
    monkeypatch.setenv("GUIDE_TODAY", TODAY.isoformat())
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("GUIDE_SITE_URL", raising=False)
    monkeypatch.delenv("GUIDE_REPO_URL", raising=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a good site, built once for all tests that only look at it."""
    project = Project(tmp_path_factory.mktemp("good") / "project")
    done = build(
        project,
        "--strict",
        GUIDE_TODAY=TODAY.isoformat(),
        GUIDE_SITE_URL="https://guide.example/",
        GUIDE_REPO_URL="https://code.example/firm/guide",
        NO_MKDOCS_2_WARNING="1",
    )
    assert done.returncode == 0, done.stdout
    return project.root / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the good site can be visited."""
    with served(site) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, which CI must have and others may lack."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium is installed: CI must not skip the browser tests")
        pytest.skip("no Chromium is installed: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
