"""Each abbreviation in full where a page first uses it."""

import re
from pathlib import Path

import pytest
from lxml import html

from generator.inspection.expected import FULL_CLASS
from generator.model.load import load
from generator.pages.abbreviations import Abbreviations, abbreviations
from generator.pages.elements import html_of, tree_of
from generator.pages.markdown import PageConverter
from tests.builds import find
from tests.project import GUIDE
from tests.whole.browsing import PAGES

NAMES = {"LMIA": "Labour Market Impact Assessment", "IMP": "International Mobility Program"}
FULL = f'<span class="{FULL_CLASS}"> (Labour Market Impact Assessment)</span>'

USED = {
    "": {"IMP", "LMIA", "HARBA", "ORCA"},
    "categories/harba/": {"IRCC", "HARBA"},
    "categories/lighthouse-keeper-swap/": {"IRCC"},
    "categories/orca/": {"IRCC", "HARBA", "ORCA"},
    "categories/sailing-school-season/": {"SLE"},
}
"""The abbreviations in the running text of each page of the frozen guide that has any."""

_LEFT_OUT = ".//table|.//h1|.//h2|.//h3|.//dt|.//a|.//code|.//form|.//script|.//nav"
_LEFT_CLASSES = ("guide-kicker", "guide-aka", "guide-card-foot", "guide-caption", "guide-print")


def written(text: str) -> str:
    """Return what becomes of a text of content/."""
    return spelled(PageConverter().html([text], [], inline=[]))


def spelled(content: str) -> str:
    root = tree_of(content)
    Abbreviations(NAMES).spell_out(root)
    return html_of(root)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No LMIA. No LMIA.", f"<p>No LMIA{FULL}. No LMIA.</p>"),
        ("**No LMIA** here", f"<p><strong>No LMIA{FULL}</strong> here</p>"),
        ("**Not** an LMIA here", f"<p><strong>Not</strong> an LMIA{FULL} here</p>"),
        ("# LMIA\n\nNo LMIA", f"<h1>LMIA</h1>\n<p>No LMIA{FULL}</p>"),
        ("The LMIA’s fee", f"<p>The LMIA’s{FULL} fee</p>"),
        ("- LMIA", f"<ul>\n<li>LMIA{FULL}</li>\n</ul>"),
        ("An LMIA-exempt permit and an LMIA", f"<p>An LMIA-exempt permit and an LMIA{FULL}</p>"),
        ("[LMIA](/a.md) and LMIA", f'<p><a href="/a.md">LMIA</a> and LMIA{FULL}</p>'),
        ("`LMIA` and LMIA", f"<p><code>LMIA</code> and LMIA{FULL}</p>"),
        ("<div markdown>\n\nLMIA\n\n</div>", f"<div>\n<p>LMIA{FULL}</p>\n</div>"),
    ],
)
def test_the_first_use_in_running_text_is_spelled_out(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Labour Market Impact Assessment (LMIA). Then LMIA.",
        "LMIA is short for Labour Market Impact Assessment.",
        "The Labour Market Impact Assessment \\(LMIA\\). Then LMIA.",
        "# LMIA",
        "| LMIA |\n| --- |\n| LMIA |",
        "[LMIA](/lmia.md)",
        "XLMIA, LMIAs and LMIA2",
    ],
)
def test_what_is_spelled_out_or_no_running_text_stays(text: str) -> None:
    assert FULL_CLASS not in written(text)


@pytest.mark.parametrize(
    "content",
    [
        "<dl><dt>LMIA</dt></dl>",
        "<abbr>LMIA</abbr>",
        "<p><code>LMIA</code></p><pre>LMIA</pre>",
        '<p class="guide-kicker">LMIA</p>',
        '<p class="x guide-aka">LMIA</p>',
        '<ul><li><p class="guide-card-foot">LMIA</p></li></ul>',
        "<table><caption>LMIA</caption><tr><td><p>LMIA</p></td></tr></table>",
        "<div>LMIA</div>",
    ],
)
def test_what_is_no_running_text_stays(content: str) -> None:
    assert spelled(content) == content


def test_the_first_use_is_the_first_in_the_order_of_reading() -> None:
    assert spelled("<ul><li><p>An LMIA</p><ul><li>LMIA</li></ul></li></ul><p>LMIA</p>") == (
        f"<ul><li><p>An LMIA{FULL}</p><ul><li>LMIA</li></ul></li></ul><p>LMIA</p>"
    )
    assert spelled("<dl><dt>LMIA</dt><dd>LMIA</dd></dl><p>LMIA</p>") == (
        f"<dl><dt>LMIA</dt><dd>LMIA{FULL}</dd></dl><p>LMIA</p>"
    )


def test_two_abbreviations_of_one_block_are_both_spelled_out() -> None:
    imp = FULL.replace(NAMES["LMIA"], NAMES["IMP"])
    assert spelled("<p>LMIA, IMP, LMIA</p>") == f"<p>LMIA{FULL}, IMP{imp}, LMIA</p>"
    assert spelled("<p>IMP, LMIA, IMP</p>") == f"<p>IMP{imp}, LMIA{FULL}, IMP</p>"


def test_a_name_is_text() -> None:
    root = tree_of("<p>AB</p>")
    Abbreviations({"AB": "a <b> & c"}).spell_out(root)
    assert html_of(root) == f'<p>AB<span class="{FULL_CLASS}"> (a &lt;b&gt; &amp; c)</span></p>'


def test_without_a_name_nothing_is_spelled_out() -> None:
    root = tree_of("<p>LMIA</p>")
    Abbreviations({}).spell_out(root)
    assert html_of(root) == "<p>LMIA</p>"


def test_each_page_begins_anew() -> None:
    spelling = Abbreviations(NAMES)
    first, second = tree_of("<p>LMIA</p>"), tree_of("<p>LMIA</p>")
    spelling.spell_out(first)
    spelling.spell_out(second)
    assert html_of(first) == html_of(second) == f"<p>LMIA{FULL}</p>"


def test_only_capitals_of_the_glossary_are_abbreviations() -> None:
    terms = {
        "IRCC": "Immigration, Refugees and Citizenship Canada",
        "HARBA": "C agreement, also called D, formerly E",
        "Employer Portal": "F",
        "A": "G",
    }
    assert abbreviations(terms) == {
        "IRCC": "Immigration, Refugees and Citizenship Canada",
        "HARBA": "C agreement",
    }


@pytest.mark.parametrize("name", [page for page in PAGES if page != "404.html"])
def test_no_page_uses_an_abbreviation_before_it_says_what_it_means(site: Path, name: str) -> None:
    entry = load(GUIDE)[0].terms
    assert entry is not None
    names = abbreviations({term.term: term.name for term in entry.record.terms})
    assert names.keys() == {"IMP", "LMIA", "TFWP", "IRCC", "HARBA", "ORCA", "SLE"}
    document = html.document_fromstring((site / name / "index.html").read_bytes())
    (article,) = find(document, "//article")
    for element in find(article, _LEFT_OUT):
        element.drop_tree()
    for element in [e for kind in _LEFT_CLASSES for e in article.find_class(kind)]:
        element.drop_tree()
    blocks = [" ".join(b.text_content().split()) for b in find(article, ".//p|.//li|.//dd")]
    used = set()
    for short, full in names.items():
        pattern = re.compile(rf"(?<![\w-]){short}(?![\w-])")
        first = next((block for block in blocks if pattern.search(block)), None)
        if first is not None:
            used.add(short)
            assert full in first, f"/{name} uses {short} first in: {first}"
    assert used == USED.get(name, set())
