"""What a class says of itself, for whoever runs Python without docstrings (`python -OO`) as well.

Schemas and the editors' reference say it too, and a machine's settings must not change them.
"""

import ast
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def describe(kind: type) -> None:
    """Give a class the docstring of its source back, where Python has dropped it."""
    if kind.__doc__ is None:
        file = getattr(sys.modules.get(kind.__module__), "__file__", None)
        kind.__doc__ = _written(file).get(kind.__qualname__) if file else None


@cache
def _written(file: str) -> Mapping[str, str]:
    """Return the docstring of each class of a module, but for those within something else."""
    tree = ast.parse(Path(file).read_bytes(), file)
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return {one.name: said for one in classes if (said := ast.get_docstring(one))}
