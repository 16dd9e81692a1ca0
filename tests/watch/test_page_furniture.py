"""Furniture without a tag of its own, signs of other forms, images, and encodings that lie."""

import pytest

from generator.model.site import Source
from generator.watch.decoding import decoded
from generator.watch.differences import differences
from generator.watch.identity import unlike
from generator.watch.page import OfficialPage, Passage, parse, passages_of, read_page
from generator.watch.same_words import same_words
from tests.watch.pages.frame import canada
from tests.watch.pages.texts import GUIDANCE

LINKS = '<ul><li><a href="#a">Who may come</a></li><li><a href="#b">Stay</a></li></ul>'


def read(main: str) -> OfficialPage:
    return read_page(parse(canada(main).encode(), "text/html; charset=utf-8"))


def of(*lines: str) -> tuple[Passage, ...]:
    return passages_of("".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize(
    "furniture",
    [
        f"<section><h2>On this page</h2>{LINKS}</section>",
        f'<div class="gc-toc"><h2>On this page</h2>{LINKS}</div>',
        f"<p><strong>Sur cette page :</strong></p>{LINKS}",
        LINKS,
        '<p class="text-right"><a href="#wb-cont">Top of page</a></p>',
        '<a class="btn" href="#"><span>Back to top</span></a>',
        '<p><a href="#wb-cont">Haut de la page</a></p>',
        '<details id="gc-rprt-prblm"><summary>Report a problem</summary><form></form></details>',
        '<div class="gc-page-feedback"><p>Was this page helpful?</p></div>',
        '<div class="social-share"><p>Share</p></div>',
        '<div class="date-modified"><p>Modified in May</p></div>',
    ],
)
def test_furniture_is_no_text(furniture: str) -> None:
    assert read(furniture + GUIDANCE).text == read(GUIDANCE).text


ADDRESS = "https://www.canada.ca/en/towns/keepers.html"
HELD = '<h2 id="a">Who</h2><p>A</p><h2 id="b">Stay</h2><p>B</p>'


def with_links(address: str, own: str = ADDRESS, place: str = "b") -> str:
    listed = f'<ul><li><a href="{address}#a">Who</a><li><a href="{address}#{place}">Stay</a></ul>'
    page = canada(f"<h2>On this page</h2>{listed}{HELD}")
    link = f'<link rel="canonical" href="{own}">' if own else ""
    found = read_page(parse(page.replace("</title>", f"</title>{link}").encode(), "text/html"))
    return found.text


@pytest.mark.parametrize("address", [ADDRESS, "/en/towns/keepers.html", "keepers.html"])
def test_a_list_of_places_may_have_the_address_of_its_page(address: str) -> None:
    assert with_links(address) == with_links(address, own="") == read(HELD).text
    assert with_links(address, own="https://www.canada.ca/en/towns/x.html") != read(HELD).text
    assert with_links(address, place="c") != read(HELD).text


def test_a_panel_that_begins_with_the_words_of_its_tab_has_them_once() -> None:
    tabs = '<ul class="generated"><li><a href="#t1">Who may come</a></li></ul>'
    panel = f'<div role="tabpanel" id="t1">{{}}<p>A</p></div>{tabs}'
    one = read("<h2>Who may come</h2><p>A</p>").text
    assert read(panel.format("<h2>Who may <b>come</b></h2>")).text == one
    assert read(panel.format("")).text == one
    assert read(panel.format('<h2 class="wb-inv">Who may come</h2>')).text == one
    other = read(panel.format("<p>Not yet.</p><h2>Who may come</h2>")).text
    assert other.count("# Who may come\n") == 2


@pytest.mark.parametrize("name", ["unicode_escape", "charmap", "palmos", "utf-7", "cp037"])
def test_an_encoding_that_browsers_do_not_know_is_none(name: str) -> None:
    page = f'<meta charset="utf-8">{TEXT}'
    assert decoded(page.encode(), f"text/html; charset={name}") == page
    with pytest.raises(LookupError):
        decoded(TEXT.encode(), f"text/html; charset={name}")


@pytest.mark.parametrize(
    "text",
    [
        '<ul><li><a href="#a">Who</a> pays $100</li></ul>',
        '<ul><li><a href="/a">Related lamps</a></li></ul>',
        '<p><a href="#a">See the part on lamps</a></p>',
        '<div class="gc-toc"><table><tr><td>$100</td></tr></table></div>',
        f'<div class="feedback">{"<p>A keeper pays $100 each year.</p>" * 20}</div>',
        "<h2>On this page you pay</h2>",
        '<section id="search"><p>Search a lamp.</p></section>',
    ],
)
def test_what_says_more_is_text(text: str) -> None:
    assert read(GUIDANCE + text).text != read(GUIDANCE).text


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("2–3 years — at most", "2-3 years – at most"),
        ("a − b", "a - b"),
        ("the keeper′s lamp", "the keeper's lamp"),
        ("an o\ufb03cer", "an officer"),
        ("\uff11\uff12 months", "12 months"),
        ("le « permis »", 'le " permis "'),
    ],
)
def test_the_same_words_in_other_signs_are_no_change(before: str, now: str) -> None:
    assert same_words(of(before), of(now))
    found = differences(of(before, "Old."), of(now, "New."))
    assert [(each.before, each.now) for each in found.changed] == [("Old.", "New.")]


