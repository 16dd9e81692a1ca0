"""Applies one case to a copy of the frozen guide, and judges what is told of it."""

import re
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

from generator.guide import Compiled, compile_guide
from generator.problems.problem import Problem, Severity, in_order
from generator.problems.rulebook import RULES
from generator.reviews.coverage import Branch, uncovered
from tests.project import TODAY, Project
from tests.reviews.work import BEGAN
from tests.slips.cases import Case, Slip, Sound, Where, Work

_JARGON = re.compile(
    r"Traceback|\w+Error\b|\bdict\b|\bstr\b|\bNoneType|\bregex|regular expression|\\[dswb]\b"
    r"|\^\[|\(\?:|\]\+|block (?:sequence|mapping)|mapping values|\bscalar|flow (?:seq|map)"
    r"|valid YAML|could not find expected|unexpected char|positional argument|pydantic|[Jj]inja"
    r"|[Uu]ndefined|has no attribute|Extra inputs|Input should|\bpars(?:e|er|ed)\b|\bstdin\b"
    r"|document start|\balias\b|\bcodec\b"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with what was told, and what that was.

    Attributes:
        faults: one word or more for each thing that is not right; none where all is.
        told: the problems, as an editor sees them.
        advice: the advice beyond that which the frozen guide always has.
    """

    faults: tuple[str, ...]
    told: tuple[str, ...]
    advice: tuple[str, ...] = ()


def judge(case: Case) -> Judgement:
    """Apply a case to a copy of the frozen guide, and judge what is told of it."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "guide")
        first = _applied(project, case)
        try:
            compiled = compile_guide(project.root, TODAY, last=_before())
            found = _beyond(compiled.problems)
            if isinstance(case, Work):
                work = Branch(_before().read, compiled.read, BEGAN)
                found = in_order([*found, *uncovered(work)])
        except Exception:  # noqa: BLE001 - whatever is thrown is what the case found out
            return Judgement(("traceback",), (traceback.format_exc(limit=-3),))
        advice = tuple(str(p) for p in found if p.severity is Severity.ADVICE)
        told = [p for p in found if p.severity is not Severity.ADVICE]
        match case:
            case Slip():
                told = list(found) if case.advice else told
                faults = _of_slip(case, told, project, first)
            case Sound():
                faults = ["refused"] if told else []
            case Work():
                faults = _of_work(case, told)
    if any(_JARGON.search(problem.message) for problem in told):
        faults.append("jargon")
    return Judgement(tuple(faults), tuple(str(problem) for problem in told), advice)


@cache
def _before() -> Compiled:
    with tempfile.TemporaryDirectory() as folder:
        return compile_guide(Project(Path(folder) / "guide").root, TODAY)


def _applied(project: Project, case: Case) -> int:
    """Change the files; return the first line of the case's own file that is different then."""
    changes = [(case.path, case.old, case.new)] if case.old or case.new else []
    was = project.read(case.path) if changes else ""
    for path, old, new in (*changes, *case.more):
        if old:
            project.replace(path, old, new)
        else:
            project.write(path, project.read(path) + new)
    now = project.read(case.path) if changes else ""
    if case.do:
        case.do(project)
    pairs = zip_longest(was.splitlines(), now.splitlines())
    return next((n for n, (old, new) in enumerate(pairs, 1) if old != new), 1)


def _beyond(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Leave out what the frozen guide always has, wherever it stands now."""
    usual = Counter(problem.rule for problem in _before().problems)
    found = []
    for problem in problems:
        if usual[problem.rule] and problem.severity is not Severity.ERROR:
            usual[problem.rule] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _of_slip(case: Slip, told: list[Problem], project: Project, first: int) -> list[str]:
    if not told:
        return ["silent"]
    head, faults = told[0], []
    if head.place.path not in (case.where or (case.path,)):
        faults.append("file")
    elif case.at is not None and head.place.line not in _lines(case, project, first, head):
        faults.append("line")
    faults += _words(case.words, head)
    if len(told) > case.most:
        faults.append(f"told {len(told)} times")
    return faults


def _lines(case: Slip, project: Project, first: int, head: Problem) -> set[int]:
    def line(where: Where) -> int:
        if isinstance(where, int):
            return first + where
        return project.line_of(head.place.path, where)

    return {line(where) for where in case.at or ()}


def _words(words: str, problem: Problem) -> list[str]:
    said = f"{problem.place.path} {problem.message}".lower()
    parts = [part.strip().lower() for part in words.split(";")]
    missing = [
        part
        for part in parts
        if (part[1:] in said if part.startswith("!") else not _one_of(part.split("|"), said))
    ]
    return [f"words ({'; '.join(missing)})"] if missing else []


def _one_of(words: list[str], said: str) -> bool:
    return any(word.strip() in said for word in words)


def _of_work(case: Work, told: list[Problem]) -> list[str]:
    due = {verdict for verdict in (case.verdict, case.also) if verdict and verdict != "nothing"}
    verdicts = ["reviewer" if RULES[problem.rule].waits else "data" for problem in told]
    faults = [f"{verdict} not told" for verdict in sorted(due - set(verdicts))]
    faults += [f"{verdict} told" for verdict in sorted(set(verdicts) - due)]
    own = [p for p, verdict in zip(told, verdicts, strict=True) if verdict == case.verdict]
    if own:
        faults += _words(case.words, own[0])
    if len(own) > case.most:
        faults.append(f"told {len(own)} times")
    return faults
