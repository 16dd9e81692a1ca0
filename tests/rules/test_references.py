import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
CODES = "data/codes.yml"


@pytest.mark.parametrize("path", [ORCA, "content/codes.md", "data/comparison.yml"])
def test_a_reviewer_whom_nobody_knows_is_told_at_the_name(project: Project, path: str) -> None:
    line = project.replace(path, "reviewed_by: review-desk-one", "reviewed_by: somebody")
    assert told(project) == [("reviewer", Place(path, line, 14))]


@pytest.mark.parametrize(
    ("path", "old", "new", "rule", "column", "says"),
    [
        (ORCA, "reviewed_by: review-", "reviewed_by: revieu-", "reviewer", 14, "`review-desk-one`"),
        (ORCA, "group: agreement", "group: agrement", "unknown-name", 8, "data/groups.yml"),
        (ORCA, "  - harba", "  - harza", "unknown-name", 5, "did you mean `harba`"),
        (ORCA, "  - harba", "  - orca", "repeated-name", 5, "names itself"),
        (ORCA, "  - lighthouse-keeper-swap", "  - harba", "repeated-name", 5, "listed twice"),
        (CODES, "source: mountain", "source: mountein", "unknown-name", 15, "sources.yml"),
        (CODES, "about: harba", "about: harza", "unknown-name", 12, "did you mean `harba`"),
        (
            CODES,
            "  - first: K21\n",
            "  - first: K21\n    about: nowhere\n",
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
    project.replace(HARBA, "title: HARBA (BRAHA)", "title: orca")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("repeated-name", Place(ORCA, 2, 8))
    assert HARBA in problem.message


def test_the_second_of_two_pages_with_one_title_is_told(project: Project) -> None:
    project.replace("content/reviews.md", "title: ", "title: The codes\nunused: ")
    project.replace("content/reviews.md", 'unused: "Review register"\n', "")
    project.replace("content/codes.md", "title: ", 'title: "the Codes" # ')
    assert told(project) == [("repeated-name", Place("content/reviews.md", 2, 8))]


def test_a_page_may_have_the_title_of_a_category(project: Project) -> None:
    project.replace("content/codes.md", 'title: "', 'title: "ORCA" # ')
    assert not told(project)


@pytest.mark.parametrize("raw", ["", "- a\n", "title: a: b\n"])
def test_a_category_that_cannot_be_read_still_exists_for_others(project: Project, raw: str) -> None:
    project.write(HARBA, raw)
    assert [place.path for _, place in told(project)] == [HARBA]


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
