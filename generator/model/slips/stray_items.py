"""Items that belong to a list whose key is missing, and items that a dash has cut in two."""

from itertools import pairwise

from generator.model.shapes import record_at
from generator.model.slips.findings import (
    Findings,
    in_order,
    is_list,
    node_at,
    records_below,
)
from generator.model.slips.walk import Path
from generator.source.tree import Mapping


def of_another_list(found: Findings) -> None:
    """Find items that belong to a list whose key is missing, or stands among them."""
    told: set[tuple[Path, str]] = set()
    for path in sorted({*found.unknown, *found.texts}, key=in_order):
        name = _list_meant(found, path) if path and isinstance(path[-1], int) else None
        if name is None:
            continue
        item = node_at(found.node, path)
        if (path[:-2], name) not in told and isinstance(item, Mapping):
            told.add((path[:-2], name))
            _tell_list(found, path, name, item)
        unknown, missing = found.unknown.pop(path, ()), found.missing.get(path, ())
        found.told |= {((*path, key), "extra_forbidden") for key in unknown}
        found.told |= {((*path, key), "missing") for key in missing}
        found.told |= {(path, "string_type"), (path[:-1], "too_short")}
        found.told.add(((*path[:-2], name), "missing"))


def _list_meant(found: Findings, path: Path) -> str | None:
    """Return the key of the list that is missing and of which this is an item."""
    record = record_at(found.kind, path[:-2])
    around, item = node_at(found.node, path[:-2]), node_at(found.node, path)
    if record is None or not (
        isinstance(around, Mapping) and isinstance(item, Mapping) and item.values
    ):
        return None
    for name, below in records_below(record):
        is_there = name in around.values or not is_list(record, name)
        if not is_there and item.values.keys() <= {*below.model_fields, name}:
            return name
    return None


def _tell_list(found: Findings, path: Path, name: str, item: Mapping) -> None:
    number = path[-1]
    above = (*path[:-1], number - 1) if isinstance(number, int) else path
    for where, keys in ((above, node_at(found.node, above)), (path, item)):
        if isinstance(keys, Mapping) and name in keys.values:
            column = next(iter(found.keys(path[:-2]).keys.values())).column
            message = f"`{name}:` belongs above this list: begin it in column {column}"
            found.tell(message, keys.keys[name])
            found.unknown[where] = [key for key in found.unknown.get(where, ()) if key != name]
            found.told.add(((*where, name), "extra_forbidden"))
            return
    first = next(iter(item.keys))
    message = f"`{first}` begins an item of `{name}`: write the line `{name}:` above it"
    found.tell(message, item.keys[first])


def cut_items(found: Findings) -> None:
    """Find items that a dash too many has cut in two."""
    for first, second in pairwise(sorted(found.missing, key=in_order)):
        if first[:-1] != second[:-1] or not first or not second:
            continue
        above, below = node_at(found.node, first), node_at(found.node, second)
        if not (isinstance(above, Mapping) and isinstance(below, Mapping)):
            continue
        one, two = first[-1], second[-1]
        apart = isinstance(one, int) and isinstance(two, int) and two - one == 1
        fits = set(found.missing[first]) <= below.values.keys()
        if apart and fits and not above.values.keys() & below.values.keys():
            key = next(iter(below.keys))
            message = (
                f"`{key}` begins an item of its own here, and the item above lacks it: write"
                " two spaces in place of the `- `"
            )
            found.tell(message, below.keys[key])
            lacking = [(first, key) for key in found.missing[first]]
            lacking += [(second, key) for key in found.missing[second]]
            found.told |= {((*path, key), "missing") for path, key in lacking}
