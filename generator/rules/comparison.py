"""The programme comparison: every cell is filled, and none is in a column that is not there."""

from collections.abc import Iterator
from datetime import date

from generator.model.comparison import Comparison, Feature
from generator.model.records import Entry, Records
from generator.model.slips.misspelt import grouped
from generator.problems.problem import Problem
from generator.rules.names import hint, told_at_definition


def every_cell_filled(records: Records, _today: date) -> Iterator[Problem]:
    """Each feature has one text for each programme."""
    if (comparison := records.comparison) is None:
        return
    programmes: list[str] = []
    for number, column in enumerate(comparison.record.programmes):
        if column.key in programmes:
            message = f"the key `{column.key}` is used twice: write one that tells them apart"
            place = comparison.place("programmes", number, "key")
            yield Problem("repeated-name", message, place)
            return  # without two columns, what the rows fill means nothing
        programmes.append(column.key)
    defined = {p: comparison.place("programmes", n, "key") for n, p in enumerate(programmes)}
    uses = grouped(
        (key, comparison.place("features", number, "cells", key, key=True))
        for number, feature in enumerate(comparison.record.features)
        for key in feature.cells
    )
    told = dict(
        told_at_definition(uses, defined, comparison.path, "comparison-cell", "column")
        if len(comparison.record.features) > 1
        else ()
    )
    yield from told.values()
    settled = {key for key in programmes if told and key not in uses}
    for number, feature in enumerate(comparison.record.features):
        missing = [key for key in programmes if key not in feature.cells and key not in settled]
        unknown = [key for key in feature.cells if key not in programmes and key not in told]
        yield from _cells(comparison, number, missing, unknown)
    yield from _repeated_rows(comparison)


def _cells(
    comparison: Entry[Comparison], number: int, missing: list[str], unknown: list[str]
) -> Iterator[Problem]:
    """Tell what is wrong with a row; a misspelt programme is not told as missing as well."""
    feature = comparison.record.features[number]
    if len(missing) == len(unknown) == 1:
        place = comparison.place("features", number, "cells", unknown[0], key=True)
        message = f"there is no programme `{unknown[0]}`: write `{missing[0]}:`, which is missing"
        yield Problem("comparison-cell", message, place)
        return
    for programme in missing:
        message = (
            f"`{feature.title}` has no cell for `{programme}`: write `{programme}:` and"
            " the text; where nothing is known, say so in words"
        )
        yield Problem("comparison-cell", message, comparison.place("features", number, "cells"))
    for key in unknown:
        place = comparison.place("features", number, "cells", key, key=True)
        known = [programme.key for programme in comparison.record.programmes]
        advice = hint(key, known, "`programmes` above")
        if key in Feature.model_fields:
            advice = f"if it is the row’s `{key}:`, begin it below `cells:`, and not further right"
        yield Problem("comparison-cell", f"there is no programme `{key}`: {advice}", place)


def _repeated_rows(comparison: Entry[Comparison]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, feature in enumerate(comparison.record.features):
        if feature.key in seen:
            message = f"the key `{feature.key}` is used twice: write one that tells them apart"
            place = comparison.place("features", number, "key")
            yield Problem("repeated-name", message, place)
        seen.add(feature.key)
