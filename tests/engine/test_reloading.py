"""A preview's pages reload and show their panel, under the policy with which they are published."""

from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import Browser, expect

from generator.engine.reloading import let_reload
from generator.outputs.policy import frame_scripts, hash_of, hashes_in, with_policy
from tests.engine.test_serve import ORCA, serving, sound
from tests.project import Project
from tests.whole.browsing import new_page, until

LISTEN = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event => {
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
"""


@pytest.fixture
def server(tmp_path: Path) -> LiveReloadServer:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    let_reload(server)
    return server


def answer(server: LiveReloadServer, page: str) -> str:
    inject = server._inject_js_into_html  # noqa: SLF001 - what the server itself asks for
    made: bytes = inject(page.encode("utf-8", "surrogateescape"), 5)  # type: ignore[no-untyped-call]
    return made.decode("utf-8", "surrogateescape")


def test_only_the_script_that_reloads_is_allowed_more(server: LiveReloadServer) -> None:
    page = "<head></head><body><script>theme()</script><script>other()</script></body>"
    theme = hash_of("theme()")
    made = answer(server, with_policy(page, [theme]))
    other = hash_of("other()")
    (reload,) = set(frame_scripts(made)) - {theme, other}
    assert set(hashes_in(made)) == {theme, reload}
    server.server_close()


def test_what_is_no_utf_8_comes_through_as_it_was(server: LiveReloadServer) -> None:
    assert answer(server, with_policy("<head></head>\udcff<body>")).count("\udcff") == 1
    server.server_close()


@pytest.mark.browser
@pytest.mark.preview
def test_a_preview_reloads_and_shows_its_panel_and_nothing_is_refused(
    project: Project, tmp_path: Path, browser: Browser
) -> None:
    page = new_page(browser)
    page.add_init_script(LISTEN)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    try:
        with serving(project, tmp_path / "log") as preview:
            preview.wait("/categories/orca/", sound)
            page.goto(f"{preview.base}/categories/orca/")
            panel = page.locator("#guide-problems")
            expect(panel).to_have_class("warning")
            project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-13")
            expect(panel).to_have_class("error", timeout=30_000)
            shown = panel.evaluate("panel => getComputedStyle(panel).backgroundColor")
            assert shown == "rgb(253, 236, 234)"
            assert page.evaluate("window.refused") == []
            assert not [text for text in said if "Content Security Policy" in text]
            page.evaluate(
                "document.body.append(Object.assign(document.createElement('script'),"
                " {textContent: 'window.ran = true'}))"
            )
            until(page, "window.refused.length === 1")
            assert page.evaluate("window.ran") is None
    finally:
        page.close()
