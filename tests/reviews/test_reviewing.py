"""What a reviewer walks through, and what changed since the review before."""

import pytest

from generator.guide import compile_guide
from generator.model.load import load
from generator.model.meaning import Meaning
from generator.reviews.diff import title_of
from generator.reviews.reviewing import (
    Since,
    Stated,
    since_review,
    sources,
    stated,
    subject_named,
    subjects,
)
from tests.project import ENDED, GUIDE, HARBA, ORCA, RESCUE, SAILING, SWAP, TODAY, Project
from tests.repository import commit, git
from tests.reviews.work import NO_REVIEW, guide_before, look

LIST = "Which codes there are, and which changed on 15 December 2018."
EMPLOYERS = "content/employers.md"


def said(name: str, *meanings: Meaning) -> dict[str, Stated]:
    compiled = guide_before()
    assert compiled.guide is not None
    entry = subjects(compiled.read)[name]
    found = list(stated(compiled.guide, compiled.read, entry, *meanings))
    return {f"{fact.name}: {fact.value}": fact for fact in found}


def since(project: Project, name: str) -> Since:
    records = load(project.root)[0]
    return since_review(project.root, records, subjects(records)[name])


def names(found: Since) -> tuple[list[str], list[str]]:
    assert found.unknown == ""
    return [c.name for c in found.facts], [c.name for c in found.sentences]


def test_each_fact_stands_beside_its_source() -> None:
    facts = said("orca", Meaning.FACT)
    assert facts["codes: P22"].source == "The list of permits"
    assert facts["employer: fee: yes"].source == (
        "The page on orchard staff under ORCA, The pages on pacts of towns, The list of permits"
    )
    assert not any(name.startswith("how it works") for name in facts)
    sentences = said("orca", Meaning.SENTENCE)
    assert any(name.startswith("how it works: The ways in are") for name in sentences)
    assert facts.keys().isdisjoint(sentences)


def test_a_page_states_what_the_files_say_that_it_covers() -> None:
    facts = said(EMPLOYERS, Meaning.FACT)
    name = "data/obligations.yml: before: Pay the fee: title: Pay the fee"
    assert facts[name].source == "The list of permits"
    assert "data/steps.yml: steps: Find your line: title: Find your line" in facts
    sentences = said(EMPLOYERS, Meaning.SENTENCE)
    assert any(key.startswith("text: # The employer’s side") for key in sentences)
    assert not any("glossary" in key for key in sentences)


def test_the_pages_that_settle_a_category_come_with_what_they_settle() -> None:
    guide = guide_before().guide
    assert guide is not None
    host = "https://www.canada.ca/en/lighthouses"
    assert sources(guide, guide.categories["orca"]) == [
        f"{host}/transferees.html: Which codes the orchard crafts had on 21 September 2017.",
        f"{host}/free-trade-agreements.html: Who may come under a pact, and on which conditions.",
        f"{host}/exemption-codes.html: {LIST}",
    ]


def test_every_reviewed_record_can_be_named() -> None:
    known = subjects(load(GUIDE)[0])
    assert {"orca", ENDED, "comparison", "finder", "content/index.md"} <= known.keys()
    assert {entry.path for entry in known.values()} >= {ORCA, "data/finder.yml", EMPLOYERS}
    assert title_of(known["finder"]) == "Finder"
    assert title_of(known["harba"]) == "HARBA (BRAHA)"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("harba", "harba"),
        ("harba.yml", "harba"),
        ("data/categories/harba.yml", "harba"),
        ("categories/harba", "harba"),
        ("/categories/harba/", "harba"),
        ("finder", "finder"),
        ("data/finder.yml", "finder"),
        ("content/codes.md", "content/codes.md"),
        ("codes", "content/codes.md"),
        ("codes.md", "content/codes.md"),
        ("/codes/", "content/codes.md"),
        ("/", "content/index.md"),
        ("/categories/", "content/categories/index.md"),
        ("herba", None),
        ("data/terms.yml", None),
    ],
)
def test_a_record_is_known_by_slug_file_and_address(name: str, meant: str | None) -> None:
    assert subject_named(name, guide_before().read) == meant


def test_nothing_changed_since_the_review_that_began_the_history(repository: Project) -> None:
    assert since(repository, "orca") == Since()


def test_facts_count_since_the_date_was_renewed_and_sentences_since_they_were_seen(
    repository: Project,
) -> None:
    repository.replace(HARBA, "  fee: yes", "  fee: no")
    repository.replace(HARBA, "There are two ways in", "There is one way in")
    commit(repository)
    assert names(since(repository, "harba")) == (["employer: fee"], ["how it works"])
    look(repository, HARBA)
    commit(repository)
    repository.replace(HARBA, "Two seasons of mending may", "No season of mending may")
    assert names(since(repository, "harba")) == (["employer: fee"], ["permanent residence"])
    repository.replace(HARBA, NO_REVIEW, "reviewed_on: 2022-11-21\n")
    commit(repository)
    assert since(repository, "harba") == Since()


def test_a_look_of_another_reviewer_leaves_the_sentences_unseen(repository: Project) -> None:
    repository.replace(SAILING, "both schools learn", "no school learns")
    commit(repository)
    look(repository, SAILING, by="review-desk-two")
    look(repository, SAILING, outcome="problem found", note="They learn none.")
    commit(repository)
    assert names(since(repository, "sailing-school-season")) == ([], ["basis"])


def test_a_slip_is_no_change_since_the_review(repository: Project) -> None:
    repository.replace(SWAP, "A lamp that is well kept", "A lamp  that is well kept")
    repository.replace(SWAP, "order: 10", "order: 12")
    assert since(repository, "lighthouse-keeper-swap") == Since()


def test_what_a_page_covers_counts_as_its_own(repository: Project) -> None:
    repository.replace("data/steps.yml", "Match your work to one", "Match nothing to one")
    repository.replace("data/obligations.yml", "title: Keep the papers", "title: Burn the papers")
    facts, sentences = names(since(repository, EMPLOYERS))
    assert "after: Burn the papers: title" in facts
    assert "steps: Find your line: text" in sentences
    assert since(repository, "content/index.md") == Since()


def test_the_history_goes_on_under_an_earlier_name(repository: Project) -> None:
    repository.replace(RESCUE, "Some valleys speak", "No valleys speak")
    commit(repository)
    text = repository.read(RESCUE).replace(
        "order: 30", "order: 30\nformerly: [mountain-rescue-team]"
    )
    git(repository, "rm", "--quiet", RESCUE)
    repository.write("data/categories/ropes.yml", text)
    commit(repository)
    assert names(since(repository, "ropes")) == ([], ["basis"])


def test_a_review_that_is_not_committed_says_so(repository: Project) -> None:
    repository.replace(ORCA, NO_REVIEW, "reviewed_on: 2022-11-21\n")
    assert since(repository, "orca").unknown == "the last review is not committed yet"


def test_without_a_history_it_is_not_known_what_changed(project: Project) -> None:
    assert "not in git" in since(project, "orca").unknown


def test_every_record_of_a_guide_states_something() -> None:
    compiled = compile_guide(GUIDE, TODAY)
    assert compiled.guide is not None
    for entry in subjects(compiled.read).values():
        assert list(stated(compiled.guide, compiled.read, entry, Meaning.FACT)), entry.path
