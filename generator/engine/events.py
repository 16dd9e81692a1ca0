"""The events of MkDocs: reads, checks and adds the guide's pages, then inspects what was built.

Nothing reaches the public without a review date and a notice to verify on canada.ca. Data is
checked before MkDocs empties the old site; the built HTML is checked after everything else has
written to it.
"""

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.editing.names import renew
from generator.engine.ending import end_cleanly
from generator.engine.frame import mended
from generator.engine.kept import contents_of
from generator.engine.page import ArticlePage, fill_search
from generator.engine.placing import build_beside, is_refused, put_in_place, restore
from generator.engine.preview import bare_page
from generator.engine.published import leave_out_unread, leave_out_unused
from generator.engine.reloading import let_reload
from generator.engine.settings.guard import settings_problems
from generator.engine.state import OWN_LOG, BuildState
from generator.engine.steady import keep_serving
from generator.engine.stopped import sentence
from generator.engine.theme import hasten
from generator.engine.theme_files import FOLDER, publishable, taken, theme_problems
from generator.engine.theme_guard import guard
from generator.model.layout import CONTENT
from generator.outputs.addresses import Addresses, preview_path
from generator.outputs.linked_data import linked_data
from generator.outputs.policy import frame_scripts, hashes_in, headers, with_policy
from generator.pages.redirects import redirect_page
from generator.problems.phrases import counted
from generator.problems.problem import Problem, Severity, errors
from generator.problems.reports import report
from generator.source.failing import tell_uncaught

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Section

log = logging.getLogger(OWN_LOG)

_state = BuildState(os.environ)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a preview, and end cleanly when asked to."""
    del dirty
    end_cleanly()
    tell_uncaught()
    _state.serving = command == "serve"
    if _state.serving:
        logging.getLogger("mkdocs").addHandler(_state.warnings)


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Read and check everything, while the old site is still untouched.

    Raises:
        PluginError: with every problem of every file. A preview shows them instead.
    """
    if not config.repo_url:
        config.edit_uri = None  # without a repository there is nothing that an edit link opens
    hasten(config.theme)
    if not _state.serving:
        restore(config)
    _state.begin(_root(config), _of_the_engine(config))
    if _state.serving:
        config.docs_dir = str(_root(config) / CONTENT)  # another one is refused
        renew(_root(config), _state.compiled.read, os.environ)
    if found := errors(_state.compiled.problems):
        _fail(found)
    else:
        _state.keep()
    _log_the_rest(_state.compiled.problems)
    if not _state.serving:
        _state.beside = build_beside(config)
    elif _state.into is not None:
        config.site_dir = str(_state.into)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give MkDocs the pages, without writing any file."""
    _state.site = Path(config.site_dir)
    leave_out_unread(files, config, _state.compiled.records.files)
    _note_theme_problems(taken(files, config))
    if _state.serving:
        _state.fill_in(f.src_uri for f in files.documentation_pages() if not f.generated_by)
    for article in _state.pages.values():
        file = files.get_file_from_path(article.uri)
        if file is None:
            file = File.generated(config, article.uri, content="")
            file.edit_uri = f"../{article.source}"
            files.append(file)
        file.page = ArticlePage(article, file, config)
    for redirect in _state.compiled.redirects:
        moved = with_policy(redirect_page(redirect))
        files.append(File.generated(config, redirect.html, content=moved))
    for path, content in _state.outputs(config.site_url or "").items():
        files.append(File.generated(config, path, content=content))
    leave_out_unused(files, config, (page.html for page in _state.pages.values()))
    _note_theme_problems(publishable(files, config))
    _state.progress.start(len(_state.pages))


def on_pre_page(page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Put a page below its parent."""
    del config
    if (made := _state.pages.get(page.file.src_uri)) is None:
        return
    above = files.get_file_from_path(made.parent) if made.parent else None
    if above is not None and above.page is not None:
        # MkDocs asks no more of a parent than what pages have too: title, address and `active`.
        page.parent = cast("Section", above.page)


