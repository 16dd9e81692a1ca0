import pytest

from generator.pages.article import Section
from generator.pages.elements import html_of, tree_of
from generator.pages.headings import give_anchors
from generator.pages.sections import drop_marks, sections_of
from tests.hostile import HOSTILE


def sections(content: str) -> list[tuple[str, str, str]]:
    root = tree_of(content)
    give_anchors(root)
    return [(part.id, part.title, part.text) for part in sections_of(root, "A title")]


def text_of(content: str) -> str:
    ((_, _, text),) = sections(content)
    return text


def test_each_heading_begins_a_section() -> None:
    assert sections(
        "<h1>Codes</h1><p>One.</p>\n<h2>By code</h2><p>Two.</p><h3>More</h3><p>Three.</p>"
        "<h4>Still more</h4><p>Four.</p>"
    ) == [
        ("", "Codes", "<p>One.</p>"),
        ("by-code", "By code", "<p>Two.</p>"),
        ("more", "More", "<p>Three.</p>"),
        ("still-more", "Still more", "<p>Four.</p>"),
    ]


def test_the_first_section_bears_the_main_heading_only_where_the_page_begins_with_it() -> None:
    assert sections("<h1>A &amp; <em>b</em></h1><p>c</p>") == [("", "A &amp; b", "<p>c</p>")]
    assert sections("<p>Group</p><h1>A</h1><p>c</p>") == [("", "A title", "<p>Group</p><p>c</p>")]
    assert sections("<p>c</p>") == [("", "A title", "<p>c</p>")]


def test_the_title_of_a_page_is_text() -> None:
    (first,) = sections_of(tree_of("<p>x</p>"), 'A <b> & "c"')
    assert first == Section("", 'A &lt;b&gt; &amp; "c"', "<p>x</p>")


def test_what_is_excluded_is_not_searched() -> None:
    assert (
        text_of("<p>a</p><p data-search-exclude>b</p><div data-search-exclude><p>c</p></div>d")
        == "<p>a</p>d"
    )
    table = "<table><caption data-search-exclude>a</caption><tr><td>b</td><td>c</td></tr></table>"
    assert text_of(table) == "b c"


def test_a_heading_that_is_excluded_takes_its_section_along() -> None:
    assert sections(
        "<h2>A</h2><p>b</p><h3 data-search-exclude>C</h3><p>d</p><ul><li>e</li></ul><h3>F</h3>"
    ) == [("", "A title", ""), ("a", "A", "<p>b</p>"), ("f", "F", "")]


def test_a_part_that_is_excluded_takes_its_headings_along() -> None:
    assert sections("<h2>A</h2><div data-search-exclude><h2>B</h2><p>c</p></div><p>d</p>") == [
        ("", "A title", ""),
        ("a", "A", "<p>d</p>"),
    ]


def test_only_paragraphs_lists_and_code_stay_elements() -> None:
    assert (
        text_of(
            '<div class="x"><p class="y">a <strong>b</strong> <a href="c.md">d</a></p></div>'
            "<ol><li>e</li></ol><pre><code>f</code></pre><blockquote>g</blockquote>"
        )
        == "<p>a b d</p> <ol><li>e</li></ol><pre><code>f</code></pre>g"
    )


def test_words_of_two_cells_or_terms_are_not_run_together() -> None:
    assert text_of("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>") == "a b c"
    assert text_of("<dl><dt>a</dt><dd>b</dd></dl>") == "a b"
    assert text_of("<p>a<br>b</p>") == "<p>a b</p>"


def test_words_within_a_sentence_are_not_torn_apart() -> None:
    assert text_of("<p><strong>a</strong>, <a>b</a><span>c</span>.</p>") == "<p>a, bc.</p>"


def test_scripts_styles_and_empty_elements_are_left_out() -> None:
    assert (
        text_of("<p>a</p><script>b</script><style>c</style><p> </p><ul><li></li></ul>")
        == "<p>a</p>"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_in_the_search_too(text: str) -> None:
    root = tree_of("<h2></h2><p></p>")
    root[0].text = root[1].text = text
    give_anchors(root)
    _, section = sections_of(root, "A title")
    shown = tree_of(section.text)
    assert [element.tag for element in shown] == ["p"]
    assert len(shown[0]) == 0
    assert shown[0].text == " ".join(text.split())
    assert tree_of(section.title).text == " ".join(text.split())
    assert len(tree_of(section.title)) == 0


def test_a_link_in_a_heading_is_words_of_it() -> None:
    assert sections("<h2>A <a href='b.md'>b</a> c</h2>")[1][1] == "A b c"


def test_no_reader_gets_the_marks_of_what_is_excluded() -> None:
    root = tree_of("<p data-search-exclude>a</p><div><p class='x' data-search-exclude>b</p></div>")
    drop_marks(root)
    assert html_of(root) == '<p>a</p><div><p class="x">b</p></div>'
