"""Signs that no text has are refused at the value by which they come, by both parsers."""

import pytest
import yaml

from generator.model.slips.signs import sign_fault
from generator.source import yaml_text
from generator.source.settings import read_navigation
from generator.source.yaml_text import parse
from tests.project import Project

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


def escaped(sign: str) -> str:
    return f'"ti\\U{ord(sign):08X}tle"'


HIDDEN = (
    "\x00\x07\xad\u034f\u061c\u180b\u180e\u200b\u200f\u2028\u202e\u2060\u2069\u3164\ufdd0\ufe0f\ufff9\uffff"
    "\U0001ffff\U000e0001\U000e0041\U000e0100\U0010fffd\ud800"
)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):X}")
def test_a_sign_that_nobody_sees_is_refused_in_a_key(
    monkeypatch: pytest.MonkeyPatch, loader: str, sign: str
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", getattr(yaml, loader))
    problems = parse(f"a: b\n{escaped(sign)}: c\n", "a.yml")[1]
    assert {(problem.rule, problem.place.line) for problem in problems} == {("yaml", 2)}
    half = sign == "\ud800"  # one of the parsers does not know it at all
    assert half or all(f"U+{ord(sign):04X}" in problem.message for problem in problems)


@pytest.mark.parametrize("sign", "\u061c\u200e\u202e\u2066\U000e0001\U000e0041")
def test_a_comment_reads_as_it_is_written(sign: str) -> None:
    (problem,) = parse(f"a: b\nc: d # no {sign}word\n", "a.yml")[1]
    assert (problem.rule, problem.place.line, problem.place.column) == ("yaml", 2, 11)


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):X}")
@pytest.mark.parametrize("key", ["site_name", "copyright", "extra"])
def test_so_do_the_settings(project: Project, sign: str, key: str) -> None:
    value = escaped(sign)
    text = project.read("mkdocs.yml").replace("site_name: ", "old: ", 1).replace("extra:", "older:")
    shown = f"{key}:\n  - a: {value}\n" if key == "extra" else f"{key}: {value}\n"
    project.write("mkdocs.yml", shown + text)
    navigation = read_navigation(project.root)
    assert navigation is not None
    (problem,) = navigation.problems
    assert (problem.rule, problem.place.line) == ("yaml", 2 if key == "extra" else 1)
    assert sign == "\ud800" or f"U+{ord(sign):04X}" in problem.message


@pytest.mark.parametrize("sign", HIDDEN, ids=lambda sign: f"{ord(sign):X}")
def test_no_text_holds_what_nobody_sees(sign: str) -> None:
    assert f"(U+{ord(sign):04X}) stands after `A wo`" in str(sign_fault(f"A wo{sign}rd"))
