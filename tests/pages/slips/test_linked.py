"""A text keeps its length, whatever of it is covered."""

import pytest

from generator.pages.slips.linked import covered


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See [a list](/a.md) now.", "See =============== now."),
        ("See [a [b](/b.md)](/a.md) now.", "See ===================== now."),
        ('<a href="/a">A [b</a> c](/c.md) d', "=============================== d"),
        ("A\n[list\nof](/a.md) it", "A\n=====\n========== it"),
    ],
)
def test_what_is_covered_keeps_its_place(text: str, left: str) -> None:
    assert covered(text, {"gone": "=", "words": "="}) == left
