import pytest

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity
from generator.rules import check
from tests.project import TODAY, Project, problems_of, told

CETA = "data/categories/ceta.yml"
ICT = "data/categories/intra-company-transfer.yml"
CODES = "data/codes.yml"
PAGE = "content/codes.md"
LISTED = "codes: [T23, T22]"


def advice(project: Project) -> list[Problem]:
    found = check(load(project.root)[0], TODAY)
    return [problem for problem in found if problem.severity is Severity.ADVICE]


@pytest.mark.parametrize(
    ("codes", "rule", "column", "says"),
    [
        ("[T23, T99]", "unknown-code", 14, "T99"),
        ("[X77, T22]", "unknown-code", 9, "data/codes.yml"),
        ("[T23, t22]", "unknown-code", 14, "did you mean `T22`"),
        ("[T23, C20]", "unknown-code", 14, "did you mean"),
        ("[T23, T22, T23]", "repeated-code", 19, "T23 is listed twice"),
        ("[C21+, C21+]", "repeated-code", 15, "C21+ is listed twice"),
        ("[T23, C20  series]", "unknown-code", 14, "did you mean `C20 series`"),
    ],
)
def test_a_code_that_is_unknown_or_listed_twice_is_told_at_the_code(
    project: Project, codes: str, rule: str, column: int, says: str
) -> None:
    line = project.replace(CETA, LISTED, f"codes: {codes}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == (rule, Place(CETA, line, column))
    assert says in problem.message


@pytest.mark.parametrize("codes", ["[T23]", "[C20 series, C21+]", "['C16']"])
def test_codes_and_families_of_the_registry_may_be_listed(project: Project, codes: str) -> None:
    project.replace(CETA, LISTED, f"codes: {codes}")
    assert not told(project)


@pytest.mark.parametrize(
    ("path", "old", "new", "column"),
    [
        (CETA, "title: CETA", "title: CETA Z99", 8),
        (CETA, "- independent pro", "- Z99 pro", 5),
        (CETA, "- question: Which", "- question: Z99", 15),
        ("data/terms.yml", "name: Labour", "name: Z99", 11),
        (CODES, "note: Our reviewer", "note: Z99", 13),
        (PAGE, "title: ", 'title: "Z99" # ', 8),
        (PAGE, "## By category", "## By Z99 category", 7),
        (PAGE, "## By category", "Z99", 1),
        (PAGE, "## By category", "’Z99’", 2),
    ],
)
def test_an_unknown_code_in_prose_is_told_on_its_line(
    project: Project, path: str, old: str, new: str, column: int
) -> None:
    line = project.replace(path, old, new)
    assert told(project) == [("unknown-code", Place(path, line, column))]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (CETA, "suppliers or transferees under the trade"),
        (CETA, "Begin as with any treaty"),
        (PAGE, "Every LMIA exemption code in this guide"),
    ],
)
def test_an_unknown_code_in_a_text_of_several_lines_is_told_on_the_line_that_has_it(
    project: Project, path: str, words: str
) -> None:
    line = project.replace(path, words, f"Z99 {words}")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.line) == ("unknown-code", line)


def test_each_unknown_code_of_a_line_has_its_own_column(project: Project) -> None:
    line = project.replace(PAGE, "## By category", "## Z98, C12 and Z99")
    assert told(project) == [
        ("unknown-code", Place(PAGE, line, 4)),
        ("unknown-code", Place(PAGE, line, 17)),
    ]


def test_places_in_a_page_with_windows_line_ends_are_the_same(project: Project) -> None:
    line = project.replace(PAGE, "## By category", "## By Z99")
    project.write(PAGE, project.read(PAGE).replace("\n", "\r\n"))
    assert told(project) == [("unknown-code", Place(PAGE, line, 7))]


@pytest.mark.parametrize("path", [CETA, PAGE])
@pytest.mark.parametrize("text", ["C20 series", "C20", "C21+", "C21", "C12", "the C20 series."])
def test_codes_and_families_of_the_registry_may_be_named_in_prose(
    project: Project, path: str, text: str
) -> None:
    project.replace(path, "title: ", f'title: "{text}" #')
    assert not told(project)


