"""What a redesign parts and marks otherwise is the same; what means something else is not."""

import pytest

from generator.watch.page import Passage, parse, passages_of, read_page
from generator.watch.same_words import same_words
from tests.watch.pages.frame import canada


def of(*lines: str) -> tuple[Passage, ...]:
    """Return a text: `# ` begins a heading."""
    return passages_of("".join(f"{line}\n" for line in lines))


def on(main: str) -> tuple[Passage, ...]:
    return read_page(parse(canada(main).encode(), "text/html; charset=utf-8")).passages


def test_the_same_words_are_known_however_they_are_parted_or_headed() -> None:
    before = of("# Fees", "It is open.", "Pay $155 a day.")
    assert same_words(before, of("Fees It is", "open. Pay $155", "a day."))
    assert not same_words(before, of("# Fees", "It is open.", "Pay $160 a day."))
    assert not same_words(before, of("# Fees", "Pay $155 a day.", "It is open."))


LIST = "<p>Bring:</p><ul><li>Oil</li><li>Wicks of 12 mm</li><li>Doors.</li></ul><p>Pay.</p>"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (LIST, "<p>Bring: oil, wicks of 12 mm, doors.</p><p>Pay.</p>"),
        (LIST, "<p>Bring oil; wicks of 12 mm; doors. Pay.</p>"),
        (LIST, LIST.replace("Oil", "Oil,").replace("mm", "mm;").replace("Doors.", "Doors")),
        ("<p>See the list…</p>", "<p>See the list...</p>"),
        ("<p>See … the list</p>", "<p>See ... the list</p>"),
        ("<p>Codes C10 and C11 apply.</p>", "<p>Codes C 10 and C 11 apply.</p>"),
        ("<p><b>Rope</b><b>Lamp</b> of 12 mm</p>", "<p><b>Rope</b> <b>Lamp</b> of 12mm</p>"),
        ("<p>Oil:none, tar:none</p>", "<p>Oil: none,tar: none</p>"),
        ("<p>• Oil</p><p>• tar</p>", "<ul><li>Oil</li><li>tar</li></ul>"),
        ("<p>▪Oil</p><p>· tar</p>", "<ul><li>Oil</li><li>tar</li></ul>"),
        ("<p>- Oil</p><p>– tar</p>", "<ul><li>Oil</li><li>tar</li></ul>"),
        ("<p>1. Oil it.</p><p>2) Pay.</p>", "<ol><li>Oil it.</li><li>Pay.</li></ol>"),
        ("<p>(a) Oil it.</p><p>(b) Pay.</p>", "<ol><li>Oil it.</li><li>Pay.</li></ol>"),
        ("<h3>1. Lamps</h3><p>Oil.</p>", "<h3>Lamps</h3><p>Oil.</p>"),
        ("<p>Note -- read it</p>", "<p>Note — read it</p>"),
    ],
)
def test_how_words_are_parted_and_listed_is_no_change(before: str, now: str) -> None:
    assert same_words(on(before), on(now))
    assert same_words(on(now), on(before))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (LIST, "<p>Bring: oil, wicks of 12 mm, or doors.</p><p>Pay.</p>"),
        (LIST, LIST.replace("12", "1 2")),
        (LIST, LIST.replace("<li>Wicks of 12 mm</li>", "")),
        ("<p>It costs $1 000.</p>", "<p>It costs $1000.</p>"),
        ("<p>It takes 1.5 days.</p>", "<p>It takes 15 days.</p>"),
        ("<p>Keepers, who pay, may come.</p>", "<p>Keepers who pay may come.</p>"),
        ("<p>The Act of keepers.</p>", "<p>The act of keepers.</p>"),
        ("<p>Code C10</p>", "<p>Code C11</p>"),
        ("<p>1. Oil it.</p><p>2. Pay.</p>", "<p>1. Oil it.</p><p>3. Pay.</p>"),
        ("<p>1.5 litres</p>", "<p>5 litres</p>"),
        ("<p>-5 degrees</p>", "<p>5 degrees</p>"),
        ("<p>– 5 degrees</p>", "<p>5 degrees</p>"),
        ("<p>Pay 1 -- 2 lamps</p>", "<p>Pay 1 + 2 lamps</p>"),
        ("<ul><li>1</li><li>2</li></ul>", "<p>12</p>"),
    ],
)
def test_other_words_numbers_and_commas_in_a_sentence_are_a_change(before: str, now: str) -> None:
    assert not same_words(on(before), on(now))
    assert not same_words(on(now), on(before))


def test_a_long_run_of_dots_is_compared_in_a_moment() -> None:
    dots = "." * 200_000
    assert same_words([Passage("", f"{dots}x")], [Passage("", f"{dots} x")])
