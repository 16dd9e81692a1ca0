import re

import pytest

from generator.model.meaning import Meaning
from generator.reviews.diff import Review, compare, renames
from generator.reviews.formats import written
from generator.reviews.report import Report
from tests.project import BAKERY, ENDED, HARBA, ORCA, RESCUE, SAILING, SWAP, Project
from tests.reviews.work import branch, changed, files, guide_before, look, open_in

ORCHARDS = "data/categories/orchards.yml"
ENDING = """title: HARBA
ended:
  on: 2022-10
  why: The bay fell dry.
  instead: [orca]
reviewed_on: 2022-11
reviewed_by: review-desk-one
verify:
  notice: >-
    The list of trades changes with the tides. Look yours up before you row over.
  source: craft-pact-agreements
"""


def shown(project: Project) -> str:
    return written(Report(files(project), ()))


def facts(project: Project) -> list[tuple[str, str | None, str | None]]:
    return [
        (f"{file.title}: {change.name}", change.before, change.after)
        for file in files(project)
        for change in file.of(Meaning.FACT)
    ]


def rename_everywhere(project: Project, old: str, new: str) -> None:
    """Rename a category, and whatever names it, as an editor does."""
    path = f"data/categories/{old}.yml"
    text = project.read(path)
    project.delete(path)
    for folder in ("data", "content"):
        for file in project.path(folder).rglob("*.*"):
            whole = file.read_text("utf-8")
            file.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, whole), "utf-8")
    head, formerly, rest = text.partition("formerly:\n")
    text = f"{head}{formerly or 'formerly:'}{'' if formerly else chr(10)}  - {old}\n{rest}"
    project.write(f"data/categories/{new}.yml", text)


def test_the_same_data_is_no_change(project: Project) -> None:
    assert files(project) == ()
    assert open_in(project) == []
    assert shown(project) == "No fact, no sentence and no review is different."


def test_order_comments_and_line_breaks_are_no_change(project: Project) -> None:
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
    assert files(project) == ()


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
        (HARBA, "[P23, P24]", "[P23]", ("HARBA (BRAHA): codes", "P24", None)),
        (SWAP, "  fee: yes", "  fee: no", ("Lighthouse keeper swap: employer: fee", "yes", "no")),
        (
            ORCA,
            "nationals: Riverside countries\n",
            "",
            ("ORCA: nationals", "Riverside countries", None),
        ),
        (
            "data/comparison.yml",
            "imp: A fee, most of the time.",
            "imp: A fee, always.",
            (
                "Comparison: features: pays: cells: imp",
                "A fee, most of the time.",
                "A fee, always.",
            ),
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
            "title: Ask the crier",
            ("Steps: steps: Ask the crier: title", None, "Ask the crier"),
        ),
        (
            "data/terms.yml",
            "name: Sea and Lake Exchange",
            "name: Sea and River Exchange",
            ("Terms: terms: SLE: name", "Sea and Lake Exchange", "Sea and River Exchange"),
        ),
    ],
)
def test_a_changed_fact_is_told_by_its_name(
    project: Project, path: str, old: str, new: str, expected: tuple[str, ...]
) -> None:
    project.replace(path, old, new)
    assert expected in facts(project)


def test_what_an_official_page_says_of_a_code_is_no_fact_of_the_guide(project: Project) -> None:
    project.replace("data/codes.yml", "standing: in use", "standing: changed")
    (change,) = changed(project)
    assert (change.name, change.meaning) == ("codes: K16: history: standing", Meaning.OFFICIAL)
    assert (
        "\nWhat IRCC's pages say (no review covers it)\n  Codes: K16: hist" in f"\n{shown(project)}"
    )
    assert open_in(project) == []


def test_a_question_of_the_finder_that_moved_is_no_change(project: Project) -> None:
    text = project.read("data/finder.yml")
    start, end = text.index("  - key: role-rivers"), text.index("  - key: role-elsewhere")
    later = text.index("  - key: job")
    moved = text[:start] + text[end:later] + text[start:end] + text[later:]
    project.write("data/finder.yml", moved)
    assert files(project) == ()


def test_what_became_of_a_review_is_told(project: Project) -> None:
    project.replace(ORCA, "reviewed_on: 2022-05", "reviewed_on: 2022-03")
    project.replace(RESCUE, "reviewed_on: 2022-05", "reviewed_on: 2022-11")
    project.replace(SWAP, "codes: [K12]", "codes: [K12, K16]")
    project.replace(HARBA, "permit_type: employer-specific", "permit_type: open")
    project.replace(HARBA, "reviewed_on: 2022-05", "reviewed_on: 2022-05-20")
    became = {file.path: file.review for file in files(project)}
    assert became == {
        ORCA: Review.BACK,
        RESCUE: Review.CONFIRMED,
        SWAP: Review.UNMOVED,
        HARBA: Review.MOVED,
    }
    told = shown(project)
    assert "  ORCA: went back: May 2022 -> March 2022" in told
    assert "  Mountain Rescue Team: confirmed: May 2022 -> November 2022, no fact changed\n" in told
    assert "  Lighthouse keeper swap: not moved (May 2022): it does not cover the facts" in told
    assert "  HARBA (BRAHA): moved: May 2022 -> 20 May 2022" in told


def test_a_misspelt_key_is_no_change_of_facts(project: Project) -> None:
    project.replace(ORCA, "permit_type: ", "permit_typ: ")
    assert open_in(project) == []


