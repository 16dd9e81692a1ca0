import pytest

from generator.model.base import is_canada_ca, is_written


@pytest.mark.parametrize(
    "url",
    [
        "https://www.canada.ca/en.html",
        "https://canada.ca",
        "https://ircc.canada.ca/english/x.asp?a=b&c=d#e",
    ],
)
def test_official_addresses_are_accepted(url: str) -> None:
    assert is_canada_ca(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "http://www.canada.ca/",
        "//www.canada.ca/",
        "www.canada.ca",
        "https://canada.ca.evil.com/",
        "https://notcanada.ca/",
        "https://evil.com/www.canada.ca",
        "https://user@www.canada.ca/",
        "https://www.canada.ca@evil.com/",
        "https://www.canada.ca:8443/",
        "https://evil.com\\@www.canada.ca/",
        "https://www.canada.ca/a b",
        "https://www.canada.ca/\n",
        'https://www.canada.ca/"onclick="x',
        "https://www.canada.ca/<script>",
        "javascript:alert(1)//https://www.canada.ca/",
        "ftp://www.canada.ca/",
    ],
)
def test_everything_else_is_not(url: str) -> None:
    assert not is_canada_ca(url)


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u00a0", "\u200b\u200d", "...", "—"])
def test_a_text_without_a_letter_or_digit_says_nothing(text: str) -> None:
    assert not is_written(text)


def test_a_text_in_any_script_says_something() -> None:
    assert is_written("é")
    assert is_written("7")
