"""Keys beside or below the wrong key: unknown where they stand, missing where they belong."""

import re
from typing import Any

import pytest

from generator.model.category import Category
from generator.model.decode import decode, told_once
from generator.model.layout import SINGLES
from generator.model.site import PageHead
from generator.problems.problem import Problem
from generator.source.front_matter import split
from generator.source.yaml_text import parse
from tests.project import GUIDE

ORCA = (GUIDE / "data/categories/orca.yml").read_text(encoding="utf-8")
CODES = (GUIDE / "data/codes.yml").read_text(encoding="utf-8")
PEOPLE = (GUIDE / "data/reviewers.yml").read_text(encoding="utf-8")
PAGE = (GUIDE / "content/codes.md").read_text(encoding="utf-8")

QUESTION = ORCA[ORCA.index("  - question:") : ORCA.index("reviewed_on:")]
VERIFY = ORCA[ORCA.index("verify:\n") :]
HISTORY = """    history:
      standing: in use
      certainty: stated by IRCC
      source: mountain-rescue-team
"""
OUT = HISTORY.replace("      ", "    ")


def told(text: str, kind: Any) -> list[Problem]:
    node, problems = parse(text, "x.yml")
    assert not problems
    assert node is not None
    return decode(node, kind).problems


def only(text: str, kind: Any, old: str, new: str) -> tuple[int, str]:
    assert old in text
    problems = told(text.replace(old, new, 1), kind)
    assert len(problems) == 1, problems
    return problems[0].place.line - text[: text.index(old)].count("\n") - 1, problems[0].message


@pytest.mark.parametrize(
    ("new", "down", "says"),
    [
        (OUT, 1, "`standing`, `certainty` and `source` belong below `history:`: indent"),
        (OUT.replace("    history:\n", ""), 0, "write a line `history:` above"),
        (HISTORY.replace("      source", "    source"), 3, "`source` belongs below `history:`"),
        (HISTORY.replace("      ", "    - ", 1).replace("      ", "      "), 0, "and no list"),
    ],
)
def test_keys_beside_the_key_to_which_they_belong_are_one_problem(
    new: str, down: int, says: str
) -> None:
    at, message = only(CODES, SINGLES["codes"], HISTORY, new)
    assert at == down
    assert says in message


@pytest.mark.parametrize(
    ("new", "down", "says"),
    [
        (VERIFY.replace("\n  url", "\nurl"), 3, "`url` belongs below `verify:`: indent by two"),
        (VERIFY.replace("verify:\n", "").replace("  notice", "notice").replace("  url", "url"), 0,
         "`notice` and `url` belong below `verify:`: write a line `verify:` above"),
        ("verify: The crafts change.\nurl: https://www.canada.ca/en/a.html\n", 0,
         "`The crafts change.` stands in their place"),
    ],
)  # fmt: skip
def test_a_notice_in_the_wrong_columns_is_one_problem(new: str, down: int, says: str) -> None:
    at, message = only(ORCA, Category, VERIFY, new)
    assert at == down
    assert says in message


def test_the_same_is_told_of_the_head_of_a_page() -> None:
    page, problems = split(PAGE.replace("\n  url", "\nurl"), "content/codes.md")
    assert not problems
    assert page is not None
    (problem,) = decode(page.head, PageHead).problems
    assert "`url` belongs below `verify:`" in problem.message
    assert problem.place.line == PAGE[: PAGE.index("\n  url")].count("\n") + 2


@pytest.mark.parametrize(
    ("new", "down", "says"),
    [
        ("  - question: Who?\n  - answer: All.\n", 1, "write two spaces in place of the `- `"),
        ("  question: Who?\n  answer: All.\n", -1, "begin `question` with `- `"),
        ("question: Who?\nanswer: All.\n", 0, "begin the first with `- ` there"),
        (
            "  - question: Who?\n    answer: All.\n    related: [harba]\n",
            2,
            "unknown key `related`",
        ),
        ("  - question: Who?\n    answer: All.\n    apply: Now.\n", 2, "begin it in column 1"),
        ("  - Who?\n", 0, "each item of"),
        ("  - Who may?\n", 0, "`question`, `answer`, `source`"),
    ],
)
def test_items_of_a_list_of_records_are_told_by_what_they_lack(
    new: str, down: int, says: str
) -> None:
    problems = told(ORCA.replace(QUESTION, new), Category)
    assert len(problems) == 1, problems
    at = problems[0].place.line - ORCA[: ORCA.index(QUESTION)].count("\n") - 1
    if "each item" not in says:
        assert at == down
        assert says in problems[0].message


