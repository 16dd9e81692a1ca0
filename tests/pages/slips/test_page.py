"""Slips in the text of a page: each is told once, on the line that wrote it."""

import pytest

from generator.pages.components import INLINE
from generator.pages.markdown import PageConverter
from generator.pages.slips.page import page_slips
from generator.source.calls import Call, calls_in

_CONVERTER = PageConverter()


def slips(text: str) -> list[tuple[str, int, str]]:
    """Return rule, line and message of everything that is wrong with a page's text."""
    calls = [call for call in calls_in(text) if isinstance(call, Call)]
    ends = [0, *(call.end for call in calls)]
    starts = [*(call.start for call in calls), len(text)]
    parts = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    marked = _CONVERTER.marked(parts, inline=[call.name in INLINE for call in calls])
    found = page_slips(text, [(call.start, call.end) for call in calls], marked)
    return [(slip.rule, text.count("\n", 0, slip.start) + 1, slip.says) for slip in found]


def within(text: str) -> str:
    """Return a sound page with a text in it, which begins on line 5."""
    return f"# A page\n\nA sentence.\n\n{text}\n\nAnother one.\n"


MARKDOWN = [
    # Links and pictures.
    ("See [the list] (/codes.md) now.", 5, "a space parts this link"),
    ("See [the list]\n(/codes.md) now.", 5, "a space parts this link"),
    ("See [a page] (https://www.canada.ca/en.html) now.", 5, "a space parts this link"),
    ("See [the list] (codes.md#k12) now.", 5, "a space parts this link"),
    ("See [the list](/codes.md now.", 5, "not closed"),
    ("See [the list](/codes.md now (or later).", 5, "not closed"),
    ("See [the list](/codes.md now) or later.", 5, "a space stands in the address"),
    ("See (the list)[/codes.md] now.", 5, "the wrong way round"),
    ("See (the list)[https://www.canada.ca/en.html] now.", 5, "the wrong way round"),
    ("See [](/codes.md) now.", 5, "nobody sees this link"),
    ("See [ ](/codes.md) now.", 5, "nobody sees this link"),
    ("See [the list]() now.", 5, "has no address"),
    ("See [the list]( ) now.", 5, "has no address"),
    ("![A map](/api/v1/index.json)", 5, "none of a picture"),
    ("![A map](/codes.md)", 5, "none of a picture"),
    ("![A map](#top)", 5, "none of a picture"),
    ("![A map][m]\n\n[m]: /feed", 7, "none of a picture"),
    ('<img alt="A map">', 5, "none of a picture"),
    ('<img alt="A map" src="/codes/">', 5, "none of a picture"),
    ('```py title="x"\ncode\n```', 5, "readers see this line"),
    ("~~~ a b\ncode\n~~~", 5, "readers see this line"),
    ("```a,b\ncode\n```", 5, "readers see this line"),
    (" ```\ncode\n ```", 5, "in the first column alone"),
    ("> ~~~\n> code\n> ~~~", 5, "in the first column alone"),
    ("-   One.\n\n    ```py\n    code\n    ```\n\n-   Two.", 7, "in the first column alone"),
    ("<div>The `code` of it</div>", 5, "as it is typed"),
    ("![](map.png)", 5, "says nothing to who cannot see it"),
    ("![]( map.png )", 5, "says nothing to who cannot see it"),
    ("![A map]()", 5, "has no address"),
    ("![A map](map.png", 5, "this picture is not closed"),
    ("See [the list][codes] now.", 5, "no line `[codes]: …`"),
    ("See [the list][] now.", 5, "no line `[the list]: …`"),
    ("See the list](/codes.md) now.", 5, "`[` is missing"),
    ("See [the list(/codes.md) now.", 5, "`]` is missing"),
    ("See [the list]{/codes.md} now.", 5, "round brackets"),
    ("See [the list][/codes.md] now.", 5, "round brackets"),
    ("See it.[^1]", 5, "footnotes"),
    ("[codes]: /codes.md", 5, "no link uses this line"),
    ("- [codes]: codes", 5, "no link uses this line"),
    ("> [Job Bank]: jobs", 5, "no link uses this line"),
    ("1. [Job Bank]: jobs", 5, "no link uses this line"),
    ("- > [Job Bank]: jobs", 5, "no link uses this line"),
    ("[Job\nBank]: jobs", 5, "no link uses this line"),
    ('- One.\n- [Job Bank]: jobs "and more"', 6, "no link uses this line"),
    ("- Text.\n\n    [Job Bank]: jobs", 7, "no link uses this line"),
    ("[x](<>)", 5, "this link has no address"),
    ('![x](<> "A map")', 5, "this picture has no address"),
    ("[x][c]\n\n[c]: <>", 7, "names no address"),
    ('<a href="">x</a>', 5, "this link has no address"),
    ("<a href>x</a>", 5, "this link has no address"),
    ("See [x](/codes.md), www.canada.ca now.", 5, "nobody can follow this address"),
    ("A [list\nof it](/codes.md), www.canada.ca now.", 6, "nobody can follow this address"),
    ("A line.\nAnother, see [the list] (/codes.md) now.", 6, "a space parts this link"),
    ("-   One.\n-   See [the list](/codes.md.", 6, "not closed"),
    # Bold text.
    ("This is **bold text.", 5, "ends nowhere"),
    ("This is bold** text.", 5, "begins nowhere"),
    ("**One** and **two.", 5, "ends nowhere"),
    ("This is __bold text.", 5, "ends nowhere"),
    ("1.  **One**, two.\n2.  **One, two.\n3.  **One**, two.", 6, "ends nowhere"),
    ("-   One** two.\n-   **One** two.", 5, "begins nowhere"),
    ("**This is bold\n\nand this too**.", 5, "ends nowhere"),
    ("This is ** bold** text.", 5, "no space within"),
    ("This is **bold ** text.", 5, "no space within"),
    # Headings.
    ("##Heading\n\nText.", 5, "a space is missing behind `##`"),
    ("#Heading\n\nText.", 5, "a space is missing behind `#`"),
    ("###Über uns\n\nText.", 5, "a space is missing behind `###`"),
    ("  ## Heading\n\nText.", 5, "begin it in column 1"),
    ("####### Heading\n\nText.", 5, "at most six"),
    ("This is a sentence.\n---\n\nText.", 6, "makes a heading of the line above"),
    ("Some words\n--\n\nText.", 6, "makes a heading of the line above"),
    ("These are some words that end without a stop\n----------\n\nText.", 6, "makes a heading"),
    ("This is a sentence.\n====\n\nText.", 6, "makes a heading of the line above"),
    # Lists.
    ("We need:\n- a form\n- a photo", 6, "after a blank line"),
    ("We need:\n1. a form\n2. a photo", 6, "after a blank line"),
    ("We need these\n* a form\n* a photo", 6, "after a blank line"),
    ("We need:\n- a form", 6, "after a blank line"),
    ("• a form\n• a photo", 5, "with `- ` before each item"),
    ("– a form\n– a photo", 5, "not with a long dash"),
    ("1) a form\n2) a photo", 5, "with `1. ` before"),
    ("-a form\n-a photo", 5, "a space is missing behind the sign"),
    ("1. a form\n- a photo", 6, "another kind of list"),
    # Tables.
    ("| A | B |\n| --- | --- |\n| 1 | 2 | 3 |", 7, "this row has 3 cells"),
    ("| A | B |\n| --- | --- |\n| 1 | 2 |\n| 1 |", 8, "this row has 1 cells"),
    ("A | B\n--- | ---\n1 | 2 | 3", 7, "this row has 3 cells"),
    ("| A | B |\n| --- |\n| 1 | 2 |", 6, "this line has 1 parts"),
    ("| A | B |\n| --- | --- |\n| 1 | 2 |\nText.", 8, "leave a blank line below"),
    ("Text.\n| A | B |\n| --- | --- |\n| 1 | 2 |", 6, "leave one above this row"),
    ("| A | B |\n| 1 | 2 |", 5, "no table yet"),
    # Code, comments and attributes.
    ("```\nx = 1", 5, "never ends"),
    ("~~~ text\nx = 1\n```", 5, "never ends"),
    ("A <!-- remark.", 5, "this comment never ends"),
    ("{: .guide-lead }", 5, "see these attributes"),
    ("Text {: .guide-lead } more.", 5, "see these attributes"),
    ("Text.\n{: .guide-lead", 6, "see these attributes"),
    ("Text.\n{ .guide-lead }", 6, "begin with a colon"),
    # HTML.
    ("<div>\n\nText.", 5, "has no end"),
    ("<div markdown>\n\nText.", 5, "has no end"),
    ("<div markdown>\n\n<div>\n\nText.\n\n</div>", 5, "has no end"),
    ("Text.</div>", 5, "ends nothing"),
    ("<em>Text.", 5, "has no end"),
    ("<b><i>Text.</b></i>", 5, "has no end"),
    ("<div markdown\n\nText.\n\n</div>", 5, "write `>`"),
    ("<div>\n**Text.**\n</div>", 6, "within HTML"),
    ("<p>See [the list](/codes.md).</p>", 5, "within HTML"),
    ('<img src="map.png">', 5, "write `alt=`"),
]


