import html
import re

import markdown
import pytest
from lxml import html as parser

from generator.pages.escape import link_target, markdown_text

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables", "admonition"]
HOSTILE = [
    "<script>alert(1)</script>",
    "</title><script>",
    "a <b>bold</b> & &copy; &amp;",
    "{{ 7*7 }} {% if x %}",
    "*stars* **two** _under_ __two__",
    "[link](javascript:alert(1))",
    "![image](x.png)",
    "<https://example.org>",
    "`code` ``two``",
    "a | b | c",
    "back\\slash \\* and \\\\",
    "{: .class onclick=x }",
    "# heading",
    "## heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "!!! note",
    "=== tab",
    "---",
    "***",
    ": definition",
    "~~~",
    "[^1]: foot",
    "*[IMP]: word",
    "$x$ ^up^ ~down~ ==mark==",
    "\"quotes\" and 'these'",
    "line\nbreak\n\nparagraph",
    "ends with {: #id }",
    "— dash first",
    "été à l’école",
    "-",
    "2022-05",
    "+1 555",
]


def shown(written: str) -> str:
    text = markdown.markdown(written, extensions=EXTENSIONS)
    body = parser.fragment_fromstring(text, create_parent="div")
    assert {element.tag for element in body.iterdescendants()} <= {
        "p",
        "h2",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "a",
    }
    return " ".join(str(body.text_content()).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is_in_a_paragraph(text: str) -> None:
    body = markdown.markdown(f"{markdown_text(text)}\n", extensions=EXTENSIONS)
    assert re.fullmatch(r"<p>[^<]*</p>", body), body
    assert html.unescape(body[3:-4]) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is_in_a_heading_a_cell_a_list_and_a_link(text: str) -> None:
    wanted = " ".join(text.split())
    safe = markdown_text(text)
    assert shown(f"## {safe}\n") == wanted
    assert shown(f"| a | b |\n| --- | --- |\n| {safe} | x |\n") == f"a b {wanted} x"
    assert shown(f"- {safe}\n") == wanted
    assert shown(f"[{safe}](/x.md)\n") == wanted


def test_an_address_stays_one_link() -> None:
    url = "https://www.canada.ca/a_b/c(d)?x=1&y=2#z"
    body = parser.fragment_fromstring(markdown.markdown(f"[go]({link_target(url)})"))
    link = body.find("a")
    assert link is not None
    assert link.get("href") == url.replace("(", "%28").replace(")", "%29")
