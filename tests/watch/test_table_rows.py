"""Words that stand in another column of a table; tables that only look otherwise are the same."""

import pytest

from generator.watch.differences import differences
from generator.watch.page import OfficialPage, parse, passages_of, read_page
from generator.watch.same_words import same_words
from tests.watch.pages.frame import canada


def page(main: str) -> OfficialPage:
    return read_page(parse(canada(main).encode(), "text/html; charset=utf-8"))


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("Who", "Tower", "Pier")) -> str:
    top = "".join(f"<th>{cell}</th>" for cell in head)
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table class="table"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def merged(high: str, third: str = "<td></td>") -> str:
    return (
        f'<table><tr><td>Keeper</td><td rowspan="{high}">$155</td></tr>'
        f"<tr><td>Spouse</td></tr><tr><td>Child</td>{third}</tr></table>"
    )


def told(before: str, now: str) -> list[tuple[str | None, str | None]]:
    found = differences(page(before).passages, page(now).passages)
    return [(change.before, change.now) for change in found.changed]


MOVED = [
    (
        table(("Keeper", "yes", "&nbsp;"), ("Spouse", "no", "no")),
        table(("Keeper", "", "yes"), ("Spouse", "no", "no")),
        ("Keeper | yes | (empty)", "Keeper | (empty) | yes"),
    ),
    (
        table(("K90", ""), head=("Before", "After")),
        table(("", "K90"), head=("Before", "After")),
        ("K90 | (empty)", "(empty) | K90"),
    ),
    (merged("2"), merged("3", ""), ("Child | (empty)", "Child | $155 (merged)")),
    (
        merged("2").replace("<td>Keeper", "<th>Keeper"),
        merged("0", ""),
        ("Child | (empty)", "Child | $155 (merged)"),
    ),
    (
        table(("Keeper", "yes", "no")).replace("<td>yes", '<td colspan="2">yes'),
        table(("Keeper", "yes", "no")).replace("<td>no", '<td colspan="2">no'),
        ("Keeper | yes | yes (merged) | no", "Keeper | yes | no | no (merged)"),
    ),
]


@pytest.mark.parametrize(("before", "now", "rows"), MOVED)
def test_a_fact_in_another_column_is_told_with_its_row(
    before: str, now: str, rows: tuple[str, str]
) -> None:
    assert not same_words(page(before).passages, page(now).passages)
    assert told(before, now) == [rows]
    assert told(now, before) == [rows[::-1]]


def test_a_fact_that_goes_to_another_row_is_told_with_both() -> None:
    before = table(("Keeper", "$155", ""), ("Spouse", "", ""))
    now = table(("Keeper", "", ""), ("Spouse", "$155", ""))
    changes = told(before, now)
    assert ("Keeper | $155 | (empty)", "Keeper | (empty) | (empty)") in changes
    assert ("Spouse | (empty) | (empty)", "Spouse | $155 | (empty)") in changes


YES = table(("Keeper", "yes", ""), ("Spouse", "", "no"))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (YES, "<h2>Who</h2><ul><li>Tower</li><li>Pier</li></ul><p>Keeper yes</p><p>Spouse no</p>"),
        (YES, YES.replace("<thead>", "").replace("</thead><tbody>", "<tbody>")),
        (YES, YES.replace("<td></td>", "<td><p>&nbsp;</p></td>")),
        (YES, YES.replace("<td>yes</td>", "<td><ul><li>Yes.</li></ul></td>")),
        (YES, YES.replace("</th></tr>", "</th><th></th></tr>")),
        (YES, f"<div><div>{YES}</div></div>"),
        (YES, YES.replace("<table", '<table role="presentation"')),
        (merged("2"), "<dl><dt>Keeper</dt><dd>$155</dd><dt>Spouse</dt><dt>Child</dt></dl>"),
        (merged("3", ""), merged("0", "")),
        (merged("3", ""), merged("65534", "")),
    ],
)
def test_a_table_of_another_look_is_no_change(before: str, now: str) -> None:
    assert same_words(page(before).passages, page(now).passages)
    assert same_words(page(now).passages, page(before).passages)


def test_a_table_that_only_lays_out_a_page_has_no_rows() -> None:
    before, now = (each.replace("<table", '<table role="presentation"') for each in MOVED[0][:2])
    assert "|" not in page(before).text
    assert same_words(page(before).passages, page(now).passages)


def test_rows_are_kept_apart_from_words_and_read_back() -> None:
    found = page(f"{YES}<p>| no row</p>")
    assert "| Keeper | yes | (empty)\nKeeper\nyes\n" in found.text
    assert found.text.endswith("\n\\| no row\n")
    assert passages_of(found.text) == found.passages


def test_another_change_tells_no_row_that_is_as_it_was() -> None:
    assert told(f"{YES}<p>One.</p>", f"<p>{YES}</p><p>Two.</p>") == [("One.", "Two.")]
    gone = "<p>Who</p><p>Tower</p><p>Pier</p><p>Keeper</p><p>yes</p><p>Spouse</p><p>no</p>"
    assert told(f"{YES}<p>One.</p>", f"{gone}<p>Two.</p>") == [("One.", "Two.")]
