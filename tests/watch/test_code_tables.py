"""Tables in the markup that Canada.ca uses, written by these tests."""

from datetime import date

import pytest
from lxml import html

from generator.watch.code_rows import Row
from generator.watch.code_tables import Listed, listed_codes
from generator.watch.page import UnreadableError, parse
from tests.watch.pages.codes import codes_page, one_column, row, two_columns

UTF8 = "text/html; charset=utf-8"


def listed(*parts: str) -> Listed:
    return listed_codes(html.document_fromstring(f"<main>{''.join(parts)}</main>"))


def of_cell(cell: str) -> set[str]:
    """Return the codes of a cell beside one that has a code in any case."""
    return set(listed(one_column([row("x", "K10"), row("Words", cell)])).current) - {"K10"}


def codes(row: Row) -> tuple[str, str]:
    return " ".join(sorted(row.before)), " ".join(sorted(row.now))


def test_the_whole_page_has_more_than_eighty_rows() -> None:
    found = listed_codes(parse(codes_page().encode(), UTF8))
    assert len(found.rows) >= 80
    assert found.rows[1] == Row(
        "R204: Pacts – R204(a) Pacts of towns – Pacts – Harbours and Boats Accord (HARBA)",
        "Boat owner",
        frozenset({"P22"}),
        frozenset({"P35"}),
    )
    assert {"P21", "P24", "P43", "P47", "K12"} <= found.earlier
    assert {"F10", "P38", "K10", "K16", "K22", "K63"} <= found.current
    assert not {"K77", "K78", "K88", "K99"} & (found.earlier | found.current)


def test_a_cell_without_an_end_goes_on_to_the_end_of_its_group_of_rows() -> None:
    rows = [
        '<tr><td>Boats</td><td rowspan="0">P22</td><td>P35</td></tr>',
        "<tr><td>Lamps</td><td>P36</td></tr>",
    ]
    apart = f"</tbody><tbody>{row('Docks', 'P23', 'P37')}"
    found = listed(two_columns("Towns", [*rows, apart]))
    assert [codes(each) for each in found.rows] == [("P22", "P35"), ("P22", "P36"), ("P23", "P37")]
    longer = [each.replace('"0"', '"9"') for each in rows]
    assert listed(two_columns("Towns", [*longer, apart])) == found


def test_one_code_is_in_a_row_of_each_pact() -> None:
    found = listed_codes(parse(codes_page(pacts=("Avon", "Bray")).encode(), UTF8))
    rows = [row for row in found.rows if "P23" in row.before]
    assert [(row.section.split(" – ")[-1], sorted(row.now)) for row in rows] == [
        ("Harbours and Boats Accord (HARBA)", ["P36"]),
        ("Avon Pact of Towns", ["F12"]),
        ("Bray Pact of Towns", ["F17"]),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "P37<br>P38", "P37<br/>P38", "<p>P37</p><p>P38</p>", "<ul><li>P37</li><li>P38</li></ul>",
        "<div>P37</div><div>P38</div>", "<span>P37</span><span>P38</span>", "P37, P38", "P37/P38",
        "P37 <span>NEW</span>P38", "P37<b>P38</b>", "P37 and P38", "P37;P38", "(P37) (P38)",
        "P37&nbsp;P38", "P-37 P 38", "P\u200b37<br>P3\u20608", "P\u201137 or P–38", "Ｐ３７ P38",
        "<b>P</b>37, P3<i>8</i>", "P37<sup>1</sup>, P38<sup>K99</sup>", "P37*, P38†",
        "P37 <del>K61</del> P38", "P37<s>K61</s> P38", "P37 <span class='wb-inv'>K61</span>P38",
        "P37 to P38", "P37 – P38", "P37<wbr>, P38", "P37 P38 <!-- K61 -->",
        "<span class='nowrap'>P37</span> (A25.2), R204, B1234, P38",
        "<gcds-text>P37</gcds-text><gcds-text>P38</gcds-text>", "P37P38", "P37\u200bP38",
    ],
)  # fmt: skip
def test_several_codes_in_one_cell(cell: str) -> None:
    assert of_cell(cell) == {"P37", "P38"}


