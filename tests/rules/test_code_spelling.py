import pytest

from generator.problems.problem import Place, Severity
from tests.project import Project, problems_of

ORCA = "data/categories/orca.yml"
PAGE = "content/employers.md"


def told(project: Project) -> list[tuple[Place, str]]:
    found = [p for p in problems_of(project) if p.rule == "code-spelling"]
    assert all(problem.severity is Severity.ERROR for problem in found)
    return [(problem.place, problem.message) for problem in found]


MISSPELT = [
    ("K1O", "K10"),
    ("Kl2", "K12"),
    ("KI2", "K12"),
    ("K|2", "K12"),
    ("P3o", ""),
    ("P 37", "P37"),
    ("P\u00a037", "P37"),
    ("P-37", "P37"),
    ("P-3O", ""),
    ("p37", "P37"),
    ("k16", "K16"),
    ("P2З", "P23"),
]


@pytest.mark.parametrize(("written", "code"), MISSPELT)
def test_a_code_that_is_misspelt_is_told_in_pages_and_data(
    project: Project, written: str, code: str
) -> None:
    line = project.replace(PAGE, "A promise", f"See {written}, a promise")
    data = project.replace(ORCA, "summary: >-\n  ", f"summary: >-\n  It is {written} now. ") + 1
    places = [place for place, _ in told(project)]
    if not code:
        assert places == []
        return
    written_in_data = project.read(ORCA).split("\n")[data - 1].index(written) + 1
    assert Place(PAGE, line, 5) in places
    if "З" not in written:
        assert places == [Place(PAGE, line, 5), Place(ORCA, data, written_in_data)] or places == [
            Place(ORCA, data, written_in_data),
            Place(PAGE, line, 5),
        ]
    assert all(code in message for _, message in told(project))


@pytest.mark.parametrize(
    "text",
    [
        "K10, K12 and P37",
        "B2B, R205, A4, 4x4, H-1B, LMIA, MP3, CO2, G7",
        "KIO and KOI",
        "Bill P-37",
        "Bills P-36 and P-37",
        "le projet de loi P-37",
        "Form P 37",
        "Schedule K 10",
        "group K 12 people",
        "P 37 %",
        "P 37.5",
        "vitamin K 10 mg",
        "a k 10",
        "P372 and AP37",
        "P-37-B",
        "desk@p37.example, p37.pdf",
        "/p37/ and #k12",
    ],
)
def test_what_is_no_code_is_none(project: Project, text: str) -> None:
    project.replace(PAGE, "A promise", f"{text}: a promise")
    project.replace(ORCA, "summary: >-\n  ", f"summary: >-\n  About {text}, it is. ")
    assert told(project) == []


def test_addresses_calls_and_code_are_left_alone(project: Project) -> None:
    text = "[x](/codes.md#k12) `k12` <https://a.example/k12> [y](https://a.example/?a=k12)"
    project.replace(PAGE, "A promise", f'{text} {{{{ code("k12") }}}} a promise')
    assert told(project) == []


def test_a_code_that_the_registry_does_not_know_is_not_guessed(project: Project) -> None:
    project.replace(PAGE, "A promise", "Z1O, z99 and Z 99: a promise")
    assert told(project) == []


def test_without_a_registry_nothing_is_said(project: Project) -> None:
    project.replace(PAGE, "A promise", "K1O: a promise")
    project.delete("data/codes.yml")
    assert told(project) == []