def on_page_context(
    context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> None:
    """Hand over what search engines and networks are told of the page."""
    del context
    made = _state.pages.get(page.file.src_uri)
    if made is None or (guide := _state.guide_of(made)) is None:
        return
    home = nav.homepage
    pages = [home, *reversed(list(page.ancestors))] if home and home is not page else []
    above = [
        (str(p.title), f"/{p.url.removeprefix('./')}") for p in pages if isinstance(p, MkDocsPage)
    ]
    addresses = Addresses(config.site_url or "")
    page.meta["linked_data"] = linked_data(made, guide, above, addresses)
    if config.site_url and made.record is not None:
        page.meta["preview"] = addresses.of(f"/{preview_path(made.uri)}")
    if _state.serving and isinstance(page, ArticlePage):
        titles = tuple((str(p.title), p.url) for p in nav.pages)
        frame = (page.meta["linked_data"], page.meta.get("preview"), titles, _state.frame)
        page.kept = _state.kept.page(page.article, frame)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Tell the theme about the firm, watch over its templates, and fill its search."""
    guide = _state.compiled.guide
    env.globals["firm"] = firm = guide.firm if guide else None
    env.globals["licensed"] = licensed = guide.licensed() if guide else ()
    env.auto_reload = False  # each build has an environment of its own; no need to look again
    guard(env, _state.root, _theme_problem)
    if _state.serving:
        own = Path(config.theme.custom_dir or _state.root)
        settings = Path(config.config_file_path).read_bytes() if config.config_file_path else b""
        _state.frame = (settings, config.site_url, contents_of(own), firm, licensed)
    fill_search(config, files)


def on_serve(server: "LiveReloadServer", config: MkDocsConfig, builder: object) -> None:
    """Let the preview hear of changes at once, answer come what may, and reload its pages."""
    del builder
    let_reload(server)
    keep_serving(server, _state, _root(config))
    from generator.engine.watching import watch_natively  # noqa: PLC0415 - no build needs it

    watch_natively(server, _root(config))


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Mend the theme's frame around the page, say what a browser may do on it, and count it."""
    del config
    _state.progress.step()
    kept = page.kept if isinstance(page, ArticlePage) else None
    if kept is not None and output is kept:
        _state.scripts.update(hashes_in(kept))
        return kept
    output = _framed(output, page.content or "")
    if isinstance(page, ArticlePage) and not _state.late:
        _state.kept.keep(page.article, output)
    return output


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Do the same with the page for unknown addresses."""
    del config
    return _framed(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Add the headers for hosts that read them, and inspect the finished HTML.

    Raises:
        PluginError: with every page that does not show what it must.
    """
    _state.progress.stop()
    told = headers(_state.scripts, config.site_url or "")
    (_state.site / "_headers").write_text(told, encoding="utf-8", newline="\n")
    found = _state.inspect()
    if found:
        _fail(found)
    if _state.serving:
        _state.show(found)
    elif _state.beside is not None and not is_refused(config):
        put_in_place(_state.beside, config)


def on_build_error(error: Exception) -> None:
    """Leave the last good site, and nothing of this one.

    Raises:
        PluginError: a preview cannot begin, for a reason that nobody foresaw.
    """
    _state.discard()
    _state.progress.stop()
    if _state.serving and _state.into is None and not isinstance(error, MkDocsException):
        log.debug("What stopped the first build:", exc_info=error)
        raise PluginError(sentence(error)) from None


def on_shutdown() -> None:
    """Do the same where a build was interrupted."""
    _state.discard()


def _of_the_engine(config: MkDocsConfig) -> tuple[Problem, ...]:
    """Return what is wrong with the settings, and with overrides/ where it is the project's."""
    found = settings_problems(config, _root(config))
    own = config.theme.custom_dir
    judged = own and Path(own).name == FOLDER  # any other is refused
    return (*found, *theme_problems(Path(own))) if own and judged else found


def _framed(page: str, article: str = "") -> str:
    """Return a page with its frame mended and its policy in it."""
    scripts = frame_scripts(page, article)
    _state.scripts.update(scripts)
    return with_policy(mended(page), scripts)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _fail(found: tuple[Problem, ...]) -> None:
    """Stop a build with every problem; in a preview, log them."""
    told = f"\n{report(found, _state.root)}"
    if not _state.serving:
        raise PluginError(told)
    log.error("%s", told)


def _log_the_rest(problems: tuple[Problem, ...]) -> None:
    """Log what does not stop a build; as information, since `--strict` counts warnings."""
    for problem in problems:
        if problem.severity is Severity.WARNING:
            log.info("%s", problem)
    if notes := sum(problem.severity is Severity.ADVICE for problem in problems):
        log.info("%s to read with `make check`", counted(notes, "note"))


def _note_theme_problems(found: Iterable[Problem]) -> None:
    if news := tuple(problem for problem in found if _state.note_theme_problem(problem)):
        _fail(news)


def _theme_problem(problem: Problem) -> str:
    """Stop a build; in a preview, return a page that says what happened."""
    if _state.note_theme_problem(problem):
        _fail((problem,))
    return bare_page("The theme cannot be rendered. Mend the problem listed above.")
