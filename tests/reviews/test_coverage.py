import re

import pytest

from generator.model.load import load
from generator.problems.problem import Place, Problem
from generator.reviews.coverage import uncovered
from generator.reviews.diff import compare
from tests.project import BAKERY, ENDED, FAIRS, HARBA, ORCA, RESCUE, SAILING, SWAP, Project
from tests.reviews.work import NO_REVIEW, branch, look, open_in, rules, waits

NEW = "data/categories/snow-shovelling.yml"
NOTE = "changes:\n  - date: 2022-11-20\n    text: It is another one now.\n"

REVERSED = [
    ("data/finder.yml", "Take what comes nearest.", "Never take that.", "data/finder.yml"),
    (ORCA, "Citizens of Riverside countries may graft", "Nobody may graft", ORCA),
    (RESCUE, "whether the team’s work is on the list", "nothing", RESCUE),
    (HARBA, "changes with the tides", "never changes", HARBA),
    (SAILING, "Parts of it are. Some", "No part of it is. Some", SAILING),
    ("data/obligations.yml", "Once for each offer", "Twice for each offer", "content/employers.md"),
    ("data/steps.yml", "Match your work to one", "Match nothing to one", "content/employers.md"),
    ("data/terms.yml", "The accord on orchard", "No accord on orchard", "content/glossary.md"),
    ("data/questions.yml", "Mostly, yes. Most", "Mostly, no. Most", "content/index.md"),
    ("data/groups.yml", "is asked for a test", "is spared a test", "content/categories/index.md"),
    ("content/codes.md", "means that the list has", "means that no list has", "content/codes.md"),
]


def one(project: Project) -> Problem:
    (problem,) = open_in(project)
    return problem


def new_category(project: Project, *, reviewed_on: str) -> None:
    text = project.read(FAIRS).replace("Carnivals and fairs, misc", "Snow shovelling")
    text = text.replace("reviewed_on: 2021-10", f"reviewed_on: {reviewed_on}")
    project.write(NEW, text)


def new_page(project: Project, *, reviewed_on: str) -> None:
    text = project.read("content/glossary.md").replace("The words", "The tides")
    text = text.replace(NO_REVIEW, f"reviewed_on: {reviewed_on}\n")
    project.write("content/tides.md", text)


# New records.


def test_a_copied_category_is_not_reviewed_by_the_review_of_the_other(project: Project) -> None:
    new_category(project, reviewed_on="2021-10")
    problem = one(project)
    assert problem.rule == "unreviewed-change"
    assert problem.place == Place(NEW, project.line_of(NEW, "reviewed_on"), 14)
    assert "is said to be of October 2021, before work on it began (2022-11-01)" in problem.message


def test_a_new_page_needs_a_review_of_its_own(project: Project) -> None:
    new_page(project, reviewed_on="2022-05")
    problem = one(project)
    assert (problem.rule, problem.place.path) == ("unreviewed-change", "content/tides.md")


@pytest.mark.parametrize("on", ["2022-11-01", "2022-11", "2022-11-22"])
def test_what_is_new_and_reviewed_since_the_work_began_asks_for_nothing(
    project: Project, on: str
) -> None:
    new_category(project, reviewed_on=on)
    new_page(project, reviewed_on=on)
    assert open_in(project) == []


def test_a_review_of_the_day_before_is_too_old_for_what_is_new(project: Project) -> None:
    new_category(project, reviewed_on="2022-10-31")
    assert rules(project) == ["unreviewed-change"]


# Facts.


def test_a_changed_fact_needs_a_review_and_a_note(project: Project) -> None:
    line = project.replace(RESCUE, "permit_type: employer-specific", "permit_type: open")
    note, review = sorted(open_in(project), key=lambda problem: problem.rule)
    assert (note.rule, note.place) == ("change-note", Place(RESCUE, line, 14))
    assert (review.rule, review.place) == ("unreviewed-change", Place(RESCUE, line, 14))
    assert "facts changed: permit type (employer-specific -> open)" in review.message
    assert "The review of May 2022 does not cover them: ask Review Desk One" in review.message
    assert "(`imp-guide review mountain-rescue-team`)" in review.message
    project.replace(RESCUE, NO_REVIEW, f"{NOTE}reviewed_on: 2022-11-20\n")
    assert open_in(project) == []


@pytest.mark.parametrize("date", ["2022-04", "2021-12-31"])
def test_an_earlier_date_covers_nothing(project: Project, date: str) -> None:
    project.replace(SWAP, "  fee: yes", "  fee: no")
    project.replace(SWAP, NO_REVIEW, f"changes:\n  - date: {date}\n    text: No fee.\n{NO_REVIEW}")
    assert rules(project) == ["unreviewed-change"]
    project.replace(SWAP, NO_REVIEW, f"reviewed_on: {date}\n")
    assert rules(project) == ["review-record", "unreviewed-change"]