@pytest.mark.parametrize(("text", "line", "says"), MARKDOWN)
def test_broken_markdown_is_told_once_on_its_line(text: str, line: int, says: str) -> None:
    found = slips(within(text))
    assert [(rule, where) for rule, where, _ in found][:1] == [("markdown", line)], found
    assert says in found[0][2]
    assert len(found) == 1 or "</i>" in text, found


ACTIVE = [
    ("A\n\n[x](&#106;avascript:1)", 7, "may not begin with `javascript:`"),
    ("<script>alert(1)</script>", 5, "`<script>`"),
    ("<SCRIPT src=x></SCRIPT>", 5, "`<script>`"),
    ("Text.\n\n<style>p{display:none}</style>", 7, "`<style>`"),
    ('<iframe src="https://a.example"></iframe>', 5, "`<iframe>`"),
    ("<object data=x></object>", 5, "`<object>`"),
    ("<embed src=x>", 5, "`<embed>`"),
    ('<form action="https://a.example"></form>', 5, "`<form>`"),
    ("<button>Go</button>", 5, "`<button>`"),
    ('Text <input type="text"> more.', 5, "`<input>`"),
    ("<select><option>a</option></select>", 5, "`<select>`"),
    ('<meta http-equiv="refresh" content="0; url=https://a.example/">', 5, "`<meta>`"),
    ('<base href="https://a.example/">', 5, "`<base>`"),
    ('<link rel="stylesheet" href="x.css">', 5, "`<link>`"),
    ('<template markdown="1">\n\nText.\n\n</template>', 5, "`<template>`"),
    ("<svg><path/></svg>", 5, "`<svg>`"),
    ("<math><mi>x</mi></math>", 5, "`<math>`"),
    ("<dialog>Text.</dialog>", 5, "`<dialog>`"),
    ("<details><summary>a</summary>b</details>", 5, "`<details>`"),
    ("<noscript>Text.</noscript>", 5, "`<noscript>`"),
    ('<video src="x.mp4"></video>', 5, "`<video>`"),
    ("<body onload=alert(1)>", 5, "`<body>`"),
    ("<font color=red>Text.</font>", 5, "`<font>`"),
    ("<center>Text.</center>", 5, "`<center>`"),
    ("<x-thing>Text.</x-thing>", 5, "`<x-thing>`"),
    ("Write <your name> here.", 5, "`&lt;your&gt;`"),
    ("<?php echo 1 ?>", 5, "no text"),
    ("<!DOCTYPE html>", 5, "no text"),
    ('<p onclick="x()">Text.</p>', 5, "`onclick`"),
    ('<img src="a.png" alt="A" onerror="x()">', 5, "`onerror`"),
    ("<p STYLE='opacity:0'>Text.</p>", 5, "`style`"),
    ("<p hidden>Text.</p>", 5, "`hidden`"),
    ("<div popover>Text.</div>", 5, "`popover`"),
    ("<div inert>Text.</div>", 5, "`inert`"),
    ('<span aria-hidden="true">Text.</span>', 5, "`aria-hidden`"),
    ('<span data-guide="verify">Text.</span>', 5, "`data-guide`"),
    ('<div class="guide-sr">Text.</div>', 5, "`guide-sr`"),
    ('<div class="guide-print" markdown>\n\nText.\n\n</div>', 5, "`guide-print`"),
    ('<div class="md-toggle">Text.</div>', 5, "`md-toggle`"),
    ("Text.\n{: .guide-sr }", 6, "`guide-sr`"),
    ("Text.\n{: onmouseover=x }", 6, "`onmouseover`"),
    ('Text.\n{: style="position:fixed" }', 6, "`style`"),
    ("Text.\n{: hidden=1 }", 6, "`hidden`"),
    ("Text.\n{: aria-hidden=true }", 6, "`aria-hidden`"),
    ("Text *word*{: .md-search } more.", 5, "`md-search`"),
    ("Text.\n{: .guide-led }", 6, "did you mean `guide-lead`?"),
    ("## A heading {: .guide-sr }\n\nText.", 5, "`guide-sr`"),
    ("## A heading {curly}\n\nText.", 5, "write `\\{curly}`"),
    ("Text.\n{: #main-text }", 6, "`main-text`"),
    ("Text.\n{: #__search }", 6, "`__search`"),
    ("[x](javascript:alert(1))", 5, "`javascript:`"),
    ("[x](JaVaScRiPt:x)", 5, "`JaVaScRiPt:`"),
    ('<a href="java&#9;script:x">x</a>', 5, "`javascript:`"),
    ('<a href=" javascript:x">x</a>', 5, "`javascript:`"),
    ("[x][y]\n\n[y]: javascript:x", 7, "`javascript:`"),
    ("[x](data:text/html,x)", 5, "`data:`"),
    ("[x](vbscript:x)", 5, "`vbscript:`"),
    ("[x](file:///etc/passwd)", 5, "`file:`"),
    ("[x](ftp://a.example/x)", 5, "`ftp:`"),
    ("<ftp://a.example/x>", 5, "`ftp:`"),
    ("[x](http://www.canada.ca/en.html)", 5, "`https://`"),
    ("[x](http://localhost:8000/codes/)", 5, "nobody else reaches `localhost`"),
    ("[x](https://127.0.0.1/codes/)", 5, "nobody else reaches `127.0.0.1`"),
    ("[x](http://[::1]:8000/)", 5, "nobody else reaches `::1`"),
    ("[x](https://192.168.0.7/)", 5, "nobody else reaches"),
    ("[x](https://10.0.0.1/)", 5, "nobody else reaches"),
    ("[x](https://2130706433/)", 5, "nobody else reaches"),
    ("[x](https://intranet/)", 5, "nobody else reaches"),
    ("[x](//files.local/a)", 5, "nobody else reaches"),
    ("[x](https://www.canada.ca@a.example/)", 5, "before its `@`"),
    ("[x](https://github.com/firm/guide/blob/main/content/codes.md)", 5, "`/codes.md`"),
    ("[x](https://github.com/firm/guide/edit/main/content/a/b.md)", 5, "`/a/b.md`"),
    ("[x](mailto:desk)", 5, "no address for a letter"),
    ("![A pen](https://a.example/pen.png)", 5, "pictures come from content/"),
    ("![A pen](//a.example/pen.png)", 5, "pictures come from content/"),
    ("![A pen](data:image/png;base64,AA)", 5, "pictures come from content/"),
    ('<img src="https://a.example/pen.png" alt="A pen">', 5, "pictures come from content/"),
    ("\\<script>alert(1)</script>", 5, "`<script>` has no place"),
    ("Text. \\<img src=pen.png alt=A onerror=a()>", 5, "`onerror` makes the page act"),
    ('<img src="pen.png" srcset="https://a.example/pen.png" alt="A pen">', 5, "`srcset`"),
]


