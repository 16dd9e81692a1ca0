import os
from pathlib import Path

import pytest

from generator.guide import compile_guide
from generator.model.category import Ended
from generator.model.load import load
from generator.model.records import SINGLE_FILES, Records
from generator.problems.problem import Place, Problem, Severity, errors
from generator.rules import check
from tests.drawn import picture
from tests.project import ENDED, GUIDE, TODAY, Project, problems_of, told

ORCA = "data/categories/orca.yml"
OTHER = "data/categories/sailing-school-season.yml"

OTHERS = ("missing-key", Place(OTHER, 2))
"""What is told of another file that lacks a key: last, as its name comes later."""


def only(project: Project) -> Problem:
    problems = load(project.root)[1]
    assert len(problems) == 1, problems
    return problems[0]


def test_the_frozen_guide_loads() -> None:
    records, problems = load(GUIDE)
    assert not problems
    assert not [problem for problem in check(records, TODAY) if problem.severity == "error"]
    assert len(records.categories) == 7
    assert len(records.content) == 8
    assert list(records.ended) == [ENDED]
    assert len(list(records.entries())) == 12 + 7 + 1 + 8


@pytest.mark.parametrize(
    ("raw", "rule", "line"),
    [
        (b"title: a: b\n", "yaml", 1),
        (b"title: ORCA\n\torder: 1\n", "yaml", 2),
        (b"title: ORCA\nsummary: caf\xe9\n", "encoding", 2),
        ("title: ORCA".encode("utf-16"), "encoding", 1),
        (b"", "yaml", 1),
        (b"- title\n", "value", 1),
        (b"just text\n", "value", 1),
        (b'title: "ORCA\n', "yaml", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_and_hides_no_other(
    project: Project, raw: bytes, rule: str, line: int
) -> None:
    project.write(ORCA, raw)
    problem = only(project)
    assert (problem.rule, problem.place.path, problem.place.line) == (rule, ORCA, line)
    project.remove_key(OTHER, "fits")
    assert {problem.place.path for problem in load(project.root)[1]} == {ORCA, OTHER}


def test_crlf_and_a_byte_order_mark_are_no_problem(project: Project) -> None:
    text = project.read(ORCA).replace("\n", "\r\n")
    project.write(ORCA, b"\xef\xbb\xbf" + text.encode())
    assert not load(project.root)[1]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Young Pros.yml", "young-pros.yml"),
        ("young_pros.yml", "young-pros.yml"),
        ("young.yaml", "young.yml"),
        ("-x.yml", "x.yml"),
        ("été.yml", "ete.yml"),
        ("notes.txt", "notes.yml"),
        ("sub/young.yml", "young.yml"),
        ("young.YML", "young.yml"),
        ("young.yml.txt", "young.yml"),
        ("young.yml.yml", "young.yml"),
        (" young.yml", "young.yml"),
        ("уoung.yml", "young.yml"),
        ("young (1).yml", "young.yml"),
        ("Copy of young.yml", "young.yml"),
        ("young.yml.orig", "young.yml"),
        ("Phase 2.yml", "phase-2.yml"),
        ("../young.yml", "young.yml"),
        ("../../content/young.yml", "young.yml"),
        ("../../content/categories/young.yaml", "young.yml"),
    ],
)
def test_a_misnamed_category_is_told_what_to_call_it(
    project: Project, name: str, wanted: str
) -> None:
    path = os.path.normpath(f"data/categories/{name}")
    project.write(path, project.read(ORCA))
    problem = only(project)
    assert (problem.rule in {"slug", "file-name"}, problem.place.path) == (True, path)
    assert problem.message.endswith(f"it to data/categories/{wanted}")


def test_two_categories_with_one_slug(project: Project) -> None:
    project.write("data/categories/orca.yaml", project.read(ORCA))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", "data/categories/orca.yaml")
    assert problem.message.startswith("data/categories/orca.yml is there as well")


def test_a_category_that_is_a_link_out_of_data(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(project.read(ORCA), encoding="utf-8")
    project.delete(ORCA)
    project.path(ORCA).symlink_to(outside)
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file", ORCA)


def test_a_folder_that_is_a_link_out_of_data(project: Project, tmp_path: Path) -> None:
    project.path("data/categories").rename(tmp_path / "elsewhere")
    project.path("data/categories").symlink_to(tmp_path / "elsewhere")
    problems = load(project.root)[1]
    assert {problem.rule for problem in problems} == {"file"}
    assert not load(project.root)[0].categories


def test_a_page_that_is_a_link_out_of_content(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(project.read("content/codes.md"), encoding="utf-8")
    project.delete("content/codes.md")
    project.path("content/codes.md").symlink_to(outside)
    assert only(project).rule == "file"


@pytest.mark.parametrize("name", ["codes", "settings", "firm", "reviewers", "terms"])
def test_each_file_of_data_is_needed(project: Project, name: str) -> None:
    project.delete(f"data/{name}.yml")
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file", f"data/{name}.yml")


def test_a_file_that_no_page_uses_is_a_problem(project: Project) -> None:
    project.write("data/code.yml", "a: 1\n")
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", "data/code.yml")
    assert "codes.yml" in problem.message


def test_no_category_at_all_is_a_problem(project: Project) -> None:
    for path in project.path("data/categories").iterdir():
        path.unlink()
    assert only(project).rule == "file"


@pytest.mark.parametrize("name", ["page.html", "page.markdown", "a/b.htm", "x.json"])
def test_only_markdown_becomes_a_page(project: Project, name: str) -> None:
    project.write(f"content/{name}", "<p>Facts</p>")
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", f"content/{name}")


def test_a_page_without_its_head_is_a_problem(project: Project) -> None:
    project.write("content/more.md", "# More\n")
    assert only(project).rule == "front-matter"


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("reviewed_on", "review-date"),
        ("verify", "verify-notice"),
        ("reviewed_by", "reviewer"),
        ("title", "missing-key"),
    ],
)
def test_a_page_answers_to_the_rules_of_a_category(project: Project, key: str, rule: str) -> None:
    project.remove_key("content/employers.md", key)
    problem = only(project)
    assert (problem.rule, problem.place.path) == (rule, "content/employers.md")


@pytest.mark.parametrize("line", ["hide: [toc]", "template: other.html", "draft: true"])
def test_nothing_in_a_page_s_head_changes_how_it_is_treated(project: Project, line: str) -> None:
    project.replace("content/employers.md", "---\n", f"---\n{line}\n")
    assert only(project).rule == "unknown-key"


@pytest.mark.parametrize(
    ("old", "new", "rule", "column", "says"),
    [
        ("title: ORCA", "title: OR: CA", "yaml", 10, "double quotes"),
        ("order: 20", "\torder: 20", "yaml", 1, "not tabs"),
        ("  - harba", "\t- harba", "yaml", 1, "not tabs"),
        ("title: ORCA", "title: @ORCA", "yaml", 8, "double quotes"),
        ("order: 20", " order: 20", "yaml", 2, "column"),
        ("title: ORCA", "title: &t ORCA", "yaml", 8, "begins with `&`"),
        ("title: ORCA", "title: !!str ORCA", "yaml", 8, "begins with `!`"),
        ("title: ORCA", "[a]: b\ntitle: ORCA", "yaml", 1, "begins with `[`"),
        ("title: ORCA", 'title: "OR\\x02CA"', "yaml", 8, "U+0002"),
        ("title: ORCA", "title: " + "[" * 3000, "yaml", 47, "too deeply"),
        ("title: ORCA", "title: ORCA\ntitle: C", "duplicate-key", 1, "first on line 2"),
        ("  offer: yes", "  offer: yes\n  offer: no", "duplicate-key", 3, "written twice"),
        ("title: ORCA", "titel: ORCA", "unknown-key", 1, "did you mean `title`"),
        ("reviewed_on", "reviewd_on", "unknown-key", 1, "did you mean `reviewed_on`"),
        ("reviewed_by", "reveiwed_by", "unknown-key", 1, "did you mean `reviewed_by`"),
        ("verify:", "verfy:", "unknown-key", 1, "did you mean `verify`"),
        ("  notice:", "  notise:", "unknown-key", 3, "did you mean `notice`"),
        ("  url:", "  ulr:", "unknown-key", 3, "did you mean `url`"),
        ("  offer:", "  ofer:", "unknown-key", 3, "did you mean `offer`"),
        ("\nnationals:", "\nnationls:", "unknown-key", 1, "did you mean `nationals`"),
        ("  - question:", "  - queston:", "unknown-key", 5, "did you mean `question`"),
        ("permit_type: e", "permit_type: E", "value", 14, "did you mean `employer-specific`"),
        ("  offer: yes", "  offer: maybe", "value", 10, "`yes`, `no`, `depends`"),
        ("order: 20", "order: ten", "value", 8, "whole number"),
        ("order: 20", "order:", "value", 1, "here it is empty"),
        ("codes: [P23, P22]", "codes: P23", "value", 8, "must be a list"),
        ("codes: [P23, P22]", 'codes: [P23, ""]', "value", 14, "nothing is written"),
        ("reviewed_on: 2022-05", "reviewed_on:", "review-date", 1, "no review date"),
        ("reviewed_on: 2022-05", "reviewed_on: 2022-13", "review-date", 14, "calendar"),
        ("reviewed_on: 2022-05", "reviewed_on: 2022-02-30", "review-date", 14, "calendar"),
        ("reviewed_on: 2022-05", "reviewed_on: May 2022", "review-date", 14, "YYYY-MM-DD"),
        ("reviewed_on: 2022-05", "reviewed_on: 2023-01", "review-date", 14, "future"),
        ("reviewed_by: review-desk-one", "reviewed_by: nobody", "reviewer", 14, "no reviewer"),
        (
            "reviewed_by: review-desk-one",
            "reviewed_by:",
            "reviewer",
            1,
            "the reviewer writes `reviewed_by:` (who checked them",
        ),
    ],
)
def test_one_mistake_is_one_problem_at_its_place_and_hides_no_other(
    project: Project, old: str, new: str, rule: str, column: int, says: str
) -> None:
    inside = old.startswith("\n") or (rule == "duplicate-key")
    line = project.replace(ORCA, old, new) + (1 if inside else 0)
    (problem,) = problems_of(project)
    assert (problem.rule, problem.place) == (rule, Place(ORCA, line, column))
    assert says in problem.message
    project.remove_key(OTHER, "fits")
    assert told(project) == [(rule, problem.place), OTHERS]


@pytest.mark.parametrize("path", [ORCA, "content/codes.md"])
@pytest.mark.parametrize(
    ("key", "rule"),
    [("reviewed_on", "review-date"), ("verify", "verify-notice"), ("reviewed_by", "reviewer")],
)
def test_a_record_without_its_review_is_one_problem_at_its_head(
    project: Project, path: str, key: str, rule: str
) -> None:
    project.remove_key(path, key)
    assert told(project) == [(rule, Place(path, 2, 1))]


URL = "https://www.canada.ca/en/x.html"


@pytest.mark.parametrize(
    ("verify", "down", "column"),
    [
        ("verify:", 0, 1),
        ("verify: see canada.ca", 0, 9),
        ("verify: [a]", 0, 1),
        (f"verify:\n  url: {URL}", 0, 1),
        ("verify:\n  notice: Check it first.", 0, 1),
        (f"verify:\n  notice:\n  url: {URL}", 1, 3),
        (f'verify:\n  notice: "   "\n  url: {URL}', 1, 11),
        (f'verify:\n  notice: "\u00a0\u2003"\n  url: {URL}', 1, 11),
        (f"verify:\n  notice: \u200b\u200c\u200d\u2060\n  url: {URL}", 1, 11),
        (f"verify:\n  notice: >-\n\n  url: {URL}", 1, 3),
        (f"verify:\n  notice: [a]\n  url: {URL}", 1, 3),
        ("verify:\n  notice: Check it first.\n  url:", 2, 3),
        ("verify:\n  notice: Check it first.\n  url: http://www.canada.ca/", 2, 8),
        ("verify:\n  notice: Check it first.\n  url: https://evil.com/", 2, 8),
        ("verify:\n  notice: Check it first.\n  url: https://canada.ca.evil.com/", 2, 8),
        ("verify:\n  notice: Check it first.\n  url: https://user@canada.ca/", 2, 8),
        ("verify:\n  notice: Check it first.\n  url: https://evil.com\\@canada.ca/", 2, 8),
        ("verify:\n  notice: Check it first.\n  url: https://www.canada.ca/a b", 2, 8),
    ],
)
def test_a_notice_that_fails_readers_is_one_problem_at_its_place(
    project: Project, verify: str, down: int, column: int
) -> None:
    line = project.line_of(ORCA, "verify:")
    project.write(ORCA, project.read(ORCA).split("verify:")[0] + verify + "\n")
    assert told(project) == [("verify-notice", Place(ORCA, line + down, column))]


def test_a_zero_width_no_break_space_for_a_notice_is_one_problem(project: Project) -> None:
    line = project.line_of(ORCA, "verify:") + 1
    head = project.read(ORCA).split("verify:")[0]
    project.write(ORCA, f'{head}verify:\n  notice: "\ufeff"\n  url: {URL}\n')
    assert [place for _, place in told(project)] == [Place(ORCA, line, 11)]


@pytest.mark.parametrize("url", ["http://www.canada.ca/", "https://canada.ca.evil.com/", "x"])
def test_a_source_that_is_not_official_is_told_at_its_address(project: Project, url: str) -> None:
    line = project.replace("data/sources.yml", "url: https:", f'url: "{url}" # ')
    assert told(project) == [("official-link", Place("data/sources.yml", line, 8))]


def test_a_repeated_value_is_told_once_for_each_of_its_marks(project: Project) -> None:
    first = project.replace(ORCA, "title: ORCA", "title: &t ORCA")
    second = project.replace(ORCA, "\nnationals: Riverside countries", "\nnationals: *t") + 1
    assert told(project) == [
        ("yaml", Place(ORCA, first, 8)),
        ("yaml", Place(ORCA, second, 12)),
    ]


def test_a_second_document_is_one_problem_where_it_begins(project: Project) -> None:
    lines = project.read(ORCA).count("\n")
    project.write(ORCA, project.read(ORCA) + "---\ntitle: Another\n")
    assert told(project) == [("yaml", Place(ORCA, lines + 1, 1))]


@pytest.mark.parametrize("name", SINGLE_FILES)
@pytest.mark.parametrize(
    ("raw", "rule"),
    [(b"", "yaml"), (b"- a\n", "value"), (b"a: \xe9\n", "encoding"), (b"a: b: c\n", "yaml")],
)
def test_each_file_of_data_that_cannot_be_read_is_one_problem(
    project: Project, name: str, raw: bytes, rule: str
) -> None:
    project.write(f"data/{name}.yml", raw)
    ((found, place),) = told(project)
    assert (found, place.path, place.line) == (rule, f"data/{name}.yml", 1)


@pytest.mark.parametrize("name", ["Upper.yml", "a_b.yml", "a.yaml"])
def test_a_file_whose_name_is_no_slug_is_one_problem(project: Project, name: str) -> None:
    path = f"data/categories/{name}"
    project.write(path, project.read(ORCA).replace("title: ORCA", "title: Another"))
    assert [place for _, place in told(project)] == [Place(path)]
    project.remove_key(OTHER, "fits")
    assert OTHERS in told(project)


def test_the_folder_of_categories_as_a_link_is_one_problem(
    project: Project, tmp_path: Path
) -> None:
    project.path("data/categories").rename(tmp_path / "elsewhere")
    project.path("data/categories").symlink_to(tmp_path / "elsewhere")
    assert told(project) == [("file", Place("data/categories"))]


def test_a_folder_of_pages_as_a_link_is_called_a_link(project: Project, tmp_path: Path) -> None:
    project.path("content/categories").rename(tmp_path / "elsewhere")
    project.path("content/categories").symlink_to(tmp_path / "elsewhere")
    found = {problem.place.path: problem for problem in problems_of(project)}
    assert "link to another place" in found["content/categories"].message


@pytest.mark.parametrize("folder", ["data", "content", "data/categories"])
def test_a_whole_folder_as_a_link_is_one_problem(
    project: Project, tmp_path: Path, folder: str
) -> None:
    project.path(folder).rename(tmp_path / "elsewhere")
    project.path(folder).symlink_to(tmp_path / "elsewhere")
    assert told(project) == [("file", Place(folder))]


def test_a_folder_among_the_categories_as_a_link_is_called_a_link(
    project: Project, tmp_path: Path
) -> None:
    project.path("data/categories/more").symlink_to(tmp_path)
    assert told(project) == [("file", Place("data/categories/more"))]


@pytest.mark.parametrize("written", ["010", "2022-05", "off", "1e3"])
def test_a_text_stays_as_it_is_written(project: Project, written: str) -> None:
    project.replace(ORCA, "title: ORCA", f"title: {written}")
    project.replace(ORCA, "also_known_as:", f"also_known_as:\n  - {written}")
    records, problems = load(project.root)
    assert not problems
    category = records.categories["orca"].record
    assert (category.title, category.also_known_as[0]) == (written, written)


@pytest.mark.parametrize("path", [ORCA, "content/codes.md"])
def test_places_are_the_same_with_windows_line_ends_and_a_mark(project: Project, path: str) -> None:
    line = project.replace(path, "reviewed_on: 2022-05", "reviewed_on: 2022-13")
    text = project.read(path).replace("\n", "\r\n")
    project.write(path, b"\xef\xbb\xbf" + text.encode())
    assert told(project) == [("review-date", Place(path, line, 14))]


TOMBSTONE = f"data/categories/{ENDED}.yml"
CODES_PAGE = "https://www.canada.ca/en/lighthouses/exemption-codes.html"


def test_a_file_that_says_when_it_ended_is_no_category_any_more(project: Project) -> None:
    ending = "ended:\n  on: 2022-06\n  why: It is over.\n  instead: [harba]\n"
    review = project.read(ORCA)[project.read(ORCA).index("reviewed_on:") :]
    first = project.read(ORCA).split("\n", 1)[0]
    project.write(ORCA, f"{first}\ntitle: ORCA\n{ending}{review}")
    records, problems = load(project.root)
    assert not problems
    assert sorted(records.ended) == [ENDED, "orca"]
    assert "orca" not in records.categories
    assert "orca" not in records.slugs()
    found = records.ended["orca"].record
    assert isinstance(found, Ended)
    assert (found.title, found.ended.on.iso, found.ended.why, found.ended.instead) == (
        "ORCA",
        "2022-06",
        "It is over.",
        ("harba",),
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "column", "says"),
    [
        ("  on: 2021-09", "  on: soon", "change-note", 7, "`ended.on`"),
        ("  why: The", "  reason: The", "unknown-key", 3, "`reason`"),
        ("  why: ", '  why: "  " # ', "value", 8, "nothing is written"),
        ("title: Barge", "order: 20\ntitle: Barge", "unknown-key", 1, "unknown key `order`"),
        ("reviewed_on: 2021-10", "reviewed_on: 2021-13", "review-date", 14, "calendar"),
        ("reviewed_by: review-desk-one", "reviewed_by: nobody", "reviewer", 14, "no reviewer"),
        ("source: exemption-codes", "source: exemption-code", "verify-notice", 11, "no source"),
        ("[horse-towing]", "[orca]", "slug", 12, "`formerly`"),
        ("    - mountain-rescue-team", "    - nowhere", "unknown-name", 7, "`instead`"),
    ],
)
def test_the_problems_of_what_has_ended_are_told_as_others_are(
    project: Project, old: str, new: str, rule: str, column: int, says: str
) -> None:
    line = project.replace(TOMBSTONE, old, new)
    found = [problem for problem in problems_of(project) if problem.rule == rule]
    assert [problem.place for problem in found] == [Place(TOMBSTONE, line, column)]
    assert says in found[0].message