def test_a_day_of_the_same_month_is_later_than_the_month(project: Project) -> None:
    project.replace(ORCA, "  offer: yes", "  offer: no")
    note = "changes:\n  - date: 2022-05-20\n    text: No offer is needed.\n"
    project.replace(ORCA, NO_REVIEW, f"{note}reviewed_on: 2022-05-20\n")
    assert open_in(project) == []


def test_a_note_that_was_there_before_tells_of_nothing_new(project: Project) -> None:
    project.replace(SAILING, NO_REVIEW, f"{NOTE}{NO_REVIEW}")
    before = load(project.root)[0]
    project.replace(SAILING, "codes: [K20 series]", "codes: [K20 series, K16]")
    project.replace(SAILING, "It is another", "It was another")
    project.replace(SAILING, NO_REVIEW, "reviewed_on: 2022-11\n")
    assert rules(project, before) == ["change-note"]


def test_the_comparison_needs_a_review_but_no_note(project: Project) -> None:
    project.replace("data/comparison.yml", "imp: No. Nobody asks for one.", "imp: Yes.")
    problem = one(project)
    assert (problem.rule, problem.place.path) == ("unreviewed-change", "data/comparison.yml")
    assert "(`imp-guide review comparison`)" in problem.message


def test_an_answer_of_the_finder_is_a_fact_of_the_finder(project: Project) -> None:
    project.replace("data/finder.yml", "text: Another country", "text: Any other country")
    assert one(project).rule == "unreviewed-change"
    project.replace("data/finder.yml", NO_REVIEW, "reviewed_on: 2022-11-20\n")
    assert open_in(project) == []


def test_a_fact_of_a_file_without_a_review_waits_for_the_page_that_shows_it(
    project: Project,
) -> None:
    line = project.replace("data/terms.yml", "name: The place for offers", "name: The lock")
    problem = one(project)
    assert (problem.rule, problem.place.path) == ("unreviewed-change", "data/terms.yml")
    assert problem.place.line == line
    assert "facts changed (The words shows them): terms: Portal: name" in problem.message
    assert "(`imp-guide review content/glossary.md`)" in problem.message
    project.replace("content/glossary.md", NO_REVIEW, "reviewed_on: 2022-11-20\n")
    assert open_in(project) == []


def test_many_changed_facts_are_named_in_short(project: Project) -> None:
    text = project.read(BAKERY)
    for old, new in (("codes: [K10, K11]", "codes: [K16]"), ("  offer: no", "  offer: yes")):
        text = text.replace(old, new)
    project.write(BAKERY, text.replace("permit_type: open", "permit_type: varies"))
    message = next(p.message for p in open_in(project) if p.rule == "unreviewed-change")
    assert "codes (removed K10); codes (removed K11); codes (added K16); and 2 more." in message


# Sentences.


@pytest.mark.parametrize(("path", "old", "new", "owner"), REVERSED)
def test_a_reversed_sentence_has_to_be_seen(
    project: Project, path: str, old: str, new: str, owner: str
) -> None:
    project.replace(path, old, new)
    key = new.split(maxsplit=1)[0]
    problem = one(project)
    assert problem.rule == "unseen-wording"
    assert problem.place.path == path
    # Prose is placed where its value begins, a page's text at the line that differs.
    lines = project.read(path).splitlines()
    assert any(key in line for line in lines[problem.place.line - 1 : problem.place.line + 4])
    (waiting,) = waits(project)
    assert (waiting.entry.path, waiting.needs_review) == (owner, False)
    look(project, owner)
    assert open_in(project) == []


@pytest.mark.parametrize(
    "told",
    [
        {"by": "review-desk-two"},
        {"on": "2022-10-31"},
        {"on": "2022-10"},
        {"outcome": "problem found", "note": "That is not so."},
    ],
)
def test_a_look_that_does_not_count_covers_no_sentence(
    project: Project, told: dict[str, str]
) -> None:
    project.replace(ORCA, "Three harvests may count", "No harvest may count")
    look(project, ORCA, **told)
    assert rules(project) == ["unseen-wording"]


def test_a_look_at_another_record_covers_no_sentence(project: Project) -> None:
    project.replace(HARBA, "Two seasons of mending may", "Ten seasons of mending may")
    look(project, RESCUE)
    look(project, "content/index.md")
    assert rules(project) == ["unseen-wording"]


