"""Tables in the markup that Canada.ca uses, written by these tests."""

import pytest
from lxml import html

from generator.watch.code_tables import Listed, listed_codes
from generator.watch.page import UnreadableError

ONE = """<table class="table table-bordered"><caption>Canadian interests</caption>
<thead><tr><th scope="col">Exemption</th><th scope="col">Exemption code</th></tr></thead>
<tbody><tr><td>Significant benefit</td><td>C10</td></tr>
<tr><td>Entrepreneurs <sup id="fn1"><a href="#n1">C99</a></sup></td>
<td>C11<sup>1</sup>,&nbsp;C23</td></tr>
<tr><td colspan="2">Heading across, not C77 in a column of its own</td></tr>
</tbody></table>"""

TWO = """<table class="table"><thead><tr><th>Category</th>
<th scope="col">Code before December 15, 2022</th>
<th scope="col">Code from December 15, 2022</th></tr></thead>
<tr><td>Professional</td><td>T23</td><td>T36</td></tr>
<tr><td>Executive</td><td rowspan="2">T24</td><td>T37</td></tr>
<tr><td>Specialised</td><td>T38</td></tr>
<tr><td>Same</td><td colspan="2">C16</td></tr>
<tr><td>New</td><td></td><td>T40</td></tr></table>"""


def listed(*tables: str) -> Listed:
    return listed_codes(html.document_fromstring(f"<main>{''.join(tables)}</main>"))


def test_one_column_of_codes() -> None:
    found = listed(ONE)
    assert found.current == {"C10", "C11", "C23"}
    assert found.earlier == set()
    assert found.successors == {}


def test_two_columns_of_codes_with_merged_cells() -> None:
    found = listed(TWO)
    assert found.current == {"T36", "T37", "T38", "C16", "T40"}
    assert found.earlier == {"T23", "T24", "C16"}
    assert found.successors == {"T23": {"T36"}, "T24": {"T37", "T38"}}


def test_both_forms_on_one_page() -> None:
    found = listed(ONE, TWO, "<table><tr><th>Fee</th></tr><tr><td>C55</td></tr></table>")
    assert {"C10", "T36"} <= found.current
    assert "C55" not in found.current


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<table><tr><td>C10</td></tr></table>",
        "<table><tr><th>Code</th></tr></table>",
        "<p>C10</p>",
    ],
)
def test_a_page_without_such_a_table_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableError):
        listed(text)


def test_a_wild_span_is_no_danger() -> None:
    wild = ONE.replace("<td>C10</td>", '<td rowspan="999999" colspan="999999">C10</td>')
    assert "C10" in listed(wild).current