@pytest.mark.parametrize(("before", "now"), [("10² lamps", "102 lamps"), ("1½ years", "1 years")])
def test_a_raised_digit_and_a_fraction_are_other_numbers(before: str, now: str) -> None:
    assert not same_words(of(before), of(now))


def test_an_item_may_end_with_a_word_that_joins_it_but_not_with_another() -> None:
    plain, joined = of("oil", "wicks", "doors"), of("oil;", "wicks; and", "doors.")
    other = of("oil;", "wicks; or", "doors.")
    assert same_words(plain, joined)
    assert same_words(joined, plain)
    assert same_words(plain, other)
    assert not same_words(joined, other)
    assert not same_words(other, joined)
    assert not same_words(of("oil; ou"), of("oil; et"))


def test_capitals_count_in_text_and_not_in_a_heading() -> None:
    assert same_words(of("# Who May Come", "A"), of("# Who may come", "A"))
    assert not same_words(of("The Act"), of("The act"))


def test_an_image_that_says_something_is_text() -> None:
    assert read('<p><img src="a.png" alt="Fee: $300"></p>').passages[-1].text == "Fee: $300"
    for image in (
        '<img src="a.png" alt="">',
        '<a href="/x"><img src="a.png" alt="Fee"></a>',
        '<img src="a.png" alt="Fee" role="presentation">',
        '<img src="icon.png" alt="Fee">',
    ):
        assert read(image + GUIDANCE).text == read(GUIDANCE).text


TEXT = "<p>Preuve d’été – “œuvre”</p>"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (TEXT.encode("cp1252"), "text/html"),
        (TEXT.encode("cp1252"), "text/html; charset=utf-8"),
        (TEXT.encode(), "text/html; charset=utf-16le"),
        (TEXT.encode("utf-16-le"), "text/html; charset=utf-16"),
        (TEXT.encode("utf-16-be"), "text/html; charset=utf-16be"),
        (TEXT.encode().replace(b"Pre", b"Pr\0e"), "text/html"),
    ],
)
def test_bytes_are_read_as_what_they_are(body: bytes, kind: str) -> None:
    assert decoded(body, kind) == TEXT


def test_what_a_page_says_of_itself_counts_where_its_type_cannot_be_true() -> None:
    page = f'<meta charset="mac_roman">{TEXT}'
    assert decoded(page.encode("mac_roman"), "text/html; charset=utf-8") == page


def test_a_byte_that_is_lost_leaves_the_others_as_they_are() -> None:
    assert decoded("été à".encode() + b"\xe9", "text/html") == "été à\ufffd"


@pytest.mark.parametrize(
    "end",
    [
        '<script type="application/ld+json">{"dateModified": "2026-05-07"}</script>',
        (
            "<gcds-date-modified><template shadowrootmode='open'><dl><dt>Date:</dt><dd>"
            "<time>2026-05-07</time></dd></dl></template>2026-05-07</gcds-date-modified>"
        ),
    ],
)
def test_a_day_in_data_and_in_a_component_that_was_filled(end: str) -> None:
    page = f"<html><body><main><p>Text</p>{end}</main></body></html>"
    assert str(read_page(parse(page.encode(), "text/html")).modified) == "2026-05-07"


def test_a_day_of_two_meanings_is_none() -> None:
    page = '<main><p>Text</p><time property="dateModified">07-05-2026</time></main>'
    assert read_page(parse(page.encode(), "text/html")).modified is None


SOURCE = Source(
    title="Keepers of lighthouses",
    url="https://www.canada.ca/en/towns/keepers.html",
    settles="Who may keep a lighthouse.",
)
SHORT = "<head><title>{title}</title>{head}</head><body>{above}<main><h1>{title}</h1>{main}</main>"
FEW = "<p>Ask the keepers of this network.</p>"
OWN = f'<link rel="canonical" href="{SOURCE.url}">'
PATH = '<ol class="breadcrumb"><li><a href="/">Towns</a></li></ol>'


@pytest.mark.parametrize(
    ("title", "head", "above", "strange"),
    [
        ("Hold the line", "", "", True),
        ("Lighthouses", "", "", False),
        ("Hold the line", OWN, "", False),
        ("Hold the line", "", PATH, False),
        ("Hold the line", '<meta name="dcterms.modified" content="2026-05-07">', "", False),
    ],
)
def test_a_page_of_a_few_words_says_at_first_sight_that_it_is_the_one(
    title: str, head: str, above: str, *, strange: bool
) -> None:
    body = SHORT.format(title=title, head=head, above=above, main=FEW)
    page = read_page(parse(body.encode(), "text/html"))
    assert bool(unlike(page, SOURCE, None, None)) is strange
