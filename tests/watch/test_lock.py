import json
from dataclasses import asdict, replace
from datetime import date

import pytest

from generator.model.load import load
from generator.watch.kept_texts import fingerprint_of, keep, kept_text, problems_of
from generator.watch.lock import DamagedLockError, Seen, read_lock, write_lock
from tests.project import Project

LOCK = "data/sources.lock.json"
KEY = "tide-law"
TEXT = "# The tides\nThe sea comes and goes.\n"
SEEN = Seen(
    "https://laws-lois.justice.gc.ca/eng/tides/",
    "2022-04-01",
    fingerprint_of(TEXT),
    "2022-11-15",
    ("archived: This page has been archived.",),
    ("successor P23 P39",),
)
ADVICE = "run `git checkout data/sources.lock.json`, and never edit it by hand"


def test_the_lock_is_written_and_read_again(project: Project) -> None:
    assert read_lock(project.root) == {}
    write_lock(project.root, {KEY: SEEN})
    assert read_lock(project.root) == {KEY: SEEN}


def entry(**other: object) -> str:
    return json.dumps({KEY: asdict(SEEN) | other}, indent=2)


WITHOUT = json.dumps({KEY: {k: v for k, v in asdict(SEEN).items() if k != "seen"}})
DAMAGED: dict[str, tuple[str | bytes, int]] = {
    "nothing": ("", 1),
    "half": ('{\n  "tide-law": {', 2),
    "a notice of no kind": (entry(notices=["retired: This page."]), 7),
    "a notice without words": (entry(notices=["archived"]), 7),
    "a list": ("[]", 1),
    "a number": ("5", 1),
    "no UTF-8": (b'{\n "\xff"', 2),
    "null characters": ("{\x00}", 1),
    "nested": ("[" * 100_000, 1),
    "digits": ("[" + "9" * 10_000 + "]", 1),
    "a source that is a text": ('{"tide-law": "x"}', 1),
    "a source that is a list": ('{"tide-law": []}', 1),
    "a source twice": ('{"tide-law": {}, "tide-law": {}}', 1),
    "a key that is a path": (json.dumps({"../../x": asdict(SEEN)}), 1),
    "a key with capitals": (json.dumps({"Tide": asdict(SEEN)}), 1),
    "a missing value": (WITHOUT, 1),
    "an unknown value": (entry(more="x"), 13),
    "a fingerprint that is a path": (entry(fingerprint="../../secret"), 5),
    "a short fingerprint": (entry(fingerprint="ab"), 5),
    "a fingerprint in capitals": (entry(fingerprint="A" * 64), 5),
    "a fingerprint with a null": (entry(fingerprint="a" * 63 + "\0"), 5),
    "a day that is none": (entry(seen="2022-11-31"), 6),
    "a day in words": (entry(modified="yesterday"), 4),
    "no day": (entry(seen=""), 6),
    "a number for an address": (entry(url=5), 3),
    "another scheme": (entry(url="file:///etc/passwd"), 3),
    "one text for a list": (entry(notices="archived"), 7),
    "a list of numbers": (entry(differences=[1]), 10),
    "half a sign": (entry(differences=["\ud800"]), 10),
    "a control sign": (entry(notices=["\x1b[31m"]), 7),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_lock_is_told_in_one_line_with_its_place(project: Project, kind: str) -> None:
    text, line = DAMAGED[kind]
    project.write(LOCK, text)
    with pytest.raises(DamagedLockError) as told:
        read_lock(project.root)
    said = str(told.value)
    assert said.startswith(f"{LOCK} is damaged (")
    assert said.endswith(ADVICE)
    assert "\n" not in said
    assert "Error" not in said
    (problem,) = problems_of(project.root, {KEY})
    assert (problem.rule, problem.place.path) == ("seen-page", LOCK)
    assert problem.place.line == line, said


def test_a_lock_that_a_merge_left_with_both_sides_says_how_to_take_one(project: Project) -> None:
    both = entry().replace('    "seen"', '<<<<<<< HEAD\n    "seen"')
    project.write(LOCK, both)
    with pytest.raises(DamagedLockError) as told:
        read_lock(project.root)
    assert str(told.value) == (
        f"{LOCK} is damaged (a merge has left both sides in it): run `git checkout --ours"
        f" data/seen {LOCK}`, then `imp-guide watch --update`"
    )
    assert told.value.line == 6


def test_nothing_was_seen_later_than_today(project: Project) -> None:
    write_lock(project.root, {KEY: SEEN})
    assert read_lock(project.root, date(2022, 11, 15)) == {KEY: SEEN}
    with pytest.raises(DamagedLockError, match=r"seen on 2022-11-15, and today is 2022-11-14"):
        read_lock(project.root, date(2022, 11, 14))


def test_a_folder_or_a_link_in_the_place_of_the_lock_is_told(project: Project) -> None:
    project.path(LOCK).mkdir()
    with pytest.raises(DamagedLockError, match=r"this is a folder.*git checkout"):
        read_lock(project.root)
    project.path(LOCK).rmdir()
    project.path(LOCK).symlink_to("nowhere")
    with pytest.raises(DamagedLockError, match=r"link to another place.*git checkout"):
        read_lock(project.root)


def kept(project: Project) -> Project:
    keep(project.root, {KEY: SEEN}, {KEY: TEXT})
    return project


def told(project: Project) -> list[tuple[str, int, str]]:
    found = problems_of(project.root, {KEY, "orca-transferees"})
    return [(p.place.path, p.place.line, p.severity) for p in found]


def test_what_the_watch_keeps_is_sound_and_read_again(project: Project) -> None:
    assert told(kept(project)) == []
    assert kept_text(project.root, KEY, SEEN) == TEXT
    assert kept_text(project.root, KEY, None) is None


def test_line_ends_of_windows_are_no_damage(project: Project) -> None:
    kept(project).write(f"data/seen/{KEY}.txt", TEXT.replace("\n", "\r\n"))
    assert told(project) == []
    assert kept_text(project.root, KEY, SEEN) == TEXT


def test_a_kept_text_that_was_changed_is_told_and_never_used(project: Project) -> None:
    kept(project).replace(f"data/seen/{KEY}.txt", "comes", "came")
    assert told(project) == [(f"data/seen/{KEY}.txt", 1, "error")]
    assert kept_text(project.root, KEY, SEEN) is None


def test_a_kept_text_that_is_lost_is_told_at_its_place_in_the_lock(project: Project) -> None:
    kept(project).delete(f"data/seen/{KEY}.txt")
    assert told(project) == [(LOCK, 2, "error")]


def test_a_text_that_the_lock_does_not_know_is_told(project: Project) -> None:
    kept(project).write("data/seen/orca-transferees.txt", "x\n")
    assert told(project) == [("data/seen/orca-transferees.txt", 1, "error")]
    (problem,) = problems_of(project.root, {KEY, "orca-transferees"})
    assert problem.message.endswith("remove this file and run `imp-guide watch --update`")


@pytest.mark.parametrize("body", [b"caf\xe9\n", b"caf\0\n"])
def test_a_kept_text_in_another_encoding_is_brought_back_by_a_command(
    project: Project, body: bytes
) -> None:
    kept(project).path(f"data/seen/{KEY}.txt").write_bytes(body)
    (problem,) = problems_of(project.root, {KEY})
    assert problem.rule == "encoding"
    path = f"data/seen/{KEY}.txt"
    assert problem.message.endswith(f": run `git checkout {path} data/sources.lock.json`")


def test_a_text_of_a_source_that_is_no_more_is_advice_and_goes_with_the_next_look(
    project: Project,
) -> None:
    gone = replace(SEEN, url="https://www.canada.ca/x")
    keep(project.root, {KEY: SEEN, "gone": gone}, {KEY: TEXT, "gone": TEXT})
    assert told(project) == [("data/seen/gone.txt", 1, "advice")]
    assert list(problems_of(project.root, None)) == []
    keep(project.root, {KEY: SEEN}, {})
    assert told(project) == []
    assert not project.path("data/seen/gone.txt").exists()


def test_a_link_in_the_place_of_a_kept_text_is_told_and_not_read(project: Project) -> None:
    kept(project).delete(f"data/seen/{KEY}.txt")
    project.write("elsewhere.txt", TEXT)
    project.path(f"data/seen/{KEY}.txt").symlink_to(project.path("elsewhere.txt"))
    assert [path for path, _, _ in told(project)] == [f"data/seen/{KEY}.txt"]
    assert kept_text(project.root, KEY, SEEN) is None


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("data/seen/tide-law.txt", None),
        ("data/seen/Tide Law.txt", "error"),
        ("data/seen/tide-law.md", "error"),
        ("data/seen/deeper/tide-law.txt", "error"),
        ("data/seen/tide-law.txt~", "advice"),
        ("data/tide-law.txt", "error"),
    ],
)
def test_the_loader_takes_kept_texts_for_no_record_and_nothing_else_for_one(
    project: Project, path: str, severity: str | None
) -> None:
    project.write(path, TEXT)
    found = [p for p in load(project.root)[1] if p.place.path == path]
    assert [p.severity for p in found] == ([severity] if severity else [])