@pytest.mark.parametrize(("text", "line", "says"), ACTIVE)
def test_what_acts_hides_or_leads_away_is_told_on_its_line(text: str, line: int, says: str) -> None:
    found = [slip for slip in slips(within(text)) if slip[0] == "active-content"]
    assert found, slips(within(text))
    assert (found[0][1], len({slip[1] for slip in found})) == (line, 1), found
    assert says in found[0][2]


ELEMENTS = [
    "<script>x()</script>",
    "<meta http-equiv='refresh' content='0; url=/codes/'>",
    "<iframe src='https://a.example/'></iframe>",
    "<style>p{color:red}</style>",
    "<base href='https://a.example/'>",
    "<form action='/codes/'><input></form>",
    "<svg><path/></svg>",
    "<object data='x'></object>",
    "<link rel=stylesheet href='x'>",
    "<x:y>words</x:y>",
    "<img src='pen.png' alt='A pen' onerror='x()'>",
]
# What a reading of the text alone may take for code or a comment, and Markdown or a browser not.
COVERED = [
    "<!-->{}-->",
    "<!--->{}-->",
    "~~~html a b\n{}\n~~~",
    "~~~ {{x}} y\n{}\n~~~",
    "~~~a~b\n{}\n~~~",
    "<div>\n\n    {}\n\n</div>",
    "<div>\n`{}`\n</div>",
    "`a\n> {} `",
    "`a\n---\n{}`",
    "-   `a\n-   {}`",
    "<div>`</div>{}<div>`</div>",
]