def notices(records: Records) -> dict[str, str]:
    return {entry.path: entry.record.verify.url for entry in records.reviewed("verify")}


def test_a_notice_gets_the_address_of_the_source_that_it_names(project: Project) -> None:
    found = notices(load(project.root)[0])
    by_key = [path for path in found if "\n  source: exemption-codes\n" in project.read(path)]
    assert {TOMBSTONE, OTHER, "content/employers.md", "data/finder.yml"} <= set(by_key)
    assert {found[path] for path in by_key} == {CODES_PAGE}
    assert found[ORCA] == "https://www.canada.ca/en/lighthouses/transferees.html"


def test_a_record_taken_over_as_it_was_gets_the_source_s_newer_address(project: Project) -> None:
    first = load(project.root)[0]
    known = {entry.path: entry for entry in first.entries()}
    project.replace("data/sources.yml", CODES_PAGE, "https://www.canada.ca/en/newer.html")
    second, problems = load(project.root, known)
    assert not problems
    assert second.categories["orca"] is first.categories["orca"]
    assert second.categories["sailing-school-season"].tree is known[OTHER].tree
    by_key = [entry.path for entry in first.reviewed("verify") if entry.record.verify.source]
    changed = {path for path, url in notices(second).items() if url != notices(first)[path]}
    assert changed == {path for path in by_key if notices(first)[path] == CODES_PAGE}
    assert {notices(second)[path] for path in changed} == {"https://www.canada.ca/en/newer.html"}
    assert {TOMBSTONE, OTHER, "content/employers.md", "data/finder.yml"} <= changed


