"""The programme comparison: every cell is filled, and none is in a column that is not there."""

from collections.abc import Iterator
from datetime import date

from generator.model.records import Records
from generator.problems.problem import Problem
from generator.rules.names import hint


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
    seen: set[str] = set()
    for number, feature in enumerate(comparison.record.features):
        for programme in programmes:
            if programme not in feature.cells:
                message = (
                    f"`{feature.title}` has no cell for `{programme}`: write `{programme}:` and"
                    " the text; where nothing is known, say so in words"
                )
                yield Problem(
                    "comparison-cell", message, comparison.place("features", number, "cells")
                )
        for key in feature.cells:
            if key not in programmes:
                place = comparison.place("features", number, "cells", key, key=True)
                advice = hint(key, programmes, "`programmes` above")
                yield Problem("comparison-cell", f"there is no programme `{key}`: {advice}", place)
        if feature.key in seen:
            message = f"the key `{feature.key}` is used twice: write one that tells them apart"
            place = comparison.place("features", number, "key")
            yield Problem("repeated-name", message, place)
        seen.add(feature.key)
