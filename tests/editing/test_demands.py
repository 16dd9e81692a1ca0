"""What keys ask of each other: a schema refuses it, and a check does, in the same words."""

import pytest

from generator.editing.schema import schemas
from generator.model.layout import schema_path
from tests.editing.yaml_values import accepted, typed
from tests.project import Project, problems_of

ORCA = "data/categories/orca.yml"
CODES = "data/codes.yml"
FINDER = "data/finder.yml"
URL = "  url: https://www.canada.ca/en/lighthouses/transferees.html\n"
P34 = "standing: superseded\n      successors:\n        - code: P34\n"
NEXT = "        next: work-bay\n"
LOOK = "reviews:\n  - date: 2022-05\n    by: review-desk-one\n    outcome: problem found\n"

DEMANDS = [
    (ORCA, URL, "", "no official page is named: write `source:`"),
    (ORCA, URL, f"{URL}  source: exemption-codes\n", "the page is named twice"),
    (
        ORCA,
        "reviewed_on:",
        f"{LOOK}reviewed_on:",
        "a problem was found: write in `note:` which one",
    ),
    (FINDER, NEXT, "", "write one of `next:` with a question, `routes:` or `categories:` with"),
    (FINDER, NEXT, f"{NEXT}        programme: tfwp\n", "keep one of `next:` with a question,"),
    (FINDER, NEXT, f"{NEXT}        categories: [orca]\n", "keep one of `next:` with a question,"),
    (CODES, P34, "standing: superseded\n", "a superseded code has successors: write"),
    (CODES, P34, P34.replace("superseded", "changed"), "a code that is changed has none"),
    (CODES, P34, P34.replace("superseded", "in use"), "a code that is in use has none"),
    (CODES, "standing: in use", "standing: not recorded", "says what is recorded of the code"),
    (CODES, "      certainty: secondary source\n", "", "write as well `certainty:`"),
    (CODES, "      source: mountain-rescue-team\n", "", "write as well `certainty:`"),
]


@pytest.mark.parametrize(("path", "old", "new", "words"), DEMANDS)
def test_what_the_check_refuses_the_schema_refuses_in_its_words(
    project: Project, path: str, old: str, new: str, words: str
) -> None:
    assert accepted(schema_path(path), typed(project.read(path)))
    project.replace(path, old, new)
    assert not accepted(schema_path(path), typed(project.read(path)))
    assert any(words in problem.message for problem in problems_of(project))
    assert words.replace('"', '\\"') in schemas()[schema_path(path)]
