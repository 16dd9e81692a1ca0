"""What check calls publishable is published: pages as people write them, with all they may hold."""

import json

import pytest

from generator.guide import compile_guide
from generator.problems.problem import errors
from tests.builds import build, find
from tests.drawn import picture
from tests.pages.slips.test_page import slips, within
from tests.project import TODAY, Project
from tests.whole.test_hostile import page, words

SOUND = [
    "See [the codes](/codes.md), [one](/codes.md#k12) and [below](#another).",
    "See [the codes](codes.md 'All of them') and [these](</codes.md>).",
    "See [the codes][codes], [codes][] and [codes].\n\n[codes]: /codes.md",
    "See [*the* `codes`](/codes.md), **[in bold](/codes.md)**, ([in brackets](/codes.md)).",
    "See [the codes (all)](/codes.md) [sic], [of it all], an array [0] (of one).",
    "See [canada.ca](https://www.canada.ca/en.html?a=1&b=2#c), <https://www.canada.ca/fr.html>.",
    "Write to [us](mailto:desk@guide.example) or call [1-800](tel:+18005550100).",
    '[![A map](/assets/map.png)](/codes.md)\n\n![A map](assets/map.png "The map")',
    '<img src="/assets/map.png" alt="" width="40">',
    "-   One\n-   Two\n    - Three\n    - Four\n\n    More of it.\n\n    {{ firm_help() }}",
    "1.  One\n2.  Two\n\n    Text of two.\n\n-   Three",
    "* One\n* Two\n\n+ Three\n+ Four",
    "1986. A year.\nIn 1987. Another year.",
    "A line - with a dash\n- and one that begins with it.",
    "-5 degrees is cold.",
    '| A | B |\n| --- | --: |\n| *c* | `a|b` |\n| d \\| e | {{ code("K12") }} |',
    "A | B\n---|---\n1 | 2",
    "A sentence.\n\n---\n\nAnother.\n\n***\n\nA third.",
    "A long heading of its own\n-------------------------\n\nText.",
    "> A quotation.\n> **In** two lines.",
    "```python\nx = '[a] (b)'  # **\n\n<script>\n```",
    "~~~\n{{ no call\n~~~",
    "    [a] (b) **\n    <div>",
    "`[a] (b)`, `**`, `<script>`, ``a `b` c`` and `{: .x }`.",
    "A \\*star\\*, a \\[bracket\\](x), \\`tick\\`, &lt;b>.",
    "5 * 3 * 2, a_b_c, 2^3, ~5 %, #1, C#, 50 & 60.\n#1 of them.",
    "***Both***, **bold**, *italic*, __bold__, _italic_, **“quoted”**, (**so**), un**bold**ed.",
    "Fee* applies.\n\n\\* But not always.",
    "A < B, B > A, 1 <2, x<y, <3.",
    "Text.\n{: .guide-lead }\n\n## A heading {: #own }\n\nText *word*{: .guide-lead } more.",
    "## A heading\n\n### Below it\n\nText.\n\n## Programming in C#\n\nText.",
    "## A heading\n\n### Fees\n\nText.\n\n## Two\n\n### Fees\n\nText.",
    "## “Quotes”, (brackets), 50%, [square] and \\{curly}\n\nText.",
    "## 1. A number {#one}\n\nText.\n\n## A closed heading ##\n\nText.",
    '## {{ code("K12") }}\n\nText.',
    '<div class="guide-doors" markdown>\n\n-   [The codes](/codes.md)\n    All.\n\n</div>',
    "<div markdown>\n\n**Text**.\n\n</div>\n\n<p>One<br>two <b>three</b> <sup>4</sup></p>",
    "<ul>\n<li>One\n<li>Two\n</ul>",
    "<table>\n<tr><th scope=row>A<td colspan=2>B\n</table>",
    "<!-- A remark with [a] (b) and **. -->\n\nText.",
    "Québec, mobilité, naïve œuvre – “quoted”, ‘so’, it’s, 2–8 weeks … e.g. 24/7 (i.e. always).",
    "A { b } {# c #} and :-).",
    "At 10:30:00, a ~ b, x == y, 5 ^ 2, a++ and :).",
    "A\n\n    IMM 5710\n\nB.",
    "See [the list\n(of codes)](/codes.md), [it][c] and canada.ca.\n\n[c]: /codes.md",
    "A ***b** c* d, **e *f***.",
    "Line one  \nline two\\\nline three",
    "A&nbsp;b &copy; &amp; &#169;",
]
"""What may stand in a page: for each a page is made."""


@pytest.mark.parametrize("text", SOUND)
def test_what_people_write_well_is_no_slip(text: str) -> None:
    assert slips(within(text)) == []


TITLES = [
    "All about C #",
    "All about C#",
    "1. The first",
    "[Brackets] (and round ones)",
    "“Quotes” & 'more' \"still\"",
    "{Curly} braces",
    "A | B",
    "50% < 100%",
    "Mobilité – à Québec",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A guide with a page for each sound text, which check calls publishable."""
    project = Project(tmp_path_factory.mktemp("sound") / "guide")
    project.write("content/assets/map.png", picture("png"))
    head = project.read("content/glossary.md").split("---\n")[1].replace('title: "The words"\n', "")
    for number, text in enumerate(SOUND):
        title = json.dumps(_title(number), ensure_ascii=False)
        folder = ("", "more/", "a-1/b-2/")[number % 3]
        uri = f"{folder}page-{number}-x.md"
        body = f"# Page {number}\n\n{{{{ in_short() }}}}\n\n{{{{ review_byline() }}}}\n\n"
        body += f"{text}\n\n## Another\n\nSo.\n"
        whole = f"---\ntitle: {title}\n{head}---\n\n{body}\n{{{{ verify_notice() }}}}\n"
        target = "(assets/map.png" if not folder else "(/assets/map.png"
        whole = whole.replace("(assets/map.png", target).replace("(codes.md", "(/codes.md")
        project.write(f"content/{uri}", whole)
        project.in_navigation(uri, f'"Page {number}"')
    assert not errors(compile_guide(project.root, TODAY).problems)
    return project


def _title(number: int) -> str:
    return f"{number} {TITLES[number]}" if number < len(TITLES) else f"Page {number}"


@pytest.mark.build
def test_what_check_calls_publishable_is_built(built: Project) -> None:
    done = build(built, "--strict", GUIDE_TODAY=TODAY.isoformat(), NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 0, done.stdout
    for number, folder in zip(range(len(SOUND)), ("", "more/", "a-1/b-2/") * 99, strict=False):
        made = page(built.root / "site", f"{folder}page-{number}-x/index.html")
        (title,) = find(made, "//title")
        assert words(title).startswith(f"{_title(number)} | ")
        assert words(find(made, "//h1")[0]).startswith(f"Page {number}")
