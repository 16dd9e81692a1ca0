import re
from typing import Any

import pytest

from generator.model.category import Category, Ended
from generator.model.decode import Decoded, decode
from generator.model.firm import Firm
from generator.model.layout import SINGLES
from generator.model.shapes import fields_of, records_in
from generator.model.site import PageHead, Reviewer, Settings
from generator.source.yaml_text import parse
from tests.project import GUIDE

ORCA = "data/categories/orca.yml"
TEXT = (GUIDE / ORCA).read_text(encoding="utf-8")


def decoded(text: str, kind: type[Any] = Category) -> Decoded[Any]:
    node, problems = parse(text, "x.yml")
    assert not problems
    assert node is not None
    return decode(node, kind)


def record(text: str, kind: type[Any] = Category) -> Any:
    return decoded(text, kind).record


def only(text: str, kind: type[Any] = Category) -> tuple[str, int, str]:
    problems = decoded(text, kind).problems
    assert len(problems) == 1, problems
    return problems[0].rule, problems[0].place.line, problems[0].message


def line_of(start: str) -> int:
    return next(n for n, line in enumerate(TEXT.splitlines(), 1) if line.startswith(start))


def test_a_sound_file_is_a_record() -> None:
    assert not decoded(TEXT).problems
    found = record(TEXT)
    assert found.title == "ORCA"
    assert found.codes == ("P23", "P22")
    assert found.reviewed_on.iso == "2022-05"
    assert len(found.how_it_works) == 2


def test_paragraphs_are_split_at_blank_lines() -> None:
    text = TEXT[: TEXT.index("how_it_works")] + "how_it_works: |\n  one\n  goes on\n\n  two\n"
    text += TEXT[TEXT.index("basis:") :]
    assert record(text).how_it_works == ("one goes on", "two")


@pytest.mark.parametrize(
    ("old", "new", "rule", "at", "says"),
    [
        ("title: ORCA", "title:", "value", "title", "nothing is written"),
        ("permit_type: employer-specific", "permit_type: closed", "value", "permit_type", "`open`"),
        (
            "permit_type: employer-specific",
            "permit_type: opne",
            "value",
            "permit_type",
            "did you mean `open`",
        ),
        ("codes: [P23, P22]", "codes: []", "value", "codes", "too few"),
        ("codes: [P23, P22]", "codes: P23", "value", "codes", "must be a list"),
        ("order: 20", "order: ten", "value", "order", "whole number"),
        ("order: 20", "order: -1", "value", "order", "greater than or equal to 0"),
        ("nationals: R", "nationls: R", "unknown-key", "nationals", "did you mean `nationals`"),
        ("title: ORCA", "titel: ORCA", "unknown-key", "title", "did you mean `title`"),
        ("order: 20", "zzz: 20", "unknown-key", "order", "the keys here are"),
        ("reviewed_on: 2022-05", "reviewed_on:", "review-date", "reviewed_on", "YYYY-MM-DD"),
        ("reviewed_on: 2022-05", "reviewed_on: [a]", "review-date", "reviewed_on", "YYYY-MM-DD"),
        ("reviewed_on: 2022-05", "reviewed_on: 2022-13", "review-date", "reviewed_on", "calendar"),
        ("reviewed_by: r", "reviewed_by: R", "reviewer", "reviewed_by", "small letters"),
        ("url: https", "url: http", "verify-notice", "  url", "https://www.canada.ca/"),
    ],
)
def test_one_mistake_is_one_problem_on_its_line(
    old: str, new: str, rule: str, at: str, says: str
) -> None:
    assert old in TEXT
    found, line, message = only(TEXT.replace(old, new, 1))
    assert (found, line) == (rule, line_of(at))
    assert says in message


def test_a_missing_key_points_at_the_record_and_says_what_to_write() -> None:
    rule, line, message = only(TEXT.replace("permit_type: employer-specific\n", ""))
    assert (rule, line) == ("missing-key", 2)
    assert "write `permit_type:` (whether the permit names an employer" in message
    assert message.endswith("for example `employer-specific`)")


def test_a_missing_key_of_an_inner_record_points_at_that_record() -> None:
    rule, line, _ = only(TEXT.replace("  fee: yes\n", ""))
    assert (rule, line) == ("missing-key", line_of("employer:"))


