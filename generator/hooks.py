"""The MkDocs hook: reads, checks and adds the guide's pages, then inspects what was built.

Nothing reaches the public without a review date and a notice to verify on canada.ca. Data is
checked before MkDocs empties the old site; the built HTML is checked after everything else has
written to it. This is the only module that imports MkDocs.
"""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import clean_directory

from generator import preview
from generator.clock import today
from generator.compile import Compiled, compile_guide
from generator.inspection import inspect_site
from generator.model.records import Records
from generator.pages.page import Page
from generator.problems import Problem, Severity, errors, in_order, report
from generator.progress import Progress
from generator.theme_guard import guard

if TYPE_CHECKING:
    from mkdocs.structure.nav import Section

log = logging.getLogger("mkdocs.hooks.guide")


class _Session:
    """What one run of MkDocs has to remember between events.

    Attributes:
        serving: whether this is a preview, which shows problems instead of stopping.
        writing: whether MkDocs has begun to write into the site folder.
        inspected: whether what it wrote was inspected and found good.
        compiled: the guide of the current build.
        sound: the last guide without errors, whose pages a preview falls back on.
        pages: the pages of the current build, by URI.
        late: problems found while the theme was rendered.
    """

    def __init__(self) -> None:
        self.serving = False
        self.writing = False
        self.inspected = False
        self.compiled = Compiled(Records(), None)
        self.sound: Compiled | None = None
        self.pages: dict[str, Page] = {}
        self.late: list[Problem] = []
        self.site = Path()
        self.progress = Progress(sys.stderr, os.environ)


_session = _Session()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a preview."""
    del dirty
    _session.serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read and check everything, while the old site is still untouched.

    Raises:
        PluginError: with every problem of every file. A preview shows them instead.
    """
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing that an edit link opens
    root = _root(config)
    day = today(os.environ)
    if isinstance(day, Problem):
        compiled = Compiled(Records(), None, problems=(day,))
    else:
        compiled = compile_guide(root, day, _session.sound if _session.serving else None)
    _session.compiled, _session.late = compiled, []
    _session.writing = _session.inspected = False
    found = errors(compiled.problems)
    if found and not _session.serving:
        raise PluginError("\n" + report(found))
    if found:
        log.error("\n%s", report(found))
    else:
        _session.sound = compiled
    _log_the_rest(compiled)
    _session.pages = dict(compiled.pages)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs the pages, without writing any file."""
    _session.writing, _session.site = True, Path(config.site_dir)
    if _session.serving:
        _session.pages |= _stand_ins(files)
    for page in _session.pages.values():
        if (file := files.get_file_from_path(page.uri)) is not None:
            file.content_string = page.text()
        else:
            file = File.generated(config, page.uri, content=page.text())
            file.edit_uri = f"../{page.source}"
            files.append(file)
    _session.progress.start(len(_session.pages))


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Date the page by its review, and put it below its parent."""
    del config
    if (made := _session.pages.get(page.file.src_uri)) is None:
        return
    if made.record is not None:
        # MkDocs wants a day here; the sitemap shows the date as it was written, from the head.
        page.update_date = made.record.reviewed_on.first.isoformat()
    above = files.get_file_from_path(made.parent) if made.parent else None
    if above is not None and above.page is not None:
        # MkDocs asks no more of a parent than what pages have too: title, address and `active`.
        page.parent = cast("Section", above.page)


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Make the title safe to print: Material's header shows it as it is."""
    del markdown, config, files
    for key in ("title", "description"):
        if key in page.meta:
            page.meta[key] = escape(page.meta[key])


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell the theme about the firm, and watch over its templates."""
    del files
    guide = _session.compiled.guide
    env.globals["firm"] = guide.firm if guide else None
    env.auto_reload = False  # each build has an environment of its own; no need to look again
    guard(env, _root(config), _theme_problem)


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    """Count the page."""
    del output, page, config
    _session.progress.step()


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Inspect the finished HTML.

    Raises:
        PluginError: with every page that does not show what it must.
    """
    _session.progress.stop()
    expected = [page.expected for page in _session.pages.values() if page.expected is not None]
    # While the theme is broken no page shows anything, and its own problem says why.
    found = () if _session.late else inspect_site(Path(config.site_dir), expected)
    if _session.serving:
        # A page that stands in for one that cannot be made has a problem of its own already.
        stand_ins = {page.uri for page in _session.pages.values() if page.expected is None}
        found = tuple(p for p in found if not _about_stand_in(p, stand_ins))
        problems = in_order((*_session.compiled.problems, *_session.late, *found))
        if found:
            log.error("\n%s", report(found))
        preview.put_panel(Path(config.site_dir), problems)
    elif found:
        raise PluginError("\n" + report(found))
    _session.inspected = True


def on_build_error(error: Exception) -> None:
    """Leave no unfinished site that somebody could publish by mistake."""
    del error
    _discard_unfinished()
    _session.progress.stop()


def on_shutdown() -> None:
    """Do the same where a build was interrupted."""
    if not _session.inspected:
        _discard_unfinished()


def _discard_unfinished() -> None:
    if _session.writing and not _session.serving:
        clean_directory(str(_session.site))
        _session.writing = False


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _log_the_rest(compiled: Compiled) -> None:
    """Log what does not stop a build; as information, since `--strict` counts warnings."""
    advice = 0
    for problem in compiled.problems:
        if problem.severity is Severity.WARNING:
            log.info("%s", problem)
        elif problem.severity is Severity.ADVICE:
            advice += 1
    if advice:
        noun = "code" if advice == 1 else "codes"
        log.info("%s %s named by categories: IRCC's pages name newer ones", advice, noun)


def _stand_ins(files: Files) -> dict[str, Page]:
    """Return a page for each one that cannot be made now: the last sound one, or a bare one."""
    wanted = {
        f"categories/{slug}.md": f"data/categories/{slug}.yml"
        for slug in _session.compiled.records.unread
        if "/" not in slug
    }
    wanted |= {
        file.src_uri: f"content/{file.src_uri}"
        for file in files
        if file.is_documentation_page() and file.generated_by is None
    }
    sound = _session.sound.pages if _session.sound else {}
    return {
        uri: sound.get(uri) or preview.stand_in(uri, source)
        for uri, source in wanted.items()
        if uri not in _session.compiled.pages
    }


def _about_stand_in(problem: Problem, stand_ins: set[str]) -> bool:
    if problem.rule != "unknown-page":
        return False
    name = problem.place.path
    return any(name in {uri[:-3] + ".html", uri[:-3] + "/index.html"} for uri in stand_ins)


def _theme_problem(problem: Problem) -> str:
    if not _session.serving:
        raise PluginError("\n" + report([problem]))
    if problem.place not in {known.place for known in _session.late}:
        log.error("%s", problem)
        _session.late.append(problem)
    return preview.bare_page("The theme cannot be rendered. Mend the problem listed above.")
