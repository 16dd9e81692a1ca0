import pytest

from generator.model.slips.recognised import recognised
from tests.project import GUIDE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/categories/orca.yml", "category"),
        ("data/categories/barge-towing.yml", "category"),
        ("data/obligations.yml", "obligations"),
        ("data/codes.yml", "codes"),
        ("content/codes.md", "page"),
    ],
)
def test_a_file_is_known_by_what_it_says(path: str, kind: str) -> None:
    assert recognised((GUIDE / path).read_text(encoding="utf-8")) == kind


@pytest.mark.parametrize("text", ["", "A note.\n", "title: A\n", "# A\n\n---\n\nB\n\n---\n"])
def test_another_text_is_none_of_them(text: str) -> None:
    assert recognised(text) is None