@pytest.mark.parametrize(
    "verify",
    [
        "",
        "verify:\n",
        "verify: see canada.ca\n",
        "verify: [a]\n",
        "verify:\n  url: https://www.canada.ca/en/lighthouses.html\n",
        "verify:\n  notice: \n  url: https://www.canada.ca/en/lighthouses.html\n",
        'verify:\n  notice: "   "\n  url: https://www.canada.ca/en/lighthouses.html\n',
        'verify:\n  notice: "\\u200b"\n  url: https://www.canada.ca/en/lighthouses.html\n',
        "verify:\n  notice: Check the codes before you row.\n",
        "verify:\n  notice: Check the codes before you row.\n  url:\n",
        "verify:\n  notice: Check the codes before you row.\n  url: http://www.canada.ca/en/lighthouses.html\n",
        "verify:\n  notice: Check the codes before you row.\n  url: https://www.example.org/\n",
    ],
)
def test_a_notice_that_does_not_lead_to_canada_ca_is_always_an_error(verify: str) -> None:
    text = TEXT[: TEXT.index("verify:")] + verify
    rule, line, _ = only(text)
    assert rule == "verify-notice"
    assert line in range(1, len(text.splitlines()) + 1)


def test_a_list_in_place_of_the_file_is_one_problem() -> None:
    rule, line, message = only("- a\n- b\n")
    assert (rule, line) == ("value", 1)
    assert "keys with values" in message


def test_the_sound_keys_of_a_faulty_file_can_still_be_checked() -> None:
    found = decoded(TEXT.replace("order: 20", "order: ten"))
    assert found.faulty == {"order"}
    assert isinstance(found.record, Category)
    assert found.record.codes == ("P23", "P22")


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = TEXT.replace("order: 20", "order: ten").replace("reviewed_on: 2022-05\n", "")
    assert {problem.rule for problem in decoded(text).problems} == {"value", "review-date"}


def test_records_by_key_are_checked_one_by_one() -> None:
    rule, line, message = only(
        "a-b:\n  name: Desk One\n  title: RCIC\n  licence: R000044\n", dict[str, Reviewer]
    )
    assert (rule, line) == ("missing-key", 1)
    assert "regulator" in message


def test_settings_are_numbers_and_words() -> None:
    text = "review_interval_months: 12\ndue_soon_days: 60\noverdue_is_error: no\n"
    assert record(text, Settings).overdue_is_error is False
    rule, line, message = only(text.replace(": no", ": NO"), Settings)
    assert (rule, line) == ("value", 3)
    assert "write `no`" in message


def test_a_setting_that_may_be_left_out_has_a_number_of_its_own() -> None:
    text = "review_interval_months: 12\ndue_soon_days: 60\noverdue_is_error: no\n"
    assert record(text, Settings).rows_on_home == 40
    assert record(f"{text}rows_on_home: 1\n", Settings).rows_on_home == 1


@pytest.mark.parametrize("written", ["0", "-1", "2.5", "all", "yes", ""])
def test_the_home_page_shows_a_whole_number_of_rows(written: str) -> None:
    text = "review_interval_months: 12\ndue_soon_days: 60\noverdue_is_error: no\n"
    rule, line, message = only(f"{text}rows_on_home: {written}\n", Settings)
    assert (rule, line) == ("value", 4)
    assert "`rows_on_home`" in message


def test_an_address_that_is_not_known_may_stay_empty() -> None:
    text = (GUIDE / "data/firm.yml").read_text(encoding="utf-8")
    assert record(text, Firm).pages["water"].url == ""
    rule, _, message = only(text.replace('url: ""', "url: www.example.org", 1), Firm)
    assert rule == "value"
    assert "https" in message


@pytest.mark.parametrize("written", ["[open]", "{a: open}", ""])
def test_what_is_no_word_is_described_in_plain_words(written: str) -> None:
    rule, line, message = only(
        TEXT.replace("permit_type: employer-specific", f"permit_type: {written}")
    )
    assert (rule, line) == ("value", line_of("permit_type"))
    assert "`employer-specific`" in message
    assert not [sign for sign in ("['", "{'", "``") if sign in message]


def test_a_number_without_end_is_told_in_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.source.builder.LONGEST_TEXT", 10_000)
    rule, _line, message = only(TEXT.replace("order: 20", f"order: {'9' * 5000}"))
    assert rule == "value"
    assert "must be a whole number" in message
    assert len(message) < 200


def every_key() -> list[tuple[type[Any], str]]:
    """Return each key of each kind of record."""
    kinds: dict[str, type[Any]] = {}
    for kind in (Category, Ended, PageHead, *SINGLES.values()):
        kinds |= records_in(kind)
    return [(kind, key) for _name, kind in sorted(kinds.items()) for key in fields_of(kind)]


KEYS = every_key()

ASKED_OF_A_PERSON = {"reviewed_on", "reviewed_by", "date", "by", "notice", "on", "left"}
"""Keys of which nobody but a person knows the value: not even an example stands in a message."""

