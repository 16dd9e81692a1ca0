from pathlib import Path

from generator.preview import panel, put_panel, stand_in
from generator.problems import Place, Problem, Severity

ERROR = Problem("yaml", 'say "<b>"', Place("data/a.yml", 3, 4))
OVERDUE = Problem("review-overdue", "old", Place("data/b.yml"), Severity.WARNING)
ADVICE = Problem("superseded-code", "newer", Place("data/c.yml"), Severity.ADVICE)


def test_without_a_problem_there_is_no_panel() -> None:
    assert panel([]) == ""
    assert panel([ADVICE]) == ""


def test_a_problem_is_shown_with_its_place_and_escaped() -> None:
    text = panel([ERROR])
    assert "data/a.yml:3:4" in text
    assert "say &quot;&lt;b&gt;&quot;" in text
    assert "1 problem:" in text


def test_overdue_reviews_are_told_apart() -> None:
    assert "1 review is overdue" in panel([ERROR, OVERDUE])
    assert 'class="warning"' in panel([OVERDUE])
    assert "cannot be published" not in panel([OVERDUE])


def test_the_panel_stands_at_the_top_of_every_page(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<html><body class="x"><p>Text</p></body></html>')
    (tmp_path / "a" / "index.html").write_text("<p>no body</p>")
    put_panel(tmp_path, [ERROR])
    assert '<body class="x"><section id="guide-problems"' in (tmp_path / "index.html").read_text()
    assert (tmp_path / "a" / "index.html").read_text().startswith("<section")


def test_a_stand_in_expects_nothing_and_says_what_to_do() -> None:
    page = stand_in("a.md", "content/a.md")
    assert page.expected is None
    assert "Mend the problems" in page.markdown
