import pytest
from pydantic import Field, ValidationError

from generator.model.base import Prose, Record, Reply, Slug, Text
from generator.model.comparison import Feature
from generator.model.decode import decode
from generator.model.review import Verify
from generator.model.site import Reviewer
from generator.model.slips.texts import paragraph_fault, paragraphs_fault, text_fault
from generator.source.yaml_text import parse

NO_TEXTS = """
null|Null|NULL|~|none|nil|.nan|true|False|yes|NO|TODO|tbd|TBA|TBC|FIXME|xxx|XXX|n/a|N/A|To come.
to be confirmed|to be written|To be announced…|coming soon|Lorem ipsum|lorem ipsum dolor|test
Text|placeholder|[TBD]|(to come)|text goes here|x|0|²|Q?|undefined|fill me in|— todo —
.inf|-.INF
"""


@pytest.mark.parametrize("text", NO_TEXTS.strip().replace("\n", "|").split("|"))
def test_what_stands_for_a_text_is_none(text: str) -> None:
    assert text_fault(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "TODO ask Nicola",
        "It is TBD.",
        "Ask [NW1] for it.",
        "It costs XXX dollars.",
        "The fee (TBC) is due.",
        "The fee (tbc) is due.",
        "The fee (to be confirmed) is due.",
        "The fee (to be fully decided) is due.",
        "The fee ( ) is due.",
        "Why??? Because.",
        "The date is [date].",
        "Yes [check with Anna], for long enough.",
        "Is it so (?)",
        "Text. Lorem ipsum dolor.",
        "As in Error! Reference source not found.",
        "Click or tap here to enter text.",
    ],
)
def test_what_was_left_for_later_is_found_in_a_text(text: str) -> None:
    assert "left over" in (paragraph_fault(text) or "")


@pytest.mark.parametrize("text", ["12", "1.5", "2026-05-01.", "1e3", "1:30"])
def test_a_text_of_sentences_has_a_word(text: str) -> None:
    assert paragraphs_fault((text,)) is not None
    assert paragraphs_fault((text, text)) is not None
    assert paragraphs_fault((text, "Since 2026.")) is None


SOUND = [
    "AT&T and R&D",
    "The form (to be signed) is long.",
    "Documents (to be translated), and fees (to be paid)",
    "A function() call, and “( )” in the form",
    "a < b, and b > a",
    "5 * 3 * 2 is 30",
    "C21+ and C20 series",
    'The form is “#5”, not "#6"',
    "snake_case_words and __init",
    "European Union nationals (spouses too), e.g. from Québec – “mobilité francophone”",
    "Employers’ duties: ask them, it’s 5% – not more",
    "the workers’",
    "The workers' and the employer's",
    "’Tis the season of the ’90s",
    "“Open” and “closed”",
    "‘Open’ or ‘closed’",
    "« Mobilité francophone » is its name",
    'A pipe of 5" and one more',
    "short- and long-term work, employer- or school-paid",
    "a fee of $230 [per person], see [1] and [sic]",
    "Article XXX of the agreement, and Article XX",
    "Write to desk@canada.ca, or see canada.ca",
    "and/or; 24/7; he/she",
    "Which is it? No idea!!",
    "~5 weeks, or 2–3 months",
    "Nothing is to be added to the form.",
    "testing", "None of these", "No offer is asked for.", "Null results", "A text of the law",
    "2026", "IT", "R&D;", "The T&Cs; all of them", "C# and F#", "A/B", "Côte d’",
    "Half of it, i.e. “a half”.", "(a) one, b) two", "Wages: 20 $/h", "it says {so}",
    "* But a few do.",
]  # fmt: skip


