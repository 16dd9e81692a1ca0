import re
import textwrap

import pytest

from generator.reviews.sentences import Pair, differences, sentences

PARAGRAPH = (
    "Hiring under the IMP means dealing with IRCC, e.g. in the portal. You file an offer! It costs"
    " $155 (see No. 5 of the list). “Open” permits need none… Do they? 30 days are enough."
)
PARTS = [
    "Hiring under the IMP means dealing with IRCC, e.g. in the portal.",
    "You file an offer!",
    "It costs $155 (see No. 5 of the list).",
    "“Open” permits need none…",
    "Do they?",
    "30 days are enough.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One. Two.", ["One.", "Two."]),
        ('He said "Go." Then (he left.) She stayed.', 3),
        ("One. 'Two.' “Three.” *Four.* [Five](x.md). **Six.**", 6),
        ("It is due. in a week", 1),
        ("See Mr. Smith, Dr. Lee and St. John's, approx. 30 days, i.e. A month.", 1),
        ("Permits, fees, etc. are listed. Permits, fees, etc. They are listed.", 3),
        ("The U.S. Government and J. Smith agree.", 1),
        ("See no. 5 on Dec. 3. The answer is no. Go on.", 3),
        ("1. First come the offers.", 1),
        ("Do it. 1. Offers come first.", 2),
        ("Is it plan B? It is plan B. So it is.", 2),
        ("They began in 2024. They ended.", 2),
    ],
)
def test_a_paragraph_is_taken_apart_at_the_ends_of_sentences(
    text: str, expected: list[str] | int
) -> None:
    found = sentences(text)
    assert found == expected if isinstance(expected, list) else len(found) == expected
    assert " ".join(found) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\nText  of it.", ["# Title", "Text of it."]),
        ("Title\n=====\nText.", ["Title", "=====", "Text."]),
        (
            "Bring:\n- one. Or\n  two\n* three\n1. four\n2) five",
            ["Bring:", "- one. Or two", "* three", "1. four", "2) five"],
        ),
        ("Do:\n1. one\n2. two", ["Do:", "1. one", "2. two"]),
        ("They began\n30. Then they left.", ["They began 30.", "Then they left."]),
        ("Term\n: What it\n  means. So.", ["Term", ": What it means. So."]),
        ("*[IMP]: The programme\nText.", ["*[IMP]: The programme Text."]),
        (
            "| A | B |\n|---|---|\n| 1.  It | 2 |\n| 3 | 4 |",
            ["| A | B |", "|---|---|", "| 1. It | 2 |", "| 3 | 4 |"],
        ),
        ("A | B\n--|--\n1 | 2", ["A | B", "--|--", "1 | 2"]),
        ("One <!-- a\n\nb. C --> two.", ["One", "<!-- a b. C -->", "two."]),
        (
            "Text.\n{{ fee('A. B') }}\nIt is {{ x }}.\n{{ a(\n b) }}",
            ["Text.", "{{ fee('A. B') }}", "It is {{ x }}.", "{{ a( b) }}"],
        ),
        ("A text.\n{: .lead }", ["A text.", "{: .lead }"]),
        ("> One\n> two. Three.", ["> One two.", "Three."]),
        ('!!! note "A. B"\n    Text. More.', ['!!! note "A. B"', "Text.", "More."]),
        ("```\na. B\n\nc | d\n```\nText.", ["```", "a. B", "c | d", "```", "Text."]),
        ("One\r\ntwo.\r\n\r\nThree", ["One two.", "Three"]),
    ],
)
def test_what_stands_on_its_own_is_one_part(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("width", range(8, 90, 3))
def test_wrapping_is_no_difference(width: int) -> None:
    wrapped = textwrap.fill(
        PARAGRAPH, width, break_long_words=False, break_on_hyphens=False, subsequent_indent="  "
    )
    assert sentences(wrapped) == PARTS
    assert differences(PARAGRAPH, wrapped) == []


def test_blank_lines_between_sentences_are_no_difference() -> None:
    apart = "\n \n\n".join(PARTS)
    assert differences(PARAGRAPH, apart) == differences(apart, PARAGRAPH) == []
    assert differences("- a\n- b", "\n- a\n\n\n- b\n") == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("One a. Two. Three.", "One b. Two. Three.", [("One a.", "One b.")]),
        ("One. Two.", "One. New. Two.", [(None, "New.")]),
        ("One. Old. Two.", "One. Two.", [("Old.", None)]),
        ("", "New. Newer.", [(None, "New."), (None, "Newer.")]),
        # As many as before: one to one, alike or not.
        ("Old a. Older b.", "New c. Newer d.", [("Old a.", "New c."), ("Older b.", "Newer d.")]),
        # Moved.
        ("One. Two. Three.", "Two. Three. One.", [("One.", None), (None, "One.")]),
        # More or fewer than before: by likeness.
        (
            "The fee is $155.",
            "A new thing. The fee is $150.",
            [(None, "A new thing."), ("The fee is $155.", "The fee is $150.")],
        ),
        (
            "The fee is $155. Nobody knows why. It is due at once.",
            "The fee is $150. It is due in a week.",
            [
                ("The fee is $155.", "The fee is $150."),
                ("Nobody knows why.", None),
                ("It is due at once.", "It is due in a week."),
            ],
        ),
        (
            "Pay the fee of $155 today.",
            "Pay the fee in cash. Pay the fee of $150 today.",
            [
                (None, "Pay the fee in cash."),
                ("Pay the fee of $155 today.", "Pay the fee of $150 today."),
            ],
        ),
        (
            "The fee is $155 now. It is due at once. Nobody knows.",
            "The fee is $150 then. It is due at once today.",
            [
                ("The fee is $155 now.", "The fee is $150 then."),
                ("It is due at once.", "It is due at once today."),
                ("Nobody knows.", None),
            ],
        ),
        (
            "THE FEE IS DUE.",
            "The fee is due soon. New.",
            [("THE FEE IS DUE.", "The fee is due soon."), (None, "New.")],
        ),
        ("Old. " + "Same. " * 250, "Same. " * 250, [("Old.", None)]),
        # Crosswise: those most alike go together, and the order stays.
        (
            "Pay the fee of $155 today. Send it.",
            "Send it by post. Wait. Pay the fee of $150 today.",
            [
                (None, "Send it by post."),
                (None, "Wait."),
                ("Pay the fee of $155 today.", "Pay the fee of $150 today."),
                ("Send it.", None),
            ],
        ),
    ],
)
def test_differences_are_told_sentence_by_sentence(
    before: str, after: str, expected: list[Pair]
) -> None:
    assert differences(before, after) == expected


