"""What a built page does in a browser, whatever wrote it: told once, with the page that does it."""

from pathlib import Path

import pytest

from generator.inspection.active import TEMPLATE, active_problems, flaws
from generator.inspection.html import parsed
from generator.inspection.site import inspect_site
from generator.outputs.policy import hash_of, with_policy
from generator.problems.problem import Place, Problem

HEAD = '<meta charset="utf-8"><link rel="canonical" href="https://guide.example/codes/">'
PAGE = with_policy(
    f"<!doctype html><html><head>{HEAD}"
    '<link rel="stylesheet" href="../assets/guide.css"></head><body>'
    "<script>theme()</script><main><article>{}</article></main>"
    '<script src="../assets/guide.js"></script></body></html>',
    [hash_of("theme()")],
)


def found_in(page: str) -> list[str]:
    document = parsed(page.encode())
    assert document is not None
    return list(flaws(document))


def in_text(html: str) -> list[str]:
    return found_in(PAGE.replace("{}", html))


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text about javascript: it is one.</p>",
        '<a href="https://www.canada.ca/en.html">canada.ca</a>',
        '<a href="mailto:desk@firm.example">us</a>',
        '<img src="../assets/a.svg" alt="A"><img src="data:image/png;base64,AA" alt="B">',
        '<script type="application/json">{"a": 1}</script>',
        '<script src="../assets/finder.js"></script>',
        '<form data-guide-filter><select><option value="">any</option></select></form>',
        '<p id="on-arrival" data-on="1">Arrival</p>',
    ],
)
def test_what_pages_are_made_of_is_free(html: str) -> None:
    assert in_text(html) == []


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<script>x()</script>", "has `<script>`"),
        ("<script type=module>x()</script>", "has `<script>`"),
        ("<iframe></iframe>", "has `<iframe>`"),
        ('<object data="x.svg"></object>', "has `<object>`"),
        ("<embed>", "has `<embed>`"),
        ("<base>", "has `<base>`"),
        ("<style>p{}</style>", "has `<style>`"),
        ('<link rel="help" href="/codes/">', "has `<link>`"),
        ('<meta http-equiv="refresh" content="0; url=/">', "has `<meta>`"),
        ('<p onmouseover="x()">A</p>', "acts by `onmouseover`"),
        ('<p style="position:fixed">A</p>', "has a `style`"),
        ('<a href="data:text/html,x">A</a>', "runs as a script"),
        ('<form action="javascript:x()"></form>', "runs as a script"),
        ("<svg><script>x()</script></svg>", "has `<script>`"),
        ('<svg><use href="https://a.example/x.svg#a"/></svg>', "asks a.example for"),
        ('<svg><image xlink:href="//a.example/x.png"/></svg>', "asks a.example for"),
        ('<a href="/codes/" ping="https://a.example/">A</a>', "asks a.example for"),
        ('<table background="https://a.example/x.png"></table>', "asks a.example for"),
        ('<script src="data:text/javascript,x()"></script>', "asks data: for"),
        ('<a href="javascript:x()">A</a>', "runs as a script"),
        ('<a href=" java&#10;SCRIPT:x()">A</a>', "runs as a script"),
        ('<a href="vbscript:x">A</a>', "runs as a script"),
        ('<img src="https://a.example/x.png" alt="A">', "asks a.example for"),
        ('<img src="//a.example/x.png" alt="A">', "asks a.example for"),
        ('<img src="\\\\a.example/x.png" alt="A">', "asks a.example for"),
        ('<img src="a.png" srcset="a.png 1x, https://a.example/x.png 2x" alt="A">', "asks a.ex"),
        ('<video poster="http://a.example/x.png"></video>', "asks a.example for"),
        ('<script src="https://a.example/x.js"></script>', "asks a.example for"),
    ],
)
def test_what_acts_or_asks_another_host_is_told(html: str, says: str) -> None:
    assert [flaw for flaw in in_text(html) if says in flaw], in_text(html)


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ('<meta http-equiv="Refresh" content="0; url=https://a.example/">', "has `<meta>`"),
        ("<style>p{}</style>", "has `<style>`"),
        ('<form action="https://a.example/"></form>', "asks a.example for"),
    ],
)
def test_nor_may_the_frame(html: str, says: str) -> None:
    assert [flaw for flaw in found_in(PAGE.replace("<main>", f"{html}<main>")) if says in flaw]


@pytest.mark.parametrize("rel", ["me", "author", "privacy-policy", "alternate", "license next"])
def test_what_no_browser_fetches_may_lead_anywhere(rel: str) -> None:
    more = f'<link rel="{rel}" href="https://a.example/">'
    assert found_in(PAGE.replace("</head>", f"{more}</head>")) == []


@pytest.mark.parametrize(
    "rel",
    [
        *("stylesheet", "icon", "preload", "preconnect", "dns-prefetch"),
        *("alternate stylesheet", "next prefetch", "Canonical Stylesheet"),
    ],
)
def test_so_is_what_the_frame_fetches(rel: str) -> None:
    more = f'<link rel="{rel}" href="https://fonts.example/">'
    assert found_in(PAGE.replace("</head>", f"{more}</head>")) == [
        "asks fonts.example for what it shows"
    ]


POLICY = PAGE[PAGE.index("<meta http-equiv") : PAGE.index("<link rel")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (POLICY, ""),
        (POLICY, f"<!-- {POLICY} -->"),
        (POLICY, f"<noscript>{POLICY}</noscript>"),
        (POLICY, f"<script></script>{POLICY}"),
        (POLICY, f'<link rel="stylesheet" href="x.css">{POLICY}'),
        ("</head>", f"</head>{POLICY}"),
        ("default-src 'none'", "default-src 'self'"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' https:"),
        ("style-src 'self'", "style-src *"),
        ("; base-uri 'none'", ""),
        ("form-action 'self'", "form-action 'none' 'self'"),
        ("http-equiv", "name"),
        ("script-src 'self'", "script-src data: 'self'"),
        ("default-src 'none'", "default-src 'self'; default-src 'none'"),
        ("style-src 'self'", "style-src 'none'"),
        (hash_of("theme()"), hash_of("other()")),
    ],
)
def test_a_page_whose_policy_no_browser_obeys_or_that_allows_more_is_told(
    old: str, new: str
) -> None:
    page = PAGE.replace(POLICY, "", 1) if new.startswith("</head>") else PAGE
    assert found_in(page.replace(old, new, 1)) == [
        "does not say at its beginning, as all pages do, what a browser may do on it"
    ]


def test_each_is_told_once_for_all_pages_that_do_it() -> None:
    pairs = [("a/index.html", "acts by `onclick`"), ("b/index.html", "acts by `onclick`")]
    assert list(active_problems([*pairs, *pairs])) == [
        Problem(
            "active-content",
            "a/index.html (and 1 other page) acts by `onclick`: look for what wrote it, there or in"
            " mkdocs.yml",
            Place(TEMPLATE),
        )
    ]
    (problem,) = active_problems(pairs[:1])
    assert problem.place.path == "a/index.html"


def test_the_page_for_unknown_addresses_is_judged_too(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(PAGE.replace("{}", "<iframe></iframe>"), encoding="utf-8")
    (problem,) = (p for p in inspect_site(tmp_path, []) if p.rule == "active-content")
    assert problem.message.startswith("404.html has `<iframe>`")
