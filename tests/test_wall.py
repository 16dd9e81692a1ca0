from pathlib import Path

import pytest

from tests import wall
from tests.project import GUIDE, ROOT


@pytest.mark.parametrize("name", ["data/settings.yml", "content/index.md"])
def test_a_test_that_opens_the_real_guide_fails(name: str) -> None:
    with pytest.raises(AssertionError, match="belongs to the real guide"):
        (ROOT / name).read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match="use the frozen one"):
        list((ROOT / name).parent.iterdir())


def test_the_frozen_guide_and_copies_may_be_opened(tmp_path: Path) -> None:
    assert (GUIDE / "data/settings.yml").read_text(encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a: b")
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["a.yml"]


def test_only_the_test_of_the_real_guide_may_open_it() -> None:
    assert [path.relative_to(ROOT).as_posix() for path in wall.ALLOWED] == [
        "tests/test_real_guide.py"
    ]
    with wall.opened(*wall.ALLOWED):
        assert (ROOT / "data/settings.yml").read_text(encoding="utf-8")
