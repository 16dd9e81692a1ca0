"""The wall: no test reads the project's own data/ or content/, but the one that is about them.

An editor's change must not turn a developer's test red, so no such test may know what the real
guide says. Python tells of every file that is opened and every folder that is listed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_stack

from generator.model.layout import REFERENCE, TEMPLATE
from tests.project import ROOT

ALLOWED = {ROOT / "tests" / "test_real_guide.py"}
"""The test modules that are about the real guide."""

_EVENTS = {"open", "os.listdir", "os.scandir", "os.walk"}
# They lie beside the data, and are made of the program.
_MADE = {str(ROOT / path) for path in (REFERENCE, TEMPLATE)}
_FORBIDDEN = tuple(f"{ROOT / name}{os.sep}" for name in ("data", "content"))

_closed = [False]


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what lies behind the wall; Python calls this for each of its events.

    Raises:
        AssertionError: a test asks for a file of the real guide.
    """
    if not _closed[0] or event not in _EVENTS or not isinstance(arguments[0], str | bytes):
        return
    if event == "open" and arguments[1] is None:
        return  # `os.open`, which clears folders away, names files below a folder not told here
    path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100 - `resolve` would open files
    inside = f"{path}{os.sep}".startswith(_FORBIDDEN)
    if inside and path not in _MADE and not _printing():
        raise AssertionError(f"{path} belongs to the real guide: use the frozen one, tests/guide")


def _printing() -> bool:
    """Tell whether a failure is being printed, which looks for the files that its frames name."""
    return any(Path(f.f_code.co_filename).name == "linecache.py" for f, _ in walk_stack(None))


@contextmanager
def opened(module: Path) -> Iterator[None]:
    """Close the wall while a test of a module runs, unless it may read the real guide."""
    _closed[0] = module not in ALLOWED
    try:
        yield
    finally:
        _closed[0] = False
