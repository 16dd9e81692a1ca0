"""What one run of the site engine has to remember between its events."""

import logging
import sys
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

from generator.engine.kept import KeptPages, KeptTheme
from generator.engine.preview import put_panel, stand_in
from generator.engine.theme_files import FOLDER
from generator.guide import Compiled, compile_guide
from generator.inspection.foot import expected_foot
from generator.inspection.site import inspect_site
from generator.model.guide import Guide
from generator.model.layout import category_uri, html_of
from generator.model.records import Records
from generator.outputs.files import output_files
from generator.pages.article import Article
from generator.pages.uses import pages_of
from generator.problems.problem import Place, Problem, errors, in_order
from generator.problems.progress import Progress
from generator.source.beside import FolderBeside
from generator.source.clock import today
from generator.source.settings import SETTINGS

OWN_LOG = "mkdocs.hooks.guide"
"""The name under which the guide logs: `--strict` counts what is below `mkdocs`."""

_NO_BUILDS = {OWN_LOG, "mkdocs.livereload"}


class Warnings(logging.Handler):
    """Keeps what the site engine warns of, as a link that leads nowhere.

    Attributes:
        told: the messages of the current build.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message, unless the guide logged it, or the server, of what was asked for."""
        if record.name not in _NO_BUILDS:
            self.told.append(record.getMessage())


class BuildState:
    """A build, or a preview that builds again and again.

    Attributes:
        serving: whether this is a preview, which shows problems instead of stopping.
        root: the project's folder.
        site: the folder that is written.
        beside: in a build, that folder while the earlier site still stands in its place.
        compiled: the guide of the current build.
        pages: the pages of the current build, by URI.
        warnings: what the site engine warns of in the current build.
        late: problems found while the theme was rendered.
        progress: the line that a waiting person sees.
        kept: in a preview, the pages of the last build that are the same in this one.
        scripts: what stands for each inline script of the current build in a browser's policy.
        into: in a running preview, the folder that the next build writes.
        begun: whether the current build read the project.
        whole: whether all of it is written.
        frame: in a preview, what the theme puts around every page is made of.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.serving = False
        self.root = Path()
        self.site = Path()
        self.beside: FolderBeside | None = None
        self.compiled = Compiled(Records(), Records(), None)
        self.pages: dict[str, Article] = {}
        self.late: list[Problem] = []
        self.warnings = Warnings()
        self.progress = Progress(sys.stderr, environ)
        self._environ = environ
        self.kept = KeptPages()
        self.frame: Hashable = ()
        self.scripts: set[str] = set()
        self.into: Path | None = None
        self.begun = False
        self.whole = False
        self._all_good = False
        self._was_good = False
        self._theme = KeptTheme()
        self._sound: Compiled | None = None
        self._last: Compiled | None = None

    def begin(self, root: Path, besides: Iterable[Problem] = ()) -> None:
        """Read and check the project again.

        Args:
            root: the project's folder.
            besides: what is wrong with the settings and the theme.
        """
        self.root = root
        self.discard()
        self.late = []
        self.scripts.clear()
        self._was_good, self._all_good = self._all_good, False
        self.kept.begin()
        day = today(self._environ)
        if isinstance(day, Problem):
            self.compiled = Compiled(Records(), Records(), None, problems=(day,))
        elif self.serving:
            self.compiled = self._last = compile_guide(root, day, self._sound, self._last)
        else:
            self.compiled = compile_guide(root, day)
        self.compiled.problems = in_order((*besides, *self.compiled.problems))
        self.pages = dict(self.compiled.pages)
        self.begun = True

    def expect(self, into: Path) -> None:
        """Wait for the next build of a running preview, which may never get as far as to begin.

        Args:
            into: the folder that it writes.
        """
        self.into = into
        self.begun = self.whole = False
        self.warnings.told.clear()

    def discard(self) -> None:
        """Remove what was written of a site that did not take its place."""
        if self.beside is not None:
            self.beside.discard()
            self.beside = None

    def keep(self) -> None:
        """Remember the current guide, which has no errors, for a preview to fall back on."""
        self._sound = self.compiled

    def fill_in(self, uris: Iterable[str]) -> None:
        """Give each page that cannot be made now its last sound state, or a bare stand-in.

        Args:
            uris: the pages that people wrote; categories are known already.
        """
        unread = self.compiled.records.unread
        wanted = {category_uri(s): f"data/categories/{s}.yml" for s in unread if "/" not in s}
        wanted |= {uri: f"content/{uri}" for uri in uris}
        sound = self._sound.pages if self._sound else {}
        for uri, source in wanted.items():
            if uri not in self.pages:
                self.pages[uri] = sound.get(uri) or stand_in(uri, source)

    def outputs(self, site: str) -> dict[str, str | bytes]:
        """Return the files for other programs.

        They state facts without a panel above them: while something is wrong, a preview has those
        of the last sound state, or none.
        """
        sound = self._sound
        return output_files(sound.guide, sound.pages, site) if sound and sound.guide else {}

    def guide_of(self, article: Article) -> Guide | None:
        """Return the guide that a page was made of: an earlier one, where the page is filled in."""
        if self.compiled.pages.get(article.uri) is article:
            return self.compiled.guide
        return self._sound.guide if self._sound else None

    def inspect(self) -> tuple[Problem, ...]:
        """Judge what was written by what each page must show."""
        # While the theme is broken no page shows anything, and its own problem says why.
        if self.late:
            return ()
        # A stand-in has nothing to show, and the problem of the real page is told already.
        bare = {html_of(p.uri) for p in self.pages.values() if p.expected is None}
        expected = [page.expected for page in self.pages.values() if page.expected is not None]
        # What is the same as in the last build was found good then, if everything was.
        good = self.pages if self._was_good else ()
        passed = {html_of(uri) for uri in good if self.kept.is_kept(uri)}
        foot = expected_foot(self.compiled.guide) if self.compiled.guide else None
        found = inspect_site(self.site, expected, self.compiled.redirects, passed, foot)
        self._all_good = not found
        # Nor has what is lost of the theme while its files, or its settings, are at fault.
        of_the_theme = (f"{FOLDER}/", SETTINGS)
        at_fault = any(p.place.path.startswith(of_the_theme) for p in self.compiled.problems)
        return tuple(
            problem
            for problem in found
            if problem.place.path not in bare and not (at_fault and problem.rule == "lost-file")
        )

    def note_theme_problem(self, problem: Problem) -> bool:
        """Note what broke the theme; return whether it is news."""
        news = problem.place not in {known.place for known in self.late}
        if news:
            self.late.append(problem)
        return news

    def show(self, found: Iterable[Problem]) -> None:
        """Put everything that is wrong into the pages of a preview, which are whole with that."""
        read = errors(self.compiled.problems)
        # What an unreadable file of the theme does to the pages is no problem of its own.
        told = any(problem.place.path.startswith(f"{FOLDER}/") for problem in read)
        late = () if told else self.late
        problems = in_order((*self.compiled.problems, *late, *found))
        if wrong := errors(problems):
            named = {problem.place.path for problem in wrong}
            changed = (path for path in self._theme.changed(self.root) if path not in named)
            problems = (*map(_look_first, changed), *problems)
        else:
            self._theme.keep(self.root)
        records = self.compiled.records
        put_panel(self.site, problems, lambda path: pages_of(path, records), self.warnings.told)
        self.whole = True


def _look_first(path: str) -> Problem:
    says = "this file changed since the pages were last whole: look there first"
    return Problem("template", says, Place(path))
