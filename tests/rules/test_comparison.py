import pytest

from generator.problems.problem import Place
from tests.project import Project, problems_of, told

TABLE = "data/comparison.yml"
CELL = "      imp: No. Nobody asks for one.\n"


@pytest.mark.parametrize(
    ("old", "new", "rule", "at", "column", "says"),
    [
        (CELL, "", "comparison-cell", "    cells:", 5, "no cell for `imp`"),
        (CELL, f"{CELL}      zzz: No.\n", "comparison-cell", "      zzz", 7, "no programme `zzz`"),
        (CELL, f"{CELL}      tfpw: Yes.\n", "comparison-cell", "      tfpw", 7, "mean `tfwp`"),
        (CELL, "      imp:\n", "value", "      imp:\n", 7, "write `imp:` and its value"),
        (CELL, '      imp: " "\n', "value", '      imp: " "', 12, "write `imp:` and its value"),
        ("key: speed", "key: The Speed", "value", "key: The Speed", 10, "small letters"),
    ],
)
def test_a_cell_that_is_missing_empty_or_too_many_is_told_at_its_row(
    project: Project, old: str, new: str, rule: str, at: str, column: int, says: str
) -> None:
    project.replace(TABLE, old, new)
    (problem,) = problems_of(project)
    place = Place(TABLE, project.line_of(TABLE, at), column)
    assert (problem.rule, problem.place) == (rule, place)
    assert says in problem.message


def test_a_misspelt_programme_in_one_row_is_told_once_there(project: Project) -> None:
    line = project.replace(TABLE, "      imp: No.", "      ipm: No.")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("comparison-cell", Place(TABLE, line, 7))
    assert "write `imp:`" in problem.message


def test_a_misspelt_programme_is_told_once_where_it_is_defined(project: Project) -> None:
    line = project.replace(TABLE, "  - key: tfwp", "  - key: twfp")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == ("comparison-cell", Place(TABLE, line, 10))
    assert "nobody uses `twfp`" in problem.message


def test_a_new_programme_asks_for_a_cell_in_every_row(project: Project) -> None:
    line = project.line_of(TABLE, "\nfeatures:")
    project.replace(TABLE, "\nfeatures:", "  - key: other\n    title: Other\n\nfeatures:")
    assert len(told(project)) == project.read(TABLE).count("    cells:")
    assert all(place.line > line for _, place in told(project))


def test_the_order_of_cells_is_free(project: Project) -> None:
    project.replace(TABLE, CELL, "")
    project.replace(TABLE, "    source: exemption-", f"{CELL}    source: exemption-")
    assert not told(project)


def test_the_second_of_two_rows_with_one_key_is_told(project: Project) -> None:
    line = project.replace(TABLE, "key: speed", "key: first-step")
    assert told(project) == [("repeated-name", Place(TABLE, line, 10))]


def test_the_second_of_two_programmes_with_one_key_is_told_once(project: Project) -> None:
    line = project.replace(TABLE, "  - key: tfwp", "  - key: imp")
    assert told(project) == [("repeated-name", Place(TABLE, line, 10))]