def test_a_file_named_like_its_key_is_not_named_twice(project: Project) -> None:
    project.replace("data/codes.yml", "- code: K11\n", "- code: K50\n")
    assert "\n  Codes: K50: subject: added Buns\n" in shown(project)


def test_a_page_is_compared_by_its_sentences(project: Project) -> None:
    path = "content/index.md"
    project.replace(path, "Some are open.", "None is open.")
    line = project.line_of(path, "None is open.")
    project.replace(path, "The two sides", "The three sides")
    (change,) = changed(project)
    assert change.meaning is Meaning.SENTENCE
    assert change.place is not None
    assert change.place.line == line
    assert change.pairs() == [
        (
            "- **Most permits name somebody.** Some are open.",
            "- **Most permits name somebody.** None is open.",
        ),
        ("## The two sides", "## The three sides"),
    ]


def test_nothing_but_the_rename_of_a_category_is_told(project: Project) -> None:
    rename_everywhere(project, "orca", "orchards")
    for path in ("data/finder.yml", "data/codes.yml", "content/index.md"):
        assert "orchards" in project.read(path)
    (file,) = files(project)
    assert file.renamed_from == ORCA
    assert file.path == ORCHARDS
    assert file.changes == ()
    assert open_in(project) == []
    assert shown(project) == f"Files\n  ORCA: renamed ({ORCA} -> {ORCHARDS})"


def test_what_changed_with_the_rename_is_told_beside_it(project: Project) -> None:
    rename_everywhere(project, "village-bakery-help", "bread")
    project.replace("data/categories/bread.yml", "permit_type: open", "permit_type: varies")
    assert facts(project) == [("Village bakery help: permit type", "open", "varies")]


def test_a_category_that_joined_another_was_not_renamed(project: Project) -> None:
    project.delete(SAILING)
    project.replace(RESCUE, "order: 30\n", "order: 30\nformerly: [sailing-school-season]\n")
    after = branch(project).after
    assert renames(guide_before().read, after) == {}
    told = shown(project)
    assert f"Sailing school season: removed ({SAILING})" in told
    assert "renamed" not in told


def test_a_category_that_ended_is_told_as_removed_with_the_reason(project: Project) -> None:
    project.write(HARBA, ENDING)
    (file,) = files(project)
    assert file.ended is not None
    assert shown(project).startswith(
        f"Files\n  HARBA: removed, ended in October 2022 ({HARBA}): The bay fell dry.\n"
    )
    # What its page said before, and says still, is no news: notice, official page, reviewer.
    assert {change.name for change in file.changes} == {
        "title",
        "ended: on",
        "ended: why",
        "ended: instead",
        "reviewed on",
    }
    assert "reviewed by" not in shown(project)


def test_a_change_of_what_has_ended_is_no_removal(project: Project) -> None:
    project.replace(f"data/categories/{ENDED}.yml", "has retired", "has died")
    assert "removed" not in shown(project).replace("ended: why", "")
    ((name, before, after),) = facts(project)
    assert name == "Barge towing: ended: why"
    assert before != after


def test_a_new_category_is_told_with_all_that_it_says(project: Project) -> None:
    project.write("data/categories/new.yml", project.read(BAKERY).replace("Village b", "B"))
    told = shown(project)
    assert "Bakery help: added (data/categories/new.yml)" in told
    for fact in ("group: added interest-of-towns", "codes: added K10", "codes: added K11"):
        assert f"\n  Bakery help: {fact}\n" in told
    assert "\n  Bakery help: summary: added Bakers whose bread" in told


def test_a_file_that_cannot_be_read_is_left_out(project: Project) -> None:
    project.write("data/codes.yml", "codes: [\n")
    project.write(SWAP, "title: [\n")
    project.write("content/find.md", "---\ntitle: [\n---\n")
    assert files(project) == ()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            ORCA,
            "  url: https://www.canada.ca/en/lighthouses/transferees.html",
            "  source: orca-transferees",
        ),
        (
            "content/glossary.md",
            "  url: https://www.canada.ca/en/lighthouses/exemption-codes.html",
            "  source: exemption-codes",
        ),
    ],
)
def test_a_page_that_is_named_in_another_way_is_the_same(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    assert files(project) == ()


def test_another_page_of_the_notice_is_a_changed_fact(project: Project) -> None:
    project.replace(RESCUE, "  source: mountain-rescue-team\n", "  source: exemption-codes\n")
    assert facts(project) == [
        ("Mountain Rescue Team: verify: source", "mountain-rescue-team", "exemption-codes")
    ]


def test_the_moved_address_of_a_source_is_one_line_and_no_fact(project: Project) -> None:
    project.replace("data/sources.yml", "mountain-rescue-c16.html", "rescue.html")
    told = shown(project).splitlines()
    assert told[0] == "Moved addresses"
    assert told[1].startswith("  Sources: mountain-rescue-team: url: https://www.canada.ca/")
    assert len(told) == 2
    assert facts(project) == []
    assert open_in(project) == []


def test_entries_of_one_day_that_changed_places_are_told(project: Project) -> None:
    look(project, ORCA, on="2022-11-20", outcome="problem found", note="A wrong code.")
    look(project, ORCA, on="2022-11-20", outcome="confirmed")
    before = branch(project).after
    text = project.read(ORCA)
    start, middle = text.index("  - date: 2022-11-20"), text.rindex("  - date: 2022-11-20")
    end = text.index("reviewed_on:")
    project.write(ORCA, text[:start] + text[middle:end] + text[start:middle] + text[end:])
    found = compare(before, branch(project).after)
    assert written(Report(found, ())) == "Reviews\n  ORCA: reviews: in another order"
