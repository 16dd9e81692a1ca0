"""What a preview remembers, and what it puts into its pages."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.engine.state import OWN_LOG, BuildState
from generator.problems.problem import Place, Problem

UNREAD = Problem("encoding", "no text", Place("overrides/main.html", 2))
LATE = Problem("template", "cannot be rendered", Place("overrides/404.html", 3))
DATA = Problem("yaml", "no list", Place("data/terms.yml", 4))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BuildState]:
    made = BuildState(os.environ)
    made.site = tmp_path
    (tmp_path / "index.html").write_text("<body></body>")
    log = logging.getLogger("mkdocs")
    log.addHandler(made.warnings)
    yield made
    log.removeHandler(made.warnings)


def test_what_the_engine_warns_of_is_kept_until_the_next_build(state: BuildState) -> None:
    logging.getLogger("mkdocs.structure").warning("a link that leads nowhere")
    assert state.warnings.told == ["a link that leads nowhere"]
    state.expect(Path("beside"))
    assert state.warnings.told == []


@pytest.mark.parametrize("name", [OWN_LOG, "mkdocs.livereload"])
def test_what_the_guide_or_the_server_says_is_none_of_it(state: BuildState, name: str) -> None:
    logging.getLogger(name).warning('"GET /nowhere/ HTTP/1.1" code 404')
    assert state.warnings.told == []


def test_a_site_is_whole_with_its_panel(state: BuildState) -> None:
    state.expect(Path("beside"))
    assert not state.whole
    state.show(())
    assert state.whole


@pytest.mark.parametrize(("read", "shown"), [(UNREAD, False), (DATA, True)])
def test_what_an_unreadable_file_does_to_the_theme_is_not_told_besides(
    state: BuildState, read: Problem, shown: bool
) -> None:
    state.compiled.problems = (read,)
    state.note_theme_problem(LATE)
    state.show(())
    text = (state.site / "index.html").read_text()
    assert str(read.place) in text
    assert (str(LATE.place) in text) is shown


@pytest.mark.parametrize("fault", ["overrides/assets/guide.css", "mkdocs.yml", None])
def test_what_the_theme_lacks_is_told_where_its_own_file_is_at_fault(
    state: BuildState, monkeypatch: pytest.MonkeyPatch, fault: str | None
) -> None:
    lost = Problem("lost-file", "not there", Place("assets/guide.css"))
    monkeypatch.setattr("generator.engine.state.inspect_site", lambda *_: (lost,))
    state.compiled.problems = (Problem("file", "missing", Place(fault)),) if fault else ()
    assert state.inspect() == (() if fault else (lost,))


def test_what_changed_of_the_theme_is_named_while_something_is_wrong(state: BuildState) -> None:
    state.root = state.site
    paths = ("overrides/main.html", "generator/pages/templates/category.md.j2")
    for path in paths:
        (state.root / path).parent.mkdir(parents=True, exist_ok=True)
        (state.root / path).write_text("before")
    state.show(())
    state.show((DATA,))
    assert "look there first" not in (state.site / "index.html").read_text()
    for path in paths:
        (state.root / path).write_text("after")
    state.show((DATA,))
    text = (state.site / "index.html").read_text()
    assert all(f"{path}:1:1" in text for path in paths)
    assert "look there first" in text
    state.show((Problem("template", "no such block", Place(paths[0], 3)),))
    text = (state.site / "index.html").read_text()
    assert f"{paths[0]}:1:1" not in text
    assert f"{paths[1]}:1:1" in text
