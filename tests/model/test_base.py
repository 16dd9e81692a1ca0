import pytest
from pydantic import ValidationError

from generator.model.addresses import is_canada_ca
from generator.model.base import SLUG, Prose, Record, Slug, Text
from generator.model.numbers import YesNo
from generator.model.slips.texts import is_written
from generator.model.web import WebAddress


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
        "https://www.canada.ca\\evil",
        "https://evil.com",
        "https://user:word@canada.ca/",
        "https://canada.ca%2eevil.com/",
        "https://canada.ca./",
        "https://.canada.ca/",
        "https://www..canada.ca/",
        "https://cañada.ca/",
        " https://www.canada.ca/",
        "https://www.canada.ca/\u200b",
        "https://www.canada.ca?\t",
        "https://www.canada.ca/\n",
        'https://www.canada.ca/"onclick="x',
        "https://www.canada.ca/<script>",
        "javascript:alert(1)//https://www.canada.ca/",
        "ftp://www.canada.ca/",
    ],
)
def test_everything_else_is_not(url: str) -> None:
    assert not is_canada_ca(url)


@pytest.mark.parametrize(
    "text", ["", "  ", "\n", "\u00a0", "\u200b\u200d", "\u2060", "\ufeff", "\u00ad", "...", "—"]
)
def test_a_text_without_a_letter_or_digit_says_nothing(text: str) -> None:
    assert not is_written(text)


def test_a_text_in_any_script_says_something() -> None:
    assert is_written("é")
    assert is_written("7")


@pytest.mark.parametrize("character", ["\u115f", "\u1160", "\u3164", "\uffa0"])
def test_a_letter_that_nobody_can_see_says_nothing(character: str) -> None:
    assert not is_written(character * 3)


@pytest.mark.parametrize(
    ("slug", "sound"),
    [
        ("a", True),
        ("a-1", True),
        ("mountain-rescue-team", True),
        ("", False),
        ("A", False),
        ("a_b", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("a/b", False),
        ("..", False),
        ("é", False),
        ("a\n", False),
    ],
)
def test_a_slug_is_small_letters_digits_and_single_hyphens(slug: str, sound: bool) -> None:
    assert bool(SLUG.fullmatch(slug)) is sound


class Sample(Record):
    """One key of each kind."""

    text: Text = "x"
    prose: Prose = ("x",)
    switch: YesNo = False
    slug: Slug = "x"
    address: WebAddress = ""


def test_texts_are_stripped_and_paragraphs_split_at_blank_lines() -> None:
    found = Sample.model_validate({"text": " ab\n", "prose": "one\n two\n \nthree\n"})
    assert found.text == "ab"
    assert found.prose == ("one two", "three")


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("text", "\u200b", "value"),
        ("prose", "\n \n", "value"),
        ("slug", "", "value"),
        ("slug", "x y", "value"),
        ("slug", "x/../y", "value"),
        ("switch", "NO", "value"),
        ("switch", "true", "value"),
        ("switch", "", "value"),
        ("address", "http://example.org/", "value"),
        ("address", "javascript:alert(1)", "value"),
    ],
)
def test_a_value_that_means_nothing_is_refused(key: str, value: str, rule: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({key: value})
    (detail,) = caught.value.errors()
    assert detail["ctx"]["rule"] == rule


@pytest.mark.parametrize(("written", "meant"), [("yes", True), ("no", False)])
def test_yes_and_no_are_words(written: str, meant: bool) -> None:
    assert Sample.model_validate({"switch": written}).switch is meant


def test_a_record_takes_no_other_key_and_never_changes() -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"other": "x"})
    with pytest.raises(ValidationError):
        setattr(Sample(), "text", "y")  # noqa: B010 - mypy knows that this is refused