def test_a_source_that_is_not_there_gives_no_address(project: Project) -> None:
    line = project.replace(OTHER, "source: exemption-codes", "source: exemption-code")
    assert notices(load(project.root)[0])[OTHER] == ""
    assert told(project) == [("verify-notice", Place(OTHER, line, 11))]


HARBA = "data/categories/harba.yml"


def moved(project: Project, old: str, new: str) -> None:
    project.path(new).parent.mkdir(parents=True, exist_ok=True)
    project.path(old).rename(project.path(new))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (HARBA, "data/categories/Harba.yml.txt", f"rename it to {HARBA}"),
        (HARBA, "content/categories/harba.yml", f"move it to {HARBA}"),
        (HARBA, "data/categories/treaties/harba.yaml", f"move it to {HARBA}"),
        (HARBA, "data/categories/harba copy.yml", f"rename it to {HARBA}"),
        ("data/codes.yml", "data/code.yml", "rename it to data/codes.yml"),
        ("data/terms.yml", "data/Terms.YML", "rename it to data/terms.yml"),
        ("data/firm.yml", "data/categories/firm.yml", "move it to data/firm.yml"),
        ("content/codes.md", "content/codes.MD", "rename it to content/codes.md"),
        ("content/codes.md", "content/codes.md.txt", "rename it to content/codes.md"),
        ("content/codes.md", "content/codes.markdown", "rename it to content/codes.md"),
        ("content/codes.md", "data/codes.md", "move it to content/codes.md"),
        ("data/categories", "data/Categories", "rename this folder to data/categories"),
        ("content", "contents", "the folder is missing"),
    ],
)
def test_a_file_of_another_name_is_one_problem_and_nothing_follows_from_it(
    project: Project, old: str, new: str, says: str
) -> None:
    moved(project, old, new)
    found = errors(compile_guide(project.root, TODAY).problems)
    assert [says in problem.message for problem in found] == [True]
    assert found[0].place.path == (old if old == "content" else new)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (HARBA, "Copy of harba.yml"),
        (HARBA, "harba - Copy (2).yml"),
        (HARBA, "harba (1).yml"),
        (HARBA, "harba 2.yml"),
        (HARBA, "harba.yml.orig"),
        ("content/codes.md", "codes.md.bak"),
        ("content/codes.md", "codes (1).md"),
        ("content/codes.md", "Copie de codes.md"),
        ("content/codes.md", "codes_BACKUP_123.md"),
    ],
)
def test_a_copy_is_told_as_one_of_its_original(project: Project, source: str, name: str) -> None:
    path = f"{source.rpartition('/')[0]}/{name}"
    project.write(path, project.read(source))
    (problem,) = errors(compile_guide(project.root, TODAY).problems)
    assert (problem.rule, problem.place.path) == ("file-name", path)
    assert f"a copy of {source}" in problem.message


