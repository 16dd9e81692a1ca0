"""Measures builds and edits of this project beside a peer, in one run: `make bench`.

The records are made of the frozen guide of the tests. Figures are printed and none is judged.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import cycle

from tests.bench import report
from tests.bench.building import BenchError
from tests.bench.measuring import Results, measured, warm_up
from tests.bench.records import FEWEST

SIZES = [10, 100, 1_000]
RUNS = [5, 3, 1]
"""How often each size is built: where a build takes long, one run more or less matters little."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every size and print what was found.

    Returns:
        The exit status: 1 where a build or a preview failed, whatever it took.
    """
    given = _parser().parse_args(arguments)
    found: dict[int, Results] = {}
    try:
        warm_up(min(given.sizes))
        print(report.HEAD)
        for size, runs in zip(given.sizes, cycle(given.runs), strict=False):
            found[size] = measured(size, runs, serve=given.serve)
            for row in report.rows(size, found[size]):
                print(row, flush=True)
    except BenchError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    print()
    for line in report.summary(found):
        print(line)
    print(f"\n{report.LEGEND}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=SIZES,
        help=f"numbers of records, {FEWEST} or more each (default: 10,100,1000)",
    )
    parser.add_argument(
        "--runs",
        type=_numbers,
        default=RUNS,
        help="how often each size is built, in the order of the sizes, from the start again where"
        " there are more sizes (default: 5,3,1)",
    )
    parser.add_argument(
        "--no-serve",
        dest="serve",
        action="store_false",
        help="leave the edits out: no preview is started",
    )
    return parser


def _numbers(text: str) -> list[int]:
    """Read whole numbers, with commas between them.

    Raises:
        ArgumentTypeError: there is something else, or a number that is no count.
    """
    try:
        numbers = [int(part) for part in text.split(",")]
    except ValueError:
        numbers = [0]
    if min(numbers) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list such as 10,100")
    return numbers


def _sizes(text: str) -> list[int]:
    """Read sizes; the smallest has to hold the frozen guide's own categories.

    Raises:
        ArgumentTypeError: a size is too small.
    """
    sizes = _numbers(text)
    if min(sizes) < FEWEST:
        raise argparse.ArgumentTypeError(f"a size is {FEWEST} or more: the frozen guide has those")
    return sizes


if __name__ == "__main__":
    sys.exit(main())
