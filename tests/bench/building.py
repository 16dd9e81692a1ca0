"""What one run of a command costs, measured around a process of its own.

A small process in between starts the command and waits for it: what the system says of its
children is then about that one command, and the bench's own size, which a child has for a moment
before its program is loaded, counts for nothing. So this module imports little.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_KILOBYTES = 1 if sys.platform == "darwin" else 1024
"""How many bytes the system's unit of memory has."""

_LAST = 3_000  # characters of what a failed command said


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds from start to end, and the most memory in megabytes."""

    seconds: float
    peak: float


class BenchError(Exception):
    """A command that should only have been measured has failed."""


def cost(command: Sequence[str], folder: Path, environ: Mapping[str, str]) -> Cost:
    """Run a command in a folder and measure it.

    Raises:
        BenchError: with what the command said, where it failed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.building", *command],
        cwd=folder,
        env=dict(environ),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchError(f"{' '.join(command)} failed in {folder}:\n{done.stderr[-_LAST:]}")
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return Cost(seconds, peak)


def main(command: Sequence[str]) -> int:
    """Run a command; print its seconds and megabytes as the last line, and fail if it fails."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=sys.stderr, check=False)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KILOBYTES / 1_000_000
    sys.stdout.write(f"{json.dumps([seconds, peak])}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
