"""A preview whose builds fail, answers all the same."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer

from generator.engine import events, steady
from generator.engine.reloading import let_reload
from generator.engine.state import BuildState
from generator.engine.steady import keep_serving
from tests.project import ORCA, TODAY, Project

PANEL = 'id="guide-problems" class="error"'
POLICY = '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'">'


@dataclass
class Previewed:
    """A preview's server, which never starts.

    Attributes:
        does: what the next build does, given the folder that it writes.
        built: how often one was asked for.
    """

    project: Project
    site: Path
    state: BuildState = field(default_factory=lambda: BuildState({"GUIDE_TODAY": str(TODAY)}))
    does: Callable[[Path], object] = lambda into: into
    built: int = 0
    server: LiveReloadServer = field(init=False)

    def __post_init__(self) -> None:
        self.state.serving = True
        self.site.mkdir()
        self.write(self.site, "first")
        self.server = LiveReloadServer(self.build, "127.0.0.1", 0, str(self.site))
        self.server._watched_paths[str(self.site)] = 1  # noqa: SLF001 - as in a running one
        let_reload(self.server)
        keep_serving(self.server, self.state, self.project.root)

    def build(self) -> None:
        """Do what the test wants of a build."""
        self.built += 1
        assert self.state.into is not None
        self.does(self.state.into)

    def write(self, into: Path, text: str) -> None:
        """Write a site."""
        into.mkdir(exist_ok=True)
        for name in ("index.html", "404.html"):
            (into / name).write_text(f"<head>{POLICY}</head><body>{text}</body>", encoding="utf-8")

    def write_whole(self, into: Path) -> None:
        """Write a site as a build does that ends well."""
        self.write(into, f"whole {self.built}")
        self.state.whole = True

    def fail(self, error: BaseException) -> None:
        """Build half a site, and fail."""

        def does(into: Path) -> None:
            self.write(into, "half")
            raise error

        self.does = does
        self.server.builder()

    def succeed(self) -> None:
        """Build a whole site."""
        self.does = self.write_whole
        self.server.builder()

    def answer(self, path: str = "/") -> str:
        """Return what is handed out at an address."""
        parts = self.server.serve_request({"PATH_INFO": path}, lambda *_said: None)
        return b"".join(parts).decode()


@pytest.fixture
def reading(project: Project, tmp_path: Path) -> Iterator[Previewed]:
    """A preview that reads the guide where its build did not."""
    made = Previewed(project, tmp_path / "site")
    yield made
    made.server.server_close()


@pytest.fixture
def previewed(reading: Previewed, monkeypatch: pytest.MonkeyPatch) -> Previewed:
    """The same where all that is read is sound."""
    monkeypatch.setattr(BuildState, "begin", lambda *_: None)
    return reading


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("of <b>"), "ValueError (test_steady.py:"),
        (OSError(28, "No space left"), "No space left"),
        (ConfigurationError("an odd setting"), "an odd setting"),
        (SystemExit("the end"), "the end"),
    ],
)
def test_a_build_that_fails_leaves_the_last_site_with_the_reason(
    previewed: Previewed, error: BaseException, said: str
) -> None:
    previewed.fail(error)
    text = previewed.answer()
    assert text.index(PANEL) < text.index("first")
    assert said in text
    assert "half" not in text
    assert "<b>" not in text
    assert "style-src 'self' 'sha256-" in text, "the panel's own look is allowed"


def test_what_the_data_says_is_told_at_its_place(reading: Previewed) -> None:
    line = reading.project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-13")
    reading.fail(Abort("Aborted"))
    assert f"{ORCA}:{line}:14" in reading.answer()


def test_what_is_whole_takes_its_place_and_the_reason_is_gone(previewed: Previewed) -> None:
    previewed.succeed()
    assert ">whole 1<" in previewed.answer()
    previewed.fail(ValueError("x"))
    assert ">whole 1<" in previewed.answer().replace("</section>", ">")
    previewed.succeed()
    text = previewed.answer()
    assert ">whole 3<" in text
    assert PANEL not in text


@pytest.mark.parametrize("fails", [False, True])
def test_a_build_gives_back_what_it_needed(
    previewed: Previewed, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    given: list[int] = []
    monkeypatch.setattr(steady, "give_back", lambda: given.append(previewed.built))
    previewed.does = previewed.write_whole
    if fails:
        previewed.fail(Abort("Aborted"))
    else:
        previewed.server.builder()
    assert given == [1]


def test_an_earlier_panel_gives_way_to_the_newer(previewed: Previewed) -> None:
    previewed.write(previewed.site, '<section id="guide-problems">old</section>first')
    previewed.fail(ValueError("new"))
    text = previewed.answer()
    assert text.count('id="guide-problems"') == 1
    assert "old" not in text


def test_where_there_is_no_page_the_reason_is_told_too(previewed: Previewed) -> None:
    previewed.fail(ValueError("x"))
    text = previewed.answer("/nowhere/")
    assert PANEL in text
    assert "first" in text
    assert "livereload(" in text, "it comes back by itself"
    (previewed.site / "404.html").unlink()
    assert PANEL in previewed.answer("/nowhere/")


def test_a_request_does_not_wait_for_a_build_without_an_end(
    previewed: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steady, "PATIENCE", 0.01)
    previewed.server._wanted_epoch += 1  # noqa: SLF001 - as while a build goes on
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(previewed.answer()), daemon=True)
    asking.start()
    asking.join(timeout=30)
    assert answers
    assert "first" in answers[0]


@pytest.mark.parametrize("what", ["pipe", "folder", "nothing"])
def test_settings_that_are_no_file_are_told_and_never_opened(
    previewed: Previewed, what: str
) -> None:
    settings = previewed.project.path("mkdocs.yml")
    settings.unlink()
    if what == "pipe":
        os.mkfifo(settings)
    elif what == "folder":
        settings.mkdir()
    previewed.server.builder()
    assert previewed.built == 0
    assert "mkdocs.yml:1:1" in previewed.answer()


def test_a_site_that_was_whole_is_not_taken_for_the_next_one(previewed: Previewed) -> None:
    previewed.succeed()
    previewed.does = lambda into: previewed.write(into, "half")
    previewed.server.builder()
    assert "the guide&#x27;s own program was left out" in previewed.answer()
    assert "half" not in previewed.answer()


def test_a_build_without_the_guide_is_not_shown(previewed: Previewed) -> None:
    line = previewed.project.replace("mkdocs.yml", "\nhooks:\n", "\nhooks: []\nother:\n") + 1
    previewed.does = lambda into: previewed.write(into, "raw")
    previewed.server.builder()
    text = previewed.answer()
    assert "raw" not in text
    assert f"mkdocs.yml:{line}:1" in text
    assert "- generator/hooks.py" in text


def test_a_program_that_fails_at_reading_is_told(
    previewed: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin(_state: BuildState, _root: Path) -> None:
        raise KeyError("nobody foresaw")

    monkeypatch.setattr(BuildState, "begin", begin)
    previewed.fail(Abort("Aborted"))
    assert "nobody foresaw" in previewed.answer()


def test_the_next_build_of_a_running_preview_is_written_beside(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = BuildState(os.environ)
    monkeypatch.setattr(events, "_state", state)
    state.serving = True
    state.expect(tmp_path / "beside")
    config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    events.on_config(config)
    assert config.site_dir == str(tmp_path / "beside")
    assert state.begun


@pytest.mark.parametrize("serving", [True, False])
def test_a_preview_that_cannot_begin_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, serving: bool
) -> None:
    state = BuildState(os.environ)
    state.serving = serving
    monkeypatch.setattr(events, "_state", state)
    if not serving:
        events.on_build_error(ValueError("x"))
        return
    events.on_build_error(Abort("told already"))
    with pytest.raises(PluginError, match="cannot be built: ValueError: x"):
        events.on_build_error(ValueError("x"))