def test_a_range_has_all_its_members_and_other_words_have_none() -> None:
    assert of_cell("F10 to F13") == {"F10", "F11", "F12", "F13"}
    assert of_cell("F10 à F11") == {"F10", "F11"}
    assert of_cell("K61 to P62") == {"K61", "P62"}
    for words in ("None", "", "Class A 12 months", "AB12", "A25.2", "R204", "12", "k10", "A123"):
        assert of_cell(words) == set()


@pytest.mark.parametrize(
    ("before", "since"),
    [
        ("Code (December 14 and before)", "Code (December 15, 2018, and after)"),
        ("Permit code: December 14 and before", "Permit code: December 15, 2018 and after"),
        ("Code before December 15, 2018", "Code from December 15, 2018"),
        ("Previous code", "Code"),
        ("December 14, 2018 and before", "December 15, 2018 and after"),
        ("Code (until 2018)", "Code (since 2018)"),
        ("Ancien code", "Nouveau code"),
        ("Code (14 décembre et avant)", "Code (15 décembre 2018 et après)"),
        ("Code – December 14 and before", "December 15, 2018, and after"),
        ("Codes used until December 14, 2018", "Current permit codes"),
        ("Discontinued code", "New code"),
        ("Expired exemption code", "Exemption code"),
        ("Exemption code", "New exemption code"),
        ("Exemption code (to December 14, 2018)", "Exemption code (from December 15, 2018)"),
        ("December 14, 2018 and earlier", "December 15, 2018 and later"),
        ("Pre-December 15, 2018 code", "Exemption code"),
        ("Code: Dec. 14, 2018", "Code: December 15, 2018"),
        ("Code (2018-12-14)", "Code (2018-12-15)"),
        ("Code, 14 décembre 2018", "Code, 1er avril 2019"),
        ("Code of December 14, 2018", "Code of December 15, 2018 (replaces the former one)"),
        ("Code : antérieur au 15 décembre 2018", "Code : à partir du 15 décembre 2018"),
        ("Code prior to December 15, 2018 changes", "Exemption code"),
        ("Legacy code", "Updated code"),
        ("Replaced code", "Replacement code"),
        ("Obsolete code", "Code in use"),
        ("Code no longer in use", "Code in use"),
        ("Deleted codes", "Added codes"),
        ("Code", "Replaced by"),
        ("Former", "Current"),
        ("Before", "After"),
        ("Avant", "Après"),
        ("Ancien", "Nouveau"),
        ("Code abrogé", "Code de remplacement"),
        ("Code until December 14, 2022", "Code from December 15, 2022"),
    ],
)
def test_two_columns_of_codes(before: str, since: str) -> None:
    heads = f"<tr><th>Category</th><th>{before}</th><th>{since}</th><th>Notes</th></tr>"
    found = listed(f"<table>{heads}{row('Boat mender', 'P23', 'P36', 'was K99')}</table>")
    (only,) = found.rows
    assert codes(only) == ("P23", "P36")
    assert only.words == "Boat mender – was K99"


@pytest.mark.parametrize(
    "other",
    ["Notes on codes", "Special program code", "NOC code", "Date added (after 2018)", "Code"],
)
def test_columns_of_other_codes_are_none_of_exemption_codes(other: str) -> None:
    heads = ("Category", "Exemption code (before)", "Exemption code (December 15, 2018)", other)
    top = "".join(f"<th>{head}</th>" for head in heads)
    found = listed(f"<table><tr>{top}</tr>", row("x", "P23", "P36", "K99"), "</table>")
    assert codes(found.rows[0]) == ("P23", "P36")


def test_a_column_that_is_used_until_a_later_day_is_in_use() -> None:
    dates = ("before", "December 15, 2018 to March 31, 2027", "April 1, 2027 and after")
    top = "".join(f"<th>Exemption code ({each})</th>" for each in dates)
    text = f"<main><table><tr><th>x</th>{top}</tr>{row('y', 'P23', 'P36', 'K99')}</table></main>"
    for today, before in ((date(2027, 3, 31), "P23"), (date(2027, 4, 1), "P23 P36")):
        (only,) = listed_codes(html.document_fromstring(text), today).rows
        assert codes(only)[0] == before


