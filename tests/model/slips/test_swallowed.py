"""Keys inside the text above them are told; sentences with such words are sound."""

from typing import Any

import pytest

from generator.model.category import Category
from generator.model.decode import decode, told_once
from generator.model.layout import SINGLES
from generator.problems.problem import Problem
from generator.source.yaml_text import parse
from tests.project import GUIDE

ORCA = (GUIDE / "data/categories/orca.yml").read_text(encoding="utf-8")
CODES = (GUIDE / "data/codes.yml").read_text(encoding="utf-8")
GROUPS = (GUIDE / "data/groups.yml").read_text(encoding="utf-8")
QUESTIONS = (GUIDE / "data/questions.yml").read_text(encoding="utf-8")
TABLE = (GUIDE / "data/comparison.yml").read_text(encoding="utf-8")
HARVEST = "  The permit ends after the harvest. Three harvests may count towards staying.\n"


def told(text: str, kind: Any = Category) -> list[Problem]:
    node, problems = parse(text, "x.yml")
    assert node is not None, problems
    return told_once(problems, decode(node, kind))


@pytest.mark.parametrize(
    ("text", "kind", "old", "new", "down", "says"),
    [
        (ORCA, Category, "related:\n", "  related:\n", 0, "`related:` stands inside the text of"),
        (ORCA, Category, "\nbasis: >-", "\n  basis: >-", 1, "the text of `how_it_works`"),
        (ORCA, Category, "  url: https", "    url: https", 0, "begin it in column 3"),
        (ORCA, Category, HARVEST, HARVEST + "  - harba\n", 1, "the item `- harba` stands inside"),
        (ORCA, Category, HARVEST, HARVEST + "  apply: at the quay\n", 1, "`apply:` stands inside"),
        (ORCA, Category, HARVEST, HARVEST + "  permit_note: as it is\n", 1, "`permit_note:`"),
        (ORCA, Category, HARVEST, HARVEST + "  formerly: [orka]\n", 1, "`formerly:`"),
        (ORCA, Category, HARVEST, HARVEST + "  changes:\n  - date: 2022-05\n", 1, "`changes:`"),
        (ORCA, Category, HARVEST, HARVEST + "  Related:\n  - harba\n", 1, "`Related:` stands"),
        (
            ORCA,
            Category,
            HARVEST,
            HARVEST + "  - question: Who?\n",
            1,
            "move it below `questions:`",
        ),
        (ORCA, Category, HARVEST, HARVEST + "\n  order: 20\n", 2, "`order:` stands inside"),
        (ORCA, Category, HARVEST, HARVEST + "  title: ORCA, the accord.\n", 1, "`title:` stands"),
        (
            ORCA,
            Category,
            HARVEST,
            HARVEST + "  - Some may stay.\n",
            1,
            "the item `- Some may stay.`",
        ),
        (CODES, SINGLES["codes"], "\n  - code: K16\n", "\n        - code: K16\n", 1, "column 3"),
        (GROUPS, SINGLES["groups"], "\nturn-about:\n", "\n    turn-about:\n", 1, "`turn-about:`"),
        (QUESTIONS, SINGLES["questions"], "    source: ex", "      source: ex", 0, "column 5"),
        (
            QUESTIONS,
            SINGLES["questions"],
            "  - question: Do",
            "      - question: Do",
            0,
            "column 3",
        ),
        (TABLE, SINGLES["comparison"], "\n  url: https", "\n    url: https", 1, "column 3"),
    ],
)
def test_a_key_inside_a_text_is_told_once_where_it_stands(
    text: str, kind: Any, old: str, new: str, down: int, says: str
) -> None:
    assert old in text
    problems = told(text.replace(old, new, 1), kind)
    line = text[: text.index(old)].count("\n") + 1 + down
    assert [(problem.rule, problem.place.line) for problem in problems] == [("value", line)]
    assert says in problems[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        "  Note: it ends.\n",
        "  It ends.\n  Note: three harvests may count.\n  Source: the town crier.\n",
        "  Yes: it ends.\n  No: it does not.\n",
        f"  {'It ends with the harvest, ' * 3}in the towns of its\n  nationals: bakers.\n",
        f"  {'It ends with the harvest, ' * 3}in the words of\n  question: may I stay?\n",
        f"  {'It ends with the harvest, ' * 3}and there may\n  apply: bakers, and all.\n",
        "  It ends.\n\n  Then – or later – it begins.\n",
        "  It says: “order: 20”.\n",
        "  It ends - as all things\n  - and begins again.\n",
        "  The ratio is 2:1, the time 10:30.\n",
    ],
)
def test_a_sentence_that_has_a_word_and_a_colon_is_sound(sentence: str) -> None:
    assert told(ORCA.replace(HARVEST, sentence)) == []


def test_what_is_swallowed_is_not_told_as_missing_and_counts_as_unknown() -> None:
    node, _ = parse(ORCA.replace("\nbasis: >-", "\n  basis: >-"), "x.yml")
    assert node is not None
    decoded = decode(node, Category)
    assert [problem.rule for problem in decoded.problems] == ["value"]
    assert {"basis", "how_it_works"} <= decoded.faulty
    assert decoded.record is not None
    assert decoded.record.title == "ORCA"


@pytest.mark.parametrize("sign", [">-", "|"])
@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [(ORCA, Category, "related"), (QUESTIONS, SINGLES["questions"], "questions")],
)
def test_what_opens_a_text_before_a_list_is_told(sign: str, text: str, kind: Any, key: str) -> None:
    (problem,) = told(text.replace(f"{key}:\n", f"{key}: {sign}\n"), kind)
    assert problem.message == f"`{key}` is a list: remove the `{sign}` behind it"
