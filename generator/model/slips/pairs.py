"""Unknown keys and the missing keys that they stand for, so that one slip is told once."""

from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from generator.model.shapes import keys_at
from generator.model.slips.synonyms import key_meant
from generator.model.slips.walk import Path, path_of


def misspelt_keys(details: Sequence[ErrorDetails], kind: Any) -> dict[Path, Path]:
    """Pair each unknown key with the missing key that it most likely stands for."""
    missing = [path_of(detail) for detail in details if detail["type"] == "missing"]
    unknown = [path_of(detail) for detail in details if detail["type"] == "extra_forbidden"]
    pairs: dict[Path, Path] = {}
    for where in unknown:
        if not keys_at(kind, where[:-1]):
            continue
        record = where[:-1]
        paired = {pair[-1] for pair in pairs.values() if pair[:-1] == record}
        beside = [str(at[-1]) for at in missing if at[:-1] == record and at[-1] not in paired]
        if meant := key_meant(str(where[-1]), beside):
            pairs[where] = (*record, meant)
    return pairs


def alone_together(
    unknown: Sequence[Path], missing: Sequence[Path], misspelt: dict[Path, Path]
) -> dict[Path, Path]:
    """Pair the one unknown key of a record with its one missing key, whatever they are called."""
    pairs: dict[Path, Path] = {}
    for where in unknown:
        record = where[:-1]
        if where in misspelt or sum(1 for at in unknown if at[:-1] == record) > 1:
            continue
        lacks = [at for at in missing if at[:-1] == record and at not in misspelt.values()]
        if len(lacks) == 1:
            pairs[where] = lacks[0]
    return pairs


def strangers(
    unknown: Sequence[Path], missing: Sequence[Path], misspelt: dict[Path, Path]
) -> dict[Path, list[Path]]:
    """Return the unknown keys of each record that has several of them, and lacks several."""
    found: dict[Path, list[Path]] = {}
    for record in {path[:-1] for path in unknown}:
        own = [path for path in unknown if path[:-1] == record and path not in misspelt]
        lacks = [at for at in missing if at[:-1] == record and at not in misspelt.values()]
        if len(own) > 1 and len(lacks) > 1:
            found[record] = own
    return found