@pytest.mark.parametrize("text", SOUND)
def test_ordinary_words_and_signs_pass(text: str) -> None:
    assert text_fault(text) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<b>Bold</b> words", "<b>"),
        ("a<br>b", "<br>"),
        ("a<!-- no -->", "<!--"),
        ("a&nbsp;b", "&nbsp;"),
        ("a &amp; b", "&amp;"),
        ("a&#8203;b", "&#8203;"),
        ("a&#xA0;b", "&#xA0;"),
        ("**bold** words", "**bold**"),
        ("an __x y__ one", "__x y__"),
        ("an *x* one", "*x*"),
        ("a _word_ so", "_word_"),
        ("~~gone~~ here", "~~gone~~"),
        ("[text](/codes.md)", "[text](/codes.md)"),
        ("![a](b.png)", "![a](b.png)"),
        ("see `code`", "`code`"),
        ("l`apostrophe", "`"),
        ("# Heading", "`#`"),
        ("> quoted", "`>`"),
        ("• item", "`•`"),
        ('{{ code("C10") }}', "{{ code"),
        ("{% if x %}", "{% if x %}"),
        ("{# note #}", "{# note #}"),
        ("{: .lead } words", "{: .lead }"),
        ("a back\\slash", "backslash"),
    ],
)
def test_marks_that_would_be_shown_are_named(text: str, named: str) -> None:
    fault = text_fault(text) or ""
    assert named in fault
    assert any(word in fault for word in ("remove", "write", "type"))


@pytest.mark.parametrize(
    "text",
    [
        "“CETA”",
        "'CETA'",
        '"CETA"',
        "‘CETA’",
        "« CETA »",
        "”CETA”",
        "CETA”",
        "“CETA",
        "CETA »",
        'CETA "agreement',
        "‘CETA",
        "CETA'",
        "’CETA",
        "Three days more.'",
    ],
)
def test_quotation_marks_round_a_text_or_without_a_pair_are_told(text: str) -> None:
    assert "quotation mark" in (text_fault(text) or "")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("for Entrepre- neurs here", "Entrepre- neurs"),
        ("a French- speaking worker", "French- speaking"),
    ],
)
def test_a_word_cut_at_a_line_is_told(text: str, cut: str) -> None:
    assert f"`{cut}`" in (paragraph_fault(text) or "")


@pytest.mark.parametrize(
    "text",
    ["See https://www.canada.ca/en.html.", "At www.canada.ca today", "On canada.ca/imp/x it is."],
)
def test_an_address_that_nobody_can_follow_is_told(text: str) -> None:
    assert "nobody can follow" in (paragraph_fault(text) or "")


def test_a_sentence_of_one_word_is_an_answer() -> None:
    assert paragraphs_fault(("No.",)) is None
    assert text_fault("No", answer=True) is None
    assert paragraphs_fault(("No",)) is not None
    assert text_fault("No.") is not None
    assert text_fault("null", answer=True) is not None


@pytest.mark.parametrize(("key", "removed"), [("note", True), ("fits", False)])
def test_only_a_key_that_may_be_missing_is_to_be_removed(key: str, removed: bool) -> None:
    class Needed(Record):
        fits: Text
        note: Text | None = None

    with pytest.raises(ValidationError) as caught:
        Needed.model_validate({"fits": "All of them"} | {key: "null"})
    (detail,) = caught.value.errors()
    assert ("remove the line" in detail["ctx"]["message"]) is removed


class Sample(Record):
    """A record whose keys are described."""

    fits: Text = Field(default="ab", description="Who it fits, short enough for a table cell.")
    who: tuple[Text, ...] = Field(default=(), description="Who it fits, point by point.")
    how_so: Prose = Field(default=("ab",), description="How it works.")
    reply: Reply = Field(default="ab", description="What is said.")
    key: Slug = Field(default="ab", description="A name.")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fits", "Fits"),
        ("fits", "Who it fits, short enough for a table cell."),
        ("fits", "who it fits, point by point"),
        ("who", ["Who it fits, point by point."]),
        ("how_so", "How so."),
        ("how_so", "How it works."),
        ("reply", "reply"),
        ("fits", "soft\u00adhyphen"),
        ("who", ["one", "null"]),
        ("how_so", "line\u2028end"),
        ("how_so", "half \ud800 sign"),
        ("fits", "half \ud800 sign"),
    ],
)
def test_a_key_holds_neither_its_name_nor_its_help_text_nor_a_bad_sign(
    key: str, value: object
) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({key: value})
    (detail,) = caught.value.errors()
    assert (detail["loc"][0], detail["ctx"]["rule"]) == (key, "text")


