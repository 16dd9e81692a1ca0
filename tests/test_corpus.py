"""What editors really get wrong, one slip at a time: the first problem names file, line and key."""

from collections.abc import Callable

import pytest

from generator.guide import compile_guide
from generator.problems.problem import errors
from generator.problems.reports import report
from tests.project import TODAY, Project

CETA = "data/categories/ceta.yml"
CODES = "data/codes.yml"
TABLE = "data/comparison.yml"
PAGE = "content/codes.md"
URL = "  url: https://www.canada.ca/en/immigration"

COPIED = "  - code: C10\n    subject: Copied\n    history:\n      standing: not recorded\n\n"

# File, what stands there, what is written instead, on which line of the text, and the key.
SLIPS = [
    (CETA, "title: CETA\n", "", None, "title"),
    (CETA, "summary: >-", "sumary: >-", 0, "summary"),
    (CETA, "group: international-agreement\n", "", None, "group"),
    (CETA, "codes: [T23, T22]\n", "", None, "codes"),
    (CETA, "permit_type: employer-specific\n", "", None, "permit_type"),
    (CETA, "reviewed_on: 2026-05\n", "", None, "reviewed_on"),
    (CETA, "reviewed_by: nicola-wightman\n", "", None, "reviewed_by"),
    (CETA, "  offer: yes\n", "", -1, "offer"),
    (CETA, "title: CETA", "titel: CETA", 0, "titel"),
    (CETA, "permit_type:", "permit type:", 0, "permit type"),
    (CETA, "reviewed_on:", "reviewed_On:", 0, "reviewed_On"),
    (CETA, "reviewed_by:", "reviewer:", 0, "reviewer"),
    (CETA, "verify:", "Verify:", 0, "Verify"),
    (CETA, "  notice:", "  notise:", 0, "notise"),
    (CETA, "how_it_works:", "how-it-works:", 0, "how-it-works"),
    (CETA, "related:", "relatd:", 0, "relatd"),
    (CETA, "  - question:", "  - queston:", 0, "queston"),
    (CETA, "\nnationals:", "\nnationality:", 1, "nationality"),
    (CETA, "order: 20", "order: twenty", 0, "order"),
    (CETA, "order: 20", "order: -1", 0, "order"),
    (CETA, "codes: [T23, T22]", "codes: T23, T22", 0, "codes"),
    (CETA, "codes: [T23, T22]", "codes: []", 0, "codes"),
    (CETA, "permit_type: employer-specific", "permit_type: Employer-specific", 0, "permit_type"),
    (CETA, "permit_type: employer-specific", "permit_type: closed", 0, "permit_type"),
    (CETA, "permit_type: employer-specific", "permit_type:", 0, "permit_type"),
    (CETA, "  fee: yes", "  fee: perhaps", 0, "fee"),
    (CETA, "title: CETA", 'title: ""', 0, "title"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: 2026-13", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: 05/2026", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: May 2026", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: 2026-02-30", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: 2027-05", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on: yesterday", 0, "reviewed_on"),
    (CETA, "reviewed_on: 2026-05", "reviewed_on:", 0, "reviewed_on"),
    (CETA, "reviewed_by: nicola-wightman", "reviewed_by: Nicola Wightman", 0, "reviewed_by"),
    (CETA, "reviewed_by: nicola-wightman", "reviewed_by: nicola", 0, "reviewed_by"),
    (CETA, URL, URL.replace("https", "http"), 0, "url"),
    (CETA, URL, URL.replace("canada.ca", "canada.example"), 0, "url"),
    (CETA, URL, URL.replace("https://", ""), 0, "url"),
    (CETA, URL, URL.replace("www.canada.ca", "www..canada.ca"), 0, "url"),
    (CETA, "T22]", "T99]", 0, "codes"),
    (CETA, "T22]", "t22]", 0, "codes"),
    (CETA, "T22]", "T23]", 0, "codes"),
    (CETA, "group: international-agreement", "group: treaty", 0, "group"),
    (CETA, "  - cusma", "  - usmca", 0, "related"),
    (CETA, "  - cusma", "  - ceta", 0, "related"),
    (CETA, "title: CETA", "title: CETA\ntitle: CETA", 1, "title"),
    (CETA, "  fee: yes", "  fee: yes\n  fee: no", 1, "fee"),
    (CETA, "title: CETA", "title: CETA: the agreement", 0, ""),
    (CETA, "title: CETA", 'title: "CETA', 0, "quote"),
    (CETA, "title: CETA", "title:CETA", 0, "title"),
    (CETA, "order: 20", "order:20", 0, "order"),
    (CETA, "order: 20", "\torder: 20", 0, "tab"),
    (CETA, "  offer: yes", "\toffer: yes", 0, "tab"),
    (CETA, "order: 20", " order: 20", 0, ""),
    (CETA, "codes: [T23, T22]", "codes: [T23, T22", 0, ""),
    (CETA, "title: CETA", "title: @CETA", 0, ""),
    (CETA, "title: CETA", "title: *CETA", 0, ""),
    (CETA, "  - cusma", "  -cusma", 0, ""),
    (CODES, "standing: in use", "standing: used", 0, "standing"),
    (CODES, "  - code: C11\n", f"{COPIED}  - code: C11\n", 0, "C10"),
    (CODES, "  - code: C11\n", "  - code: C1\n", 0, "code"),
    (CODES, "    subject: Francophone Mobility\n", "", -1, "subject"),
    (CODES, "changed_on: 2022-12-15", "changed_on: 15 December 2022", 0, "changed_on"),
    (CODES, "about: cusma", "about: cuzma", 0, "about"),
    (CODES, "source: francophone-mobility", "source: francophone", 0, "source"),
    (TABLE, "      imp: No. The role is exempt.\n", "", -1, "imp"),
    (TABLE, "      imp: No.", "      ipm: No.", -1, "imp"),
    (TABLE, "key: speed", "key: first-step", 0, "first-step"),
    (TABLE, "  - key: tfwp", "  - key: imp", 0, "imp"),
    ("data/settings.yml", "months: 12", "months: none", 0, "review_interval_months"),
    ("data/settings.yml", "is_error: no", "is_error: never", 0, "overdue_is_error"),
    ("data/terms.yml", "    name: International Mobility Program\n", "", -1, "name"),
    (PAGE, "---\ntitle", "title", 0, "title"),
    (PAGE, "reviewed_on: 2026-05\n", "", None, "reviewed_on"),
    (PAGE, "reviewed_on: 2026-05", "reviewed_on: soon", 0, "reviewed_on"),
    (PAGE, "{{ codes_by_code() }}", "{{ codes_by_cod() }}", 0, "codes_by_cod"),
    (PAGE, "{{ codes_by_code() }}", "{{ codes_by_code( }}", 0, ""),
]
WHOLE: list[tuple[str, Callable[[bytes], bytes], int]] = [
    (CETA, lambda raw: raw.replace(b"agreement", "agr\xe9ment".encode("latin-1"), 1), 6),
    (CETA, lambda raw: raw.decode().encode("utf-16"), 1),
    (CETA, lambda _raw: b"", 1),
    (CETA, lambda raw: raw[: raw.index(b"T22")], 10),
    (CETA, lambda raw: raw[: raw.index(b"reviewed_on")], 2),
    (CODES, lambda raw: raw.replace(b"subject", b"sub\x00ject", 1), 9),
]  # fmt: skip


def first_told(project: Project) -> tuple[str, int, str]:
    found = errors(compile_guide(project.root, TODAY).problems)
    assert found
    assert "Traceback" not in report(found, project.root)
    first = found[0]
    return first.place.path, first.place.line, first.message


def test_the_corpus_is_large_enough() -> None:
    assert len(SLIPS) + len(WHOLE) >= 60


@pytest.mark.parametrize(("path", "old", "new", "down", "key"), SLIPS)
def test_the_first_problem_names_file_line_and_key(
    project: Project, path: str, old: str, new: str, down: int | None, key: str
) -> None:
    line = project.replace(path, old, new)
    told, at, message = first_told(project)
    # A key that is missing at the top of a file is told where its record begins.
    assert (told, at) == (path, 2 if down is None else line + down)
    assert key in message


@pytest.mark.parametrize(("path", "broken", "line"), WHOLE)
def test_a_file_that_is_damaged_is_told_at_the_damage(
    project: Project, path: str, broken: Callable[[bytes], bytes], line: int
) -> None:
    raw = broken(project.path(path).read_bytes())
    assert raw != project.path(path).read_bytes()
    project.write(path, raw)
    told, at, _message = first_told(project)
    assert (told, at) == (path, line)
