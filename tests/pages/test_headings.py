import pytest

from generator.pages.article import Heading
from generator.pages.elements import html_of, is_heading, tree_of
from generator.pages.headings import LINK_CLASS, give_anchors, link_headings, slug_of


def finished(content: str) -> tuple[list[Heading], list[str]]:
    """Return the table of contents, and the anchor of each heading."""
    root = tree_of(content)
    contents = give_anchors(root)
    return contents, [str(element.get("id")) for element in root if is_heading(element)]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Who it fits", "who-it-fits"),
        ("The employer’s step", "the-employers-step"),
        ("Été à la montagne", "ete-a-la-montagne"),
        ("  A --  b ", "a-b"),
        ("IMP or TFWP: which side?", "imp-or-tfwp-which-side"),
        ("C#", "c"),
        ("a_b/c", "a_bc"),
        ("加拿大", ""),
        ("!?", ""),
    ],
)
def test_an_anchor_is_made_of_letters_digits_and_hyphens(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_every_heading_has_an_anchor_and_a_link_to_itself() -> None:
    root = tree_of("<h1>A</h1><p>x</p><h2>B c</h2><h4>D</h4>")
    give_anchors(root)
    link_headings(root)
    link = '<a title="Link to this section" class="headerlink" href="#{}">¶</a>'
    assert html_of(root) == (
        f'<h1 id="a">A{link.format("a")}</h1><p>x</p><h2 id="b-c">B c{link.format("b-c")}</h2>'
        f'<h4 id="d">D{link.format("d")}</h4>'
    )
    assert LINK_CLASS == "headerlink"


def test_the_contents_are_the_second_and_third_level() -> None:
    contents, _ = finished("<h1>A</h1><h2>B</h2><h3>C &amp; <em>d</em></h3><h4>E</h4><h2>F</h2>")
    assert contents == [Heading(2, "b", "B"), Heading(3, "c-d", "C & d"), Heading(2, "f", "F")]


def test_headings_alike_get_anchors_of_their_own() -> None:
    _, anchors = finished("<h2>X</h2><h3>x</h3><h2>X!</h2><h2>Y</h2>")
    assert anchors == ["x", "x_1", "x_2", "y"]


def test_an_anchor_that_was_given_is_kept_and_given_to_no_other() -> None:
    contents, anchors = finished(
        '<h2>Steps</h2><h2 id="steps">Other</h2><h2 id="k21+">C</h2><h2>Row</h2><p id="row">x</p>'
    )
    assert anchors == ["steps_1", "steps", "k21+", "row_1"]
    assert [heading.id for heading in contents] == anchors


def test_a_heading_without_letters_has_an_anchor_too() -> None:
    _, anchors = finished("<h2>加拿大</h2><h2>?</h2>")
    assert anchors == ["section", "section_1"]


def test_a_number_sign_at_the_end_of_a_heading_is_kept() -> None:
    contents, _ = finished("<h2>Code in C#</h2><h3># hash ##</h3>")
    assert [heading.text for heading in contents] == ["Code in C#", "# hash ##"]


def test_a_heading_within_something_else_is_a_heading() -> None:
    root = tree_of("<div><section><h3>A</h3></section></div>")
    assert give_anchors(root) == [Heading(3, "a", "A")]
