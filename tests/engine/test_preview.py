from pathlib import Path

from lxml import html

from generator.engine.preview import panel, put_panel, stand_in, with_panel
from generator.problems.problem import Place, Problem, Severity

ERROR = Problem("yaml", 'say "<b>"', Place("data/a.yml", 3, 4))
OVERDUE = Problem("review-overdue", "old", Place("data/b.yml"), Severity.WARNING)
SOON = Problem("review-due-soon", "soon", Place("data/b.yml"), Severity.ADVICE)
ADVICE = Problem("superseded-code", "newer", Place("data/c.yml"), Severity.ADVICE)
USES = {"data/a.yml": ["/", "/codes/"], "data/b.yml": ["every page"]}


def uses(path: str) -> list[str]:
    return USES.get(path, [])


def shown(*problems: Problem, engine: tuple[str, ...] = ()) -> str:
    return panel(problems, uses, engine, "../")


def test_without_a_problem_there_is_no_panel() -> None:
    assert shown() == ""
    assert shown(ADVICE) == ""


def test_a_problem_is_shown_with_its_place_and_escaped() -> None:
    text = shown(ERROR)
    assert "data/a.yml:3:4" in text
    assert "say &quot;&lt;b&gt;&quot;" in text
    assert "<strong>1 problem:" in text
    assert "<strong>2 problems:" in shown(ERROR, ERROR)


def test_the_name_of_a_file_in_no_encoding_is_shown_as_far_as_it_goes() -> None:
    text = shown(Problem("file", "x", Place("content/x\udcff.png")))
    assert "content/x?.png:1:1" in text
    assert text.encode()


def test_a_problem_links_to_the_pages_it_touches() -> None:
    text = shown(ERROR)
    assert 'Shown on: <a href="../">/</a>, <a href="../codes/">/codes/</a>' in text
    assert "Shown on: every page" in shown(OVERDUE)
    assert "Shown on" not in shown(Problem("yaml", "x", Place("data/none.yml")))


def test_overdue_and_soon_due_reviews_are_told_apart_from_problems_and_each_other() -> None:
    text = shown(ERROR, OVERDUE, SOON, SOON)
    assert "<summary>1 review overdue:" in text
    assert "<summary>2 reviews due soon:" in text
    assert text.count("<li") == 4
    assert 'class="error"' in text
    assert 'class="warning"' in shown(OVERDUE)
    assert 'class="warning"' in shown(SOON)
    assert "cannot be published" not in shown(OVERDUE, SOON)


def test_an_overdue_review_that_stops_the_build_is_told_once() -> None:
    text = shown(Problem("review-overdue", "old", Place("data/b.yml")))
    assert "<strong>1 problem:" in text
    assert "<summary>" not in text


def test_warnings_of_the_site_engine_are_shown_and_escaped() -> None:
    text = shown(engine=("a link <to> nowhere",))
    assert "1 warning of the site engine" in text
    assert "a link &lt;to&gt; nowhere" in text


def test_the_panel_stands_at_the_top_of_every_page_with_links_from_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<html><body class="x"><p>Text</p></body></html>')
    (tmp_path / "a" / "index.html").write_text("<p>no body</p>")
    put_panel(tmp_path, [ERROR], uses)
    top, below = (tmp_path / "index.html").read_text(), (tmp_path / "a/index.html").read_text()
    assert '<body class="x"><section id="guide-problems"' in top
    assert 'href="./codes/"' in top
    assert below.startswith("<section")
    assert 'href="../codes/"' in below


def test_a_panel_takes_the_place_of_the_one_before_it() -> None:
    page = with_panel("<html><body>Text</body></html>", shown(OVERDUE))
    page = with_panel(page, shown(ERROR))
    assert page.count('id="guide-problems"') == 1
    assert "data/a.yml:3:4" in page
    assert "data/b.yml" not in page
    assert page.endswith("Text</body></html>")


def test_without_a_problem_no_page_is_touched(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<body></body>")
    put_panel(tmp_path, [ADVICE], uses)
    assert (tmp_path / "index.html").read_text() == "<body></body>"


def test_a_stand_in_expects_nothing_and_says_what_to_do() -> None:
    page = stand_in("a.md", "content/a.md")
    assert page.expected is None
    assert page.record is None
    content = html.fragment_fromstring(page.html, create_parent="div")
    heading, said = content
    assert (heading.tag, heading.text) == ("h1", page.title)
    assert said.text is not None
    assert said.text.startswith("Mend the problems listed above")


def test_a_superseded_code_is_a_note_on_its_category_s_page_alone(tmp_path: Path) -> None:
    (tmp_path / "categories/b").mkdir(parents=True)
    for name in ("index.html", "categories/b/index.html"):
        (tmp_path / name).write_text("<html><body>Text</body></html>")
    place = Place("data/categories/b.yml", 4)
    note = Problem("superseded-code", "IRCC <names> P36", place, Severity.ADVICE)
    put_panel(tmp_path, [note], uses)
    assert (tmp_path / "index.html").read_text() == "<html><body>Text</body></html>"
    text = (tmp_path / "categories/b/index.html").read_text()
    assert "1 note for editors" in text
    assert "data/categories/b.yml:4:1" in text
    assert "IRCC &lt;names&gt; P36" in text
    assert "guide-problems" not in text