@pytest.mark.parametrize("path", ["content/codes.md~", "content/#codes.md#", f"{HARBA}~"])
def test_what_an_editing_program_keeps_stops_nothing(project: Project, path: str) -> None:
    project.write(path, "old")
    problem = only(project)
    assert (problem.severity, problem.place.path) == (Severity.ADVICE, path)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("data/categories/con.yml", "Windows"),
        ("data/categories/index.yml", "/categories/"),
        ("data/categories/categories.yml", "/categories/"),
        (f"data/categories/{'a' * 101}.yml", "100 letters"),
        ("content/lpt1.md", "Windows"),
        ("content/aux/page.md", "Windows"),
    ],
)
def test_a_name_that_breaks_elsewhere_is_refused(project: Project, path: str, says: str) -> None:
    project.write(path, project.read(HARBA if path.startswith("data") else "content/codes.md"))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("slug", path)
    assert says in problem.message


@pytest.mark.parametrize("sign", '<>:"\\|?*')
def test_a_picture_s_name_holds_no_sign_that_windows_refuses(project: Project, sign: str) -> None:
    path = f"content/maps/map{sign}1.png"
    project.write(path, picture("png"))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", path)
    assert f"Windows holds no `{sign}`" in problem.message


def test_two_pictures_that_some_systems_take_for_one_are_told(project: Project) -> None:
    project.write("content/é.png", picture("png"))
    project.write("content/E\u0301.PNG", picture("png"))
    assert only(project).rule == "file-name"
    assert "capitals or accents" in only(project).message


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"\xff.png", "?.png"),
        (b"maps\xe9/a.png", "maps?/a.png"),
        ("a\u202egnp.svg".encode(), "a?gnp.svg"),
        ("a\u200bb.svg".encode(), "a?b.svg"),
        (b"a\nb.png", "a?b.png"),
        ("c\u043earte.png".encode(), "c\u043earte.png"),
    ],
)
def test_a_picture_s_name_is_read_as_it_is_written(
    project: Project, name: bytes, shown: str
) -> None:
    path = os.fsdecode(b"content/" + name)
    project.write(path, picture(path.rpartition(".")[2]))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", f"content/{shown}")
    problem.message.encode()


