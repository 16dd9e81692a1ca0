"""One size after the other: every subject builds in turn, then each preview sees its edits."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.building import BenchError, Cost, cost
from tests.bench.serving import edits_seen
from tests.bench.subjects import RAW, Name, Subject, subjects

_EDITS = 5  # enough to meet the pause of the preview at all its moments
_FEW = 2  # where a rebuild takes so long that the pause matters little
_MANY_RECORDS = 500


@dataclass(slots=True)
class Result:
    """What one subject took at one size.

    Attributes:
        costs: of each build.
        edits: the seconds of each edit; none where no preview was asked for, or there is none.
        page: the bytes of one guide page, the same category's at each size; 0 where none is built.
    """

    costs: list[Cost] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    page: int = 0

    @property
    def build(self) -> float:
        """The median of the builds, in seconds."""
        return median(each.seconds for each in self.costs)

    @property
    def edit(self) -> float | None:
        """The median of the edits, in seconds."""
        return median(self.edits) if self.edits else None

    @property
    def peak(self) -> float:
        """The most memory of any build, in megabytes."""
        return max(each.peak for each in self.costs)


Results = dict[Name, Result]


def warm_up(size: int) -> None:
    """Build everything once, so that what Python and the programs keep for themselves is there."""
    with TemporaryDirectory() as folder:
        for subject in subjects(Path(folder), size):
            _progress(f"warming up: {subject.name}")
            _built(subject)
    _progress("")


def measured(size: int, runs: int, *, serve: bool) -> Results:
    """Measure every subject at a size."""
    with TemporaryDirectory() as folder:
        made = subjects(Path(folder), size)
        results: Results = {subject.name: Result() for subject in made}
        # In turns, so that a machine whose speed drifts drifts for all.
        for run in range(1, runs + 1):
            for subject in made:
                _progress(f"{size:,} records: {subject.name}, build {run} of {runs}")
                results[subject.name].costs.append(_built(subject))
        for subject in made:
            if subject.name != RAW:
                results[subject.name].page = subject.page(subject.slugs[0]).stat().st_size
                if serve:
                    count = _FEW if size >= _MANY_RECORDS else _EDITS
                    tell = _telling(size, subject.name, count)
                    results[subject.name].edits = edits_seen(subject, count, tell)
    _progress("")
    return results


def _built(subject: Subject) -> Cost:
    """Build from nothing, and make sure that the job was done: a page for every category."""
    shutil.rmtree(subject.site, ignore_errors=True)
    took = cost(subject.job, subject.folder, subject.environ())
    if subject.name != RAW:
        missing = [slug for slug in subject.slugs if not subject.page(slug).is_file()]
        if missing:
            raise BenchError(f"{subject.name} has not built {len(missing)} pages: {missing[0]}, …")
    return took


def _telling(size: int, name: Name, count: int) -> Callable[[int], None]:
    return lambda number: _progress(f"{size:,} records: {name}, edit {number} of {count}")


def _progress(text: str) -> None:
    """Show on one line what is going on, where somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
