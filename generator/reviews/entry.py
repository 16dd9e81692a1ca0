"""How a review is written as YAML: its keys, its values, in lines or in braces."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.model.review import RENEWING, ReviewDate
from generator.source import tree
from generator.source.yaml_text import parse

_IN_BLOCK, _IN_FLOW = "key: {}", "[{{key: {}}}]"


class ObstacleError(Exception):
    """Why a review cannot be written into a file, as a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of a review.

    Attributes:
        when: the day, or the month.
        by: the reviewer's key.
        outcome: what came of it, as in ``confirmed``: one of `generator.model.review.Outcome`.
        note: what was found; empty where there is nothing to say.
    """

    when: ReviewDate
    by: str
    outcome: str
    note: str = ""


def entry_of(finding: Finding) -> dict[str, str]:
    """Return the keys and values of the item that records a review."""
    entry = {"date": finding.when.iso, "by": finding.by, "outcome": finding.outcome}
    return entry | ({"note": finding.note} if finding.note.strip() else {})


def renewed(finding: Finding) -> dict[str, str]:
    """Return the keys of the record that a review gives other values."""
    if finding.outcome not in RENEWING:
        return {}
    return {"reviewed_on": finding.when.iso, "reviewed_by": finding.by}


def item_lines(entry: Mapping[str, str], dash: int, key: int) -> list[str]:
    """Return an item of a list, line by line, with its dash and its keys in these columns."""
    lines = [
        f"{' ' * key}{name}: {_value(name, value, _IN_BLOCK)}" for name, value in entry.items()
    ]
    return [f"{' ' * dash}-{lines[0][dash + 1 :]}", *lines[1:]]


def flow_item(entry: Mapping[str, str]) -> str:
    """Return an item in braces."""
    return (
        "{"
        + ", ".join(f"{name}: {_value(name, value, _IN_FLOW)}" for name, value in entry.items())
        + "}"
    )


def value_in_block(name: str, value: str) -> str:
    """Return the value of a key that has a line of its own."""
    return _value(name, value, _IN_BLOCK)


def _value(name: str, value: str, within: str) -> str:
    """Return the value of a key as it is written: a date never in quotes."""
    return value if name in {"date", "reviewed_on"} else _scalar(value, within)


def _scalar(value: str, within: str) -> str:
    """Return a text as YAML on one line, in quotes only where every reader of YAML needs them."""
    for written in (value, quoted(value)):
        try:
            node, problems = parse(within.format(written), "")
        except UnicodeError:
            continue
        if problems or not node or tree.plain(node) not in ({"key": value}, [{"key": value}]):
            continue
        if written != value or _is_text(value):
            return written
    raise ObstacleError("the review holds a character that no file can hold: write it without")


def _is_text(value: str) -> bool:
    """Tell whether no reader of YAML takes the text for a number, a date or a truth value."""
    resolver = yaml.resolver.Resolver()  # of which the library's types know nothing
    tag = resolver.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def quoted(value: str) -> str:
    """Return a text in double quotes."""
    return json.dumps(value, ensure_ascii=False)
