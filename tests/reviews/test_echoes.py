import pytest

from generator.model.load import load
from generator.problems.problem import Place, Severity
from generator.reviews.echoes import echoes
from tests.project import Project
from tests.repository import commit, committed, git, guide
from tests.reviews.work import branch

ORCA = "data/categories/orca.yml"
HARBA = "data/categories/harba.yml"
TABLE = "data/comparison.yml"
FINDER = "data/finder.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "key", "places"),
    [
        (
            HARBA,
            "nationals: Bayside and Northport",
            "nationals: Bayside",
            "nationals",
            ["10 (summary)", "18 (fits)", "21 (who)"],
        ),
        (
            ORCA,
            "  - cider pressers on their own\n",
            "",
            "who",
            ["16 (fits)"],
        ),
        (ORCA, "  fee: yes", "  fee: no", "employer: fee", ["29 (employer)"]),
        (ORCA, "  offer: yes", "  offer: no", "employer: offer", ["29 (employer)"]),
        (
            HARBA,
            "fits: >-\n  Citizens of Bayside and of Northport: boat menders on the list, or",
            "fits: >-\n  Citizens of Bayside:",
            "fits",
            ["10 (summary)", "21 (who)"],
        ),
        (
            HARBA,
            "nationals: Bayside and Northport",
            "nationals: Bayside, Northport and Eastcove",
            "nationals",
            ["10 (summary)", "18 (fits)", "21 (who)"],
        ),
        (
            HARBA,
            "  - book-keepers whom a harbour office",
            "  - clerks whom a harbour office",
            "who",
            ["18 (fits)", "36 (how_it_works)"],
        ),
        (
            "data/categories/village-bakery-help.yml",
            "permit_type: open",
            "permit_type: employer-specific",
            "permit_type",
            ["10 (summary)", "23 (employer)"],
        ),
    ],
)
def test_a_fact_that_changed_is_told_where_it_still_stands(
    project: Project, path: str, old: str, new: str, key: str, places: list[str]
) -> None:
    line = project.replace(path, old, new)
    (found,) = echoes(branch(project))
    assert (found.rule, found.severity) == ("same-fact", Severity.ADVICE)
    assert (found.place.path, abs(found.place.line - line) <= 2) == (path, True)
    assert f"the old `{key}` still stands" in found.message
    for place in places:
        assert f"{path}:{place}" in found.message


def test_pages_and_tables_that_state_the_fact_are_told_by_their_lines(project: Project) -> None:
    project.replace(ORCA, "[P23, P22]", "[P23]")
    assert not echoes(branch(project))
    page = "content/employers.md"
    project.write(page, f"{project.read(page)}\nSome pressers\ncome under P22.\n")
    line = project.line_of(page, "come under P22")
    found = echoes(branch(project))
    assert [problem.message for problem in found if f"{page}:{line}" in problem.message]


def test_a_long_list_of_places_ends_in_a_number(project: Project) -> None:
    text = project.read("content/employers.md")
    lines = "\n".join(f"{n}. Look up P22.\n" for n in range(1, 13))
    project.write("content/employers.md", f"{text}\n{lines}")
    project.replace(ORCA, "[P23, P22]", "[P23]")
    (found,) = echoes(branch(project))
    assert found.message.count("content/employers.md:") == 8
    assert "and 4 more places" in found.message
    for number in range(10):
        project.replace(
            ORCA,
            "questions:\n",
            f"questions:\n  - question: P22, {number}?\n    answer: Yes, P22.\n",
        )
    (found,) = echoes(branch(project))
    assert found.message.count(f"{ORCA}:") + found.message.count("content/") == 8
    assert "and 24 more places" in found.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ORCA, "fits: >-\n  Riverside", "fits: >-\n  All Riverside"),
        (ORCA, "title: ORCA", "title: ORCA permits"),
        (ORCA, "permit_type: employer-specific", "permit_type: employer-specific or open"),
        (ORCA, "may graft trees", "may prune trees"),
        (ORCA, "order: 20", "order: 30"),
        (
            HARBA,
            "  - book-keepers whom a harbour office",
            "  - book-keepers whom any harbour office",
        ),
        (TABLE, "imp: No. Nobody asks for one.", "imp: No. Nobody has asked for one."),
        (TABLE, "- key: first-step", "- key: the-first-step"),
        (FINDER, "      - key: specialist", "      - key: knows-a-trade"),
    ],
)
def test_a_change_without_an_echo_is_silent(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    assert not echoes(branch(project))


def test_what_is_told_of_the_past_is_no_echo(project: Project) -> None:
    project.replace(ORCA, "nationals: Riverside countries", "nationals: Bayside")
    note = "changes:\n  - date: 2022-11-20\n    text: Riverside countries are out.\n"
    before = [problem.message for problem in echoes(branch(project))]
    project.write(ORCA, project.read(ORCA) + note)
    assert [problem.message for problem in echoes(branch(project))] == before


def test_check_and_comment_tell_of_it(project: Project) -> None:
    committed(project)
    git(project, "checkout", "--quiet", "-b", "work")
    project.replace(HARBA, "nationals: Bayside and Northport", "nationals: Bayside")
    commit(project)
    told = guide(project, "check", "--base", "main").stdout
    assert "advice[same-fact]: the old `nationals` still stands" in told
    comment = guide(project, "diff", "main", "--format", "markdown").stdout
    assert "#### The same fact elsewhere" in comment
    assert f"{HARBA}:10 (summary)" in comment


def test_the_place_is_the_one_of_the_changed_fact(project: Project) -> None:
    line = project.replace(HARBA, "nationals: Bayside and Northport", "nationals: Bayside")
    (found,) = echoes(branch(project))
    assert found.place == Place(HARBA, line, 12)


def test_a_number_is_told_with_what_it_counts(project: Project) -> None:
    project.replace(HARBA, "fits: >-\n", "fits: >-\n  For two years, ")
    project.replace(HARBA, "  There are two ways in.", "  A two-year stay has two ways in.")
    before = load(project.root)[0]
    project.replace(HARBA, "  For two years, ", "  For three years, ")
    (found,) = echoes(branch(project, before))
    assert f"in part, in {HARBA}:{project.line_of(HARBA, 'two-year')} (how_it_works):" in (
        found.message
    )


def test_a_title_is_told_in_other_categories_and_not_where_a_file_only_names_it(
    project: Project,
) -> None:
    project.replace(HARBA, "title: HARBA (BRAHA)", "title: Harbours")
    (found,) = [problem for problem in echoes(branch(project)) if problem.place.path == HARBA]
    assert f"{ORCA}:{project.line_of(ORCA, 'those of HARBA')} (how_it_works)" in found.message
    assert "data/finder.yml" not in found.message
    assert "BRAHA" in project.read(HARBA), "an other name that it goes on to have"


def test_a_code_that_is_dropped_is_told_where_the_registry_notes_who_listed_it(
    project: Project,
) -> None:
    codes = "data/codes.yml"
    project.replace(codes, "note: The review lists this", "note: ORCA lists this")
    before = load(project.root)[0]
    project.replace(ORCA, "[P23, P22]", "[P23]")
    (found,) = echoes(branch(project, before))
    assert f"{codes}:{project.line_of(codes, 'lists this code')} (codes)" in found.message
