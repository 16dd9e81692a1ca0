"""Nothing stale, ever: a preview keeps much between its builds, and must show none of it too long.

A guide is edited by chance, well and badly, and built after each edit as `mkdocs serve` does. What
the preview has then is held against what it would have if it had just been started.

`make stale` walks much further than the suite. A failure names its seed, and `make stale SEED=…`
repeats it.
"""

import gzip
import logging
import os
import secrets
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.engine import events
from generator.engine.state import BuildState
from generator.guide import Compiled, compile_guide
from generator.problems.problem import errors
from tests.builds import snapshot, templates_of
from tests.engine.edits import DAY, EDITS, Desk
from tests.project import Project

pytestmark = pytest.mark.build

SHORT = 18
"""How many edits by chance the suite makes, after those that are always the same."""

SUITES_SEED = 4

EVERY = 50
"""After how many edits `make stale` compares the whole site; the suite does at half way."""

LOOKED = """
reviews:
  - date: 2022-06
    by: review-desk-two
    outcome: problem found
    note: Another code stands on the official page.
reviewed_by:"""

IN_PAGES = (
    ("data/settings.yml", "review_interval_months: 12", "review_interval_months: 24"),
    ("data/reviewers.yml", "licence: R000042", "licence: R000044"),
    ("data/groups.yml", "One good turn for another", "A good turn"),
    ("data/codes.yml", "subject: Buns", "subject: Rolls"),
    ("data/sources.yml", "What a rescue team asks for.", "Ropes."),
    ("data/sources.yml", "/exemption-codes.html", "/all-codes.html"),
    ("data/categories/harba.yml", "title: HARBA (BRAHA)", "title: HARBA"),
    (
        "data/categories/mountain-rescue-team.yml",
        "title: Mountain Rescue Team",
        "title: Mountain Rescue Teams",
    ),
    ("data/categories/barge-towing.yml", "The last horse", "The very last horse"),
    ("data/categories/orca.yml", "\nreviewed_by:", LOOKED),
    ("data/terms.yml", "name: Orchard and", "name: Orchards and"),
    ("generator/pages/templates/category.html.j2", "At a glance", "In short"),
)
"""One edit of each thing that a guide page shows something of, besides its own file and the day."""

AROUND_PAGES = (
    ("mkdocs.yml", "site_name: The IMP Guide", "site_name: Another guide"),
    ("data/firm.yml", "title: Work by the water", "title: Work by the sea"),
    ("overrides/main.html", '<meta charset="utf-8">', '<meta charset="utf-8"><meta name="x">'),
    ("overrides/partials/footer.html", "Verify each fact", "Look up each fact"),
    ("mkdocs.yml", "  - Glossary: glossary.md", "  - glossary.md"),
    ("content/glossary.md", 'title: "The words"', 'title: "All the words"'),
)
"""The same of each thing that the frame around every page is made of."""

ADDRESS = "http://127.0.0.1:8000/"
PANEL = 'id="guide-problems" class="error"'