@pytest.mark.parametrize("name", ["carte d’été (2).png", "Prüfung_é-1.png", "e\u0301te\u0301.png"])
def test_a_picture_s_name_may_have_letters_of_any_language(project: Project, name: str) -> None:
    project.write(f"content/{name}", picture("png"))
    assert not load(project.root)[1]


def test_a_link_in_place_of_a_picture_is_told_whatever_its_name(project: Project) -> None:
    path = os.fsdecode(b"content/\xff.png")
    project.path(path).symlink_to("/etc/hostname")
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file", "content/?.png")


@pytest.mark.parametrize("name", ["assets/mark.svg", "assets/Mark.SVG"])
def test_no_picture_takes_the_place_of_one_of_the_theme(project: Project, name: str) -> None:
    project.write("overrides/assets/mark.svg", picture("svg"))
    project.write("content/assets/other.svg", picture("svg"))
    assert not load(project.root)[1]
    project.write(f"content/{name}", picture("svg"))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", f"content/{name}")
    assert "overrides/assets/mark.svg" in problem.message


@pytest.mark.parametrize(
    "path", ["content/assets/previews/codes.png", "content/codes.csv/a.png", "content/a.html/b.png"]
)
def test_no_picture_takes_the_place_of_what_the_guide_makes(project: Project, path: str) -> None:
    project.write(path, picture("png"))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file-name", path)


