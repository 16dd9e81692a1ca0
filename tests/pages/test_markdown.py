import re

import pytest

from generator.pages.markdown import MisplacedError, PageConverter

BLOCK = '<div class="b">*not* _Markdown_ & [x](y) {{ z() }} \\* <p>q</p>\n\n    code\n</div>'
INLINE = '<a class="guide-code" href="/codes.md#k_1_">*K*_1_ | \\*</a>'

_CALLS = re.compile(r"(BLOCK|INLINE)")


def converted(text: str, converter: PageConverter | None = None) -> str:
    """Convert a text in which components are named where they stand."""
    pieces = _CALLS.split(text)
    names = pieces[1::2]
    made = [BLOCK if name == "BLOCK" else INLINE for name in names]
    inline = [name == "INLINE" for name in names]
    return (converter or PageConverter()).html(pieces[::2], made, inline=inline)


def misplaced(text: str) -> int:
    with pytest.raises(MisplacedError) as caught:
        converted(text)
    return caught.value.number


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("BLOCK", BLOCK),
        ("One.\n\nBLOCK\n\nTwo.", f"<p>One.</p>\n{BLOCK}\n<p>Two.</p>"),
        ("One.\nBLOCK\nTwo.", f"<p>One.</p>\n{BLOCK}\n<p>Two.</p>"),
        ("One. BLOCK Two.", f"<p>One. </p>\n{BLOCK}\n<p>Two.</p>"),
        ("# A\nBLOCK", f"<h1>A</h1>\n{BLOCK}"),
        ("BLOCK\n# A", f"{BLOCK}\n<h1>A</h1>"),
        ("BLOCK\nBLOCK", f"{BLOCK}\n{BLOCK}"),
        ("BLOCK BLOCK", f"{BLOCK}\n{BLOCK}"),
        ("BLOCK\n\n- a\n- b", f"{BLOCK}\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("***\nBLOCK\n***", f"<hr>\n{BLOCK}\n<hr>"),
    ],
)
def test_a_block_stays_a_block_with_and_without_blank_lines(text: str, html: str) -> None:
    assert converted(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("INLINE", f"<p>{INLINE}</p>"),
        ("See INLINE.", f"<p>See {INLINE}.</p>"),
        (
            "See *INLINE* and **INLINE**",
            f"<p>See <em>{INLINE}</em> and <strong>{INLINE}</strong></p>",
        ),
        ("INLINE INLINE", f"<p>{INLINE} {INLINE}</p>"),
        ("(INLINE)", f"<p>({INLINE})</p>"),
        ("- INLINE", f"<ul>\n<li>{INLINE}</li>\n</ul>"),
        ("## On INLINE", f"<h2>On {INLINE}</h2>"),
        ("`INLINE`", f"<p><code>{INLINE}</code></p>"),
        ("> INLINE", f"<blockquote>\n<p>{INLINE}</p>\n</blockquote>"),
        ("INLINE\n{: .x }", f'<p class="x">{INLINE}</p>'),
        ("See INLINE\nhere.", f"<p>See {INLINE}\nhere.</p>"),
    ],
)
def test_what_stays_in_a_sentence_stays_in_it(text: str, html: str) -> None:
    assert converted(text) == html


def test_a_component_stands_in_a_cell() -> None:
    table = converted("| a | b |\n| --- | --- |\n| INLINE | c |\n")
    assert f"<td>{INLINE}</td>\n<td>c</td>" in table


def test_markdown_never_touches_what_a_component_made() -> None:
    text = (
        "*One INLINE two*\n\nBLOCK\n\n1. INLINE\n\n    BLOCK\n\n<div markdown>\n\nBLOCK\n\n</div>\n"
    )
    html = converted(text)
    assert html.count(BLOCK) == 3
    assert html.count(INLINE) == 2


def test_components_come_in_the_order_of_the_page() -> None:
    made = [f"<div>{number}</div>" for number in range(12)]
    html = PageConverter().html(["x"] * 13, made, inline=[False] * 12)
    assert re.findall(r"<div>\d+</div>", html) == made


def test_a_component_may_make_nothing_and_may_make_what_looks_like_a_sign() -> None:
    made = ["", "\ufdd01\ufdd1 \\1 \\g<0>"]
    html = PageConverter().html(["", "", ""], made, inline=[False, False])
    assert html == f"\n{made[1]}"