def test_a_head_may_name_a_code_as_an_example() -> None:
    head = "<th>Category</th><th>Code before, as P21</th><th>Code since 2018, as P34</th>"
    rows = row("Boat mender", "P23", "P36")
    (only,) = listed(f"<table><thead><tr>{head}</tr></thead>", rows, "</table>").rows
    assert codes(only) == ("P23", "P36")


@pytest.mark.parametrize(
    ("cell", "now"),
    [
        ("P61 (formerly P12)", "P61"),
        ("P61 (formerly P12 (old)), P62", "P61 P62"),
        ("P61, previously P12; P62", "P61 P62"),
        ("P61 – see also P10", "P61"),
        ("P61 (anciennement P12)", "P61"),
        ("Before P12, now P61", "P61"),
        ("Formerly P12<br>P61", "P61"),
        ("P61–63", "P61 P62 P63"),
        ("P61-63 and P70", "P61 P62 P63 P70"),
        ("P61 – 12 months", "P61"),
        ("p61<br>p-62", "P61 P62"),
        ("P61, 62, 63", "P61 P62 P63"),
        ("P61/62/63", "P61 P62 P63"),
        ("P61; 62 et 63", "P61 P62 P63"),
        ("P61, 62 or 63 (since 2020)", "P61 P62 P63"),
        ("P61-62, 63", "P61 P62 P63"),
        ("P61 to 63", "P61 P62 P63"),
        ("P61, 12 and 24 months", "P61"),
        ("P61, 12/14/2022", "P61"),
        ("P61, 14 décembre 2022", "P61"),
        ("P61, 62.50 $", "P61"),
        ("P61, 2022", "P61"),
        ("P61, known as P12 until December 14, 2022", "P61"),
        ("P61 (P12 before December 15, 2022)", "P61"),
        ("P12 until December 14, 2022, P61 since", "P61"),
        ("P61 (old code: P12)", "P61"),
        ("P12 → P61", "P61"),
        ("P12 replaced by P61", "P61"),
        ("P12 became P61", "P61"),
        ("P61 (P12 jusqu’au 14 décembre 2022)", "P61"),
        ("<span style='color: red; text-decoration: line-through'>P12</span> P61", "P61"),
        ("<span class='text-strike'>P12</span> P61", "P61"),
        ("<span style='text-decoration: underline'>P61</span>", "P61"),
        ("P61 until further notice", "P61"),
        ("P61 (before entry)", "P61"),
        ("<table><tr><td>P61</td></tr><tr><td>P62</td></tr></table>", "P61 P62"),
    ],
)
def test_what_a_cell_says_of_now(cell: str, now: str) -> None:
    assert of_cell(cell) == set(now.split())


def test_a_former_code_in_the_column_of_former_codes_is_one() -> None:
    found = listed(two_columns("Pacts", [row("x", "Before: P23", "P36 (before: P23)")]))
    assert codes(found.rows[0]) == ("P23", "P36")


def test_a_table_without_a_head_goes_on_with_the_columns_above() -> None:
    first = two_columns("Pacts", [row("x", "P23", "P36")])
    on = f"<h4>More</h4><table>{row('y', 'P24', 'P37')}</table>"
    assert [codes(each) for each in listed(first, on).rows] == [("P23", "P36"), ("P24", "P37")]
    wider = f"<table>{row('y', 'P24', 'P37', 'P38')}</table>"
    headed = f"<table><tr><th>Fee</th><th>x</th><th>y</th></tr>{row('y', 'P24', 'P37')}</table>"
    assert len(listed(first, wider, headed).rows) == 1


def test_heads_in_two_rows_and_heads_that_nothing_marks() -> None:
    two = """<table><thead><tr><th rowspan="2">Part</th><th colspan="2">Permit code</th></tr>
    <tr><th>December 14 and before</th><th>December 15, 2018 and after</th></tr></thead>"""
    (only,) = listed(two, row("Boat mender", "P23", "P36"), "</table>").rows
    assert codes(only) == ("P23", "P36")
    short = two.replace("December 14 and before", "Before").replace("December 15, 2018 and", "")
    (only,) = listed(short, row("Boat mender", "P23", "P36"), "</table>").rows
    assert codes(only) == ("P23", "P36")
    (only,) = listed(
        two.replace("<th>", "<td>").replace("<th ", "<td "), row("x", "P23", "P36")
    ).rows
    assert codes(only) == ("P23", "P36")
    plain = f"<table>{row('Part', 'Code before', 'Code after')}{row('x', 'P23', 'P36')}</table>"
    (only,) = listed(plain).rows
    assert codes(only) == ("P23", "P36")