def test_a_key_beside_the_name_of_its_record_belongs_below_it() -> None:
    name = PEOPLE[PEOPLE.index("  licence:") :].split("\n", 1)[0]
    text = PEOPLE.replace(f"{name}\n", "", 1) + f"{name.strip()}\n"
    problems = told(text, SINGLES["reviewers"])
    assert any("`licence` belongs below" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("successors", "says"),
    [
        (" P36", "write `- code: P36` on a line below the key"),
        (" [P36]", "write `- code: P36`"),
        (" [P36, P37]", "write `- code: P36`"),
        ("\n        - P36", "write `- code: P36`"),
        ("\n        code: P36", "begin `code` with `- `"),
        (
            "\n      code: P36",
            "`code` belongs below `successors:`: begin the first with `- ` there",
        ),
        (" P36, P37", "each item begins with `- code:`"),
        ("", "no items"),
    ],
)
def test_a_list_of_codes_with_keys_is_mended_with_what_was_typed(
    successors: str, says: str
) -> None:
    superseded = f"standing: superseded\n      successors:{successors}"
    text = CODES.replace("standing: not recorded", superseded, 1)
    problems = [p for p in told(text, SINGLES["codes"]) if "successors" in p.message]
    assert len(problems) == 1, problems
    assert says in problems[0].message


LAMP = (GUIDE / "data/categories/lighthouse-keeper-swap.yml").read_text(encoding="utf-8")
BREAD = (GUIDE / "data/categories/village-bakery-help.yml").read_text(encoding="utf-8")
TABLE = (GUIDE / "data/comparison.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "kind", "old", "new", "says"),
    [
        (CODES, SINGLES["codes"], "families:\n", "", "write the line `families:` above it"),
        (TABLE, SINGLES["comparison"], "features:\n", "", "`key` begins an item of `features`"),
        (LAMP, Category, "reviews:\n", "", "write the line `reviews:` above it"),
        (BREAD, Category, "changes:\n", "", "write the line `changes:` above it"),
        (ORCA, Category, "questions:\n", "", "write the line `questions:` above it"),
        (LAMP, Category, "reviews:\n", "    reviews:\n", "begin it in column 1"),
        (CODES, SINGLES["codes"], "families:\n", "    families:\n", "begin it in column 1"),
        (TABLE, SINGLES["comparison"], "features:\n", "    features:\n", "begin it in column 1"),
    ],
)
def test_items_whose_list_has_lost_its_key_are_one_problem_at_the_first(
    text: str, kind: Any, old: str, new: str, says: str
) -> None:
    at, message = only(text, kind, old, new)
    assert at == 0
    assert says in message


def test_a_name_that_stands_among_the_keys_of_another_is_one_problem() -> None:
    sources = (GUIDE / "data/sources.yml").read_text(encoding="utf-8")
    moved = sources.replace("\nmountain-rescue-team:", "\n  mountain-rescue-team:", 1)
    node, problems = parse(moved, "x.yml")
    assert node is not None
    (problem,) = told_once(problems, decode(node, SINGLES["sources"]))
    assert "`mountain-rescue-team` stands below" in problem.message
    assert problem.place.line == moved[: moved.index("  mountain-rescue")].count("\n") + 1


@pytest.mark.parametrize("line", ["Apples: they", "The apples: they"])
def test_the_first_line_of_a_text_too_far_left_is_told_once(line: str) -> None:
    text = re.sub(r"(?<=summary: >-\n)  \w+", line, ORCA)
    (problem,) = told(text, Category)
    assert "belongs to the text of `summary`" in problem.message
    assert problem.place.line == text[: text.index(line)].count("\n") + 1


def test_a_record_without_its_name_is_told_once() -> None:
    (problem,) = told("  name: A\n  title: RCIC\n  licence: R000044\n", SINGLES["reviewers"])
    assert problem.place.line == 1
    assert "have no name" in problem.message