@pytest.mark.parametrize("around", COVERED)
@pytest.mark.parametrize("element", ELEMENTS)
def test_what_acts_is_told_of_what_was_converted_too(element: str, around: str) -> None:
    assert "active-content" in {slip[0] for slip in slips(within(around.format(element)))}


def test_what_stands_within_a_refused_element_is_told_with_it() -> None:
    found = slips(within("~~~a~b\n<form><input><script>x()</script></form>\n~~~"))
    assert [says for rule, _line, says in found if rule == "active-content"] == [
        "`<form>` has no place in a page, which is text, links and pictures: remove it"
    ]


@pytest.mark.parametrize("name", ["body", "html", "script", "iframe", "HEAD", "codes"])
def test_the_end_of_what_may_not_be_is_told_as_well(name: str) -> None:
    (found,) = slips(within(f"Text.</{name}>"))
    assert found == ("active-content", 5, f"`</{name.lower()}>` ends nothing: remove it")


OUTLINE = [
    ("# A\n\nText.\n\n## One\n\n## Two\n\nText.\n", 5, "nothing stands under the heading “One”"),
    ("# A\n\nText.\n\n## One\n\nText.\n\n## Two\n", 9, "nothing stands under the heading “Two”"),
    ("# A\n\nText.\n\n## One\n\nText.\n\n### Two\n\n## Three\n\nText.\n", 9, "heading “Two”"),
    ("# A\n\n# B\n\nText.\n", 3, "one heading with a single `#`"),
    ("# A\n", 1, "nothing stands under the heading “A”"),
    ("# A\n\nText.\n\n## One\n\nText.\n\n## One\n\nText.\n", 9, "stands twice"),
    ("# A\n\nText.\n\n## One!\n\nText.\n\n## *One*\n\nText.\n", 9, "stands twice"),
    ("# A\n\nText.\n\n### One\n\nText.\n", 5, "a level is left out"),
    ("# A\n\nText.\n\n## One\n\nText.\n\n#### Two\n\nText.\n", 9, "write `### `"),
    ("Text.\n", 1, "does not begin with its heading"),
    ("\n\nText.\n\n## One\n\nText.\n", 5, "does not begin with its heading"),
    ("# A\n\nText.\n\n# B\n\nText.\n", 5, "one heading with a single `#`"),
    ("# A\n\nText.\n\n## \n\nText.\n", 5, "no words"),
    ("# A\n\nText.\n{: #x }\n\nText.\n{: #x }\n", 7, "the anchor `x` stands twice"),
    ("# A\n\n## One {#x}\n\nText.\n\n## Two {#x}\n\nText.\n", 7, "the anchor `x` stands twice"),
]


