from pathlib import Path

import pytest

from generator.load import load
from generator.problems import Problem
from tests.project import ROOT, Project

CETA = "data/categories/ceta.yml"
OTHER = "data/categories/cusma.yml"


def only(project: Project) -> Problem:
    problems = load(project.root)[1]
    assert len(problems) == 1, problems
    return problems[0]


def test_the_real_project_loads() -> None:
    records, problems = load(ROOT)
    assert not problems
    assert len(records.categories) == 7
    assert len(records.content) == 7
    assert len(list(records.entries())) == 11 + 7 + 7


@pytest.mark.parametrize(
    ("raw", "rule", "line"),
    [
        (b"title: a: b\n", "yaml", 1),
        (b"title: CETA\n\torder: 1\n", "yaml", 2),
        (b"title: CETA\nsummary: caf\xe9\n", "encoding", 2),
        ("title: CETA".encode("utf-16"), "encoding", 1),
        (b"", "yaml", 1),
        (b"- title\n", "value", 1),
        (b"just text\n", "value", 1),
        (b'title: "CETA\n', "yaml", 2),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem_and_hides_no_other(
    project: Project, raw: bytes, rule: str, line: int
) -> None:
    project.write(CETA, raw)
    problem = only(project)
    assert (problem.rule, problem.place.path, problem.place.line) == (rule, CETA, line)
    project.remove_key(OTHER, "fits")
    assert {problem.place.path for problem in load(project.root)[1]} == {CETA, OTHER}


def test_crlf_and_a_byte_order_mark_are_no_problem(project: Project) -> None:
    text = project.read(CETA).replace("\n", "\r\n")
    project.write(CETA, b"\xef\xbb\xbf" + text.encode())
    assert not load(project.root)[1]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Young Pros.yml", "young-pros.yml"),
        ("young_pros.yml", "young-pros.yml"),
        ("young.yaml", "young.yml"),
        ("-x.yml", "x.yml"),
        ("été.yml", "t.yml"),
        ("notes.txt", "notes-txt.yml"),
        ("sub/young.yml", "sub-young.yml"),
    ],
)
def test_a_slug_that_is_no_slug(project: Project, name: str, wanted: str) -> None:
    path = f"data/categories/{name}"
    project.write(path, project.read(CETA))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("slug", path)
    assert f"such as {wanted}" in problem.message


def test_two_categories_with_one_slug(project: Project) -> None:
    project.write("data/categories/ceta.yaml", project.read(CETA))
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("slug", "data/categories/ceta.yaml")
    assert "two categories" in problem.message


def test_a_category_that_is_a_link_out_of_data(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(project.read(CETA), encoding="utf-8")
    project.delete(CETA)
    project.path(CETA).symlink_to(outside)
    problem = only(project)
    assert (problem.rule, problem.place.path) == ("file", CETA)


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
