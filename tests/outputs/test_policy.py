"""The policy of a page: what it allows, where it stands, and what the headers add."""

import base64
import hashlib

import pytest

from generator.outputs.policy import (
    allowing,
    frame_scripts,
    hash_of,
    hashes_in,
    headers,
    policy,
    policy_in,
    with_policy,
)

PAGE = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A</title></head>'
ONE = "run()"


def test_a_script_is_named_by_what_browsers_work_out_of_its_text() -> None:
    digest = base64.b64encode(hashlib.sha256("é = 1".encode()).digest()).decode()
    assert hash_of("é = 1") == f"'sha256-{digest}'"


@pytest.mark.parametrize(
    "script",
    [
        "<script>run()</script>",
        '<script type="module">run()</script>',
        "<script type='text/javascript' defer>run()</script>",
        "<SCRIPT TYPE=Text/JavaScript>run()</SCRIPT >",
        '<script type="" id="src">run()</script>',
    ],
)
def test_what_runs_in_the_frame_is_known_by_its_hash(script: str) -> None:
    assert frame_scripts(f"<p>{script}{script}</p>") == (hash_of(ONE),)


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">run()</script>',
        '<script type="application/ld+json">{"a": "<p>"}</script>',
        "<scripted>run()</scripted>",
    ],
)
def test_files_and_blocks_of_data_need_no_hash(script: str) -> None:
    assert frame_scripts(script) == ()


@pytest.mark.parametrize(
    "article",
    [
        "<h1>A</h1><script>run()</script>",
        "<script>run()",  # what is left open ends in the frame, and takes the frame's script along
    ],
)
def test_a_script_in_an_article_has_no_hash(article: str) -> None:
    page = f"<head><script>theme()</script></head>{article}<script>more()</script>"
    assert frame_scripts(page, article) == (hash_of("theme()"), hash_of("more()"))


def test_nor_has_one_in_an_article_that_the_frame_changed() -> None:
    page = "<script>theme()</script><h1>B</h1><script>run()</script>"
    assert frame_scripts(page, "<h1>A</h1><script>run()</script>") == (hash_of("theme()"),)


def test_the_policy_allows_nothing_that_it_does_not_name() -> None:
    said = policy([hash_of(ONE)])
    assert said.startswith("default-src 'none'; ")
    assert f"script-src 'self' {hash_of(ONE)};" in said
    assert "base-uri 'none'" in said
    for loose in ("unsafe", "*", "http:", "https:", "blob:", "strict-dynamic"):
        assert loose not in said
    assert said.count("data:") == 1
    assert "img-src 'self' data:" in said


@pytest.mark.parametrize(
    ("page", "before"),
    [
        (PAGE, '<meta charset="utf-8">'),
        ("<head><script></script></head>", "<head>"),
        ("<!doctype html><header>a</header>", "<!doctype html>"),
        ("<p>a</p>", ""),
        (f"<!-- <meta charset=a> -->{PAGE}", '<meta charset="utf-8">'),
        ("<head><!-- <meta charset=a> --><title>A</title>", "<head>"),
        ("<head><!--><meta charset=a>", "<meta charset=a>"),
        ('<head><meta name="a" content="<meta charset=b>"><title>', "<head>"),
        ('<head><meta name="a>" content><meta charset=b><title>', "<meta charset=b>"),
        ("<head><link href=x><meta charset=b>", "<head>"),
    ],
)
def test_the_policy_stands_before_all_that_it_is_about(page: str, before: str) -> None:
    made = with_policy(page, [hash_of(ONE)])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy([hash_of(ONE)])}">'
    assert made.startswith(page[: page.index(before) + len(before)] + meta)
    assert made.replace(meta, "") == page
    assert policy_in(made) == policy([hash_of(ONE)])
    assert hashes_in(made) == (hash_of(ONE),)


def test_a_page_without_a_policy_has_none() -> None:
    assert policy_in(PAGE) is None
    assert hashes_in(PAGE) == ()
    assert allowing(PAGE, "style-src", "file:") == PAGE


def test_a_page_may_be_allowed_something_more_of_one_kind() -> None:
    page = with_policy(f"{PAGE}<p>script-src 'self'</p>", [hash_of(ONE)])
    wider = allowing(page, "script-src", hash_of("more()"))
    assert hashes_in(wider) == (hash_of("more()"), hash_of(ONE))
    assert wider.replace(f" {hash_of('more()')}", "") == page
    assert allowing(page, "script-src") == page


def test_the_headers_say_the_same_of_all_pages_and_what_no_page_can_say() -> None:
    said = headers([hash_of("b"), hash_of("a"), hash_of("b")], "https://guide.example/")
    lines = said.splitlines()
    assert lines[0] == "/*"
    named = dict(line.removeprefix("  ").split(": ", 1) for line in lines[1:])
    scripts = sorted([hash_of("a"), hash_of("b")])
    assert named["Content-Security-Policy"] == f"{policy(scripts)}; frame-ancestors 'none'"
    assert named["X-Content-Type-Options"] == "nosniff"
    assert named["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in named["Permissions-Policy"]
    assert said == headers([hash_of("a"), hash_of("b")], "https://guide.example/")


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8000/"])
def test_only_what_is_published_under_https_asks_for_it_from_then_on(address: str) -> None:
    assert "Strict-Transport-Security" not in headers((), address)
    kept = headers((), "https://guide.example/")
    assert "  Strict-Transport-Security: max-age=31536000\n" in kept, "for this host alone"
