from collections.abc import Iterator, Mapping

import pytest

from generator.model.category import Category
from generator.model.code import CodeRegistry
from generator.model.meaning import Meaning
from generator.reviews.values import Change, changes
from generator.source.tree import Node
from generator.source.yaml_text import parse

PATH = "data/categories/ferry.yml"


def tree(text: str) -> Node:
    node, problems = parse(text, PATH)
    assert node is not None
    assert not problems
    return node


def between(
    before: str, after: str, kind: type = Category, renamed: Mapping[str, str] | None = None
) -> list[Change]:
    return list(changes(kind, tree(before), tree(after), renamed))


def told(found: list[Change]) -> Iterator[tuple[str, Meaning, str | None, str | None]]:
    for change in found:
        yield change.name, change.meaning, change.before, change.after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Ferry\ncodes: [A1, A2]\n", "# Later\ncodes:\n  - A2\n  - A1\ntitle: 'Ferry'\n"),
        ("summary: Two  words\n", "summary: >-\n  Two\n  words\n"),
        ("order: 100\ntitle: Ferry\n", "title: Ferry\n"),
        ("title: Ferry\n", "title: Ferry\ntide: high\n"),
        ("how_it_works: |\n  One.\n\n  Two.\n", "how_it_works: |\n\n  One.\n\n\n  Two.\n"),
    ],
)
def test_layout_order_defaults_and_strange_keys_are_no_change(before: str, after: str) -> None:
    assert between(before, after) == []


def test_each_change_stands_where_an_editor_finds_it() -> None:
    before = "title: Ferry\nemployer:\n  offer: yes\n  fee: yes\ncodes:\n  - A1\n"
    after = "title: Ferry\nemployer:\n  offer: yes\n  fee: no\ncodes:\n  - A1\n  - A7\n"
    found = between(before, after)
    assert [(change.name, change.place and change.place.line) for change in found] == [
        ("codes", 7),
        ("employer: fee", 4),
    ]


def test_what_has_gone_is_told_where_it_stood() -> None:
    (change,) = between("title: Ferry\ncodes: [A1, A2]\n", "title: Ferry\ncodes: [A1]\n")
    assert (change.before, change.after) == ("A2", None)
    assert change.place is not None
    assert change.place.line == 2


def test_an_added_item_is_told_with_all_its_keys() -> None:
    before = "codes:\n  - code: A1\n    subject: Oars\n"
    after = (
        f"{before}  - code: A9\n    subject: Sails\n    history:\n      standing: in use\n"
        "      note: New this year.\n"
    )
    found = list(told(between(before, after, CodeRegistry)))
    assert [(name, after) for name, _meaning, _before, after in found] == [
        ("codes: A9: code", "A9"),
        ("codes: A9: subject", "Sails"),
        ("codes: A9: history: standing", "in use"),
        ("codes: A9: history: note", "New this year."),
    ]
    assert {before for _name, _meaning, before, _after in found} == {None}
    gone = list(told(between(after, before, CodeRegistry)))
    assert [(name, before) for name, _meaning, before, after in gone if after is None] == [
        (name, after) for name, _meaning, _before, after in found
    ]


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        ("summary: Ferrymen may recieve tips.", "summary: Ferrymen may receive tips.", "slip"),
        ("fits: 'Ferrymen , and pilots'", "fits: 'Ferrymen, and pilots'", "slip"),
        ("summary: Ferrymen may row.", "summary: Ferrymen may not row.", "sentence"),
        ("summary: Wait 30 days.", "summary: Wait 60 days.", "sentence"),
        ("fits: Ferrymen", "fits: Ferrywomen", "fact"),
        ("nationals: Bayside", "nationals: Northport", "fact"),
        ("order: 10", "order: 11", "arrangement"),
        ("reviewed_on: 2022-05", "reviewed_on: 2022-06", "review"),
    ],
)
def test_a_change_is_graded_by_its_key_and_by_how_much_it_says(
    before: str, after: str, meaning: str
) -> None:
    (change,) = between(before, after)
    assert change.meaning.value == meaning


def test_a_mended_item_of_a_list_is_one_slip() -> None:
    before = "who:\n  - ferrymen who recieve a boat\n  - pilots\n"
    after = "who:\n  - pilots\n  - ferrymen who receive a boat\n"
    (change,) = between(before, after)
    assert change.meaning is Meaning.SLIP
    assert change.pairs() == [("ferrymen who recieve a boat", "ferrymen who receive a boat")]


def test_a_code_with_another_digit_is_no_slip() -> None:
    found = between("codes: [A11]", "codes: [A12]")
    assert [(c.meaning, c.before, c.after) for c in found] == [
        (Meaning.FACT, "A11", None),
        (Meaning.FACT, None, "A12"),
    ]


def test_whoever_names_a_renamed_category_names_the_same_one() -> None:
    renamed = {"ferry": "river-ferry"}
    before, after = "related: [ferry, canoe]\n", "related: [river-ferry, canoe]\n"
    assert between(before, after, Category, renamed) == []
    assert between(before, after) != []
    # A word like the name is no name.
    assert between("title: ferry\n", "title: river-ferry\n", Category, renamed) != []


def test_sentences_that_differ_are_told_in_pairs() -> None:
    before = "how_it_works: |\n  One ferry goes.\n\n  Nobody waits. All sing.\n"
    after = "how_it_works: |\n  Two ferries go.\n\n  Nobody waits. All shout.\n"
    (change,) = between(before, after)
    assert change.pairs() == [
        ("One ferry goes.", "Two ferries go."),
        ("All sing.", "All shout."),
    ]


def test_a_name_within_another_is_no_repetition() -> None:
    first = "codes:\n  - code: A1\n    subject: Oars\n"
    second = "  - code: A1 (old)\n    subject: Sails\n"
    turned = f"codes:\n{second}{first.removeprefix('codes:' + chr(10))}"
    assert between(first + second, turned, CodeRegistry) == []


def test_two_looks_of_one_day_are_two() -> None:
    entry = "  - date: 2022-06-01\n    by: pilot\n    outcome: wording seen\n"
    found = between(f"reviews:\n{entry}", f"reviews:\n{entry}{entry}")
    assert [change.name for change in found] == [
        f"reviews: 2022-06-01 pilot wording seen (2): {key}" for key in ("date", "by", "outcome")
    ]
    assert {change.before for change in found} == {None}
