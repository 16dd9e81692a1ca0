"""A comment is welcome behind a name, a number or a date, and cuts off a text of one word."""

from typing import Any

import pytest

from generator.model.category import Category
from generator.model.decode import decode
from generator.model.layout import SINGLES
from generator.problems.problem import Problem
from generator.source.yaml_text import parse
from tests.project import GUIDE

FILES = {"categories/orca": Category, **SINGLES}


def told(file: str, old: str, new: str) -> list[Problem]:
    kind: Any = FILES[file]
    text = (GUIDE / f"data/{file}.yml").read_text(encoding="utf-8")
    assert old in text
    node, problems = parse(text.replace(old, new, 1), "x.yml")
    assert node is not None
    return [*problems, *decode(node, kind).problems]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("categories/orca", "order: 20", "order: 20  # after HARBA"),
        ("categories/orca", "group: agreement-between-towns", "group: agreement-between-towns # x"),
        ("categories/orca", "  - harba", "  - harba # the other one"),
        ("categories/orca", "offer: yes", "offer: yes # always"),
        ("categories/orca", "reviewed_on: 2022-05", "reviewed_on: 2022-05 # by the desk"),
        ("categories/orca", "codes: [P23, P22]", "codes: [P23, P22] # both"),
        ("codes", "  - code: K16", "  - code: K16 # mountains"),
        ("codes", "about: orca", "about: orca # once"),
        ("finder", "next: work-bay", "next: work-bay # and so on"),
        ("categories/orca", "title: ORCA", 'title: "ORCA" # as it is called'),
        ("comparison", "tfwp: varies", "tfwp: varies # by town"),
    ],
)
def test_a_comment_behind_a_name_a_number_or_a_date_is_welcome(
    file: str, old: str, new: str
) -> None:
    assert told(file, old, new) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("categories/orca", "title: ORCA", "title: Permit # 5"),
        ("categories/orca", "title: ORCA", "title: Permit #5"),
        ("categories/orca", "  - cider pressers on contract", "  - pressers # on contract"),
        ("terms", "name: International Mobility", "name: International # Mobility"),
        ("comparison", "tfwp: varies", "tfwp: Rarely. # not always"),
        ("categories/orca", "order: 20", "order: 20 #5"),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_told_once(file: str, old: str, new: str) -> None:
    problems = told(file, old, new)
    assert [problem.rule for problem in problems] == ["yaml"]
    assert "a comment that readers never see" in problems[0].message
