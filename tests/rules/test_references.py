import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

CETA = "data/categories/ceta.yml"
CUSMA = "data/categories/cusma.yml"
CODES = "data/codes.yml"


@pytest.mark.parametrize("path", [CETA, "content/codes.md", "data/comparison.yml"])
def test_a_reviewer_whom_nobody_knows_is_told_at_the_name(project: Project, path: str) -> None:
    line = project.replace(path, "reviewed_by: nicola-wightman", "reviewed_by: somebody")
    assert told(project) == [("reviewer", Place(path, line, 14))]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "column", "says"),
    [
        (CETA, "reviewed_by: nicola-", "reviewed_by: nicole-", "reviewer", 14, "`nicola-wightman`"),
        (CETA, "group: international", "group: internal", "unknown-name", 8, "data/groups.yml"),
        (CETA, "  - cusma", "  - cuzma", "unknown-name", 5, "did you mean `cusma`"),
        (CETA, "  - cusma", "  - ceta", "repeated-name", 5, "names itself"),
        (CETA, "  - intra-company-transfer", "  - cusma", "repeated-name", 5, "listed twice"),
        (CODES, "source: francophone", "source: frankophone", "unknown-name", 15, "sources.yml"),
        (CODES, "about: cusma", "about: cuzma", "unknown-name", 12, "did you mean `cusma`"),
        (
            CODES,
            "  - first: C21\n",
            "  - first: C21\n    about: nowhere\n",
            "unknown-name",
            12,
            "there is no category `nowhere`",
        ),
    ],
)
def test_a_name_that_leads_nowhere_or_twice_is_told_with_what_to_write(
    project: Project, path: str, old: str, new: str, rule: str, column: int, says: str
) -> None:
    line = project.replace(path, old, new) + new.rstrip("\n").count("\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == (rule, Place(path, line, column))
    assert says in problem.message


def test_the_second_of_two_categories_with_one_title_is_told(project: Project) -> None:
    project.replace(CETA, "title: CETA", "title: cusma (usmca)")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("repeated-name", Place(CUSMA, 2, 8))
    assert CETA in problem.message


def test_the_second_of_two_pages_with_one_title_is_told(project: Project) -> None:
    project.replace("content/reviews.md", "title: ", "title: The codes\nunused: ")
    project.replace("content/reviews.md", 'unused: "Review register"\n', "")
    project.replace("content/codes.md", "title: ", 'title: "the Codes" # ')
    assert told(project) == [("repeated-name", Place("content/reviews.md", 2, 8))]


def test_a_page_may_have_the_title_of_a_category(project: Project) -> None:
    project.replace("content/codes.md", 'title: "', 'title: "CETA" # ')
    assert not told(project)


@pytest.mark.parametrize("raw", ["", "- a\n", "title: a: b\n"])
def test_a_category_that_cannot_be_read_still_exists_for_others(project: Project, raw: str) -> None:
    project.write(CUSMA, raw)
    assert [place.path for _, place in told(project)] == [CUSMA]


@pytest.mark.parametrize("name", ["reviewers", "groups", "sources", "codes"])
def test_names_of_a_file_that_cannot_be_read_are_not_judged(project: Project, name: str) -> None:
    project.write(f"data/{name}.yml", "- a\n")
    assert told(project) == [("value", Place(f"data/{name}.yml"))]


@pytest.mark.parametrize("name", ["reviewers", "groups", "sources"])
def test_no_advice_offers_a_choice_of_nothing(project: Project, name: str) -> None:
    project.write(f"data/{name}.yml", "{}\n")
    found = problems_of(project)
    assert found
    assert not [problem.message for problem in found if "one of ," in problem.message]