@pytest.mark.parametrize("text", ["Twelve", "12", "Ours alone", "2026-02-30"])
@pytest.mark.parametrize("key", ["outcome", "advice", "government"])
def test_what_a_firm_has_to_say_is_a_sentence(project: Project, key: str, text: str) -> None:
    path = "data/firm.yml"
    (was,) = (w for w in project.read(path).split("\n") if w.startswith(f"  {key}: "))
    line = project.replace(path, was, f"  {key}: {text}")
    problem = only(project)
    assert (problem.rule, problem.place.path, problem.place.line) == ("text", path, line)


@pytest.mark.parametrize("path", ["data/terms.yml", "data/categories/x.yml", "content/x.png"])
def test_a_pipe_is_told_and_not_read(project: Project, path: str) -> None:
    project.path(path).unlink(missing_ok=True)
    os.mkfifo(project.path(path))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file", path)


@pytest.mark.parametrize("name", ["hraba", "towns-of-the-bay"])
def test_a_category_that_all_name_otherwise_is_told_once_at_its_file(
    project: Project, name: str
) -> None:
    moved(project, HARBA, f"data/categories/{name}.yml")
    (problem,) = errors(compile_guide(project.root, TODAY).problems)
    assert problem.place == Place(f"data/categories/{name}.yml")
    assert f"nobody uses `{name}`" in problem.message
    assert "places (as " in problem.message


