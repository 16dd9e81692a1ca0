"""A text from elsewhere in Markdown stays a text."""

import pytest

from generator.problems.markdown import code_span, table_row


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("C12", "`C12`"),
        ("[a](b) @c <i>\n d", "`[a](b) @c <i> d`"),
        ("a `b` c", "`` a `b` c ``"),
        ("``", "``` `` ```"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_nothing_in_a_code_span_is_more_than_a_text(text: str, span: str) -> None:
    assert code_span(text) == span


def test_no_cell_of_a_row_begins_another() -> None:
    assert table_row(["`a|b`", "c"]) == "| `a\\|b` | c |"
