import pytest

from generator.inspection.html import words_of
from generator.pages.elements import html_of, is_heading, tree_of
from tests.hostile import HOSTILE


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<p>One</p>\n<p>two</p>\n",
        "<p>a &lt;b&gt; &amp; c</p>",
        "a &lt;b&gt; &amp; c",
        "&lt;script&gt;alert(1)&lt;/script&gt;<p>x</p>&lt;i&gt;",
        '<section><time datetime="2022-05">May</time></section>',
        "<p hidden>x<br>y</p>",
        "<p>été — “so” 加拿大 😀</p>",
        '<script type="application/json">{"a": "b && c"}</script>',
        '<div><select><option value="">any</option></select></div>',
        "<details><summary>x</summary><p>y</p></details>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
    ],
)
def test_a_content_comes_back_as_it_was(content: str) -> None:
    assert html_of(tree_of(content)) == content


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<p>x</p>{}", "<p>x<br>{}</p>"])
def test_text_stays_text_wherever_it_stands(text: str, around: str) -> None:
    root = tree_of("<p></p>")
    root[0].text = text
    escaped = html_of(root).removeprefix("<p>").removesuffix("</p>")
    content = around.format(escaped)
    assert html_of(tree_of(content)) == content
    assert html_of(tree_of(html_of(tree_of(content)))) == content


def test_what_is_left_open_is_closed() -> None:
    assert html_of(tree_of("<p>a<p><em>b")) == "<p>a</p><p><em>b</em></p>"


def test_comments_are_for_editors() -> None:
    assert html_of(tree_of("<!-- a --><p>b<!-- c --> d</p><?php e ?>")) == "<p>b d</p>"


def test_the_words_of_an_element_are_one_line() -> None:
    assert words_of(tree_of("<p>a\n <em>b</em>c</p>\n<p>d</p>")) == "a bc d"


def test_headings_of_all_six_levels_are_headings() -> None:
    root = tree_of("<h1>a</h1><h6>b</h6><hr><header>c</header><p>d</p>")
    assert [is_heading(element) for element in root] == [True, True, False, False, False]


@pytest.mark.parametrize("end", ["</body>", "</html>", "</BODY ></html>", "</head>"])
def test_no_end_of_a_frame_takes_the_rest_with_it(end: str) -> None:
    assert html_of(tree_of(f"<p>a</p>{end}<p>b</p>")) == "<p>a</p><p>b</p>"