@pytest.mark.parametrize(("text", "line", "says"), OUTLINE)
def test_a_section_that_is_none_is_told_at_its_heading(text: str, line: int, says: str) -> None:
    (found,) = slips(text)
    assert found[:2] == ("section", line)
    assert says in found[2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("TODO: ask.", 5),
        ("A line.\nIt is XXX now.", 6),
        ("It is lorem ipsum.", 5),
        ("It is CETAâ€™s.", 5),
        ("It is Europ\ufffdan.", 5),
        ("It is soft\u00adened.", 5),
        ("It is\u200b here.", 5),
        ("-   One.\n-   It is [TBD](/codes.md).", 6),
        ("It is \u0421ETA.", 5),
        ("It is so ( ).", 5),
        ("It is so (<!-- how? -->).", 5),
        ("It is so (<b></b>).", 5),
        ("[See\nthe TODO](/codes.md) now.", 6),
        ("See [the list](https://www.canada.ca/?x=y) or\nh?re.", 6),
        ("The pre- arrival.", 5),
        ("| Pre- arrival | B |\n| --- | --- |\n| 1 | 2 |", 5),
    ],
)
def test_what_is_left_over_or_garbled_in_a_sentence_is_told(text: str, line: int) -> None:
    (found,) = slips(within(text))
    assert found[:2] == ("text", line)


