"""What a change means, gathered and told to people at a terminal and to programs."""

import json

from generator.guide import compile_guide
from generator.reviews.changed_pages import Fate
from generator.reviews.coverage import Branch
from generator.reviews.formats import DiffFormat, written
from generator.reviews.report import report
from tests.project import BAKERY, HARBA, ORCA, RESCUE, SAILING, SWAP, TODAY, Project
from tests.reviews.work import BEGAN, NO_REVIEW, guide_before, look, report_of

UNTOLD = "Which pages change can be told once the problems above are mended."


def text_of(project: Project) -> list[str]:
    return written(report_of(project)).splitlines()


def part(lines: list[str], title: str) -> list[str]:
    """Return the lines below a title."""
    after = lines[lines.index(title) + 1 :]
    end = next((n for n, line in enumerate(after) if not line.startswith("  ")), len(after))
    return [line.removeprefix("  ") for line in after[:end]]


def test_nothing_is_told_of_no_change(project: Project) -> None:
    assert text_of(project) == ["No fact, no sentence and no review is different."]


def test_a_new_category_is_told_with_all_its_facts(project: Project) -> None:
    path = "data/categories/plums.yml"
    project.write(path, project.read(ORCA).replace("ORCA", "PLUM"))
    project.lead_to("plums")
    lines = text_of(project)
    assert part(lines, "Files") == [f"PLUM: added ({path})"]
    facts = part(lines, "Facts")
    for fact in (
        "PLUM: group: added agreement-between-towns",
        "PLUM: codes: added P23",
        "PLUM: codes: added P22",
        "PLUM: who: added cider pressers on contract",
        "PLUM: nationals: added Riverside countries",
        "PLUM: permit type: added employer-specific",
        "PLUM: employer: offer: added yes",
        "PLUM: employer: fee: added yes",
        "PLUM: verify: url: added https://www.canada.ca/en/lighthouses/transferees.html",
    ):
        assert fact in facts
    # Prose of several paragraphs stays one line within its part.
    sentences = part(lines, "Sentences")
    assert any(line.startswith("PLUM: how it works: added The ways in are") for line in sentences)
    assert sentences[-1].startswith("PLUM: verify: notice: added The crafts, their conditions")
    first, second = part(lines, "Waits for the reviewer")
    assert first.startswith("PLUM: this is new, but its review is said to be of May 2022")
    assert second == "Finder (data/finder.yml): facts to check"
    assert "/categories/plums/ (new)" in part(lines, "Pages that change")


def test_what_was_added_is_told_with_all_its_keys_and_again_when_it_goes(project: Project) -> None:
    project.replace(
        "data/comparison.yml",
        "  - key: speed\n",
        "  - key: boats\n    title: Boats\n    cells:\n      imp: A boat.\n      tfwp: No boat.\n"
        "  - key: speed\n",
    )
    project.replace(
        "data/codes.yml",
        "\n  - code: K61\n",
        "\n  - code: K60\n    subject: Oars\n    history:\n      standing: not recorded\n"
        "      note: Seen on a wall.\n  - code: K61\n",
    )
    project.replace(
        SAILING,
        "questions:\n",
        "questions:\n  - question: Do I need a boat?\n    answer: The school has one.\n",
    )
    project.replace(
        "data/reviewers.yml",
        "review-desk-two:\n",
        "review-desk-three:\n  name: Review Desk Three\n  title: RCIC\n  licence: R000044\n"
        "  regulator: the CICC\n  github: desk-three\n\nreview-desk-two:\n",
    )
    lines = text_of(project)
    facts = [
        "Reviewers: review-desk-three: name: added Review Desk Three",
        "Reviewers: review-desk-three: title: added RCIC",
        "Reviewers: review-desk-three: licence: added R000044",
        "Reviewers: review-desk-three: regulator: added the CICC",
        "Codes: K60: code: added K60",
        "Codes: K60: subject: added Oars",
        "Comparison: features: boats: key: added boats",
        "Comparison: features: boats: cells: imp: added A boat.",
        "Comparison: features: boats: cells: tfwp: added No boat.",
    ]
    official = [
        "Codes: K60: history: standing: added not recorded",
        "Codes: K60: history: note: added Seen on a wall.",
    ]
    sentences = [
        "Sailing school season: questions: Do I need a boat?: question: added Do I need a boat?",
        "Sailing school season: questions: Do I need a boat?: answer: added The school has one.",
        "Comparison: features: boats: title: added Boats",
    ]
    ours = "What IRCC's pages say (no review covers it)"
    assert sorted(part(lines, "Facts")) == sorted(facts)
    assert sorted(part(lines, ours)) == sorted(official)
    assert sorted(part(lines, "Sentences")) == sorted(sentences)
    # The other way round, the same is removed.
    before, after = compile_guide(project.root, TODAY), guide_before()
    gone = written(report(before, after, Branch(before.read, after.read, BEGAN))).splitlines()
    for title, told in (("Facts", facts), (ours, official), ("Sentences", sentences)):
        wanted = sorted(line.replace(": added ", ": removed ") for line in told)
        assert sorted(part(gone, title)) == wanted


