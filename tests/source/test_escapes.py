"""Signs that no text has are refused at the value by which they come, by both parsers."""

import pytest
import yaml

from generator.source import yaml_text
from generator.source.yaml_text import parse

ESCAPES = (
    "\\u0007",
    "\\x85",
    "\\N",
    "\\L",
    "\\u200e\\u202e",
    "\\u2066",
    "\\uFEFF",
    "\\uFFFE",
    "\\uFFFF",
    "\\uFDD0",
    "\\U0001FFFE",
    "\\U0010FFFF",
    "\\ud800",
    "\\udfff",
    "\\ud83d\\ude00",
    "\\U0000D800",
    "\\U00110000",
    "\\UFFFFFFFF",
)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("escape", ESCAPES)
def test_an_escape_for_no_sign_is_refused_at_its_line(
    monkeypatch: pytest.MonkeyPatch, loader: str, escape: str
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", getattr(yaml, loader))
    _tree, problems = parse(f'a: b\ntitle: "A {escape} word"\nc: d\n', "a.yml")
    assert [(problem.rule, problem.place.line) for problem in problems] == [("yaml", 2)]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_an_escape_for_a_sign_is_welcome(monkeypatch: pytest.MonkeyPatch, loader: str) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", getattr(yaml, loader))
    assert parse('title: "Qu\\u00e9bec \\U0001F600 \\x41"\n', "a.yml")[1] == []