def test_a_look_that_was_there_before_covers_no_sentence(project: Project) -> None:
    look(project, RESCUE, on="2022-11-20")
    before = load(project.root)[0]
    project.replace(RESCUE, "Two winters may count", "No winter may count")
    assert rules(project, before) == ["unseen-wording"]
    # Another look on the same day is another look.
    look(project, RESCUE, on="2022-11-20")
    assert open_in(project, before) == []


def test_a_second_look_of_one_day_covers_what_another_file_says(project: Project) -> None:
    page = "content/employers.md"
    look(project, page, on="2022-11-20")
    before = load(project.root)[0]
    project.replace("data/obligations.yml", "Keep what shows", "Burn what shows")
    assert rules(project, before) == ["unseen-wording"]
    look(project, page, on="2022-11-20")
    assert open_in(project, before) == []


def test_a_newer_review_covers_sentences_too(project: Project) -> None:
    project.replace(SWAP, "kept a lamp of the company for long enough", "never saw a lamp")
    assert rules(project) == ["unseen-wording"]
    project.replace(SWAP, NO_REVIEW, "reviewed_on: 2022-11-21\n")
    assert open_in(project) == []


def test_a_look_at_sentences_covers_no_fact(project: Project) -> None:
    project.replace("data/comparison.yml", "imp: A fee, most of the time.", "imp: No fee.")
    look(project, "data/comparison.yml")
    assert rules(project) == ["unreviewed-change"]


def test_a_note_for_readers_has_to_be_seen(project: Project) -> None:
    project.replace(BAKERY, "Pastry cooks may come too.", "Pastry cooks have to go.")
    problem = one(project)
    assert problem.rule == "unseen-wording"
    assert "changes: 2021-11-15 Pastry cooks" in problem.message


def test_whoever_follows_a_reviewer_answers_for_the_whole(project: Project) -> None:
    project.replace("data/reviewers.yml", 'github: ""\n', 'github: ""\n  left: 2022-10\n')
    project.replace(FAIRS, "Several small ways meet", "No ways meet")
    look(project, FAIRS, by="review-desk-two")
    problem = one(project)
    assert problem.rule == "unseen-wording"
    assert (
        "Review Desk One left in October 2022, so another reviewer has to check the whole of it"
        in problem.message
    )
    assert "--wording" not in problem.message
    (waiting,) = waits(project)
    assert (waiting.by, waiting.needs_review) == ("", True)


# Slips.


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ORCA, "That depends on your country", "That  depends on your country"),
        (FAIRS, "so find the one for your act first", "so find the one for your  act first"),
        (
            HARBA,
            "Bayside and of Northport: boat menders",
            "Bayside and of Northport:  boat menders",
        ),
        ("content/employers.md", "employer’s side", "employer's side"),
        ("data/steps.yml", "It ties the two together.", "It ties the two together"),
    ],
)
def test_a_slip_asks_for_nothing(project: Project, path: str, old: str, new: str) -> None:
    project.replace(path, old, new)
    assert open_in(project) == []


def test_the_repair_of_a_misspelling_asks_for_nothing(project: Project) -> None:
    project.replace(RESCUE, "Two things are looked at", "Two thinngs are looked at")
    project.replace(RESCUE, "with a place in a team", "with a plaace in a team")
    before = load(project.root)[0]
    project.replace(RESCUE, "thinngs", "things")
    project.replace(RESCUE, "plaace", "place")
    assert open_in(project, before) == []
    changes = {
        c.name: c.meaning.value for f in compare(before, load(project.root)[0]) for c in f.changes
    }
    assert changes == {"how it works": "slip", "fits": "slip"}


def test_a_change_of_a_page_is_named_by_its_first_sentence(project: Project) -> None:
    page = "content/employers.md"
    project.replace(page, "A promise in the portal is a promise.", "No promise is a promise.")
    project.replace(page, "before you write.\n\n{{ verify", "when you wrote.\n\n{{ verify")
    message = one(project).message
    assert "\n" not in message
    assert (
        "text (A promise in the portal is a promise. -> No promise is a promise.; and 1 other"
        in message
    )


# The record of reviews.


def test_another_name_under_the_same_review_is_refused(project: Project) -> None:
    project.replace(SAILING, "reviewed_by: review-desk-one", "reviewed_by: review-desk-two")
    problem = one(project)
    assert problem.rule == "review-record"
    assert problem.place.line == project.line_of(SAILING, "reviewed_by")
    assert "restore `review-desk-one`" in problem.message
    project.replace(SAILING, NO_REVIEW, "reviewed_on: 2022-11-20\n")
    assert open_in(project) == []


