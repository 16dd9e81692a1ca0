"""Finished articles held against files that people read.

After a change that is meant, renew them with ``GOLDEN=write pytest tests/whole/test_golden.py`` and
read the difference before you commit it.
"""

import os

import pytest

from generator.guide import compile_guide
from tests.project import GUIDE, TODAY

GOLDEN = GUIDE / "golden"


@pytest.mark.parametrize("uri", ["categories/harba.md", "codes.md", "imp-vs-tfwp.md"])
def test_a_page_is_rendered_as_before(uri: str) -> None:
    text = compile_guide(GUIDE, TODAY).pages[uri].html
    file = GOLDEN / uri.replace("/", "-").replace(".md", ".html")
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), (
        f"{file.name} differs: if that is meant, run GOLDEN=write pytest tests/whole/test_golden.py"
    )