def test_a_category_that_is_removed_is_told_once(project: Project) -> None:
    project.delete(HARBA)
    (problem,) = errors(compile_guide(project.root, TODAY).problems)
    assert problem.place == Place(HARBA)
    assert "restore this file" in problem.message


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (ORCA, "  - harba", "  - HARBA", "write `harba`"),
        (ORCA, "  - harba", "  - HARBA (BRAHA)", "write `harba`"),
        (ORCA, "  - harba", "  - harba.yml", "write `harba`"),
        (ORCA, "  - harba", "  - /categories/harba/", "write `harba`"),
        (ORCA, "  - harba", "  - Harbour and Bay Agreement", "write `harba`"),
        (ORCA, "  - harba", "  - braha", "write `harba`"),
        (ORCA, "  - orca-tr", "  - https://www.canada.ca/en/lighthouses/tr", "orca-transferees"),
        (ORCA, "group: agreement", "group: Agreement", "write `agreement-between-towns`"),
        ("data/finder.yml", "[harba]", "[HARBA]", "write `harba`"),
    ],
)
def test_a_name_in_other_words_is_answered_with_the_name(
    project: Project, path: str, old: str, new: str, says: str
) -> None:
    line = project.replace(path, old, new)
    (problem,) = problems_of(project)
    assert (problem.place.path, problem.place.line) == (path, line)
    assert says in problem.message


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/groups.yml", "turn-about:", "interest-of-towns:"),
        ("data/sources.yml", "exemption-codes:", "mountain-rescue-team:"),
        ("data/finder.yml", "  - key: role-rivers\n", ""),
    ],
)
def test_a_name_that_a_second_one_hides_is_told_once(
    project: Project, path: str, old: str, new: str
) -> None:
    project.replace(path, old, new)
    assert only(project).rule == "duplicate-key"


def test_names_with_a_space_between_them_need_a_comma(project: Project) -> None:
    project.replace(
        "data/finder.yml", "categories: [harba, lighthouse", "categories: [harba lighthouse"
    )
    assert "write a comma between two" in only(project).message
