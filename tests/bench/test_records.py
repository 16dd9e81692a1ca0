from generator.guide import compile_guide
from generator.problems.problem import errors
from tests.bench.records import multiply
from tests.project import TODAY, Project


def test_what_is_measured_can_be_published(project: Project) -> None:
    slugs = multiply(project, 12)
    compiled = compile_guide(project.root, TODAY)
    assert not list(errors(compiled.problems))
    assert compiled.guide is not None
    assert compiled.guide.categories.keys() == {*slugs}
