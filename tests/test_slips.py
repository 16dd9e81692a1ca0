"""Every slip is told once, in its place, in words that say what to write; nothing sound is refused.

`python -m tests.slips` prints the score, with what was told of each case that is not right.
"""

import pytest

from tests.slips import CASES
from tests.slips.cases import Case, Slip, Sound, Work
from tests.slips.runner import judge


def test_the_corpus_is_large_enough() -> None:
    kinds = [type(case) for case in CASES.values()]
    assert kinds.count(Slip) + kinds.count(Work) >= 420
    assert kinds.count(Sound) >= 160
    assert kinds.count(Work) >= 60


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_slip_is_told_and_a_sound_edit_is_not(case: Case) -> None:
    found = judge(case)
    assert not found.faults, "\n".join((", ".join(found.faults), *found.told))
