from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.guide import compile_guide
from generator.model.guide import Guide
from generator.watch.code_tables import Listed
from generator.watch.fetch import Answer, Fate
from generator.watch.judge import CODES_PAGE, Kind, code_findings, judge
from generator.watch.lock import Seen, read_lock, write_lock
from generator.watch.page import parse, read_page
from generator.watch.report import CLEAN, LOOK, UNREAD, WatchFormat, status, written
from tests.project import TODAY, Project
from tests.watch.server import page

KEY = "mountain-rescue-team"
PACTS = "craft-pact-agreements"
NEW = "is new in a family that the guide covers: add it to data/codes.yml if it concerns a category"
KIND = "text/html; charset=utf-8"


@pytest.fixture
def guide(project: Project) -> Guide:
    found = compile_guide(project.root, TODAY).guide
    assert found is not None
    return found


def answer(
    text: str = "<p>The conditions.</p>", modified: str = "2022-04-01", to: str = ""
) -> Answer:
    return Answer(Fate.READ, page(text, modified).encode(), KIND, to)


def seen(text: str = "<p>The conditions.</p>") -> Seen:
    read = read_page(parse(page(text).encode(), KIND))
    return Seen("https://www.canada.ca/x", "2022-04-01", read.fingerprint, "2022-11-15")


def test_the_same_text_of_before_the_review_is_unchanged(guide: Guide, tmp_path: Path) -> None:
    finding = judge(guide, KEY, answer(), seen(), tmp_path)
    assert (finding.kind, finding.details) == (Kind.UNCHANGED, [])
    assert status([finding]) == CLEAN


def test_what_was_never_seen_is_said_to_be_new_not_unchanged(guide: Guide, tmp_path: Path) -> None:
    assert judge(guide, KEY, answer(), None, tmp_path).kind is Kind.FIRST


def test_a_page_modified_after_a_review_names_the_category_and_both_dates(
    guide: Guide, tmp_path: Path
) -> None:
    finding = judge(guide, KEY, answer(modified="2022-10-03"), seen(), tmp_path)
    assert finding.kind is Kind.CHANGED
    assert finding.details == [
        "modified on 2022-10-03, after the review of Mountain Rescue Team (2022-05)"
    ]
    later = guide.categories[KEY].model_copy(
        update={"reviewed_on": replace(guide.categories[KEY].reviewed_on, first=date(2022, 11, 1))}
    )
    reviewed = replace(guide, categories={**guide.categories, KEY: later})
    assert judge(reviewed, KEY, answer(modified="2022-10-03"), seen(), tmp_path).kind is (
        Kind.UNCHANGED
    )


def test_a_page_names_each_category_that_was_reviewed_before_it_was_modified(
    guide: Guide, tmp_path: Path
) -> None:
    assert judge(guide, PACTS, answer(modified="2022-10-03"), None, tmp_path).details == [
        "modified on 2022-10-03, after the review of HARBA (BRAHA) (2022-05)",
        "modified on 2022-10-03, after the review of ORCA (2022-05)",
    ]


def test_another_text_is_shown_where_the_earlier_one_is_kept(guide: Guide, tmp_path: Path) -> None:
    old = seen()
    (tmp_path / f"{old.fingerprint}.txt").write_text("A page\nThe conditions.", encoding="utf-8")
    finding = judge(guide, KEY, answer("<p>Other conditions.</p>"), old, tmp_path)
    assert finding.kind is Kind.CHANGED
    assert finding.diff[-2:] == ["-The conditions.", "+Other conditions."]
    without = judge(guide, KEY, answer("<p>Other conditions.</p>"), old, tmp_path / "none")
    assert (without.kind, without.diff) == (Kind.CHANGED, [])


