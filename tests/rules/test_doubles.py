import pytest

from generator.model.load import load
from generator.problems.problem import Place, Problem, Severity
from generator.rules.brackets import brackets_close
from generator.rules.doubles import (
    names_differ_from_title,
    nothing_stands_twice,
    texts_differ,
)
from tests.project import TODAY, Project, problems_of

HARBA = "data/categories/harba.yml"
LAMP = "data/categories/lighthouse-keeper-swap.yml"
BREAD = "data/categories/village-bakery-help.yml"
NOTE = "changes:\n  - date: 2021-12\n    text: The permit names no bakery, any more!\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "second", "first"),
    [
        (
            "data/questions.yml",
            "How long does a permit take?",
            "DO I need an offer",
            "DO I",
            "Do I",
        ),
        ("data/steps.yml", "Ask for the permit", "Find your line!", "your line!", "your line\n"),
        ("data/terms.yml", "term: SLE", "term: orca", "term: orca", "term: ORCA"),
        ("data/obligations.yml", "Pass on the number", "Pay: the fee", "Pay: the", "Pay the fee"),
        ("data/comparison.yml", "What the employer pays", "the first step", "the f", "The f"),
        ("data/comparison.yml", "TFWP (test first)", "IMP, no test", "IMP, no", "IMP (no"),
        (
            "data/finder.yml",
            "text: A Riverside country",
            "text: bayside or Northport",
            "bays",
            "Bays",
        ),
        ("data/firm.yml", "A long talk", "A FIRST look", "A FIRST", "A first"),
        (
            "data/groups.yml",
            "One good turn for another",
            "in the Interest of towns",
            "in the Int",
            "In the int",
        ),
        (
            "data/sources.yml",
            "url: https://www.canada.ca/en/lighthouses/mountain-rescue-c16.html",
            "url:  https://www.canada.ca/en/lighthouses/exemption-codes.html",
            "url:  https",
            "url: https",
        ),
        (
            "data/reviewers.yml",
            "licence: R000043",
            "licence:  R000042",
            "licence:  R",
            "licence: R",
        ),
        (
            "data/reviewers.yml",
            "name: Review Desk Two",
            "name: review desk one",
            "review d",
            "Review D",
        ),
        (
            LAMP,
            "  - watch leaders\n",
            "  - watch leaders\n  - Watch leaders\n",
            "Watch",
            "- watch l",
        ),
        (HARBA, "  - BRAHA\n", "  - BRAHA\n  - braha\n", "- braha", "- BRAHA"),
        (
            HARBA,
            "    title: Book-keepers",
            "    title: Boat-menders",
            "Boat-m",
            "title: Boat menders",
        ),
        (HARBA, "      - what: Tools", "      - what: trade", "what: trade", "what: Trade"),
        (
            HARBA,
            "      - a plank that you mended",
            "      - A letter of the harbour office",
            "A letter",
            "- a letter",
        ),
        (
            HARBA,
            "mistakes:\n",
            "mistakes:\n  - A guest of Bayside is no citizen, of Bayside!\n",
            "A guest of Bayside is no citizen of",
            "A guest of Bayside is no citizen, of",
        ),
        (
            LAMP,
            "  - the book of the lamp\n",
            "  - the book of the lamp\n  - The book of the lamp\n",
            "- The book",
            "- the book",
        ),
        (
            LAMP,
            "asked:\n",
            "asked:\n  - what: Time at a LAMP\n    meaning: One year\n",
            "Time at a lamp",
            "Time at a LAMP",
        ),
        (BREAD, "changes:\n", NOTE, "bakery any more", "bakery, any more"),
    ],
)
def test_what_stands_twice_is_told_at_the_second(
    project: Project, path: str, old: str, new: str, second: str, first: str
) -> None:
    new = f'"{new}"' if ": the fee" in new else new
    project.replace(path, old, new)
    (told,) = problems_of(project)
    assert (told.rule, told.place.path) == ("repeated-name", path)
    assert told.place.line == project.line_of(path, second)
    assert f"first on line {project.line_of(path, first)}" in told.message


