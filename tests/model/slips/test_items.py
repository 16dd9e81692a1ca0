"""Items without their dash, and lists that became one text."""

from typing import Any

import pytest

from generator.model.category import Category
from generator.model.decode import decode
from generator.problems.problem import Problem, Severity
from generator.source.yaml_text import parse
from tests.project import GUIDE

ORCA = (GUIDE / "data/categories/orca.yml").read_text(encoding="utf-8")
WHO = ORCA[ORCA.index("who:\n") : ORCA.index("\nnationals:") + 1]
RELATED = ORCA[ORCA.index("related:\n") : ORCA.index("questions:")]
LINE = ORCA[: ORCA.index("who:\n")].count("\n") + 1


def told(old: str, new: str) -> list[Problem]:
    assert old in ORCA
    node, problems = parse(ORCA.replace(old, new), "x.yml")
    assert not problems
    assert node is not None
    return decode(node, Category).problems


def only(old: str, new: str) -> Problem:
    problems = told(old, new)
    assert len(problems) == 1, problems
    assert (problems[0].rule, problems[0].severity) == ("value", Severity.ERROR)
    return problems[0]


@pytest.mark.parametrize(
    ("who", "down", "says"),
    [
        ("  - grafters\n    pressers of apples\n", 2, "a `- ` is missing here"),
        ("  - grafters who live near the old stone bridge\n    pressers\n", 2, "is missing here"),
        ("  - grafters\n    - pressers\n", 2, "begin it with `- ` in column 3"),
        ("  - grafters\n   • pressers\n", 2, "begin it with `- ` in column 3"),
        ("  - grafters - pressers\n", 1, "begin `pressers` on its own line with `- `"),
        ("  - grafters -pressers\n", 1, "begin `pressers` on its own line with `- `"),
        ("  - • grafters\n  - • pressers\n", 1, "remove the `•`"),
        ("  - – grafters\n", 1, "remove the `–`"),
        ("  - - grafters\n", 1, "with one `- `"),
        ("  -\n  - grafters\n", 1, "write the item after its `- `, or remove the `- `"),
        ("  - the trade: grafters\n", 1, "a colon makes a key of `the trade`"),
        ("  - grafters:\n", 1, "put the whole text in double quotes"),
    ],
)
def test_an_item_that_is_none_is_told_on_its_line(who: str, down: int, says: str) -> None:
    problem = only(WHO, f"who:\n{who}")
    assert problem.place.line == LINE + down
    assert says in problem.message


@pytest.mark.parametrize(
    "item",
    [
        "grafters – the best – and pressers",
        '"grafters - pressers"',
        "self-employed pressers, e.g. on contract",
        "grafters and pressers (of apples)",
        "R&D staff; 50% of them",
        "+33 others",
        "2. Bundesliga players",
        "grafters of the trees of the old valley beside the river, near its second\n    bridge",
        "grafters of the\n    trees",
        "grafters,\n    who press as well",
        "pressers, grafters and keepers",
    ],
)
def test_a_long_item_and_ordinary_signs_are_sound(item: str) -> None:
    assert told(WHO, f"who:\n  - {item}\n") == []


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("(P23, P22)", "write `codes: [P23, P22]`"),
        ("P23", "write `codes: [P23]`"),
        ("P23 P22", "write `codes: [P23, P22]`"),
        ("P23, P22", "write `codes: [P23, P22]`"),
        ("P23/P22", "write `codes: [P23, P22]`"),
        ("P23 and P22", "write `codes: [P23, P22]`"),
        ("P23, P22 and K20 series", "write `codes: [P23, P22, K20 series]`"),
        ("K21+ & P22", "write `codes: [K21+, P22]`"),
        ("• P23 • P22", "write `codes: [P23, P22]`"),
        ("P23, P22]", "write `codes: [P23, P22]`"),
        ("{P23, P22}", "write `codes: [P23, P22]`"),
        ('"[P23, P22]"', "write `codes: [P23, P22]`"),
        ("[P23 and P22]", "write `P23, P22` in brackets"),
        ("[P23; P22]", "write `P23, P22` in brackets"),
        ("\n  - P23, P22", "write `P23, P22` in brackets"),
        ("\n  - P23\n    P22", "a `- ` is missing here"),
        ("\n  -P23\n  -P22", "put a space after each `-`"),
        ("\n  P23\n  P22", "write `codes: [P23, P22]`"),
        ("[[P23, P22]]", "in one pair of brackets"),
        ("", "no items"),
    ],
)
def test_a_list_of_codes_that_is_none_is_mended_with_what_was_typed(
    written: str, says: str
) -> None:
    assert says in only("codes: [P23, P22]", f"codes: {written}").message


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (" grafters\n", "write `who: [grafters]`"),
        (" grafters; pressers\n", "write `who: [grafters, pressers]`"),
        ("\n  • grafters\n  • pressers\n", "write `who: [grafters, pressers]`"),
        ("\n  1. grafters\n  2. pressers\n", "write `who: [grafters, pressers]`"),
        ("\n  grafters\n  pressers\n", "write `who: [grafters, pressers]`"),
        (" grafters, pressers and keepers\n", "on a line of its own"),
        ("\n  trade: grafters\n", "here it is keys with values"),
    ],
)
def test_a_list_of_texts_that_is_none_is_mended_with_what_was_typed(
    written: str, says: str
) -> None:
    assert says in only(WHO, f"who:{written}").message


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (" harba\n", "write `related: [harba]`"),
        (" harba, orca\n", "write `related: [harba, orca]`"),
        ("\n  - harba, orca\n", "write `harba, orca` in brackets"),
        ("\n  - harba\n    orca\n", "a `- ` is missing here"),
        ("\n  - harba - orca\n", "write `harba, orca` in brackets"),
        ("\n  - harba orca\n", "as in `harba-orca`"),
        ("\n  - harba: yes\n", "a colon makes a key of `harba`"),
    ],
)
def test_a_list_of_names_that_is_none_is_mended_with_what_was_typed(
    written: str, says: str
) -> None:
    assert says in only(RELATED, f"related:{written}").message


@pytest.mark.parametrize("codes", ["[K10, K21 and above]", "[K20 series]", "[K21+, P22]"])
def test_a_family_of_codes_is_one_item(codes: str) -> None:
    # Whether the registry has it is for a rule to say.
    assert told("codes: [P23, P22]", f"codes: {codes}") == []


def test_one_item_with_commas_may_be_right() -> None:
    (problem,) = told(WHO, "who:\n  - grafters, pressers, keepers\n")
    assert problem.severity is Severity.ADVICE
    assert "one item with commas" in problem.message


@pytest.mark.parametrize("value", ["a and " * 40, "a-" * 60, "and " * 60 + "!", "- " * 60])
def test_no_item_takes_long_to_read(value: str) -> None:
    # A pattern that could be matched in many ways would never come back.
    told_of: Any = told(RELATED, f"related:\n  - '{value}'\n")
    assert told_of
