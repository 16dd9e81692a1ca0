"""A real preview: `mkdocs serve`, changed while it runs, and read over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.builds import environment
from tests.project import Project

pytestmark = pytest.mark.preview

ORCA = "data/categories/orca.yml"
PANEL = 'id="guide-problems" class="error"'
"""What stops a build. The frozen guide's overdue review has a panel too, but of another class."""
PATIENCE = 60.0
"""Seconds after which a preview that does not change is given up. It is no measure of speed."""


class Preview:
    """A running `mkdocs serve`."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.base = f"http://127.0.0.1:{port}"

    def wait(self, address: str, shown: Callable[[str], bool]) -> str:
        """Ask for a page until it shows what is wanted."""
        text = ""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, "the preview has ended"
            try:
                with urlopen(self.base + address, timeout=PATIENCE) as answer:  # noqa: S310
                    text = answer.read().decode()
            except HTTPError as error:
                text = error.read().decode()
            except (OSError, HTTPException):
                text = ""
            if text and shown(text):
                return text
            time.sleep(0.1)
        raise AssertionError(f"{address} never showed what was expected; last: {text[:3000]}")


@contextmanager
def serving(project: Project, log: Path) -> Iterator[Preview]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project.root,
            env=environment(project),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Preview(process, port)
        finally:
            process.terminate()
            process.wait()


def sound(text: str) -> bool:
    return PANEL not in text


def test_a_change_shows_a_problem_shows_and_mending_it_recovers(
    project: Project, tmp_path: Path
) -> None:
    with serving(project, tmp_path / "log") as preview:
        preview.wait("/categories/orca/", lambda text: ">ORCA<" in text and sound(text))
        project.replace(ORCA, "title: ORCA", "title: ORCA renewed")
        preview.wait("/categories/orca/", lambda text: ">ORCA renewed<" in text)

        line = project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-13")
        text = preview.wait("/categories/orca/", lambda text: PANEL in text)
        assert f"{ORCA}:{line}:14" in text
        assert "write the month as YYYY-MM" in text
        assert ">ORCA renewed<" in text, "the last good content stays below the panel"
        assert PANEL in preview.wait("/", lambda _text: True)
        tables = preview.wait("/codes/", lambda text: PANEL in text)
        assert ">ORCA renewed<" in tables, "its row in the tables stays too"

        project.replace(ORCA, "reviewed_on: 2022-13", "reviewed_on: 2022-06")
        text = preview.wait("/categories/orca/", sound)
        assert "June 2022" in text

        whole = project.read("mkdocs.yml")
        project.write("mkdocs.yml", whole.replace("\nnav:", "\nnav: ["))
        line = project.line_of("mkdocs.yml", "nav: [")
        text = preview.wait("/categories/orca/", lambda text: PANEL in text)
        assert f"mkdocs.yml:{line + 1}:" in text
        assert "June 2022" in text, "the last whole site stays below the panel"
        project.write("mkdocs.yml", whole)
        preview.wait("/categories/orca/", sound)


def test_a_problem_shows_on_the_first_build_too(project: Project, tmp_path: Path) -> None:
    whole = project.read(ORCA)
    project.remove_key(ORCA, "verify")
    firm = project.read("data/firm.yml")
    with serving(project, tmp_path / "log") as preview:
        text = preview.wait("/categories/orca/", lambda text: PANEL in text)
        assert f"{ORCA}:2:1" in text
        assert "1 problem:" in text, "the page in its place is no problem of its own"
        assert "cannot be shown yet" in text
        text = preview.wait("/categories/harba/", lambda text: PANEL in text)
        assert ">HARBA (BRAHA)<" in text, "the other pages are there"

        project.write("data/firm.yml", "name: [\n")
        preview.wait("/", lambda text: "data/firm.yml:" in text)
        project.write("data/firm.yml", firm)
        project.write(ORCA, whole)
        preview.wait("/categories/orca/", lambda text: sound(text) and ">ORCA<" in text)


def test_pages_templates_and_the_theme_may_break_and_are_shown_again(
    project: Project, tmp_path: Path
) -> None:
    project.with_generator()
    with serving(project, tmp_path / "log") as preview:
        preview.wait("/codes/", sound)

        project.replace("content/codes.md", "# Exemption codes", "# Exemption codes, renewed")
        preview.wait("/codes/", lambda text: ">Exemption codes, renewed<" in text)

        line = project.replace("content/codes.md", "{{ codes_by_code() }}", "{{ code_by_cod() }}")
        text = preview.wait("/codes/", lambda text: PANEL in text)
        assert f"content/codes.md:{line}:4" in text
        assert ">Exemption codes, renewed<" in text, "the last good page stays below the panel"
        assert "did you mean" in text
        project.replace("content/codes.md", "{{ code_by_cod() }}", "{{ codes_by_code() }}")
        preview.wait("/codes/", sound)

        project.replace("content/employers.md", "(/codes.md)", "(/nowhere.md)")
        text = preview.wait("/employers/", lambda text: PANEL in text)
        assert "there is no page /nowhere.md" in text[: text.index("</section>")]
        project.replace("content/employers.md", "(/nowhere.md)", "(/codes.md)")
        preview.wait("/employers/", sound)

        macros = "generator/pages/templates/components.html.j2"
        project.replace(macros, "<strong>Reviewed {{", "<strong>Checked {{")
        preview.wait("/codes/", lambda text: "<strong>Checked" in text)
        line = project.replace(macros, "<strong>Checked {{", "<strong>Checked {{ oops }} {{")
        preview.wait("/codes/", lambda text: f"{macros}:{line}:1" in text)
        project.replace(macros, "{{ oops }} ", "")
        preview.wait("/codes/", sound)
        line = project.replace(macros, "<strong>Checked {{", "<strong>Checked {% if %} {{")
        preview.wait("/codes/", lambda text: f"{macros}:{line}:1" in text)
        project.replace(macros, "{% if %} ", "")
        preview.wait("/codes/", sound)

        for wrong in ("{% block content %}", "{{ page.nothing.more }}"):
            start = "{% block site_meta %}"
            line = project.replace("overrides/main.html", start, f"{start}\n{wrong}") + 1
            text = preview.wait("/codes/", lambda text: PANEL in text)
            assert "overrides/main.html:" in text
            assert "1 problem:" in text
            project.replace("overrides/main.html", f"{start}\n{wrong}", start)
            preview.wait("/codes/", lambda text: sound(text) and "renewed" in text)

        project.replace("overrides/assets/guide.css", "/* Type */", "/* Letters */")
        preview.wait("/assets/guide.css", lambda text: "/* Letters */" in text)


def test_an_overdue_review_is_shown_apart_from_problems(project: Project, tmp_path: Path) -> None:
    project.replace("data/settings.yml", "review_interval_months: 12", "review_interval_months: 5")
    with serving(project, tmp_path / "log") as preview:
        text = preview.wait("/", lambda text: "17 reviews overdue" in text)
        assert PANEL not in text
        assert "cannot be published" not in text


def test_a_category_comes_and_goes_with_its_file(project: Project, tmp_path: Path) -> None:
    new = "data/categories/new-treaty.yml"
    with serving(project, tmp_path / "log") as preview:
        preview.wait("/categories/", sound)
        project.write(new, project.read(ORCA).replace("title: ORCA", "title: New treaty"))
        preview.wait("/categories/new-treaty/", lambda text: ">New treaty<" in text)
        project.replace("data/finder.yml", "categories: [orca]", "categories: [orca, new-treaty]")
        assert ">New treaty<" in preview.wait("/categories/", sound)
        project.replace("data/finder.yml", "categories: [orca, new-treaty]", "categories: [orca]")
        project.delete(new)
        preview.wait("/categories/", lambda text: sound(text) and ">New treaty<" not in text)
        assert ">New treaty<" not in preview.wait("/categories/new-treaty/", bool)
