"""Schemas and reference are the same on a machine that runs Python without docstrings."""

import subprocess
import sys

SAYS = """
import sys
from pathlib import Path
from generator.editing.generated import program_files
from generator.outputs import shapes
print(sys.flags.optimize, program_files.__doc__ is None, file=sys.stderr)
for path, text in sorted(program_files().items()):
    print(path, text)
for name, kind in sorted(vars(shapes).items()):
    if isinstance(kind, type) and issubclass(kind, shapes._Shape):
        print(name, kind.model_json_schema(), repr(kind.__doc__))
"""


def said(*options: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, *options, "-c", SAYS], capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr.strip()


def test_what_classes_say_of_themselves_is_not_lost_without_docstrings() -> None:
    usual, bare = said(), said("-OO")
    assert (usual[1], bare[1]) == ("0 False", "2 True")
    assert "Who checked the facts, and when." in usual[0]
    assert usual[0] == bare[0]