def test_a_slip_is_told_as_one_and_waits_for_nobody(project: Project) -> None:
    project.replace(HARBA, "Each town lets the other’s", "Each town lets the other's")
    lines = text_of(project)
    (slip,) = part(lines, "Slips (nothing is asked)")
    before, after = "lets the other’s menders in.", "lets the other's menders in."
    assert slip == f"HARBA (BRAHA): basis: Each town {before} -> Each town {after}"
    assert not {"Sentences", "Facts", "Waits for the reviewer"} & set(lines)


def test_looks_are_told_each_in_one_line(project: Project) -> None:
    look(project, RESCUE, outcome="problem found", note="No rope.")
    project.replace(SWAP, "  - date: 2022-03\n", "  - date: 2022-04\n")
    project.replace(BAKERY, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two")
    assert part(text_of(project), "Reviews") == [
        "Lighthouse keeper swap: reviews: lost 2022-03 review-desk-two problem found",
        "Lighthouse keeper swap: reviews: added 2022-04 review-desk-two problem found",
        "Mountain Rescue Team: reviews: added 2022-11-20 review-desk-one problem found",
        "Village bakery help: reviewed by: review-desk-one -> review-desk-two",
    ]


def test_files_that_cannot_be_read_are_told_first_and_no_page_as_gone(project: Project) -> None:
    project.write("data/codes.yml", "codes: [\n")
    found = report_of(project)
    lines = written(found).splitlines()
    assert lines[0] == "To mend"
    assert lines[1].startswith("  data/codes.yml:1: ")
    assert part(lines, "Pages that change") == [UNTOLD]
    assert found.pages is None
    assert json.loads(written(found, DiffFormat.JSON))["pages"] is None


def test_the_page_of_a_file_that_cannot_be_read_is_not_told_as_gone(project: Project) -> None:
    project.write(RESCUE, "title: [\n")
    found = report_of(project)
    assert [problem.place.path for problem in found.problems] == [RESCUE]
    assert found.files == ()
    assert found.pages is not None
    assert Fate.GONE not in {page.fate for page in found.pages}
    assert "/categories/mountain-rescue-team/" not in {page.address for page in found.pages}


def test_what_has_to_be_mended_is_told_apart_from_what_waits(project: Project) -> None:
    project.replace(ORCA, "codes: [P23, P22]", "codes: [P23]")
    project.replace("data/finder.yml", "categories: [orca]", "categories: [orka]")
    lines = text_of(project)
    mend = part(lines, "To mend")
    assert any("did you mean `orca`" in line for line in mend)
    assert any("readers are not told what changed (codes)" in line for line in mend)
    assert not any("does not cover" in line for line in mend)
    assert part(lines, "Waits for the reviewer") == [
        f"ORCA ({ORCA}): facts to check",
        "Finder (data/finder.yml): facts to check",
    ]


def test_the_newest_reviewer_whom_github_can_ask_is_known(project: Project) -> None:
    assert report_of(project).asks_somebody
    project.replace("data/reviewers.yml", "github: desk-two", "github: desk-two\n  left: 2022-10")
    assert not report_of(project).asks_somebody


def test_programs_find_the_same_keys_always(project: Project) -> None:
    project.replace(ORCA, "  fee: yes", "  fee: no")
    told = json.loads(written(report_of(project), DiffFormat.JSON))
    assert list(told) == ["problems", "waiting", "files", "pages"]
    (problem,) = told["problems"]
    assert list(problem) == ["rule", "path", "line", "message"]
    assert (problem["rule"], problem["path"]) == ("change-note", ORCA)
    assert told["waiting"] == [{"path": ORCA, "title": "ORCA", "facts": 1, "sentences": 0}]
    assert told["files"] == [
        {
            "path": ORCA,
            "title": "ORCA",
            "renamed_from": None,
            "added": False,
            "removed": False,
            "review": "not moved",
            "reviewed_on": ["2022-05", "2022-05"],
            "changes": [
                {"key": ["employer", "fee"], "meaning": "fact", "before": "yes", "after": "no"}
            ],
        }
    ]
    assert {"address": "/categories/orca/", "fate": "changed", "tables": []} in told["pages"]
    project.replace(ORCA, NO_REVIEW, "reviewed_on: 2022-11-20\n")
    renewed = json.loads(written(report_of(project), DiffFormat.JSON))["files"][0]
    assert (renewed["review"], renewed["reviewed_on"]) == ("moved", ["2022-05", "2022-11-20"])
