import pytest

from generator.watch.differences import Changed, differences
from generator.watch.page import Passage, passages_of


def of(*lines: str) -> tuple[Passage, ...]:
    """Return a text: `# ` begins a heading."""
    return passages_of("".join(f"{line}\n" for line in lines))


def test_the_same_text_has_no_difference() -> None:
    text = of("# Fees", "The fee is $155.", "Pay it.")
    assert differences(text, text).changed == ()


def test_a_changed_number_stands_in_its_whole_sentence_and_section() -> None:
    found = differences(
        of("# Fees", "Pay at once. The fee is $155 for each person. Keep it.", "# Papers", "Two."),
        of("# Fees", "Pay at once. The fee is $160 for each person. Keep it.", "# Papers", "Two."),
    )
    before, now = "The fee is $155 for each person.", "The fee is $160 for each person."
    assert found.changed == (Changed("Fees", before, now),)


def test_what_is_gone_and_what_is_new_has_its_own_section() -> None:
    found = differences(
        of("# Fees", "It is free.", "# Old", "This part is about boats.", "# End", "Bye."),
        of("# Fees", "It is free.", "# End", "Bye.", "# New", "Bring a lamp."),
    )
    assert Changed("Old", "This part is about boats.", None) in found.changed
    assert Changed("New", None, "Bring a lamp.") in found.changed
    assert Changed("New", None, "(heading) New") in found.changed


def test_a_heading_that_is_worded_otherwise_is_one_change() -> None:
    found = differences(of("# Fees", "It is free.", "Ask."), of("# Costs", "It is free.", "Ask."))
    assert found.changed == (Changed("Costs", "(heading) Fees", "(heading) Costs"),)


def test_the_longest_change_comes_first() -> None:
    found = differences(
        of("Ten.", "Same.", "A much longer sentence stood here before."),
        of("Nine.", "Same.", "A much longer sentence stands here now."),
    )
    assert [change.before for change in found.changed] == [
        "A much longer sentence stood here before.",
        "Ten.",
    ]


def test_a_sentence_that_only_stands_elsewhere_is_told_apart() -> None:
    lines = ["The keeper has to live in the tower.", "The lamp is lit at night.", "It is free."]
    found = differences(of(*lines), of(lines[1], lines[2], lines[0]))
    assert found.changed == ()
    assert found.moved == (lines[0],)


def test_numbers_that_change_places_are_changes() -> None:
    found = differences(
        of("# Ropes", "Short", "$10", "Long", "$20"), of("# Ropes", "Short", "$20", "Long", "$10")
    )
    assert found.changed


def test_pages_without_a_sentence_in_common_are_told_whole() -> None:
    old = of(*(f"Sentence number {n} of old times." for n in range(120)))
    new = of(*(f"Wording {n} that is new." for n in range(100)))
    found = differences(old, new)
    assert sum(change.before is not None for change in found.changed) == 120
    assert sum(change.now is not None for change in found.changed) == 100


def test_a_page_of_one_word_a_hundred_thousand_times_is_compared_in_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(*_arguments: object, **_named: object) -> None:
        raise AssertionError("each would be held against each")

    monkeypatch.setattr("generator.watch.differences.SequenceMatcher", slow)
    old = [Passage("", "Yes.")] * 20_000
    found = differences([*old, Passage("", "One.")], [Passage("", "Two."), *old[:-5]])
    assert {(c.before, c.now) for c in found.changed} >= {("One.", None)} or found.changed
    assert sum(change.before == "Yes." for change in found.changed) >= 5