@pytest.mark.parametrize(
    ("key", "value"),
    [("key", "key"), ("fits", "Fits all"), ("reply", "No"), ("who", ["all", "Who they are"])],
)
def test_a_name_may_be_like_its_key_and_a_text_may_begin_so(key: str, value: object) -> None:
    assert Sample.model_validate({key: value})


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("n/a", "`does not apply`"),
        ("Varies", "write `varies`"),
        ("varies.", "write `varies`"),
        ("NO", "write `no`"),
        ("No", "write `no`"),
        ("TBD", "`not stated by the source`"),
        ("null", "`varies`"),
        ("yes", "“Yes.”"),
        ("“A fee”", "quotation"),
        ("a <b>fee</b>", "HTML"),
    ],
)
def test_a_cell_that_is_nearly_a_word_is_told_which(cell: str, says: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Feature.model_validate({"key": "a", "title": "One", "cells": {"imp": cell}})
    (detail,) = caught.value.errors()
    assert says in detail["ctx"]["message"]


@pytest.mark.parametrize(
    "cell",
    [
        "no",
        "varies",
        "does not apply",
        "not stated by the source",
        "No.",
        "Yes.",
        "Varies.",
        "A fee",
    ],
)
def test_a_cell_holds_a_text_or_one_of_its_words(cell: str) -> None:
    row = Feature.model_validate({"key": "a", "title": "One", "cells": {"imp": cell}})
    assert row.cells == {"imp": cell}


@pytest.mark.parametrize(
    "notice", ["Check.", "see link", "A notice of no sentence", "Fees change."]
)
def test_a_notice_is_a_sentence_of_three_words(notice: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Verify.model_validate({"notice": notice, "source": "codes"})
    (detail,) = caught.value.errors()
    assert detail["ctx"]["rule"] == "verify-notice"


@pytest.mark.parametrize("notice", ["Fees may change.", "Will it hold (see below)?", "It is “so.”"])
def test_a_sentence_is_a_notice(notice: str) -> None:
    assert Verify.model_validate({"notice": notice, "source": "codes"}).notice == notice


PERSON = {"name": "Ann Law", "title": "RCIC", "licence": "R000042", "regulator": "the CICC"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("licence", "706497"),
        ("licence", "R70649"),
        ("licence", "R7064970"),
        ("licence", "r706497"),
        ("licence", "RCIC"),
        ("title", "R706497"),
        ("title", "Ms."),
        ("github", "@ann-law"),
        ("github", "https://github.com/ann-law"),
        ("github", "null"),
    ],
)
def test_a_reviewer_is_who_the_record_says(key: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Reviewer.model_validate(PERSON | {key: value})
    (detail,) = caught.value.errors()
    assert detail["loc"] == (key,)


@pytest.mark.parametrize(
    ("key", "value"),
    [("licence", "P01234"), ("title", "Lawyer"), ("github", "ann-law"), ("github", "")],
)
def test_a_reviewer_may_be_licensed_by_others_and_have_no_account(key: str, value: str) -> None:
    assert Reviewer.model_validate(PERSON | {key: value})


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("fits: one **two** three\n", 1, 11),
        ("fits: >-\n  one\n  and **two** three\n", 3, 7),
        ("how_so: |\n  one\n\n  two ( TODO ) three\n", 4, 9),
        ('fits: "one <b\\\n  r> two"\n', 1, 7),
    ],
)
def test_what_is_wrong_is_told_at_its_own_line_and_column(
    text: str, line: int, column: int
) -> None:
    tree, _ = parse(text, "x.yml")
    assert tree is not None
    (problem,) = decode(tree, Sample).problems
    assert (problem.rule, problem.place.line, problem.place.column) == ("text", line, column)


@pytest.mark.parametrize("dots", ["[…]", "[...]"])
def test_dots_stand_for_what_is_not_quoted(dots: str) -> None:
    assert text_fault(f"The officer “shall {dots} issue {dots} it” then.") is None
    assert text_fault(f'The officer "shall {dots} issue" it.') is None
    for text in (f"The officer {dots} issues it.", f"“Yes”, {dots} and “no”."):
        assert "note left over" in (text_fault(text) or ""), text


@pytest.mark.parametrize("text", ["$230.", "50%.", "€ 50."])
def test_an_amount_is_an_answer(text: str) -> None:
    assert paragraphs_fault((text,)) is None
