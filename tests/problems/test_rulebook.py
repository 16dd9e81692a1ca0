import ast

import pytest

from generator.editing.reference import reference
from generator.model.slips.wording import _RULE_OF_KEY
from generator.problems.problem import Place, Problem
from generator.problems.rulebook import RULES
from tests.project import ROOT


def constants() -> set[str]:
    """Return every text that stands in the code, the register itself left out."""
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        if path.name != "rulebook.py":
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            found |= {
                n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)
            }
    return found


def named() -> dict[str, str]:
    """Return each rule that a call names, with the file of one such call."""
    found: dict[str, str] = {}
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("Problem" | "problem") | ast.Attribute(attr="_problem"),
                    args=[ast.Constant(str(rule)), *_],
                ):
                    found[rule] = path.name
    return found


def test_every_rule_that_the_code_names_is_registered() -> None:
    rules = named()
    assert len(rules) > 15
    assert not {rule: file for rule, file in rules.items() if rule not in RULES}
    assert set(_RULE_OF_KEY.values()) <= RULES.keys()


def test_every_registered_rule_is_used() -> None:
    assert not RULES.keys() - constants()


def test_no_problem_can_name_a_rule_that_is_not_registered() -> None:
    with pytest.raises(ValueError, match="made-up is not a rule"):
        Problem("made-up", "", Place("a.yml"))


def test_each_rule_says_what_it_guards_and_how_to_mend_it() -> None:
    for name, rule in RULES.items():
        assert name == rule.id
        assert rule.guards.endswith(".")
        assert rule.mend.endswith(".")


def test_each_rule_has_an_example_of_a_breach_and_of_the_same_without_it() -> None:
    for rule in RULES.values():
        assert rule.wrong
        assert rule.right
        assert rule.wrong != rule.right


def test_the_reference_names_every_rule() -> None:
    text = reference()
    assert not [name for name in RULES if f"#### `{name}`" not in text]
