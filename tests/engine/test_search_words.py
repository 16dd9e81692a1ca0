"""The words that the search is given besides those of a text."""

import pytest

from generator.engine.search_words import typed_words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Plain words, no signs: K16.</p>", ""),
        ("<p>Mobilité à l’été</p>", "mobilite a ete"),
        ("Œuvre, Straße, smørrebrød, Łódź", "oeuvre strasse smorrebrod lodz"),
        ("e\u0301quipe", "equipe"),
        ("naïve naïve NAÏVE", "naive"),
        ("in\u00adter\u200bnal", "internal"),
        ("intra-company and self\u2011employed", "intracompany selfemployed"),
        ("employer-specific, LMIA-exempt", ""),
        ("K-16 or K\u201117", "k16 k17"),
        ("H&amp;C, AT&amp;T and R &amp; D", "hc att rd"),
        ("Bread &amp; butter", ""),
        ("U.S. law", "us"),
        ("It costs $1,500 or 12,000,000.", "1500 12000000"),
        ("on 2022-05-01, at 1.5", ""),
        ('<a title="é">a</a>', ""),
        ("移民 加拿大", ""),
        ("한국어", ""),
    ],
)
def test_what_readers_type_otherwise_is_added(html: str, words: str) -> None:
    assert typed_words(html) == words