@pytest.mark.parametrize("sign", ["\ufdd00\ufdd1", "\ufdd07\ufdd1", "\ufdd0", "\ufdd1", "\ufdd0x"])
def test_the_signs_of_the_machinery_are_no_text(sign: str) -> None:
    shown = sign.replace("\ufdd0", "").replace("\ufdd1", "")
    assert converted(f"a{sign}b INLINE c{sign}") == f"<p>a{shown}b {INLINE} c{shown}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "# A BLOCK",
        "# A BLOCK b",
        "### BLOCK",
        "One.\n\n    BLOCK",
        "One.\n\n    code\n    BLOCK\n    code",
        "One.\n\n    code BLOCK",
        "    BLOCK",
        "One.\n\n\tBLOCK",
        "<div>BLOCK</div>",
        "<div>\nBLOCK\n</div>",
        "<p>\n\nBLOCK\n\n</p>",
        "<!-- BLOCK -->",
    ],
)
def test_a_block_where_none_can_be_is_a_problem(text: str) -> None:
    assert misplaced(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "[a](INLINE)",
        "![INLINE](a.png)",
        '[a](b "INLINE")',
        "<a href='INLINE'>b</a>",
        "[a][b]\n\n[b]: INLINE",
        "[b]: INLINE",
        "<!-- INLINE -->",
        "a <!-- INLINE --> b",
    ],
)
def test_a_component_within_a_tag_or_where_nothing_is_shown_is_a_problem(text: str) -> None:
    assert misplaced(text) == 0


def test_a_problem_is_told_of_the_component_that_has_it() -> None:
    assert misplaced("BLOCK\n\nINLINE\n\n# BLOCK\n\nBLOCK") == 2


@pytest.mark.parametrize("first", ["1. a\n2. b", "- a\n- b"])
def test_a_block_in_a_list_s_item_stays_in_it(first: str) -> None:
    one, two = first.split("\n")
    html = converted(f"{one}\n\n    BLOCK\n\n{two}")
    tag = "ol" if one.startswith("1") else "ul"
    items = f"<li>\n<p>a</p>\n{BLOCK}\n</li>\n<li>\n<p>b</p>\n</li>"
    assert html == f"<{tag}>\n{items}\n</{tag}>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n{: .guide-lead }", '<p class="guide-lead">One.</p>'),
        ("## A {#a-b}", '<h2 id="a-b">A</h2>'),
        ("## A {: .b c=d }", '<h2 c="d" class="b">A</h2>'),
        ("[a](b.md){: .c }", '<p><a class="c" href="b.md">a</a></p>'),
        ("<div class='a' markdown>\n\n*b*\n\n</div>", '<div class="a">\n<p><em>b</em></p>\n</div>'),
        ("<div>\n*b*\n</div>", "<div>\n*b*\n</div>"),
        ("1. a\n\n- b", "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("[a][b]\n\n[b]: /c.md#d", '<p><a href="/c.md#d">a</a></p>'),
        ("a & b < c &copy;", "<p>a &amp; b &lt; c &copy;</p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("## C\\#", "<h2>C#</h2>"),
        ("![a](b.png)", '<p><img alt="a" src="b.png"></p>'),
    ],
)
def test_people_write_what_they_are_used_to(text: str, html: str) -> None:
    assert converted(text) == html


def test_people_write_tables() -> None:
    html = converted("| A | B |\n| --- | --: |\n| *c* | d |\n")
    assert "<th>A</th>" in html
    assert "<td><em>c</em></td>" in html
    assert '<td style="text-align: right;">d</td>' in html


def test_a_block_in_a_div_with_markdown_is_a_block_of_it() -> None:
    for gap in ("\n", "\n\n"):
        html = converted(f"<div class='a' markdown>{gap}BLOCK{gap}</div>")
        assert html == f'<div class="a">\n{BLOCK}\n</div>'


def test_each_page_begins_anew() -> None:
    converter = PageConverter()
    converted("[a]: /b.md\n\n<div markdown>\n\nBLOCK\n", converter)
    with pytest.raises(MisplacedError):
        converted("# BLOCK", converter)
    assert converted("[a] INLINE", converter) == f"<p>[a] {INLINE}</p>"
