"""Fixtures that several rooms of tests use."""

from pathlib import Path

import pytest

from tests.project import TODAY, Project


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
