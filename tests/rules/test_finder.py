import pytest

from generator.model.finder import Finder
from generator.model.load import load
from generator.problems.problem import Place
from tests.project import GUIDE, Project, problems_of, told

FINDER = "data/finder.yml"
HARBA = "data/categories/harba.yml"
RIVERS = "next: work-rivers"
ORCA = "categories: [orca]"


def finder() -> Finder:
    entry = load(GUIDE)[0].finder
    assert entry is not None
    return entry.record


@pytest.mark.parametrize(
    ("old", "new", "rule", "at", "column", "says"),
    [
        (RIVERS, "next: work-rivars", "unknown-name", "next: work-rivars", 15, "`work-rivers`?"),
        (ORCA, "categories: [orcca]", "unknown-name", "categories: [orcca]", 22, "mean `orca`"),
        (ORCA, "categories: [orca, orca]", "repeated-name", "[orca, orca]", 28, "listed twice"),
        (RIVERS, "programme: imp", "value", "programme: imp", 20, "write `tfwp`"),
        (f"        {RIVERS}\n", "", "finder-path", "key: rivers", 14, "leads nowhere"),
        (
            RIVERS,
            f"{RIVERS}\n        categories: [orca]",
            "finder-path",
            "key: rivers",
            14,
            "`rivers` has `next` and `categories`",
        ),
        (
            "        categories: [orca]",
            "        categories: []",
            "finder-path",
            "key: profession\n        text: Graft",
            14,
            "`profession` leads nowhere",
        ),
        (
            "key: work-rivers\n",
            "key: citizenship\n",
            "repeated-name",
            "key: citizenship\n    question: What",
            10,
            "used twice",
        ),
        (
            "key: rivers\n",
            "key: elsewhere\n",
            "repeated-name",
            "elsewhere\n        text: An",
            14,
            "",
        ),
        (RIVERS, ORCA, "finder-path", "key: work-rivers", 10, "no answer leads to the question"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_at_its_line(
    project: Project, old: str, new: str, rule: str, at: str, column: int, says: str
) -> None:
    project.replace(FINDER, old, new)
    found = [problem for problem in problems_of(project) if problem.place.path == FINDER]
    expected = (rule, Place(FINDER, project.line_of(FINDER, at), column))
    assert expected in [(problem.rule, problem.place) for problem in found]
    assert says in " ".join(problem.message for problem in found)


def test_one_wrong_name_has_no_follow_up(project: Project) -> None:
    project.replace(FINDER, RIVERS, "next: work-rivars")
    assert [rule for rule, _ in told(project)] == ["unknown-name"]


def test_a_category_that_no_answer_leads_to_is_told(project: Project) -> None:
    text = project.read(FINDER)
    project.write(FINDER, text.replace("          - carnivals-and-fairs-misc\n", ""))
    project.replace(FINDER, "[carnivals-and-fairs-misc]", "[village-bakery-help]")
    (problem,) = problems_of(project)
    place = Place(FINDER, project.line_of(FINDER, "\nquestions:") + 1, 1)
    assert (problem.rule, problem.place) == ("finder-path", place)
    assert "no answer leads to the category `carnivals-and-fairs-misc`" in problem.message


def test_a_new_category_has_to_be_reached(project: Project) -> None:
    project.write(
        "data/categories/new.yml",
        project.read(HARBA).replace("title: HARBA (BRAHA)", "title: New"),
    )
    assert [rule for rule, _ in told(project)] == ["finder-path"]
    project.lead_to("new")
    assert not told(project)


def test_a_way_that_comes_back_is_told_at_each_answer_that_closes_the_loop(
    project: Project,
) -> None:
    project.replace(FINDER, "        programme: tfwp", "        next: work-rivers")
    found = problems_of(project)
    assert {problem.rule for problem in found} == {"finder-path"}
    lines = {problem.place.line for problem in found}
    text = project.read(FINDER).split("\n")
    assert lines
    assert all(text[line - 1].strip().startswith("next: ") for line in lines)
    assert text.index("        next: work-rivers", text.index("  - key: job")) + 1 in lines


def test_a_loop_is_told_once_where_it_leads_back(project: Project) -> None:
    line = project.replace(FINDER, "next: job", "next: citizenship")
    assert told(project) == [("finder-path", Place(FINDER, line, 15))]


def test_what_answers_still_call_a_question_is_told_at_its_second_key(project: Project) -> None:
    line = project.replace(FINDER, "  - key: role-rivers\n", "  - key: role-bay\n")
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.line) == ("repeated-name", line)
    assert "`role-rivers`" in problem.message


def test_an_answer_that_leads_to_its_own_question_is_a_loop(project: Project) -> None:
    line = project.replace(FINDER, "        programme: tfwp", "        next: job")
    assert ("finder-path", Place(FINDER, line, 15)) in told(project)


def test_a_question_with_one_answer_is_told(project: Project) -> None:
    text = project.read(FINDER)
    start = text.index("      - key: rivers")
    project.write(FINDER, text[:start] + text[text.index("\n  - key: work-elsewhere") :])
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place.path) == ("value", FINDER)
    assert "`questions.answers` has too few items" in problem.message


@pytest.mark.parametrize("raw", ["", "- a\n", "title: a: b\n"])
def test_a_category_that_cannot_be_read_has_no_follow_up(project: Project, raw: str) -> None:
    project.write(HARBA, raw)
    assert {place.path for _, place in told(project)} == {HARBA}


def test_a_finder_that_cannot_be_read_has_no_follow_up(project: Project) -> None:
    project.write(FINDER, "- a\n")
    assert told(project) == [("value", Place(FINDER))]


def test_a_renamed_category_is_told_by_its_name_now(project: Project) -> None:
    project.write("data/categories/braha.yml", project.read(HARBA) + "formerly: [harba]\n")
    project.delete(HARBA)
    found = [problem for problem in problems_of(project) if problem.place.path == FINDER]
    assert found
    assert all("its name is `braha` now" in problem.message for problem in found)


def test_no_way_through_the_frozen_finder_is_longer_than_four_questions() -> None:
    by_key = {question.key: question for question in finder().questions}

    def longest(key: str) -> int:
        return 1 + max(longest(a.next) if a.next else 0 for a in by_key[key].answers)

    assert longest(finder().questions[0].key) == 4


def test_every_last_question_has_a_way_on_for_those_who_are_not_sure() -> None:
    for question in finder().questions[1:]:
        assert any("not sure" in answer.text for answer in question.answers), question.key
    assert any(answer.programme == "tfwp" for answer in finder().answers())
