"""A page has no sign that nobody sees, in whatever way it is written."""

import pytest

from generator.model.slips.page_text import markdown_of
from generator.pages.slips.unseen import unseen_slips


def told(body: str) -> list[tuple[str, int]]:
    return [(slip.rule, slip.start) for slip in unseen_slips(markdown_of(body, ())[0], body)]


@pytest.mark.parametrize(
    "entity",
    [
        "&#x202e;",
        "&#8203;",
        "&shy;",
        "&zwnj;",
        "&lrm;",
        "&ZeroWidthSpace;",
        "&#0;",
        "&#xd800;",
        "&#xfffe;",
        "&#xFE0F;",
        "&#917569;",
        "&#x110000;",
        "&shy",
    ],
)
def test_a_sign_that_nobody_sees_has_no_number(entity: str) -> None:
    assert told(f"A wo{entity}rd.") == [("text", 4)]
    assert told(f"`{entity}` is shown as it is typed.") == []


@pytest.mark.parametrize("sign", "\x07\xad\u202e\ufdd0\ufe0f\ufffe\U000e0041")
def test_no_code_holds_it(sign: str) -> None:
    assert told(f"A `wo{sign}rd` more.") == [("text", 5)]


@pytest.mark.parametrize("text", ["&nbsp;", "&lt;b&gt;", "&eacute;", "&#169;", "&copy 1", "R&D; a"])
def test_other_signs_have_one(text: str) -> None:
    assert told(f"A word {text} and another.") == []
