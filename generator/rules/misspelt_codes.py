"""A code that is misspelt in the registry: told there, and not at each place that names it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.code import Code
from generator.model.records import Records
from generator.problems.phrases import counted
from generator.problems.problem import Problem

_UNKNOWN = re.compile(r"(?<!\w)([A-Z][0-9]{2}) is not in the registry")
_SHARED = 2


def told_in_the_registry(records: Records, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems; of a code that several places name and no record has, one in all.

    Only where a code of the registry that nobody names differs from it by one sign, or by two that
    changed places.
    """
    problems = list(problems)
    named = Counter(code for problem in problems if (code := _code(problem)))
    found = {
        code: problem
        for code, number in named.items()
        if number >= _SHARED and (problem := _at_definition(records, code, number))
    }
    kept = [problem for problem in problems if _code(problem) not in found]
    return [*kept, *found.values()]


def _code(problem: Problem) -> str | None:
    found = _UNKNOWN.search(problem.message) if problem.rule == "unknown-code" else None
    return found[1] if found else None


def _at_definition(records: Records, code: str, number: int) -> Problem | None:
    if (registry := records.codes) is None:
        return None
    near = [(n, label) for n, label in _unused(records) if _differs_by_a_slip(label, code)]
    if len(near) != 1:
        return None
    position, label = near[0]
    message = (
        f"nobody uses {label}, and {counted(number, 'place')} name {code}, which is nowhere: is the"
        " code misspelt here?"
    )
    return Problem("unknown-code", message, registry.place("codes", position, "code"))


def _unused(records: Records) -> Iterator[tuple[int, str]]:
    """Yield the codes of the registry that no category lists and no other code leads to."""
    if (registry := records.codes) is None:
        return
    entries = registry.record.entries()
    used = {label for _slug, e in records.categories_with("codes") for label in e.record.codes}
    used |= {successor.code for entry in entries for successor in entry.history.successors}
    for number, code in enumerate(registry.record.codes):
        if isinstance(code, Code) and code.code not in used and not code.about:
            yield number, code.code


def _differs_by_a_slip(label: str, code: str) -> bool:
    other = sum(one != two for one, two in zip(label, code, strict=True))
    return other == 1 or (label[0] == code[0] and label[1:] == code[:0:-1])
