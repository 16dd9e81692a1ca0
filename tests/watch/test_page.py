"""The text of a page: what belongs to it, and what a redesign leaves as it is."""

from pathlib import Path

import pytest

from generator.watch.kept_texts import fingerprint_of
from generator.watch.page import (
    OfficialPage,
    Passage,
    UnreadableError,
    parse,
    passages_of,
    read_page,
)
from generator.watch.passages import text_of
from tests.watch.pages.frame import canada, design_system
from tests.watch.pages.texts import FRENCH, GUIDANCE, IN_COMPONENTS, ONE_NUMBER, REDESIGNED

UTF8 = "text/html; charset=utf-8"
PAGES = Path(__file__).parent / "pages"


def read(body: str | bytes, kind: str = UTF8) -> OfficialPage:
    return read_page(parse(body.encode() if isinstance(body, str) else body, kind))


def texts(main: str) -> list[str]:
    """Return the passages of a main part, without its headings."""
    return [passage.text for passage in read(canada(main)).passages if passage.text]


def test_the_text_of_a_page_is_its_headings_and_its_blocks() -> None:
    page = read(canada(GUIDANCE))
    assert page.text == (
        "# Keepers of lighthouses\n"
        "This part holds guidance for officers of towns.\n"
        "# Who may come\n"
        "A keeper needs 12 months of practice in the last 3 years.\n"
        "The lamp is the applicant's own.\n"
        "The tower has a door.\n"
        "# Length of stay\n"
        "A first stay is 24 months. See the list of codes.\n"
        "Keeper\nK61\nExpert\nK63\n"
        "# Spouses\n"
        "They apply on their own.\n"
    )
    assert page.passages[0] == Passage("Keepers of lighthouses", "")
    assert page.passages[-1] == Passage("Spouses", "They apply on their own.")


def test_a_redesign_without_a_change_of_words_is_no_change() -> None:
    before = read(canada(GUIDANCE))
    assert read(canada(REDESIGNED)).text == before.text
    assert read(design_system(IN_COMPONENTS)).text == before.text
    name = fingerprint_of(before.text)
    assert fingerprint_of(read(design_system(IN_COMPONENTS)).text) == name
    assert len(name) == 64


def test_a_change_of_one_number_is_one() -> None:
    before, now = read(canada(GUIDANCE)), read(canada(ONE_NUMBER))
    assert fingerprint_of(now.text) != fingerprint_of(before.text)
    assert set(now.passages) - set(before.passages) == {
        Passage("Length of stay", "A first stay is 36 months. See the list of codes.")
    }


def test_the_day_of_the_last_change_is_no_part_of_the_text() -> None:
    assert read(canada(GUIDANCE, modified="2023-05-05")).text == read(canada(GUIDANCE)).text
    later = design_system(IN_COMPONENTS, modified="2023-05-05")
    assert read(later).text == read(canada(GUIDANCE)).text


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="gc-pft"><p>Did this help?</p></div>',
        '<section class="row pagedetails"><p>Details</p></section>',
        '<div class="wb-share col-md-4">Share</div>',
        '<dl id="wb-dtmd"><dt>Date</dt><dd>2022-01-01</dd></dl>',
        '<section class="aia-rescue"><p>Ask the assistant</p></section>',
        '<ul class="pager"><li>Next</li></ul>',
        "<nav><a>Menu</a></nav>",
        "<form><label>Search</label><input></form>",
        "<button>Print</button>",
        "<form><p>Search</p><input></form>",
        '<div class="gc-pg-hlpfl"><p>Did this help?</p></div>',
        '<ul class="generated" role="tablist"><li>Tab</li></ul>',
        '<div class="dataTables_info">Showing 1 to 2 of 2 entries</div>',
        '<div class="dataTables_filter"><label>Filter</label></div>',
        '<span class="fileSize">[21 KB]</span>',
        "<noscript>Turn scripts on</noscript>",
        "<template><p>x</p></template>",
        "<script>x</script><style>p{}</style>",
        "<svg><title>lamp</title></svg>",
        "<p class='wb-inv'>Hidden</p>",
        "<p class='text-muted hidden'>Hidden</p>",
        "<p hidden>Hidden</p>",
        '<p style="color: red; display : none">Hidden</p>',
        '<p style="visibility:hidden">Hidden</p>',
        "<gcds-sr-only>Hidden</gcds-sr-only>",
        "<h2 class='wb-inv'>Hidden</h2>",
        "<!-- <p>Comment</p> -->",
    ],
)
def test_furniture_and_hidden_text_are_no_text(furniture: str) -> None:
    assert read(canada(f"<p>A</p>{furniture}<p>B</p>")).text.endswith("\nA\nB\n")