def test_heads_that_come_again_further_down() -> None:
    again = "<tr><th>Part</th><th>Code now</th><th>Code before</th></tr>"
    rows = [row("x", "P23", "P36"), again, row("y", "P37", "P24")]
    assert [(set(r.before), set(r.now)) for r in listed(two_columns("Pacts", rows)).rows] == [
        ({"P23"}, {"P36"}),
        ({"P24"}, {"P37"}),
    ]


def test_where_all_columns_are_of_the_time_before_they_are_what_there_is() -> None:
    found = listed("<table><tr><th>x</th><th>Former code</th></tr>", row("y", "P23"), "</table>")
    assert (sorted(found.current), sorted(found.earlier)) == (["P23"], [])


def test_merged_cells_are_in_each_place_that_they_cover() -> None:
    rows = """<tr><td>Harbour master</td><td rowspan="2">P24</td><td>P37</td></tr>
    <tr><td>Book-keeper</td><td>P38</td></tr><tr><td>Same</td><td colspan="2">K16</td></tr>
    <tr><td>New</td><td></td><td>P40</td></tr>"""
    found = listed(two_columns("Pacts", [rows])).rows
    assert [(r.words, set(r.before), set(r.now)) for r in found] == [
        ("Harbour master", {"P24"}, {"P37"}),
        ("Book-keeper", {"P24"}, {"P38"}),
        ("Same", {"K16"}, {"K16"}),
        ("New", set(), {"P40"}),
    ]


def test_a_row_across_is_the_heading_of_those_below_unless_it_is_a_note() -> None:
    note = f"<tr><td colspan='3'>{'A note about K77. ' * 9}</td></tr>"
    rows = [
        row("None", "P21", "P34"),
        "<tr><th colspan='3'>Avon Pact</th></tr>",
        row("x", "P22", "P35"),
        note,
        "<tr><td colspan='3'></td></tr>",
        row("y", "P23", "P36"),
        "<tr><td colspan='3'><b>Bray Pact</b></td></tr>",
        row("z", "P24", "P37"),
    ]
    found = listed("<h2>Towns</h2>", two_columns("Pacts", rows))
    assert [r.section for r in found.rows] == [
        "Towns – Pacts",
        "Towns – Pacts – Avon Pact",
        "Towns – Pacts – Avon Pact",
        "Towns – Pacts – Bray Pact",
    ]


def test_the_section_of_a_row_is_the_headings_above_its_table() -> None:
    found = listed(
        "<h1>Codes</h1><h2>R204</h2><h3>R204(a)</h3>", one_column([row("x", "K10")]),
        "<h2>R205</h2><h2 class='wb-inv'>No</h2>", one_column([row("y", "K11")]),
        "<gcds-heading tag='h3'>R205(b)</gcds-heading>", one_column([row("z", "K12")]),
        "<gcds-heading tag='h2'>R206</gcds-heading>", one_column([row("z", "K12")]),
    )  # fmt: skip
    sections = ["R204 – R204(a)", "R205", "R205 – R205(b)", "R206"]
    assert [r.section for r in found.rows] == sections


def test_lists_of_codes_beside_the_tables() -> None:
    found = listed(
        "<h2>Unique work situations</h2><ul><li>Fishing guides – K10</li>"
        "<li>Camps (K11)<ul><li>owners: K12</li></ul></li></ul>"
        "<h2>Other</h2><p>These have the permit codes below, in unique work situations:</p>"
        "<ul><li>Fairs: K16<ul><li>stalls: K17</li></ul></li></ul>"
        "<h2>See also</h2><ul><li>The page on K99</li></ul>"
    )
    assert [(r.words, set(r.now)) for r in found.rows] == [
        ("Fishing guides", {"K10"}),
        ("Camps", {"K11"}),
        ("owners", {"K12"}),
        ("Fairs", {"K16"}),
        ("stalls", {"K17"}),
    ]


