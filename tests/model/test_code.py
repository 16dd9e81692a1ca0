from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.code import Code, CodeRegistry, Family, History

HISTORY = {"standing": "not recorded"}


def code(name: str) -> Code:
    return Code.model_validate({"code": name, "subject": "Bread", "history": HISTORY})


def family(first: str, kind: str) -> Family:
    data = {"first": first, "kind": kind, "subject": "Bread", "history": HISTORY}
    return Family.model_validate(data)


def rules(error: ValidationError) -> list[str]:
    return [detail.get("ctx", {}).get("rule", detail["type"]) for detail in error.errors()]


@pytest.mark.parametrize(
    ("entry", "label", "anchor"),
    [
        (code("K12"), "K12", "k12"),
        (family("K20", "series"), "K20 series", "k20-series"),
        (family("K21", "and above"), "K21+", "k21+"),
    ],
)
def test_a_code_or_family_has_a_label_and_an_anchor(
    entry: Code | Family, label: str, anchor: str
) -> None:
    assert (entry.label, entry.anchor) == (label, anchor)


@pytest.mark.parametrize("name", ["k12", "K1", "K123", "12K", "K 12", "K12+", "K20 series"])
def test_only_a_capital_letter_and_two_digits_are_a_code(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        code(name)
    assert rules(caught.value) == ["value"]
    with pytest.raises(ValidationError) as caught:
        family(name, "series")
    assert rules(caught.value) == ["value"]
    assert "a capital letter and two digits" in str(caught.value)


@pytest.mark.parametrize("name", ["Ｋ12", "К12", "K1\u200b2"])
def test_a_sign_in_a_code_that_is_not_what_it_seems_is_named(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        code(name)
    assert rules(caught.value) == ["text"]
    assert "looks like `K12`" in str(caught.value) or "U+200B" in str(caught.value)


def test_digits_of_another_script_are_no_code() -> None:
    with pytest.raises(ValidationError):
        code("K१२")


def test_a_family_is_one_of_two_kinds() -> None:
    with pytest.raises(ValidationError):
        family("K20", "and below")


def test_entries_are_sorted_as_readers_look_them_up() -> None:
    registry = CodeRegistry(
        codes=(code("P23"), code("K10"), code("K21")),
        families=(family("K21", "and above"), family("K20", "series")),
    )
    assert [entry.label for entry in registry.entries()] == [
        "K10",
        "K20 series",
        "K21",
        "K21+",
        "P23",
    ]


def test_a_registry_without_a_code_is_none() -> None:
    with pytest.raises(ValidationError):
        CodeRegistry(codes=())


def test_the_day_of_a_change_is_read() -> None:
    found = History.model_validate({"standing": "changed", "changed_on": "2018-12-15"})
    assert found.changed_on == date(2018, 12, 15)


@pytest.mark.parametrize("written", ["2018-02-30", "2018-12", "", "15 December 2018", ["2018"]])
def test_a_change_on_no_day_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        History.model_validate({"standing": "changed", "changed_on": written})
