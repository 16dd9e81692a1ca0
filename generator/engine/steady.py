"""A preview that goes on: what stops a build leaves the last whole site, with the reason on top.

MkDocs lets every request wait until a build is done well, and writes into the very folder that it
shows. Here a build writes beside the site that is shown, and takes its place once it is whole.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Condition
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.engine.preview import bare_page, panel, with_panel
from generator.engine.state import OWN_LOG, BuildState
from generator.engine.stopped import sentence, what_stopped
from generator.pages.uses import pages_of
from generator.problems.problem import Problem, errors, in_order
from generator.problems.reports import report
from generator.source.files import read_bytes
from generator.source.settings import SETTINGS
from generator.source.system import give_back

log = logging.getLogger(OWN_LOG)

PATIENCE = 3.0
"""Seconds that a request waits for a build; then it has what was built last, and reloads later."""

_FOLDERS = (".one", ".other")
"""Hidden: MkDocs clears its own folder where it builds without the guide, but for such as these."""


def keep_serving(server: LiveReloadServer, state: BuildState, root: Path) -> None:
    """Let a preview answer, whatever becomes of its builds.

    Args:
        server: the preview's server, before it starts; its first site is whole.
        state: what its builds remember.
        root: the project's folder.
    """
    steady = _Steady(server, state, root)
    server.builder = steady.build
    server.error_handler = steady.error_page
    # The server asks for these by their names, and has no other place for them.
    server._epoch_cond = _Patient()  # noqa: SLF001
    server._inject_js_into_html = steady.page  # type: ignore[method-assign]  # noqa: SLF001


class _Patient(Condition):
    """A condition that nobody waits for without an end."""

    def wait_for(self, predicate: Callable[[], Any], timeout: float | None = None) -> Any:
        return super().wait_for(predicate, PATIENCE if timeout is None else timeout)


class _Steady:
    """The builds of a running preview, and what is handed out of them."""

    def __init__(self, server: LiveReloadServer, state: BuildState, root: Path) -> None:
        self._server = server
        self._state = state
        self._root = root
        self._build = server.builder
        self._inject: Any = server._inject_js_into_html  # noqa: SLF001 - it has no other way
        self._folders = [Path(server.root) / name for name in _FOLDERS]
        self._fault = ""

    def build(self) -> None:
        """Build beside what is shown, and show it if it is whole; else show why it is not."""
        state = self._state
        into = next(folder for folder in self._folders if str(folder) != self._server.root)
        state.expect(into)
        error: BaseException | None = None
        try:
            # MkDocs would wait for ever for somebody to write into a pipe.
            if not isinstance(read_bytes(self._root, SETTINGS), Problem):
                self._build()
        except (Exception, SystemExit) as caught:  # noqa: BLE001 - it is shown, whatever it is
            error = caught
        if state.whole:
            self._server.root, self._fault = str(into), ""
        else:
            self._note(error)
        give_back()  # each build leaves holes; a preview of a long day would only grow

    def page(self, content: bytes, epoch: int) -> bytes:
        """Return a page as it is handed out, with what stopped the last build on top."""
        if self._fault:
            text = content.decode("utf-8", "surrogateescape")
            content = with_panel(text, self._fault).encode("utf-8", "surrogateescape")
        made: bytes = self._inject(content, epoch)
        return made

    def error_page(self, code: int) -> bytes | None:
        """Return what is shown where there is no page; it comes back by itself as well."""
        try:
            content = (Path(self._server.root) / f"{code}.html").read_bytes()
        except OSError:
            content = bare_page(f"{code}: there is no such page now.").encode()
        return self.page(content, self._server._visible_epoch)  # noqa: SLF001 - it has no other way

    def _note(self, error: BaseException | None) -> None:
        """Keep what stopped a build for the pages, and log it."""
        state = self._state
        engine = list(state.warnings.told)
        problems = list(what_stopped(error, engine, self._root))
        try:
            if not state.begun:
                state.begin(self._root)
            problems += [*errors(state.compiled.problems), *state.late]
        except Exception as unforeseen:  # noqa: BLE001 - it is shown as well
            error = unforeseen
        if not (problems or engine):
            log.debug("What stopped the build:", exc_info=error)
            engine.append(sentence(error) if error else "the guide's own program was left out")
        found, records = in_order(problems), state.compiled.records
        base = self._server.mount_path
        self._fault = panel(found, lambda path: pages_of(path, records), engine, base)
        told = [report(found, self._root)] if found else []
        log.error("%s", "\n".join(["The preview shows the last whole site:", *told, *engine]))