def test_a_sentence_that_is_like_none_stands_alone() -> None:
    assert differences("Old words here.", "Something new. Nothing alike.") == [
        ("Old words here.", None),
        (None, "Something new."),
        (None, "Nothing alike."),
    ]


def test_whatever_differs_is_told_and_nothing_else() -> None:
    parts = re.split(r"(?<=\.) ", "A is b. C is d. E is f. G is h. I am j. K is l.")
    before, after = [*parts[:3], "Gone x.", *parts[3:]], [*parts[:2], "C is e.", *parts[3:]]
    found = differences(" ".join(before), " ".join(after))
    removed, added = ([side for side in sides if side] for sides in zip(*found, strict=True))
    assert removed == [part for part in before if part not in after]
    assert added == [part for part in after if part not in before]


class Watched:
    """A pattern of a capital at the end that knows how much it was given to read."""

    longest = 0

    def search(self, text: str) -> re.Match[str] | None:
        self.longest = max(self.longest, len(text))
        return re.search("[A-Z]$", text)


def test_a_stop_is_judged_by_the_words_right_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ("A. B. " * 3_000).strip()
    with monkeypatch.context() as patched:
        watched = Watched()
        patched.setattr("generator.reviews.sentences._ABBREVIATION", watched)
        assert sentences(text) == [text]
    assert 0 < watched.longest <= 30
    assert sentences("x" * 60 + " etc. Then e.g. This. End.") == [
        f"{'x' * 60} etc.", "Then e.g. This.", "End."
    ]  # fmt: skip


def test_a_paragraph_that_is_too_long_to_be_one_stays_whole() -> None:
    assert len(sentences("It is so. " * 1_900)) == 1_900
    assert len(sentences("It is so. " * 2_100)) == 1