def test_a_review_that_went_back_is_refused(project: Project) -> None:
    project.replace("content/find.md", NO_REVIEW, "reviewed_on: 2022-03\n")
    problem = one(project)
    assert problem.rule == "review-record"
    assert "`reviewed_on` went back from May 2022 to March 2022" in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Another code stands on the official page.", "All is well."),
        ("    by: review-desk-two\n", "    by: review-desk-one\n"),
        ("  - date: 2022-03\n", "  - date: 2022-04\n"),
    ],
)
def test_a_past_look_that_was_rewritten_is_refused(project: Project, old: str, new: str) -> None:
    project.replace(SWAP, old, new)
    problem = one(project)
    assert (problem.rule, problem.place.path) == ("review-record", SWAP)
    assert "`reviews` lost or changed the entry of March 2022 (problem found)" in problem.message


def test_a_past_look_that_was_removed_is_refused(project: Project) -> None:
    project.write(BAKERY, re.sub(r"reviews:\n(  .*\n){3}", "", project.read(BAKERY)))
    assert "lost or changed the entry of 20 December 2021 (confirmed)" in one(project).message


def test_one_of_two_like_looks_that_was_removed_is_refused(project: Project) -> None:
    look(project, HARBA)
    after_one = project.read(HARBA)
    look(project, HARBA)
    before = load(project.root)[0]
    project.write(HARBA, after_one)
    assert rules(project, before) == ["review-record"]


def test_past_looks_in_another_order_are_refused(project: Project) -> None:
    text = project.read(SWAP)
    start, middle = text.index("  - date: 2022-03"), text.index("  - date: 2022-05")
    end = text.index("reviewed_on:")
    project.write(SWAP, text[:start] + text[middle:end] + text[start:middle] + text[end:])
    problem = one(project)
    assert problem.rule == "review-record"
    assert "in another order" in problem.message
    assert problem.place.line == project.line_of(SWAP, "reviews:")


def test_a_look_between_two_others_is_no_other_order(project: Project) -> None:
    added = "  - date: 2022-04\n    by: review-desk-two\n    outcome: confirmed\n"
    project.replace(SWAP, "  - date: 2022-05\n", f"{added}  - date: 2022-05\n")
    assert open_in(project) == []


def test_a_review_covers_no_change_that_a_note_dates_after_it(project: Project) -> None:
    project.replace(RESCUE, NO_REVIEW, f"{NOTE}reviewed_on: 2022-11-10\n")
    problem = one(project)
    assert problem.rule == "unreviewed-change"
    assert (
        "a note dates its change 20 November 2022, but the review is of 10 Nov" in problem.message
    )
    project.replace(RESCUE, "reviewed_on: 2022-11-10", "reviewed_on: 2022-11")
    assert open_in(project) == []


# Addresses.


def test_a_category_that_has_gone_leaves_its_address(project: Project) -> None:
    new_category(project, reviewed_on="2021-10")
    before = load(project.root)[0]
    project.delete(NEW)
    (problem,) = open_in(project, before)
    assert (problem.rule, problem.place.path) == ("missing-page", NEW)
    assert "readers keep the address /categories/snow-shovelling/" in problem.message
    assert "formerly: [snow-shovelling]" in problem.message


def test_an_earlier_name_that_was_dropped_leaves_its_address(project: Project) -> None:
    project.remove_key(BAKERY, "formerly")
    problem = one(project)
    assert (problem.rule, problem.place.path) == ("missing-page", BAKERY)
    assert "/categories/bakery-help/" in problem.message


def test_a_category_that_ended_and_went_leaves_its_addresses(project: Project) -> None:
    project.delete(f"data/categories/{ENDED}.yml")
    assert rules(project) == ["missing-page", "missing-page"]


def test_a_removal_is_no_rename_into_another_category(project: Project) -> None:
    project.delete(HARBA)
    line = project.replace(ORCA, "order: 20\n", "order: 20\nformerly: [harba]\n") + 1
    problem = one(project)
    assert (problem.rule, problem.place.path, problem.place.line) == ("missing-page", ORCA, line)
    assert "`harba` was a category of its own, and did not become `orca`" in problem.message


def test_what_has_ended_waits_for_its_review(project: Project) -> None:
    text = project.read(f"data/categories/{ENDED}.yml").replace("[horse-towing]", "[]")
    project.write(FAIRS, text.replace("Barge towing", "Fairs"))
    assert rules(project) == ["unreviewed-change"]
    project.replace(FAIRS, "reviewed_on: 2021-10", "reviewed_on: 2022-11-21")
    assert open_in(project) == []


def test_problems_of_a_file_hide_what_they_would_make_up(project: Project) -> None:
    project.replace(SAILING, "permit_type: ", "permit_typ: ")
    assert uncovered(branch(project)) == []
