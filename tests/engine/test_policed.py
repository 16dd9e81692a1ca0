"""Every page that is built carries its policy, and the headers allow what the pages need."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.engine import events
from generator.engine.state import BuildState
from generator.outputs.policy import frame_scripts, hash_of, hashes_in, policy, policy_in
from tests.builds import html_files
from tests.whole.browsing import MOVED, MOVED_AND_ENDED


def test_every_page_carries_a_policy_with_its_own_scripts_and_no_others(site: Path) -> None:
    moved = {f"{name}index.html" for name in (MOVED, MOVED_AND_ENDED)}
    for name in html_files(site):
        page = (site / name).read_text(encoding="utf-8")
        scripts = frame_scripts(page)
        assert len(scripts) == (0 if name in moved else 3), name
        assert policy_in(page) == policy(scripts), name
        before = page[: page.index("<meta http-equiv=")]
        assert not [begin for begin in ("<script", "<link", "<style") if begin in before], name
        assert page.index("<meta charset") < 1024, name


def test_the_headers_allow_the_scripts_of_every_page_and_no_others(site: Path) -> None:
    pages = [(site / name).read_text(encoding="utf-8") for name in html_files(site)]
    needed = sorted({script for page in pages for script in hashes_in(page)})
    said = (site / "_headers").read_text(encoding="utf-8")
    assert f"Content-Security-Policy: {policy(needed)}; frame-ancestors 'none'\n" in said
    assert "Strict-Transport-Security" in said, "the good site is published under https"


def test_a_script_in_an_article_is_allowed_neither_by_the_page_nor_by_the_headers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = BuildState({})
    monkeypatch.setattr(events, "_state", state)
    article = "<h1>A</h1><script>run()</script>"
    output = f"<html><head></head><body><script>theme()</script>{article}</body></html>"
    page: Any = SimpleNamespace(content=article)
    made = events.on_post_page(output, page=page, config=MkDocsConfig())
    assert hashes_in(made) == (hash_of("theme()"),)
    assert state.scripts == {hash_of("theme()")}


def test_each_build_forgets_the_scripts_of_the_one_before(tmp_path: Path) -> None:
    state = BuildState({})
    state.scripts.add("'sha256-old'")
    state.begin(tmp_path)
    assert state.scripts == set()