def test_what_is_hidden_or_in_a_table_within_is_not_listed_twice() -> None:
    inner = one_column([row("x", "K11")])
    found = listed(one_column([row("y", "K10"), f"<tr><td></td><td>{inner}</td></tr>"]))
    assert [sorted(r.now) for r in found.rows] == [["K10"], ["K11"]]
    hidden = f"<div hidden>{inner}</div>"
    assert listed(one_column([row("y", "K10")]), hidden).current == {"K10"}


def test_a_table_of_other_things_is_none_of_codes() -> None:
    fees = "<table><tr><th>Fee</th><th>Since</th></tr><tr><td>K55</td><td>K56</td></tr></table>"
    assert listed(one_column([row("x", "K10")]), fees).current == {"K10"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<table><tr><td>K10</td></tr></table>",
        "<table><tr><th>Code</th></tr></table>",
        "<p>K10</p>",
        "<table></table><table><tr></tr></table>",
    ],
)
def test_a_page_without_such_a_table_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        listed(text)


@pytest.mark.parametrize(
    "span",
    ["²", "9" * 5000, "999999", "-1", "0", "", " 2 ", "1.5", "٣", "x", "1e9"],
)
def test_a_wild_span_is_no_danger(span: str) -> None:
    wild = f'<tr><td>x</td><td rowspan="{span}" colspan="{span}">K10</td></tr>'
    assert "K10" in listed(one_column([wild, row("y", "K11"), row("z", "K12")])).current


def test_a_long_merged_cell_covers_all_its_rows() -> None:
    rows = ['<tr><td rowspan="120">Boats</td><td>P23</td><td>P36</td></tr>']
    rows += [f"<tr><td>P23</td><td>F{number % 100:02}</td></tr>" for number in range(119)]
    found = listed(two_columns("Pacts", rows)).rows
    assert len(found) == 120
    assert {r.words for r in found} == {"Boats"}


def test_a_table_of_many_cells_is_read_or_refused_and_never_grows() -> None:
    many = "<table><tr><th>x</th><th>Code</th></tr>" + "<tr><td>y<td>K10" * 2000
    assert len(listed(many).rows) == 2000
    in_one_row = "<table><tr><th>Code</th></tr><tr>" + "<td>K10" * 20_000
    assert listed(in_one_row).current == {"K10"}
    wild = '<tr><td rowspan="5000" colspan="50">K10' * 200
    with pytest.raises(UnreadableError, match="larger than"):
        listed(f"<table><tr><th>x</th><th>Code</th></tr>{wild}")


@pytest.mark.parametrize(
    "cell", ["CodeP37", "P037", "P.37", "codes: P.037", "p.37", "codeP37", "CodesP37", "p037"]
)
def test_a_code_is_known_however_it_is_written(cell: str) -> None:
    assert of_cell(cell) == {"P37"}


@pytest.mark.parametrize("cell", ["P0370", "P.370", "P.37.1", "NOP37", "P00", "encodeP3"])
def test_what_only_looks_like_a_code_is_none(cell: str) -> None:
    assert "P37" not in of_cell(cell)


def now_and_ended(found: Listed) -> tuple[str, str]:
    return " ".join(sorted(found.current)), " ".join(sorted(found.ended))


ENDED = [
    "P37 (expired)", "P37 [expired in 2022]", "P37 – expired", "P37 (discontinued)",
    "P37 (superseded)", "P37 (rescinded)", "P37 (repealed)", "P37: deleted", "P37 (cancelled)",
    "P37 (removed)", "P37 (obsolete)", "P37 (not in use)", "P37 (is not in force)",
    "P37 (no longer in use)", "P37 is no longer used", "P37 (no longer valid)",
    "P37 no longer applies", "P37 (no longer available)", "P37 (no longer accepted)",
    "P37 (no longer effective)", "P37 (no longer active)", "P37 (expiré)", "P37 (supprimé)",
    "P37 (a été abrogé)", "P37 (remplacé)", "P37 (retiré)", "P37 (annulé)", "P37 (périmé)",
    "P37 n’est plus en vigueur", "P37 (code expired)", "P37 (now expired)", "P37 (has expired)",
    "P37 have been cancelled", "P37 est expiré", "P37 (phased out)", "P37 – withdrawn in 2024",
    "P37 (caduc)", "P37 : abrogé", "Discontinued: P37", "P37<br>(discontinued)",
    "P37 (until December 14, 2018)", "<s>P37</s>",
    "<i style='text-decoration:line-through'>P37</i>",
]  # fmt: skip