def test_a_page_that_moved_says_where_to(guide: Guide, tmp_path: Path) -> None:
    new = "https://www.canada.ca/en/new.html"
    finding = judge(guide, KEY, answer(to=new), seen(), tmp_path)
    assert finding.kind is Kind.MOVED
    assert finding.details == [f"it is at {new} now: write that in data/sources.yml"]


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        (Answer(Fate.GONE, reason="the host answers 404"), Kind.GONE, LOOK),
        (Answer(Fate.UNKNOWN, reason="the host did not answer in time"), Kind.UNKNOWN, UNREAD),
        (Answer(Fate.READ, b"<main></main>", KIND), Kind.UNKNOWN, UNREAD),
        (Answer(Fate.READ, b"x", "text/html; charset=klingon"), Kind.UNKNOWN, UNREAD),
    ],
)
def test_what_cannot_be_read_is_never_unchanged(
    guide: Guide, tmp_path: Path, said: Answer, kind: Kind, code: int
) -> None:
    finding = judge(guide, KEY, said, seen(), tmp_path)
    assert (finding.kind, status([finding])) == (kind, code)


def test_the_page_of_codes_without_a_table_is_unknown(guide: Guide, tmp_path: Path) -> None:
    assert judge(guide, CODES_PAGE, answer(), None, tmp_path).kind is Kind.UNKNOWN
    assert judge(guide, PACTS, answer(modified="2021-09-30"), None, tmp_path).kind is Kind.FIRST


def sound(guide: Guide) -> Listed:
    """Return tables that say what the registry says."""
    codes = guide.codes.codes
    listed = Listed({code.code for code in codes} | {f.first for f in guide.codes.families})
    for code in codes:
        if code.history.successors:
            listed.earlier.add(code.code)
            listed.current.discard(code.code)
            listed.successors[code.code] = {s.code for s in code.history.successors}
    return listed


def test_tables_that_agree_with_the_registry_ask_for_nothing(guide: Guide) -> None:
    assert code_findings(guide, sound(guide)) == []


def test_each_difference_from_the_tables_is_told(guide: Guide) -> None:
    listed = sound(guide)
    listed.current -= {"K10", "K16"}
    listed.earlier.add("K16")
    listed.successors["P23"] = {"P39"}
    listed.current |= {"K64", "Z01", "P39"}
    told = code_findings(guide, listed)
    assert told == [
        "K10 is in data/codes.yml, but the page no longer lists it",
        "K16 is in use in data/codes.yml, but the page lists it as earlier",
        "the page names P39 in place of P23; data/codes.yml does not",
        f"K64 {NEW}",
        f"P39 {NEW}",
    ]


def test_what_needs_a_look_weighs_more_than_what_is_unknown(guide: Guide, tmp_path: Path) -> None:
    gone = judge(guide, KEY, Answer(Fate.GONE, reason="the host answers 404"), None, tmp_path)
    lost = judge(guide, "orca-transferees", Answer(Fate.UNKNOWN, reason="x"), None, tmp_path)
    fine = judge(guide, KEY, answer(), seen(), tmp_path)
    assert status([fine, lost, gone]) == LOOK
    assert status([fine, lost]) == UNREAD
    text = written([fine, lost, gone], WatchFormat.TEXT)
    assert text.startswith("gone: The page on code K16")
    assert text.endswith("3 sources asked: 1 source to look at, 1 source unknown.")
    markdown = written([fine, lost, gone], WatchFormat.MARKDOWN)
    assert markdown.count("### ") == 2
    assert '"kind": "gone"' in written([gone], WatchFormat.JSON)


def test_the_lock_is_written_and_read_again(project: Project) -> None:
    assert read_lock(project.root) == {}
    write_lock(project.root, {KEY: seen()})
    assert read_lock(project.root) == {KEY: seen()}
    assert not [p for p in compile_guide(project.root, TODAY).problems if "lock" in p.place.path]
    project.write("data/sources.lock.json", "{")
    with pytest.raises(ValueError, match="remove it"):
        read_lock(project.root)
