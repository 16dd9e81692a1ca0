import pytest

from generator.problems.problem import Place
from tests.project import HARBA, SWAP, Project, problems_of

CODES = "data/codes.yml"
KEY = "key: menders"


@pytest.mark.parametrize(
    ("old", "key", "says"),
    [
        ("menders", "p23", "is the address of a code on the category's page"),
        ("menders", "p24", "is the address of a code on the category's page"),
        ("keepers-of-books", "menders", "is used twice"),
        ("menders", "main-text", "is an address that every page has"),
    ],
)
def test_a_key_that_is_an_address_already_is_told(
    project: Project, old: str, key: str, says: str
) -> None:
    line = project.replace(HARBA, f"key: {old}", f"key: {key}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("repeated-name", Place(HARBA, line, 10))
    assert f"the key `{key}` {says}" in problem.message


def test_the_address_of_a_family_is_taken_as_well(project: Project) -> None:
    project.replace(HARBA, "codes: [P23, P24]", "codes: [P23, P24, K20 series]")
    line = project.replace(HARBA, KEY, "key: k20-series")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("repeated-name", Place(HARBA, line, 10))


@pytest.mark.parametrize("key", ["p36", "k12", "how-it-works"])
def test_what_is_no_anchor_of_that_page_may_be_a_key(project: Project, key: str) -> None:
    project.replace(HARBA, KEY, f"key: {key}")
    assert problems_of(project) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (HARBA, "    codes: [P23]", "    codes: [P23, P23]", "codes"),
        (HARBA, "ircc_codes: [P36]", "ircc_codes: [P36, P36]", "ircc_codes"),
        (CODES, "members: [", "members: [K20, K20, ", "members"),
    ],
)
def test_a_code_that_is_listed_twice_is_told(
    project: Project, path: str, old: str, new: str, key: str
) -> None:
    line = project.replace(path, old, new)
    told = [problem for problem in problems_of(project) if problem.rule == "repeated-code"]
    assert told
    assert {(problem.place.path, problem.place.line) for problem in told} == {(path, line)}
    assert f"`{key}`: " in told[0].message
    assert "is listed twice: remove the second" in told[0].message


@pytest.mark.parametrize(
    ("path", "old"),
    [
        (HARBA, "    fits: Citizens of either town whose trade is on the list of boats"),
        (SWAP, "fits: Keepers who lead a tower"),
        (HARBA, "  office\n"),
    ],
)
def test_who_it_fits_ends_without_a_full_stop(project: Project, path: str, old: str) -> None:
    line = project.line_of(path, old)
    row = project.read(path).split("\n")[line - 1]
    project.replace(path, f"{row}\n", f"{row}.\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == ("text", path)
    assert line - problem.place.line in {0, 2}  # a longer text begins two lines above
    assert "ends in a full stop: write it without" in problem.message
