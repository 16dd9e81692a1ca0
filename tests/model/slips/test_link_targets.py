import pytest

from generator.model.slips.link_targets import whole_address


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("www.canada.ca", "https://www.canada.ca"),
        ("canada.ca/en/list.html", "https://canada.ca/en/list.html"),
        ("https//www.canada.ca/en", "https://www.canada.ca/en"),
        ("https:/www.canada.ca", "https://www.canada.ca"),
        ("desk@lantern.example", "mailto:desk@lantern.example"),
        ("https://www.canada.ca", None),
        ("/codes.md", None),
        ("codes.md", None),
        ("../assets/map.png", None),
    ],
)
def test_what_lacks_its_beginning_is_completed(written: str, whole: str | None) -> None:
    assert whole_address(written) == whole