@pytest.mark.parametrize(
    "text",
    [
        '<p class="wb-inview">X</p>',
        '<p class="gc-pftx not-pagedetails my-wb-share wb-invert">X</p>',
        '<section class="gc-prtts"><p>X</p></section>',
        "<details><summary></summary><p>X</p></details>",
        '<p hidden="until-found">X</p>',
        '<section class="alert alert-info"><p>X</p></section>',
        "<form><h2></h2><p>X</p></form>",
        "<div aria-hidden='true'>X</div>",
        '<gcds-card description="X"></gcds-card>',
        "<form><h5></h5><p>X</p></form>",
        '<form><p>X</p><input type="hidden"></form>',
        "<h2></h2><ul class='generation'><li>X</li></ul>",
        '<div id="wb-dtmd-x">X</div>',
    ],
)
def test_what_readers_see_is_text_and_no_class_hides_it_by_a_part_of_its_name(text: str) -> None:
    assert texts(f"<p>A</p>{text}<p>B</p>") == ["A", "X", "B"]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One<br>two<br/>three</p>", ["One", "two", "three"]),
        ("<p>One <b>t</b>wo<i>, three</i></p>", ["One two, three"]),
        ("<ul><li>A<li>B<ul><li>C</ul></ul>tail", ["A", "B", "C", "tail"]),
        ("<table><tr><td>A<td><p>B</p><p>C</table>", ["A", "B", "C"]),
        ("<p>A\u200bB\u00adC\u2060D\ufeff</p>", ["ABCD"]),
        ("<p>“A’s” non\u2011stop</p>", ['"A\'s" non-stop']),
        ("<p>See <a>this </a>, and ( that )\u00a0.</p>", ["See this, and (that)."]),
        ("<p>\\ # one</p><p># two</p>", ["\\ # one", "# two"]),
        ("<p>A<!-- c -->B<?x y?>C</p>", ["ABC"]),
        ("<h2>One<br>two</h2><p>A</p>", ["A"]),
        ("<p>Pay <s>$1 <b>or $3</b></s> $2.</p>", ["Pay [struck out: $1 or $3] $2."]),
        ("<del><p>A</p><p>B</p></del>C", ["[struck out: A]", "[struck out: B]", "C"]),
        ("<table><tr><th><button>A</button></th></tr></table>", ["A"]),
    ],
)
def test_a_block_is_a_line(markup: str, lines: list[str]) -> None:
    assert texts(markup) == lines


def test_a_heading_is_one_line_whatever_stands_in_it() -> None:
    page = read(canada("<details><summary><h3>One<br>two</h3></summary><p>A</p></details>"))
    assert page.passages[1:] == (Passage("One two", ""), Passage("One two", "A"))
    plain = read(canada("<details><summary>Two</summary><p>A</p></details>"))
    assert plain.passages[1:] == (Passage("Two", ""), Passage("Two", "A"))
    notice = read(design_system('<gcds-notice notice-title="Mind"><p>A</p></gcds-notice>'))
    assert notice.passages[1:] == (Passage("Mind", ""), Passage("Mind", "A"))


def test_a_text_is_read_back_as_it_was() -> None:
    odd = "<h2>Same</h2><p># no heading</p><p>\\ x</p><h2>Same</h2><h2># Hash</h2><p>\\# y</p>"
    for main in (GUIDANCE, REDESIGNED, FRENCH, odd):
        page = read(canada(main))
        assert passages_of(page.text) == page.passages
        assert text_of(passages_of(page.text)) == page.text


def test_two_main_parts_are_both_read_and_none_twice() -> None:
    twice = "<main><p>A</p><div role='main'><p>B</p></div></main><main><p>C</p></main>"
    assert [p.text for p in read(f"<body>{twice}</body>").passages] == ["A", "B", "C"]
    hidden = '<main hidden><p>A</p></main><main class="x"><p>C</p></main>'
    assert [p.text for p in read(f"<body>{hidden}</body>").passages] == ["C"]


@pytest.mark.parametrize("name", ["old-layout", "law", "no-main"])
def test_older_pages_have_their_main_part_elsewhere(name: str) -> None:
    page = read((PAGES / f"{name}.html").read_bytes())
    assert [p.text for p in page.passages if p.text] == ["A keeper may light a lamp."]