PASTED = re.compile(r"`[a-z_]+: [^`]+`")
"""A key with a value that is only to be copied."""

ALLOWED = re.compile(r"write one of (?:`[^`]+`(?:, )?)+")
"""The words of which one has to be chosen: each is named, so that none is proposed."""


@pytest.mark.parametrize(
    ("kind", "key"), [pytest.param(kind, key, id=f"{kind.__name__}-{key}") for kind, key in KEYS]
)
def test_no_message_offers_what_nobody_has_checked(kind: type[Any], key: str) -> None:
    field = kind.model_fields[key]
    examples = [
        f"[{', '.join(example)}]" if isinstance(example, list) else str(example)
        for example in field.examples or ()
    ]
    told = [
        ALLOWED.sub("", problem.message)
        for written in ("zzz: x", f"{key}:", f"{key}: [[]]", f"{key}: {{zzz: x}}")
        for problem in decoded(f"{written}\n", kind).problems
        if f"`{key}" in problem.message
    ]
    # Nothing is judged by its silence.
    assert told
    assert not field.is_required() or any(f"`{key}` is missing" in message for message in told)
    for message in told:
        assert not PASTED.search(message), message
        if key in ASKED_OF_A_PERSON:
            assert "for example" not in message
            assert not re.search(r"[0-9]{4}-[0-9]{2}", message)
        for example in examples:
            rest = message.replace(f"for example `{example}`", "")
            assert f"`{example}`" not in rest, message


@pytest.mark.parametrize("key", ["reviewed_on", "reviewed_by"])
def test_a_review_that_is_missing_is_left_to_the_reviewer(key: str) -> None:
    text = re.sub(rf"^{key}:.*\n", "", TEXT, flags=re.MULTILINE)
    _rule, _line, message = only(text)
    assert f"the reviewer writes `{key}:`" in message


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("reviewed_on: 2022-05", "reviewed_on: 2022\u201105", "U+2011"),
        ("reviewed_on: 2022-05", "reviewed_on: 2022-05\u00a0", "U+00A0"),
        ("group: agreement-between-towns", "group: agreement\u2011between-towns", "U+2011"),
        ("permit_type: employer-specific", "permit_type: employer\u2011specific", "U+2011"),
        ("permit_type: employer-specific", "permit_type: employer-specific\u202f", "U+202F"),
        ("order: 20", "order: 2\u200b0", "U+200B"),
        ("  - harba", "  - har\u00adba", "U+00AD"),
    ],
)
def test_a_sign_that_looks_like_another_or_like_none_is_named(
    old: str, new: str, sign: str
) -> None:
    _rule, line, message = only(TEXT.replace(old, new))
    assert line == line_of(old)
    assert sign in message


def test_a_list_with_too_few_items_is_told_how_many_it_needs() -> None:
    table = (GUIDE / "data/comparison.yml").read_text(encoding="utf-8")
    start, end = table.index("  - key: tfwp"), table.index("\nfeatures:")
    _rule, _line, message = only(table[:start] + table[end:], SINGLES["comparison"])
    assert message == "`programmes` has too few items: write 2 or more"


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("20.0", "20"),
        ("+20", "20"),
        ("020", "20"),
        ("1_000", "1000"),
        ("1,000", "1000"),
        ("20,", "20"),
    ],
)
def test_a_whole_number_is_written_in_digits_alone(written: str, digits: str) -> None:
    rule, _line, message = only(TEXT.replace("order: 20", f"order: {written}"))
    assert rule == "value"
    assert f"write `{digits}`" in message


@pytest.mark.parametrize("written", ["20", "'20'", "0", "1000"])
def test_plain_digits_are_a_number(written: str) -> None:
    assert not decoded(TEXT.replace("order: 20", f"order: {written}")).problems


@pytest.mark.parametrize("written", ["twenty", "1e3", "0x14", "12,5", "2 0", "٢٠"])
def test_of_another_number_no_digits_are_offered(written: str) -> None:
    message = only(TEXT.replace("order: 20", f"order: {written}"))[2]
    assert "must be a whole number" in message
    assert "digits" not in message


def test_what_opens_a_text_before_keys_is_told() -> None:
    rule, line, message = only(TEXT.replace("verify:\n", "verify: >-\n"))
    assert (rule, line) == ("verify-notice", line_of("verify:"))
    assert "makes one text of its keys: remove it" in message


def test_a_list_of_the_whole_file_is_told_with_its_dash() -> None:
    assert "remove the `- `" in only("- title: A\n")[2]