@dataclass
class Preview:
    """A preview without its server.

    Attributes:
        desk: what is previewed.
        site: the folder that it writes.
    """

    desk: Desk
    site: Path
    state: BuildState = field(init=False)
    _started: bool = False

    def __post_init__(self) -> None:
        self.state = BuildState(self.desk.environ)

    def build(self) -> None:
        """Build once more, in the steps of `mkdocs serve`."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(events, "_state", self.state)
            config = load_config(str(self.desk.root / "mkdocs.yml"), site_dir=str(self.site))
            if not self._started:
                self._started = True
                config.plugins.on_startup(command="serve", dirty=False)
            config.site_url = ADDRESS
            build(config, serve_url=ADDRESS)

    def is_sound(self) -> bool:
        """Tell whether the preview says that nothing is wrong."""
        page = self.site / "404.html"
        return page.is_file() and PANEL not in page.read_text(encoding="utf-8")

    def told(self) -> tuple[object, ...]:
        """Return everything that it says is wrong."""
        state = self.state
        return state.compiled.problems, state.late, state.warnings.told

    def files(self) -> dict[str, bytes]:
        """Return what it shows. The compressed sitemap holds the second of its making."""
        found = snapshot(self.site)
        return {
            name: gzip.decompress(text) if name.endswith(".gz") else text
            for name, text in found.items()
        }


@dataclass
class Walk:
    """An edited guide and its preview.

    Attributes:
        folder: where first builds are written.
        seed: what repeats the walk.
        done: what was done, the last edits first in a failure.
        compared: how often the whole site was.
    """

    desk: Desk
    live: Preview
    folder: Path
    seed: int
    done: list[str] = field(default_factory=list)
    compared: int = 0
    _sound: Compiled | None = None

    def step(self, what: str) -> None:
        """Build after an edit, and hold every record and article against newly read ones."""
        self.done.append(what)
        try:
            self.live.build()
        except Exception as error:
            raise AssertionError(self._at("the preview is stuck")) from error
        self._compare_records()
        if not errors(self.live.state.compiled.problems):
            self._sound = self.live.state.compiled
        if self.live.is_sound():
            self.desk.is_sound()

    def replace(self, path: str, old: str, new: str) -> None:
        """Do something that is always the same."""
        text = self.desk.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.desk.write(path, text.replace(old, new, 1))
        before = self.live.files()
        self.step(f"{path}: {old!r} became {new!r}")
        assert self.live.files() != before, f"nobody sees {new!r}"

    def edit(self) -> None:
        """Do something by chance; where something is wrong, mend it as likely as not."""
        if not self.live.is_sound() and self.desk.can_mend() and self.desk.random.random() < 0.5:
            self.step(self.desk.mend())
            return
        while (what := self.desk.random.choice(EDITS)(self.desk)) is None:
            pass
        self.step(what)

    def mend(self) -> None:
        """Take back what was done, file by file, until nothing is wrong."""
        while not self.live.is_sound():
            assert self.desk.can_mend(), self._at("all is as it was, but not sound")
            self.step(self.desk.mend())

    def compare(self) -> None:
        """Hold the whole site against that of a preview that has just been started."""
        self.mend()
        self.compared += 1
        first = Preview(self.desk, self.folder / str(self.compared))
        first.build()
        assert first.told() == self.live.told(), self._at("other problems are told")
        new, kept = first.files(), self.live.files()
        assert sorted(new) == sorted(kept), self._at("there are other files")
        for name, text in new.items():
            assert kept[name] == text, self._at(f"{name} is stale: {_difference(text, kept[name])}")

    def _compare_records(self) -> None:
        """A broken state shows what was sound before, so that is handed over here too."""
        try:
            today = date.fromisoformat(self.desk.environ[DAY])
        except ValueError:
            return
        kept = self.live.state.compiled
        new = compile_guide(self.desk.root, today, self._sound)
        assert kept.problems == new.problems, self._at("other problems are told")
        assert kept.redirects == new.redirects, self._at("other addresses lead on")
        assert sorted(kept.pages) == sorted(new.pages), self._at("there are other pages")
        for uri, article in new.pages.items():
            assert kept.pages[uri] == article, self._at(f"{uri} is stale")

    def _at(self, what: str) -> str:
        last = "\n  ".join(reversed(self.done[-20:]))
        return f"seed {self.seed}, step {len(self.done)}: {what}\n  {last}"


def _difference(new: bytes, kept: bytes) -> str:
    lines = unified_diff(
        kept.decode(errors="replace").splitlines(),
        new.decode(errors="replace").splitlines(),
        "kept",
        "new",
        n=0,
        lineterm="",
    )
    return "\n".join(line[:300] for line in islice(lines, 12))


@contextmanager
def _quiet(project: Project) -> Iterator[None]:
    """Copy the templates, let builds use them, and leave nothing behind in the engine's log."""
    log = logging.getLogger("mkdocs")
    handlers, told = list(log.handlers), log.propagate
    log.propagate = False  # thousands of lines that a failure would print
    try:
        with templates_of(project.with_templates()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what other people's code warns of
            yield
    finally:
        log.handlers[:], log.propagate = handlers, told


def _begun(project: Project, folder: Path, seed: int) -> Walk:
    desk = Desk(project, seed)
    walk = Walk(desk, Preview(desk, folder / "site"), folder, seed)
    walk.step("the first build")
    assert walk.live.is_sound()
    return walk


def test_a_preview_shows_each_thing_that_its_kept_pages_are_made_of(
    project: Project, tmp_path: Path
) -> None:
    with _quiet(project):
        walk = _begun(project, tmp_path, 0)
        walk.desk.begin_day("2022-12-31")
        walk.step("a review falls due")
        for path, old, new in IN_PAGES:
            walk.replace(path, old, new)
        walk.compare()
        for path, old, new in AROUND_PAGES:
            walk.replace(path, old, new)
            assert walk.live.is_sound()
            walk.compare()


def test_a_problem_is_told_for_as_long_as_it_is_there(project: Project, tmp_path: Path) -> None:
    """The records of a file that did not change are kept, but not if something was wrong in it."""
    with _quiet(project):
        walk = _begun(project, tmp_path, 0)
        for path, old, new in (
            ("data/categories/orca.yml", "order: 20", "order: many"),
            ("data/categories/harba.yml", "summary:", "sumary:"),
            ("content/find.md", "reviewed_on: 2022-05", "reviewed_on: 2022-13"),
            ("data/steps.yml", "Find your line", "Find your own line"),
        ):
            walk.replace(path, old, new)
        told = {problem.place.path for problem in errors(walk.live.state.compiled.problems)}
        assert told == {
            "content/find.md",
            "data/categories/harba.yml",
            "data/categories/orca.yml",
        }
        walk.compare()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("data/sources.yml", "mountain-rescue-team:"),
        ("data/codes.yml", "code: K63"),
        ("data/reviewers.yml", "review-desk-one:"),
        ("data/groups.yml", "turn-about:"),
    ],
)
def test_a_preview_goes_on_while_a_name_is_gone_that_other_files_know(
    project: Project, tmp_path: Path, path: str, name: str
) -> None:
    with _quiet(project):
        walk = _begun(project, tmp_path, 0)
        walk.replace(path, name, f"other-{name}" if name.endswith(":") else "code: Z63")
        assert not walk.live.is_sound()
        first = Preview(walk.desk, tmp_path / "first")
        first.build()
        assert not first.is_sound(), "nor does one end that begins with it"
        walk.compare()


def test_a_preview_shows_what_it_would_show_if_it_had_just_been_started(
    project: Project, tmp_path: Path
) -> None:
    far = int(os.environ.get("STALE_EDITS") or 0)
    seed = os.environ.get("STALE_SEED") or (secrets.randbelow(1_000_000) if far else SUITES_SEED)
    with _quiet(project):
        walk = _begun(project, tmp_path, int(seed))
        edits, every = (far, EVERY) if far else (SHORT, SHORT // 2)
        for number in range(1, edits + 1):
            walk.edit()
            if number % every == 0 or number == edits:
                walk.compare()
