import pytest
from lxml import html

from generator.guide import compile_guide
from generator.problems.problem import Place, Severity
from tests.builds import find
from tests.project import TODAY, Project, problems_of, told

ORCA = "data/categories/orca.yml"
REVIEW = "  - date: {}\n    by: {}\n    outcome: {}\n"


def reviewed(project: Project, *rows: tuple[str, str, str], more: str = "") -> None:
    listed = "".join(REVIEW.format(*row) for row in rows)
    project.write(ORCA, f"{project.read(ORCA)}reviews:\n{listed}{more}")


def page(project: Project, uri: str) -> html.HtmlElement:
    article = compile_guide(project.root, TODAY).pages[uri]
    root = html.fragment_fromstring(article.html, create_parent="div")
    for link in root.find_class("headerlink"):
        link.drop_tree()
    return root


def below(root: html.HtmlElement, heading: str) -> list[html.HtmlElement]:
    """Return what stands between a heading of the second level and the next."""
    found = find(
        root, f'*[not(self::h2)][preceding-sibling::h2[1][normalize-space() = "{heading}"]]'
    )
    assert found
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ORCA, "  - orca-transferees", "  - orca-transferee"),
        (ORCA, "    answer: >-", "    source: orca-transferee\n    answer: >-"),
        (
            "data/comparison.yml",
            "    title: How long",
            "    source: orca-transferee\n    title: How long",
        ),
        (
            "data/questions.yml",
            "    answer: ",
            "    source: orca-transferee\n    answer: ",
        ),
    ],
)
def test_a_source_that_is_not_there_is_told_at_its_name(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == ("unknown-name", path)
    assert problem.place.line == project.line_of(path, "orca-transferee\n")
    assert "did you mean `orca-transferees`?" in problem.message


def test_a_source_that_is_listed_twice_is_told(project: Project) -> None:
    line = project.replace(ORCA, "  - orca-tr", "  - exemption-codes\n  - orca-tr") + 3
    assert told(project) == [("repeated-name", Place(ORCA, line, 5))]


def test_the_guide_page_lists_its_sources_once(project: Project) -> None:
    _, listed = below(page(project, "categories/orca.md"), "Official pages")
    links = [str(link).rpartition("/")[2] for link in find(listed, "li/a/@href")]
    assert links == ["transferees.html", "free-trade-agreements.html", "exemption-codes.html"]
    assert len(listed) == len(links)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("no", "No."),
        ("varies", "It varies: see the official page."),
        ("not stated by the source", "The official page does not say."),
        ("does not apply", "This does not apply."),
    ],
)
def test_a_cell_says_in_words_what_is_not_known(project: Project, word: str, shown: str) -> None:
    project.replace("data/comparison.yml", "imp: No. Nobody asks for one.", f"imp: {word}")
    # The frozen guide has such words in cells of its own, so only this row counts.
    first, second = find(page(project, "imp-vs-tfwp.md"), './/tr[th/@id = "lmia-required"]/td')
    assert words(first) == shown
    assert words(second).startswith("Yes. The town crier")


def test_past_reviews_are_shown_on_the_register_newest_first(project: Project) -> None:
    me = "review-desk-one"
    reviewed(project, ("2022-04", me, "confirmed"), ("2022-05", me, "changed"))
    (table,) = below(page(project, "reviews.md"), "Past reviews")
    rows = find(table, 'tbody/tr[th/a/@href = "../categories/orca/"]')
    assert [[words(cell) for cell in row] for row in rows] == [
        ["ORCA", "May 2022", "Review Desk One", "Changed"],
        ["ORCA", "April 2022", "Review Desk One", "Confirmed"],
    ]
    dates = find(table, "tbody/tr/td/time/@datetime")
    assert dates == ["2022-05", "2022-05", "2022-04", "2022-03", "2021-12-20"]
    assert told(project) == []


@pytest.mark.parametrize(
    ("row", "rule", "says"),
    [
        (("2022-12", "review-desk-one", "confirmed"), "review-date", "in the future"),
        (("2022-06", "review-desk-one", "confirmed"), "review-date", "one of the two is wrong"),
        (("2022-05", "review", "confirmed"), "reviewer", "there is no reviewer `review`"),
        (("2022-05", "review-desk-one", "fine"), "value", "write one of"),
        (("2022-05", "review-desk-one", "problem found"), "missing-key", "write in `note:`"),
    ],
)
def test_past_reviews_that_contradict_are_told(
    project: Project, row: tuple[str, str, str], rule: str, says: str
) -> None:
    reviewed(project, row)
    found = [problem for problem in problems_of(project) if problem.rule == rule]
    assert any(says in problem.message for problem in found)


def test_a_problem_that_was_found_is_a_warning_until_a_later_review(project: Project) -> None:
    me = "review-desk-one"
    reviewed(project, ("2022-06", me, "problem found"), more="    note: Another code.\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.severity) == ("review-problem", Severity.WARNING)
    assert "in June 2022 (Another code.)" in problem.message
    project.write(ORCA, project.read(ORCA) + REVIEW.format("2022-07", me, "changed"))
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-07")
    assert told(project) == []
