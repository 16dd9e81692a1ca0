"""Keys that stand in the wrong record: beside the one they belong below, or below it.

Such a key is unknown where it stands and missing where it belongs, which is one slip and not two.
"""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.model.shapes import is_record, keys_at, record_at, unwrap
from generator.model.slips.findings import (
    WRONG_VALUES,
    Findings,
    is_list,
    node_at,
    records_below,
)
from generator.model.slips.stray_items import cut_items, of_another_list
from generator.model.slips.walk import Path, path_of
from generator.source.tree import Listing, Mapping, Node, Scalar


def strays(node: Node, kind: Any, details: Sequence[ErrorDetails]) -> Findings:
    """Return the keys that belong into another record of the file, each slip as one problem."""
    found = Findings(node, kind, details)
    of_another_list(found)
    _too_far_left(found)
    _names_too_far_left(found)
    _too_far_right(found)
    _lines_too_far_left(found)
    cut_items(found)
    return found


def _too_far_left(found: Findings) -> None:
    """Find keys that are not indented below the key to which they belong."""
    for path in found.unknown:
        record = record_at(found.kind, path)
        for name, below in records_below(record) if record else ():
            if run := _run(found, path, name, below):
                _tell_run(found, path, name, run)
                found.told |= {((*path, name, key), "missing") for key in below.model_fields}


def _run(found: Findings, path: Path, name: str, below: type[BaseModel]) -> list[str]:
    """Return the unknown keys that follow a key and belong below it."""
    keys = found.keys(path).values
    value = keys.get(name)
    if isinstance(value, Listing):
        return []
    has = value.values if isinstance(value, Mapping) else {}
    order = list(keys)
    run: list[str] = []
    for key in order[order.index(name) + 1 :] if value is not None else order:
        if key in found.unknown[path] and key in below.model_fields and key not in has:
            run.append(key)
        elif run or value is not None:
            break
    # A line that is gone shows itself only where all that has to be below it is there.
    needed = {key for key, field in below.model_fields.items() if field.is_required()}
    lacks = name in found.missing.get(path, ())
    certain = needed <= set(run) and (lacks or len(run) > 1)
    return run if value is not None or certain else []


def _tell_run(found: Findings, path: Path, name: str, run: list[str]) -> None:
    keys = found.keys(path)
    value = keys.values.get(name)
    found.unknown[path] = [key for key in found.unknown[path] if key not in run]
    found.told |= {((*path, key), "extra_forbidden") for key in run}
    if isinstance(value, Scalar) and value.text:
        return  # that a text stands in the place of the keys is told by itself
    belong = f"{_listed(run)} {'belong' if run[1:] else 'belongs'} below `{name}:`"
    record = record_at(found.kind, path)
    how = "begin the first with `- ` there" if is_list(record, name) else "indent by two spaces"
    gone = f"write a line `{name}:` above, and " if value is None else ""
    found.tell(f"{belong}: {gone}{how}", keys.keys[run[0]])
    found.told |= {((*path, name), kind) for kind in ("missing", *WRONG_VALUES, "guide")}


def _names_too_far_left(found: Findings) -> None:
    """Find the same where the keys around are names: `licence` beside the name of a person."""
    kind = unwrap(found.kind)
    if get_origin(kind) is not dict or not isinstance(found.node, Mapping):
        return
    below = unwrap(get_args(kind)[1])
    name: str | None = None
    for key, value in found.node.values.items():
        if isinstance(value, Mapping):
            name = key
            continue
        if not is_record(below) or key not in below.model_fields:
            continue
        found.told |= {(path_of(d), d["type"]) for d in found.details if path_of(d)[:1] == (key,)}
        if name is None:
            first = next(iter(found.node.values))
            if key == first and sum(other in below.model_fields for other in found.node.keys) > 1:
                message = f"`{key}` and what follows have no name: write it, with a colon, above"
                found.tell(message, found.node.keys[key])
        else:
            message = f"`{key}` belongs below `{name}:`: indent it by two spaces"
            found.tell(message, found.node.keys[key])
            found.told.add(((name, key), "missing"))


def _too_far_right(found: Findings) -> None:
    """Find keys that are indented below a key beside which they belong."""
    for path, names in found.unknown.items():
        for name in [*names]:
            if _is_name(found, path, name):
                _right(found, path, name, ())
                place = found.keys(path).keys[name]
                found.displaced.append((place.line, frozenset({place.column})))
                continue
            for end in range(len(path) - 1, -1, -1):
                if _belongs(found, path[:end], name):
                    _right(found, path, name, path[:end])
                    break


def _lines_too_far_left(found: Findings) -> None:
    """Find the first line of a text that stands beside its key, and is a key by its colon."""
    for path, names in found.unknown.items():
        keys = found.keys(path)
        order = list(keys.values)
        for name in [*names]:
            above = order[order.index(name) - 1] if name != order[0] else ""
            text = keys.values.get(above)
            if not isinstance(text, Scalar) or text.text.strip():
                continue
            if " " in name or text.style in {"|", ">"}:
                message = (
                    f"this line belongs to the text of `{above}`, and its colon makes a key of it:"
                    " indent it by two spaces more"
                )
                found.tell(message, keys.keys[name])
                names.remove(name)
                found.told |= {((*path, name), "extra_forbidden")}
                found.told |= {((*path, above), told) for told in ("guide", *WRONG_VALUES)}


def _is_name(found: Findings, path: Path, name: str) -> bool:
    """Tell whether a name of the file, with nothing below it, stands among the keys of another."""
    if len(path) != 1 or get_origin(unwrap(found.kind)) is not dict:
        return False
    value = found.keys(path).values[name]
    return isinstance(value, Scalar) and not value.text


def _belongs(found: Findings, outer: Path, name: str) -> bool:
    keys = node_at(found.node, outer)
    return (
        isinstance(keys, Mapping) and name in keys_at(found.kind, outer) and name not in keys.values
    )


def _right(found: Findings, path: Path, name: str, outer: Path) -> None:
    inner, around = node_at(found.node, path), node_at(found.node, outer)
    if not (isinstance(inner, Mapping) and isinstance(around, Mapping)):
        return
    column = next(iter(around.keys.values())).column
    parent = next(step for step in path[len(outer) :] if isinstance(step, str))
    message = (
        f"`{name}` stands below `{parent}:` and belongs beside it: begin it in column {column}"
    )
    found.tell(message, inner.keys[name])
    found.unknown[path].remove(name)
    found.told |= {((*path, name), "extra_forbidden"), ((*outer, name), "missing")}


def _listed(keys: Sequence[str]) -> str:
    quoted = [f"`{key}`" for key in keys]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
