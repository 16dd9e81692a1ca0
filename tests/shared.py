"""What several processes of one test run share: made by the first that asks, waited for by all."""

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 120.0
"""Seconds after which the process that makes a thing is given up. It is no measure of speed."""


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return a folder that `make` has filled, here or in another process of the same run."""
    claim, done = folder.with_suffix(".claim"), folder.with_suffix(".done")
    try:
        claim.touch(exist_ok=False)
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            assert time.monotonic() < end, f"{folder.name} was not made by whoever began it"
            time.sleep(0.05)
        assert done.read_text() == "made", f"{folder.name} could not be made elsewhere in this run"
        return folder
    try:
        make(folder)
    except BaseException:
        done.write_text("failed")
        raise
    done.write_text("made")
    return folder
