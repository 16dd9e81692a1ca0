"""What the HTML of a page may hold, element by element and attribute by attribute."""

import pytest

from generator.pages.slips.allowed import CLASSES, attribute_flaw, element_flaw

_MAY_STAND = """
a abbr article aside b bdi blockquote br caption cite code col colgroup dd del dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
span strong sub sup table tbody td tfoot th thead time tr u ul var wbr
"""
_NO_PLACE = """
acronym address applet area audio base basefont bdo bgsound big blink body button canvas center
data datalist details dialog dir embed fieldset font footer form frame frameset head header
hgroup html iframe input label legend link listing main map marquee math menu meta meter nav
nobr noscript object optgroup option output param picture plaintext portal progress rb rp rt rtc
ruby script search select slot source spacer strike style summary svg template textarea title
track tt video xmp
"""

ANYWHERE = {"class", "dir", "id", "lang", "markdown", "title"}
OF_ONE = {
    "a": {"href", "rel"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "img": {"alt", "height", "loading", "src", "width"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"abbr", "align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_ATTRIBUTES = """
abbr accesskey action align alt aria-hidden aria-label aria-labelledby async autofocus
background bgcolor border cite class color colspan content contenteditable data-guide
data-subject data-table datetime dir download draggable face for form formaction height hidden
href hreflang http-equiv id inert integrity is itemprop lang loading longdesc manifest markdown
media name nonce onclick onerror onload ontoggle ping popover poster reversed rel role rowspan
scope shadowrootmode shape size sizes slot span spellcheck src srcdoc srcset start style
tabindex target title translate type usemap valign value width xlink:href xml:base xmlns
"""

MAY_STAND = set(_MAY_STAND.split())
NO_PLACE = _NO_PLACE.split()
ATTRIBUTES = _ATTRIBUTES.split()


def test_only_elements_of_text_may_stand_in_a_page() -> None:
    assert {name for name in (*MAY_STAND, *NO_PLACE) if element_flaw(name) is None} == MAY_STAND


@pytest.mark.parametrize("name", NO_PLACE)
def test_what_acts_or_is_of_another_time_is_to_be_removed(name: str) -> None:
    assert "has no place in a page" in str(element_flaw(name))


@pytest.mark.parametrize("name", ["code-of-the-permit", "fee", "x-y"])
def test_what_html_does_not_know_was_meant_as_text(name: str) -> None:
    assert f"write `&lt;{name}&gt;`" in str(element_flaw(name))


@pytest.mark.parametrize("element", sorted(MAY_STAND))
def test_an_element_takes_what_means_something_on_it(element: str) -> None:
    values = {"class": CLASSES[0], "id": "fees"}
    taken = {
        name for name in ATTRIBUTES if attribute_flaw(element, name, values.get(name, "x")) is None
    }
    assert taken == ANYWHERE | OF_ONE.get(element, set())


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_for_the_look_of_a_text_may_be_given(name: str) -> None:
    assert attribute_flaw("p", "class", name) is None
    assert attribute_flaw("p", "class", f"{name} guide-sr") is not None


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ("p", "guide-sr"),
        ("p", "guide-print"),
        ("p", "guide-notice"),
        ("div", "md-toggle"),
        ("div", "md-search__overlay"),
        ("p", "language-sql"),
        ("code", "language-sql guide-sr"),
        ("code", "language-"),
        ("code", "language-sql;x"),
    ],
)
def test_no_other_class_may(element: str, name: str) -> None:
    assert "may not give the class" in str(attribute_flaw(element, "class", name))


@pytest.mark.parametrize("element", ["code", "pre"])
def test_code_names_its_language(element: str) -> None:
    assert attribute_flaw(element, "class", "language-c++") is None


def test_a_class_that_is_misspelt_is_named() -> None:
    assert "did you mean `guide-lead`?" in str(attribute_flaw("p", "class", "guide-laed"))
    assert "write one of guide-lead, " in str(attribute_flaw("p", "class", "wide"))


@pytest.mark.parametrize("value", ["main-text", "top", "1st", "", "a b", 'a"b', "ä", "_a"])
def test_some_anchors_are_not_a_page_s_to_give(value: str) -> None:
    assert "cannot be an anchor here" in str(attribute_flaw("p", "id", value))


@pytest.mark.parametrize(
    "value", ["text-align: left", "text-align:center;", " text-align: right; "]
)
def test_a_cell_keeps_how_its_table_lines_it_up(value: str) -> None:
    assert attribute_flaw("td", "style", value) is None
    assert attribute_flaw("th", "style", value) is None
    assert "could hide" in str(attribute_flaw("p", "style", value))


@pytest.mark.parametrize(
    "value", ["text-align: left; display: none", "display:none", "text-align: justify", ""]
)
def test_a_cell_has_no_other_style(value: str) -> None:
    assert "could hide" in str(attribute_flaw("td", "style", value))


@pytest.mark.parametrize("name", ["onclick", "onpointerrawupdate", "on"])
def test_what_acts_is_told_as_that(name: str) -> None:
    assert "makes the page act" in str(attribute_flaw("a", name, "x"))


@pytest.mark.parametrize("name", ["hidden", "popover", "inert", "aria-hidden", "aria-label"])
def test_what_hides_is_told_as_that(name: str) -> None:
    assert "could hide this from readers" in str(attribute_flaw("p", name, ""))
