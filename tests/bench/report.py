"""The figures in words and columns. They judge nothing."""

from collections.abc import Callable, Iterator, Mapping

from tests.bench.measuring import Result, Results
from tests.bench.subjects import LEAN, PEER, RAW, US, Name

LEGEND = (
    "build: the whole process, from its start to its end, median of the runs. edit: from saving a"
    "\nrecord to its text being served, median; MkDocs looks for changes twice a second, and that"
    "\nwait is in it. peak: the most memory of a build. page: one guide page as built, the same at"
    "\neach size. Raw work reads the records and renders the peer's Markdown, nothing else, in a"
    "\nprocess of its own like the builds."
)

HEAD = (
    f"{'records':>8}  {'':<14}  {'build s':>8}  {'edit s':>7}  {'peak MB':>7}  {'page bytes':>10}"
)


def rows(size: int, results: Results) -> Iterator[str]:
    """Return a line for each subject at a size."""
    for name, result in results.items():
        edit = "–" if result.edit is None else f"{result.edit:.2f}"
        page = f"{result.page:,}" if result.page else "–"
        yield (
            f"{size:8,}  {name:<14}  {result.build:8.2f}  {edit:>7}  {result.peak:7.0f}  {page:>10}"
        )


def summary(found: Mapping[int, Results]) -> Iterator[str]:
    """Return how this project compares, at each size and as the records become more."""
    yield _line("records", (f"{size:,}" for size in found))
    for peer in (PEER, LEAN):
        yield _line(f"build, to {peer}", _ratios(found, peer, _build))
        yield _line(f"edit, to {peer}", _ratios(found, peer, _edit))
    yield _line("build, to raw work", _ratios(found, RAW, _build))
    yield _line("guide page of this project, bytes", _each(found, lambda r: f"{r[US].page:,}"))
    if len(found) > 1:
        small, large = sorted(found)[-2:]
        yield f"time per category, {large:,} to {small:,}:"
        for name in found[large]:
            grown = found[large][name].build / large / (found[small][name].build / small)
            yield _line(f"  {name}", [f"{grown:.2f}"])


def _build(result: Result) -> float | None:
    return result.build


def _edit(result: Result) -> float | None:
    return result.edit


def _ratios(
    found: Mapping[int, Results], other: Name, figure: Callable[[Result], float | None]
) -> Iterator[str]:
    for results in found.values():
        ours, theirs = figure(results[US]), figure(results[other])
        yield "–" if ours is None or theirs is None else f"{ours / theirs:.2f}"


def _each(found: Mapping[int, Results], cell: Callable[[Results], str]) -> Iterator[str]:
    return (cell(results) for results in found.values())


def _line(title: str, cells: Iterator[str] | list[str]) -> str:
    return f"{title:<34}" + "".join(f"{cell:>10}" for cell in cells)
