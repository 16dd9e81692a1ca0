from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator import guide as compiler
from generator.guide import compile_guide
from generator.pages.environment import template_environment
from generator.problems.problem import errors
from tests.builds import find
from tests.pages.making import tree
from tests.project import GUIDE, TODAY, Project

ORCA = "data/categories/orca.yml"


def test_the_frozen_guide_compiles_to_all_its_pages() -> None:
    result = compile_guide(GUIDE, TODAY)
    assert not errors(result.problems)
    assert len(result.pages) == 7 + 1 + 8
    assert all(page.expected is not None for page in result.pages.values())


def test_problems_of_data_pages_and_templates_come_in_one_run(project: Project) -> None:
    project.remove_key(ORCA, "verify")
    project.replace("content/employers.md", "{{ steps() }}", "{{ stepps() }}")
    project.write("data/categories/Bad.yml", "a: 1")
    rules = [problem.rule for problem in errors(compile_guide(project.root, TODAY).problems)]
    assert rules == ["component", "slug", "verify-notice"]


def test_a_category_with_errors_is_left_out_of_pages_and_tables(project: Project) -> None:
    project.remove_key(ORCA, "verify")
    result = compile_guide(project.root, TODAY)
    assert "categories/orca.md" not in result.pages
    codes = tree(result.pages["codes.md"])
    assert "../categories/harba/" in find(codes, ".//a/@href")
    assert "../categories/orca/" not in find(codes, ".//a/@href")
    assert not find(codes, './/a[normalize-space() = "ORCA"]')
    assert [problem.place.path for problem in errors(result.problems)] == [ORCA]


def test_a_category_with_errors_keeps_its_earlier_state_in_a_preview(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.replace(ORCA, "title: ORCA", "title: ORCA two")
    project.replace(ORCA, "P22", "P99")
    result = compile_guide(project.root, TODAY, earlier)
    page = tree(result.pages["categories/orca.md"])
    assert [heading.text for heading in find(page, ".//h1")] == ["ORCA"]
    assert [problem.rule for problem in errors(result.problems)] == ["unknown-code"]


def test_a_file_that_all_pages_need_keeps_its_earlier_state_too(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.write("data/firm.yml", "name: [")
    assert not compile_guide(project.root, TODAY).pages
    result = compile_guide(project.root, TODAY, earlier)
    assert len(result.pages) == 7 + 1 + 8
    assert len(errors(result.problems)) == 1


def test_a_category_that_is_deleted_does_not_come_back(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.delete("data/categories/orca.yml")
    assert "categories/orca.md" not in compile_guide(project.root, TODAY, earlier).pages


def test_a_page_that_does_not_call_what_it_must_is_no_page(project: Project) -> None:
    project.replace("content/codes.md", "{{ verify_notice() }}", "")
    pages = compile_guide(project.root, TODAY).pages
    assert "codes.md" not in pages
    assert "glossary.md" in pages


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing }}", "{{ category.nothing.more }}"])
def test_a_broken_template_of_the_generator_is_one_problem_at_its_line(
    project: Project, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def broken() -> Environment:
        environment = template_environment()
        assert isinstance(environment.loader, FileSystemLoader)
        whole = (Path(environment.loader.searchpath[0]) / "category.html.j2").read_text("utf-8")
        project.write("templates/category.html.j2", whole + f"\n{text}\n")
        environment.loader.searchpath.insert(0, str(project.path("templates")))
        return environment

    monkeypatch.setattr(compiler, "template_environment", broken)
    result = compile_guide(project.root, TODAY)
    stopping = errors(result.problems)
    line = project.line_of("templates/category.html.j2", f"\n{text}\n") + 1
    template = "generator/pages/templates/category.html.j2"
    assert {(p.rule, p.place.path, p.place.line) for p in stopping} == {
        ("template", template, line)
    }
    assert "codes.md" in result.pages, "pages that do not use it are made"
    assert "categories/orca.md" not in result.pages