@pytest.mark.parametrize("cell", ENDED)
def test_a_code_that_has_ended_is_not_in_use_though_it_stands_among_those(cell: str) -> None:
    found = listed(one_column([row("x", "K10"), row("Words", cell)]))
    assert now_and_ended(found) == ("K10", "P37")
    assert not found.earlier
    beside = listed(one_column([row("x", "K10"), row("Words", f"{cell}<br>P38")]))
    assert now_and_ended(beside) == ("K10 P38", "P37")


def test_a_range_and_an_item_of_a_list_have_ended_too() -> None:
    found = listed(one_column([row("x", "K10"), row("Words", "P37 to P39 (expired)")]))
    assert now_and_ended(found) == ("K10", "P37 P38 P39")
    items = "<p>Exemption codes:</p><ul><li>Boats (P37 – expired)</li><li>Ropes (P38)</li></ul>"
    found = listed(items)
    assert now_and_ended(found) == ("P38", "P37")


@pytest.mark.parametrize(
    "cell",
    ["P37 (for permits that expired)", "P37 (superseded P36)", "P37; expired permits: K77a",
     "P37 for old boats", "P37 (no longer than two years)", "P37 (expired passports)",
     "P37 (retired actors)", "P37 (closed work permit)", "P37*", "P37 in use"],
)  # fmt: skip
def test_a_code_beside_something_that_has_ended_is_in_use(cell: str) -> None:
    assert "P37" in of_cell(cell)


def test_a_code_is_in_use_until_the_day_to_which_it_is_used() -> None:
    text = f"<main>{one_column([row('x', 'P37 until March 31, 2027'), row('y', 'P38')])}</main>"
    for today, now in ((date(2027, 3, 31), {"P37", "P38"}), (date(2027, 4, 1), {"P38"})):
        assert listed_codes(html.document_fromstring(text), today).current == now


@pytest.mark.parametrize(
    ("note", "over"),
    [
        ("Discontinued in 2024", "P37"), ("This code has expired.", "P37"), ("Abrogé", "P37"),
        ("No longer in use", "P37"), ("Expired permits may be renewed", ""),
        ("Discontinued series are not meant", ""), ("In use", ""), ("Superseded P36", ""),
    ],
)  # fmt: skip
def test_a_note_may_say_that_the_code_it_belongs_to_has_ended(note: str, over: str) -> None:
    heads = "<tr><th>Category</th><th>Exemption code</th><th>Notes</th></tr>"
    beside = f"<table>{heads}{row('x', 'P37', note)}{row('y', 'P38', '')}</table>"
    across = f"<tr><td colspan='2'>* {note}</td></tr>"
    in_table = one_column([row("x", "P37*"), row("y", "P38"), across])
    below = one_column([row("x", "P37<sup>*</sup>"), row("y", "P38")]) + f"<p>* {note}</p>"
    mark = "P37<sup><a href='#fn1'>1</a></sup>"
    foot = f"<dl><dt>Footnote 1</dt><dd id='fn1'><p>{note}</p></dd></dl>"
    led_to = one_column([row("x", mark), row("y", "P38")]) + foot
    for page in (beside, in_table, below, led_to):
        now = "P38" if over else "P37 P38"
        assert now_and_ended(listed(page)) == (now, over)


def test_a_code_struck_out_in_the_column_of_former_codes_is_a_former_one() -> None:
    for struck in ("<s>P23</s>", "<b class='strikethrough'>P23</b>"):
        found = listed(two_columns("Pacts", [row("x", struck, "P36")]))
        assert codes(found.rows[0]) == ("P23", "P36")
    cell = "<tr><td>x</td><td style='text-decoration: line-through'>P23</td><td>P36</td></tr>"
    assert codes(listed(two_columns("Pacts", [cell])).rows[0]) == ("P23", "P36")