def test_brackets_round_a_comment_are_named_as_readers_see_them() -> None:
    ((_, _, says),) = slips(within("It is so (<!-- how is it? -->)."))
    assert says.startswith("`( )` is a note left over")


@pytest.mark.parametrize("between", ["()", "[]"])
@pytest.mark.parametrize(
    "shown",
    [
        '{{ code("C12") }}',
        "`A1234567`",
        "`C12` {{ code('C12') }}",
        "<https://www.jobbank.gc.ca/>",
        "<info@guide.example>",
        "*",
        "\\*",
        "/",
    ],
)
def test_what_readers_see_in_brackets_is_no_note_left_over(shown: str, between: str) -> None:
    assert slips(within(f"It is called {between[0]}{shown}{between[1]} there.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<https://www.jobbank.gc.ca/> lists jobs.",
        "See [the form](</form (1).png>) and [one](</a (2).png>).",
        "See [the form][f].\n\n[f]: </form.png>",
    ],
)
def test_an_address_in_angle_brackets_is_none_of_html(text: str) -> None:
    assert slips(within(text)) == []


_ASKED = "https://www.canada.ca/en/a.html?x=y"


@pytest.mark.parametrize(
    "text",
    [
        f"See [the answer of\nIRCC]({_ASKED}) now.",
        f"-   See [the\n    text]({_ASKED}) now.\n-   Two.",
        f"> See [the\n> text]({_ASKED}) now.",
        f'See [it]({_ASKED}\n"Title") now.',
        f'> See [it]({_ASKED}\n> "Title (of\n> it)") now.',
        f'> See <a\n> href="{_ASKED}"\n> title="Of it">the list</a> now.',
        f'See <a href="{_ASKED}"\n>the list</a> now.',
        f"> See [the\n> list][] now.\n>\n> [the list]: {_ASKED}",
        f"See [it](/codes.md) [www.canada.ca]({_ASKED}) now.",
        f"See it (all of it) [www.canada.ca]({_ASKED}) now.",
        f"See [it](/codes.md) [www.canada.ca] now.\n\n[www.canada.ca]: {_ASKED}",
        f"See [codes [all]]({_ASKED}) now.",
        f"[![A map](map.png)]({_ASKED})",
        f'See <a\nhref="{_ASKED}">the list</a> now.',
        f'See <a href="{_ASKED}"\ntitle="x">the list</a> now.',
        f"See [it] now.\n\n[it]:\n    {_ASKED}",
        f"-   See [it] now.\n\n    [it]: {_ASKED}",
        f"This is what we say in [it]: it is so.\n\n[it]: {_ASKED}",
        "See [x](https://www.canada.ca/en/a_(b)?c=d) now.",
        f'See [x]({_ASKED} "What is it? (Yes)") now.',
        "See [x](https://www.canada.ca/en/a()b.html) now.",
        "![Map](map%20%C3%A9%C3%A9_(a).png)",
        "Write [us](mailto:info@guide.example?subject=A%20(b)&body=C) now.",
    ],
)
def test_the_address_and_the_title_of_a_link_are_no_words(text: str) -> None:
    assert slips(within(text)) == []


