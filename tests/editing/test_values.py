"""Check and schema agree on each kind of value, in quotes or without, as YAML 1.2 reads it."""

import re

import pytest

from generator.model.category import Category
from generator.model.decode import decode
from generator.model.layout import SINGLES, schema_path
from generator.problems.problem import Severity
from generator.source.yaml_text import parse
from tests.editing.yaml_values import accepted, typed
from tests.project import GUIDE

ORCA = "data/categories/orca.yml"
CODES = "data/codes.yml"
FINDER = "data/finder.yml"
SETTINGS = "data/settings.yml"
REVIEWERS = "data/reviewers.yml"
PROSE = (
    "The accord is about apples. In it the orchards on both sides agreed to share their grafters."
)

# A place of the frozen guide for each kind of value, and what stands there.
KEYS = [
    (ORCA, "title: ", "ORCA"),
    (ORCA, "order: ", "20"),
    (ORCA, "group: ", "agreement-between-towns"),
    (ORCA, "codes: ", "[P23, P22]"),
    (ORCA, "nationals: ", "Riverside countries"),
    (ORCA, "permit_type: ", "employer-specific"),
    (ORCA, "  offer: ", "yes"),
    (ORCA, "basis: ", f">-\n  {PROSE}"),
    (ORCA, "who:\n  - ", "grafters who are nationals of a Riverside country"),
    (ORCA, "related:\n  - ", "harba"),
    (ORCA, "reviewed_on: ", "2022-05"),
    (ORCA, "reviewed_by: ", "review-desk-one"),
    (ORCA, "  url: ", "https://www.canada.ca/en/lighthouses/transferees.html"),
    (CODES, "  - code: ", "K16"),
    (CODES, "      changed_on: ", "2018-12-15"),
    (CODES, "      standing: ", "in use"),
    (SETTINGS, "review_interval_months: ", "12"),
    (SETTINGS, "overdue_is_error: ", "no"),
    (REVIEWERS, "  licence: ", "R000042"),
    (REVIEWERS, "  github: ", '""'),
    ("data/firm.yml", "    url: ", '""'),
    (FINDER, "        next: ", "work-bay"),
    (FINDER, "        programme: ", "tfwp"),
    ("data/comparison.yml", "      tfwp: ", "varies"),
]

VALUES = """
    |""|''|~|null|Null|"null"|true|True|"true"|false|yes|no|"yes"|"no"|Yes|NO|on|0|1|12|20|"20"|-1
    |"-1"|+5|020|2.0|"2.0"|2.5|1e3|0x1F|0o17|1_000|2026|"2026"|2026-05|"2026-05"|2026-05-14|2026-13
    |2026-02-30|2026-5|12:30|.5|.inf|.nan|706497|R706497|"706497"|ceta|CETA|ceta-two|Ceta Two|a|7a
    |P23|p23|K20 series|"K21+"|https://www.canada.ca/en/x/y.html|http://www.canada.ca/x|depends|varies
    |https://example.com/x|open|in use|tfwp|[]|[P21, P23]|{}|{a: b}|[P23]|account-name|@account
    |"  padded words  "|Some words of a text|"!?"|"\u3164"|"é, à"|[[P23]]|[Some words of a text]
""".replace("\n", "").split("|")

_BY_ITS_WORDS = re.compile(
    "says nothing|no sentence|would be shown|is no name|in the calendar|is not a day|for a cell"
    "|a list of its own|write a number|nothing is written|is not the name of a code"
    "|stands in examples alone"
)
"""What the check says of a text that it has understood: a schema cannot judge what a text says."""

_HOW_IT_IS_WRITTEN = {
    "+5",
    "020",
    "1e3",
    "0x1F",
    "0o17",
    "2.0",
    "True",
    "~",
    "null",
    "Null",
    '"null"',
}
"""What a reader of YAML hands over as a value, so that nobody can tell how it was written."""


def problems(path: str, text: str) -> list[str] | None:
    """Return what the check says of a file's values; None where it is no YAML for it."""
    tree, slips = parse(text, path)
    if tree is None or slips:
        return None
    kind = Category if path == ORCA else SINGLES[path.removeprefix("data/").removesuffix(".yml")]
    found = decode(tree, kind).problems
    return [one.message for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("path", "key", "value"), KEYS)
def test_check_and_schema_agree(path: str, key: str, value: str) -> None:
    whole = (GUIDE / path).read_text(encoding="utf-8")
    before, found, after = whole.partition(f"{key}{value}\n")
    assert found
    assert problems(path, whole) == []
    refused = 0
    for other in (value, *(written.strip() for written in VALUES)):
        text = f"{before}{key}{other}\n{after}"
        said = problems(path, text)
        if said is None:
            continue
        sound = accepted(schema_path(path), typed(text))
        refused += not sound
        if sound is not (not said):
            seen = said and (_BY_ITS_WORDS.search(said[0]) or other in _HOW_IT_IS_WRITTEN)
            # Which codes there are is a rule's to say; that something is no code can be seen.
            no_code = key == "codes: " and not said and other == "[Some words of a text]"
            assert seen or no_code, f"{key}{other}: {said or 'accepted by the check alone'}"
            assert sound or no_code, f"{key}{other} is marked, but sound"
    assert refused > 3


def test_there_are_enough_values() -> None:
    assert len(set(VALUES)) > 75
    assert typed("a: 0x1F\nb: yes\nc: true\nd: 2026-05\ne: '1'\nf: ~\ng: 1e3") == {
        "a": 31,
        "b": "yes",
        "c": True,
        "d": "2026-05",
        "e": "1",
        "f": None,
        "g": 1000.0,
    }
