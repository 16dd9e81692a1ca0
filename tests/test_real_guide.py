"""The real guide can be published, today and after whatever an editor is allowed to do to it.

This is the only test of the project's own data/ and content/, and it reads no fact of them. Where
it is red, a reader would see something broken; `make check` says what, and where.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.guide import compile_guide
from generator.inspection.site import inspect_site
from generator.problems.problem import errors
from generator.source.clock import today
from tests.builds import Done, build, html_files
from tests.editing_jobs import JOBS
from tests.project import ROOT, elsewhere
from tests.whole.browsing import opened, served


class RealProject:
    """A copy of the project as it is, after one job of an editor.

    An overdue review does not stop it here, whatever the settings say: the calendar moves on by
    itself, and no branch is to blame for that.
    """

    def __init__(self, root: Path, job: str) -> None:
        self.root = root
        for name in ("data", "content"):
            shutil.copytree(ROOT / name, root / name)
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(elsewhere(config), encoding="utf-8")
        settings = root / "data" / "settings.yml"
        text = re.sub(
            r"^overdue_is_error:.*",
            "overdue_is_error: no",
            settings.read_text(),
            flags=re.MULTILINE,
        )
        settings.write_text(text, encoding="utf-8")
        JOBS[job](root, machine_s_day())

    def build(self) -> Done:
        return build(self, "--strict")


def machine_s_day() -> date:
    found = today({})
    assert isinstance(found, date)
    return found


@pytest.fixture(autouse=True)
def _on_the_machine_s_day(monkeypatch: pytest.MonkeyPatch, _one_day: None) -> None:
    monkeypatch.delenv("GUIDE_TODAY")


@pytest.fixture(params=JOBS)
def done(request: pytest.FixtureRequest, tmp_path: Path) -> RealProject:
    return RealProject(tmp_path / "project", str(request.param))


def test_it_can_be_published(done: RealProject) -> None:
    compiled = compile_guide(done.root, machine_s_day())
    assert [str(problem) for problem in errors(compiled.problems)] == []
    built = done.build()
    assert built.returncode == 0, built.stdout
    site = done.root / "site"
    expected = [page.expected for page in compiled.pages.values() if page.expected is not None]
    assert len(expected) == len(compiled.pages)
    assert inspect_site(site, expected, compiled.redirects) == ()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = RealProject(tmp_path_factory.mktemp("real") / "project", "as it is")
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project.root / "site"


@pytest.mark.browser
def test_every_page_opens_in_a_browser(browser: Browser, site: Path) -> None:
    with served(site) as address:
        for name in sorted(html_files(site)):
            page, wrong = opened(browser, 360, address, name, None)
            try:
                assert page.locator("h1").count() == 1, name
                assert not wrong, name
                if "data-guide" in page.content() and name != "404.html":
                    for kind in ("review", "verify"):
                        assert page.locator(f"p[data-guide={kind}]").is_visible(), name
            finally:
                page.close()