def found(project: Project, rule: object) -> list[Problem]:
    assert callable(rule)
    return list(rule(load(project.root)[0], TODAY))


def test_the_frozen_guide_has_nothing_twice(project: Project) -> None:
    for rule in (
        nothing_stands_twice,
        texts_differ,
        names_differ_from_title,
        brackets_close,
    ):
        assert not found(project, rule), rule


def test_the_same_on_another_day_is_no_double(project: Project) -> None:
    project.replace(BREAD, "changes:\n", NOTE.replace("2021-12", "2021-09"))
    assert not found(project, nothing_stands_twice)


def test_two_routes_may_ask_for_the_same(project: Project) -> None:
    other = "  - key: keepers-of-books\n"
    papers = "    papers:\n      - a letter of the harbour office\n"
    project.replace(HARBA, other, f"{other}{papers}")
    assert not found(project, nothing_stands_twice)


def test_one_duty_may_stand_before_and_after_the_permit(project: Project) -> None:
    project.replace("data/obligations.yml", "title: Keep the papers", "title: Pay the fee")
    assert not found(project, nothing_stands_twice)


def test_parts_of_one_page_may_be_two_sources(project: Project) -> None:
    project.replace("data/sources.yml", "mountain-rescue-c16.html", "exemption-codes.html#k16")
    assert not found(project, nothing_stands_twice)


def test_a_long_answer_that_was_copied_is_advice(project: Project) -> None:
    path = "data/questions.yml"
    again = "As long as it takes. The official page has today’s times."
    project.write(path, project.read(path) + f"  - question: And then?\n    answer: {again}\n")
    (told,) = found(project, texts_differ)
    assert told.severity is Severity.ADVICE
    assert told.place == Place(path, project.line_of(path, "And then?") + 1, 13)
    project.write(path, project.read(path).replace(again, "It depends."))
    assert not found(project, texts_differ)


def test_two_cells_of_a_row_that_say_the_same_are_advice(project: Project) -> None:
    same = "A fee that is paid once for each offer."
    project.replace("data/comparison.yml", "A fee, most of the time.", same)
    assert not found(project, texts_differ)
    row = project.read("data/comparison.yml").partition(same)[2]
    other = row.partition("tfwp: ")[2].partition("\n")[0]
    line = project.replace("data/comparison.yml", f"tfwp: {other}", f"tfwp: {same}")
    (told,) = found(project, texts_differ)
    assert (told.severity, told.place.line) == (Severity.ADVICE, line)


def test_another_categorys_title_as_a_name_is_advice(project: Project) -> None:
    project.replace(HARBA, "  - BRAHA\n", "  - orca\n")
    (told,) = found(project, names_differ_from_title)
    assert told.severity is Severity.ADVICE
    assert "is the title of data/categories/orca.yml" in told.message


def test_a_title_is_no_other_name(project: Project) -> None:
    project.replace(HARBA, "also_known_as:\n", "also_known_as:\n  - harba, BRAHA\n")
    (told,) = found(project, names_differ_from_title)
    assert "is the title already" in told.message
    assert told.place.line == project.line_of(HARBA, "harba, BRAHA")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(Bayside and Northport", True),
        ("Bayside) and Northport", True),
        ("[Bayside and Northport", True),
        ("(Bayside) and [Northport]", False),
        ("a) Bayside, 2) Northport", False),
        ("(a) Bayside, (b) Northport", False),
        ("Bayside :-) and Northport", False),
    ],
)
def test_a_bracket_without_a_pair_is_advice(project: Project, text: str, told: bool) -> None:
    project.replace(HARBA, "nationals: Bayside and Northport", f'nationals: "{text}"')
    advice = found(project, brackets_close)
    assert [problem.severity for problem in advice] == ([Severity.ADVICE] if told else [])
