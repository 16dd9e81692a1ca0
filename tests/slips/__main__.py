"""`python -m tests.slips`: the score of the corpus, and each case that is not right yet."""

import os
import sys
import time
from collections import Counter

import click

from tests.project import TODAY
from tests.slips import CASES
from tests.slips.cases import Slip, Work
from tests.slips.runner import judge

GREEN = os.environ.get("SLIPS_SHOW_ALL") == "1"
os.environ["GUIDE_TODAY"] = TODAY.isoformat()

began = time.perf_counter()
wanted = sys.argv[1:]
right: Counter[str] = Counter()
total: Counter[str] = Counter()
faulty: Counter[str] = Counter()
for name, case in CASES.items():
    if wanted and not any(name.startswith(part) for part in wanted):
        continue
    found = judge(case)
    kind = name.rpartition(" / ")[0]
    total[kind] += 1
    right[kind] += not found.faults
    faulty.update(fault.split(" (")[0].split(" ")[0] for fault in found.faults)
    if not found.faults and not (GREEN or (found.advice and not isinstance(case, Slip | Work))):
        continue
    click.echo(f"\n{name}: {', '.join(found.faults) or 'right'}")
    click.echo(f"    {case.path}: {case.old!r} -> {case.new!r}")
    if isinstance(case, Slip | Work):
        click.echo(f"    expected: {case.words}")
    for line in found.told or ("nothing was told",):
        click.echo(f"    told: {line}")
    for line in found.advice if not isinstance(case, Work) else ():
        click.echo(f"    advice: {line}")
click.echo()
for kind in total:
    click.echo(f"{right[kind]:4} of {total[kind]:4}  {kind}")
click.echo(f"\n{sum(right.values())} of {sum(total.values())} right; faults: {dict(faulty)}")
click.echo(f"{time.perf_counter() - began:.0f} s")
