"""What a preview takes over from its last build, and what not."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from generator.engine.kept import KeptPages, contents_of
from generator.pages.article import Article


def article(uri: str = "a.md", html: str = "<p>") -> Article:
    return Article(uri=uri, source=f"content/{uri}", title="A", description="A.", html=html)


def built(kept: KeptPages, made: Article, frame: str = "frame", html: str = "<html>") -> str | None:
    """Build once more with one page; return what was taken over."""
    kept.begin()
    found = kept.page(made, frame)
    if found is None:
        kept.keep(made, html)
    return found


def test_the_very_same_article_in_the_same_frame_is_taken_over() -> None:
    kept, made = KeptPages(), article()
    assert built(kept, made) is None
    assert not kept.is_kept("a.md")
    for _ in range(3):
        assert built(kept, made) == "<html>"
        assert kept.is_kept("a.md")


def test_another_frame_renders_the_page_again() -> None:
    kept, made = KeptPages(), article()
    built(kept, made)
    assert built(kept, made, "another frame", "<new>") is None
    assert not kept.is_kept("a.md")
    assert built(kept, made, "another frame") == "<new>"
    assert built(kept, made) is None, "only the last build counts, not the one before it"


@pytest.mark.parametrize("other", [article(), article(html="<b>")])
def test_another_article_renders_the_page_again(other: Article) -> None:
    kept = KeptPages()
    built(kept, article())
    assert built(kept, other) is None


def test_a_page_is_no_other_page() -> None:
    kept = KeptPages()
    built(kept, article())
    assert built(kept, article("b.md")) is None


def test_a_page_that_a_build_left_out_is_forgotten() -> None:
    kept, made = KeptPages(), article()
    built(kept, made)
    kept.begin()
    assert built(kept, made) is None


def test_a_page_is_not_kept_without_its_frame() -> None:
    kept, made = KeptPages(), article()
    kept.begin()
    kept.keep(made, "<html>")
    assert built(kept, made) is None
    kept.begin()  # the frame of the build before is not this one's
    kept.keep(made, "<html>")
    assert built(kept, made) is None


def test_what_was_taken_over_is_not_replaced_in_the_same_build() -> None:
    kept, made = KeptPages(), article()
    built(kept, made)
    built(kept, made)
    kept.keep(made, "<other>")
    assert kept.is_kept("a.md")
    assert built(kept, made) == "<html>"


def test_any_other_file_or_name_below_a_folder_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    file = tmp_path / "below" / "main.html"
    file.write_text("one", encoding="utf-8")
    states = [contents_of(tmp_path)]
    assert contents_of(tmp_path) == states[0]
    file.write_text("two", encoding="utf-8")  # as long as before, within the same moment
    states.append(contents_of(tmp_path))
    file.rename(tmp_path / "below" / "other.html")
    states.append(contents_of(tmp_path))
    (tmp_path / ".hidden").write_bytes(b"")
    states.append(contents_of(tmp_path))
    assert len(set(states)) == len(states)
    assert contents_of(tmp_path / "nowhere") == ()


def test_what_cannot_be_read_of_a_folder_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path) -> NoReturn:
        raise PermissionError

    (tmp_path / "a.html").write_text("a")
    os.mkfifo(tmp_path / "b.html")
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert contents_of(tmp_path) == (("a.html", b""),)
