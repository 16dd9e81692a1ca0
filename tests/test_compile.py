from generator.compile import compile_guide
from generator.problems import errors
from tests.project import ROOT, TODAY, Project

CETA = "data/categories/ceta.yml"


def test_the_real_project_compiles_to_all_its_pages() -> None:
    result = compile_guide(ROOT, TODAY)
    assert not errors(result.problems)
    assert len(result.pages) == 14
    assert all(page.expected is not None for page in result.pages.values())


def test_problems_of_data_pages_and_templates_come_in_one_run(project: Project) -> None:
    project.remove_key(CETA, "verify")
    project.replace("content/employers.md", "{{ steps() }}", "{{ stepps() }}")
    project.write("data/categories/Bad.yml", "a: 1")
    rules = [problem.rule for problem in errors(compile_guide(project.root, TODAY).problems)]
    assert rules == ["component", "slug", "verify-notice"]


def test_a_category_with_errors_is_left_out_of_pages_and_tables(project: Project) -> None:
    project.remove_key(CETA, "verify")
    result = compile_guide(project.root, TODAY)
    assert "categories/ceta.md" not in result.pages
    assert "[CETA]" not in result.pages["codes.md"].markdown
    assert [problem.place.path for problem in errors(result.problems)] == [CETA]


def test_a_category_with_errors_keeps_its_earlier_state_in_a_preview(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.replace(CETA, "title: CETA", "title: CETA two")
    project.replace(CETA, "T22", "T99")
    result = compile_guide(project.root, TODAY, earlier)
    assert "# CETA\n" in result.pages["categories/ceta.md"].markdown
    assert [problem.rule for problem in errors(result.problems)] == ["unknown-code"]


def test_a_file_that_all_pages_need_keeps_its_earlier_state_too(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.write("data/firm.yml", "name: [")
    assert not compile_guide(project.root, TODAY).pages
    result = compile_guide(project.root, TODAY, earlier)
    assert len(result.pages) == 14
    assert len(errors(result.problems)) == 1


def test_a_category_that_is_deleted_does_not_come_back(project: Project) -> None:
    earlier = compile_guide(project.root, TODAY)
    project.delete("data/categories/ceta.yml")
    assert "categories/ceta.md" not in compile_guide(project.root, TODAY, earlier).pages