@pytest.mark.parametrize("text", ["C12 series", "C12+", "C30 series", "C30+", "C99-based"])
def test_a_family_that_the_registry_does_not_have_is_unknown(project: Project, text: str) -> None:
    line = project.replace(CETA, "title: CETA", f"title: {text}")
    assert told(project) == [("unknown-code", Place(CETA, line, 8))]


@pytest.mark.parametrize("text", ["R205", "R706497", "B2B", "C123", "AB12", "c99", "X-C99", "C9"])
def test_what_only_looks_like_a_code_is_none(project: Project, text: str) -> None:
    project.replace(CETA, "title: CETA", f"title: CETA {text}")
    assert not told(project)


def test_a_code_is_told_once_where_a_category_lists_it(project: Project) -> None:
    project.replace(CETA, LISTED, "codes: [Z99]")
    assert [rule for rule, _ in told(project)] == ["unknown-code"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "down", "column", "says"),
    [
        ("  - code: C11\n", "  - code: C10\n", "repeated-code", 0, 11, "C10 is in the registry"),
        ("        - code: T34", "        - code: T39", "unknown-code", 0, 17, "T39"),
        ("standing: superseded", "standing: in use", "value", 0, 17, "disagree"),
        (
            "      standing: in use\n      certainty: stated by IRCC\n",
            "      standing: in use\n",
            "missing-key",
            0,
            17,
            "`certainty:` (stated by IRCC",
        ),
        (
            "      successors:\n        - code: T34\n",
            "",
            "value",
            -1,
            17,
            "a superseded code has successors",
        ),
    ],
)
def test_a_registry_that_contradicts_itself_is_told_where_it_does(
    project: Project, old: str, new: str, rule: str, down: int, column: int, says: str
) -> None:
    line = project.replace(CODES, old, new)
    (problem,) = [found for found in problems_of(project) if found.rule == rule]
    assert (problem.rule, problem.place) == (rule, Place(CODES, line + down, column))
    assert says in problem.message


def test_two_families_of_one_name_are_repeated(project: Project) -> None:
    family = project.read(CODES).split("\nfamilies:\n")[1]
    project.write(CODES, f"{project.read(CODES)}\n{family}")
    lines = project.read(CODES).splitlines()
    second = [n for n, text in enumerate(lines, 1) if text.startswith("  - first:")][2:]
    assert told(project) == [("repeated-code", Place(CODES, line, 12)) for line in second]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("C20", "did you mean `C20 series`?"),
        ("c21", "did you mean `C21+`?"),
        ("t22", "did you mean `T22`?"),
        ("C50", "correct it, or add it to data/codes.yml"),
        ("C13", "correct it, or add it to data/codes.yml"),
    ],
)
def test_a_code_that_only_looks_alike_is_never_proposed(
    project: Project, written: str, advice: str
) -> None:
    project.replace(CETA, "T22]", f"{written}]")
    (problem,) = problems_of(project)
    assert problem.rule == "unknown-code"
    assert advice in problem.message
    assert ("did you mean" in problem.message) == ("did you mean" in advice)


def test_a_superseded_code_is_advice_that_names_its_successors(project: Project) -> None:
    (problem,) = [found for found in advice(project) if found.place.path == ICT]
    line = project.line_of(ICT, "codes: [C12]")
    assert (problem.rule, problem.place) == ("superseded-code", Place(ICT, line, 9))
    assert "C61, C62, C63" in problem.message


def test_a_changed_code_without_a_known_successor_is_advice(project: Project) -> None:
    line = project.replace(CETA, LISTED, "codes: [T43]")
    (problem,) = [found for found in advice(project) if found.place.path == CETA]
    assert (problem.rule, problem.place) == ("superseded-code", Place(CETA, line, 9))
    assert "another code in place of T43" in problem.message


@pytest.mark.parametrize("code", ["C16", "C61", "C10", "C20 series"])
def test_a_code_in_use_or_not_recorded_asks_for_no_advice(project: Project, code: str) -> None:
    project.replace(CETA, LISTED, f"codes: [{code}]")
    assert not [found for found in advice(project) if found.place.path == CETA]
