"""Plain English: the running text of each page at grade 11 or below."""

from pathlib import Path

import pytest
from lxml import html

from tests.whole.browsing import PAGES
from tests.whole.reading import MOST, grade, sentences


def texts(site: Path, name: str) -> list[str]:
    file = site / name if name.endswith(".html") else site / name / "index.html"
    return sentences(html.document_fromstring(file.read_bytes()))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_plain_english(site: Path, name: str) -> None:
    found = texts(site, name)
    assert found
    measured = grade(" ".join(found))
    hardest = sorted(found, key=grade, reverse=True)[:3]
    assert measured <= MOST, f"/{name} is at grade {measured:.1f}; hardest: {hardest}"


def test_hard_words_and_long_sentences_are_noticed() -> None:
    plain = "You file the form. Then you wait."
    hard = (
        "Notwithstanding the aforementioned administrative considerations, applicants demonstrating"
        " comparable qualifications necessitate supplementary documentation."
    )
    assert grade(plain) < 4
    assert grade(hard) > 16
