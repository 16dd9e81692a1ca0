"""What may not stand in mkdocs.yml, wherever it stands."""

import pytest
import yaml

from generator.source.setting_slips import setting_slips
from tests.project import ROOT


def told(text: str) -> list[tuple[str, int, str]]:
    node = yaml.compose(text, yaml.SafeLoader)
    return [(p.rule, p.place.line, p.message) for p in setting_slips(node, "mkdocs.yml")]


def test_what_settings_are_made_of_is_free() -> None:
    assert not told(
        "a: !ENV [A, '']\nb: !ENV B\nc: [1, true, 2.5, 2026-05-01, x]\ntheme:\n  font: false\n"
        "plugins:\n  - search:\nextra: {x: ~}\nd: ''\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nx: !!python/object/apply:os.system [ls]", 2, "`!!python/object/apply:os.system`"),
        ("a:\n  - b: !!python/name:os.system", 2, "`!!python/name:os.system` could run"),
        ("a: !relative $config_dir", 1, "`!relative` could run a program: remove it"),
        ("!!python/name:x a: 1", 1, "remove it"),
        ("a: !<tag:yaml.org,2002:python/none> ''", 1, "`!!python/none`"),
    ],
)
def test_what_could_run_a_program_is_told(text: str, line: int, says: str) -> None:
    ((rule, at, message),) = told(text)
    assert (rule, at) == ("settings", line)
    assert says in message


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("a: 1\ndocs_dir:", 2, "docs_dir"),
        ("theme:\n  name: material\n  custom_dir:", 3, "custom_dir"),
        ("theme: null", 1, "theme"),
        ("theme:\n  palette:\n    - toggle:\n        icon:", 4, "icon"),
    ],
)
def test_a_setting_without_a_value_is_told(text: str, line: int, name: str) -> None:
    says = f"nothing stands behind `{name}:`: write its value, or remove the line"
    assert told(text) == [("settings", line, says)]


def test_a_sign_that_nobody_sees_is_told() -> None:
    ((rule, line, _says),) = told("a: 1\nb: [x, 'y\u200bz']")
    assert (rule, line) == ("yaml", 2)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hooks: [more.py]", 1),
        ("hooks:\n  - generator/hooks.py\n  - data/more.py", 3),
        ("hooks:\n  - evil/generator/hooks.py", 2),
        ("hooks: more.py", 1),
        ("hooks: [!ENV HOOK]", 1),
    ],
)
def test_another_program_is_told_before_the_engine_runs_it(text: str, line: int) -> None:
    ((rule, at, says),) = told(text)
    assert (rule, at) == ("settings", line)
    assert "write `- generator/hooks.py` below `hooks:`" in says


def test_the_guide_s_own_program_is_free() -> None:
    assert not told("hooks: [generator/hooks.py]")
    assert not told("hooks:\n  - ./generator/../generator/hooks.py")
    assert not told(f"hooks: ['{ROOT / 'generator' / 'hooks.py'}']")


def test_settings_of_another_file_are_told() -> None:
    ((rule, line, says),) = told("a: 1\nINHERIT: more.yml")
    assert (rule, line, says.partition(":")[2]) == ("settings", 2, " write them here")


def test_a_setting_that_is_named_again_is_looked_at_once() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, other in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        lines.append(f"{other}: &{other} [{', '.join([f'*{one}'] * 9)}]")
    assert not told("\n".join(lines))
    assert not told("theme: &x\n  more: *x\n  list: &y [*y, *x]\n")
    ((_rule, line, _says),) = told("a: &a !x y\nb: [*a, *a]")
    assert line == 1


@pytest.mark.parametrize("text", ["a: 1\nb: 2\na: 3", "theme:\n  a: 1\n  a: 2", "a: 1\nb: 1\na: 1"])
def test_a_setting_that_stands_twice_is_told_at_the_second(text: str) -> None:
    ((rule, line, says),) = told(text)
    assert (rule, line, says.partition(":")[0]) == (
        "yaml",
        3,
        "`a` stands twice, and only the last one counts",
    )
