import pytest

from generator.model.load import load
from generator.model.meaning import Meaning
from generator.model.records import Records
from generator.problems.problem import Place, Problem
from generator.reviews.coverage import uncovered
from generator.reviews.diff import FileChange, Review, compare
from generator.reviews.formats import DiffFormat, written
from tests.project import GUIDE, Project

ORCA = "data/categories/orca.yml"
RESCUE = "data/categories/mountain-rescue-team.yml"
NOTE = "changes:\n  - date: 2022-11-20\n    text: The permit is open now.\n"


@pytest.fixture(scope="module")
def before() -> Records:
    return load(GUIDE)[0]


def changed(project: Project, before: Records) -> tuple[FileChange, ...]:
    return compare(before, load(project.root)[0])


def told(project: Project, before: Records) -> list[Problem]:
    return uncovered(before, load(project.root)[0])


def facts(project: Project, before: Records) -> list[tuple[str, str | None, str | None]]:
    return [
        (f"{file.title}: {change.name}", change.before, change.after)
        for file in changed(project, before)
        for change in file.of(Meaning.FACT)
    ]


def test_the_same_data_is_no_change(project: Project, before: Records) -> None:
    assert changed(project, before) == ()
    assert told(project, before) == []
    assert written((), ()) == "No fact, no wording and no review is different."


def test_order_comments_and_line_breaks_are_no_change(project: Project, before: Records) -> None:
    project.replace(ORCA, "codes: [P23, P22]", "# A comment.\ncodes:\n  - P22\n  - P23")
    project.replace(ORCA, "order: 20\n", "")
    project.replace(ORCA, "permit_type: ", "order: 20\npermit_type: ")
    project.replace(
        ORCA,
        "press cider here, under the accord on orchard\n  ",
        "press cider here,\n  under the accord on orchard ",
    )
    text = project.read("data/terms.yml")
    head, first, *rest = text.split("  - term: ")
    project.write("data/terms.yml", "  - term: ".join([head, *rest, first]))
    assert changed(project, before) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            RESCUE,
            "permit_type: employer-specific",
            "permit_type: open",
            ("Mountain Rescue Team: permit type", "employer-specific", "open"),
        ),
        (ORCA, "[P23, P22]", "[P23, P22, K10]", ("ORCA: codes", None, "K10")),
        (ORCA, "[P23, P22]", "[P23]", ("ORCA: codes", "P22", None)),
        (ORCA, "  fee: yes", "  fee: no", ("ORCA: employer: fee", "yes", "no")),
        (
            ORCA,
            "nationals: Riverside countries\n",
            "",
            ("ORCA: nationals", "Riverside countries", None),
        ),
        (
            "data/codes.yml",
            "standing: in use",
            "standing: changed",
            ("Codes: codes: K16: history: standing", "in use", "changed"),
        ),
        (
            "data/comparison.yml",
            "imp: No. Nobody asks for one.",
            "imp: No.",
            ("Comparison: features: lmia-required: cells: imp", "No. Nobody asks for one.", "No."),
        ),
        (
            "data/finder.yml",
            "categories: [orca]",
            "categories: [orca, village-bakery-help]",
            (
                "Finder: questions: work-rivers: answers: profession: categories",
                None,
                "village-bakery-help",
            ),
        ),
        (
            "data/finder.yml",
            "        programme: tfwp\n",
            "        next: job\n",
            ("Finder: questions: job: answers: none: next", None, "job"),
        ),
        (
            "data/steps.yml",
            "title: Ask for the permit",
            "title: Ask",
            ("Steps: steps", "Ask for the permit", None),
        ),
    ],
)
def test_a_changed_fact_is_told_by_its_name(
    project: Project, before: Records, path: str, old: str, new: str, expected: tuple[str, ...]
) -> None:
    project.replace(path, old, new)
    assert facts(project, before)[0] == expected


def test_wording_is_no_fact_and_asks_for_nothing(project: Project, before: Records) -> None:
    project.replace(ORCA, "Begin as with any pact", "Start as always")
    project.replace(ORCA, "order: 20", "order: 25")
    project.replace("content/codes.md", "## By category", "## Category by category")
    files = changed(project, before)
    assert {change.meaning for file in files for change in file.changes} == {Meaning.WORDING}
    assert {file.review for file in files} == {Review.UNCHANGED}
    assert told(project, before) == []


def test_a_question_of_the_finder_that_is_reworded_or_moved_changes_no_fact(
    project: Project, before: Records
) -> None:
    project.replace("data/finder.yml", "question: Where do you", "question: Which place do you")
    text = project.read("data/finder.yml")
    start, end = text.index("  - key: role-rivers"), text.index("  - key: role-elsewhere")
    later = text.index("  - key: job")
    moved = text[:start] + text[end:later] + text[start:end] + text[later:]
    project.write("data/finder.yml", moved)
    (change,) = [change for file in changed(project, before) for change in file.changes]
    assert (change.name, change.meaning) == (
        "questions: citizenship: question",
        Meaning.WORDING,
    )