@pytest.mark.parametrize("words", ["www.canada.ca", "https://www.canada.ca/?x=y", "It (www.x.ca)"])
@pytest.mark.parametrize(
    "link",
    [
        f"See [{{}}]({_ASKED}) now.",
        f"See **[{{}}]({_ASKED})** now.",
        f'See <a href="{_ASKED}">{{}}</a> now.',
        f"See [{{}}][c] now.\n\n[c]: {_ASKED}",
        f"See [{{}}] now.\n\n[{{}}]: {_ASKED}",
    ],
)
def test_the_words_of_a_link_may_be_an_address(link: str, words: str) -> None:
    assert slips(within(link.replace("{}", words))) == []


@pytest.mark.parametrize(
    "text",
    [
        "| Pre- | Post- |\n| --- | --- |\n| a | b |",
        "| A | B | C |\n| :--- | --- | ---: |\n| a | b | c |",
        "They work full- / part-time.",
        "They work full-<br>time.",
        "It is pre-[arrival](/codes.md), and pre-**arrival**, and pre-<b>arrival</b>.",
        "A map (<img src='map.png' alt='A map'>) and its words.",
        "Name: __________",
    ],
)
def test_what_marks_part_or_join_is_no_word_cut_by_a_hyphen(text: str) -> None:
    assert slips(within(text)) == []


@pytest.mark.parametrize(
    "fence", ['```python hl_lines="1 2"', "``` {.yaml .x}"], ids=["lines", "class"]
)
def test_what_is_wrong_with_the_head_of_code_is_told_there(fence: str) -> None:
    assert [line for _, line, _ in slips(within(f"{fence}\nx\n```"))] == [5]


def test_nothing_is_told_of_a_page_that_a_merge_left_unfinished() -> None:
    text = "# A\n\n<<<<<<< HEAD\nThe **one.\n=======\n## One\n>>>>>>> main\n"
    assert slips(text) == []


def test_several_slips_of_a_page_are_told_in_the_order_of_their_lines() -> None:
    text = within("See [x] (/a.md).\n\nThis is **bold.\n\n<script>\n</script>\n\nTODO")
    assert [line for _, line, _ in slips(text)] == [5, 7, 9, 12]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](" * 5_000,
        "![" * 10_000,
        "**a " * 10_000,
        "`" * 20_000,
        "` `` ``` " * 5_000,
        "<a " * 10_000,
        "<a '" * 10_000,
        "{: " * 10_000,
        "| " * 20_000,
        "(a)[" * 10_000,
        "\\[" * 10_000,
        "<!-- " * 10_000,
        "- " * 10_000,
        "a\n- b\n" * 5_000,
        "[a]: " * 5_000,
        "](" + " " * 20_000,
        '](a "' * 5_000,
        "](a(" * 5_000,
        "](<" * 5_000,
        "<a \"'" * 5_000,
        "- " * 5_000 + "[a]:" * 5_000,
        '[a]: b "' + "]: [" * 5_000,
        "[a]: b\n" * 4_000,
        "[" * 5_000 + "](x)" * 5_000,
    ],
)
def test_a_long_text_of_signs_is_looked_through(text: str) -> None:
    page_slips(within(text), (), None)