def test_what_stands_deep_is_not_lost() -> None:
    deep = "<div>" * 400 + "<p>Deep</p>" + "</div>" * 400
    assert texts(deep) == ["Deep"]
    with pytest.raises(UnreadableError, match="too many others"):
        texts(deep.replace("<div>", "<div><div>"))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("<main><p>Résidence – été</p></main>".encode(), UTF8),
        ("<main><p>Résidence – été</p></main>".encode("cp1252"), "text/html; charset=windows-1252"),
        (
            b"\xef\xbb\xbf" + "<main><p>Résidence – été</p></main>".encode(),
            "text/html; charset=windows-1252",
        ),
        (
            '<head><meta charset="windows-1252"></head><main><p>Résidence – été</p></main>'.encode(
                "cp1252"
            ),
            "text/html",
        ),
        ("<main><p>Résidence – été</p></main>".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ("<main><p>Résidence – été</p></main>".encode("cp1252"), "text/html; charset=us-ascii"),
        ("<main><p>Résidence – été</p></main>".encode("utf-16"), UTF8),
        (b"\xfe\xff" + "<main><p>Résidence – été</p></main>".encode("utf-16-be"), ""),
        ('<head><meta charset="utf-16"></head><main><p>Résidence – été</p></main>'.encode(), ""),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?><main><p>Résidence – été</p></main>'.encode(
                "cp1252"
            ),
            "text/html",
        ),
        ("<main><p>Re\u0301sidence\u00a0– e\u0301te\u0301</p></main>".encode(), UTF8),
    ],
)
def test_the_same_french_text_is_the_same_in_any_encoding(raw: bytes, kind: str) -> None:
    assert read(raw, kind).text == "Résidence – été\n"


def test_a_french_page_is_read_as_an_english_one() -> None:
    page = read(canada(FRENCH, title="Gardiens de phares", french=True))
    assert page.passages[-1] == Passage(
        "Qui peut venir", "Un gardien doit avoir 12 mois d'expérience."
    )


@pytest.mark.parametrize("body", ["", "<main></main>", "<html><body><nav>x</nav></body></html>"])
def test_a_page_without_text_is_unreadable(body: str) -> None:
    with pytest.raises(UnreadableError):
        read(body)


def test_a_page_of_headings_alone_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="no main text"):
        read("<main><h1>Keepers of lighthouses</h1><h2>Who may come</h2></main>")


def test_an_xhtml_page_is_read_as_any_other() -> None:
    declared = '<?xml version="1.0" encoding="utf-8"?>'
    xhtml = f'{declared}\n<html xmlns="x"><body><main>é</main></body></html>'
    assert read(xhtml).text == read(f"\ufeff{xhtml}").text == "é\n"


def test_an_encoding_that_nobody_knows_is_unreadable() -> None:
    with pytest.raises(UnreadableError):
        read("<main>x</main>", "text/html; charset=klingon")


def test_reading_a_page_leaves_it_as_it_was() -> None:
    document = parse(canada(GUIDANCE).encode(), UTF8)
    assert read_page(document) == read_page(document)


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ("Showing 1 to 10 of 96 entries", "10 of 96"),
        ("Affichage de 11 à 20 sur 1 234 éléments", "10 of 1234"),
        ("Showing 1 to 5 of 5 entries (filtered from 96 total entries)", "5 of 96"),
    ],
)
def test_a_table_that_scripts_cut_makes_a_page_unreadable(said: str, cut: str) -> None:
    main = f'<p>A</p><div class="dataTables_info">{said}</div>'
    with pytest.raises(UnreadableError, match=f"shows {cut} rows only: save it with scripts off"):
        read(canada(main))
    assert texts('<p>A</p><div class="dataTables_info">Showing 0 to 0 of 0</div>') == ["A"]


def test_panels_have_the_headings_of_the_tabs_that_scripts_made_of_them() -> None:
    before = "<details id='d1'><summary>A</summary><p>1</p></details>"
    after = (
        '<ul class="generated"><li><a href="#d1">A</a></li></ul>'
        '<div id="d1" role="tabpanel"><p>1</p></div>'
    )
    assert read(canada(after)).text == read(canada(before)).text


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<head><link rel="canonical" href=" https://x.ca/a "></head>', "https://x.ca/a"),
        ("<!-- saved from url=(0014)https://x.ca/b --><html>", "https://x.ca/b"),
        ('<head><link rel="canonical" href="/a"></head>', ""),
        ('<head><link rel="alternate" href="https://x.ca/a"></head>', ""),
    ],
)
def test_a_page_gives_its_own_address(page: str, address: str) -> None:
    assert read(f"{page}<main><p>A</p></main>").canonical == address
