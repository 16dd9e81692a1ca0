"""Tables in the markup that Canada.ca uses, written by these tests."""

import pytest
from lxml import html

from generator.watch.code_tables import Listed, listed_codes
from generator.watch.page import UnreadableError

ONE = """<table class="table table-bordered"><caption>Interests of towns</caption>
<thead><tr><th scope="col">Exemption</th><th scope="col">Exemption code</th></tr></thead>
<tbody><tr><td>Village bakery help</td><td>K10</td></tr>
<tr><td>Owners of an oven <sup id="fn1"><a href="#n1">K99</a></sup></td>
<td>K11<sup>1</sup>,&nbsp;K23</td></tr>
<tr><td colspan="2">Heading across, not K77 in a column of its own</td></tr>
</tbody></table>"""

TWO = """<table class="table"><thead><tr><th>Category</th>
<th scope="col">Code before December 15, 2018</th>
<th scope="col">Code from December 15, 2018</th></tr></thead>
<tr><td>Boat mender</td><td>P23</td><td>P36</td></tr>
<tr><td>Harbour master</td><td rowspan="2">P24</td><td>P37</td></tr>
<tr><td>Book-keeper</td><td>P38</td></tr>
<tr><td>Same</td><td colspan="2">K16</td></tr>
<tr><td>New</td><td></td><td>P40</td></tr></table>"""


def listed(*tables: str) -> Listed:
    return listed_codes(html.document_fromstring(f"<main>{''.join(tables)}</main>"))


def test_one_column_of_codes() -> None:
    found = listed(ONE)
    assert found.current == {"K10", "K11", "K23"}
    assert found.earlier == set()
    assert found.successors == {}


def test_two_columns_of_codes_with_merged_cells() -> None:
    found = listed(TWO)
    assert found.current == {"P36", "P37", "P38", "K16", "P40"}
    assert found.earlier == {"P23", "P24", "K16"}
    assert found.successors == {"P23": {"P36"}, "P24": {"P37", "P38"}}


def test_both_forms_on_one_page() -> None:
    found = listed(ONE, TWO, "<table><tr><th>Fee</th></tr><tr><td>K55</td></tr></table>")
    assert {"K10", "P36"} <= found.current
    assert "K55" not in found.current


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<table><tr><td>K10</td></tr></table>",
        "<table><tr><th>Code</th></tr></table>",
        "<p>K10</p>",
    ],
)
def test_a_page_without_such_a_table_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        listed(text)


def test_a_wild_span_is_no_danger() -> None:
    wild = ONE.replace("<td>K10</td>", '<td rowspan="999999" colspan="999999">K10</td>')
    assert "K10" in listed(wild).current