def test_a_changed_answer_of_the_finder_needs_its_review(project: Project, before: Records) -> None:
    project.replace("data/finder.yml", "text: Another country", "text: Any other country")
    (problem,) = told(project, before)
    assert (problem.rule, problem.place.path) == ("unreviewed-change", "data/finder.yml")
    project.replace("data/finder.yml", "reviewed_on: 2022-05", "reviewed_on: 2022-11-20")
    assert told(project, before) == []


def test_a_changed_fact_needs_a_review_and_a_note(project: Project, before: Records) -> None:
    project.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    note, review = sorted(told(project, before), key=lambda problem: problem.rule)
    line = project.line_of(RESCUE, "permit_type")
    assert (note.rule, note.place) == ("change-note", Place(RESCUE, line, 1))
    assert review.rule == "unreviewed-change"
    assert review.place.line == project.line_of(RESCUE, "reviewed_on")
    assert "permit type (employer-specific -> open)" in review.message
    project.replace(RESCUE, "reviewed_on: 2022-05", f"{NOTE}reviewed_on: 2022-11-20")
    assert told(project, before) == []
    assert changed(project, before)[0].review is Review.MOVED


@pytest.mark.parametrize("date", ["2022-04", "2021-12-31", "2022-05"])
def test_a_date_that_did_not_move_on_covers_nothing(
    project: Project, before: Records, date: str
) -> None:
    project.replace(ORCA, "  fee: yes", "  fee: no")
    project.replace(ORCA, "reviewed_on: 2022-05", f"{NOTE}reviewed_on: {date}")
    assert [problem.rule for problem in told(project, before)] == ["unreviewed-change"]


def test_a_day_of_the_same_month_is_later_than_the_month(project: Project, before: Records) -> None:
    project.replace(ORCA, "  fee: yes", "  fee: no")
    project.replace(ORCA, "reviewed_on: 2022-05", f"{NOTE}reviewed_on: 2022-05-20")
    assert told(project, before) == []


def test_a_note_that_was_there_before_tells_of_nothing_new(project: Project) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", f"{NOTE}reviewed_on: 2022-05")
    before = load(project.root)[0]
    project.replace(ORCA, "  fee: yes", "  fee: no")
    project.replace(ORCA, "The permit is open", "The permit was open")
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-11")
    assert [problem.rule for problem in told(project, before)] == ["change-note"]


def test_a_review_that_went_back_alone_is_told(project: Project, before: Records) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-03")
    (problem,) = told(project, before)
    assert problem.rule == "unreviewed-change"
    assert "went back from 2022-05 to 2022-03" in problem.message
    assert "ORCA: went back: May 2022 -> March 2022" in written(changed(project, before), ())


def test_a_misspelt_key_is_no_change_of_facts(project: Project, before: Records) -> None:
    project.replace(ORCA, "permit_type: ", "permit_typ: ")
    assert told(project, before) == []


def test_a_file_named_like_its_key_is_not_named_twice(project: Project, before: Records) -> None:
    project.replace("data/codes.yml", "- code: K11\n", "- code: K50\n")
    shown = written(changed(project, before), ())
    assert "\n  Codes: added K50" in shown


def test_a_review_that_moved_alone_is_confirmed(project: Project, before: Records) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-11")
    files = changed(project, before)
    assert files[0].review is Review.CONFIRMED
    assert told(project, before) == []
    assert "ORCA: confirmed: May 2022 -> November 2022" in written(files, ())


def test_the_comparison_needs_a_review_but_no_note(project: Project, before: Records) -> None:
    project.replace("data/comparison.yml", "imp: No. Nobody asks for one.", "imp: No.")
    assert [problem.rule for problem in told(project, before)] == ["unreviewed-change"]


def test_a_category_that_has_gone_leaves_its_address(project: Project, before: Records) -> None:
    project.delete(ORCA)
    problems = told(project, before)
    assert [problem.rule for problem in problems] == ["missing-page"]
    assert "formerly: [orca]" in problems[0].message
    assert "ORCA: removed" in written(changed(project, before), ())


def test_a_renamed_category_keeps_its_facts(project: Project, before: Records) -> None:
    text = project.read(ORCA) + "formerly: [orca]\n"
    project.delete(ORCA)
    project.write("data/categories/orchards.yml", text)
    assert told(project, before) == []
    (file,) = changed(project, before)
    assert file.renamed_from == ORCA
    assert not file.of(Meaning.FACT)
    after = load(project.root)[0]
    project.replace("data/categories/orchards.yml", "formerly: [orca]\n", "")
    lost = uncovered(after, load(project.root)[0])
    assert [problem.rule for problem in lost] == ["missing-page"]


def test_a_new_category_is_told_and_asks_for_no_note(project: Project, before: Records) -> None:
    project.write("data/categories/new.yml", project.read(ORCA).replace("ORCA", "New"))
    assert "New: added (data/categories/new.yml)" in written(changed(project, before), ())
    assert told(project, before) == []


def test_markdown_lets_no_text_be_more_than_text(project: Project, before: Records) -> None:
    project.replace(ORCA, "nationals: Riverside countries", "nationals: '@all | `x` <img src=x>'")
    text = written(changed(project, before), (), DiffFormat.MARKDOWN)
    assert "`` @all \\| `x` <img src=x> ``" in text
    assert "**Facts changed that no review covers yet:** `ORCA`" in text
